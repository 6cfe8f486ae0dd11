/** A text in the making, that of the document or of a text box: paragraphs, and tables within tables by their depth. */
import { tooDeep } from '../../../base/xml/refusals.js';
import { assertLength, type Marks, paragraphXml, runXml } from '../docx/compose.js';
import { composeTable, type RowDefinition, type RowDraft } from './table.js';

/** Tables within tables; those of real files are two or three. */
const DEEPEST = 60;
const NAME = 'RTF';
/** Stretches of text that are joined at a time. */
const PIECES = 256;

interface OpenTable {
  readonly rows: RowDraft[];
  /** Finished cells of the open row, and the blocks of the open cell. */
  cells: string[];
  blocks: string;
}

/** A story; only the functions of this module write to it. */
export interface Story {
  blocks: string;
  /** The open paragraph: finished runs, and the text of the open one with what is special about it. */
  runs: string;
  text: string;
  /** Text that is still to be joined to it. */
  pieces: string[];
  /** Characters of the open paragraph. */
  open: number;
  marks: Marks;
  /** Tables that are open, outermost first. */
  readonly tables: OpenTable[];
  /** Characters written in closed paragraphs. */
  length: number;
}

/** An empty story. */
export function newStory(): Story {
  return { blocks: '', runs: '', text: '', pieces: [], open: 0, marks: {}, tables: [], length: 0 };
}

/** Adds text to the open paragraph. @throws InputError `too-large`. */
export function addText(story: Story, text: string, marks: Marks): void {
  const { hidden, change } = story.marks;
  if (hidden !== marks.hidden || change !== marks.change) {
    endRun(story);
    story.marks = marks;
  }
  story.pieces.push(text);
  if (story.pieces.length >= PIECES) joinPieces(story);
  grow(story, text.length);
}

/** Adds a run that is written already. @throws InputError `too-large`. */
export function addRun(story: Story, xml: string): void {
  endRun(story);
  story.runs += xml;
  grow(story, xml.length);
}

function grow(story: Story, characters: number): void {
  story.open += characters;
  assertLength(story.length + story.open);
}

function joinPieces(story: Story): void {
  if (story.pieces.length === 0) return;
  story.text += story.pieces.join('');
  story.pieces = [];
}

function endRun(story: Story): void {
  joinPieces(story);
  if (story.text === '') return;
  const run = runXml(story.text, story.marks);
  story.runs += run;
  grow(story, run.length - story.text.length);
  story.text = '';
}

/** Whether anything stands in the open paragraph. */
export function isBegun(story: Story): boolean {
  return story.runs !== '' || story.text !== '' || story.pieces.length > 0;
}

/** Ends the paragraph, which stands `depth` tables deep. */
export function endParagraph(story: Story, depth: number, list: { readonly id: number; readonly level: number } | undefined, mark: Marks): void {
  endRun(story);
  const xml = paragraphXml(story.runs, list, mark);
  story.runs = '';
  story.open = 0;
  story.length += xml.length;
  assertLength(story.length);
  toDepth(story, depth);
  addBlocks(story, xml);
}

/** Ends the cell `depth` tables deep whose last paragraph has been ended. */
export function endCell(story: Story, depth: number): void {
  toDepth(story, depth);
  const table = story.tables[depth - 1]!;
  table.cells.push(table.blocks);
  table.blocks = '';
  story.length += 60;
}

/** Ends the row `depth` tables deep. */
export function endRow(story: Story, depth: number, definition: RowDefinition | undefined): void {
  toDepth(story, depth);
  const table = story.tables[depth - 1]!;
  if (table.blocks !== '') table.cells.push(table.blocks);
  table.rows.push({ definition, cells: table.cells });
  table.cells = [];
  table.blocks = '';
  story.length += 60;
  assertLength(story.length);
}

/** Ends the story and gives its blocks. */
export function finishStory(story: Story): string {
  toDepth(story, 0);
  return story.blocks;
}

/** Closes the tables that are deeper, opens those that are missing. */
function toDepth(story: Story, depth: number): void {
  if (depth > DEEPEST) throw tooDeep(NAME);
  while (story.tables.length > depth) {
    const { rows, cells, blocks } = story.tables.pop()!;
    const rest = blocks === '' ? cells : [...cells, blocks];
    if (rest.length > 0) rows.push({ definition: undefined, cells: rest });
    addBlocks(story, composeTable(rows));
  }
  while (story.tables.length < depth) story.tables.push({ rows: [], cells: [], blocks: '' });
}

function addBlocks(story: Story, xml: string): void {
  const table = story.tables.at(-1);
  if (table) table.blocks += xml;
  else story.blocks += xml;
}
