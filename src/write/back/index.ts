/** Giving a report back changed: findings as comments, repairs as changes. */
import { InputError } from '../../base/errors.js';
import type { Lang } from '../../base/lang.js';
import { editPackage } from '../../base/package/package-edit.js';
import type { Reading } from '../../form/model/reading.js';
import type { SourceFormat } from '../../form/place.js';
import type { FileResult } from '../../judge/diagnostic.js';
import { readBody } from '../../read/formats/docx/body.js';
import { openWordPackage } from '../../read/formats/docx/index.js';
import { newTrace } from '../../read/formats/docx/trace.js';
import { parseBytes } from '../../read/index.js';
import { recognise } from '../../read/recognise/report.js';
import { annotate } from './annotate.js';
import { hasOwnComments, removeOwnComments } from './comments-part.js';

export { type ChangedLine, type Fixed, fixDocument } from './fix.js';
export { CORRECTION, type FixOptions, type Planned, type Skipped, type SkipReason } from './plan.js';

type Checked = Extract<FileResult, { status: 'checked' }>;

/** Judges a reading. Whoever calls knows by which rules, and what was accepted. */
export type Judge = (reading: Reading) => Checked;

/** An annotated document. */
export interface Annotated {
  readonly bytes: Uint8Array;
  readonly result: Checked;
  /** Comments that were written. */
  readonly comments: number;
}

/**
 * The Word document with the findings as comments in place of those that an earlier run wrote; all else stays as it is.
 * @throws InputError when it is no Word document, no report, or cannot be read.
 */
export async function annotateDocument(bytes: Uint8Array, name: string, judge: Judge, lang: Lang): Promise<Annotated> {
  const annotateKind = annotators[(await parseBytes(bytes, name)).format];
  if (!annotateKind) throw notWord();
  return annotateKind(bytes, judge, lang);
}

/** Whether the bytes are a Word document that an earlier run has put comments into. */
export function isAnnotated(bytes: Uint8Array): boolean {
  try {
    return hasOwnComments(editPackage(openWordPackage(bytes)));
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** The formats that comments can be written into. */
const annotators: { readonly [format in SourceFormat]?: (bytes: Uint8Array, judge: Judge, lang: Lang) => Annotated } = { docx: annotateWord };

function annotateWord(bytes: Uint8Array, judge: Judge, lang: Lang): Annotated {
  const source = openWordPackage(bytes);
  const edit = editPackage(source);
  removeOwnComments(edit);
  const trace = newTrace();
  const traced = { reading: recognise(readBody({ ...source, main: edit.text(source.mainName)! }, trace)), trace };
  const result = judge(traced.reading);
  const comments = annotate(edit, traced, result, lang);
  return { bytes: edit.finish(), result, comments };
}

function notWord(): InputError {
  return new InputError(
    'not-editable',
    { zh: '批注只能写入 Word 文档（.docx），这份文件不是。', en: 'Comments can only be written into a Word document (.docx), and this is none.' },
    { zh: '请提供报告的 .docx 原稿，或用 gov-report lint 查看问题。', en: 'Give the .docx original of the report, or see the findings with gov-report lint.' },
  );
}
