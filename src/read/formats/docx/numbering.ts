/** Automatic numbering: the definitions of the numbering part, and the counters while the body is read (ISO/IEC 29500-1, 17.9). */
import { NS, W, X } from '../../../base/xml/names.js';
import { attribute, child, finish, root, type Scanner, scan, skip } from '../../../base/xml/scanner.js';
import { formatNumber } from './number-format.js';

/** Levels of a list. */
const LEVELS = 9;
/** Far beyond the longest number in use; it keeps many paragraphs with one huge number from filling the memory. */
const MAX_LEVEL_TEXT = 64;

/** The list and level that a paragraph belongs to. */
export interface NumberReference {
  readonly numId: string;
  readonly level: number;
}

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly suffix: string;
  readonly legal: boolean;
  /** Restarts after a level below this one (1-based) was used; 0 never, undefined after any. */
  readonly restart: number | undefined;
  readonly style: string | undefined;
}

interface AbstractList {
  readonly levels: readonly (Level | undefined)[];
  /** Style of type numbering that holds the real definition. */
  readonly styleLink: string | undefined;
}

interface List {
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

/** Reads the numbering part. @throws InputError when it is not well-formed. */
export function readNumbering(xml: string): Numbering {
  const s = scan(xml, 'numbering.xml');
  const abstracts = new Map<string, AbstractList>();
  const lists = new Map<string, List>();
  root(s);
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === W.abstractNum) abstracts.set(attribute(s, NS.word, 'abstractNumId') ?? '', readAbstract(s));
    else if (id === W.num) lists.set(attribute(s, NS.word, 'numId') ?? '', readList(s));
    else skip(s);
  }
  finish(s);
  return { ...noNumbering(), abstracts, lists };
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

function readAbstract(s: Scanner): AbstractList {
  const levels: (Level | undefined)[] = [];
  let styleLink: string | undefined;
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === W.lvl) {
      const index = levelIndex(s);
      const level = readLevel(s);
      if (index !== undefined) levels[index] = level;
      continue;
    }
    if (id === W.numStyleLink) styleLink = attribute(s, NS.word, 'val');
    skip(s);
  }
  return { levels, styleLink };
}

function readList(s: Scanner): List {
  let abstractId = '';
  const starts = new Map<number, number>();
  const levels = new Map<number, Level>();
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === W.abstractNumId) abstractId = attribute(s, NS.word, 'val') ?? '';
    if (id !== W.lvlOverride) {
      skip(s);
      continue;
    }
    const index = levelIndex(s);
    for (let inner = child(s); inner !== 0; inner = child(s)) {
      if (inner === W.lvl) {
        const level = readLevel(s);
        if (index !== undefined) levels.set(index, level);
        continue;
      }
      const start = inner === W.startOverride ? wholeNumber(attribute(s, NS.word, 'val')) : undefined;
      if (index !== undefined && start !== undefined) starts.set(index, start);
      skip(s);
    }
  }
  return { abstractId, starts, levels };
}

function levelIndex(s: Scanner): number | undefined {
  const index = wholeNumber(attribute(s, NS.word, 'ilvl'));
  return index !== undefined && index >= 0 && index < LEVELS ? index : undefined;
}

function readLevel(s: Scanner): Level {
  let level: Level = { start: 0, format: 'decimal', text: '', suffix: 'tab', legal: false, restart: undefined, style: undefined };
  const read = (): void => {
    for (let id = child(s); id !== 0; id = child(s)) {
      // The custom formats of newer versions stand in an alternative; every program that does not know them reads the fallback.
      if (id === X.AlternateContent || id === X.Fallback) {
        read();
        continue;
      }
      const value = attribute(s, NS.word, 'val') ?? '';
      if (id === W.start) level = { ...level, start: wholeNumber(value) ?? 0 };
      else if (id === W.numFmt) level = { ...level, format: value };
      else if (id === W.lvlText) level = { ...level, text: value.slice(0, MAX_LEVEL_TEXT) };
      else if (id === W.suff) level = { ...level, suffix: value };
      else if (id === W.isLgl) level = { ...level, legal: value === '' || isOn(value) };
      else if (id === W.lvlRestart) level = { ...level, restart: wholeNumber(value) };
      else if (id === W.pStyle) level = { ...level, style: value };
      skip(s);
    }
  };
  read();
  return level;
}

/** A whole number as attributes write it; undefined for anything else. */
export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*[-+]?\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}

/** Whether an on/off value says on (ISO/IEC 29500-1, 17.17.4 ST_OnOff). */
export function isOn(value: string): boolean {
  return !/^(?:0|false|off)$/i.test(value);
}
