/** Numbers in running text: Arabic with separators and 万, Chinese, full-width; with the unit behind them. */

/** A number as written. */
export interface WrittenNumber {
  /** UTF-16 offsets of number and unit, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Where the digits end and the unit begins. */
  readonly unitStart: number;
  readonly value: number;
  /** What the last printed place is worth: 1 for 35, 0.1 for 58.5, 1000 for 1.2万. */
  readonly step: number;
  /** 件, 条, 元, % …; empty when none is written. */
  readonly unit: string;
  /** Written as about: 近35件, 100余条, 3至5件. */
  readonly about: boolean;
}

/** Units that count things one by one: a figure of the tables in running text has one of them. */
export const COUNT_UNITS: ReadonlySet<string> = new Set([
  '件次',
  '人次',
  '条次',
  '件',
  '份',
  '宗',
  '起',
  '条',
  '项',
  '个',
  '例',
  '次',
  '篇',
  '笔',
  '户',
  '批',
  '人',
]);

/** Other units only keep a number from being taken for a count. */
const UNITS: ReadonlySet<string> = new Set(
  (
    '个百分点 百分点 个工作日 工作日 件次 人次 条次 期次 场次 平方米 公里 件 份 宗 起 条 项 个 例 次 篇 笔 户 批 人 元 % ‰ 年 月 日 号 时 分 秒 期 场 部 名 家 页 张 倍 天 周 岁 位 届 级 类 ' +
    '块 本 册 幅 处 座 亩 米 楼 室 路 集 辆 台 套 轮 版 字'
  ).split(' '),
);
const LONGEST_UNIT = 4;
const ARABIC = /(\d{1,3}(?:,\d{3}){1,4}(?![\d,])|\d{1,15})(\.\d{1,6})?\s{0,3}([万亿]?)\s{0,3}([余多几来]?)([万亿]?)\s{0,3}/y;
const CHINESE = /([零〇一二三四五六七八九十百千两]{1,9}(?:万[零〇一二三四五六七八九十百千两]{0,7})?)(余|多|几|来)?(件次|件|份|宗|起|条|例)/y;
const AFTER = /\s{0,2}(?:左右|以上|以内|上下|之多|多)/y;
const BEFORE = /(?:近|约|超|逾|超过|将近|接近|大约|约为|不到|不足|至少|最多|[\d一二三四五六七八九十][至到~～-])\s?$/;

const DIGIT: { readonly [digit: string]: number } = { 零: 0, 〇: 0, 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const POWER: { readonly [unit: string]: number } = { 十: 10, 百: 100, 千: 1000 };

/** A whole number in Chinese counting: 两, 十二, 一百零五, 一万二千, also digit by digit (二〇); undefined when it is none. */
export function parseChinese(text: string): number | undefined {
  const [high, low] = text.includes('万') ? text.split('万') : ['', text];
  let result = 0;
  for (const part of [high ?? '', low ?? '']) {
    result *= 10_000;
    if (part === '') continue;
    if (/^[零〇一二三四五六七八九]{2,}$/.test(part) && !/^零./.test(part)) {
      result += Number([...part].map((digit) => DIGIT[digit]).join(''));
      continue;
    }
    let digit: number | undefined;
    let last = Number.POSITIVE_INFINITY;
    for (const character of part) {
      const power = POWER[character];
      if (power === undefined) {
        if (digit !== undefined && digit !== 0) return undefined;
        digit = DIGIT[character] ?? 0;
      } else {
        if (power >= last || (digit === undefined && power !== 10)) return undefined;
        result += (digit ?? 1) * power;
        digit = undefined;
        last = power;
      }
    }
    result += digit ?? 0;
  }
  return result;
}

function isAbout(text: string, start: number, end: number): boolean {
  AFTER.lastIndex = end;
  return AFTER.test(text) || (start > 0 && BEFORE.test(text.slice(Math.max(0, start - 4), start)));
}

/** The longest unit that stands at an offset. */
function unitAt(text: string, at: number): string {
  for (let length = LONGEST_UNIT; length > 0; length -= 1) {
    const unit = text.slice(at, at + length);
    if (UNITS.has(unit)) return unit;
  }
  return '';
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
  return {
    start,
    end,
    unitStart: end - unit.length,
    value,
    step: (scale * 10) / 10 ** Math.max(1, decimals.length),
    unit,
    about: some !== '' || isAbout(text, start, end) || (/^[~～至到-](?!20\d\d年)\d/.test(text.slice(end, end + 6)) && digits.length < 4),
  };
}

/**
 * The number that starts at `start` of a half-width text, or undefined. Chinese numerals count only before a
 * counting unit, so that 第二十条, 一起 (together) and 一件事 are none.
 */
export function numberAt(text: string, start: number): WrittenNumber | undefined {
  const code = text.charCodeAt(start);
  const previous = text.charCodeAt(start - 1);
  if (code >= 48 && code <= 57) {
    const inside = (previous >= 48 && previous <= 57) || (previous >= 97 && previous <= 122) || (previous >= 65 && previous <= 90);
    if (inside || /[第.\-_/\\〔[【]/.test(text[start - 1] ?? '')) return undefined;
    const found = arabicAt(text, start);
    return found && found.unit === '' && /[A-Za-z\-_/\\〕\]】:.@]/.test(text[found.end] ?? '') && !found.about ? undefined : found;
  }
  if (DIGIT[text[start]!] === undefined && POWER[text[start]!] === undefined) return undefined;
  CHINESE.lastIndex = start;
  const found = CHINESE.exec(text);
  if (!found || /[第星每逐统同进初唯同十百千万]/.test(text[start - 1] ?? '')) return undefined;
  const value = parseChinese(found[1]!);
  const end = start + found[0].length;
  if (value === undefined || text[end] === '事') return undefined;
  return { start, end, unitStart: end - found[3]!.length, value, step: 1, unit: found[3]!, about: found[2] !== undefined || isAbout(text, start, end) };
}
