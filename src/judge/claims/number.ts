/** Numbers in running text: Arabic with separators and 万, Chinese, full-width, shares (百分之…, 六成); with the unit behind them. */

/** How a number that is not meant exactly is meant: 近35件, 35件以上, 约35件. */
export type Bound = 'under' | 'over' | 'near';

/** A number as written. */
export interface WrittenNumber {
  /** UTF-16 offsets of number and unit, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** What the last printed place is worth: 1 for 35, 0.1 for 58.5, 1000 for 1.2万. */
  readonly step: number;
  /** 件, 条, 元, % …; empty when none is written. */
  readonly unit: string;
  /** Absent when it is meant exactly. */
  readonly bound?: Bound;
}

/** Units that count things one by one: a figure of the tables in running text has one of them. */
export const COUNT_UNITS: ReadonlySet<string> = new Set('件次 人次 条次 宗次 起次 件 份 宗 起 条 项 个 例 次 篇 笔 户 批 人 部 桩 单'.split(' '));

/** Other units only keep a number from being taken for a count. */
const UNITS: ReadonlySet<string> = new Set([
  ...COUNT_UNITS,
  ...(
    '个百分点 百分点 个工作日 工作日 期次 场次 平方米 公里 元 % ‰ 年 月 日 号 时 分 秒 期 场 名 家 页 张 倍 天 周 岁 位 届 级 类 块 本 册 幅 处 座 亩 米 楼 室 路 集 辆 台 套 轮 版 字 ' +
    '封 通 面 支 组 批次 卷 艘 队 所 栏 栋 把'
  ).split(' '),
]);
const LONGEST_UNIT = 4;
const ARABIC = /(\d{1,3}(?:,\d{3}){1,4}(?![\d,])|\d{1,15})(\.\d{1,6})?\s{0,3}([万亿]?)\s{0,3}([余多几来]?)([万亿]?)\s{0,3}/y;
const NUMERAL = '零〇一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟';
const CHINESE = new RegExp(`([${NUMERAL}]{1,9}(?:万[${NUMERAL}]{0,7})?)(余|多|几|来)?(件次|人次|件|份|宗|起|条|例|部|元)`, 'y');
const PERCENT = new RegExp(`百分之([${NUMERAL}]{1,5})(?:点([${NUMERAL}]{1,4}))?`, 'y');
const TENTHS = /([一二三四五六七八九])成([一二三四五六七八九])?/y;
const HALVES: readonly (readonly [string, number, Bound])[] = [
  ['半数以上', 50, 'over'],
  ['一半以上', 50, 'over'],
  ['过半', 50, 'over'],
  ['三分之一', 33.3, 'near'],
  ['三分之二', 66.7, 'near'],
  ['四分之一', 25, 'near'],
  ['四分之三', 75, 'near'],
  ['一半', 50, 'near'],
];
const AFTER: readonly (readonly [RegExp, Bound])[] = [
  [/^\s{0,2}(?:左右|上下)/, 'near'],
  [/^\s{0,2}(?:以上|之多|多|余|强)/, 'over'],
  [/^\s{0,2}(?:以内|以下|弱)/, 'under'],
];
const BEFORE: readonly (readonly [RegExp, Bound])[] = [
  [/(?:近|将近|接近|不到|不足|最多|不超过)\s?$/, 'under'],
  [/(?:超|逾|超过|至少|突破|高于|多达|[\d一二三四五六七八九十][至到~～-])\s?$/, 'over'],
  [/(?:约|大约|约为|约占)\s?$/, 'near'],
];

