/** Physical lines put together to paragraphs where a program wrapped them, and left alone where a person ended them. */
import { HAN } from '../../../base/text/han.js';
import { foldCore, leadingNumber } from '../../../base/text/normalise.js';
import { displayWidth } from '../../../base/text/width.js';
import type { SourcePlace } from '../../../form/place.js';
import type { Block, Paragraph, Table } from '../../document.js';
import { buildGrid, type CellInput } from '../../grid.js';
import { isHeadingLine, isTitle } from './headings.js';
import type { FlowLine } from './line.js';

/** How the running text of a file is set. */
export interface Setting {
  /** Widths at which lines are wrapped, one for each way of measuring; undefined when every line is a paragraph of its own. */
  readonly wrap?: readonly number[];
  /** Paragraphs begin with an indent. */
  readonly indented: boolean;
  /** Every number and Latin word is set off from Chinese by a blank, as pdftotext writes the gap between them. */
  readonly spaced: boolean;
}

const WIDE = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uffef\\u3000-\\u303f“”‘’…—]';
const GAP = new RegExp(`(?<=[${HAN}])[ \\u00a0](?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])[ \\u00a0](?=[${HAN}])`, 'g');
const TIGHT = new RegExp(`[${HAN}][A-Za-z0-9]|[A-Za-z0-9%][${HAN}]`, 'g');
const ENDED = /[。！？!?…]["”』」）)]*$/;
const MOST_WRAP = 200;

function bodyOf(line: FlowLine): string {
  return line.block.text.replace(/^\f/, '').trimEnd();
}

/** Width of a line: on a page a blank between Chinese and Latin stands for a narrow gap, in a terminal it is a blank. */
const MEASURES: readonly ((text: string) => number)[] = [(text) => displayWidth(text) - 0.5 * (text.match(GAP)?.length ?? 0), displayWidth];

function indentOf(text: string): number {
  return displayWidth(text.slice(0, text.length - text.trimStart().length).replace(/\t/g, '    '));
}

/** Finds out how the running text of a file is set, from all of its lines outside tables. */
export function settingOf(lines: readonly FlowLine[]): Setting {
  const texts = lines.filter((line) => !line.blank && !line.pageNumber && line.signs === 'none').map(bodyOf);
  const wraps = MEASURES.map((measure) => {
    const widths = texts.map(measure).sort((x, y) => y - x);
    // One line too long, a table's or a link's, must not set the measure: three lines must reach it. Many that pass it were never wrapped at it.
    const longer = Math.max(2, Math.floor(texts.length / 20));
    const wrap = widths.find((width, index) => index <= longer && (widths[Math.min(index + 2, widths.length - 1)] ?? 0) >= width - 4) ?? 0;
    const open = texts.filter((text) => measure(text) >= 0.9 * wrap && measure(text) <= wrap + 4 && !ENDED.test(text)).length;
    return wrap >= 24 && wrap <= MOST_WRAP && open >= Math.min(2, Math.ceil(texts.length / 12)) ? wrap : undefined;
  });
  const wrapped = wraps.some((wrap) => wrap !== undefined);
  const indents = texts.map(indentOf);
  const flush = indents.filter((indent) => indent < 2).length;
  const all = texts.join('\n');
  return {
    ...(wrapped ? { wrap: wraps.map((wrap) => wrap ?? Number.POSITIVE_INFINITY) } : {}),
    indented:
      indents.some((indent) => indent >= 2) && flush * 4 > texts.length && indents.filter((indent) => indent >= 2 && indent <= 8).length * 8 >= texts.length,
    spaced: (all.match(GAP)?.length ?? 0) >= 4 && !TIGHT.test(all),
  };
}

/** The first part of a line that a program would not break: a word, or a character with the marks that cling to it. */
function firstUnit(text: string): string {
  return /^(?:[A-Za-z0-9.,:/\-_%]+|[《（“‘「『〔(]*.)[，。、；：？！）》”’」』〕)%]*/u.exec(text.trimStart())?.[0] ?? '';
}

/** Whether a line cannot be the last of its paragraph: it ends within a word, an enumeration or a bracket. */
function isUnfinished(text: string): boolean {
  const opened = (text.match(/[（《“]/g)?.length ?? 0) - (text.match(/[）》”]/g)?.length ?? 0);
  return opened > 0 || /[，、（《“-]$/.test(text);
}

/** A whole title of a report on a line of its own, with its year. */
const REPORT_TITLE = /^(?=.*(?:20\d\d|二[〇零○]))[^，。；：《]{4,40}(?:政府信息|政务|信息)公开工作年度报告$/;
/** As wide as a line is that a program wraps. */
const LEAST_WRAP = 60;

/** Whether a line ends within a figure or a date, in running text: 自1月1日起到2019|年12月31日. */
function isCutInFigure(text: string, following: string): boolean {
  return (
    displayWidth(text) >= LEAST_WRAP &&
    /\d$/.test(text) &&
    /[，、；：。]/.test(text) &&
    /^(?:\d{1,4}(?=[年月日件条份])|年\d|月\d|日|[件条份](?=[，。；、]))/.test(following)
  );
}

/** As many columns as a line of running text has that a person broke in the middle of a sentence. */
const BROKEN_WIDTH = 56;

/** Whether a person broke a line of running text by hand: long, with marks inside and none at its end, and no new item behind it. */
function isBrokenByHand(text: string, following: string): boolean {
  const bare = text.trimEnd();
  if (displayWidth(bare) < BROKEN_WIDTH || !/[，、；。：]/.test(bare) || !new RegExp(`[${HAN}，、”》]$`).test(bare)) return false;
  return indentOf(following) < 2 && leadingNumber(following) === '' && new RegExp(`^[${HAN}“《\\d]`).test(following) && /[，。；：]/.test(following);
}

function goesOn(line: FlowLine, next: FlowLine, setting: Setting): boolean {
  const text = bodyOf(line);
  const following = bodyOf(next);
  if (isTitle(foldCore(text.trim() + following.trim())) && leadingNumber(text) !== '') return true;
  if (isCutInFigure(text, following)) return true;
  if (REPORT_TITLE.test(text.trim())) return false;
  if (isHeadingLine(text) || isHeadingLine(following)) return false;
  if (setting.wrap === undefined) return isBrokenByHand(text, following);
  const full = setting.wrap.some((wrap, index) => MEASURES[index]!(text) + MEASURES[index]!(firstUnit(following)) > wrap - 2);
  if (!full && !isUnfinished(text)) return isBrokenByHand(text, following);
  if (setting.indented && indentOf(following) >= 2 && indentOf(following) > indentOf(text) - 2) return false;
  return !(ENDED.test(text) && leadingNumber(following.trimStart()) !== '');
}

/** Paragraphs, and tables of tabs or bars that are no statutory ones, from the lines between two statutory tables. */
export function paragraphsOf(lines: readonly FlowLine[], setting: Setting): readonly Block[] {
  const blocks: Block[] = [];
  let open: FlowLine[] = [];
  const close = (): void => {
    if (open.length > 0) blocks.push(paragraph(open, setting));
    open = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    const cells = celledFrom(lines, at);
    if (cells > 1) {
      close();
      blocks.push(tableOf(lines.slice(at, at + cells)));
      at += cells;
      continue;
    }
    at += 1;
    if (line.pageNumber) continue;
    if (line.blank) {
      // Blank lines part paragraphs, but those around a page break are the page's margin.
      let next = at;
      while (next < lines.length && (lines[next]!.blank || lines[next]!.pageNumber)) next += 1;
      if (next < lines.length && open.length > 0 && lines[next]!.page === open.at(-1)!.page) close();
      at = next;
      continue;
    }
    const last = open.at(-1);
    if (last && !goesOn(last, line, setting)) close();
    open.push(line);
  }
  close();
  return blocks;
}

function celledFrom(lines: readonly FlowLine[], at: number): number {
  let count = 0;
  while (at + count < lines.length && (lines[at + count]!.signs === 'tabs' || lines[at + count]!.signs === 'bars') && lines[at + count]!.cells.length > 1)
    count += 1;
  return count;
}

function tableOf(lines: readonly FlowLine[]): Table {
  const rows = lines.map((line) => line.cells.map((cell): CellInput => ({ text: cell?.text ?? '', place: cell?.place ?? line.block.place })));
  return { kind: 'table', grid: buildGrid(rows), place: lines[0]!.block.place };
}

function paragraph(lines: readonly FlowLine[], setting: Setting): Paragraph {
  let text = '';
  const starts: { start: number; place: SourcePlace }[] = [];
  for (const line of lines) {
    const body = bodyOf(line);
    const trimmed = body.trim();
    const plain = setting.spaced ? trimmed.replace(GAP, '') : trimmed;
    const glue = text === '' || text.endsWith('-') || new RegExp(`${WIDE}$`).test(text) || new RegExp(`^${WIDE}`).test(plain) ? '' : ' ';
    text += glue;
    starts.push({
      start: text.length,
      place: { ...line.block.place, columnNumber: (line.block.place.columnNumber ?? 1) + body.length - body.trimStart().length },
    });
    text += plain;
  }
  return { kind: 'paragraph', text, place: starts[0]!.place, ...(starts.length > 1 ? { lines: starts } : {}) };
}
