/** Reads OFD (GB/T 33190-2016): a zip of pages whose characters and lines have places. */
import { partText } from '../../../base/package/parts.js';
import type { InflationBudget, ZipArchive } from '../../../base/package/zip.js';
import type { SourceDocument } from '../../document.js';
import { layOut } from '../geometry/index.js';
import type { Page } from '../geometry/page.js';
import { notesOf, refuseUnreadable } from '../geometry/refuse.js';
import { MOST_PAGES, markCounter } from '../pdf/bounds.js';
import { refusal } from '../refused/refusals.js';
import { pageOf } from './page.js';
import { all, type Element, first, numbersOf, treeOf } from './tree.js';

/** Bytes that all parts may inflate to; a report of thirty pages has two million. */
const MAX_INFLATED = 48 * 1024 * 1024;

/** The name of a part as another one refers to it: from the root, or from where that one lies. */
export function partName(reference: string, from: string): string {
  const path = reference.trim().replaceAll('\\', '/');
  const base = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const steps: string[] = [...base];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/').toLowerCase();
}

interface Parts {
  /** The tree of a part that another one refers to; undefined when it is not there. Errors: InputError when it cannot be read. */
  readonly at: (reference: string, from: string) => { readonly name: string; readonly tree: Element } | undefined;
}

function partsOf(archive: ZipArchive): Parts {
  const budget: InflationBudget = { left: MAX_INFLATED };
  return {
    at: (reference, from) => {
      // Some programs write references from the root without the slash that says so.
      const entry = archive.entries.get(partName(reference, from)) ?? archive.entries.get(partName(reference, ''));
      return entry && { name: entry.name, tree: treeOf(partText(archive, entry, budget), entry.name) };
    },
  };
}

function boxOf(tree: Element): readonly number[] {
  return numbersOf(first(tree, 'PhysicalBox')?.text);
}

function readPages(archive: ZipArchive): readonly Page[] {
  const parts = partsOf(archive);
  const start = parts.at('OFD.xml', '');
  const document = start && parts.at(first(start.tree, 'DocRoot')?.text ?? '', start.name);
  if (!document) throw refusal('ofd-damaged');
  const resources = [...all(document.tree, 'PublicRes'), ...all(document.tree, 'DocumentRes')].flatMap(({ text }) => parts.at(text, document.name) ?? []);
  const composites = new Map(
    resources.flatMap(({ tree }) => all(tree, 'CompositeGraphicUnit').map((unit) => [unit.attributes.get('ID') ?? '', unit] as const)),
  );
  const templates = new Map(all(document.tree, 'TemplatePage').map((page) => [page.attributes.get('ID') ?? '', page.attributes.get('BaseLoc') ?? ''] as const));
  const sources = all(document.tree, 'Page').filter(({ attributes }) => attributes.has('BaseLoc'));
  if (sources.length > MOST_PAGES) throw refusal('too-large');
  const usual = boxOf(document.tree);
  const count = markCounter();
  return sources.map(({ attributes }) => {
    const page = parts.at(attributes.get('BaseLoc')!, document.name);
    // A page that is named and not there would be lost without a word.
    if (!page) throw refusal('ofd-damaged');
    const under = all(page.tree, 'Template').flatMap((template) => {
      const location = templates.get(template.attributes.get('TemplateID') ?? '');
      return location === undefined ? [] : (parts.at(location, document.name)?.tree ?? []);
    });
    const own = boxOf(page.tree);
    const read = pageOf([...under, page.tree], own.length === 4 ? own : usual, composites);
    count(read.glyphs.length + read.rules.length);
    return read;
  });
}

/** Reads an archive that is known to be OFD. Errors: InputError for one that is damaged or too large, or whose pages show no text. */
export function readOfdArchive(archive: ZipArchive): SourceDocument {
  const pages = readPages(archive);
  refuseUnreadable(pages);
  const blocks = layOut(pages);
  return { format: 'ofd', blocks, notes: notesOf(pages, blocks) };
}