const DIGIT: { readonly [digit: string]: number } = Object.fromEntries(
  ['零〇', '一壹', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((forms, digit) => [...forms].map((form) => [form, digit])),
);
const POWER: { readonly [unit: string]: number } = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** A whole number below 10,000 in Chinese counting, or digit by digit; undefined when it is none. */
function parseFour(part: string): number | undefined {
  const digits = [...part].map((character) => DIGIT[character]);
  if (part.length > 1 && digits.every((digit) => digit !== undefined) && !/^零./.test(part)) return Number(digits.join(''));
  let [result, last] = [0, Number.POSITIVE_INFINITY];
  let digit: number | undefined;
  for (const character of part) {
    const power = POWER[character];
    if (power === undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = DIGIT[character] ?? 0;
      continue;
    }
    if (power >= last || (digit === undefined && power !== 10)) return undefined;
    result += (digit ?? 1) * power;
    [digit, last] = [undefined, power];
  }
  return result + (digit ?? 0);
}

/** A whole number in Chinese counting: 两, 十二, 一百零五, 一万二千, 壹佰, also digit by digit (二〇); undefined when it is none. */
export function parseChinese(text: string): number | undefined {
  const [high = '', low] = text.split('万');
  if (low === undefined) return parseFour(high);
  const [many, few] = [parseFour(high), parseFour(low)];
  return many === undefined || few === undefined ? undefined : many * 10_000 + few;
}

/** How the words around a number limit it. */
function boundOf(text: string, start: number, end: number): Bound | undefined {
  const after = AFTER.find(([pattern]) => pattern.test(text.slice(end, end + 4)));
  return (after ?? (start > 0 ? BEFORE.find(([pattern]) => pattern.test(text.slice(Math.max(0, start - 4), start))) : undefined))?.[1];
}

/** The longest unit that stands at an offset. */
function unitAt(text: string, at: number): string {
  for (let length = LONGEST_UNIT; length > 0; length -= 1) {
    const unit = text.slice(at, at + length);
    if (UNITS.has(unit)) return unit;
  }
  return '';
}

function written(text: string, start: number, end: number, facts: Pick<WrittenNumber, 'value' | 'step' | 'unit'>, bound?: Bound): WrittenNumber {
  const limits = bound ?? boundOf(text, start, end);
  return { start, end, ...facts, ...(limits ? { bound: limits } : {}) };
}

function arabicAt(text: string, start: number): WrittenNumber | undefined {
  ARABIC.lastIndex = start;
  const found = ARABIC.exec(text);
  if (!found) return undefined;
  const [whole, digits = '', decimals = '', near = '', some = '', far = ''] = found;
  const unit = unitAt(text, start + whole.length);
  const ten = near || far;
  const scale = ten === '万' ? 10_000 : ten === '亿' ? 100_000_000 : 1;
  const end = unit === '' ? start + whole.trimEnd().length : start + whole.length + unit.length;
  const plain = Number((digits.length > 3 ? digits.replaceAll(',', '') : digits) + decimals);
  const value = scale === 1 ? plain : Number((plain * scale).toPrecision(15));
  const range = /^[~～至到-](?!20\d\d年)\d/.test(text.slice(end, end + 6)) && digits.length < 4;
  const step = (scale * 10) / 10 ** Math.max(1, decimals.length);
  return written(text, start, end, { value, step, unit }, some !== '' ? 'over' : range ? 'over' : undefined);
}

/** 百分之四十一点三, 六成, 过半. */
function shareAt(text: string, start: number): WrittenNumber | undefined {
  const half = HALVES.find(([words]) => text.startsWith(words, start));
  if (half) return written(text, start, start + half[0].length, { value: half[1], step: half[2] === 'over' ? 50 : 2, unit: '%' }, half[2]);
  TENTHS.lastIndex = start;
  const tenths = TENTHS.exec(text);
  if (tenths && !/[熟立]/.test(text[start + tenths[0].length] ?? '')) {
    const value = DIGIT[tenths[1]!]! * 10 + (tenths[2] ? DIGIT[tenths[2]]! : 0);
    const end = start + tenths[0].length;
    const more = /[多余]/.test(text[end] ?? '');
    return written(text, start, more ? end + 1 : end, { value, step: tenths[2] ? 1 : 10, unit: '%' }, more ? 'over' : undefined);
  }
  PERCENT.lastIndex = start;
  const percent = PERCENT.exec(text);
  const whole = percent && parseChinese(percent[1]!);
  if (!percent || whole === null || whole === undefined) return undefined;
  const places = [...(percent[2] ?? '')].map((digit) => DIGIT[digit]);
  const step = places.length === 0 ? 1 : Number((10 ** -places.length).toPrecision(3));
  return written(text, start, start + percent[0].length, { value: Number(`${whole}.${places.join('')}`), step, unit: '%' });
}

const BEGINS = new Set(`0123456789过半${NUMERAL}`);

/**
 * The number that starts at `start` of a half-width text, or undefined. Chinese numerals count only before a
 * counting unit, so that 第二十条, 一起 (together) and 一件事 are none.
 */
export function numberAt(text: string, start: number): WrittenNumber | undefined {
  if (!BEGINS.has(text[start]!)) return undefined;
  const code = text.charCodeAt(start);
  const previous = text.charCodeAt(start - 1);
  if (code >= 48 && code <= 57) {
    const inside = (previous >= 48 && previous <= 57) || (previous >= 97 && previous <= 122) || (previous >= 65 && previous <= 90);
    if (inside || /[第.\-_/\\〔[【]/.test(text[start - 1] ?? '')) return undefined;
    const found = arabicAt(text, start);
    return found && found.unit === '' && /[A-Za-z\-_/\\〕\]】:.@]/.test(text[found.end] ?? '') && !found.bound ? undefined : found;
  }
  const share = shareAt(text, start);
  if (share) return share;
  CHINESE.lastIndex = start;
  const found = CHINESE.exec(text);
  if (!found || /[第星每逐统同进初唯十百千万]/.test(text[start - 1] ?? '')) return undefined;
  const value = parseChinese(found[1]!);
  const end = start + found[0].length;
  // 一例 in 无一例外, 一起 (together) and 一件一件 count nothing.
  if (value === undefined || /^(?:事|外|一[件条起])/.test(text.slice(end, end + 2))) return undefined;
  const step = found[3] === '元' && found[1]!.endsWith('万') ? 10_000 : 1;
  return written(text, start, end, { value, step, unit: found[3]! }, found[2] ? 'over' : undefined);
}
