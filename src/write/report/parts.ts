/** A report as the sequence of what is printed: the same order in every format. */
import { cleanText } from '../../base/text/clean.js';
import { cellsOf, editionSpec, type SectionKey } from '../../form/editions/index.js';
import type { Reading, TableFacts } from '../../form/model/reading.js';
import { figureText } from './figure.js';
import { layoutTable, type TableLayout } from './layout.js';

/** Running text; `subheading` is a line of its own such as （一）主动公开, `closing` a signature or date. Line breaks within it are `\n`. */
export interface TextPart {
  readonly kind: 'title' | 'preface' | 'heading' | 'subheading' | 'paragraph' | 'closing';
  readonly text: string;
  /** The node that is printed here. */
  readonly pointer: string;
}

/** A table with the printed text of every cell, named after its section. */
export interface TablePart extends TableLayout {
  readonly kind: 'table';
  readonly name: string;
}

/** What is printed one below the other. */
export type Part = TextPart | TablePart;

/** Longer lines below the last section are notes, no signature. */
const LONGEST_SIGNATURE = 30;
const SUBHEADING = /^[（(][一二三四五六七八九十]{1,3}[）)][^。；;！!？?，,：:\n]{1,30}$/u;

/** Everything a report prints, top to bottom; the table of a section stands below its text. */
export function partsOf(reading: Reading): readonly Part[] {
  const { report } = reading;
  const order: readonly SectionKey[] = editionSpec(report.edition).sections.map(({ key }) => key);
  const printed = new Set<TableFacts>();
  const table = (section: SectionKey): readonly TablePart[] => {
    const spec = editionSpec(report.edition).sections.find(({ key }) => key === section);
    const facts = spec?.table && reading.tables[spec.table];
    if (!facts || printed.has(facts)) return [];
    printed.add(facts);
    return [tablePart(reading, facts, spec.title)];
  };
  // A table whose own section is not there stands before the next section that is.
  const orphans = (before: SectionKey | undefined): readonly TablePart[] =>
    order
      .slice(0, before === undefined ? order.length : order.indexOf(before))
      .filter((key) => report.sections.every((section) => section.key !== key))
      .flatMap(table);
  return [
    ...texts('title', report.title === undefined ? [] : [report.title], () => '/title'),
    ...texts('preface', report.preface, (index) => `/preface/${index}`),
    ...report.sections.flatMap(({ key, heading, paragraphs }, section) => [
      ...orphans(key),
      ...texts('heading', [heading], () => `/sections/${section}/heading`),
      ...texts('paragraph', paragraphs, (index) => `/sections/${section}/paragraphs/${index}`),
      ...table(key),
    ]),
    ...orphans(undefined),
    ...texts('closing', report.closing, (index) => `/closing/${index}`),
  ];
}

function texts(kind: TextPart['kind'], paragraphs: readonly string[], pointer: (index: number) => string): readonly TextPart[] {
  return paragraphs
    .map((paragraph, index) => ({ text: cleanText(paragraph).trim(), pointer: pointer(index) }))
    .filter(({ text }) => text !== '')
    .map(({ text, pointer: on }) => ({ kind: kindOf(kind, text), text, pointer: on }));
}

function kindOf(kind: TextPart['kind'], text: string): TextPart['kind'] {
  if (kind === 'closing') return text.length > LONGEST_SIGNATURE ? 'paragraph' : kind;
  return kind === 'paragraph' && SUBHEADING.test(text) ? 'subheading' : kind;
}

/** One table of a report as it is printed, without the rows and columns that it does not have. */
export function tablePart(reading: Reading, { spec, missingRows, missingColumns }: TableFacts, name: string): TablePart {
  const figures = new Map(cellsOf(spec).map((cell) => [cell.pointer, cell]));
  const layout = layoutTable(spec, { rows: missingRows, columns: missingColumns });
  const rows = layout.rows.map((row) =>
    row.map((cell) => (cell.pointer === undefined ? cell : { ...cell, text: figureText(reading, figures.get(cell.pointer)!) })),
  );
  return { kind: 'table', ...layout, rows, name };
}
