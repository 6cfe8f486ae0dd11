/** Findings as comments of a Word document, on the words and in the cells that they speak of. */
import type { PackageEdit } from '../../base/package/package-edit.js';
import { applyEdits, elementEnd, type TextEdit, tagName, tags } from '../../base/xml/tags.js';
import { valueAt } from '../../form/model/pointer.js';
import type { Reading } from '../../form/model/reading.js';
import type { Extent, Trace, TracedParagraph, TracedText } from '../../read/formats/docx/trace.js';
import type { CommentWords } from './comment-words.js';
import { addComments, nextCommentId, type Vocabulary, vocabularyOf } from './comments-part.js';
import { mapText, type Stretch, stretches, textsIn, wholeOf } from './docx-map.js';
import { canCut, editRuns, type Mark } from './runs.js';

/** A comment with where it stands. */
interface Anchored {
  readonly from: Stretch;
  readonly to: Stretch;
  readonly paragraphs: string[];
}

/** What a document was read as, with the trace of that reading. */
export interface TracedReading {
  readonly reading: Reading;
  readonly trace: Trace;
}

/** Writes comments into the package, those at one place as one; how many there are then. The package must hold none of our own. */
export function annotate(edit: PackageEdit, traced: TracedReading, comments: readonly CommentWords[]): number {
  const anchored = new Map<string, Anchored>();
  for (const words of comments) {
    const { from, to } = anchorOf(traced, words);
    const key = [from.paragraph.start, from.start, to.paragraph.start, to.end].join(' ');
    const known = anchored.get(key);
    if (known) known.paragraphs.push(...words.paragraphs);
    else anchored.set(key, { from, to, paragraphs: [...words.paragraphs] });
  }
  const inOrder = [...anchored.values()].sort(
    (a, b) =>
      a.from.paragraph.start - b.from.paragraph.start || a.from.start - b.from.start || b.to.paragraph.start - a.to.paragraph.start || b.to.end - a.to.end,
  );
  const first = nextCommentId(edit);
  const main = edit.text(edit.mainName)!;
  edit.set(edit.mainName, applyEdits(main, marksFor(main, inOrder, first)));
  addComments(
    edit,
    inOrder.map(({ paragraphs }, index) => ({ id: first + index, paragraphs })),
  );
  return inOrder.length;
}

/** Where a comment stands: on the words, else on the node or cell, else on its paragraph, else on the title or what comes first. */
function anchorOf({ reading, trace }: TracedReading, { pointer, place }: CommentWords): Pick<Anchored, 'from' | 'to'> {
  const located = reading.locations.get(pointer);
  const node = valueAt(reading.report, pointer);
  const text = typeof node === 'string' ? node : located?.raw;
  if (located && text !== undefined && (place.paragraph === undefined || place.span || place.paragraph === located.place.paragraph)) {
    const map = mapText(trace, located, text);
    const found = map ? stretches(map, ...(place.span ?? [0, text.length])).filter((stretch) => textsIn(stretch).length > 0) : [];
    const [from, to] = [found[0], found.at(-1)];
    if (from && to && from.paragraph.host === undefined && to.paragraph.host === undefined) return { from: cuttable(from), to: cuttable(to) };
  }
  const title = reading.locations.get('/title')?.place.paragraph;
  const paragraph = byOrdinal(trace, place.paragraph ?? located?.place.paragraph) ?? byOrdinal(trace, title) ?? firstOf(trace);
  const whole = cuttable(wholeOf(paragraph));
  return { from: whole, to: whole };
}

/** A comment cannot stand in a text box; the paragraph that holds the box takes it. */
function byOrdinal(trace: Trace, ordinal: number | undefined): TracedParagraph | undefined {
  const paragraph = ordinal === undefined ? undefined : trace.paragraphs.get(ordinal);
  return paragraph?.host === undefined ? paragraph : byOrdinal(trace, paragraph.host);
}

function firstOf(trace: Trace): TracedParagraph {
  const all = [...trace.paragraphs.values()].filter(({ host }) => host === undefined);
  return all.find(({ text }) => text.trim() !== '') ?? all[0]!;
}

