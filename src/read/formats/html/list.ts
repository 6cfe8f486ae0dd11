/** Automatic numbers of lists: the marker is not in the file's text, yet it is what people read (一、 1.). */
import { formatNumber } from '../docx/number-format.js';
import { attribute, style } from './attributes.js';
import type { Element } from './tree.js';

/** A list being walked. */
export interface List {
  /** The marker of its next item; undefined for bullets and for styles that are not restored. */
  next(item: Element): string | undefined;
}

const DECIMAL = /^(?:1|decimal)$/;
const CHINESE = /^(?:cjk-ideographic|(?:simp|trad)-chinese-(?:in)?formal|japanese-informal|korean-hanja-informal)$/;

/** Starts a list. */
export function startList(list: Element): List {
  const own = listStyle(list) ?? (list.tagName === 'ol' ? 'decimal' : 'disc');
  const reversed = attribute(list, 'reversed') !== undefined;
  let number = wholeNumber(attribute(list, 'start')) ?? (reversed ? list.childNodes.filter((node) => node.nodeName === 'li').length : 1);
  return {
    next(item) {
      number = wholeNumber(attribute(item, 'value')) ?? number;
      const current = number;
      number += reversed ? -1 : 1;
      const kind = listStyle(item) ?? own;
      if (DECIMAL.test(kind)) return `${current}. `;
      if (CHINESE.test(kind)) return `${formatNumber(current, 'chineseCountingThousand')}、`;
      if (kind === 'cjk-decimal') return `${formatNumber(current, 'ideographDigital')}、`;
      return undefined;
    },
  };
}

function listStyle(element: Element): string | undefined {
  const type =
    style(element, 'list-style-type') ??
    style(element, 'list-style')
      ?.split(/\s+/)
      .find((word) => !/^(?:inside|outside|url\()/.test(word));
  return type ?? attribute(element, 'type')?.trim();
}

function wholeNumber(text: string | undefined): number | undefined {
  const value = /^\s*([-+]?\d{1,9})/.exec(text ?? '')?.[1];
  return value === undefined ? undefined : Number(value);
}
