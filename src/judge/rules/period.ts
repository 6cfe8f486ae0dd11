/** The sentences that state the statistics period of a report. */
import { type DateRange, dateAt, dateRanges, type PartialDate, yearsIn } from '../../base/text/date.js';
import { sentences } from '../../base/text/sentences.js';
import type { RuleContext } from '../rule.js';

/** A statement of the period. What is not written is absent: 截至 gives no start, 统计期限为2024年 neither start nor end. */
export interface PeriodStatement {
  readonly pointer: string;
  /** The dates (or the words, when there are none); UTF-16 offsets, end exclusive. */
  readonly span: readonly [number, number];
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  readonly year?: number;
}

/** Words that announce the period; the last group only when dates follow at once. */
const ANNOUNCED =
  /统计(?:的)?(?:数据)?(?:期限|时限|时间|日期|周期|区间|期间|时段|范围|起止|截止|截至)|統計(?:期限|時限|時間)|数据(?:的)?(?:统计)?(?:时限|期限|起止|截止|截至|时间)|起止(?:时间|日期)|期限|时限|所列(?:的)?[^，。]{0,8}(?:数据|信息)|报告期/g;
const COVERS = /涵盖(?:了)?(?:自|从)?\s*(?=\d|[二本])/g;
/** Dates further away than this belong to something else. */
const NEAR = 40;

function within(from: number, ranges: readonly DateRange[]): DateRange | undefined {
  return ranges.find(({ span }) => span[0] >= from && span[0] - from <= NEAR);
}

function announced(text: string, start: number, pointer: string): PeriodStatement | undefined {
  const ranges = dateRanges(text);
  const marks = [...text.matchAll(ANNOUNCED), ...text.matchAll(COVERS)];
  const at = (span: readonly [number, number]): readonly [number, number] => [start + span[0], start + span[1]];
  for (const mark of marks) {
    const range = within(mark.index, ranges);
    if (range) return { pointer, span: at(range.span), from: range.from, to: range.to };
  }
  const strict = marks.find(([word]) => /统计|統計|数据.*(?:时限|期限|截)|报告期/.test(word));
  if (!strict) return undefined;
  const until = /(?:截至|截止(?:到|至|时间为?)?|至|到)\s*(?=[\d二])/g;
  until.lastIndex = strict.index;
  for (let match = until.exec(text); match; match = until.exec(text)) {
    const found = dateAt(text.slice(until.lastIndex, until.lastIndex + NEAR));
    if (found?.date.month) return { pointer, span: at([until.lastIndex, until.lastIndex + found.length]), to: found.date };
  }
  const year = yearsIn(text).find(({ span }) => span[0] > strict.index && span[0] - strict.index <= NEAR);
  return year ? { pointer, span: at(year.span), year: year.year } : { pointer, span: at([strict.index, strict.index + strict[0].length]) };
}

/** Whether two dates span a whole calendar year, whichever. */
export function isWholeYear(from: PartialDate, to: PartialDate): boolean {
  const start = from.month === 1 && (from.day ?? 1) === 1;
  const end = to.month === 12 && (to.day ?? 31) === 31;
  return start && end && (to.year ?? from.year) === from.year;
}

/** A date of the period that lacks its 年 or 日: 20241月1日, 12月31止. */
export interface LostMark {
  readonly pointer: string;
  readonly span: readonly [number, number];
  readonly lost: '年' | '日';
}

const LOST: readonly (readonly [RegExp, LostMark['lost']])[] = [
  [/(?<!\d)20\d{2}(?:1[0-2]|[1-9])月(?:\d{1,2}日?)?/g, '年'],
  [/(?<!\d)(?:1[0-2]|[1-9])月(?:[12]\d|3[01]|[1-9])(?=\s*(?:止|至|起|到|[，。；）]|$))/g, '日'],
];

/** The dates of sentences that announce the period which lack a mark. */
export function lostMarks({ paragraphs }: RuleContext): readonly LostMark[] {
  return paragraphs.flatMap(({ pointer, text }) => {
    if (!pointer.startsWith('/preface/')) return [];
    return sentences(text).flatMap(({ text: sentence, start }) => {
      if (!/统计|期限|时限/.test(sentence)) return [];
      return LOST.flatMap(([pattern, lost]) =>
        [...sentence.matchAll(pattern)]
          .slice(0, 1)
          .map(({ 0: found, index }): LostMark => ({ pointer, span: [start + index, start + index + found.length], lost })),
      );
    });
  });
}

const known = new WeakMap<RuleContext, readonly PeriodStatement[]>();

/** The statements of preface and overview, in order; a range of a whole year counts without any announcement. */
export function periodStatements(context: RuleContext): readonly PeriodStatement[] {
  const statements = known.get(context) ?? readStatements(context);
  known.set(context, statements);
  return statements;
}

function readStatements({ reading: { report }, paragraphs }: RuleContext): readonly PeriodStatement[] {
  const overview = report.sections.findIndex(({ key }) => key === 'overview');
  return paragraphs.flatMap(({ pointer, text, section }) => {
    if (section === undefined ? !pointer.startsWith('/preface/') : section !== overview) return [];
    return sentences(text).flatMap(({ text: sentence, start }): readonly PeriodStatement[] => {
      const statement = announced(sentence, start, pointer);
      if (statement) return [statement];
      if (/相?比|较|同期|上年/.test(sentence)) return [];
      const whole = dateRanges(sentence).find(({ from, to }) => isWholeYear(from, to));
      return whole ? [{ pointer, span: [start + whole.span[0], start + whole.span[1]], from: whole.from, to: whole.to }] : [];
    });
  });
}
