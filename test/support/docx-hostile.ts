/** Hostile packages. Run with the name of one, this file reads it and prints what came of it. */
import { createDeflateRaw } from 'node:zlib';
import { InputError } from '../../src/base/errors.js';
import { readDocx } from '../../src/read/formats/docx/index.js';
import { contentTypes, documentXml, p, relationships, tbl, tc, tr, val, word, wordWithMain } from './docx-parts.js';
import { rawZip } from './zip-raw.js';

/** What came of reading a hostile file. */
export interface Outcome {
  /** Code of the refusal, or `read`. */
  readonly code: string;
  /** Peak resident memory of the whole process, in megabytes. */
  readonly memory: number;
  /** Of that, what the process had before it read, the making of the file included. */
  readonly before: number;
}

/** Compressed bytes of a piece repeated, made without holding the whole in memory. */
async function repeated(piece: string, times: number, head = '', tail = ''): Promise<Uint8Array> {
  const deflate = createDeflateRaw({ level: 9 });
  const out: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => out.push(chunk));
  const block = piece.repeat(Math.max(1, Math.floor(262144 / piece.length)));
  const blocks = Math.ceil((times * piece.length) / block.length);
  deflate.write(head);
  for (let index = 0; index < blocks; index += 1) if (!deflate.write(block)) await new Promise((resolve) => deflate.once('drain', resolve));
  deflate.end(tail);
  await new Promise((resolve) => deflate.once('end', resolve));
  return new Uint8Array(Buffer.concat(out));
}

const around = [
  { name: '[Content_Types].xml', content: contentTypes() },
  { name: '_rels/.rels', content: relationships({ officeDocument: 'word/document.xml' }) },
];
const [head, tail] = documentXml('|').split('|') as [string, string];
const CELL = '<w:tc/>';
const MEGABYTE = 1024 * 1024;
/** Just below what may be inflated. */
const LARGEST = 15.5 * MEGABYTE;
const many = (piece: string, bytes = LARGEST): string => piece.repeat(Math.floor(bytes / Buffer.byteLength(piece)));

