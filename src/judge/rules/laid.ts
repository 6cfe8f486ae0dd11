/** The texts of a report with how they are set, and the deviations from what a profile asks of them. */
import type { Sentence } from '../../base/errors.js';
import { isPrompt } from '../../form/model/blank.js';
import type { LaidParagraph, TextLook } from '../../form/model/layout.js';
import type { Located } from '../../form/model/reading.js';
import type { Report } from '../../form/model/report.js';
import type { Range, TextDuty } from '../profiles/layout.js';
import type { Finding, Formatting, RuleContext } from '../rule.js';

/** A text of the model with the paragraph that holds it. */
export interface LaidNode {
  readonly on: string;
  readonly kind: 'title' | 'heading' | 'text' | 'closing';
  readonly paragraph: LaidParagraph;
  readonly pieces: readonly Piece[];
}

/** A stretch of a node's text of one look; `run` where all text of that run belongs to the node. */
export interface Piece {
  readonly text: string;
  readonly look: TextLook;
  readonly run: number | undefined;
}

/** Every text of the report whose setting is known; prompts of a blank form are none. */
export function laidNodes(report: Report, context: RuleContext): readonly LaidNode[] {
  const layout = context.reading.layout?.();
  if (!layout) return [];
  const nodeAt = (on: string, kind: LaidNode['kind'], text: string): readonly LaidNode[] => {
    const located = context.locate(on);
    const paragraph = layout.paragraphs.get(located?.place.offset ?? -1);
    return located && paragraph && !isPrompt(text) ? [{ on, kind, paragraph, pieces: piecesOf(paragraph, located) }] : [];
  };
  return [
    ...(report.title === undefined ? [] : titleNodes(report.title, context, layout.paragraphs)),
    ...report.preface.flatMap((text, index) => nodeAt(`/preface/${index}`, 'text', text)),
    ...report.sections.flatMap(({ heading, paragraphs }, section) => [
      ...nodeAt(`/sections/${section}/heading`, 'heading', heading),
      ...paragraphs.flatMap((text, index) => nodeAt(`/sections/${section}/paragraphs/${index}`, 'text', text)),
    ]),
    ...report.closing.flatMap((text, index) => nodeAt(`/closing/${index}`, 'closing', text)),
  ];
}

/** The part of a paragraph that is a node's; all of it where blanks were folded and the two cannot be laid side by side. */
function piecesOf(paragraph: LaidParagraph, { raw, start = 0, numberLength = 0 }: Located): readonly Piece[] {
  const own = raw.slice(numberLength);
  const from = textOf(paragraph.texts).indexOf(own, Math.max(0, start - numberLength));
  return from === -1 ? paragraph.texts : cut(paragraph.texts, from, from + own.length);
}

const squeezed = (text: string): string => text.replace(/\s/g, '');

/** The paragraphs that a title takes, one after the other. */
function titleNodes(title: string, context: RuleContext, paragraphs: ReadonlyMap<number, LaidParagraph>): readonly LaidNode[] {
  const from = context.locate('/title')?.place.offset ?? Number.POSITIVE_INFINITY;
  const found: LaidNode[] = [];
  let rest = squeezed(title);
  for (const [offset, paragraph] of paragraphs) {
    const text = squeezed(textOf(paragraph.texts));
    if (offset < from || text === '') continue;
    // The title may be only the beginning of its paragraph.
    if (!rest.startsWith(text) && found.length > 0) break;
    found.push({ on: '/title', kind: 'title', paragraph, pieces: paragraph.texts });
    rest = rest.slice(text.length);
    if (rest === '') break;
  }
  return found;
}

/** The pieces of a text between two offsets in it. */
export function cut(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const { text, look, run } of pieces) {
    const [start, end] = [Math.max(from, at), Math.min(to, at + text.length)];
    if (start < end) found.push({ text: text.slice(start - at, end - at), look, run: end - start === text.length ? run : undefined });
    at += text.length;
  }
  return found;
}

/** The text of pieces. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** One thing of one node that is not set as asked. */
export interface Deviation {
  readonly on: string;
  /** The beginning of the words it speaks of. */
  readonly words: string;
  readonly paragraph: LaidParagraph;
  /** Which message; also the kind of thing. */
  readonly message: string;
  readonly found: Sentence;
  readonly due: Sentence;
  /** What mends it; none where the profile states no single value, or no whole run can be set. */
  readonly formatting: readonly Formatting[];
}

const HAN = /\p{Script=Han}/u;

const folded = (font: string): string => font.toLowerCase().replace(/[\s_]/g, '');

