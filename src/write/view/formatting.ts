/** How the text of a Word document is set, as mammoth renders it. Only the look is taken from it, never the text. */
import { zipSync } from 'fflate';
import { openZip, readEntry } from '../../base/package/zip.js';
import type { Run, TextStyle } from './view.js';

/** Bytes that the parts may inflate to, parts there may be, and elements in them all: mammoth takes up to two kilobytes of memory for each. */
const MAX_INFLATED = 3 * 1024 * 1024;
const MAX_PARTS = 200;
const MAX_ELEMENTS = 50_000;

const STYLES: Readonly<Record<string, TextStyle>> = { strong: 'strong', em: 'em', u: 'u', sup: 'sup', sub: 'sub' };
/** Plain paragraphs, whatever their style: headings and numbers are known better from the reading. */
const STYLE_MAP = ['p => p:fresh', 'b => strong', 'i => em', 'u => u'];

/** One paragraph of the document, cells included: its characters without blanks, and the set of styles of each. */
export interface SetParagraph {
  readonly text: string;
  readonly styles: readonly (readonly TextStyle[])[];
}

/** How many tags an XML part opens; closing tags are left out. */
function elementsOf(part: Uint8Array): number {
  let count = 0;
  for (let at = part.indexOf(0x3c); at !== -1; at = part.indexOf(0x3c, at + 1)) if (part[at + 1] !== 0x2f) count += 1;
  return count;
}

/** The package again with nothing in it but XML that was inflated within bounds; undefined when that is too much. */
function boundedPackage(bytes: Uint8Array): Uint8Array | undefined {
  const archive = openZip(bytes);
  const entries = [...archive.entries.values()].filter(({ name }) => /\.(?:xml|rels)$/i.test(name));
  if (entries.length > MAX_PARTS || entries.reduce((sum, { size }) => sum + size, 0) > MAX_INFLATED) return undefined;
  const budget = { left: MAX_INFLATED };
  const parts = entries.map((entry) => [entry.name, readEntry(archive, entry, budget)] as const);
  if (parts.reduce((sum, [, part]) => sum + elementsOf(part), 0) > MAX_ELEMENTS) return undefined;
  return zipSync(Object.fromEntries(parts), { level: 0 });
}

/** What is asked of a node of the rendering. */
interface RenderedNode {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly children?: readonly RenderedNode[];
}

function collect(nodes: readonly RenderedNode[], styles: readonly TextStyle[], into: { text: string; styles: (readonly TextStyle[])[] }): void {
  for (const node of nodes) {
    if (node.type === 'text') {
      for (const unit of (node.data ?? '').replace(/\s+/g, '').split('')) {
        into.text += unit;
        into.styles.push(styles);
      }
    } else if (node.type === 'tag') {
      const style = STYLES[node.name ?? ''];
      collect(node.children ?? [], style === undefined || styles.includes(style) ? styles : [...styles, style], into);
    }
  }
}

/** The paragraphs of a Word document in their order; none when mammoth cannot render it, or would need too much memory. */
export async function setParagraphs(bytes: Uint8Array): Promise<readonly SetParagraph[]> {
  const [{ default: mammoth }, { load }] = await Promise.all([import('mammoth'), import('cheerio/slim')]);
  let html: string;
  try {
    const safe = boundedPackage(bytes);
    if (!safe) return [];
    // Node's build asks for `buffer`, the browser's for `arrayBuffer`.
    const input = { buffer: safe, arrayBuffer: safe.buffer } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
    const options = { includeDefaultStyleMap: false, styleMap: STYLE_MAP, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) };
    html = (await mammoth.convertToHtml(input, options)).value;
  } catch {
    // Our own reader has read the document; how it is set is an ornament.
    return [];
  }
  const $ = load(html);
  return $('p')
    .toArray()
    .map((paragraph) => {
      const into = { text: '', styles: [] as (readonly TextStyle[])[] };
      collect((paragraph as RenderedNode).children ?? [], [], into);
      return into;
    })
    .filter(({ text }) => text !== '');
}

/** A text as runs, each character that is no blank set by the style that stands at its place; those before `from` are set plainly. */
export function runsOf(text: string, from: number, styles: readonly (readonly TextStyle[])[]): readonly Run[] {
  const runs: { text: string; styles: readonly TextStyle[] }[] = [];
  let at = 0;
  text.split('').forEach((unit, index) => {
    const own = index < from ? [] : /\s/.test(unit) ? (runs.at(-1)?.styles ?? []) : (styles[at++] ?? []);
    const last = runs.at(-1);
    if (last && last.styles.join() === own.join()) last.text += unit;
    else runs.push({ text: unit, styles: own });
  });
  return runs.map((run) => (run.styles.length === 0 ? { text: run.text } : run));
}
