/** Pages and page numbers of a document (ISO/IEC 29500-1, 17.6 and 17.10). */
import { partText } from '../../../../base/package/parts.js';
import type { WordPackage } from '../../../../base/package/word.js';
import type { InflationBudget } from '../../../../base/package/zip.js';
import { childrenOf, firstChild } from '../../../../base/xml/children.js';
import { attributeOf, elementEnd, type Tag, tags } from '../../../../base/xml/tags.js';
import type { LaidPage, PageNumber, TextLook } from '../../../../form/model/layout.js';
import { type Formats, textLook } from './look.js';
import { attributesOf, millimetres, NOTHING, type Properties, propertiesIn, twips } from './properties.js';

/** A section: where its properties stand, and what is in them. */
export interface Section {
  readonly start: number;
  readonly children: readonly Tag[];
}

/** The sections of the main part in order; those from before a recorded change are none. */
export function sectionsOf(main: string): readonly Section[] {
  const found: Section[] = [];
  let before = -1;
  for (const tag of tags(main)) {
    if (tag.kind === 'close') continue;
    if (tag.name === 'sectPrChange') before = elementEnd(main, tag);
    if (tag.name === 'sectPr' && tag.start >= before) found.push({ start: tag.start, children: [...childrenOf(main, tag)] });
  }
  return found;
}

/** Points from line to line of the section's grid; undefined when it has none. */
export function gridPitch({ children }: Section): number | undefined {
  const grid = children.find(({ name }) => name === 'docGrid');
  const pitch = grid && /^(?:lines|linesAndChars|snapToChars)$/.test(attributeOf(grid, 'type') ?? '') ? twips(attributeOf(grid, 'linePitch')) : undefined;
  return pitch === undefined ? undefined : pitch / 20;
}

/** The text of the part that a relationship of the main part leads to. @throws InputError when it cannot be read. */
export function relatedText(
  { archive, related }: WordPackage,
  test: (relation: { readonly id: string; readonly type: string }) => boolean,
  budget: InflationBudget,
): string | undefined {
  const target = related.find(test)?.target;
  const entry = target === undefined ? undefined : archive.entries.get(target);
  return entry && partText(archive, entry, budget);
}

/** The pages of each section. */
export function pagesOf(source: WordPackage, sections: readonly Section[], formats: Formats, budget: InflationBudget): readonly LaidPage[] {
  const settings = relatedText(source, ({ type }) => type === 'settings', budget);
  const parted =
    settings !== undefined && [...tags(settings)].some((tag) => tag.name === 'evenAndOddHeaders' && !/^(?:0|false|off)$/.test(attributeOf(tag, 'val') ?? '1'));
  const feet = new Map<string, string>();
  return sections.map(({ start, children }) => {
    for (const tag of children) if (tag.name === 'footerReference') feet.set(attributeOf(tag, 'type') ?? 'default', attributesOf(tag)['id'] ?? '');
    const size = children.find(({ name }) => name === 'pgSz');
    const margins = children.find(({ name }) => name === 'pgMar');
    const numbers = children.find(({ name }) => name === 'pgNumType');
    const length = (tag: Tag | undefined, name: string, unsaid: number): number => millimetres(Math.abs(twips(tag && attributeOf(tag, name)) ?? unsaid));
    const dashed = numbers !== undefined && attributeOf(numbers, 'fmt') === 'numberInDash';
    const number = (pages: PageNumber['pages'], kind: string): PageNumber => {
      const id = feet.get(kind);
      const xml = id === undefined ? undefined : relatedText(source, (relation) => relation.id === id, budget);
      return { pages, ...(xml === undefined ? { looks: undefined, dashes: false } : pageNumberIn(xml, formats, dashed)) };
    };
    return {
      place: { offset: start },
      // What a section does not say is Letter with an inch at each side.
      width: length(size, 'w', 12240),
      height: length(size, 'h', 15840),
      top: length(margins, 'top', 1440),
      bottom: length(margins, 'bottom', 1440),
      left: length(margins, 'left', 1440),
      right: length(margins, 'right', 1440),
      numbers: parted ? [number('odd', 'default'), number('even', 'even')] : [number('all', 'default')],
    };
  });
}

const PAGE_FIELD = /^\s*PAGE\b/i;
const DASH = /[-—–－―]/;

/** The page number of a footer, and the looks of what shows it. */
function pageNumberIn(xml: string, formats: Formats, dashed: boolean): Omit<PageNumber, 'pages'> {
  const looks = new Set<TextLook>();
  const styles: (string | undefined)[] = [];
  let own: Properties = NOTHING;
  let found = false;
  let text = '';
  for (const tag of tags(xml)) {
    if (tag.name === 'p' && tag.kind === 'open') styles.push(paragraphStyle(xml, tag));
    if (tag.name === 'p' && tag.kind === 'close') styles.pop();
    if (tag.kind === 'close') continue;
    if (tag.name === 'fldSimple') found ||= PAGE_FIELD.test(attributeOf(tag, 'instr') ?? '');
    if (tag.name === 'r') {
      const properties = firstChild(xml, tag, 'rPr');
      own = properties ? propertiesIn(xml, properties) : NOTHING;
    }
    if (tag.kind !== 'open' || (tag.name !== 't' && tag.name !== 'instrText')) continue;
    const words = xml.slice(tag.end, xml.indexOf('<', tag.end));
    if (tag.name === 'instrText') found ||= PAGE_FIELD.test(words);
    else if (words.trim() !== '') {
      text += words;
      looks.add(textLook(formats, styles.at(-1), own));
    }
  }
  return { looks: found ? [...looks] : undefined, dashes: dashed || DASH.test(text) };
}

function paragraphStyle(xml: string, paragraph: Tag): string | undefined {
  const properties = firstChild(xml, paragraph, 'pPr');
  return properties && propertiesIn(xml, properties).get('pStyle')?.['val'];
}
