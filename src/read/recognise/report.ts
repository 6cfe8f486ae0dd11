/** From the blocks of a document to a report: title, preface, sections, tables, closing. */
import { InputError } from '../../base/errors.js';
import { foldLabel } from '../../base/text/normalise.js';
import { type Edition, editionForYear, editions, isShared, newest, type TableKey } from '../../form/editions/index.js';
import type { HeadingFact, Located, Reading, ReadingNote, TableFacts } from '../../form/model/reading.js';
import type { Report, Section } from '../../form/model/report.js';
import type { Paragraph, SourceDocument } from '../document.js';
import { resolveLines } from './flow.js';
import { readTables, type TableReading } from './gather.js';
import { piece, pieces, type TextPiece } from './pieces.js';
import { findHeadings, type HeadingReading, sectionSpecs } from './sections.js';
import { findTitle, type TitleReading } from './title.js';
import { type Unfolded, unfold } from './unfold.js';

/** A piece of a paragraph as a paragraph of its own. */
function standing({ text, located }: TextPiece): Paragraph {
  return {
    kind: 'paragraph',
    text,
    place: located.place,
    ...(located.start ? { start: located.start } : {}),
    ...(located.numberLength ? { numberLength: located.numberLength } : {}),
    ...(located.lines ? { lines: located.lines } : {}),
  };
}

/** Paragraphs that hold a heading and more are parted at their line breaks first, so that each heading stands alone. */
function partAtBreaks(unfolded: readonly Unfolded[]): readonly Unfolded[] {
  return unfolded.flatMap(({ block, origin }) => {
    if (block.kind !== 'paragraph' || !block.text.includes('\n')) return [{ block, origin }];
    return pieces(block).map((part): Unfolded => ({ origin, block: standing(part) }));
  });
}

/** 统计期限为2024年1月1日至12月31日。一、总体情况: the first heading behind the last words of the preface, on one line. */
const HEADING_BEHIND = /[。！？]\s*(一、\s*总体情况\s*[：:。]?\s*)$/;

/** Paragraphs with the first heading at their end are parted before it. */
function partAtHeading(unfolded: readonly Unfolded[]): readonly Unfolded[] {
  return unfolded.flatMap((one): readonly Unfolded[] => {
    const { block, origin } = one;
    const heading = block.kind === 'paragraph' ? HEADING_BEHIND.exec(block.text)?.[1] : undefined;
    if (heading === undefined || block.kind !== 'paragraph') return [one];
    const at = block.text.length - heading.length;
    return [piece(block, 0, at), piece(block, at, block.text.length)].flatMap((part) => (part ? [{ origin, block: standing(part) }] : []));
  });
}

const DATE = /^(?:20\d{2}|二[〇零○O0一二三四五六七八九]{3})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?$/;

