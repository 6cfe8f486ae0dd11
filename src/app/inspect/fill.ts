/** What of a document is the report: title, sections, and every cell of the forms with what stands in it. */
import { cellsOf } from '../../form/editions/index.js';
import { cellName, tableName } from '../../form/model/names.js';
import { valueAt } from '../../form/model/pointer.js';
import type { Reading, TableFacts } from '../../form/model/reading.js';
import { readReport } from '../../read/index.js';
import type { Inspect } from './step.js';

function cellLine({ report, locations }: Reading, pointer: string, name: string): string {
  const value = valueAt(report, pointer);
  const located = locations.get(pointer);
  const seen = value === undefined ? 'absent' : located?.lost ? 'lost' : value === null ? 'blank' : String(value);
  return `  ${pointer} = ${seen}${located && located.raw !== seen ? ` ${JSON.stringify(located.raw)}` : ''}  ${name}`;
}

/** All cells of each table, and what the table has too much or too little of. */
export const inspectFill: Inspect = async (bytes, name, lang) => {
  const { reading } = await readReport(bytes, name);
  const { report, headings, tables } = reading;
  const tableLines = ([key, facts]: [string, TableFacts]): readonly string[] => [
    `table ${key} editions=${facts.editions.join('+')}${facts.under ? ` under=${facts.under}` : ''} repeated=${facts.repeated.length}  ${tableName(facts.spec.key, lang)}`,
    ...cellsOf(facts.spec).map(({ pointer }) => cellLine(reading, pointer, cellName(pointer, lang) ?? '')),
    ...facts.missingRows.map((row) => `  missing row ${row}`),
    ...facts.missingColumns.map(({ block, column }) => `  missing column ${block}:${column}`),
    ...facts.extraRows.map(({ label }) => `  extra row ${JSON.stringify(label)}`),
  ];
  return [
    `format=${reading.format} edition=${report.edition} year=${report.year ?? 'none'} unit=${JSON.stringify(report.unit ?? null)}`,
    `title ${JSON.stringify(report.title ?? null)}`,
    ...headings.map(({ pointer, number, text, match }) => `heading ${pointer} ${match} ${JSON.stringify(number)} ${JSON.stringify(text)}`),
    ...report.sections.map(({ key, paragraphs }, index) => `section ${index} ${key} paragraphs=${paragraphs.length}`),
    ...(Object.entries(tables) as [string, TableFacts][]).flatMap(tableLines),
    `preface=${report.preface.length} closing=${report.closing.length} notes=${reading.notes.length}`,
  ];
};
