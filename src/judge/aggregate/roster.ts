/** The roster: who is expected to report. */
import { InputError, type Sentence } from '../../base/errors.js';
import type { RosterEntry } from './add-up.js';

const UNIT = /^(?:单位|单位名称|机关名称|名称|unit|name)$/i;
const COUNTED = /^(?:计入汇总|是否计入汇总|counted)$/i;
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
  zh: '名册为 CSV：首行写“单位”（可另有“计入汇总”一列，填是或否），以下每行一个单位。',
  en: 'A roster is a CSV file: a header 单位 (or unit; optionally 计入汇总 or counted, yes or no), then one unit a line.',
};

/**
 * Reads a roster: a unit a line, or a table whose header names the column 单位 and, if there is one, 计入汇总 (是/否).
 * Errors: InputError `empty-roster`; `bad-roster` for a value that is neither yes nor no, or a unit that is both.
 */
export function readRoster(text: string): readonly RosterEntry[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, values: fields(line) }))
    .filter(({ values }) => values.some((value) => value !== ''));
  const header = lines[0]?.values.findIndex((field) => UNIT.test(field)) ?? -1;
  const counted = header === -1 ? -1 : lines[0]!.values.findIndex((field) => COUNTED.test(field));
  const entries = new Map<string, RosterEntry>();
  for (const { number, values } of header === -1 ? lines : lines.slice(1)) {
    const unit = values[Math.max(0, header)] ?? '';
    const value = (counted === -1 ? undefined : values[counted]) ?? '';
    if (unit === '') continue;
    const entry = { unit, counted: !NO.test(value) };
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

function bothWays(line: number, unit: string): InputError {
  const sentence = {
    zh: `名册第 ${line} 行的“${unit}”前面已有，是否计入汇总前后不一致。`,
    en: `Line ${line} of the roster names “${unit}” again, and contradicts itself on whether it is counted.`,
  };
  return new InputError('bad-roster', sentence, MEND);
}
