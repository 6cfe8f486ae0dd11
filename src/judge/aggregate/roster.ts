/** The roster: who is expected to report. */
import { InputError, type Sentence } from '../../base/errors.js';
import type { RosterEntry } from './add-up.js';

const UNIT = /^(?:(?:报送|填报|责任)?(?:单位|机关|机构|部门)(?:名称)?|名称|unit|name)$/i;
const COUNTED = /^(?:计入汇总|是否计入汇总|counted)$/i;
const DEADLINE = /^(?:期限|(?:报送|整改|退改|公布)?(?:期限|时限|截止(?:日期|时间)?)|deadline)$/i;
const YES = /^(?:|是|计入|y|yes|true|1|√|✓)$/i;
const NO = /^(?:否|不|不计入|n|no|false|0|×|✗)$/i;

const SEPARATORS = ['\t', ',', '，', ';', '；'] as const;

/** Splits a line of values that a tab, a comma or a semicolon parts; quoted fields may hold commas and doubled quotes. */
function fields(line: string): readonly string[] {
  const separator = SEPARATORS.find((candidate) => line.includes(candidate)) ?? ',';
  const found: string[] = [];
  let at = 0;
  while (at <= line.length) {
    if (line[at] === '"') {
      let end = at + 1;
      while (end < line.length && !(line[end] === '"' && line[end + 1] !== '"')) end += line[end] === '"' ? 2 : 1;
      found.push(line.slice(at + 1, end).replace(/""/g, '"'));
      at = end + 1 + separator.length;
    } else {
      const end = line.indexOf(separator, at);
      found.push(line.slice(at, end === -1 ? line.length : end));
      at = end === -1 ? line.length + 1 : end + separator.length;
    }
  }
  return found.map((field) => field.trim());
}

/** What a roster must look like, as what to do about a file that is none. */
export const ROSTER_FORM: Sentence = {
  zh: '名册为 CSV 或 xlsx：首行写“单位”（可另有“计入汇总”一列，填是或否；“期限”一列，填日期），以下每行一个单位。',
  en: 'A roster is a CSV or xlsx file: a header 单位 (or unit; optionally 计入汇总 or counted, yes or no, and 期限 or deadline), then one unit a line.',
};

/** A line of a roster: its number as people count, and what stands in it. */
export interface RosterLine {
  readonly number: number;
  readonly values: readonly string[];
}

/** Lines above the header, such as a title over all columns. */
const MOST_ABOVE = 5;

/** The lines of a roster that is a text. */
export function rosterLinesOf(text: string): readonly RosterLine[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, values: fields(line) }));
}

/** Reads a roster that is a text, as `readRosterLines` does its lines. */
export function readRoster(text: string): readonly RosterEntry[] {
  return readRosterLines(rosterLinesOf(text));
}

/** A day as spreadsheets keep it, counted from the end of 1899, as a date; other texts as they are. */
function dayOf(value: string): string {
  if (!/^[45]\d{4}$/.test(value)) return value;
  return new Date(Date.UTC(1899, 11, 30) + Number(value) * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Reads a roster: a unit a line, or a table whose header names the column 单位 and, if there are such, 计入汇总 (是/否) and 期限.
 * Errors: InputError `empty-roster`; `bad-roster` for a value that is neither yes nor no, or a unit that is both.
 */
export function readRosterLines(all: readonly RosterLine[]): readonly RosterEntry[] {
  const lines = all.filter(({ values }) => values.some((value) => value !== ''));
  const head = lines.slice(0, MOST_ABOVE + 1).findIndex(({ values }) => values.some((field) => UNIT.test(field)));
  // A list of names needs no header; of several columns only a header tells which one names the units.
  const wide = head === -1 ? lines.find(({ values }) => values.filter((value) => value !== '').length > 1) : undefined;
  if (wide) throw noUnitColumn(wide.number);
  const columnOf = (name: RegExp): number => (head === -1 ? -1 : lines[head]!.values.findIndex((field) => name.test(field)));
  const [unitColumn, counted, deadline] = [UNIT, COUNTED, DEADLINE].map(columnOf) as [number, number, number];
  const entries = new Map<string, RosterEntry>();
  for (const { number, values } of lines.slice(head + 1)) {
    const unit = values[Math.max(0, unitColumn)] ?? '';
    const value = (counted === -1 ? undefined : values[counted]) ?? '';
    const day = dayOf((deadline === -1 ? undefined : values[deadline]) ?? '');
    if (unit === '') continue;
    const entry = { unit, counted: !NO.test(value), ...(day === '' ? {} : { deadline: day }) };
    if (entry.counted && !YES.test(value)) throw neitherYesNorNo(number, value);
    if ((entries.get(unit) ?? entry).counted !== entry.counted) throw bothWays(number, unit);
    entries.set(unit, entry);
  }
  if (entries.size > 0) return [...entries.values()];
  throw new InputError('empty-roster', { zh: '名册中没有任何单位。', en: 'The roster names no unit.' }, ROSTER_FORM);
}

const MEND = { zh: '请改正名册后再试。', en: 'Correct the roster and try again.' };

function neitherYesNorNo(line: number, value: string): InputError {
  const sentence = {
    zh: `名册第 ${line} 行“计入汇总”一列应填是或否，却是“${value}”。`,
    en: `Line ${line} of the roster must say yes or no in the column counted, not “${value}”.`,
  };
  return new InputError('bad-roster', sentence, MEND);
}

function noUnitColumn(line: number): InputError {
  const sentence = {
    zh: `名册有几列（第 ${line} 行），但没有一列的标题是“单位”。`,
    en: `The roster has several columns (line ${line}), but none is headed 单位 or unit.`,
  };
  return new InputError('bad-roster', sentence, ROSTER_FORM);
}

function bothWays(line: number, unit: string): InputError {
  const sentence = {
    zh: `名册第 ${line} 行的“${unit}”前面已有，是否计入汇总前后不一致。`,
    en: `Line ${line} of the roster names “${unit}” again, and contradicts itself on whether it is counted.`,
  };
  return new InputError('bad-roster', sentence, MEND);
}
