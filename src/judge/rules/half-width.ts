/** Marks of Western text in Chinese sentences, and marks that stand doubled. */
import { addresses, inside } from './written.js';

/** A mark with the one that should stand there; offsets are UTF-16, end exclusive. */
export interface MarkFault {
  readonly span: readonly [number, number];
  readonly found: string;
  readonly due: string;
}

const HAN = /[\u3400-\u9fff]/;
/** Chinese letters and the marks that belong to them. */
const CHINESE = /[\u3400-\u9fff，。；：？！、“”‘’《》（）〔〕【】…—]/;
const FULL: { readonly [mark: string]: string } = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）', '.': '。' };

/** The next letter that is no blank, and whether there is one. */
function neighbour(text: string, from: number, step: 1 | -1): string {
  for (let index = from; index >= 0 && index < text.length; index += step) if (!/[\s\u3000]/.test(text[index]!)) return text[index]!;
  return '';
}

/** 1. 一. (1). at the head of a line: a number's own mark. */
const NUMBER_BEFORE =
  /(?:^|[\n。；;])[\s\u3000]*(?:第?[一二三四五六七八九十\d]{1,3}|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[）)]|附件\d*)$/;

/** Offsets of half-width brackets that hold or touch Chinese: both of a pair, or one left alone. */
function brackets(text: string): readonly number[] {
  const open: number[] = [];
  const pairs: (readonly number[])[] = [];
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '(' || text[index] === '（') open.push(index);
    else if (text[index] === ')' || text[index] === '）') pairs.push([...open.splice(-1), index]);
  }
  for (const index of open) pairs.push([index]);
  return pairs
    .filter((pair) => (pair.length === 2 ? HAN.test(text.slice(pair[0]!, pair[1])) : true))
    .flat()
    .filter((index) => text[index] === '(' || text[index] === ')')
    .sort((a, b) => a - b);
}

/** Half-width marks in Chinese text. Numbers, times, addresses, Latin text and the form's own notes are left alone. */
export function halfWidthMarks(text: string): readonly MarkFault[] {
  if (!/[,;:?!().]/.test(text) || !HAN.test(text) || /[勾钩]稽关系/.test(text)) return [];
  const pages = addresses(text);
  const bracketAt = new Set(brackets(text));
  const found: MarkFault[] = [];
  for (const { index, 0: mark } of text.matchAll(/[,;:?!().]/g)) {
    // A character code of a web page is spoken of as such.
    if (inside(pages, index) || (mark === ';' && /&#?\w{1,8}$/.test(text.slice(Math.max(0, index - 10), index)))) continue;
    const before = neighbour(text, index - 1, -1);
    const after = neighbour(text, index + 1, 1);
    const chineseBefore = CHINESE.test(before);
    const chineseAfter = CHINESE.test(after);
    const right =
      mark === '(' || mark === ')'
        ? !bracketAt.has(index)
        : mark === '.'
          ? !chineseBefore || !(chineseAfter || after === '') || /[.．…]/.test(text.charAt(index - 1)) || NUMBER_BEFORE.test(text.slice(0, index))
          : mark === ':'
            ? !chineseBefore || !(chineseAfter || after === '')
            : !(chineseBefore || chineseAfter) || NUMBER_BEFORE.test(text.slice(0, index)) || (!chineseBefore && !/[\da-z%)]/i.test(before));
    if (!right) found.push({ span: [index, index + 1], found: mark, due: FULL[mark]! });
  }
  return found;
}

/** Two marks where one belongs; an ellipsis, 》、《 and the like are right. */
const DOUBLED = /([，。；：、？！])\1+|[,，]{2,}|[;；]{2,}|[，、；：][。；，、：]|。[，、；：]|(?!？！)[!！？?]{2,}|(?<![.．\d])[.。]{2}(?![.．])/g;

/** Marks that stand doubled. The first decides, unless the sentence ends. */
export function doubledMarks(text: string): readonly MarkFault[] {
  return [...text.matchAll(DOUBLED)]
    .filter(({ index }) => !inside(addresses(text), index))
    .map(({ index, 0: found }) => ({
      span: [index, index + found.length] as const,
      found,
      due: /[。.]/.test(found) ? '。' : (FULL[found[0]!] ?? found[0]!),
    }));
}
