/** Folding of the spellings that one and the same label has in real reports. */

const QUOTES = /[“”"„‟「」『』＂''‘’]/g;
const SPACES = /[\s\u00a0\u3000\u200b-\u200f\ufeff]/g;

/** Full-width ASCII to half-width, digit and letter forms included; length is kept. */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
}

/** A label reduced to what tells it from others: no spaces, quotes or punctuation, half-width, 钩稽 as 勾稽, 其它 as 其他. */
export function foldLabel(text: string): string {
  return toHalfWidth(text)
    .replace(SPACES, '')
    .replace(QUOTES, '')
    .replace(/[、,，。.．:：;；()（）〔〕[\]【】<>《》\-—_/|·•*#]/g, '')
    .replace(/钩稽/g, '勾稽')
    .replace(/其它/g, '其他')
    .toLowerCase();
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

/** Likeness of two folded strings, 0 to 1: shared characters in order, over the mean length (a Dice measure on the longest common subsequence). */
export function likeness(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  if (a === '' || b === '') return 0;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const row = new Uint16Array(short.length + 1);
  for (let i = 0; i < long.length; i += 1) {
    let diagonal = 0;
    for (let j = 0; j < short.length; j += 1) {
      const above = row[j + 1]!;
      row[j + 1] = long[i] === short[j] ? diagonal + 1 : Math.max(above, row[j]!);
      diagonal = above;
    }
  }
  return (2 * row[short.length]!) / (a.length + b.length);
}
