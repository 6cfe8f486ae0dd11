/** Running text on its way out of a page: white space collapsed as browsers do, cut into paragraphs, each with its lines. */
import type { SourcePlace } from '../../../form/place.js';
import type { Paragraph } from '../../document.js';

/** Collects running text. Every `break` ends the paragraph; blank paragraphs are dropped. */
export interface Flow {
  /** Text as it stands in a text node; `preformatted` keeps blanks, and ends the paragraph at each line end. */
  text(value: string, place: SourcePlace, preformatted: boolean): void;
  break(): void;
  /** The automatic number that the next paragraph starts with; dropped by `break` unless kept. */
  number(marker: string | undefined): void;
}

const WIDE = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”‘’…—·]/;

/** A flow that hands its paragraphs to `emit`. */
export function createFlow(emit: (paragraph: Paragraph) => void): Flow {
  let text = '';
  let gap: '' | ' ' | '\n' = '';
  let marker: string | undefined;
  let lines: { start: number; place: SourcePlace }[] = [];

  function add(word: string, place: SourcePlace): void {
    if (text !== '' && gap !== '') {
      // A line end between two Chinese characters is the source's own wrapping, not a blank.
      if (gap === ' ' || !WIDE.test(text[text.length - 1]!) || !WIDE.test(word[0]!)) text += ' ';
    }
    gap = '';
    const last = lines[lines.length - 1];
    if (!last || last.place.line !== place.line) lines.push({ start: text.length, place });
    text += word;
  }

  function end(): void {
    const before = text.length - text.trimStart().length;
    const trimmed = text.trim();
    if (trimmed !== '') {
      const prefix = marker ?? '';
      const starts = lines.map(({ start, place }) => ({ start: start === 0 ? 0 : Math.max(0, start - before) + prefix.length, place }));
      emit({
        kind: 'paragraph',
        text: prefix + trimmed,
        ...(prefix === '' ? {} : { numberLength: prefix.length }),
        place: starts[0]!.place,
        ...(starts.length > 1 ? { lines: starts } : {}),
      });
      marker = undefined;
    }
    text = '';
    gap = '';
    lines = [];
  }

  return {
    text(value, place, preformatted) {
      const visible = value.includes('\u00ad') ? value.replace(/\u00ad/g, '') : value;
      let down = 0;
      const here = (): SourcePlace => (down === 0 || place.line === undefined ? place : { line: place.line + down });
      for (let from = 0; from < visible.length; ) {
        let to = from;
        if (preformatted) {
          to = visible.indexOf('\n', from);
          if (to === -1) to = visible.length;
          if (to > from) add(visible.slice(from, to), here());
          if (to < visible.length) end();
          down += 1;
          from = to + 1;
          continue;
        }
        while (isSpace(visible.charCodeAt(to))) {
          const lineEnd = visible.charCodeAt(to) === LINE_END;
          if (lineEnd) down += 1;
          gap = lineEnd || gap === '\n' ? '\n' : ' ';
          to += 1;
        }
        from = to;
        while (to < visible.length && !isSpace(visible.charCodeAt(to))) to += 1;
        if (to > from) add(visible.slice(from, to), here());
        from = to;
      }
    },
    break: end,
    number(next) {
      marker = next;
    },
  };
}

const LINE_END = 0x0a;

/** What browsers collapse; no-break and ideographic blanks are not among it. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === LINE_END || code === 0x09 || code === 0x0d || code === 0x0c;
}
