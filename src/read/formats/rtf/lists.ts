/** Lists of RTF: definitions with nine levels, and overrides, which are what paragraphs name ([MS-RTF] “List Tables”). */
import { type ComposedLevel, type ComposedList, numberingXml } from '../docx/compose.js';
import { numberFormatOf } from '../docx/number-code.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Most levels of all lists; Word writes nine a list, and a list for each that was ever begun. */
const MOST_LEVELS = 50_000;
const LEVELS = 9;
/** Characters of the text of a level. */
const LONGEST = 64;

/** The lists of a file while its tables are read. */
export interface Lists {
  readonly definitions: Map<number, readonly ComposedLevel[]>;
  readonly overrides: ComposedList[];
  /** Lists made up for numbers as they were printed, by that text. */
  readonly printed: Map<string, number>;
  /** What is being read: the list or the override, its levels, the level. */
  levels: Mutable<ComposedLevel>[];
  override: { definition: number; id: number; starts: Map<number, number>; levels: Map<number, ComposedLevel>; at: number; restarts: boolean } | undefined;
  level: Mutable<ComposedLevel> | undefined;
  count: number;
}

/** No lists yet. */
export function noLists(): Lists {
  return { definitions: new Map(), overrides: [], printed: new Map(), levels: [], override: undefined, level: undefined, count: 0 };
}

/** The lists that paragraphs can name, once the tables are read. */
export function knownLists({ definitions, overrides }: Lists): ReadonlySet<number> {
  return new Set(overrides.flatMap(({ id, definition }) => (definitions.has(definition) ? id : [])));
}

/** The numbering part. */
export function numberingOf({ definitions, overrides, printed }: Lists): string {
  const made = [...printed].map(([text, id]) => ({ id, levels: [{ ...PLAIN, format: 'none', text }] }));
  return numberingXml(new Map([...definitions, ...made.map(({ id, levels }) => [id, levels] as const)]), [
    ...overrides.filter(({ definition }) => definitions.has(definition)),
    ...made.map(({ id }) => ({ id, definition: id, starts: new Map(), levels: new Map() })),
  ]);
}

const PLAIN: ComposedLevel = { start: 1, format: 'decimal', text: '', suffix: 'tab', legal: false, goesOn: false };
/** Numbers of lists in files are 32 bits; those made up lie beyond. */
const MADE_UP = 2 ** 33;
/** Different numbers that are kept; one that is a count of levels (%1) cannot be. */
const MOST_PRINTED = 20_000;

/**
 * The list of a number that the writing program printed, which goes before what its tables say: LibreOffice writes the punctuation
 * of a level in a code page that has none of ours. Undefined for bullets.
 */
export function printedList({ printed }: Lists, text: string): number | undefined {
  const number = text.trim();
  if (!/[\p{L}\p{N}]/u.test(number) || /%\d/.test(number) || number.length > LONGEST) return undefined;
  const known = printed.get(number);
  if (known !== undefined || printed.size >= MOST_PRINTED) return known;
  const id = MADE_UP + printed.size;
  printed.set(number, id);
  return id;
}

/** Begins a level of the list or override that is open. */
export function beginLevel(lists: Lists): void {
  lists.level = { ...PLAIN };
  lists.count += 1;
  if (lists.count > MOST_LEVELS) return;
  if (lists.override) lists.override.levels.set(lists.override.at, lists.level);
  else if (lists.levels.length < LEVELS) lists.levels.push(lists.level);
}

/** The text of the open level as it is written: its length, then characters, those below 9 standing for numbers. */
export function levelText({ level }: Lists, written: string): void {
  if (!level) return;
  const length = Math.min(LONGEST, written.charCodeAt(0) || 0);
  level.text = Array.from(written.slice(1, 1 + length), (unit) => (unit.charCodeAt(0) < LEVELS ? `%${unit.charCodeAt(0) + 1}` : unit)).join('');
}

/** Ends the override that is open. */
export function endOverride(lists: Lists): void {
  const { override } = lists;
  lists.override = undefined;
  if (override && lists.count <= MOST_LEVELS) lists.overrides.push(override);
}

/** Control words of the list tables; the number that follows, or what it stands for when none does. */
export const LIST_WORDS: ReadonlyMap<string, (lists: Lists, value: number | undefined) => void> = new Map<
  string,
  (lists: Lists, value: number | undefined) => void
>([
  ['levelnfc', (lists, value) => setLevel(lists, { format: numberFormatOf(value ?? 0) })],
  ['levelnfcn', (lists, value) => setLevel(lists, { format: numberFormatOf(value ?? 0) })],
  ['levelfollow', (lists, value) => setLevel(lists, { suffix: value === 2 ? 'nothing' : value === 1 ? 'space' : 'tab' })],
  ['levellegal', (lists, value) => setLevel(lists, { legal: value !== 0 })],
  ['levelnorestart', (lists, value) => setLevel(lists, { goesOn: value !== 0 })],
  [
    'levelstartat',
    (lists, value = 1) => {
      if (lists.level) lists.level.start = value;
      else if (lists.override?.restarts) lists.override.starts.set(lists.override.at, value);
    },
  ],
  [
    'listid',
    (lists, value = 0) => {
      if (lists.override) lists.override.definition = value;
      else if (lists.definitions.size < MOST_LEVELS) lists.definitions.set(value, lists.levels);
    },
  ],
  [
    'ls',
    (lists, value = 0) => {
      if (lists.override) lists.override.id = value;
    },
  ],
  [
    'listoverridestartat',
    (lists) => {
      if (lists.override) lists.override.restarts = true;
    },
  ],
]);

function setLevel({ level }: Lists, properties: Partial<ComposedLevel>): void {
  if (level) Object.assign(level, properties);
}

/** Destinations of the list tables. */
export function openListGroup(lists: Lists, word: string): void {
  if (word === 'list') {
    lists.levels = [];
    lists.level = undefined;
  } else if (word === 'listoverride') {
    lists.override = { definition: 0, id: 0, starts: new Map(), levels: new Map(), at: -1, restarts: false };
    lists.level = undefined;
  } else if (word === 'lfolevel' && lists.override) {
    lists.override.at += 1;
    lists.override.restarts = false;
    lists.level = undefined;
  } else if (word === 'listlevel') beginLevel(lists);
}
