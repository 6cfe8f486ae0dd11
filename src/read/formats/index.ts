/**
 * The list of formats. A file is what its content is, whatever its name says: the entries are asked from the top, and the
 * first that knows the content has it. A new input is one entry here and a folder beside it (see CONTRIBUTING.md).
 */
import { isLongJson, isLongText } from './bounds.js';
import type { Format, RefusedFormat } from './format.js';
import { isCsv, isLatex } from './refused/foreign-text.js';
import type { OleKind } from './refused/ole.js';
import { type RefusalCode, refusal } from './refused/refusals.js';
import { isArchive, isImage, isPdf, isWord2, isWorks } from './refused/signatures.js';
import { beginning, isJson, isMime, type Markup } from './text-kind.js';
import type { UnreadZip, ZipKind } from './zip/kind.js';

type Sniff = Format['sniff'];

const zipOf =
  (kind: ZipKind): Sniff =>
  async ({ zip }) =>
    (await zip())?.kind === kind;
const oleOf =
  (kind: OleKind): Sniff =>
  ({ ole }) =>
    ole() === kind;
const markupOf =
  (kind: Markup): Sniff =>
  ({ markup }) =>
    markup() === kind;

function refused(code: RefusalCode, sniff: Sniff, ...extensions: readonly string[]): RefusedFormat {
  return { name: code, sniff, refuse: () => refusal(code), extensions };
}

function refusedZip(kind: UnreadZip, ...extensions: readonly string[]): RefusedFormat {
  return { name: `zip-${kind}`, sniff: zipOf(kind), refuse: async () => (await import('./zip/kind.js')).notDocx(kind), extensions };
}

/** Everything that a file can turn out to be. */
export const formats: readonly Format[] = [
  refused('empty', ({ bytes }) => bytes.length === 0),

  // Zip archives, by what is in them.
  {
    name: 'docx',
    sniff: zipOf('docx'),
    read: async ({ zip }) => (await import('./docx/index.js')).readWordArchive((await zip())!.archive),
    extensions: ['.docx', '.docm', '.dotx'],
  },
  // A workbook in a folder of reports is seldom one: only those that are named are read.
  { name: 'xlsx', sniff: zipOf('xlsx'), read: async ({ zip }) => (await import('./xlsx/index.js')).readXlsxArchive((await zip())!.archive) },
  refusedZip('pptx'),
  refusedZip('visio'),
  refusedZip('xps'),
  { name: 'odt', sniff: zipOf('odt'), read: async ({ zip }) => (await import('./odt/index.js')).readOdtArchive((await zip())!.archive), extensions: ['.odt'] },
  refusedZip('ods'),
  refusedZip('odp'),
  {
    name: 'ofd',
    sniff: zipOf('ofd'),
    read: async ({ zip }) => (await import('./ofd/index.js')).readOfdArchive((await zip())!.archive),
    extensions: ['.ofd'],
  },
  refusedZip('uof', '.uof'),
  refusedZip('epub'),
  refusedZip('iwork'),
  refusedZip('apk'),
  refusedZip('jar'),
  // An archive of reports is opened as a folder before it comes here.
  refusedZip('files', '.zip'),
  refusedZip('empty'),
  refusedZip('zip'),

  // OLE compound files, by the names of their streams.
  {
    name: 'doc',
    sniff: oleOf('doc'),
    read: async ({ bytes }) => (await import('./doc/index.js')).readDoc(bytes),
    extensions: ['.doc', '.dot', '.wps', '.wpt'],
  },
  refused('legacy-doc', (sample) => sample.ole() === 'doc-95' || isWord2(sample)),
  refused('encrypted', ({ ole }) => ole() === 'doc-encrypted' || ole() === 'encrypted-package'),
  refused('legacy-works', (sample) => sample.ole() === 'works' || isWorks(sample)),
  refused('legacy-xls', oleOf('xls')),
  refused('legacy-ppt', oleOf('ppt')),
  refused('outlook-message', oleOf('msg')),
  refused('ole', ({ ole }) => ole() !== undefined),

  // By their first bytes.
  { name: 'pdf', sniff: isPdf, read: async ({ bytes }) => (await import('./pdf/index.js')).readPdf(bytes), extensions: ['.pdf'] },
  {
    name: 'rtf',
    sniff: ({ head }) => head.startsWith('{\\rtf'),
    read: async ({ bytes }) => (await import('./rtf/index.js')).readRtf(bytes),
    extensions: ['.rtf'],
  },
  refused('image', isImage),
  refused('archive', isArchive),

  {
    name: 'mht',
    sniff: ({ head }) => isMime(head),
    read: async ({ bytes }) => (await import('./mht/index.js')).readMht(bytes),
    extensions: ['.mht', '.mhtml'],
  },

  // Texts, which are decoded from here on.
  refused('blank', ({ text }) => beginning(text()) === ''),
  {
    name: 'html',
    sniff: markupOf('html'),
    read: async ({ text }) => (await import('./html/index.js')).readHtml(text()),
    extensions: ['.html', '.htm', '.xhtml'],
    tentative: true,
  },
  { name: 'flat-opc', sniff: markupOf('flat-opc'), read: async ({ text }) => (await import('./word-xml/index.js')).readFlatOpc(text()) },
  { name: 'word-2003', sniff: markupOf('word-2003'), read: async ({ text }) => (await import('./word-xml/index.js')).readWord2003(text()) },
  { name: 'fodt', sniff: markupOf('flat-odt'), read: async ({ text }) => (await import('./odt/index.js')).readFodt(text()), extensions: ['.fodt'] },
  { name: 'uof-xml', sniff: markupOf('uof'), refuse: () => refusal('uof') },
  refused('xml', markupOf('xml')),
  { name: 'long-json', sniff: ({ text }) => isJson(text()) && isLongJson(text()), refuse: () => refusal('too-large') },
  {
    name: 'json',
    sniff: ({ text }) => isJson(text()),
    data: async ({ text }) => (await import('./json/index.js')).readJson(text()),
    extensions: ['.json'],
    tentative: true,
  },
  refused('too-large', ({ text }) => isLongText(text())),
  refused('latex', ({ text, name }) => isLatex(text(), name)),
  refused('csv', ({ text, name }) => isCsv(text(), name)),
  {
    name: 'text',
    sniff: () => true,
    read: async ({ text }) => (await import('./text/index.js')).readText(text()),
    extensions: ['.txt', '.md', '.markdown'],
    tentative: true,
  },
];
