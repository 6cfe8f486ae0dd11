/** Giving a report back changed: findings as comments, repairs as changes. */
import { InputError } from '../../base/errors.js';
import type { Lang } from '../../base/lang.js';
import { editPackage } from '../../base/package/package-edit.js';
import type { Reading } from '../../form/model/reading.js';
import type { SourceFormat } from '../../form/place.js';
import type { FileResult, Place } from '../../judge/diagnostic.js';
import { readBody } from '../../read/formats/docx/body.js';
import { withDamages } from '../../read/formats/docx/damages.js';
import { openWordPackage } from '../../read/formats/docx/index.js';
import { newTrace } from '../../read/formats/docx/trace.js';
import { type Read, readReport } from '../../read/index.js';
import { recognise } from '../../read/recognise/report.js';
import { annotate } from './annotate.js';
import { commentsOf } from './comment-words.js';
import { hasOwnComments, removeOwnComments } from './comments-part.js';
import { withoutOwnNotes } from './pdf-mark.js';
import { reviewCopy } from './review-copy.js';

export { type ChangedLine, type Fixed, fixDocument } from './fix.js';
export { CORRECTION, type FixOptions, type Planned, type Skipped, type SkipReason } from './plan.js';

type Checked = Extract<FileResult, { status: 'checked' }>;

/** Judges a reading. Whoever calls knows by which rules, and what was accepted. */
export type Judge = (reading: Reading) => Checked;

/** An annotated document. */
export interface Annotated {
  readonly bytes: Uint8Array;
  /** What the bytes are. */
  readonly format: 'docx' | 'pdf';
  readonly result: Checked;
  /** Comments that were written. */
  readonly comments: number;
  /** They stand in a copy that was set anew, because the format of the document takes none. */
  readonly copy: boolean;
}

/**
 * The Word document with the findings as comments in place of those that an earlier run wrote; all else stays as it is. Of a .doc,
 * .wps, .rtf or .odt, whose format cannot be changed here, a review copy as .docx with the comments in it.
 * @throws InputError when it is no Word document, no report, or cannot be read.
 */
export async function annotateDocument(bytes: Uint8Array, name: string, judge: Judge, lang: Lang): Promise<Annotated> {
  const read = await readReport(bytes, name);
  const annotateKind = annotators[read.reading.format];
  if (!annotateKind) throw notWord();
  return annotateKind(bytes, read, judge, lang);
}

/** Whether the bytes are a Word document or a PDF that an earlier run has put comments into. */
export function isAnnotated(bytes: Uint8Array): boolean {
  if (withoutOwnNotes(bytes).length < bytes.length) return true;
  try {
    return hasOwnComments(editPackage(openWordPackage(bytes)));
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** The formats that comments can be written into. */
type Annotate = (bytes: Uint8Array, read: Read, judge: Judge, lang: Lang) => Annotated | Promise<Annotated>;
const annotators: { readonly [format in SourceFormat]?: Annotate } = {
  docx: annotateWord,
  doc: annotateCopy,
  rtf: annotateCopy,
  odt: annotateCopy,
  pdf: annotatePages,
};

async function annotatePages(bytes: Uint8Array, { reading }: Read, judge: Judge, lang: Lang): Promise<Annotated> {
  const { annotatePdf } = await import('./annotate-pdf.js');
  const result = judge(reading);
  return { result, format: 'pdf', copy: false, ...(await annotatePdf(withoutOwnNotes(bytes), reading, result, lang)) };
}

function annotateWord(bytes: Uint8Array, _read: Read, judge: Judge, lang: Lang): Annotated {
  const source = openWordPackage(bytes);
  const edit = editPackage(source);
  removeOwnComments(edit);
  const trace = newTrace();
  const traced = { reading: recognise(withDamages(source, readBody({ ...source, main: edit.text(source.mainName)! }, trace))), trace };
  const result = judge(traced.reading);
  const comments = annotate(edit, traced, commentsOf(result, lang));
  return { bytes: edit.finish(), format: 'docx', result, comments, copy: false };
}

/** The findings are those of the document itself; only where they stand is looked up in the copy. */
function annotateCopy(_bytes: Uint8Array, { reading, document }: Read, judge: Judge, lang: Lang): Annotated {
  const copy = reviewCopy(document!, reading);
  const source = openWordPackage(copy.bytes);
  const edit = editPackage(source);
  const trace = newTrace();
  const traced = { reading: recognise(readBody(source, trace)), trace };
  const result = judge(reading);
  const words = commentsOf(result, lang).map((one) => ({ ...one, place: placeInCopy(one.place, copy.ordinalOf) }));
  const comments = annotate(edit, traced, [{ pointer: '/title', place: {}, paragraphs: [COPY[lang]] }, ...words]);
  return { bytes: edit.finish(), format: 'docx', result, comments, copy: true };
}

function placeInCopy(place: Place, ordinalOf: (original: number) => number): Place {
  return place.paragraph === undefined ? place : { ...place, paragraph: ordinalOf(place.paragraph) };
}

const COPY: { readonly [lang in Lang]: string } = {
  zh: '这是审阅副本：按原文件的文字和表格重新排成，不含图片、页眉页脚和原有格式。请对照批注在原文件上修改。',
  en: 'This is a review copy: the text and tables of the original, set anew, without its pictures, headers and formatting. Make the changes in the original.',
};

function notWord(): InputError {
  return new InputError(
    'not-editable',
    {
      zh: '批注只能写入 Word 文档（.docx）和 PDF，这份文件都不是。',
      en: 'Comments can only be written into a Word document (.docx) or a PDF, and this is neither.',
    },
    {
      zh: '请提供报告的 .docx 原稿，或查看标注了问题的检查结果网页（命令行用 gov-report lint -f html）；OFD 常有签章，改动会使签章失效。',
      en: 'Give the .docx original of the report, or see the findings in place on the page of results (on the command line gov-report lint -f html); an OFD is often signed, and a change would break its signature.',
    },
  );
}
