/** Texts that converters, clipboards and people make of the tables: every figure in its place, or said to be unclear. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCell } from '../../src/base/text/number.js';
import { displayWidth } from '../../src/base/text/width.js';
import { type Edition, type TableSpec, tableSpec } from '../../src/form/editions/index.js';
import { valueAt } from '../../src/form/model/pointer.js';
import type { Reading } from '../../src/form/model/reading.js';
import type { Report } from '../../src/form/model/report.js';
import { readText } from '../../src/read/formats/text/index.js';
import { recognise } from '../../src/read/recognise/report.js';
import { layoutTable, slotsOf } from '../../src/write/report/layout.js';
import { allCells, type Figure, reportOf, tally } from '../support/compare.js';
import { sampled } from '../support/long.js';
import { wholeText } from '../support/text-layouts.js';

type Rows = readonly (readonly string[])[];

const editions: readonly Edition[] = ['2019', '2021'];
const figures: Readonly<Record<string, Figure>> = {
  distinct: (index) => (index * 37) % 1009,
  gappy: (index) => (index % 5 === 2 ? null : (index * 13) % 97),
  sparse: (index) => (index % 3 === 0 ? (index * 13) % 97 : null),
};

/** The slots of a printed table; what a cell covers beside its first slot is blank, or the cell's text again. */
function sheet(table: TableSpec, report: Report, repeated = false): Rows {
  return slotsOf(layoutTable(table)).map((row, at) =>
    row.map((cell, column) => {
      if (!repeated && (cell.row !== at || cell.column !== column)) return '';
      return cell.pointer === undefined ? cell.text : String(valueAt(report, cell.pointer) ?? '');
    }),
  );
}

/** The cells of each row, merged ones only where they begin. */
function own(table: TableSpec, report: Report): Rows {
  return layoutTable(table).rows.map((row) => row.map((cell) => (cell.pointer === undefined ? cell.text : String(valueAt(report, cell.pointer) ?? ''))));
}

function read(report: Report, print: (table: TableSpec) => string): Reading {
  return recognise(readText(wholeText(report, print)));
}

const rule = (rows: Rows, cross: string, line: string): string => cross + rows[0]!.map(() => line.repeat(6)).join(cross) + cross;

function pipes(rows: Rows, outer: boolean): string {
  const line = (cells: readonly string[]): string => (outer ? `| ${cells.join(' | ')} |` : cells.join(' | '));
  return ['', line(rows[0]!), line(rows[0]!.map(() => '---')), ...rows.slice(1).map(line), ''].join('\n');
}

