/** The roster: who is expected to report. */
import { InputError } from '../errors.js';
import type { RosterEntry } from './add-up.js';

const UNIT = /^(?:单位|单位名称|机关名称|名称|unit|name)$/i;
const COUNTED = /^(?:计入汇总|是否计入汇总|counted)$/i;
const NO = /^(?:否|不|不计入|n|no|false|0)$/i;

/** Splits a line of comma- or tab-separated values; quoted fields may hold commas and doubled quotes. */
function fields(line: string): readonly string[] {
  const separator = line.includes('\t') ? '\t' : line.includes(',') ? ',' : '，';
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

/**
 * Reads a roster: a unit a line, or a table whose header names the column 单位 and, if there is one, 计入汇总 (是/否).
 * Errors: InputError `empty-roster`.
 */
export function readRoster(text: string): readonly RosterEntry[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map(fields);
  const header = lines[0]?.findIndex((field) => UNIT.test(field)) ?? -1;
  const counted = header === -1 ? -1 : lines[0]!.findIndex((field) => COUNTED.test(field));
  const entries = (header === -1 ? lines : lines.slice(1)).flatMap((line): readonly RosterEntry[] => {
    const unit = line[Math.max(0, header)] ?? '';
    return unit === '' ? [] : [{ unit, counted: counted === -1 || !NO.test(line[counted] ?? '') }];
  });
  if (entries.length > 0) return entries;
  throw new InputError(
    'empty-roster',
    { zh: '名册中没有任何单位。', en: 'The roster names no unit.' },
    {
      zh: '名册为 CSV：首行写“单位”（可另有“计入汇总”一列，填是或否），以下每行一个单位。',
      en: 'A roster is a CSV file: a header 单位 (or unit; optionally 计入汇总 or counted, yes or no), then one unit a line.',
    },
  );
}
