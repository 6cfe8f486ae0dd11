/** Annotating any document, report or not, for tests. */
import { editPackage } from '../../src/base/package/package-edit.js';
import type { Located, Reading } from '../../src/form/model/reading.js';
import type { Diagnostic, FileResult } from '../../src/judge/diagnostic.js';
import { readBody } from '../../src/read/formats/docx/body.js';
import { openWordPackage } from '../../src/read/formats/docx/index.js';
import { newTrace } from '../../src/read/formats/docx/trace.js';
import { annotate } from '../../src/write/back/annotate.js';
import { commentsOf } from '../../src/write/back/comment-words.js';
import { removeOwnComments } from '../../src/write/back/comments-part.js';

type Checked = Extract<FileResult, { status: 'checked' }>;

/** A finding on a node, or on some of its words. */
export type Spot = readonly [pointer: string, span?: readonly [number, number]];

/** The document with its comments. */
export interface Done {
  readonly bytes: Uint8Array;
  readonly comments: number;
  /** The words that each finding is about. */
  readonly words: readonly string[];
}

/** Annotates the paragraphs and cells of any document, report or not: paragraph n of the reading is `/preface/n`, cell n `/cells/n`. */
export function annotated(bytes: Uint8Array, spots: (texts: readonly string[], cells: readonly string[]) => readonly Spot[]): Done {
  const source = openWordPackage(bytes);
  const edit = editPackage(source);
  removeOwnComments(edit);
  const trace = newTrace();
  const { blocks } = readBody({ ...source, main: edit.text(source.mainName)! }, trace);
  const locations = new Map<string, Located>();
  const texts: string[] = [];
  const cells: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      locations.set(`/preface/${texts.length}`, { raw: block.text, place: block.place, ...(block.numberLength ? { numberLength: block.numberLength } : {}) });
      texts.push(block.text);
    } else if (block.kind === 'table') {
      for (const cell of block.grid.cells) {
        locations.set(`/cells/${cells.length}`, { raw: cell.text, place: cell.place });
        cells.push(cell.text);
      }
    }
  }
  const reading = { format: 'docx', report: { preface: texts }, locations } as unknown as Reading;
  const diagnostics = spots(texts, cells).map(([pointer, span], index): Diagnostic => {
    const { paragraph } = locations.get(pointer)?.place ?? {};
    const place = { ...(paragraph === undefined ? {} : { paragraph }), ...(span ? { span } : {}) };
    return {
      ruleId: `text/rule-${index}`,
      severity: 'warning',
      message: `第${index}处 <&>`,
      help: '改',
      basis: '',
      pointer,
      place,
      related: [],
      fingerprint: '',
    };
  });
  const comments = annotate(edit, { reading, trace }, commentsOf({ diagnostics, corrections: [] } as unknown as Checked, 'zh'));
  const words = diagnostics.map(({ pointer, place }) => {
    const { raw } = locations.get(pointer)!;
    return place.span ? raw.slice(...place.span) : raw;
  });
  return { bytes: edit.finish(), comments, words };
}

/** Spots all over a document: each paragraph whole and in parts, each cell. */
export function everywhere(texts: readonly string[], cells: readonly string[]): readonly Spot[] {
  return [
    ...texts.flatMap((text, index): readonly Spot[] => {
      const third = Math.floor(text.length / 3);
      return [[`/preface/${index}`], [`/preface/${index}`, [third, 2 * third + 1]], [`/preface/${index}`, [0, third + 2]]];
    }),
    ...cells.map((_, index): Spot => [`/cells/${index}`]),
  ];
}
