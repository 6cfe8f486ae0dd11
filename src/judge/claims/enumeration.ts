/** Sentences that name the parts of the report and say how many there are: 由总体情况、…等六部分组成. */
import { parseChinese } from './number.js';

/** An enumeration whose count is not the number of names. */
export interface WrongEnumeration {
  /** UTF-16 offsets of names and count, end exclusive. */
  readonly span: readonly [number, number];
  readonly said: number;
  readonly named: number;
  /** A name that stands there twice. */
  readonly twice?: string;
}

const COUNTED = /(?:等|共|共计|分为|分|以上)?\s?([一二三四五六七八九十]{1,2}|\d{1,2})\s?个?\s?(?:部分|方面|项内容|项|章)(?:内容)?/g;
const OPENING = /(?:由|包括|包含|涵盖|分为|主要从|从|内容为|内容包括|内容有)\s?[:：]?\s?/g;
/** A name of a part of the report ends like this; what does not goes on over the next 、. */
const NAME_END = /(?:情况|事项|措施|思路|概述|概况|内容|问题|计划|建议|打算|方向|工作|说明|附件|附表|安排|统计|数据|报告)$/;
/** Names that contain a 、: 行政复议、行政诉讼情况. */
const INNER =
  /(?<=复议)\s?[、,，]\s?(?=(?:被)?(?:提起)?(?:行政)?诉讼)|(?<=(?:存在)?(?:的)?(?:主要)?问题)\s?、\s?(?=(?:改进|整改|下一步))|(?<=机构)\s?、\s?(?=人员)/g;
/** A name as short as this may open another rightly. */
const LEAST_NAME = 8;
/** Conjunctions that part names: 以及, and 和, 及 before 其他需要报告的事项 or 附件. */
const JOINED = /以及|(?:和|及|与)(?=(?:其他|其它|需要|应当|附件|附表))/g;

/** The names in a list: the fewest and the most there may be. */
function countNames(list: string): readonly [number, number] {
  const pieces = list
    .replace(/(^|[；;，,、。\s])[一二三四五六七八九十]、/g, '$1')
    .replace(INNER, '')
    .replace(JOINED, '、')
    .split(/[、,，;；]/)
    .map((name) => name.replace(/[\s“”"《》]/g, ''))
    .filter((name) => name !== '');
  let whole = 0;
  pieces.forEach((name, index) => {
    if (NAME_END.test(name) || index === pieces.length - 1) whole += 1;
  });
  // 主动公开情况和申请办理情况 may be two names.
  const joined = pieces.filter((name) => /(?:情况|事项)[和及与](?!其[他它])/.test(name)).length;
  return [whole, pieces.length + joined];
}

/** A name that opens another, or stands twice: 因…被申请行政复议、因…被申请行政复议和提起行政诉讼情况. */
function namedTwice(list: string): string | undefined {
  const names = list.split(/[、,，;；]/).map((name) => name.replace(/[\s“”"《》]/g, ''));
  return names.find((name, index) => name.length >= LEAST_NAME && names.some((other, at) => at > index && other.startsWith(name)));
}

/** The names of sections listed behind their count: 由六个部分组成：总体情况；…。 */
function listedBehind(text: string, from: number): { readonly list: string; readonly end: number } | undefined {
  const lead = /^(?:组成|构成|内容)?[,，]?(?:(?:分别为|分别是|包括|即)?\s?[:：]|分别为|分别是)\s?/.exec(text.slice(from, from + 16));
  if (!lead) return undefined;
  const list = /^[^。\n]{0,400}/.exec(text.slice(from + lead[0].length))![0];
  return /总体情况|概述/.test(list) && /公开/.test(list) && !/[:：]/.test(list) ? { list, end: from + lead[0].length + list.length } : undefined;
}

/** The enumerations of a text that name fewer or more parts than they say; what may be counted either way is not judged. */
export function wrongEnumerations(text: string): readonly WrongEnumeration[] {
  const found: WrongEnumeration[] = [];
  if (!/部分|方面|项|章/.test(text)) return found;
  for (const match of text.matchAll(COUNTED)) {
    const said = /^\d/.test(match[1]!) ? Number(match[1]) : parseChinese(match[1]!);
    if (said === undefined || said < 2 || said > 12) continue;
    const sentence = Math.max(text.lastIndexOf('。', match.index), text.lastIndexOf('\n', match.index)) + 1;
    const before = text.slice(sentence, match.index);
    const opening = [...before.matchAll(OPENING)].find(({ index }) => /[、,，]/.test(before.slice(index)) && /情况|概述|事项/.test(before.slice(index)));
    if (!opening) {
      const listed = listedBehind(text, match.index + match[0].length);
      const count = listed && countNames(listed.list);
      if (count && (said < count[0] || said > count[1])) found.push({ span: [match.index, listed.end], said, named: said < count[0] ? count[0] : count[1] });
      continue;
    }
    const start = sentence + opening.index + opening[0].length;
    const list = text.slice(start, match.index).replace(/(?:等|共|共计)$/, '');
    // Names of sections only; 分为三个部分 before a colon lists elsewhere.
    if (!/公开/.test(list) || list.length > 400 || /[:：]/.test(list)) continue;
    const [fewest, most] = countNames(list);
    const twice = namedTwice(list);
    if (twice) {
      found.push({ span: [start, match.index + match[0].length], said, named: most, twice });
      continue;
    }
    if (said >= fewest && said <= most) continue;
    // 总体情况、主动公开情况等六个方面 names a few; a list with more than half of them means them all.
    if (match[0].startsWith('等') && 2 * most <= said) continue;
    found.push({ span: [start, match.index + match[0].length], said, named: said < fewest ? fewest : most });
  }
  return found;
}
