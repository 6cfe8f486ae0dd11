/** Lists of an OpenDocument text, each element of which may go on with an earlier one (ODF 1.3, part 3, 5.3). */
import { tooLarge } from '../../../base/xml/refusals.js';
import { type ComposedList, numberingXml } from '../docx/compose.js';
import type { Styles } from './styles.js';

/** Most lists of a document. */
const MOST_LISTS = 2000;
const LEVELS = 9;

/** A list element and where counting in it goes on. */
export interface OpenList {
  readonly style: string;
  /** Number of the list whose counters it uses, and of that under which its next paragraph is counted. */
  readonly counted: Counted;
  /** Zero-based. */
  readonly level: number;
  /** Whether the next paragraph is the first of its item, with its number. */
  fresh: boolean;
}

interface Counted {
  readonly definition: number;
  id: number;
}

/** The lists met so far. */
export interface Lists {
  readonly lists: ComposedList[];
  readonly styles: Map<number, string>;
  readonly byId: Map<string, Counted>;
  readonly byStyle: Map<string, Counted>;
}

/** No lists yet. */
export function noLists(): Lists {
  return { lists: [], styles: new Map(), byId: new Map(), byStyle: new Map() };
}

function newList(lists: Lists, definition: number, starts: ReadonlyMap<number, number>): number {
  const id = lists.lists.length + 1;
  if (id > MOST_LISTS) throw tooLarge('列表', 'lists');
  lists.lists.push({ id, definition: definition || id, starts, levels: new Map() });
  return id;
}

function newCounted(lists: Lists, style: string): Counted {
  const id = newList(lists, 0, new Map());
  lists.styles.set(id, style);
  return { definition: id, id };
}

/** What a list element says of itself. */
export interface ListAttributes {
  readonly style: string | undefined;
  readonly id: string | undefined;
  /** The list that it goes on with, by name or, when it only says so, the last one of its style. */
  readonly after: string | undefined;
  readonly goesOn: boolean;
}

/** Opens a list element within another one, if there is one. `fallback` is the list style of the paragraphs in it. */
export function openList(lists: Lists, outer: OpenList | undefined, { style, id, after, goesOn }: ListAttributes): OpenList {
  const name = style ?? outer?.style ?? '';
  const level = Math.min(LEVELS - 1, outer === undefined ? 0 : outer.level + 1);
  const earlier = (after === undefined ? undefined : lists.byId.get(after)) ?? (goesOn || after !== undefined ? lists.byStyle.get(name) : undefined);
  const counted = outer && outer.style === name ? outer.counted : (earlier ?? newCounted(lists, name));
  if (id !== undefined) lists.byId.set(id, counted);
  lists.byStyle.set(name, counted);
  return { style: name, counted, level, fresh: false };
}

/** Begins an item; `start` is the number that it has in any case. */
export function beginItem(lists: Lists, list: OpenList, start: number | undefined): void {
  list.fresh = true;
  if (start !== undefined) list.counted.id = newList(lists, list.counted.definition, new Map([[list.level, start]]));
}

/** The list of headings of a level, which counts through the whole document. */
export function outline(lists: Lists): Counted {
  const known = lists.byStyle.get('');
  if (known) return known;
  const counted = newCounted(lists, '');
  lists.byStyle.set('', counted);
  return counted;
}

/** The numbering part. */
export function numberingOf({ lists, styles }: Lists, known: Styles): string {
  return numberingXml(new Map([...styles].map(([id, style]) => [id, known.lists.get(style) ?? []])), lists);
}
