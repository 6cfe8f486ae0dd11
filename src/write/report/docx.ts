/** A report as a Word document in the official layout, set as GB/T 9704 asks of official documents. The same report gives the same bytes. */
import { isPrompt } from '../../form/model/blank.js';
import type { Reading } from '../../form/model/reading.js';
import { wordPackage } from './docx/package.js';
import { type NextId, paragraph, paragraphIds, run } from './docx/paragraph.js';
import type { StyleId } from './docx/styles.js';
import { tableXml } from './docx/table.js';
import { type Part, partsOf, type TextPart } from './parts.js';

const STYLES = {
  title: 'Title',
  preface: 'BodyText',
  heading: 'Heading1',
  subheading: 'Heading2',
  paragraph: 'BodyText',
  closing: 'Signature',
} as const satisfies { readonly [kind in TextPart['kind']]: StyleId };

/** Characters of a title that fit on a line. */
const TITLE_LINE = 20;
/** The first sentence of a paragraph that is its heading: （一）主动公开。 */
const RUN_IN = /^[（(][一二三四五六七八九十]{1,3}[）)][^。；;！!？?，,：:\n]{1,30}。/u;

/** The document. */
export function reportDocx(reading: Reading): Uint8Array {
  const id = paragraphIds();
  const parts = partsOf(reading);
  const body = parts.map((part, index) => partXml(id, part, parts[index - 1], parts[index + 1], reading.report.unit));
  return wordPackage(body.join(''), reading.report.title, id);
}

function partXml(id: NextId, part: Part, before: Part | undefined, after: Part | undefined, unit: string | undefined): string {
  if (part.kind === 'table') {
    // Two tables that touch become one, and a document cannot end with one.
    const gap = after === undefined || after.kind === 'table' ? paragraph(id, 'Gap', '') : '';
    return tableXml(id, part) + gap;
  }
  const style = STYLES[part.kind];
  if (isPrompt(part.text)) return promptXml(id, part.text, style);
  const runs = part.kind === 'title' ? run(titleLines(part.text, unit)) : part.kind === 'paragraph' ? bodyRuns(part.text) : run(part.text);
  return paragraph(id, style, runs, spacing(part, before, after));
}

/** A blank line between title and text, and above the signature; a little room above and below tables. */
function spacing({ kind }: TextPart, before: Part | undefined, after: Part | undefined): { readonly properties?: string } {
  const above = kind === 'closing' && before?.kind !== 'closing' ? 560 : before?.kind === 'table' ? 120 : 0;
  const below = kind === 'title' && after !== undefined ? 560 : after?.kind === 'table' ? 120 : 0;
  const attributes = `${above > 0 ? ` w:before="${above}"` : ''}${below > 0 ? ` w:after="${below}"` : ''}`;
  return attributes === '' ? {} : { properties: `<w:spacing${attributes}/>` };
}

/** The title of a sum: 云岭县2024年政府信息公开工作年度报告汇总（58个单位）. */
const SUM_TITLE = /^(.*?)(政府信息公开工作年度报告汇总)(（\d+个单位）)$/;

/** A long title breaks after the unit's name, that of a sum around what it is. */
function titleLines(title: string, unit: string | undefined): string {
  const [, before, what, count] = SUM_TITLE.exec(title) ?? [];
  if (what !== undefined && title.length > TITLE_LINE) return [before, what, count].filter((line) => line !== '').join('\n');
  const breaks = unit !== undefined && title.startsWith(unit) && title.length > TITLE_LINE && title.length > unit.length;
  return breaks ? `${unit}\n${title.slice(unit.length)}` : title;
}

function bodyRuns(text: string): string {
  const heading = RUN_IN.exec(text)?.[0] ?? '';
  return run(heading, { style: 'RunInHeading' }) + run(text.slice(heading.length));
}

/** A prompt as a content control: a click selects it whole, and what is typed takes its place. */
function promptXml(id: NextId, text: string, style: StyleId): string {
  const shown = run(text, { style: 'PlaceholderText' });
  return paragraph(id, style, `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${shown}</w:sdtContent></w:sdt>`);
}
