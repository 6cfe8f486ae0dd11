/** Dates and stretches of dates in running text, in Arabic or Chinese digits. */
import { toHalfWidth } from './normalise.js';

/** A date as far as it is written out; a part that is not written is absent. */
export interface PartialDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** Two dates joined by 至 or a dash; `span` are UTF-16 offsets, end exclusive. */
export interface DateRange {
  readonly span: readonly [number, number];
  readonly from: PartialDate;
  readonly to: PartialDate;
}

const YEAR = '(?:20\\d{2}|二[〇零○O0][〇零○O0一二三四五六七八九]{2})';
const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const WRITTEN = `(?:${YEAR}\\s*年度?\\s*|(?:本|当|今|同|上一?)年度?\\s*)?${NUMBER}\\s*月份?(?:\\s*${NUMBER}\\s*[日号])?`;
const DOTTED = '20\\d{2}([-./])\\d{1,2}[-./]\\d{1,2}日?';
const JOINED = '\\s*(?:开始)?[,，]?\\s*(?:起至|起到|至|到|[-—–―─~～]{1,2})\\s*';
const RANGE = new RegExp(
  `(?:(${WRITTEN})\\s*起?${JOINED}(${WRITTEN})|(${DOTTED})\\s*起?${JOINED}(${DOTTED})|(${YEAR}\\s*年度?\\s*${NUMBER})\\s*[-—–―~～至到]{1,2}\\s*(${NUMBER}\\s*月))`,
  'g',
);
const PARTS = new RegExp(`^(?:(${YEAR})\\s*年度?|[^\\d一二三四五六七八九十]*年度?)?\\s*(${NUMBER})?\\s*(?:月份?)?(?:\\s*(${NUMBER})\\s*[日号])?$`);
const ALONE = new RegExp(`(?<!\\d)${YEAR}(?=\\s*年)`, 'g');

const DIGITS = '一二三四五六七八九';

/** A year in Arabic or Chinese digits: 2020, 二〇二〇. */
function toYear(text: string): number {
  return Number([...text].map((digit) => (/[〇零○O]/.test(digit) ? 0 : DIGITS.includes(digit) ? DIGITS.indexOf(digit) + 1 : digit)).join(''));
}

/** A month or a day: 12, 十二, 三十一. */
function toSmall(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['零', text];
  return (tens === '' ? 1 : DIGITS.indexOf(tens!) + 1) * 10 + (ones ? DIGITS.indexOf(ones) + 1 : 0);
}

function toDate(text: string): PartialDate {
  const dotted = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})/.exec(text);
  if (dotted) return { year: Number(dotted[1]), month: Number(dotted[2]), day: Number(dotted[3]) };
  const [, year, month, day] = PARTS.exec(text) ?? [];
  return { ...(year ? { year: toYear(year) } : {}), ...(month ? { month: toSmall(month) } : {}), ...(day ? { day: toSmall(day) } : {}) };
}

/** Every stretch of dates in a text: 2024年1月1日至12月31日, 2024.1.1—2024.12.31, 二〇二四年一月至十二月, 2024年1-12月. */
export function dateRanges(text: string): readonly DateRange[] {
  return [...toHalfWidth(text).matchAll(RANGE)].map((match) => {
    const [from, to] = [match[1] ?? match[3] ?? match[7], match[2] ?? match[5] ?? match[8]];
    return { span: [match.index, match.index + match[0].length], from: toDate(from ?? ''), to: toDate(to ?? '') };
  });
}

/** The date that a text begins with, or undefined. */
export function dateAt(text: string): { readonly date: PartialDate; readonly length: number } | undefined {
  const found = new RegExp(`^(?:${DOTTED}|${WRITTEN})`).exec(toHalfWidth(text))?.[0];
  return found ? { date: toDate(found), length: found.length } : undefined;
}

/** Every year written before 年, with its offsets. */
export function yearsIn(text: string): readonly { readonly year: number; readonly span: readonly [number, number] }[] {
  return [...toHalfWidth(text).matchAll(ALONE)].map((match) => ({ year: toYear(match[0]), span: [match.index, match.index + match[0].length] }));
}
