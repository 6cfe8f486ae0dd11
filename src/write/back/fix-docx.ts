/** Repairs of a Word document, as changes that a person accepts or rejects. */
import { editPackage } from '../../base/package/package-edit.js';
import type { WordPackage } from '../../base/package/word.js';
import { applyEdits, attributeOf, escapeText, type TextEdit, tags } from '../../base/xml/tags.js';
import { valueAt } from '../../form/model/pointer.js';
import type { Reading } from '../../form/model/reading.js';
import { OWN_AUTHOR } from '../../read/formats/docx/own.js';
import type { Trace, TracedParagraph } from '../../read/formats/docx/trace.js';
import { atEndOf } from './annotate.js';
import { vocabularyOf } from './comments-part.js';
import { mapText, type Stretch, stretches, textsIn } from './docx-map.js';
import type { Planned, Skipped, SkipReason } from './plan.js';
import { canCut, editRuns, type Mark, type Removal } from './runs.js';

/** Stands for an id that is given when all deletions are known. Ids are numbers, so it occurs nowhere else. */
const PENDING = 'gov-report-pending';

/** A document with repairs made. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly skipped: readonly Skipped[];
}

/** Where a repair goes: the words that go, and the paragraph that takes the new ones. */
interface Target {
  readonly removed: readonly Stretch[];
  readonly paragraph: TracedParagraph;
}

/** Writes repairs into a package as tracked changes. */
export function fixDocx(source: WordPackage, reading: Reading, trace: Trace, repairs: readonly Planned[]): Written {
  const edit = editPackage(source);
  const { main } = source;
  const words = vocabularyOf(main);
  const skipped: Skipped[] = [];
  const changes = new Map<TracedParagraph, { readonly marks: Mark[]; readonly removals: Removal[] }>();
  const edits: TextEdit[] = [];
  let id = firstFreeId(main);
  const attributes = (): Readonly<Record<string, string>> => {
    id += 1;
    return { id: String(id - 1), author: OWN_AUTHOR };
  };
  const of = (paragraph: TracedParagraph): { readonly marks: Mark[]; readonly removals: Removal[] } => {
    const known = changes.get(paragraph) ?? { marks: [], removals: [] };
    changes.set(paragraph, known);
    return known;
  };
  const inserted = (text: string, properties: string): string =>
    text === ''
      ? ''
      : `${words.tag('ins', attributes(), true)}${words.tag('r', {}, true)}${properties}${words.tag('t', { 'xml:space': 'preserve' }, true)}${escapeText(text)}${words.end('t')}${words.end('r')}${words.end('ins')}`;
  for (const repair of repairs) {
    const target = targetOf(reading, trace, repair);
    if (typeof target === 'string') {
      skipped.push({ repair, reason: target });
      continue;
    }
    const { removed, paragraph } = target;
    for (const stretch of removed) of(stretch.paragraph).removals.push({ start: stretch.start, end: stretch.end });
    const last = removed[0] && textsIn(removed[0]).at(-1);
    if (!last) edits.push(atEndOf(main, paragraph, inserted(repair.text, plainProperties(main, paragraph.mark))));
    else {
      const properties = last.text.run!.children.find(({ kind }) => kind === 'properties');
      const xml = inserted(repair.text, plainProperties(main, properties));
      if (xml !== '') of(paragraph).marks.push({ at: removed[0]!.end, side: 'closing', xml });
    }
  }
  // One deletion for each run that goes; their ids follow those of the insertions.
  for (const [paragraph, { marks, removals }] of changes) {
    const removed = { open: words.tag('del', { id: PENDING, author: OWN_AUTHOR }, true), close: words.end('del') };
    edits.push(...editRuns(main, paragraph, marks, removals, removed));
  }
  const text = applyEdits(main, edits).replaceAll(`"${PENDING}"`, () => {
    id += 1;
    return `"${id - 1}"`;
  });
  edit.set(source.mainName, text);
  return { bytes: edit.finish(), skipped };
}

/** The words that a repair is about, or why they cannot be changed. */
function targetOf(reading: Reading, trace: Trace, { on, span }: Planned): Target | SkipReason {
  const located = reading.locations.get(on);
  const node = valueAt(reading.report, on);
  const text = span && typeof node === 'string' ? node : located?.raw;
  const map = located && text !== undefined ? mapText(trace, located, text) : undefined;
  const own = located?.place.paragraph === undefined ? undefined : trace.paragraphs.get(located.place.paragraph);
  if (!map || !own) return 'not-found';
  // Tabs and breaks around the figure of a cell are no part of it.
  const removed = stretches(map, ...(span ?? [text!.search(/\S|$/), text!.trimEnd().length]));
  const paragraph = removed[0]?.paragraph ?? own;
  if (span && removed.length !== 1) return 'not-found';
  if (!span && text!.trim() !== '' && removed.length === 0) return 'not-found';
  if (paragraph.host !== undefined) return 'not-found';
  for (const stretch of removed) {
    const texts = textsIn(stretch);
    const covered = texts.reduce((sum, { from, to }) => sum + to - from, 0);
    if (covered !== stretch.end - stretch.start || !canCut(stretch.paragraph, stretch.start) || !canCut(stretch.paragraph, stretch.end)) return 'not-found';
    if (texts.some(({ text: part }) => part.run!.children[part.child]?.kind !== 'text')) return 'not-found';
    if (texts.some(({ text: part }) => part.run!.inserted)) return 'tracked';
  }
  return { removed, paragraph };
}

/** Properties for a run that is put in: those of its neighbour, without the changes recorded on them. */
function plainProperties(main: string, extent: { readonly start: number; readonly end: number } | undefined): string {
  if (!extent) return '';
  return main.slice(extent.start, extent.end).replace(/<((?:[^\s/>:]+:)?(?:rPrChange|ins|del|moveFrom|moveTo))(?:\s[^>]*)?(?:\/>|>.*?<\/\1\s*>)/gs, '');
}

/** The least number that no element of the part has for its id, and none above it. */
export function firstFreeId(main: string): number {
  let highest = 0;
  for (const tag of tags(main)) {
    const id = tag.kind === 'close' ? Number.NaN : Number(attributeOf(tag, 'id') ?? Number.NaN);
    if (Number.isSafeInteger(id) && id > highest && id < 2 ** 30) highest = id;
  }
  return highest + 1;
}
