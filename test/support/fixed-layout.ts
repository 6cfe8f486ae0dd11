/** Pages of glyphs and rules as PDF and OFD files, written as small as they can be. */
import { deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import type { Glyph, Page } from '../../src/read/formats/geometry/page.js';
import { toGb18030 } from '../../src/write/back/gb18030.js';

/** How the text of a PDF is encoded: by Unicode or by GBK, in a font that is not in the file. */
export type PdfEncoding = 'UniGB-UCS2-H' | 'GBK-EUC-H';

/** What of a PDF is not as usual. */
export interface PdfShape {
  readonly encoding?: PdfEncoding;
  /** Turn of the page, as its dictionary has it. */
  readonly rotate?: 0 | 90 | 180 | 270;
  readonly compressed?: boolean;
  /** More operators of each page. */
  readonly extra?: string;
}

function hexOf(text: string, encoding: PdfEncoding): string {
  if (encoding === 'GBK-EUC-H') return Buffer.from(toGb18030(text)).toString('hex');
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');
}

const round = (value: number): string => String(Math.round(value * 1000) / 1000);

/** The operators of a page; `place` leads a point of the shown page to one of the page's own space. */
function contentOf({ glyphs, rules }: Page, place: (x: number, y: number) => readonly [number, number], encoding: PdfEncoding): string {
  const at = (x: number, y: number): string => place(x, y).map(round).join(' ');
  const text = glyphs.map((glyph) => {
    const length = Math.hypot(glyph.dx, glyph.dy) || 1;
    const [x, y] = place(glyph.x, glyph.y);
    const [ex, ey] = place(glyph.x + glyph.dx / length, glyph.y + glyph.dy / length);
    const [cos, sin] = [ex - x, ey - y];
    return `/F1 ${round(glyph.size)} Tf ${[cos, sin, -sin, cos].map(round).join(' ')} ${at(glyph.x, glyph.y)} Tm <${hexOf(glyph.text, encoding)}> Tj`;
  });
  const lines = rules.map(({ x0, y0, x1, y1 }) => `${at(x0, y0)} m ${at(x1, y1)} l S`);
  return `0.5 w\n${lines.join('\n')}\nBT\n${text.join('\n')}\nET\n`;
}

/** Objects of a PDF, numbered from 1, as a file. */
export function pdfFile(objects: readonly (string | Uint8Array)[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let length = parts[0]!.length;
  const offsets = objects.map((object, index) => {
    const start = length;
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      typeof object === 'string' ? Buffer.from(object, 'latin1') : object,
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(part);
    length += part.length;
    return start;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

/** A stream object. */
export function pdfStream(content: Uint8Array, entries = ''): Uint8Array {
  return Buffer.concat([Buffer.from(`<</Length ${content.length}${entries}>>\nstream\n`), content, Buffer.from('\nendstream')]);
}

/** Pages as a PDF. */
export function pdfOf(pages: readonly Page[], { encoding = 'UniGB-UCS2-H', rotate = 0, compressed = true, extra = '' }: PdfShape = {}): Uint8Array {
  const kids = pages.map((_, index) => `${6 + 2 * index} 0 R`).join(' ');
  const objects: (string | Uint8Array)[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[4 0 R]>>`,
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/W[1 95 500 814 939 500]/FontDescriptor 5 0 R>>`,
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  ];
  for (const page of pages) {
    const [width, height] = rotate % 180 === 0 ? [page.width, page.height] : [page.height, page.width];
    const place = {
      0: (x: number, y: number) => [x, height - y] as const,
      90: (x: number, y: number) => [y, x] as const,
      180: (x: number, y: number) => [width - x, y] as const,
      270: (x: number, y: number) => [width - y, height - x] as const,
    }[rotate];
    const content = Buffer.from(contentOf(page, place, encoding) + extra, 'latin1');
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${round(width)} ${round(height)}]/Rotate ${rotate}/Resources<</Font<</F1 3 0 R>>>>/Contents ${objects.length + 2} 0 R>>`,
      compressed ? pdfStream(deflateSync(content), '/Filter/FlateDecode') : pdfStream(content),
    );
  }
  return pdfFile(objects);
}

const MILLIMETRES = 25.4 / 72;
const mm = (points: number): string => String(Math.round(points * MILLIMETRES * 1000) / 1000);

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Glyphs that follow each other on one line. */
function runsOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.y === glyph.y && last.size === glyph.size && glyph.x > last.x && glyph.dy === 0 && last.dy === 0) runs.at(-1)!.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

/** Distances as OFD writes them, equal ones counted. */
function distances(values: readonly string[]): string {
  const groups: { value: string; count: number }[] = [];
  for (const value of values) {
    const last = groups.at(-1);
    if (last?.value === value) last.count += 1;
    else groups.push({ value, count: 1 });
  }
  return groups.map(({ value, count }) => (count > 2 ? `g ${count} ${value}` : Array.from({ length: count }, () => value).join(' '))).join(' ');
}

/** How an OFD file is written. */
export interface OfdShape {
  /** Prefix of the elements, with its colon; none for the empty text. */
  readonly prefix?: string;
  /** Objects of a template page that stands under every page. */
  readonly template?: string;
}

/** Pages as an OFD file. */
export function ofdOf(pages: readonly Page[], { prefix = 'ofd:', template }: OfdShape = {}): Uint8Array {
  const p = prefix;
  const namespace = `xmlns${prefix === '' ? '' : `:${prefix.slice(0, -1)}`}="http://www.ofdspec.org/2016"`;
  let id = 10;
  const objects = ({ glyphs, rules }: Page): string =>
    [
      ...rules.map(({ x0, y0, x1, y1 }) => {
        const [left, top] = [Math.min(x0, x1), Math.min(y0, y1)];
        id += 1;
        return `<${p}PathObject ID="${id}" Boundary="${mm(left)} ${mm(top)} ${mm(Math.abs(x1 - x0) + 1)} ${mm(Math.abs(y1 - y0) + 1)}" LineWidth="0.18"><${p}AbbreviatedData>M ${mm(x0 - left)} ${mm(y0 - top)} L ${mm(x1 - left)} ${mm(y1 - top)}</${p}AbbreviatedData></${p}PathObject>`;
      }),
      ...runsOf(glyphs).map((run) => {
        id += 1;
        const [first] = run;
        const top = first!.y - first!.size;
        const steps = run.slice(1).map((glyph, index) => mm(glyph.x - run[index]!.x));
        const delta = steps.length === 0 ? '' : ` DeltaX="${distances(steps)}"`;
        return `<${p}TextObject ID="${id}" Boundary="${mm(first!.x)} ${mm(top)} ${mm(run.length * first!.size)} ${mm(first!.size * 1.2)}" Font="1" Size="${mm(first!.size)}"><${p}TextCode X="0" Y="${mm(first!.size)}"${delta}>${escaped(run.map(({ text }) => text).join(''))}</${p}TextCode></${p}TextObject>`;
      }),
    ].join('');
  const pageXml = (content: string, box: string, under: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><${p}Page ${namespace}><${p}Area><${p}PhysicalBox>${box}</${p}PhysicalBox></${p}Area>${under}<${p}Content><${p}Layer ID="2">${content}</${p}Layer></${p}Content></${p}Page>`;
  const [one] = pages;
  const box = `0 0 ${mm(one!.width)} ${mm(one!.height)}`;
  const list = pages.map((_, index) => `<${p}Page ID="${index + 100}" BaseLoc="Pages/Page_${index}/Content.xml"/>`).join('');
  const files: Record<string, string> = {
    'OFD.xml': `<?xml version="1.0" encoding="UTF-8"?><${p}OFD ${namespace} DocType="OFD" Version="1.0"><${p}DocBody><${p}DocRoot>Doc_0/Document.xml</${p}DocRoot></${p}DocBody></${p}OFD>`,
    'Doc_0/Document.xml': `<?xml version="1.0" encoding="UTF-8"?><${p}Document ${namespace}><${p}CommonData><${p}PageArea><${p}PhysicalBox>${box}</${p}PhysicalBox></${p}PageArea>${template === undefined ? '' : `<${p}TemplatePage ID="5" BaseLoc="Tpls/Tpl_0/Content.xml"/>`}</${p}CommonData><${p}Pages>${list}</${p}Pages></${p}Document>`,
    ...(template === undefined ? {} : { 'Doc_0/Tpls/Tpl_0/Content.xml': pageXml(template, box, '') }),
  };
  pages.forEach((page, index) => {
    files[`Doc_0/Pages/Page_${index}/Content.xml`] = pageXml(
      objects(page),
      box,
      template === undefined ? '' : `<${p}Template TemplateID="5" ZOrder="Background"/>`,
    );
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])));
}
