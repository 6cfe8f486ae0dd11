/** Folding of the spellings that one and the same label has in real reports. */

/** Spaces, quotes, punctuation. */
const NO_LETTERS = /[\s\u00a0\u3000\u200b-\u200f\ufeff“”"„‟「」『』＂''‘’、,，。.．:：;；()（）〔〕[\]【】<>《》\-—_/|·•*#]/g;

const MOST_KEPT = 500;

/** The function with its last results kept: the same labels and paragraphs are asked about again and again. Texts over `longest` are not kept. */
function remembering(act: (text: string) => string): (text: string, longest: number) => string {
  const kept = new Map<string, string>();
  return (text, longest) => {
    if (text.length > longest) return act(text);
    let result = kept.get(text);
    if (result === undefined) {
      // A copy: engines keep the whole document behind a piece that was cut out of it.
      const own = ` ${text}`.slice(1);
      result = act(own);
      if (kept.size === MOST_KEPT) kept.clear();
      kept.set(own, result);
    }
    return result;
  };
}

/** Full-width ASCII to half-width, digit and letter forms included; length is kept. */
export function toHalfWidth(text: string): string {
  if (!/[\uff01-\uff5e\u3000]/.test(text)) return text;
  return halved(text, 3000);
}

const halved = remembering((text) =>
  text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' '),
);

/** A label reduced to what tells it from others: no spaces, quotes or punctuation, half-width, 钩稽 as 勾稽, 其它 as 其他. */
export function foldLabel(text: string): string {
  return folded(text, 80);
}

const folded = remembering((text) => toHalfWidth(text).replace(NO_LETTERS, '').replaceAll('钩稽', '勾稽').replaceAll('其它', '其他').toLowerCase());

/** A unit of counting in brackets at the end; never 元 or 万元, which change what is counted. */
const COUNTED_IN = /[（(](?:单位[:：]?)?(?:件次|条次|人次|件|条|项|个|份|次|宗|起|篇)[）)]\s*$/;

/** The label of a cell, folded without the unit that some print behind it: 商业企业（件）. */
export function foldCell(text: string): string {
  return foldLabel(/[）)]\s*$/.test(text) ? text.replace(COUNTED_IN, '') : text);
}

const NUMBERING =
  /^[\s\u00a0\u3000]*(?:第?[一二三四五六七八九十]{1,3}[、.．,，:：\s]|[（(〔【]?[一二三四五六七八九十]{1,3}[）)〕】][、.．,，]?|[（(]?[0-9０-９]{1,2}[）)、.．,，]|[①-⑳])[\s\u00a0\u3000]*/u;

/** The printed number at the head of a label or heading (一、 （二） 3. ①), or the empty string. */
export function leadingNumber(text: string): string {
  return NUMBERING.exec(text)?.[0] ?? '';
}

/** A label without its printed number, folded. */
export function foldCore(text: string): string {
  return foldLabel(text.slice(leadingNumber(text).length));
}

/** Whether a UTF-16 unit is in a text; unlike `includes` it makes no string of it. */
function hasUnit(text: string, unit: number): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) === unit) return true;
  return false;
}

/**
 * Likeness of two folded strings, 0 to 1: shared characters in order, over the mean length (a Dice measure on the longest common subsequence).
 * What cannot reach `atLeast`, because too few characters are there or shared in any order, is 0.
 */
export function likeness(a: string, b: string, atLeast = 0): number {
  if (a === b) return a === '' ? 0 : 1;
  if (a === '' || b === '') return 0;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const needed = (atLeast * (a.length + b.length)) / 2;
  if (short.length < needed) return 0;
  let missing = short.length - needed;
  for (let i = 0; missing >= 0 && i < short.length; i += 1) if (!hasUnit(long, short.charCodeAt(i))) missing -= 1;
  if (missing < 0) return 0;
  const row = new Uint16Array(short.length + 1);
  for (let i = 0; i < long.length; i += 1) {
    const unit = long.charCodeAt(i);
    let diagonal = 0;
    for (let j = 0; j < short.length; j += 1) {
      const above = row[j + 1]!;
      row[j + 1] = unit === short.charCodeAt(j) ? diagonal + 1 : Math.max(above, row[j]!);
      diagonal = above;
    }
  }
  return (2 * row[short.length]!) / (a.length + b.length);
}
