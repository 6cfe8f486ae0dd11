/** Counting the paragraphs of lists, and the numbers that Word prints before them (ISO/IEC 29500-1, 17.9). */
import { formatNumber } from './number-format.js';

/** Levels of a list. */
export const LEVELS = 9;
/** Far beyond the longest number in use; it keeps many paragraphs with one huge number from filling the memory. */
export const MAX_LEVEL_TEXT = 64;

/** The list and level that a paragraph belongs to. */
export interface NumberReference {
  readonly numId: string;
  readonly level: number;
}

/** One level of a list. */
export interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly suffix: string;
  readonly legal: boolean;
  /** Restarts after a level below this one (1-based) was used; 0 never, undefined after any. */
  readonly restart: number | undefined;
  readonly style: string | undefined;
}

/** A definition of a list, which several lists may share. */
export interface AbstractList {
  readonly levels: readonly (Level | undefined)[];
  /** Style of type numbering that holds the real definition. */
  readonly styleLink: string | undefined;
}

/** A list: a definition, and what differs from it. */
export interface List {
  readonly abstractId: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

/** The lists of a document. */
export interface Numbering {
  readonly abstracts: ReadonlyMap<string, AbstractList>;
  readonly lists: ReadonlyMap<string, List>;
  /** Where counting stands, by abstract list: lists of one definition count on. */
  readonly counters: Map<string, (number | undefined)[]>;
  /** Levels (`numId:level`) whose own start was already used. */
  readonly started: Set<string>;
}

/** A document without lists. */
export function noNumbering(): Numbering {
  return { abstracts: new Map(), lists: new Map(), counters: new Map(), started: new Set() };
}

/** The list level that is tied to a paragraph style, 0 when none is. */
export function levelOfStyle(numbering: Numbering, numId: string, style: string): number {
  const list = numbering.lists.get(numId);
  const levels = list && numbering.abstracts.get(list.abstractId)?.levels;
  return Math.max(0, levels?.findIndex((level) => level?.style === style) ?? 0);
}

/**
 * Counts one more paragraph of a list and returns its number with what separates it from the text; empty for bullets,
 * for unknown lists and for numId 0, which takes a paragraph out of its list. `linked` finds the list of a numbering style.
 */
export function nextNumber(numbering: Numbering, reference: NumberReference, linked: (style: string) => string | undefined): string {
  const list = numbering.lists.get(reference.numId);
  const resolved = list && resolveAbstract(numbering, list.abstractId, linked);
  if (!list || !resolved) return '';
  const levelAt = (level: number): Level | undefined => list.levels.get(level) ?? resolved.abstract.levels[level];
  const own = levelAt(reference.level);
  if (!own) return '';
  const counters = count(numbering, reference, list, resolved.id, levelAt);
  if (own.format === 'bullet') return '';
  const values: (string | undefined)[] = [];
  const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1;
    values[level] ??= formatLevel(levelAt(level), counters[level], own.legal);
    return values[level];
  });
  return text === '' ? '' : text + separator(own.suffix, text);
}

function formatLevel(level: Level | undefined, count: number | undefined, legal: boolean): string {
  const format = level?.format ?? 'decimal';
  if (format === 'bullet' || format === 'none') return '';
  return formatNumber(count ?? level?.start ?? 0, legal ? 'decimal' : format);
}

/** A tab is shown as a blank only where number and text would run into one another: 一、总体情况 is written without one everywhere. */
function separator(suffix: string, text: string): string {
  if (suffix === 'nothing') return '';
  return suffix === 'space' || !/[\p{P}\p{S}\p{Z}]$/u.test(text) ? ' ' : '';
}

function count(
  numbering: Numbering,
  reference: NumberReference,
  list: List,
  abstractId: string,
  levelAt: (level: number) => Level | undefined,
): (number | undefined)[] {
  const counters = numbering.counters.get(abstractId) ?? [];
  numbering.counters.set(abstractId, counters);
  const { level, numId } = reference;
  const override = list.starts.get(level);
  const key = `${numId}:${level}`;
  const fresh = override !== undefined && !numbering.started.has(key);
  numbering.started.add(key);
  const before = fresh ? undefined : counters[level];
  counters[level] = before === undefined ? (override ?? levelAt(level)?.start ?? 0) : before + 1;
  for (let lower = level + 1; lower < LEVELS; lower += 1) {
    const restart = levelAt(lower)?.restart;
    if (restart === undefined || level < restart) counters[lower] = undefined;
  }
  return counters;
}

function resolveAbstract(
  numbering: Numbering,
  id: string,
  linked: (style: string) => string | undefined,
): { readonly id: string; readonly abstract: AbstractList } | undefined {
  const abstract = numbering.abstracts.get(id);
  const numId = abstract?.styleLink === undefined ? undefined : linked(abstract.styleLink);
  const target = numId === undefined ? undefined : numbering.lists.get(numId)?.abstractId;
  const real = target === undefined ? undefined : numbering.abstracts.get(target);
  if (target !== undefined && real) return { id: target, abstract: real };
  return abstract && { id, abstract };
}
