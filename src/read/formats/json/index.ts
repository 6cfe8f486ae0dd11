/** Reads canonical JSON: what `convert --to json` writes, or another program in the same form. */
import type { JsonFault } from '../../../base/json/faults.js';
import { createLocator, type JsonNode, parseJson, plain } from '../../../base/json/parse.js';
import { readCell } from '../../../base/text/number.js';
import { cellPointer, cellsOf, type Edition, editionForYear, editions, type TableKey } from '../../../form/editions/index.js';
import { presentPointers, tableFacts } from '../../../form/facts.js';
import { cellSpec } from '../../../form/model/names.js';
import type { Located, Reading, TableFacts } from '../../../form/model/reading.js';
import type { Report } from '../../../form/model/report.js';
import { validate } from '../../../form/schema/generated/report.js';
import { refusal } from '../refused/refusals.js';
import { otherJson, severalReports, shapeError } from './faults.js';
import { headingFacts } from './headings.js';
import { indexNodes, type NodeIndex, shapeFaults } from './shape.js';

type Locate = (offset: number) => Pick<JsonFault, 'line' | 'column'>;
type Sidecar = Readonly<Record<string, Located>>;

/**
 * Reads a report from JSON, from an array of one, or from one line of NDJSON; every value knows its line and column.
 * With `locations` in it the untouched texts of the original document are kept where they still say what the value says.
 * @throws InputError `json-syntax`, `json-shape` (the first faults, each with its line), `several-reports`, `not-a-report`, `too-large`.
 */
export function readJson(text: string): Reading {
  const locate = createLocator(text);
  const root = onlyReport(parseJson(text), locate);
  const index = indexNodes(root);
  const value = plain(root);
  const faults = shapeFaults(value, index, text, locate, { validate, known: tableKeys });
  if (faults.length > 0) throw shapeError(faults);
  // The shape has just been checked against the schema of exactly these types.
  const { locations: sidecar = {}, ...report } = value as Report & { readonly locations?: Sidecar };
  const tables = factsOf(report);
  const gaps = gapsOf(tables, report, index, locate);
  if (gaps.length > 0) throw shapeError(gaps);
  return { format: 'json', typed: true, report, locations: locationsOf(index, sidecar, locate), tables, headings: headingFacts(report), notes: [] };
}

function onlyReport(values: readonly JsonNode[], locate: Locate): JsonNode {
  const [first] = values;
  const reports = values.length === 1 && first?.kind === 'array' ? first.items : values;
  const keys = reports.map((node) => new Set(node.kind === 'object' ? node.members.map(({ key }) => key) : []));
  if (keys.some((own) => own.has('diagnostics') || (own.has('files') && own.has('summary')))) throw refusal('result-json');
  if (!keys.some((own) => own.has('sections') || own.has('tables') || own.has('edition'))) throw otherJson();
  if (reports.length > 1) throw severalReports(reports.length, locate(reports[1]!.from).line);
  return reports[0]!;
}

function factsOf(report: Report): { readonly [key in TableKey]?: TableFacts } {
  const expected: Edition = report.year === undefined ? report.edition : editionForYear(report.year);
  const facts: { [key in TableKey]?: TableFacts } = {};
  for (const key of Object.keys(report.tables) as TableKey[]) {
    facts[key] = { ...tableFacts(key, presentPointers(key, report.tables[key]), expected), extraRows: [], repeated: [] };
  }
  return facts;
}

/** Cells that are absent from a row that is there, though the column is there too: blank is written null, so this is a mistake. */
function gapsOf(tables: Reading['tables'], report: Report, index: NodeIndex, locate: Locate): readonly JsonFault[] {
  const faults: JsonFault[] = [];
  for (const [key, facts] of Object.entries(tables) as [TableKey, TableFacts][]) {
    const present = presentPointers(key, report.tables[key]);
    facts.spec.blocks.forEach((block, blockIndex) => {
      const columns = block.columns.filter((column) => !facts.missingColumns.some((missing) => missing.block === blockIndex && missing.column === column.key));
      for (const row of block.rows) {
        const absent = columns.map((column) => cellPointer(key, row.key, column.key)).filter((pointer) => !present.has(pointer));
        if (absent.length === 0 || absent.length === columns.length) continue;
        const pointer = `/tables/${key}${row.key === '' ? '' : `/${row.key}`}`;
        const names = absent.map((cell) => `“${cell.slice(pointer.length + 1)}”`);
        faults.push({
          ...locate(index.nodes.get(pointer)?.from ?? 0),
          what: { zh: `${pointer} 缺少${names.join('、')}，空白应写 null`, en: `${pointer} lacks ${names.join(', ')}; a blank is written null` },
        });
      }
    });
  }
  return faults;
}

function locationsOf(index: NodeIndex, sidecar: Sidecar, locate: Locate): ReadonlyMap<string, Located> {
  const locations = new Map<string, Located>();
  for (const [pointer, node] of index.nodes) {
    if (pointer === '/locations' || pointer.startsWith('/locations/')) continue;
    const { line, column } = locate(node.kind === 'value' ? node.from : (index.keys.get(pointer) ?? node.from));
    const place = { line, columnNumber: column };
    const original = Object.hasOwn(sidecar, pointer) ? sidecar[pointer] : undefined;
    if (node.kind === 'value') locations.set(pointer, { ...located(pointer, node.value, original), place });
    else if (/^\/(?:sections\/\d+|tables\/.+)$/.test(pointer)) locations.set(pointer, { raw: original?.raw ?? '', place });
  }
  return locations;
}

/** The text of a value: that of the original document when it still says the same, else what the JSON says. */
function located(pointer: string, value: string | number | boolean | null, original: Located | undefined): Omit<Located, 'place'> {
  if (typeof value === 'string') {
    return { raw: value, ...(original?.raw === value && original.numberLength !== undefined ? { numberLength: original.numberLength } : {}) };
  }
  const raw = value === null ? '' : String(value);
  const cell = cellSpec(pointer);
  if (!original || !cell) return { raw };
  const reading = readCell(original.raw, cell.column.kind === 'change');
  const same = value === null ? original.lost || reading.kind !== 'number' : 'value' in reading && reading.value === value;
  return same ? { raw: original.raw, ...(original.lost ? { lost: 'unreadable' } : {}) } : { raw };
}

/** The keys that either form has at a pointer within a table. */
function tableKeys(pointer: string): readonly string[] {
  const parts = pointer.split('/');
  if (parts[1] !== 'tables') return [];
  const paths = editions.flatMap(({ tables }) =>
    tables.flatMap((table) => [`/tables/${table.key as TableKey}`, ...cellsOf(table).map((cell) => cell.pointer)]),
  );
  return [...new Set(paths.filter((path) => path.startsWith(`${pointer}/`)).map((path) => path.split('/')[parts.length]!))];
}
