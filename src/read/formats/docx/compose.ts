/**
 * Writes WordprocessingML from what other formats say in words of their own, so that one reader knows what a paragraph, a merged
 * cell, a number or a hidden text is. Nothing of it reaches a file.
 */
import type { WordParts } from '../../../base/package/word.js';
import { escapeXml } from '../../../base/text/clean.js';
import { tooLarge } from '../../../base/xml/refusals.js';

/** Characters that a composed body may have; a long report has a hundred thousand. */
const MOST_CHARACTERS = 3_000_000;

/** What is special about a stretch of text. */
export interface Marks {
  readonly hidden?: boolean;
  readonly change?: 'inserted' | 'deleted';
}

/** A run of text; tabs and line ends in it are tabs and line breaks. */
export function runXml(text: string, { hidden = false, change }: Marks): string {
  const word = change === 'deleted' ? 'delText' : 't';
  const content = escapeXml(text).replace(/([^\t\n]+)|(\t)|\n/g, (_, plain: string | undefined, tab: string | undefined) =>
    plain === undefined ? (tab === undefined ? '<w:br/>' : '<w:tab/>') : `<w:${word} xml:space="preserve">${plain}</w:${word}>`,
  );
  const [open, close] = change === undefined ? ['', ''] : change === 'deleted' ? ['<w:del>', '</w:del>'] : ['<w:ins>', '</w:ins>'];
  // Joined, not added: a text added up from many pieces takes ten times its size.
  return [open, '<w:r>', hidden ? '<w:rPr><w:vanish/></w:rPr>' : '', content, '</w:r>', close].join('');
}

/** A sign of a symbol font; `code` is that of the sign in its font. */
export function symbolXml(font: string, code: number, { hidden = false }: Marks): string {
  return `<w:r>${hidden ? '<w:rPr><w:vanish/></w:rPr>' : ''}<w:sym w:font="${escapeXml(font)}" w:char="${code.toString(16)}"/></w:r>`;
}

/** A mark of a field: its instruction stands between `begin` and `separate`, its result between that and `end`. */
export function fieldXml(mark: 'begin' | 'separate' | 'end'): string {
  return `<w:r><w:fldChar w:fldCharType="${mark}"/></w:r>`;
}

/** The instruction of a field. */
export function instructionXml(text: string): string {
  return `<w:r><w:instrText>${escapeXml(text)}</w:instrText></w:r>`;
}

/** A picture, of which nothing matters but that it is there. */
export const PICTURE = '<w:r><w:pict><v:imagedata/></w:pict></w:r>';

/** The place of a comment. */
export const COMMENT = '<w:r><w:commentReference/></w:r>';

/** A text box that is anchored here, with paragraphs and tables in it. */
export function textBoxXml(blocks: string): string {
  return `<w:r><w:pict><w:txbxContent>${blocks}</w:txbxContent></w:pict></w:r>`;
}

/** A paragraph: its runs, the list it belongs to, what is special about its mark. */
export function paragraphXml(runs: string, list?: { readonly id: number; readonly level: number }, mark: Marks = {}): string {
  const number = list === undefined ? '' : `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.id}"/></w:numPr>`;
  const words = `${mark.change === 'deleted' ? '<w:del/>' : mark.change === 'inserted' ? '<w:ins/>' : ''}${mark.hidden ? '<w:vanish/>' : ''}`;
  const properties = number + (words === '' ? '' : `<w:rPr>${words}</w:rPr>`);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A cell of a composed table. */
export interface ComposedCell {
  /** Its paragraphs and tables. */
  readonly blocks: string;
  /** Grid columns. */
  readonly span: number;
  /** Whether cells below may go on with it, or it goes on with the one above. */
  readonly vertical?: 'restart' | 'continue' | undefined;
  /** Goes on with the cell to its left. */
  readonly joined?: boolean;
}

/** A row: `before` grid columns without a cell, then its cells. */
export function rowXml(before: number, cells: readonly ComposedCell[]): string {
  const properties = before === 0 ? '' : `<w:trPr><w:gridBefore w:val="${before}"/></w:trPr>`;
  const contents = cells.map(({ blocks, span, vertical, joined }) => {
    const merging = `${joined ? '<w:hMerge/>' : ''}${vertical === undefined ? '' : `<w:vMerge w:val="${vertical}"/>`}`;
    return `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/>${merging}</w:tcPr>${blocks}</w:tc>`;
  });
  return `<w:tr>${properties}${contents.join('')}</w:tr>`;
}

/** A table of rows. */
export function tableXml(rows: readonly string[]): string {
  return `<w:tbl>${rows.join('')}</w:tbl>`;
}

/** One level of a list. */
export interface ComposedLevel {
  readonly start: number;
  /** A name of ST_NumberFormat. */
  readonly format: string;
  /** `%1` stands for the number of the first level. */
  readonly text: string;
  readonly suffix: 'tab' | 'space' | 'nothing';
  /** All numbers in it are decimal digits. */
  readonly legal: boolean;
  /** Goes on counting behind a level above it. */
  readonly goesOn: boolean;
}

/** A list that paragraphs can belong to: the one of these levels that it counts on in, and what it changes of it. */
export interface ComposedList {
  readonly id: number;
  readonly definition: number;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, ComposedLevel>;
}

function levelXml(level: ComposedLevel, index: number): string {
  return (
    `<w:lvl w:ilvl="${index}"><w:start w:val="${level.start}"/><w:numFmt w:val="${level.format}"/>${level.goesOn ? '<w:lvlRestart w:val="0"/>' : ''}` +
    `${level.legal ? '<w:isLgl/>' : ''}<w:suff w:val="${level.suffix}"/><w:lvlText w:val="${escapeXml(level.text)}"/></w:lvl>`
  );
}

/** The numbering part of these definitions, each a row of levels, and lists. */
export function numberingXml(definitions: ReadonlyMap<number, readonly ComposedLevel[]>, lists: readonly ComposedList[]): string {
  const abstracts = [...definitions].map(
    ([id, levels]) => `<w:abstractNum w:abstractNumId="${id}">${levels.map((level, index) => levelXml(level, index)).join('')}</w:abstractNum>`,
  );
  const nums = lists.map(({ id, definition, starts, levels }) => {
    const indices = [...new Set([...starts.keys(), ...levels.keys()])];
    const overrides = indices.map((index) => {
      const start = starts.get(index);
      const level = levels.get(index);
      return `<w:lvlOverride w:ilvl="${index}">${start === undefined ? '' : `<w:startOverride w:val="${start}"/>`}${level ? levelXml(level, index) : ''}</w:lvlOverride>`;
    });
    return `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${overrides.join('')}</w:num>`;
  });
  return `<w:numbering xmlns:w="${WORD}">${abstracts.join('')}${nums.join('')}</w:numbering>`;
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The parts of a document with these blocks. `name` is what messages call it. @throws InputError `too-large`. */
export function composed(name: string, blocks: string, numbering?: string): WordParts {
  assertLength(blocks.length);
  const main = `<w:document xmlns:w="${WORD}" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>${blocks}</w:body></w:document>`;
  return { mainName: name, main, ...(numbering === undefined ? {} : { numbering }) };
}

/** Refuses a body of more characters than any report has, while it is written. @throws InputError `too-large`. */
export function assertLength(characters: number): void {
  if (characters > MOST_CHARACTERS) throw tooLarge('文字和格式', 'characters and formatting');
}