/** What of the Chinese text of pieces has another font or size than asked; in order, each found value once. */
export function textDeviations(on: string, paragraph: LaidParagraph, pieces: readonly Piece[], { font, orFonts = [], size }: TextDuty): readonly Deviation[] {
  const chinese = pieces.filter(({ text }) => HAN.test(text));
  const fonts = [...(font === undefined ? [] : [font]), ...orFonts];
  const words = textOf(pieces);
  const each = (
    message: string,
    wrong: readonly Piece[],
    name: (look: TextLook) => Sentence,
    due: Sentence,
    set: Formatting['set'] | undefined,
  ): readonly Deviation[] =>
    grouped(wrong, ({ look }) => name(look).zh).map((group) => {
      const runs = group.flatMap(({ run }) => run ?? []);
      return {
        on,
        words,
        paragraph,
        message,
        found: name(group[0]!.look),
        due,
        formatting: set && runs.length === group.length ? runs.map((at) => ({ at, of: 'run', set }) as const) : [],
      };
    });
  const wrongFonts = fonts.length === 0 ? [] : chinese.filter(({ look }) => !fonts.some((name) => folded(name) === folded(look.font ?? '')));
  const wrongSizes = size === undefined ? [] : chinese.filter(({ look }) => look.size !== size);
  return [
    ...each('font', wrongFonts, ({ font: name }) => fontWords(name), same(font ?? orFonts.join('、')), font === undefined ? undefined : { font }),
    ...(size === undefined ? [] : each('size', wrongSizes, (look) => sizeWords(look.size), sizeWords(size), { size })),
  ];
}

/** Deviations of one kind and value as one finding on the first of them, which names the others. */
export function* asFindings(deviations: Iterable<Deviation>, asked: { readonly profile: string; readonly basis?: string }): Generator<Finding> {
  for (const group of grouped(deviations, ({ message, found, formatting }) => `${message} ${found.zh} ${formatting.length > 0}`)) {
    const { on, message, found, due, paragraph } = group[0]!;
    const formatting = group.flatMap((one) => one.formatting);
    yield {
      on,
      message,
      place: paragraph.place,
      data: { found, due, where: whereWords(group), profile: asked.profile },
      actual: found.zh,
      expected: due.zh,
      ...(formatting.length === 0 ? {} : { formatting }),
      ...(asked.basis === undefined ? {} : { basis: asked.basis }),
    };
  }
}

/** Items of one key together, in the order of their first. */
function grouped<T>(items: Iterable<T>, key: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}

/** Paragraphs that a message names one by one. */
const NAMED = 3;
const FIRST_WORDS = 14;

function whereWords(group: readonly Deviation[]): Sentence {
  const named = group.slice(0, NAMED).map(({ words }) => `“${words.trim().slice(0, FIRST_WORDS)}${words.trim().length > FIRST_WORDS ? '…' : ''}”`);
  const more = group.length > NAMED;
  return { zh: `${named.join('')}${more ? `等 ${group.length} 段` : ''}`, en: `${named.join(', ')}${more ? ` and ${group.length - NAMED} more` : ''}` };
}

function same(words: string): Sentence {
  return { zh: words, en: words };
}

/** A font by its name. */
export function fontWords(name: string | undefined): Sentence {
  return name === undefined ? { zh: '软件的默认字体', en: 'the default of the program' } : same(name);
}

/** Sizes by their Chinese names, in points. */
const SIZES: ReadonlyMap<number, string> = new Map([
  [42, '初号'],
  [36, '小初'],
  [26, '一号'],
  [24, '小一'],
  [22, '二号'],
  [18, '小二'],
  [16, '三号'],
  [15, '小三'],
  [14, '四号'],
  [12, '小四'],
  [10.5, '五号'],
  [9, '小五'],
  [7.5, '六号'],
]);

/** A size in points by its name. */
export function sizeWords(size: number): Sentence {
  const name = SIZES.get(size);
  return { zh: name === undefined ? `${size} 磅` : `${name}（${size} 磅）`, en: `${size} pt` };
}

/** Whether a value lies outside of a range. */
export function isOutside(value: number, { least, most }: Range): boolean {
  return value < least || value > most;
}

/** A range in words; `unit` stands behind the number. */
export function rangeWords({ least, most, is }: Range, unit: Sentence): Sentence {
  const between = { zh: `${least} 至 ${most} ${unit.zh}`, en: `${least} to ${most} ${unit.en}` };
  if (is === undefined) return least === most ? { zh: `${least} ${unit.zh}`, en: `${least} ${unit.en}` } : between;
  const one = { zh: `${is} ${unit.zh}`, en: `${is} ${unit.en}` };
  return least === most ? one : { zh: `${one.zh}（${between.zh}均可）`, en: `${one.en} (${between.en} will do)` };
}
