/** Complex fields: what they show is text, what they are told to do is not (ISO/IEC 29500-1, 17.16). */
import { type FieldExtent, type OpenTrace, type Trace, traceText } from './trace.js';

/** What fields need to know of a reading, and of the paragraph that is read. */
export interface FieldReader {
  readonly fields: Field[];
  readonly trace: Trace | undefined;
}

/** A paragraph that is being read, as far as fields go. */
export interface FieldParagraph {
  text: string;
  hidden: string;
  readonly pages: (readonly [number, number])[];
  readonly traced: OpenTrace | undefined;
}

/** An open field. */
export interface Field {
  /** Whether its result has begun; until then all text belongs to the instruction. */
  result: boolean;
  instruction: string;
  /** Plain text met in the instruction: shown after all when the field turns out to be broken. */
  swallowed: string;
  /** The paragraph in which its result began, and where in its text. */
  paragraph: FieldParagraph | undefined;
  start: number;
  /** Where it stands in the file, when that is traced. */
  readonly extent: FieldExtent | undefined;
}

/** Fields inside one another; only fields that are never ended can exceed it, and the oldest of those is forgotten. */
const MAX_OPEN = 64;
/** Characters of an instruction that are looked at. */
const MAX_INSTRUCTION = 500;
/** Fields whose result is text like any other: a link, and what was typed into a form. */
const PLAIN = /^\s*(?:HYPERLINK|FORMTEXT)\b/i;
const PAGE_NUMBER = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i;

/** Adds text to a paragraph, unless it belongs to the instruction of a field. */
export function addText(reader: FieldReader, paragraph: FieldParagraph, text: string, hidden: boolean): void {
  const { fields } = reader;
  for (let index = fields.length - 1; index >= 0; index -= 1) {
    const field = fields[index]!;
    if (field.result) continue;
    field.swallowed += text;
    return;
  }
  if (hidden) {
    paragraph.hidden += text;
    return;
  }
  if (reader.trace) {
    const extents = fields.flatMap(({ instruction, extent }) => (extent && isCalculated(instruction) ? extent : []));
    traceText(reader.trace, paragraph, text, extents);
  }
  paragraph.text += text;
}

/** Whether what the instruction gives is replaced as a whole, comments and all, when the field is calculated anew. */
export function isCalculated(instruction: string): boolean {
  return !PLAIN.test(instruction);
}

/** Adds to the instruction of the innermost field that is still being told what to do. */
export function addInstruction(reader: FieldReader, text: string): void {
  const field = reader.fields.at(-1);
  if (field && !field.result && field.instruction.length < MAX_INSTRUCTION) field.instruction += text.slice(0, MAX_INSTRUCTION);
}

/** Begins, turns or ends a field; an end without a beginning is passed over. */
export function fieldMark(reader: FieldReader, paragraph: FieldParagraph, type: string | undefined, hidden: boolean): void {
  if (type === 'begin') {
    if (reader.fields.length >= MAX_OPEN) reader.fields.shift();
    const extent = reader.trace?.run && { start: reader.trace.run.start, end: -1 };
    reader.fields.push({ result: false, instruction: '', swallowed: '', paragraph: undefined, start: 0, extent });
    return;
  }
  const field = reader.fields.at(-1);
  if (!field) return;
  if (type === 'separate') {
    field.result = true;
    field.paragraph = paragraph;
    field.start = paragraph.text.length;
  } else if (type === 'end') {
    reader.fields.pop();
    if (field.extent) reader.trace?.ending.push(field.extent);
    if (!field.result) addText(reader, paragraph, drawnText(field.instruction), hidden);
    else markPageNumber(field.instruction, paragraph, field.paragraph === paragraph ? field.start : 0);
  }
}

/** Remembers that the text from `start` on is the result of a page-number field, when the instruction is one. */
export function markPageNumber(instruction: string, paragraph: FieldParagraph, start: number): void {
  if (PAGE_NUMBER.test(instruction)) paragraph.pages.push([start, paragraph.text.length]);
}

/** At the end of a paragraph: a field that never came to its result is broken, and its text is shown rather than lost. */
export function closeBrokenFields(reader: FieldReader, paragraph: FieldParagraph): void {
  const lowest = reader.fields.findIndex((field) => !field.result);
  while (lowest !== -1 && reader.fields.length > lowest) {
    const field = reader.fields.pop()!;
    if (!field.result) addText(reader, paragraph, field.swallowed, false);
  }
}

/** Whether a paragraph holds nothing but a page number: one that a converter left between the lines of the text. */
export function isPageNumber(paragraph: Pick<FieldParagraph, 'text' | 'pages'>): boolean {
  if (paragraph.pages.length === 0) return false;
  let rest = '';
  let at = 0;
  for (const [start, end] of paragraph.pages) {
    rest += paragraph.text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  return /^[\s\-‐-―－~·•.／/第页共]*$/u.test(rest + paragraph.text.slice(at));
}

/** What an EQ field draws without a result: the character under pinyin, in a circle or a box; a fraction. Other instructions draw nothing we can tell. */
function drawnText(instruction: string): string {
  const told = instruction.trim();
  const kind = /^EQ\b/i.test(told) && told.endsWith(')') ? told.search(/\\[of]/i) : -1;
  const open = kind === -1 ? -1 : told.indexOf('(', kind);
  if (open === -1) return '';
  const parts = told.slice(open + 1, -1).split(/[,，;；]/);
  return told[kind + 1]!.toLowerCase() === 'f' ? parts.join('/') : parts.at(-1)!.trim();
}
