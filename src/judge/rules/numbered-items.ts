/** The numbered items of running text: （一）, 1., （1）, ①, 一是, 第一，. */
import { toHalfWidth } from '../../base/text/normalise.js';
import { ordinalOf } from '../../base/text/ordinal.js';

/** How an item is numbered; items of one list have one style. */
export type ItemStyle = 'bracketed-han' | 'arabic' | 'bracketed-arabic' | 'circled' | 'is' | 'ordinal';

/** The number of an item where it stands: at the head of a paragraph, or after a closing mark. */
export interface ItemMark {
  readonly style: ItemStyle;
  readonly value: number;
  /** UTF-16 offsets of the printed number, end exclusive. */
  readonly span: readonly [number, number];
}

const HAN = '[一二三四五六七八九十]{1,3}';
/** What may stand before an item's number: the head of the paragraph or a mark that parts. */
const START = '(?<=^[\\s\\u3000]*|[。；;：:，,！!？?\\n][\\s\\u3000]*)';
/** 一是一、二是二 and 三是三 are no items; 1.5万 and 1.1 neither; （三）项 names a clause. */
const MARKS = new RegExp(
  [
    `${START}[（(](?<han>${HAN})[）)](?![项款条])`,
    `${START}[（(](?<bracketed>\\d{1,2})[）)](?![项款条号])`,
    `(?<=^[\\s\\u3000]*|[。；;：:\\n][\\s\\u3000]*)(?<arabic>\\d{1,2})(?:、|\\.(?!\\d))`,
    `(?<circled>[①-⑳])`,
    `${START}(?<is>${HAN})是(?!\\k<is>)`,
    `${START}第(?<ordinal>${HAN})[，,、]`,
  ].join('|'),
  'g',
);

const STYLES: { readonly [group: string]: ItemStyle } = {
  han: 'bracketed-han',
  bracketed: 'bracketed-arabic',
  arabic: 'arabic',
  circled: 'circled',
  is: 'is',
  ordinal: 'ordinal',
};

/** The item numbers of a paragraph, in order. */
export function itemMarks(paragraph: string): readonly ItemMark[] {
  if (!/[一二三四五六七八九十①-⑳\d０-９]/.test(paragraph)) return [];
  return [...toHalfWidth(paragraph).matchAll(MARKS)].map((match): ItemMark => {
    const [group, printed] = Object.entries(match.groups!).find(([, words]) => words !== undefined)!;
    return { style: STYLES[group]!, value: ordinalOf(printed), span: [match.index, match.index + match[0].length] };
  });
}
