/**
 * Whole reports as careful clerks write them, by units of many kinds, for every report year: fixtures/reports/*.txt. The head of each file
 * has its year and the figures that are not 0 (of table 三 without the totals and what is carried forward, which follow from them, of
 * table 四 without totals); the text follows after a blank line, with 〔requests〕 where that table stands.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { cellsOf, editionForYear, editionSpec, type TableKey } from '../../src/form/editions/index.js';
import { cellALine, printedRows, tabbedCells, tabRows } from './text-layouts.js';

/** A report as a text file. */
export interface WholeReport {
  readonly name: string;
  readonly text: string;
}

const folder = new URL('../../fixtures/reports/', import.meta.url);
const LAYOUTS = [tabRows, tabbedCells, cellALine];

/** Sets one row of cells; every row of table 三 counts towards the totals of its columns. */
function setRow(cells: Map<string, number>, [table = '', row = '', ...values]: readonly string[]): void {
  const pointers = [...cells.keys()].filter((pointer) => pointer.startsWith(`/tables/${table}/${row}/`));
  for (const [index, value] of values.entries()) cells.set(pointers[index]!, Number(value));
  if (table !== 'disclosure')
    cells.set(
      `/tables/${table}/${row}/total`,
      values.reduce((sum, value) => sum + Number(value), 0),
    );
}

/** Fills in what follows from the rows: （七）总计 and 四、结转下年度继续办理. */
function addUp(cells: Map<string, number>): void {
  const column = (pointer: string): string => pointer.slice(pointer.lastIndexOf('/') + 1);
  for (const pointer of [...cells.keys()].filter((one) => one.startsWith('/tables/requests/carriedForward/'))) {
    const sum = (start: string): number =>
      [...cells].reduce((all, [cell, value]) => (cell.startsWith(`/tables/requests/${start}`) && column(cell) === column(pointer) ? all + value : all), 0);
    const done = sum('outcomes/');
    cells.set(`/tables/requests/outcomes/total/${column(pointer)}`, done);
    cells.set(pointer, sum('newlyReceived/') + sum('carriedOver/') - done);
  }
}

function readReport(file: string, index: number): WholeReport {
  const [head = '', ...paragraphs] = readFileSync(new URL(file, folder), 'utf8').split('\n\n');
  const [[, year] = [], ...rows] = head.split('\n').map((line) => line.split(' '));
  const spec = editionSpec(editionForYear(Number(year)));
  const cells = new Map(spec.tables.flatMap((table) => cellsOf(table).map(({ pointer }) => [pointer as string, 0] as const)));
  for (const row of rows) setRow(cells, row);
  addUp(cells);
  const print = (key: TableKey): string =>
    LAYOUTS[index % LAYOUTS.length]!(printedRows(spec.tables.find((table) => table.key === key)!, (pointer) => String(cells.get(pointer))));
  const text = paragraphs.join('\n\n').replace(/^〔(\w+)〕$/gm, (_, key: string) => print(key as TableKey));
  return { name: file.replace('.txt', ''), text };
}

/** All of them, in three layouts by turns. */
export function wholeReports(): readonly WholeReport[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map(readReport);
}

/** One fault in one of the reports: words replaced, or cells set; with the rule that must speak of it, and nothing else. */
export interface PlantedFault {
  readonly report: string;
  readonly replace?: readonly [from: string, to: string];
  readonly set?: Readonly<Record<string, number>>;
  /** A rule, or `arithmetic` for the sums that one wrong cell breaks. */
  readonly rule: string;
  /** Part of the words that the finding quotes. */
  readonly quote?: string;
  /** Where the node of the finding begins. */
  readonly at?: string;
  /** The cell that the correction must name. */
  readonly cell?: string;
}

/** The faults of fixtures/reports/faults.json. */
export function plantedFaults(): readonly PlantedFault[] {
  return JSON.parse(readFileSync(new URL('faults.json', folder), 'utf8')) as readonly PlantedFault[];
}
