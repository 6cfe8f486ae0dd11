/** Workbooks with the tables of a report. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { InputError } from '../../src/base/errors.js';
import { openZip } from '../../src/base/package/zip.js';
import { lintReading } from '../../src/judge/judge.js';
import { rules } from '../../src/judge/rules/index.js';
import { readXlsxArchive } from '../../src/read/formats/xlsx/index.js';
import { parseBytes } from '../../src/read/index.js';
import { slotsOf } from '../../src/write/report/layout.js';
import { partsOf } from '../../src/write/report/parts.js';
import { contentTypes, pack, relationships } from '../support/docx-parts.js';
import { baseReport, readingOf } from '../support/reading.js';
import { written } from '../support/written.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of sheets in XML: rows, then what follows them. */
function book(sheets: readonly { readonly rows: string; readonly after?: string; readonly state?: string }[], strings: readonly string[] = []): Uint8Array {
  const related = sheets.map((_, index) => `<Relationship Id="r${index}" Type="${OFFICE}/worksheet" Target="s${index}.xml"/>`);
  const names = sheets.map(
    ({ state }, index) => `<sheet name="表${index}" sheetId="${index + 1}" r:id="r${index}"${state === undefined ? '' : ` state="${state}"`}/>`,
  );
  return pack({
    '[Content_Types].xml': contentTypes('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', '/xl/workbook.xml'),
    '_rels/.rels': relationships({ officeDocument: 'xl/workbook.xml' }),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join('')}<Relationship Id="s" Type="${OFFICE}/sharedStrings" Target="strings.xml"/></Relationships>`,
    'xl/strings.xml': `<sst xmlns="${MAIN}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ rows, after = '' }, index) => [`xl/s${index}.xml`, `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`]),
    ),
  });
}

const read = (bytes: Uint8Array): ReturnType<typeof readXlsxArchive> => readXlsxArchive(openZip(bytes));

for (const edition of ['2019', '2021'] as const) {
  test(`${edition}: the workbook that convert writes gives the same tables, unit and year, and no text`, async () => {
    const reading = readingOf(baseReport(edition));
    const again = await parseBytes(await written(reading, 'xlsx'));
    assert.equal(again.format, 'xlsx');
    const { tables, unit, year, sections, preface } = again.report;
    assert.deepEqual(tables, reading.report.tables);
    assert.deepEqual([unit, year, sections, preface], [reading.report.unit, reading.report.year, [], []]);
    // That there is no text is said once, and the figures are checked all the same.
    const { diagnostics, checks } = lintReading(again, 'x', { lang: 'zh', rules: rules.map((rule) => ({ rule })) });
    assert.deepEqual(
      diagnostics.map(({ ruleId, severity, message }) => [ruleId, severity, message]),
      [['structure/missing-section', 'warning', '这是 Excel 工作簿，其中只有表格；六个部分的文字不在其中，没有检查']],
    );
    assert.equal(checks.tables, 3);
  });

  test(`${edition}: so does one sheet with the three tables under a title each`, async () => {
    const reading = readingOf(baseReport(edition));
    let at = 1;
    const rows: string[] = [
      `<row r="1"><c r="A1" t="inlineStr"><is><t>清河区人民政府${edition === '2019' ? 2020 : 2024}年政府信息公开工作年度报告</t></is></c></row>`,
    ];
    const merges: string[] = [];
    const letter = (column: number): string => String.fromCharCode(65 + column);
    for (const table of partsOf(reading).flatMap((part) => (part.kind === 'table' ? [part] : []))) {
      at += 2;
      slotsOf(table).forEach((line, row) => {
        const cells = line.map((cell, column) => {
          const first = cell.row === row && cell.column === column;
          if (first && cell.rowSpan * cell.columnSpan > 1)
            merges.push(`<mergeCell ref="${letter(column)}${at + row}:${letter(column + cell.columnSpan - 1)}${at + row + cell.rowSpan - 1}"/>`);
          return first ? `<c r="${letter(column)}${at + row}" t="str"><v>${cell.text}</v></c>` : '';
        });
        rows.push(`<row r="${at + row}">${cells.join('')}</row>`);
      });
      at += table.rows.length;
    }
    const { report } = await parseBytes(book([{ rows: rows.join(''), after: `<mergeCells>${merges.join('')}</mergeCells>` }]));
    assert.deepEqual(report.tables, reading.report.tables);
  });
}

describe('cells', () => {
  test('shared and rich texts, numbers, blanks, merged cells; places are rows and columns', () => {
    const rows =
      '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row><row><c t="n"/><c r="B3"><v>0.30000000000000004</v></c><c><v>1E3</v></c></row>' +
      '<row r="9"><c r="A9" t="inlineStr"><is><t>末</t></is></c></row>';
    const { blocks } = read(
      book([{ rows, after: '<mergeCells><mergeCell ref="B3:C4"/></mergeCells>' }], ['<t>甲</t>', '<r><t>乙</t></r><rPh><t>x</t></rPh><r><t>丙</t></r>']),
    );
    assert.deepEqual(
      blocks.map((block) =>
        block.kind === 'table'
          ? block.grid.cells.map(({ text, row, column, rowSpan, columnSpan, place }) => [
              text,
              row,
              column,
              rowSpan,
              columnSpan,
              place.line,
              place.columnNumber,
            ])
          : block,
      ),
      [
        [
          ['甲', 0, 0, 1, 1, 2, 2],
          ['乙丙', 0, 1, 1, 1, 2, 3],
          ['0.3', 1, 0, 2, 2, 3, 2],
        ],
        { kind: 'paragraph', text: '末', place: { line: 9, columnNumber: 1 } },
      ],
    );
  });

  test('hidden sheets are said, not read', () => {
    const row = '<row><c t="str"><v>1</v></c></row>';
    const { blocks, notes } = read(book([{ rows: row }, { rows: row, state: 'hidden' }]));
    assert.equal(blocks.length, 1);
    assert.deepEqual(
      notes.map(({ kind, count, sample }) => [kind, count, sample]),
      [
        ['tables-only', 1, undefined],
        ['hidden-text', 1, '表1'],
      ],
    );
  });
});

test('workbooks beyond any report, or without a table, are refused', () => {
  const cells = (count: number): string =>
    Array.from({ length: count }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c><c r="AMJ${row + 1}"><v>1</v></c></row>`).join('');
  const cases: readonly (readonly [Uint8Array, string])[] = [
    [book([{ rows: '' }]), 'workbook-without-sheets'],
    [book([{ rows: cells(30_000) }]), 'too-large'],
    [book([{ rows: cells(1000) }]), 'too-large'],
    [book([{ rows: cells(2), after: `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(60_000)}</mergeCells>` }]), 'too-large'],
    [book(Array.from({ length: 200 }, () => ({ rows: '' }))), 'too-large'],
  ];
  for (const [bytes, code] of cases)
    assert.throws(
      () => read(bytes),
      (error) => error instanceof InputError && error.code === code,
      code,
    );
});
