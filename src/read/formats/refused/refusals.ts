/** What is said of files that are no report in a form that can be read: what it is, and what to do. Codes are stable. */
import { InputError, type Sentence } from '../../../base/errors.js';

const SAVE_AS: Sentence = { zh: '请用 Word 或 WPS 打开，另存为 .docx 后再试。', en: 'Open it in Word or WPS, save it as .docx and try again.' };
const FIND_ORIGINAL: Sentence = {
  zh: '请提供年度报告的 Word 文档（.docx）、网页或文本。',
  en: 'Provide the report as a Word document (.docx), a web page or text.',
};
const UNLOCK: Sentence = {
  zh: '请用密码打开，取消密码（文件—信息—保护文档）后另存为 .docx。',
  en: 'Open it with its password, remove the password and save it as .docx.',
};
const FROM_LAYOUT: Sentence = {
  zh: '请取得 Word 原稿（.docx）后再检查；只有扫描件时，须先作文字识别并人工核对。',
  en: 'Get the Word original (.docx) and check that; a scan needs character recognition and a check by eye first.',
};

interface Refusal {
  readonly sentence: Sentence;
  readonly remedy: Sentence;
}

const refusals = {
  empty: { sentence: { zh: '这是空文件，没有任何内容。', en: 'The file is empty.' }, remedy: FIND_ORIGINAL },
  blank: { sentence: { zh: '文件里只有空白，没有文字。', en: 'There is nothing but white space in the file.' }, remedy: FIND_ORIGINAL },
  'legacy-doc': {
    sentence: {
      zh: '这是 Word 95 或更早版本的文档，格式过旧，无法读取。',
      en: 'This is a document of Word 95 or older; its format is too old to be read.',
    },
    remedy: SAVE_AS,
  },
  'legacy-works': {
    sentence: {
      zh: '这是微软 Works 的文档（扩展名也是 .wps），不是 WPS 文字文档，无法读取。',
      en: 'This is a document of Microsoft Works (also named .wps), not one of WPS Writer; it cannot be read.',
    },
    remedy: { zh: '请用 LibreOffice 打开，另存为 .docx 后再试。', en: 'Open it in LibreOffice, save it as .docx and try again.' },
  },
  'legacy-xls': {
    sentence: { zh: '这是旧版电子表格（.xls 或 .et），无法读取。', en: 'This is an old workbook (.xls or .et); it cannot be read.' },
    remedy: {
      zh: '请提供报告的 Word 文档（.docx）；只有表格时，用 WPS 表格或 Excel 打开，另存为 .xlsx 后再试。',
      en: 'Provide the report as a Word document (.docx); if there are only tables, open them in WPS or Excel, save them as .xlsx and try again.',
    },
  },
  'legacy-ppt': {
    sentence: {
      zh: '这是旧版 PowerPoint 演示文稿（.ppt），不是年度报告文档。',
      en: 'This is an old PowerPoint presentation (.ppt), not the document of a report.',
    },
    remedy: FIND_ORIGINAL,
  },
  'outlook-message': {
    sentence: { zh: '这是 Outlook 邮件（.msg），不是年度报告文档。', en: 'This is an Outlook message (.msg), not the document of a report.' },
    remedy: { zh: '请打开邮件，把附件里的报告存为 .docx 后再试。', en: 'Open the message and save the report attached to it as .docx.' },
  },
  ole: {
    sentence: {
      zh: '这是旧版 Office 复合文档，种类不明或已损坏，无法读取。',
      en: 'This is an old Office compound file of unknown kind, or a damaged one; it cannot be read.',
    },
    remedy: SAVE_AS,
  },
  encrypted: {
    sentence: {
      zh: '这是设有打开密码的 Office 文档，内容已加密，无法读取。',
      en: 'This is an Office document that a password protects; its content is encrypted and cannot be read.',
    },
    remedy: UNLOCK,
  },
  'pdf-encrypted': {
    sentence: {
      zh: '这是设有打开密码的 PDF 文件，内容已加密，无法读取。',
      en: 'This is a PDF that a password protects; its content is encrypted and cannot be read.',
    },
    remedy: {
      zh: '请用密码打开，另存一份不设打开密码的 PDF，或提供 Word 原稿（.docx）。只限制打印、复制的 PDF 不必处理，可以直接检查。',
      en: 'Open it with its password and save a copy without one, or provide the Word original (.docx). A PDF that only forbids printing or copying is read as it is.',
    },
  },
  'damaged-rtf': {
    sentence: {
      zh: '文件已损坏：RTF 文档不完整，多半是下载或复制没有完成。',
      en: 'The file is damaged: the RTF document is not complete, most likely the download or copy was not finished.',
    },
    remedy: {
      zh: '请重新取得这份文件，或用 Word、WPS 打开核对后另存为 .docx。',
      en: 'Obtain the file again, or open it in Word or WPS, check it and save it as .docx.',
    },
  },
  'pdf-damaged': {
    sentence: { zh: 'PDF 文件已损坏，其中的内容无法完整读出。', en: 'The PDF is damaged; its content cannot be read as a whole.' },
    remedy: {
      zh: '请重新取得这份文件；仍不能读取时，用 WPS 或 Word 从原稿重新导出 PDF，或直接提供 .docx。',
      en: 'Obtain the file again; failing that, export the PDF anew from the original in Word or WPS, or provide the .docx.',
    },
  },
  'ofd-damaged': {
    sentence: { zh: 'OFD 文件已损坏：缺少文档或者其中的页面。', en: 'The OFD file is damaged: its document or one of its pages is missing.' },
    remedy: {
      zh: '请重新取得这份文件；仍不能读取时，从原稿重新导出 OFD，或直接提供 .docx。',
      en: 'Obtain the file again; failing that, export the OFD anew from the original, or provide the .docx.',
    },
  },
  scan: {
    sentence: { zh: '文件的页面是图片（扫描件），没有可以检查的文字。', en: 'The pages of the file are pictures (a scan); there is no text in them to check.' },
    remedy: FROM_LAYOUT,
  },
  outlines: {
    sentence: {
      zh: '文件中的文字已转成轮廓图形（转曲），没有可以检查的文字。',
      en: 'The text of the file has been turned into outlines; there are no characters in it to check.',
    },
    remedy: {
      zh: '请取得 Word 原稿（.docx），或从原稿重新导出一份未转曲的 PDF。',
      en: 'Get the Word original (.docx), or export it again without turning text into outlines.',
    },
  },
  'no-characters': {
    sentence: {
      zh: '文件的字体没有说明各字形是什么字，文字读不出来（复制出来也是乱码）。',
      en: 'The fonts of the file do not say which characters their glyphs are; the text cannot be read, nor copied.',
    },
    remedy: FROM_LAYOUT,
  },
  'workbook-without-sheets': {
    sentence: { zh: '这是 Excel 工作簿（.xlsx），其中没有可读的表格。', en: 'This is an Excel workbook (.xlsx) without a table that can be read.' },
    remedy: FIND_ORIGINAL,
  },
  'odt-without-text': {
    sentence: {
      zh: '这是 OpenDocument 文件，但不是文字文档，或者其中没有正文。',
      en: 'This is an OpenDocument file, but no text document, or one without its text.',
    },
    remedy: FIND_ORIGINAL,
  },
  uof: { sentence: { zh: '这是“标文通”（UOF）文档，不是 .docx。', en: 'This is a UOF document, not a .docx.' }, remedy: SAVE_AS },
  xml: { sentence: { zh: '这是 XML 文件，但不是认识的文档格式。', en: 'This is an XML file of no known document format.' }, remedy: FIND_ORIGINAL },
  mhtml: {
    sentence: {
      zh: '这是邮件（.eml），或者没有网页正文的单个文件网页（.mht），其中没有报告正文。',
      en: 'This is a mail message (.eml), or a web archive (.mht) without its page; there is no report in it.',
    },
    remedy: {
      zh: '请打开邮件，把附件里的报告另存后再试；网页请用浏览器或 Word 打开，另存为 .html 或 .docx。',
      en: 'Open the message and save the report attached to it; open an archive in a browser or in Word and save it as .html or .docx.',
    },
  },
  csv: {
    sentence: {
      zh: '这是 CSV 文件（用逗号分隔的数据），不是年度报告文档。',
      en: 'This is a CSV file (data separated by commas), not the document of a report.',
    },
    remedy: {
      zh: '请提供报告的 Word 文档（.docx）、网页或文本；只有表格时，用 Excel 或 WPS 打开，连同正文粘贴到 Word 文档中。',
      en: 'Provide the report as a Word document (.docx), a web page or text; if there are only tables, open them in Excel and paste them into a Word document with the text.',
    },
  },
  latex: {
    sentence: { zh: '这是 LaTeX 源文件，不能直接读取。', en: 'This is LaTeX source; it is not read directly.' },
    remedy: {
      zh: '请用 pandoc 转成 .docx（pandoc 报告.tex -o 报告.docx）后再试。',
      en: 'Convert it to .docx with pandoc (pandoc report.tex -o report.docx) and try again.',
    },
  },
  image: {
    sentence: { zh: '这是图片，里面没有可以检查的文字。', en: 'This is an image; there is no text in it to check.' },
    remedy: {
      zh: '请取得 Word 原稿（.docx）；只有扫描件时，须先作文字识别并人工核对。',
      en: 'Get the Word original (.docx); a scan needs character recognition and a check by eye first.',
    },
  },
  archive: {
    sentence: {
      zh: '这是压缩文件（gzip、7z、RAR、tar 等），不是报告本身。',
      en: 'This is an archive (gzip, 7z, RAR, tar or the like), not the report itself.',
    },
    remedy: { zh: '请先解压，再检查其中的报告。', en: 'Unpack it first, then check the reports in it.' },
  },
  container: {
    sentence: { zh: '这是装有多份文件的压缩包，不能当作一份报告读取。', en: 'This is an archive of several files and is not read as one report.' },
    remedy: { zh: '请先解压，再检查其中的报告。', en: 'Unpack it first, then check the reports in it.' },
  },
  unknown: { sentence: { zh: '不认识这种文件。', en: 'This kind of file is not known.' }, remedy: FIND_ORIGINAL },
  'result-json': {
    sentence: { zh: '这是检查结果的 JSON，不是年度报告。', en: 'This is the result of a check as JSON, not a report.' },
    remedy: {
      zh: '请检查原报告，或用 gov-report convert --to json 导出的数据。',
      en: 'Check the report itself, or the data that gov-report convert --to json writes.',
    },
  },
  'too-large': {
    sentence: { zh: '文件过大，不像一份年度报告，未读取。', en: 'The file is far larger than any yearly report and was not read.' },
    remedy: FIND_ORIGINAL,
  },
} as const satisfies Readonly<Record<string, Refusal>>;

/** Names of the refusals: the `code` of their InputError. */
export type RefusalCode = keyof typeof refusals;

/** The refusal as an error. */
export function refusal(code: RefusalCode): InputError {
  const { sentence, remedy } = refusals[code];
  return new InputError(code, sentence, remedy);
}
