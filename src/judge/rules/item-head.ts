/** The numbered beginning of a paragraph: which level it has, and how far its heading reaches. */

/** Patterns of the levels （一） 1. （1） under the 一、 of the sections. */
const LEVELS = [/^[（(][一二三四五六七八九十百]{1,4}[)）]/u, /^\d{1,2}[.．、](?!\d)/u, /^[（(]\d{1,2}[)）]/u];
/** A heading at the beginning of a paragraph: no pause inside, closed by a full stop or the end of the paragraph. */
const HEADING = /^[^。；;！!？?，,：:\n]{1,40}(?:。|$)/u;

/** A numbered beginning. */
export interface ItemHead {
  /** 1 for （一）, 2 for 1., 3 for （1）. */
  readonly level: number;
  /** Length of the heading; 0 when the number begins a sentence of the text. */
  readonly length: number;
  /** End of the first sentence, which may be set as a heading all the same. */
  readonly sentence: number;
}

/** The numbered beginning of a text; undefined when it has none. */
export function itemHead(text: string): ItemHead | undefined {
  const level = LEVELS.findIndex((pattern) => pattern.test(text));
  if (level === -1) return undefined;
  const stop = text.search(/[。；：！？\n]/u);
  return { level: level + 1, length: HEADING.exec(text)?.[0].length ?? 0, sentence: stop === -1 ? text.length : stop + 1 };
}