/** The hostile files by name. */
export const HOSTILE: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  inflation: async () => rawZip([...around, { name: 'word/document.xml', packed: await repeated('<w:p/>', 70_000_000, head, tail), size: 420_000_000 }]),
  'inflation that lies about its size': async () =>
    rawZip([...around, { name: 'word/document.xml', packed: await repeated('<w:p/>', 70_000_000, head, tail), size: 15_000_000 }]),
  'inflation of the content types': async () => rawZip([{ name: '[Content_Types].xml', packed: await repeated(' ', 400_000_000), size: 3_000_000 }]),
  'inflation of a mimetype': async () => rawZip([{ name: 'mimetype', packed: await repeated(' ', 400_000_000), size: 100 }]),
  'a directory of many entries': () => rawZip(Array.from({ length: 60_000 }, (_, index) => ({ name: `${index}`, method: 0 }))),
  'a million cells': () => word(tbl(tr([CELL.repeat(1000)]).repeat(1000))),
  'a million cells in one column': () =>
    word(
      tbl(
        tr([CELL])
          .repeat(1_000_000)
          .slice(0, 30 * 700_000),
      ),
    ),
  'an absurd span': () => word(tbl(tr([tc('1', val('gridSpan', 100_000_000))]))),
  'absurd columns before': () => word(tbl(tr(['1'], val('gridBefore', 999_999_999)))),
  'one wide row above many': () => word(tbl(tr([tc('1', val('gridSpan', 1000))]), '<w:tr/>'.repeat(100_000))),
  'many merged rows': () => word(tbl(tr([tc('1', val('vMerge', 'restart'))]), tr([tc('', val('vMerge'))]).repeat(105_000))),
  'deep tables': () => word('<w:tbl><w:tr><w:tc>'.repeat(100_000) + '</w:tc></w:tr></w:tbl>'.repeat(100_000)),
  'deep tables at the bound': () => word('<w:tbl><w:tr><w:tc>'.repeat(120) + p('底') + '</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>'.repeat(120)),
  'deep controls never closed': () => wordWithMain(head + '<w:sdt>'.repeat(1_000_000)),
  'deep fields': () => word(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(200_000) + '<w:r><w:t>1</w:t></w:r>'.repeat(50_000))),
  'fields that never end': () => word(p('<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>1</w:t></w:r>'.repeat(150_000))),
  'many paragraphs': () => word(many('<w:p/>')),
  'one long text': () => word(p(many('一', LARGEST))),
  'many short runs': () => word(p(many('<w:r><w:t>一</w:t></w:r>'))),
  'many texts': () => word('<w:p><w:r><w:t>政府信息公开工作年度报告全文如下各部分</w:t></w:r></w:p>'.repeat(99_000)),
  'many cells with text': () => word(tbl(tr([tc('政府信息公开申请数量共计'), '1']).repeat(24_000))),
  'many names': () => word(Array.from({ length: 300_000 }, (_, index) => `<w:x${index}/>`).join('')),
  'many names of one hash': () =>
    word(
      Array.from({ length: 65_536 }, (_, index) => `<w:${[...index.toString(2).padStart(16, '0')].map((bit) => (bit === '0' ? 'Aa' : 'BB')).join('')}/>`).join(
        '',
      ),
    ),
  'many scopes': () => word(Array.from({ length: 250_000 }, (_, index) => `<x:a xmlns:x="urn:${index % 2}"/>`).join('')),
  'content to be processed, said again at every depth': () =>
    word(
      Array.from({ length: 380 }, (_, index) => `<w:sdt xmlns:z="urn:${index}" mc:Ignorable="z" mc:ProcessContent="z:a">`).join('') +
        Array.from({ length: 100_000 }, (_, index) => `<z:b xmlns:z="urn:${index % 2}" mc:Ignorable="z" mc:ProcessContent="z:b"/>`).join('') +
        '</w:sdt>'.repeat(380),
    ),
  'many names of content to be processed': () =>
    word(
      `<w:sdt xmlns:z="urn:z" mc:Ignorable="z" mc:ProcessContent="${Array.from({ length: 900_000 }, (_, index) => `z:${index}`).join(' ')}">${p('1')}</w:sdt>`,
    ),
  'many prefixes': () => word(`<w:p ${Array.from({ length: 300_000 }, (_, index) => `xmlns:a${index}="urn:x"`).join(' ')}/>`),
  'many attributes': () => word(`<w:p ${'a="b" '.repeat(2_000_000)}/>`),
  'line ends': () => word(p(`<w:r><w:t>1${many('\n', 7 * MEGABYTE)}1${many('\r', 7 * MEGABYTE)}1</w:t></w:r>`)),
  blanks: () => word(p(`<w:r><w:t> 1${many(' ', 15 * MEGABYTE)}1</w:t></w:r>`)),
  breaks: () => word(p(`<w:r><w:t>1</w:t>${many('<w:br/>', 15 * MEGABYTE)}<w:t>1</w:t></w:r>`)),
  'hidden text': () => word(p(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>1${many('一', 15 * MEGABYTE)}1</w:t></w:r>`)),
  equations: () =>
    word(
      many(
        `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>EQ ${'\\o('.repeat(100)}${') '.repeat(100)}x)</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
        8 * MEGABYTE,
      ),
    ),
  'many references': () => word(p(many('&#19968;', 12 * MEGABYTE))),
  'open brackets': () => wordWithMain(head + many('<')),
  ampersands: () => wordWithMain(head + p(many('&', 10 * MEGABYTE)) + tail),
  'a chain of styles': () =>
    word(Array.from({ length: 60_000 }, (_, index) => p('1', val('pStyle', `S${index}`))).join(''), {
      styles: `${Array.from(
        { length: 60_000 },
        (_, index) => `<w:style w:type="paragraph" w:styleId="S${index}">${val('basedOn', `S${index + 1}`)}</w:style>`,
      ).join('')}<!-- vanish -->`,
    }),
  'a huge number text': () =>
    word(p('', `<w:numPr>${val('numId', 1)}</w:numPr>`).repeat(100_000), {
      numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">${val('numFmt', 'upperRoman')}${val('lvlText', '%1'.repeat(1_000_000))}</w:lvl></w:abstractNum><w:num w:numId="1">${val('abstractNumId', 0)}</w:num>`,
    }),
};

/** Reads one hostile file and tells how it went. */
async function outcome(name: string): Promise<Outcome> {
  const bytes = await HOSTILE[name]!();
  const before = process.resourceUsage().maxRSS / 1024;
  let code = 'read';
  try {
    readDocx(bytes);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    code = error.code;
  }
  return { code, memory: process.resourceUsage().maxRSS / 1024, before };
}

const name = process.argv[2];
if (name !== undefined && Object.hasOwn(HOSTILE, name)) process.stdout.write(JSON.stringify(await outcome(name)));
