/** Marks of Western text in Chinese sentences, and marks that stand doubled. */
import { addresses, inside } from './written.js';

/** A mark with the one that should stand there; offsets are UTF-16, end exclusive. */
export interface MarkFault {
  readonly span: readonly [number, number];
  readonly found: string;
  readonly due: string;
  /** Whether that can be read in no other way: only then is it repaired unasked. */
  readonly sure: boolean;
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

/** 1. 一. (1). */
const NUMBER = /(?:第?[一二三四五六七八九十\d]{1,3}|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[）)]|附件\d{0,3})$/;

/** Whether the mark at an offset is that of a number at the head of a line or clause. */
function closesNumber(text: string, index: number): boolean {
  const number = NUMBER.exec(text.slice(Math.max(0, index - 6), index))?.[0];
  if (number === undefined) return false;
  let at = index - number.length - 1;
  while (/[^\S\n]/.test(text.charAt(at))) at -= 1;
  return at < 0 || /[\n。；;：:，,、]/.test(text[at]!);
}

/** Offsets of half-width brackets that hold or touch Chinese: both of a pair, or one left alone; whether it has a partner. */
function brackets(text: string): ReadonlyMap<number, boolean> {
  const open: number[] = [];
  const pairs: (readonly number[])[] = [];
  // The last Chinese letter up to each bracket that closes: a pair holds one when it stands behind the bracket that opens.
  const han = new Map<number, number>();
  let last = -1;
  for (let index = 0; index < text.length; index += 1) {
    if (HAN.test(text[index]!)) last = index;
    else if (text[index] === '(' || text[index] === '（') open.push(index);
    else if (text[index] === ')' || text[index] === '）') {
      han.set(index, last);
      pairs.push([...open.splice(-1), index]);
    }
  }
  for (const index of open) pairs.push([index]);
  return new Map(
    pairs
      .filter((pair) => pair.length === 1 || han.get(pair[1]!)! > pair[0]!)
      .flatMap((pair) => pair.map((index) => [index, pair.length === 2] as const))
      .filter(([index]) => text[index] === '(' || text[index] === ')'),
  );
}

/**
 * Whether a half-width mark means its full-width form and nothing else. A lone bracket may be one too many; a dot between words may
 * stand for 、 or belong to a name of a file; ? is what programs write for a letter that they do not have (国办函?2021?30号, 张?明).
 */
function isSure(text: string, index: number, paired: boolean): boolean {
  const mark = text[index]!;
  if (mark === '(' || mark === ')') return paired;
  if (mark !== '.' && mark !== '?') return true;
  return /^[”’」』）)\s]*$/.test(text.slice(index + 1, index + 8)) && index + 8 >= text.length;
}

/** Half-width marks in Chinese text. Numbers, times, addresses, Latin text and the form's own notes are left alone. */
export function halfWidthMarks(text: string): readonly MarkFault[] {
  if (!/[,;:?!().]/.test(text) || !HAN.test(text) || /[勾钩]稽关系/.test(text)) return [];
  const pages = addresses(text);
  const bracketAt = brackets(text);
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
          ? !chineseBefore || !(chineseAfter || after === '') || /[.．…]/.test(text.charAt(index - 1)) || closesNumber(text, index)
          : mark === ':'
            ? !chineseBefore || !(chineseAfter || after === '')
            : !(chineseBefore || chineseAfter) || closesNumber(text, index) || (!chineseBefore && !/[\da-z%)]/i.test(before));
    if (!right) found.push({ span: [index, index + 1], found: mark, due: FULL[mark]!, sure: isSure(text, index, bracketAt.get(index) === true) });
  }
  return found;
}

/** Two marks where one belongs; an ellipsis, 》、《 and the like are right, and so are half-width dots, which lead, range and name folders. */
const DOUBLED = /([，。；：、？！])\1+|[,，]{2,}|[;；]{2,}|[，、；：][。；，、：]|。[，、；：]|(?!？！)[!！？?]{2,}|。\.(?!\.)|(?<!\.)\.。/g;

/** Marks that stand doubled. 。。 and ，， were typed twice; of any others a word may be missing between them, or the one or the other be meant. */
export function doubledMarks(text: string): readonly MarkFault[] {
  const pages = addresses(text);
  return [...text.matchAll(DOUBLED)]
    .filter(({ index }) => !inside(pages, index))
    .map(({ index, 0: found }) => ({
      span: [index, index + found.length] as const,
      found,
      due: /[。.]/.test(found) ? '。' : (FULL[found[0]!] ?? found[0]!),
      sure: found === '。。' || found === '，，',
    }));
}

/** Enumeration commas between titles in marks of their own, where none is needed (GB/T 15834-2011, 4.5.3.5): 《甲》、《乙》. */
export function needlessCommas(text: string): readonly MarkFault[] {
  return [...text.matchAll(/(?<=》)[ \u3000]*、[ \u3000]*(?=《)/g)].map(({ 0: found, index }) => ({
    span: [index, index + found.length],
    found,
    due: '',
    sure: false,
  }));
}
