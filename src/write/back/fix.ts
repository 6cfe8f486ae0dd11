/** Making repairs, and proving each of them on the document that comes out. */
import { InputError } from '../../base/errors.js';
import type { Reading } from '../../form/model/reading.js';
import type { SourceFormat } from '../../form/place.js';
import type { Judged } from '../../judge/judge.js';
import { readBody } from '../../read/formats/docx/body.js';
import { openWordPackage } from '../../read/formats/docx/index.js';
import { newTrace, type Trace } from '../../read/formats/docx/trace.js';
import { decodeText } from '../../read/formats/encoding.js';
import { parseBytes } from '../../read/index.js';
import { recognise } from '../../read/recognise/report.js';
import { fixDocx, type Written } from './fix-docx.js';
import { fixText } from './fix-text.js';
import { type FixOptions, type Planned, planRepairs, type Skipped } from './plan.js';

/** A line of the document that is another afterwards. */
export interface ChangedLine {
  /** Line of a text file, paragraph of a Word file. */
  readonly number: number;
  readonly before: string;
  readonly after: string;
}

/** A repaired document. */
export interface Fixed {
  readonly bytes: Uint8Array;
  readonly repairs: readonly Planned[];
  /** Runs and paragraphs of a Word document that are set anew. */
  readonly formatting: number;
  readonly skipped: readonly Skipped[];
  readonly lines: readonly ChangedLine[];
  readonly format: 'docx' | 'text';
  /** What the numbers of `lines` count. */
  readonly places: 'lines' | 'paragraphs';
}

/** What makes repairs in a document, and its lines as they were. */
interface Writer {
  readonly write: (repairs: readonly Planned[]) => Written;
  readonly lines: Lines;
}

/** How a document of a kind is repaired, and what its lines are. */
interface Kind {
  readonly format: Fixed['format'];
  readonly places: Fixed['places'];
  readonly writer: (bytes: Uint8Array, reading: Reading) => Writer;
  readonly linesIn: (bytes: Uint8Array) => Lines;
}

/** The lines of a document by number: those of a text, or the paragraphs of a Word document as a reader sees them. */
type Lines = ReadonlyMap<number, string>;

/**
 * Repairs a document. Every repair is checked on the result: the cells and words meant say what they should, no other figure or
 * word is another, and no finding is new; what fails this is left as it was.
 * @throws InputError when it is no report, cannot be read, or is of a kind that cannot be changed.
 */
export async function fixDocument(bytes: Uint8Array, name: string, judge: (reading: Reading) => Judged, options: FixOptions): Promise<Fixed> {
  const reading = await parseBytes(bytes, name);
  const kind = kinds[reading.format];
  if (!kind) throw notEditable(reading.format);
  const judged = judge(reading);
  const { planned, skipped } = planRepairs(reading, judged, options);
  const { write, lines } = kind.writer(bytes, reading);
  const holds = (repairs: readonly Planned[]): Promise<boolean> => {
    const written = write(repairs);
    const made = repairs.filter((repair) => !written.skipped.some((other) => other.repair === repair));
    return isProved(reading, judged, made, written.bytes, name, judge);
  };
  const kept = await mostThatHold([], planned, holds);
  const written = write(kept);
  const made = kept.filter((repair) => !written.skipped.some((other) => other.repair === repair));
  const doubtful = planned.filter((repair) => !kept.includes(repair)).map((repair): Skipped => ({ repair, reason: 'doubtful' }));
  const repaired = made.length === 0 ? bytes : written.bytes;
  const set = judged.formatting.length > 0 ? await setAnew(repaired, made.length === 0 ? { reading, judged } : undefined, name, judge) : NOT_SET(repaired);
  return {
    bytes: set.bytes,
    repairs: made,
    formatting: set.count,
    skipped: [...skipped, ...written.skipped, ...doubtful, ...set.skipped],
    lines: made.length === 0 ? [] : changedLines(lines, kind.linesIn(written.bytes)),
    format: kind.format,
    places: kind.places,
  };
}

interface SetAnew {
  readonly bytes: Uint8Array;
  readonly count: number;
  readonly skipped: readonly Skipped[];
}

const NOT_SET = (bytes: Uint8Array): SetAnew => ({ bytes, count: 0, skipped: [] });

/** What findings say of the setting is changed when the words are as they should be: all of it, or nothing where the copy is in doubt. */
async function setAnew(
  bytes: Uint8Array,
  known: { readonly reading: Reading; readonly judged: Judged } | undefined,
  name: string,
  judge: (reading: Reading) => Judged,
): Promise<SetAnew> {
  const reading = known?.reading ?? (await parseBytes(bytes, name));
  const judged = known?.judged ?? judge(reading);
  const accepted = new Set(judged.result.diagnostics.filter(({ suppressed }) => suppressed).map(({ fingerprint }) => fingerprint));
  const wanted = judged.formatting.filter(({ fingerprint }) => !accepted.has(fingerprint));
  if (wanted.length === 0) return NOT_SET(bytes);
  const { formatDocx } = await import('./format-docx.js');
  const set = formatDocx(openWordPackage(bytes), wanted);
  if (set.count === 0) return NOT_SET(bytes);
  if (await isProved(reading, judged, [], set.bytes, name, judge)) return { ...set, skipped: [] };
  const rules = [...new Set(wanted.map(({ ruleId }) => ruleId))];
  return { ...NOT_SET(bytes), skipped: rules.map((ruleId) => ({ repair: { on: '', text: '', ruleId }, reason: 'doubtful' })) };
}

