/** Paragraphs of a Word document. */
import { escapeXml } from '../../../base/text/clean.js';
import type { StyleId } from './styles.js';

/** Gives every paragraph of a package an id of its own; the same order gives the same ids. */
export type NextId = () => string;

/** Ids from 10000001 on: hexadecimal, and below 80000000 as `w14:paraId` must be. */
export function paragraphIds(): NextId {
  let last = 0x10000000;
  return () => {
    last += 1;
    return last.toString(16).toUpperCase();
  };
}

/** How a paragraph differs from its style. */
export interface ParagraphOptions {
  /** Stays on the page of the next paragraph. */
  readonly keepNext?: boolean;
  /** Properties after `keepNext` in the order of the schema: spacing, ind, jc … */
  readonly properties?: string;
}

/** A paragraph of runs. */
export function paragraph(id: NextId, style: StyleId, runs: string, { keepNext = false, properties = '' }: ParagraphOptions = {}): string {
  const kept = keepNext ? '<w:keepNext/>' : '';
  return `<w:p w14:paraId="${id()}"><w:pPr><w:pStyle w:val="${style}"/>${kept}${properties}</w:pPr>${runs}</w:p>`;
}

/** How a run differs from its paragraph. */
export interface RunOptions {
  readonly style?: StyleId;
  /** Size in half points. */
  readonly size?: number;
}

/** A run of text; line breaks and tabs are kept. Quotation marks and dashes are set in the Chinese font. */
export function run(text: string, { style, size }: RunOptions = {}): string {
  if (text === '') return '';
  const properties = [
    style === undefined ? '' : `<w:rStyle w:val="${style}"/>`,
    '<w:rFonts w:hint="eastAsia"/>',
    size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ];
  const content = escapeXml(text)
    .split(/([\n\t])/)
    .map((piece) => (piece === '\n' ? '<w:br/>' : piece === '\t' ? '<w:tab/>' : piece === '' ? '' : `<w:t xml:space="preserve">${piece}</w:t>`));
  return `<w:r><w:rPr>${properties.join('')}</w:rPr>${content.join('')}</w:r>`;
}
