/** The sentences with which the .docx reader refuses a file. */
import { InputError } from '../errors.js';

const SAVE_AGAIN = { zh: '请用 Word 或 WPS 打开，另存为 .docx 后再试。', en: 'Open it in Word or WPS and save it as .docx again.' };

/** A part that is no well-formed XML. `offset` in characters. */
export function malformed(part: string, offset: number): InputError {
  return new InputError(
    'malformed-xml',
    {
      zh: `文件已损坏：其中的 ${part} 在第 ${offset + 1} 个字符处不合 XML 语法。`,
      en: `The file is damaged: ${part} in it is not well-formed XML at character ${offset + 1}.`,
    },
    SAVE_AGAIN,
  );
}

/** A part whose bytes are no text in the encoding it names. */
export function undecodable(part: string): InputError {
  return new InputError(
    'malformed-xml',
    { zh: `文件已损坏：其中的 ${part} 的文字编码有误。`, en: `The file is damaged: the text of ${part} in it is wrongly encoded.` },
    SAVE_AGAIN,
  );
}

/** A document type or entity declaration, which no Word document has. */
export function documentType(part: string): InputError {
  return new InputError(
    'document-type',
    {
      zh: `其中的 ${part} 含有文档类型或实体声明，Word 文档不允许，可能是恶意文件，已停止读取。`,
      en: `${part} in it declares a document type or entities, which no Word document may do; the file may be hostile and reading was stopped.`,
    },
    {
      zh: '请确认文件来源可靠，并用 Word 或 WPS 重新保存为 .docx。',
      en: 'Make sure the file comes from a source you trust, then save it as .docx in Word or WPS.',
    },
  );
}

/** Elements nested beyond anything that Word writes. */
export function tooDeep(part: string): InputError {
  return new InputError(
    'too-deep',
    {
      zh: `其中的 ${part} 嵌套层数过多，不像一份年度报告，已停止读取。`,
      en: `${part} in it is nested far deeper than any yearly report; reading was stopped.`,
    },
    SAVE_AGAIN,
  );
}

/** More of something than any report has: 表格单元格, paragraphs … */
export function tooLarge(zh: string, en: string): InputError {
  return new InputError(
    'too-large',
    { zh: `文件中的${zh}数量过大，不像一份年度报告，已停止读取。`, en: `The file has far more ${en} than any yearly report; reading was stopped.` },
    { zh: '请用 Word 或 WPS 打开检查，删去多余内容后另存。', en: 'Open it in Word or WPS, remove what does not belong there and save it.' },
  );
}

/** A package without its main document. */
export function missingDocument(): InputError {
  return new InputError('missing-document', { zh: '文件已损坏：其中没有 Word 正文。', en: 'The file is damaged: it holds no Word document text.' }, SAVE_AGAIN);
}

/** A document that only points to other files which Word is to merge when it opens it. */
export function embeddedDocument(): InputError {
  return new InputError(
    'embedded-document',
    {
      zh: '正文的一部分以嵌入或链接的另一个文件的形式存放，只有 Word 打开时才会合并进来，无法直接读取。',
      en: 'Part of the text is kept as another file, embedded or linked, which only Word merges when it opens the document.',
    },
    SAVE_AGAIN,
  );
}
