/** The definitions of automatic numbering in the numbering part (ISO/IEC 29500-1, 17.9). */
import { NS, W, X } from '../../../base/xml/names.js';
import { attribute, child, finish, root, type Scanner, scan, skip } from '../../../base/xml/scanner.js';
import { type AbstractList, LEVELS, type Level, type List, MAX_LEVEL_TEXT, type Numbering, noNumbering } from './counting.js';

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
