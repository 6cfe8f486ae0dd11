/** The definitions of automatic numbering in a .doc ([MS-DOC] 2.9.131, 2.9.145, 2.9.150). */
import { partOf, u8, u16, u32 } from '../../../base/package/little-endian.js';
import { type AbstractList, LEVELS, type Level, type List, MAX_LEVEL_TEXT, type Numbering, noNumbering } from '../docx/counting.js';

/** Names of ST_NumberFormat in the order of the numbers that stand for them here; an empty one is unknown and becomes decimal digits. */
const FORMATS = (
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ' +
  'ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 ' +
  'aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ' +
  'ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand'
).split(' ');
const OTHER_FORMATS: ReadonlyMap<number, string> = new Map([
  [57, 'numberInDash'],
  [255, 'none'],
]);
const SUFFIXES = ['tab', 'space', 'nothing'];
const LIST_SIZE = 28;
const LEVEL_SIZE = 28;
const OVERRIDE_SIZE = 16;
const MOST_LISTS = 4096;

/** Reads the lists. `levels` are the bytes from the table of lists to the end of its stream: the levels lie behind what the table counts. */
export function readLists(levels: DataView, listsLength: number, overrides: DataView): Numbering {
  if (listsLength < 2 || overrides.byteLength < 4) return noNumbering();
  const abstracts = new Map<string, AbstractList>();
  const count = Math.min(u16(levels, 0), MOST_LISTS);
  let at = 2 + count * LIST_SIZE;
  for (let index = 0; index < count && at < levels.byteLength; index += 1) {
    const list = partOf(levels, 2 + index * LIST_SIZE, LIST_SIZE);
    const simple = (u8(list, 26) & 1) === 1;
    const own: Level[] = [];
    for (let level = 0; level < (simple ? 1 : LEVELS); level += 1) {
      const read = readLevel(levels, at, u16(list, 8 + level * 2));
      own.push(read.level);
      at = read.end;
    }
    abstracts.set(String(u32(list, 0)), { levels: own, styleLink: undefined });
  }
  return { ...noNumbering(), abstracts, lists: readOverrides(overrides) };
}

function readOverrides(table: DataView): ReadonlyMap<string, List> {
  const lists = new Map<string, List>();
  const count = Math.min(u32(table, 0), MOST_LISTS);
  let at = 4 + count * OVERRIDE_SIZE;
  for (let index = 0; index < count; index += 1) {
    const head = 4 + index * OVERRIDE_SIZE;
    const starts = new Map<number, number>();
    const levels = new Map<number, Level>();
    at += 4;
    for (let own = u8(table, head + 12); own > 0 && at < table.byteLength; own -= 1) {
      const flags = u32(table, at + 4);
      const level = flags & 15;
      const start = u32(table, at);
      at += 8;
      if ((flags & 32) !== 0) {
        const read = readLevel(table, at, NO_STYLE);
        levels.set(level, read.level);
        at = read.end;
      }
      if ((flags & 16) !== 0) starts.set(level, levels.get(level)?.start ?? start);
    }
    lists.set(String(index + 1), { abstractId: String(u32(table, head)), starts, levels });
  }
  return lists;
}

const NO_STYLE = 0xfff;

/** Reads one level: a head, the formatting of its paragraphs and of its number, and the text of the number with digits for levels. */
function readLevel(bytes: DataView, at: number, style: number): { readonly level: Level; readonly end: number } {
  const format = u8(bytes, at + 4);
  const flags = u8(bytes, at + 5);
  const textAt = at + LEVEL_SIZE + u8(bytes, at + 24) + u8(bytes, at + 25);
  const length = u16(bytes, textAt);
  let text = '';
  for (let index = 0; index < Math.min(length, MAX_LEVEL_TEXT); index += 1) {
    const unit = u16(bytes, textAt + 2 + index * 2);
    text += unit < LEVELS ? `%${unit + 1}` : String.fromCharCode(unit);
  }
  const level: Level = {
    start: Math.min(u32(bytes, at), 0x7fff),
    format: OTHER_FORMATS.get(format) ?? FORMATS[format] ?? 'decimal',
    text,
    suffix: SUFFIXES[u8(bytes, at + 15)] ?? 'tab',
    legal: (flags & 4) !== 0,
    restart: (flags & 8) !== 0 ? u8(bytes, at + 26) : undefined,
    style: style === NO_STYLE ? undefined : String(style),
  };
  return { level, end: textAt + 2 + length * 2 };
}
