/** Repairs of a text file: the same encoding, line ends and byte order mark, nothing else changed. */
import { InputError } from '../../base/errors.js';
import { applyEdits, type TextEdit } from '../../base/xml/tags.js';
import { valueAt } from '../../form/model/pointer.js';
import type { Located, Reading } from '../../form/model/reading.js';
import { decodeText } from '../../read/formats/encoding.js';
import { fillBlank, offsetOf } from './blank-slot.js';
import type { Written } from './fix-docx.js';
import { toGb18030 } from './gb18030.js';
import type { Planned, Skipped } from './plan.js';

const BLANK = /[\s\u00a0\u3000]/;

/** Writes repairs into a text. @throws InputError `not-editable` when the text cannot be written back as it was. */
export function fixText(bytes: Uint8Array, reading: Reading, repairs: readonly Planned[]): Written {
  const { text, encoding } = decodeText(bytes);
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (match) => match.index + match[0].length)];
  const skipped: Skipped[] = [];
  const edits: TextEdit[] = [];
  for (const repair of repairs) {
    const edit = editOf(reading, text, starts, repair);
    if (edit) edits.push(edit);
    else skipped.push({ repair, reason: 'not-found' });
  }
  const marked = hasMark(bytes, encoding);
  if (!same(encode(text, encoding, marked), bytes)) throw notRewritable();
  return { bytes: edits.length === 0 ? bytes : encode(applyEdits(text, edits), encoding, marked), skipped };
}

function editOf(reading: Reading, text: string, starts: readonly number[], { on, span, text: due }: Planned): TextEdit | undefined {
  const located = reading.locations.get(on);
  const node = valueAt(reading.report, on);
  const words = span && typeof node === 'string' ? node : located?.raw;
  if (!located || words === undefined) return undefined;
  if (!span && words === '') return fillBlank(reading, on, due, text, starts);
  const map = mapWords(located, words, text, starts);
  const units = map?.slice(...(span ?? [0, words.length])).filter((at) => at !== undefined);
  if (!units || units.length === 0) return undefined;
  const [from, to] = [units[0]!, units.at(-1)! + 1];
  // Words that a line end parts cannot be replaced without joining the lines.
  return /[\r\n]/.test(text.slice(from, to)) ? undefined : { start: from, end: to, text: due };
}

/** The offset in the file of each unit of a node's text; blanks that were folded away have none. Undefined when the words do not stand there. */
function mapWords(located: Located, words: string, text: string, starts: readonly number[]): readonly (number | undefined)[] | undefined {
  const lines = located.lines ?? [{ start: 0, place: located.place }];
  const map: (number | undefined)[] = [];
  let at = 0;
  for (let index = 0; index < words.length; index += 1) {
    const line = lines.find(({ start }) => start === index);
    if (line) {
      const position = offsetOf(line.place, starts);
      if (position === undefined) return undefined;
      at = position;
    }
    const unit = words[index]!;
    if (BLANK.test(unit)) {
      map.push(BLANK.test(text[at] ?? '') ? at++ : undefined);
      continue;
    }
    while (at < text.length && BLANK.test(text[at]!)) at += 1;
    if (text[at] !== unit) return undefined;
    map.push(at);
    at += 1;
  }
  return map;
}

function hasMark(bytes: Uint8Array, encoding: string): boolean {
  const [a, b, c] = bytes;
  return encoding === 'utf-8' ? a === 0xef && b === 0xbb && c === 0xbf : (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
}

function encode(text: string, encoding: string, marked: boolean): Uint8Array {
  const full = marked ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(full);
  if (encoding === 'gb18030') return toGb18030(full);
  if (!encoding.startsWith('utf-16')) throw notRewritable();
  const out = new Uint8Array(2 * full.length);
  const view = new DataView(out.buffer);
  for (let index = 0; index < full.length; index += 1) view.setUint16(2 * index, full.charCodeAt(index), encoding === 'utf-16le');
  return out;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function notRewritable(): InputError {
  return new InputError(
    'not-editable',
    { zh: '这份文本的编码不能原样写回，没有修改。', en: 'The encoding of this text cannot be written back exactly; nothing was changed.' },
    { zh: '请先另存为 UTF-8 编码的文本。', en: 'Save it as text in UTF-8 first.' },
  );
}
