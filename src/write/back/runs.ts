/** Cutting runs at text offsets: every piece keeps the run's own start tag and formatting. */
import { escapeText, type TextEdit, tagName } from '../../base/xml/tags.js';
import type { TracedParagraph, TracedRun } from '../../read/formats/docx/trace.js';

/** Markup between two units of a paragraph's text: `closing` belongs to what ends there, `opening` to what begins there. */
export interface Mark {
  readonly at: number;
  readonly side: 'closing' | 'opening';
  readonly xml: string;
}

/** A stretch of a paragraph's text that is taken back. */
export interface Removal {
  readonly start: number;
  readonly end: number;
}

/** How a removed run is written. */
export interface RemovedRun {
  readonly open: string;
  readonly close: string;
}

/** What one child of a run shows: its part of the paragraph's text, cut where it must be. */
interface Part {
  readonly xml: string;
  readonly start: number;
  readonly end: number;
  readonly text: boolean;
}

function partsOf(xml: string, paragraph: TracedParagraph, run: TracedRun, cuts: readonly number[]): readonly Part[] {
  let at = paragraph.texts.find((text) => text.run === run)?.start ?? 0;
  return run.children.flatMap((child, index): readonly Part[] => {
    if (child.kind === 'properties') return [];
    const raw = xml.slice(child.start, child.end);
    const own = paragraph.texts.filter((text) => text.run === run && text.child === index);
    const start = own[0]?.start ?? at;
    const shown = own.map(({ text }) => text).join('');
    const end = start + shown.length;
    at = end;
    const inner = child.kind === 'text' ? cuts.filter((cut) => cut > start && cut < end) : [];
    if (inner.length === 0) return [{ xml: raw, start, end, text: child.kind === 'text' }];
    const name = tagName(raw);
    const bounds = [start, ...inner, end];
    return bounds.slice(1).map((to, piece) => {
      const from = bounds[piece]!;
      return { xml: `<${name} xml:space="preserve">${escapeText(shown.slice(from - start, to - start))}</${name}>`, start: from, end: to, text: true };
    });
  });
}

/** Whether a stretch can be cut out exactly: no cut falls inside something that is no plain text. */
export function canCut(paragraph: TracedParagraph, at: number): boolean {
  const text = paragraph.texts.find((part) => at > part.start && at < part.start + part.text.length);
  return !text || (text.run !== undefined && text.run.children[text.child]?.kind === 'text');
}

/** The text offsets at which a run begins and ends. */
export function boundsOf(paragraph: TracedParagraph, run: TracedRun): readonly [number, number] {
  const own = paragraph.texts.filter((text) => text.run === run);
  const last = own.at(-1)!;
  return [own[0]!.start, last.start + last.text.length];
}

/**
 * The changes of the XML that put marks between the units of a paragraph's text and take stretches of it back. Marks must stand
 * where `canCut`; those at the edge of a run leave it as it is.
 */
export function editRuns(
  xml: string,
  paragraph: TracedParagraph,
  marks: readonly Mark[],
  removals: readonly Removal[],
  removed: RemovedRun,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const runs = [...new Set(paragraph.texts.flatMap(({ run }) => run ?? []))];
  for (const run of runs) {
    const [from, to] = boundsOf(paragraph, run);
    const inner = marks.filter(({ at }) => at > from && at < to);
    const gone = removals.filter((removal) => removal.start < to && removal.end > from);
    const before = marks.filter(({ at, side }) => at === from && side === 'opening').map((mark) => mark.xml);
    const behind = marks.filter(({ at, side }) => at === to && side === 'closing').map((mark) => mark.xml);
    if (before.length > 0) edits.push({ start: run.start, end: run.start, text: before.join('') });
    if (inner.length > 0 || gone.length > 0) edits.push({ start: run.start, end: run.end, text: rewritten(xml, paragraph, run, inner, gone, removed) });
    if (behind.length > 0) edits.push({ start: run.end, end: run.end, text: behind.join('') });
  }
  return edits;
}

function rewritten(xml: string, paragraph: TracedParagraph, run: TracedRun, marks: readonly Mark[], removals: readonly Removal[], removed: RemovedRun): string {
  const cuts = [...new Set([...marks.map(({ at }) => at), ...removals.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const open = xml.slice(run.start, run.contentStart);
  const close = `</${tagName(open)}>`;
  const properties = run.children.filter(({ kind }) => kind === 'properties').map(({ start, end }) => xml.slice(start, end));
  let out = '';
  let pending: { parts: string; gone: boolean } | undefined;
  const flush = (): void => {
    if (!pending) return;
    const whole = open + properties.join('') + pending.parts + close;
    out += pending.gone ? removed.open + whole + removed.close : whole;
    pending = undefined;
  };
  const left = [...marks];
  const placeMarks = (upTo: number): void => {
    for (const side of ['closing', 'opening'] as const) {
      for (const mark of left.filter(({ at, side: own }) => at <= upTo && own === side)) {
        flush();
        out += mark.xml;
        left.splice(left.indexOf(mark), 1);
      }
    }
  };
  for (const part of partsOf(xml, paragraph, run, cuts)) {
    const gone = part.end > part.start && removals.some(({ start, end }) => part.start >= start && part.end <= end);
    if (part.end > part.start) placeMarks(part.start);
    if (pending && pending.gone !== gone) flush();
    pending ??= { parts: '', gone };
    pending.parts += gone && part.text ? asDeleted(part.xml) : part.xml;
  }
  flush();
  placeMarks(Number.POSITIVE_INFINITY);
  return out;
}

/** A `w:t` as a `w:delText`. */
function asDeleted(xml: string): string {
  const name = tagName(xml);
  const deleted = name.replace(/t$/, 'delText');
  return xml.replace(`<${name}`, `<${deleted}`).replace(new RegExp(`</${name}\\s*>$`), `</${deleted}>`);
}
