/** What the text says about 信息处理费. */
import { judgeList, readLists } from './lists.js';
import type { ReadSentence } from './read.js';
import { has } from './tree.js';

/** A stated amount of 信息处理费. */
export interface StatedFee {
  readonly pointer: string;
  readonly span: readonly [number, number];
  /** In 元. */
  readonly yuan: number;
  /** In 元: what the last printed place is worth. */
  readonly step: number;
}

const FEE = /信息处理费|处理费/;

/** Whether a text speaks of 信息处理费, or of charging for disclosure at all. */
export function mentionsFee(text: string): boolean {
  return /信息处理费|处理费|收费|收取.{0,20}费|费用/.test(text);
}

/** The amounts of 信息处理费 that a text states for the year. */
export function statedFees(sentences: readonly ReadSentence[]): readonly StatedFee[] {
  return sentences.flatMap(({ phrases, pointer, text, doubt, start, end }) => {
    const mention = FEE.exec(text.slice(start, end));
    if (doubt !== undefined || !mention) return [];
    const from = start + mention.index;
    return phrases.flatMap(({ figure, words, start: begin }) => {
      if (figure?.number.unit !== '元' || figure.number.bound || figure.start < from) return [];
      // 每件10元 is a rate; 较上年增加 a difference; 应收 may not have been paid.
      const before = text.slice(Math.max(from, begin, figure.start - 12), figure.start);
      if (has(words, 'each', 'compare', 'change', 'past') || /标准|每|[至到~～—-]\s?$/.test(before)) return [];
      return [{ pointer, span: [figure.start, figure.end] as const, yuan: figure.number.value, step: figure.number.step }];
    });
  });
}

/** A list of amounts of 信息处理费 that does not add up. */
export function brokenFeeLists(
  sentences: readonly ReadSentence[],
): readonly { readonly pointer: string; readonly span: readonly [number, number]; readonly total: number; readonly sum: number }[] {
  const about = sentences.filter(({ text }) => FEE.test(text));
  return readLists(about).flatMap((list) => {
    // Fees are divided by how they are counted, 按件 and 按量: two parts are all there are.
    const broken = list.unit === '元' ? judgeList({ ...list, complete: list.complete || list.closed }) : undefined;
    return broken ? [{ pointer: list.pointer, span: list.span, ...broken }] : [];
  });
}