/** As each converter that drops spans does: every row padded to the width of the widest. */
function padded(rows: Rows): Rows {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

function html(table: TableSpec, report: Report): string {
  const rows = layoutTable(table).rows.map((row) =>
    row.map((cell) => {
      const text = cell.pointer === undefined ? cell.text : String(valueAt(report, cell.pointer) ?? '');
      return `<td rowspan=${cell.rowSpan} colspan="${cell.columnSpan}">${text}</td>`;
    }),
  );
  return `<table><tr>${rows.map((row) => row.join('')).join('</tr><tr>')}</tr></table>`;
}

const exact: Readonly<Record<string, (table: TableSpec, report: Report) => string>> = {
  'each row drawn with ┼ and │': (table, report) => {
    const rows = sheet(table, report);
    return rows.flatMap((row) => [rule(rows, '┼', '─'), `│ ${row.join(' │ ')} │`]).join('\n');
  },
  'a table drawn with double lines': (table, report) => {
    const rows = sheet(table, report);
    return rows.flatMap((row) => [rule(rows, '╬', '═'), `║ ${row.join(' ║ ')} ║`]).join('\n');
  },
  'a table of Org': (table, report) => {
    const rows = sheet(table, report);
    return [`|${rows[0]!.map(() => '---').join('+')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
  },
  'bars between cells': (table, report) =>
    sheet(table, report)
      .map((row) => row.join(' | '))
      .join('\n'),
  'bars before cells': (table, report) =>
    sheet(table, report)
      .map((row) => `|${row.join(' |')} `)
      .join('\n'),
  'pipes without bars around the rows': (table, report) => pipes(sheet(table, report), false),
  'pipes of pandas, NaN in blank cells': (table, report) => {
    const [head, ...rows] = sheet(table, report);
    return pipes([head!.map((cell, column) => cell || `Unnamed: ${column}`), ...rows.map((row) => row.map((cell) => cell || 'NaN'))], true);
  },
  'pipes of pandas, floats': (table, report) =>
    pipes(
      sheet(table, report).map((row) => row.map((cell) => (/^\d+$/.test(cell) ? `${cell}.0` : cell || 'nan'))),
      true,
    ),
  'HTML on one line in its wrapper': (table, report) => `\n<html><body>${html(table, report)}</body></html>\n`,
  'HTML behind words': (table, report) => `情况如下：${html(table, report)}单位：件`,
  'tabs, two behind every row': (table, report) =>
    own(table, report)
      .map((row) => `${row.join('\t')}\t`)
      .join('\n'),
};

/** What may lose cells, but tells none wrongly. */
const cautious: Readonly<Record<string, (table: TableSpec, report: Report) => string>> = {
  'a sheet whose blank cells at the end of lines were cut off': (table, report) =>
    sheet(table, report)
      .map((row) => row.join('\t').trimEnd())
      .join('\n'),
  'two tabs between cells': (table, report) =>
    own(table, report)
      .map((row) => row.join('\t\t'))
      .join('\n'),
  'labels in every slot of a merged cell, tabs': (table, report) =>
    sheet(table, report, true)
      .map((row) => row.join('\t'))
      .join('\n'),
  'labels in every slot of a merged cell, bars between': (table, report) =>
    sheet(table, report, true)
      .map((row) => row.join(' | '))
      .join('\n'),
  'labels in every slot of a merged cell, blanks between': (table, report) =>
    sheet(table, report, true)
      .map((row) => row.filter((cell) => cell !== '').join(' '))
      .join('\n'),
  'labels in every slot of a merged cell, a cell a line': (table, report) =>
    sheet(table, report, true)
      .map((row) => row.filter((cell) => cell !== '').join('\n'))
      .join('\n'),
  'rows that are numbered': (table, report) => {
    const rows = layoutTable(table).rows;
    let number = 0;
    return sheet(table, report)
      .map((row, at) => [table.key === 'disputes' ? '' : rows[at]!.some(({ pointer }) => pointer) ? String((number += 1)) : '', ...row].join('\t'))
      .join('\n');
  },
  'a box ruled below its header only': (table, report) => {
    const rows = sheet(table, report);
    const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell + ' '.repeat(Math.max(0, 70 - displayWidth(cell)))).join(' | ')} |`;
    const edge = `+${rows[0]!.map(() => '-'.repeat(72)).join('+')}+`;
    return [edge, line(rows[0]!), edge, ...rows.slice(1).map(line), edge].join('\n');
  },
  'pipes, merged cells left out': (table, report) => pipes(padded(own(table, report)), true),
  'pipes, labels in every slot of a merged cell': (table, report) => pipes(sheet(table, report, true), true),
  'lists of a wiki': (table, report) =>
    `{| class="wikitable"\n${own(table, report)
      .map((row) => `|-\n${row.map((cell) => `| ${cell}`).join('\n')}`)
      .join('\n')}\n|}`,
  'lists of another program': (table, report) =>
    sheet(table, report)
      .map((row) => `[${row.map((cell) => (cell === '' ? 'None' : `'${cell}'`)).join(', ')}]`)
      .join('\n'),
};

/** Cells read wrongly; one that is not in the model at all is missing, which the rules tell. */
function wrongIn({ wrong }: { readonly wrong: readonly string[] }): readonly string[] {
  return wrong.filter((one) => !one.includes(': undefined for '));
}

let place = 0;
for (const edition of editions) {
  for (const [kind, figure] of Object.entries(figures)) {
    const report = reportOf(edition, figure);
    for (const [name, print] of Object.entries(exact)) {
      place += 1;
      test(`${edition}, ${kind}: ${name}`, sampled(place, 3), () => {
        const { right, lost, wrong } = tally(
          report,
          read(report, (table) => print(table, report)),
        );
        assert.deepEqual(wrong, []);
        if (kind !== 'sparse') assert.deepEqual({ right, lost }, { right: allCells(edition), lost: 0 });
      });
    }
    for (const [name, print] of Object.entries(cautious)) {
      place += 1;
      test(`${edition}, ${kind}: ${name} gives no wrong figure`, sampled(place, 3), () => {
        const result = tally(
          report,
          read(report, (table) => print(table, report)),
        );
        assert.deepEqual(wrongIn(result), []);
        // A figure in several slots of a merged cell may be several figures.
        if (kind === 'distinct' && !/^(?:lists|a box)/.test(name))
          assert.ok(result.right >= allCells(edition) - (name.includes('every slot') ? 25 : 0), `${result.right}`);
      });
    }
  }

  test(`${edition}: a header over figures that nothing tells apart stands over lost figures, not over blanks`, () => {
    const report = reportOf(edition, figures.distinct!);
    const disputes = layoutTable(tableSpec(edition, 'disputes')).rows.map((row) => row.map(({ text }) => text).join(' '));
    const reading = recognise(
      readText([report.title, '一、总体情况', '四、政府信息公开行政复议、行政诉讼情况', ...disputes.slice(0, 3), "['1', '2', '3', '4']"].join('\n')),
    );
    assert.equal(reading.report.tables.disputes && [...reading.locations].filter(([, { lost }]) => lost).length, 15);
  });
}

test('a box whose cells hold two figures each is not read as one figure', () => {
  const report = reportOf('2021', (index) => index % 10);
  const rows = sheet(tableSpec('2021', 'disclosure'), report);
  const text = [report.title, '一、总体情况', '二、主动公开政府信息情况', '+----+----+', ...rows.map((row) => `| ${row.join(' | ')} |`), '+----+----+'].join(
    '\n',
  );
  assert.deepEqual(wrongIn(tally(report, recognise(readText(text)))), []);
});

test('digits on lines of their own are not one number', () => {
  assert.equal(readCell('5\n6').kind, 'other');
  assert.deepEqual(readCell('5 6'), { kind: 'number', value: 56, tidy: false });
});

test('the word <table> in running text opens no table', () => {
  const { report } = recognise(
    readText('清河区人民政府2024年政府信息公开工作年度报告\n一、总体情况\n网页用 <table> 标签制作。\n二、主动公开政府信息情况\n以表格公开。'),
  );
  assert.deepEqual(
    report.sections.map(({ paragraphs }) => paragraphs),
    [['网页用 <table> 标签制作。'], ['以表格公开。']],
  );
});

const opening = '清河区人民政府2020年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n';

test('figures between a header and the label of their row are not the figures of another row, nor is the row blank', () => {
  const rows = [
    '第二十条第（六）项',
    '信息内容',
    '上一年项目数量',
    '本年增/减',
    '处理决定数量',
    '行政处罚',
    '9835',
    '1525',
    '4418',
    '行政强制',
    '1269',
    '1640',
    '6995',
  ];
  const fees = ['第二十条第（八）项', '信息内容 上一年项目数量', '本年增/减', '9223', '8205', '行政事业性收费', '第二十条第（九）项'];
  const last = ['信息内容', '采购项目数量', '采购总金额', '政府集中采购', '7596', '1567'];
  const { report, locations } = recognise(readText(opening + [...rows, ...fees, ...last].join('\n\n')));
  for (const key of ['previousItems', 'change']) {
    const pointer = `/tables/disclosure/fees/${key}`;
    assert.ok(valueAt(report, pointer) !== null || locations.get(pointer)?.lost, `${key} is blank`);
  }
});

test('a row between whose figures the header goes on is not in the order of the page', () => {
  const text = [
    opening,
    '四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n结果维持 结果纠正 其他结果 尚未审结 总计\n未经复议直接起诉\n结果维持 结果纠正 其他结果 尚未审结 总计',
    ...['1', '3', '2', '4', '10', '0', '0', '0', '0'],
    '复议后起诉\n总计\n结果维持 结果纠正 其他结果 尚未审结',
    ...['0', '5', '1', '1', '2', '1'],
    '五、存在的主要问题及改进情况',
  ].join('\n\n');
  const reading = recognise(readText(text));
  const told = [...reading.locations].filter(
    ([pointer, { lost }]) => /^\/tables\/disputes\/.+\//.test(pointer) && !lost && valueAt(reading.report, pointer) !== undefined,
  );
  assert.deepEqual(
    told.map(([pointer]) => pointer).filter((pointer) => typeof valueAt(reading.report, pointer) === 'number'),
    [],
  );
});

test('figures below the last row, on a line of their own, make it unclear', () => {
  const header = [
    '行政复议',
    '行政诉讼',
    '结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉',
    '结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计',
  ];
  const text = [opening, '四、政府信息公开行政复议、行政诉讼情况', ...header, '2 0 5 0 7 0 0 0 2 2 5 3 0 0 8', '6 1 7 9'].join('\n');
  const reading = recognise(readText(text));
  assert.equal(valueAt(reading.report, '/tables/disputes/reconsideration/upheld') ?? null, null);
});

test('a cell of many blanks or brackets is what it says', () => {
  for (const text of [' '.repeat(60_000), '['.repeat(60_000), '![a]('.repeat(12_000), '{#'.repeat(30_000)]) {
    const [, table] = readText(`# 一、总体情况\n| ${text}x | 2 |\n|---|---|\n| 3 | 4 |`).blocks;
    assert.equal(table?.kind === 'table' && table.grid.slots[0]?.[0]?.text, `${text}x`.trim());
  }
});

test('a second table of disputes is said, and what stands between the two is text', () => {
  const report = reportOf('2021', (index) => index % 10);
  const tabbed = (table: TableSpec): readonly string[] => own(table, report).map((row) => row.join('\t'));
  const disputes = tabbed(tableSpec('2021', 'disputes'));
  const between = '以上数据由政策法规处提供。';
  const { tables, report: found } = read(report, (table) => (table.key === 'disputes' ? [...disputes, between, ...disputes] : tabbed(table)).join('\n'));
  assert.deepEqual(
    tables.disputes!.extraRows.map(({ label }) => label),
    [disputes.at(-1)!.replaceAll('\t', ' ')],
  );
  assert.ok(found.sections.some(({ key, paragraphs }) => key === 'disputes' && paragraphs.includes(between)));
});