/** How many trailing paragraphs are signature and date (and what stands after them). */
function closingLength(paragraphs: readonly string[], unit: string | undefined): number {
  const folded = paragraphs.map((text) => foldLabel(text));
  let from = folded.findLastIndex((text) => DATE.test(text));
  if (from === -1) {
    const last = folded.at(-1);
    return last !== undefined && unit !== undefined && last === foldLabel(unit) ? 1 : 0;
  }
  for (let before = from - 1; before >= 0 && from - before <= 2; before -= 1) {
    const text = paragraphs[before]!;
    // 无 above the signature is the text of the section.
    if (text.length > 30 || folded[before]!.length < 3 || /[。；;，,：:]/.test(text) || /^[（(一二三四五六七八九十\d]/.test(text)) break;
    from = before;
  }
  return paragraphs.length - from;
}

/** A web page has its links and imprint below the date of the report; without a date nothing tells where the report ends. */
function withoutSiteBelow(paragraphs: readonly TextPiece[]): readonly TextPiece[] {
  const date = paragraphs.findLastIndex(({ text }) => DATE.test(foldLabel(text)));
  return date === -1 ? paragraphs : paragraphs.slice(0, date + 1);
}

function textOf(blocks: readonly Unfolded[]): readonly TextPiece[] {
  return blocks.flatMap(({ block }) => (block.kind === 'paragraph' ? pieces(block) : []));
}

function notReport(): InputError {
  return new InputError(
    'not-a-report',
    {
      zh: '这不是政府信息公开工作年度报告：没有找到标题、六个部分的标题和法定表格。',
      en: 'This is no yearly government information disclosure report: neither its title, nor its section headings, nor its statutory tables were found.',
    },
    {
      zh: '请检查是否选错了文件；如果表格是图片，请换用带文字表格的原稿。',
      en: 'Check that it is the right file; if its tables are pictures, use the original with text tables.',
    },
  );
}

function titleAt(blocks: readonly Unfolded[], end: number): (TitleReading & { readonly blocks: readonly number[] }) | undefined {
  const indices = blocks.flatMap(({ block }, index) => (index < end && block.kind === 'paragraph' && foldLabel(block.text) !== '' ? [index] : []));
  const title = findTitle(indices.map((index) => (blocks[index]!.block as Paragraph).text));
  return title && { ...title, blocks: indices.slice(title.from, title.from + title.count) };
}

function notesOf(document: SourceDocument, blocks: readonly Unfolded[], headings: readonly HeadingReading[]): readonly ReadingNote[] {
  return document.notes.map((note) => {
    const at = blocks.findIndex(({ origin }) => origin >= note.block);
    const section = headings.findLastIndex(({ block }) => block < (at === -1 ? blocks.length : at) || (block === at && blocks[at]?.origin === note.block));
    return { ...note, on: section === -1 ? '' : `/sections/${section}` };
  });
}

/** The edition of a report that names no year: the one that most of its tables follow. */
function editionOf(year: number | undefined, tables: readonly TableFacts[]): Edition {
  if (year !== undefined) return editionForYear(year);
  const telling = tables.filter((facts) => !isShared(facts.spec.key));
  const following = (edition: Edition): number => telling.filter((facts) => facts.editions.length === 1 && facts.editions[0] === edition).length;
  const older = editions.slice(0, -1).find(({ edition }) => following(edition) > 0 && following(edition) * 2 >= telling.length);
  return (older ?? newest).edition;
}

/** The sections of other tables that tables stand in, by the table. */
function misplaced(
  blocks: readonly Unfolded[],
  headings: readonly HeadingReading[],
  sources: ReadonlyMap<unknown, ReadonlySet<TableKey>>,
): ReadonlyMap<TableKey, TableKey> {
  const under = new Map<TableKey, TableKey>();
  const seen = new Set<TableKey>();
  blocks.forEach(({ block }, index) => {
    const section = headings.findLast((heading) => heading.block < index)?.key;
    const due = sectionSpecs.find(({ key }) => key === section)?.table;
    for (const key of sources.get(block) ?? []) {
      if (seen.has(key)) continue;
      seen.add(key);
      if (due !== undefined && due !== key) under.set(key, due);
    }
  });
  return under;
}

/** Reads the text of one section: what follows its heading, up to the next one. */
function sectionAt(
  blocks: readonly Unfolded[],
  heading: HeadingReading,
  end: number,
): { readonly heading: TextPiece; readonly paragraphs: readonly TextPiece[] } {
  const first = blocks[heading.block]!.block as Paragraph;
  const printed = piece(first, 0, heading.length) ?? { text: heading.text, located: { raw: heading.text, place: first.place } };
  return { heading: printed, paragraphs: [...pieces(first, heading.length), ...textOf(blocks.slice(heading.block + 1, end))] };
}

/**
 * Reads a report out of a document. Errors: InputError `not-a-report` when neither a statutory table, nor two section
 * headings, nor a title with one heading is there.
 */
export function recognise(source: SourceDocument): Reading {
  const blocks = partAtHeading(partAtBreaks(unfold(resolveLines(source))));
  const gathered = readTables(blocks.flatMap(({ block }) => (block.kind === 'paragraph' ? [] : [block])));
  const found = findHeadings(
    blocks.map(({ block }) => (block.kind === 'paragraph' ? { text: block.text } : { tables: gathered.sources.get(block) ?? new Set<TableKey>() })),
  );
  const firstHeading = found[0]?.block ?? blocks.length;
  const title = titleAt(blocks, firstHeading);
  if (gathered.sources.size === 0 && found.length < 2 && !(title && found.length === 1)) throw notReport();

  const locations = new Map<string, Located>();
  const put = (pointer: string, texts: readonly TextPiece[]): readonly string[] =>
    texts.map(({ text, located }, index) => {
      locations.set(`${pointer}/${index}`, located);
      return text;
    });

  if (title) {
    const place = blocks[title.blocks[0]!]!.block.place;
    for (const pointer of ['/title', '/unit', '/year']) locations.set(pointer, { raw: title.text, place });
  }
  // A web page has its navigation above the title; in any other file what stands there belongs to the report.
  const opening = blocks
    .slice(0, firstHeading)
    .filter((_, index) => !title?.blocks.includes(index) && (!source.surrounded || !title || index > title.blocks[0]!));
  const preface = put('/preface', textOf(opening));

  const headings: HeadingFact[] = [];
  let closing: readonly string[] = [];
  const sections = found.map((heading, index): Section => {
    const pointer = `/sections/${index}`;
    const { heading: printed, paragraphs: following } = sectionAt(blocks, heading, found[index + 1]?.block ?? blocks.length);
    locations.set(pointer, printed.located);
    locations.set(`${pointer}/heading`, printed.located);
    headings.push({ pointer: `${pointer}/heading`, number: heading.number, text: heading.text, match: heading.match });
    const isLast = index === found.length - 1;
    const paragraphs = isLast && source.surrounded ? withoutSiteBelow(following) : following;
    const tail = isLast
      ? paragraphs.length -
        closingLength(
          paragraphs.map(({ text }) => text),
          title?.unit,
        )
      : paragraphs.length;
    if (isLast) closing = put('/closing', paragraphs.slice(tail));
    return { key: heading.key, heading: printed.text, paragraphs: put(`${pointer}/paragraphs`, paragraphs.slice(0, tail)) };
  });

  const readings = Object.entries(gathered.finish(title?.year === undefined ? newest.edition : editionForYear(title.year))) as [TableKey, TableReading][];
  for (const [, reading] of readings) for (const [pointer, located] of reading.locations) locations.set(pointer, located);
  const under = misplaced(blocks, found, gathered.sources);
  const report: Report = {
    schemaVersion: 1,
    edition: editionOf(
      title?.year,
      readings.map(([, { facts }]) => facts),
    ),
    ...(title ? { title: title.text } : {}),
    ...(title?.unit === undefined ? {} : { unit: title.unit }),
    ...(title?.year === undefined ? {} : { year: title.year }),
    preface,
    sections,
    tables: Object.fromEntries(readings.map(([key, { data }]) => [key, data])),
    closing,
  };
  return {
    format: source.format,
    ...(source.surrounded ? { surrounded: true } : {}),
    report,
    locations,
    tables: Object.fromEntries(readings.map(([key, { facts }]) => [key, under.has(key) ? { ...facts, under: under.get(key)! } : facts])),
    headings,
    notes: notesOf(source, blocks, found),
    ...(source.layout ? { layout: source.layout } : {}),
  };
}
