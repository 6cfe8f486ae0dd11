/** What the text says about 信息处理费. */
import { has, type NumberToken, type WordToken } from './frame.js';
import { judgeList, readLists } from './lists.js';
import type { ReadSentence } from './read.js';

/** A stated amount of 信息处理费. */
export interface StatedFee {
  readonly pointer: string;
  readonly span: readonly [number, number];
  /** In 元. */
  readonly yuan: number;
  /** In 元: what the last printed place is worth. */
  readonly step: number;
  /** The whole amount charged or received in the year, not one of its items. */
  readonly whole: boolean;
}

const FEE = /信息处理费|处理费/;

/** Whether a text speaks of 信息处理费, or of charging for disclosure at all. */
export function mentionsFee(text: string): boolean {
  return /信息处理费|处理费|收费|收取.{0,20}费|费用/.test(text);
}

/** The amounts of 信息处理费 that a text states for the year. */
export function statedFees(sentences: readonly ReadSentence[]): readonly StatedFee[] {
  const about = sentences.filter(({ text, start, end }) => FEE.test(text.slice(start, end)));
  return about.flatMap((sentence) => {
    const { tokens, pointer, text, doubt } = sentence;
    if (doubt !== undefined) return [];
    const amounts = tokens.filter((token): token is NumberToken => token.type === 'number' && token.number.unit === '元' && !token.number.about);
    const mention = sentence.start + FEE.exec(text.slice(sentence.start, sentence.end))!.index;
    return amounts
      .filter(({ start }) => start > mention)
      .flatMap((token, index) => {
        const clause = tokens.filter(
          (other): other is WordToken => other.type === 'word' && other.end <= token.start && other.start >= (amounts[index - 1]?.end ?? mention),
        );
        // 每件10元 is a rate; 较上年增加 a difference; 应收 may not have been paid.
        if (has(clause, 'each', 'comparison', 'change', 'last-year') || /标准|每/.test(text.slice(Math.max(mention, token.start - 12), token.start))) return [];
        const { value, step } = token.number;
        return [{ pointer, span: [token.start, token.end] as const, yuan: value, step, whole: index === 0 && !has(clause, 'among') }];
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