/** The stretch with its ends moved outwards to where runs can be cut. */
function cuttable({ paragraph, start, end }: Stretch): Stretch {
  const covering = (at: number) => paragraph.texts.find((text) => at > text.start && at < text.start + text.text.length);
  const [first, last] = [canCut(paragraph, start) ? undefined : covering(start), canCut(paragraph, end) ? undefined : covering(end)];
  return { paragraph, start: first ? first.start : start, end: last ? last.start + last.text.length : end };
}

function marksFor(main: string, anchored: readonly Anchored[], first: number): readonly TextEdit[] {
  const words = vocabularyOf(main);
  const marks = new Map<TracedParagraph, Mark[]>();
  const edits: TextEdit[] = [];
  const openings: TextEdit[] = [];
  const put = (paragraph: TracedParagraph, mark: Mark): void => {
    const known = marks.get(paragraph);
    if (known) known.push(mark);
    else marks.set(paragraph, [mark]);
  };
  anchored.forEach(({ from, to }, index) => {
    const id = { id: String(first + index) };
    const [start, end] = [words.tag('commentRangeStart', id), words.tag('commentRangeEnd', id)];
    const reference = referenceRun(words, id);
    const [opening, closing] = [textsIn(from)[0], textsIn(to).at(-1)];
    if (!opening || !closing) {
      edits.push(atEndOf(main, to.paragraph, start + end + reference));
      return;
    }
    const [opened, closed] = [fieldOf(from.paragraph, opening.text), fieldOf(to.paragraph, closing.text)];
    if (opened) openings.push({ start: opened.start, end: opened.start, text: start });
    else put(from.paragraph, { at: opening.text.start + opening.from, side: 'opening', xml: start });
    const wrapper = closing.text.run!.inserted ? wrapperEnd(main, to.paragraph, closing.text.run!.start) : undefined;
    const behind = wrapper === undefined ? end + reference : end;
    if (closed) edits.push({ start: closed.end, end: closed.end, text: behind });
    else put(to.paragraph, { at: closing.text.start + closing.to, side: 'closing', xml: behind });
    // Inside somebody's insertion the reference would vanish with it when that is rejected.
    if (wrapper !== undefined) {
      const at = Math.max(wrapper, closed?.end ?? 0);
      edits.push({ start: at, end: at, text: reference });
    }
  });
  for (const [paragraph, own] of marks) edits.push(...editRuns(main, paragraph, own, [], { open: '', close: '' }));
  return [...edits, ...openings];
}

/**
 * The field that a comment on its result must stand around: in the result LibreOffice drops it or takes its words for text, and
 * Word itself when the field is calculated anew. Undefined where there is none, or it goes on in other paragraphs.
 */
function fieldOf({ start, end }: TracedParagraph, { fields }: TracedText): Extent | undefined {
  const own = fields.filter((field) => field.start >= start && field.end !== -1 && field.end <= end);
  if (own.length === 0) return undefined;
  return { start: Math.min(...own.map((field) => field.start)), end: Math.max(...own.map((field) => field.end)) };
}

function referenceRun({ tag, end }: Vocabulary, id: Readonly<Record<string, string>>): string {
  return tag('r', {}, true) + tag('commentReference', id) + end('r');
}

/** The change that puts something behind everything else in a paragraph. */
export function atEndOf(main: string, { start, end, selfClosed }: TracedParagraph, xml: string): TextEdit {
  if (selfClosed) {
    const tag = main.slice(start, end);
    return { start, end, text: `${tag.replace(/\s*\/>$/, '>')}${xml}</${tagName(tag)}>` };
  }
  const close = main.lastIndexOf('</', end - 1);
  return { start: close, end: close, text: xml };
}

/** Where the child of a paragraph ends that holds the run at an offset; undefined when the paragraph does not. */
function wrapperEnd(main: string, paragraph: TracedParagraph, at: number): number | undefined {
  let skipTo = -1;
  for (const tag of tags(main, paragraph.start)) {
    if (tag.start >= paragraph.end) return undefined;
    if (tag.start === paragraph.start || tag.start < skipTo || tag.kind === 'close') continue;
    skipTo = elementEnd(main, tag);
    if (at >= tag.start && at < skipTo) return skipTo;
  }
  return undefined;
}
