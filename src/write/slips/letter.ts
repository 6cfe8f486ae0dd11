/** A letter of an office: title, paragraphs, headings, tables and the foot with place for seal and date. */
import type { Lang } from '../../base/lang.js';
import { wordPackage } from '../report/docx/package.js';
import { paragraph, paragraphIds, run } from '../report/docx/paragraph.js';
import { type PlainColumn, plainTable } from '../report/docx/plain-table.js';

/** A part of a letter. */
export type LetterPart =
  | { readonly kind: 'heading' | 'text' | 'to' | 'foot'; readonly text: string }
  | { readonly kind: 'table'; readonly columns: readonly PlainColumn[]; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };

const STYLES = { heading: 'Heading1', text: 'BodyText', to: 'Normal', foot: 'Signature' } as const;

/** The letter as a Word document. The same letter gives the same bytes. */
export function letterDocx(title: string, parts: readonly LetterPart[]): Uint8Array {
  const id = paragraphIds();
  const body = [
    paragraph(id, 'Title', run(title), { properties: '<w:spacing w:after="560"/>' }),
    ...parts.map((part, index) => {
      if (part.kind === 'table') return plainTable(id, part.columns, part.header, part.rows);
      const first = part.kind === 'foot' && parts[index - 1]?.kind !== 'foot';
      return paragraph(id, STYLES[part.kind], run(part.text), first ? { properties: '<w:spacing w:before="560"/>' } : {});
    }),
  ];
  return wordPackage(body.join(''), title, id);
}

/** The number before a heading: 一、 and 1. */
export function headingNumber(index: number, lang: Lang): string {
  return lang === 'zh' ? `${'一二三四五六七八九'[index]}、` : `${index + 1}. `;
}
