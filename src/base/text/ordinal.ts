/** Printed ordinals: 三, 十二, 12, ③. */

const DIGITS = '一二三四五六七八九';

/** The number that an ordinal prints, up to 99; NaN when it is none. */
export function ordinalOf(printed: string): number {
  if (/^\d{1,2}$/.test(printed)) return Number(printed);
  if (/^[①-⑳]$/.test(printed)) return printed.charCodeAt(0) - '①'.charCodeAt(0) + 1;
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(printed);
  if (!match || printed === '') return Number.NaN;
  const [, first = '', ten, last = ''] = match;
  const ones = (digit: string): number => DIGITS.indexOf(digit) + 1;
  if (ten === '') return last === '' ? ones(first) : Number.NaN;
  return (first === '' ? 1 : ones(first)) * 10 + ones(last);
}