/** Of the repairs those that hold together with the ones before; halves are tried, so that one that does not costs few trials. */
async function mostThatHold(
  kept: readonly Planned[],
  repairs: readonly Planned[],
  hold: (repairs: readonly Planned[]) => Promise<boolean>,
): Promise<readonly Planned[]> {
  const all = [...kept, ...repairs];
  if (repairs.length === 0 || (await hold(all))) return all;
  if (repairs.length === 1) return kept;
  const middle = repairs.length >> 1;
  return mostThatHold(await mostThatHold(kept, repairs.slice(0, middle), hold), repairs.slice(middle), hold);
}

function wordWriter(bytes: Uint8Array): Writer {
  const source = openWordPackage(bytes);
  const trace = newTrace();
  const reading = recognise(readBody(source, trace));
  return { write: (repairs) => fixDocx(source, reading, trace, repairs), lines: linesOf(trace) };
}

function textWriter(bytes: Uint8Array, reading: Reading): Writer {
  return { write: (repairs) => fixText(bytes, reading, repairs), lines: textLines(bytes) };
}

/** The formats that can be repaired. */
const kinds: { readonly [format in SourceFormat]?: Kind } = {
  docx: { format: 'docx', places: 'paragraphs', writer: wordWriter, linesIn: wordLines },
  text: { format: 'text', places: 'lines', writer: textWriter, linesIn: textLines },
};

const squeezed = (text: string): string => text.replace(/[\s\u00a0\u3000]+/g, '');

/** Every text of a report with its pointer; paragraphs that became empty are no texts. */
function textsOf({ report }: Reading): readonly (readonly [pointer: string, text: string])[] {
  return [
    ...(report.title === undefined ? [] : [['/title', report.title] as const]),
    ...report.preface.map((text, index) => [`/preface/${index}`, text] as const),
    ...report.sections.flatMap(({ heading, paragraphs }, section) => [
      [`/sections/${section}/heading`, heading] as const,
      ...paragraphs.map((text, index) => [`/sections/${section}/paragraphs/${index}`, text] as const),
    ]),
    ...report.closing.map((text, index) => [`/closing/${index}`, text] as const),
  ];
}

function figuresOf(node: unknown, pointer: string, into: Map<string, unknown>): ReadonlyMap<string, unknown> {
  if (node !== null && typeof node === 'object') for (const [key, child] of Object.entries(node)) figuresOf(child, `${pointer}/${key}`, into);
  else into.set(pointer, node);
  return into;
}

async function isProved(
  before: Reading,
  judged: Judged,
  made: readonly Planned[],
  bytes: Uint8Array,
  name: string,
  judge: (reading: Reading) => Judged,
): Promise<boolean> {
  let after: Reading;
  try {
    after = await parseBytes(bytes, name);
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
  const figures = new Map(figuresOf(before.report.tables, '/tables', new Map()));
  for (const { on, span, text } of made) if (!span) figures.set(on, Number(text));
  const now = figuresOf(after.report.tables, '/tables', new Map());
  if (figures.size !== now.size || [...figures].some(([pointer, value]) => now.get(pointer) !== value)) return false;
  const due = textsOf(before)
    .map(([pointer, text]) =>
      squeezed(
        withRepairs(
          text,
          made.filter(({ on, span }) => span && on === pointer),
        ),
      ),
    )
    .filter((text) => text !== '');
  const texts = textsOf(after).map(([, text]) => squeezed(text));
  if (due.length !== texts.length || due.some((text, index) => text !== texts[index])) return false;
  const left = judged.result.diagnostics.map(({ ruleId, pointer }) => `${ruleId} ${pointer}`);
  return judge(after).result.diagnostics.every(({ ruleId, pointer }) => {
    const at = left.indexOf(`${ruleId} ${pointer}`);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
}

function withRepairs(text: string, repairs: readonly Planned[]): string {
  return [...repairs]
    .sort((a, b) => b.span![0] - a.span![0])
    .reduce((words, { span, text: due }) => words.slice(0, span![0]) + due + words.slice(span![1]), text);
}

function textLines(bytes: Uint8Array): Lines {
  const lines = decodeText(bytes).text.split(/\r\n|\r|\n/);
  return new Map(lines.map((line, index) => [index + 1, line]));
}

function wordLines(bytes: Uint8Array): Lines {
  const trace = newTrace();
  readBody(openWordPackage(bytes), trace);
  return linesOf(trace);
}

/** Blank paragraphs, of which there may be very many, are left out: they say nothing. */
function linesOf({ paragraphs }: Trace): Lines {
  const lines = new Map<number, string>();
  for (const [ordinal, { text }] of paragraphs) if (text !== '') lines.set(ordinal, text);
  return lines;
}

function changedLines(before: Lines, after: Lines): readonly ChangedLine[] {
  const numbers = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b);
  return numbers.map((number) => ({ number, before: before.get(number) ?? '', after: after.get(number) ?? '' })).filter((line) => line.before !== line.after);
}

/** Formats that Word and WPS save as .docx with nothing lost. */
const SAVED_AS_DOCX: readonly SourceFormat[] = ['doc', 'rtf', 'odt'];

function notEditable(format: SourceFormat): InputError {
  return new InputError(
    'not-editable',
    { zh: '只能修改 Word 文档（.docx）和文本，这份文件不是。', en: 'Only Word documents (.docx) and texts can be repaired, and this is neither.' },
    SAVED_AS_DOCX.includes(format)
      ? {
          zh: '请先用 Word 或 WPS 打开，另存为 .docx，再对 .docx 运行 gov-report fix。',
          en: 'Open it in Word or WPS, save it as .docx, and run gov-report fix on the .docx.',
        }
      : { zh: '请提供报告的 .docx 原稿。', en: 'Give the .docx original of the report.' },
  );
}
