/** What styles say of the two things that the reader asks: is the text hidden, and how are lists numbered (ODF 1.3, part 3, 16). */
import { UNKNOWN } from '../../../base/xml/names.js';
import { attribute, child, type Scanner, skip } from '../../../base/xml/scanner.js';
import type { ComposedLevel } from '../docx/compose.js';
import { wholeNumber } from '../docx/numbering.js';
import { E, ON, T } from './names.js';

/** Styles follow one another this far at most; a ring of them ends here too. */
const MOST_ANCESTORS = 32;
/** Levels of a list that count. */
const LEVELS = 9;

interface Style {
  readonly parent: string | undefined;
  readonly hidden: boolean | undefined;
  readonly list: string | undefined;
}

/** The styles of a document; later parts add to them. */
export interface Styles {
  /** By family and name: `paragraph P1`. */
  readonly styles: Map<string, Style>;
  /** Levels of list styles by name; the empty name is the outline, which numbers headings. */
  readonly lists: Map<string, readonly ComposedLevel[]>;
}

/** No styles yet. */
export function noStyles(): Styles {
  return { styles: new Map(), lists: new Map() };
}

/** Reads the styles in the element entered last. */
export function readStyles(s: Scanner, into: Styles): void {
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === E.style) {
      const key = `${attribute(s, ON.style, 'family') ?? ''} ${attribute(s, ON.style, 'name') ?? ''}`;
      into.styles.set(key, readStyle(s));
    } else if (id === T['list-style']) into.lists.set(attribute(s, ON.style, 'name') ?? '', readLevels(s));
    else if (id === T['outline-style']) into.lists.set('', readLevels(s));
    else skip(s);
  }
}

/** What a property of a style is, its own or that of the nearest ancestor that says it. */
export function styleOf<Key extends 'hidden' | 'list'>({ styles }: Styles, family: string, name: string | undefined, key: Key): Style[Key] | undefined {
  let at = name;
  for (let step = 0; at !== undefined && step < MOST_ANCESTORS; step += 1) {
    const style = styles.get(`${family} ${at}`);
    if (style?.[key] !== undefined) return style[key];
    at = style?.parent;
  }
  return undefined;
}

function readStyle(s: Scanner): Style {
  const parent = attribute(s, ON.style, 'parent-style-name');
  const list = attribute(s, ON.style, 'list-style-name');
  let hidden: boolean | undefined;
  for (let id = child(s); id !== 0; id = child(s)) {
    const display = id === E['text-properties'] ? attribute(s, ON.text, 'display') : undefined;
    if (display !== undefined) hidden = display === 'none';
    skip(s);
  }
  return { parent, hidden, list };
}

function readLevels(s: Scanner): readonly ComposedLevel[] {
  const levels: ComposedLevel[] = [];
  for (let id = child(s); id !== 0; id = child(s)) {
    const level = (wholeNumber(attribute(s, ON.text, 'level')) ?? 0) - 1;
    const numbered = id === T['list-level-style-number'] || id === T['outline-level-style'];
    if (id === UNKNOWN || level < 0 || level >= LEVELS) skip(s);
    else levels[level] = numbered ? readLevel(s, level) : readBullet(s);
  }
  return Array.from({ length: levels.length }, (_, index) => levels[index] ?? NOTHING);
}

const NOTHING: ComposedLevel = { start: 1, format: 'none', text: '', suffix: 'nothing', legal: false, goesOn: false };

function readBullet(s: Scanner): ComposedLevel {
  skip(s);
  return { ...NOTHING, format: 'bullet' };
}

function readLevel(s: Scanner, index: number): ComposedLevel {
  const format = attribute(s, ON.style, 'num-format') ?? '';
  const start = wholeNumber(attribute(s, ON.text, 'start-value')) ?? 1;
  const shown = Math.max(1, Math.min(index + 1, wholeNumber(attribute(s, ON.text, 'display-levels')) ?? 1));
  const written = attribute(s, ON.extension, 'num-list-format');
  const numbers = Array.from({ length: shown }, (_, at) => `%${index + 2 - shown + at}`).join('.');
  const prefix = attribute(s, ON.style, 'num-prefix') ?? '';
  const text = written?.replace(/%(\d)%/g, '%$1') ?? `${prefix}${format === '' ? '' : numbers}${attribute(s, ON.style, 'num-suffix') ?? ''}`;
  let follows: string | undefined;
  const read = (): void => {
    for (let id = child(s); id !== 0; id = child(s)) {
      if (id === E['list-level-properties']) read();
      else {
        if (id === E['list-level-label-alignment']) follows = attribute(s, ON.text, 'label-followed-by');
        skip(s);
      }
    }
  };
  read();
  const suffix = follows === 'nothing' || follows === 'space' ? follows : 'tab';
  // Without a format there is no number, but what stands around it is shown.
  return { start, format: formatOf(format), text, suffix, legal: false, goesOn: false };
}

/** How the first numbers of a format look (ODF 1.3, part 3, 19.500, and LibreOffice's own), and what it is called in Word. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ['', 'none'],
  ['1', 'decimal'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['01', 'decimalZero'],
  ['一', 'chineseCountingThousand'],
  ['壹', 'chineseLegalSimplified'],
  ['甲', 'ideographTraditional'],
  ['子', 'ideographZodiac'],
  ['①', 'decimalEnclosedCircleChinese'],
  ['１', 'decimalFullWidth'],
]);

function formatOf(written: string): string {
  const first = written.split(/[,，]/)[0]!.trim();
  if (/貳/.test(written)) return 'ideographLegalTraditional';
  return FORMATS.get(first) ?? 'decimal';
}
