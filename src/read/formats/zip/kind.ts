/** What a zip archive is when it is no Word document: half the formats of an office are zip archives inside. */
import { InputError, type Sentence } from '../../../base/errors.js';
import { mainPart } from '../../../base/package/parts.js';
import { readEntry, type ZipArchive } from '../../../base/package/zip.js';

export { openZip } from '../../../base/package/zip.js';

/** What a zip archive turns out to be. */
export type ZipKind =
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'visio'
  | 'xps'
  | 'odt'
  | 'ods'
  | 'odp'
  | 'ofd'
  | 'uof'
  | 'epub'
  | 'iwork'
  | 'apk'
  | 'jar'
  | 'files'
  | 'empty'
  | 'zip';

/** A kind of archive that is not read. */
export type UnreadZip = Exclude<ZipKind, 'docx'>;

const NAMES: { readonly [kind in UnreadZip]: Sentence } = {
  xlsx: { zh: 'Excel 工作簿（.xlsx）', en: 'an Excel workbook (.xlsx)' },
  pptx: { zh: 'PowerPoint 演示文稿（.pptx）', en: 'a PowerPoint presentation (.pptx)' },
  visio: { zh: 'Visio 绘图（.vsdx）', en: 'a Visio drawing (.vsdx)' },
  xps: { zh: 'XPS 版式文件（.xps）', en: 'an XPS document (.xps)' },
  odt: { zh: 'OpenDocument 文字文档（.odt）', en: 'an OpenDocument text (.odt)' },
  ods: { zh: 'OpenDocument 电子表格（.ods）', en: 'an OpenDocument spreadsheet (.ods)' },
  odp: { zh: 'OpenDocument 演示文稿（.odp）', en: 'an OpenDocument presentation (.odp)' },
  ofd: { zh: 'OFD 版式文件（.ofd）', en: 'an OFD fixed-layout document (.ofd)' },
  uof: { zh: '“标文通”文档（.uof）', en: 'a UOF document (.uof)' },
  epub: { zh: 'EPUB 电子书', en: 'an EPUB book' },
  iwork: { zh: '苹果 iWork 文档（Pages、Numbers 或 Keynote）', en: 'an Apple iWork document (Pages, Numbers or Keynote)' },
  apk: { zh: '安卓应用程序（.apk）', en: 'an Android application (.apk)' },
  jar: { zh: 'Java 程序包（.jar）', en: 'a Java archive (.jar)' },
  files: { zh: '装有文件的压缩包（.zip）', en: 'a zip archive of files' },
  empty: { zh: '空的压缩包', en: 'an empty zip archive' },
  zip: { zh: '一般的压缩包（.zip）', en: 'an ordinary zip archive' },
};

const SAVE_AS: Sentence = { zh: '请用 WPS、LibreOffice 等软件打开，另存为 .docx 后再试。', en: 'Open it in the program it comes from and save it as .docx.' };
const REMEDIES: { readonly [kind in ZipKind]?: Sentence } = {
  odt: SAVE_AS,
  uof: SAVE_AS,
  iwork: SAVE_AS,
  ofd: {
    zh: '版式文件不保留表格结构，请提供生成它的 Word 文档（.docx）。',
    en: 'A fixed-layout file does not keep its tables; provide the Word document (.docx) it was made from.',
  },
  xps: {
    zh: '版式文件不保留表格结构，请提供生成它的 Word 文档（.docx）。',
    en: 'A fixed-layout file does not keep its tables; provide the Word document (.docx) it was made from.',
  },
  files: { zh: '请先解压，再检查其中的报告。', en: 'Unpack it first, then check the reports in it.' },
};
const DEFAULT_REMEDY: Sentence = { zh: '请提供年度报告的 Word 文档（.docx）。', en: 'Provide the Word document (.docx) of the report.' };

/** What an opened archive is. */
export function zipKindOf(archive: ZipArchive): ZipKind {
  const { entries } = archive;
  if (entries.size === 0) return 'empty';
  return byMimetype(archive) ?? byContentType(archive) ?? byNames([...entries.keys()]);
}

/** The refusal of a zip archive that is no Word document. */
export function notDocx(kind: UnreadZip): InputError {
  const { zh, en } = NAMES[kind];
  return new InputError(
    'not-docx',
    { zh: `这是${zh}，不是 Word 文档（.docx）。`, en: `This is ${en}, not a Word document (.docx).` },
    REMEDIES[kind] ?? DEFAULT_REMEDY,
  );
}

/** OpenDocument and EPUB say what they are in their first entry. */
function byMimetype(archive: ZipArchive): ZipKind | undefined {
  const entry = archive.entries.get('mimetype');
  if (!entry || entry.encrypted || entry.size > 200) return undefined;
  const type = new TextDecoder().decode(readEntry(archive, entry, { left: 200 }));
  if (type.includes('opendocument.text')) return 'odt';
  if (type.includes('opendocument.spreadsheet')) return 'ods';
  if (type.includes('opendocument.presentation')) return 'odp';
  return type.includes('epub') ? 'epub' : undefined;
}

function byContentType(archive: ZipArchive): ZipKind | undefined {
  const main = mainPart(archive);
  const type = main?.contentType?.toLowerCase() ?? '';
  if (/wordprocessingml|ms-word/.test(type)) return 'docx';
  if (/spreadsheetml|ms-excel/.test(type)) return 'xlsx';
  if (/presentationml|ms-powerpoint/.test(type)) return 'pptx';
  if (type.includes('visio')) return 'visio';
  // A package whose content types are lost or unusual: its root element will tell.
  return main ? 'docx' : undefined;
}

function byNames(names: readonly string[]): ZipKind {
  const has = (test: RegExp): boolean => names.some((name) => test.test(name));
  if (has(/^ofd\.xml$/)) return 'ofd';
  if (has(/^uof\.xml$|^_meta\/meta\.xml$/)) return 'uof';
  if (has(/\.iwa$|^index\.(?:zip|apxl|xml\.gz)$/)) return 'iwork';
  if (has(/\.fdseq$|^fixeddocseq/)) return 'xps';
  if (has(/^androidmanifest\.xml$/)) return 'apk';
  if (has(/^meta-inf\/manifest\.mf$/)) return 'jar';
  // Parts of a Word document without the relationships that hold it together.
  if (has(/^word\/document\.xml$/)) return 'docx';
  return has(/\.(?:docx?|wps|pdf|xlsx?|et|txt|html?|ofd|odt|zip|rar|7z|jpe?g|png)$/) ? 'files' : 'zip';
}
