/** How the tables of a document are set. */

import { childrenOf } from '../../../../base/xml/children.js';
import { attributeOf, elementEnd, type Tag, tags } from '../../../../base/xml/tags.js';
import type { LaidTable } from '../../../../form/model/layout.js';
import { attributesOf, millimetres, propertiesIn, twips } from './properties.js';

/** The tables of the main part in order; those inside others are part of them. */
export function tablesOf(main: string): readonly LaidTable[] {
  const found: LaidTable[] = [];
  let behind = 0;
  for (const tag of tags(main)) {
    if (tag.name !== 'tbl' || tag.kind !== 'open' || tag.start < behind) continue;
    behind = elementEnd(main, tag);
    found.push(tableOf(main, tag, behind));
  }
  return found;
}

function tableOf(main: string, table: Tag, end: number): LaidTable {
  const children = [...childrenOf(main, table)];
  const properties = children.find(({ name }) => name === 'tblPr');
  const grid = children.find(({ name }) => name === 'tblGrid');
  const stated = properties && propertiesIn(main, properties).get('tblW');
  const own = stated?.['type'] === 'dxa' ? twips(stated['w']) : undefined;
  const columns = grid ? [...childrenOf(main, grid)].map((column) => twips(attributesOf(column)['w']) ?? 0) : [];
  const sum = columns.reduce((width, column) => width + column, 0);
  const width = own || sum || undefined;
  const rows = children.filter(({ name }) => name === 'tr');
  const first = rows[0] && [...childrenOf(main, rows[0])].find(({ name }) => name === 'trPr');
  const header = first && [...childrenOf(main, first)].find(({ name }) => name === 'tblHeader');
  return {
    start: table.start,
    end,
    place: { offset: table.start },
    width: width === undefined ? undefined : millimetres(width),
    rows: rows.length,
    repeated: header !== undefined && !/^(?:0|false|off)$/.test(attributeOf(header, 'val') ?? '1'),
  };
}
