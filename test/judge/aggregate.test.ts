import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cellsOf, editionSpec } from '../../src/form/editions/index.js';
import { valueAt } from '../../src/form/model/pointer.js';
import type { Report } from '../../src/form/model/report.js';
import { addUp, sumReport, type UnitReport } from '../../src/judge/aggregate/add-up.js';
import { readRoster } from '../../src/judge/aggregate/roster.js';
import { consistentReport, seeded } from '../support/consistent.js';
import { baseReport, put, readingOf, without } from '../support/reading.js';

function unit(name: string, report: Report, file = `${name}.docx`): UnitReport {
  return { file, reading: readingOf({ ...report, unit: name, title: `${name}${report.year}年政府信息公开工作年度报告` }) };
}

const schools = unit('云岭县教育局', baseReport());
const town = unit('云岭县青石镇人民政府', consistentReport('2021', seeded(5)));

describe('adding units up', () => {
  it('every cell of either edition is the sum of the units, computed here by itself', () => {
    const random = seeded(42);
    const reports = Array.from({ length: 40 }, (_, index) =>
      unit(`云岭县第${index}局`, { ...consistentReport(index % 4 === 0 ? '2019' : '2021', random), year: 2024 }),
    );
    const { editions, leftOut } = addUp(reports);
    assert.deepEqual(leftOut, []);
    for (const { edition, units, cells } of editions) {
      const own = reports.filter(({ reading }) => reading.report.edition === edition);
      assert.equal(units.length, own.length);
      assert.deepEqual(
        cells.map(({ pointer }) => pointer),
        editionSpec(edition)
          .tables.flatMap(cellsOf)
          .map(({ pointer }) => pointer),
      );
      for (const { pointer, sum, counted } of cells) {
        const expected = own.reduce((total, { reading }) => total + Math.round((valueAt(reading.report, pointer) as number) * 1e4), 0) / 1e4;
        assert.equal(sum, expected, pointer);
        assert.equal(counted, own.length);
      }
    }
    assert.deepEqual(
      editions.map(({ edition, units }) => [edition, units.length]),
      [
        ['2019', 10],
        ['2021', 30],
      ],
    );
  });

  it('blank cells are counted, not taken for 0; a cell blank in every unit has no sum', () => {
    const pointer = '/tables/disclosure/coercion/decisions';
    const one = addUp([schools, unit('云岭县水务局', put(baseReport(), pointer, null))]).editions[0]?.cells.find((cell) => cell.pointer === pointer);
    assert.deepEqual(one, { pointer, sum: 27, counted: 1, blank: 1 });
    const none = addUp([unit('云岭县水务局', put(baseReport(), pointer, null))]).editions[0]?.cells.find((cell) => cell.pointer === pointer);
    assert.deepEqual(none, { pointer, sum: null, counted: 0, blank: 1 });
  });

  it('leaves out another year, a second report of one unit and what has no table, and says so', () => {
    const earlier = unit('云岭县统计局', { ...baseReport(), year: 2023 });
    const again = unit('教育局', { ...baseReport(), year: 2024 }, '教育局（改）.docx');
    const twin = unit('云岭县教育局', baseReport(), '教育局 2.docx');
    const textOnly = unit('云岭县档案馆', { ...baseReport(), tables: {} });
    const { leftOut, editions, year } = addUp([schools, town, earlier, again, twin, textOnly]);
    assert.equal(year, 2024);
    assert.deepEqual(
      leftOut.map(({ file, reason }) => [file, reason]),
      [
        ['云岭县统计局.docx', 'wrong-year'],
        ['教育局 2.docx', 'duplicate'],
        ['云岭县档案馆.docx', 'no-tables'],
      ],
    );
    assert.equal(editions[0]?.units.length, 3);
    assert.equal(addUp([schools, earlier], { year: 2023 }).leftOut[0]?.file, '云岭县教育局.docx');
  });

  it('does not add a table that mixes the editions', () => {
    const mixed = put(
      without(baseReport(), '/tables/requests/outcomes/other'),
      '/tables/requests/outcomes/other',
      valueAt(baseReport(), '/tables/requests/outcomes/other/others'),
    );
    const both = put(mixed, '/tables/disclosure/otherServices', { previousItems: 1, change: 0, decisions: 2 });
    const { leftOut } = addUp([schools, unit('云岭县民政局', both)]);
    assert.deepEqual(
      leftOut.map(({ table, reason }) => [table, reason]),
      [['disclosure', 'mixed-table']],
    );
  });

  it('a roster says who is missing, who was not expected and who is not counted', () => {
    const roster = readRoster('\ufeff单位,计入汇总\r\n云岭县教育局,是\r\n青石镇,是\r\n"云岭县税务局",否\r\n云岭县水务局,\r\n');
    assert.deepEqual(roster, [
      { unit: '云岭县教育局', counted: true },
      { unit: '青石镇', counted: true },
      { unit: '云岭县税务局', counted: false },
      { unit: '云岭县水务局', counted: true },
    ]);
    const result = addUp(
      [schools, unit('青石镇人民政府', consistentReport('2021', seeded(6))), unit('云岭县税务局', baseReport()), unit('云岭县气象局', baseReport())],
      { roster },
    );
    assert.deepEqual(result.missing, ['云岭县水务局']);
    assert.deepEqual(result.unexpected, ['云岭县气象局']);
    assert.deepEqual(
      result.leftOut.map(({ unit: name, reason }) => [name, reason]),
      [['云岭县税务局', 'not-counted']],
    );
    assert.throws(() => readRoster('\r\n'), { code: 'empty-roster' });
    assert.deepEqual(readRoster('单位;计入汇总\n青石镇;否\n青石镇;不计入\n'), [{ unit: '青石镇', counted: false }]);
    assert.throws(() => readRoster('单位,计入汇总\n\n青石镇,也许\n'), { code: 'bad-roster', message: /^Line 3 .*“也许”/ });
    assert.throws(() => readRoster('单位,计入汇总\n青石镇,是\n青石镇,否\n'), { code: 'bad-roster', message: /^Line 3 .*“青石镇”/ });
    assert.deepEqual(readRoster('青石镇\n双河乡'), [
      { unit: '青石镇', counted: true },
      { unit: '双河乡', counted: true },
    ]);
  });

  it('the sum is a report that the writers can print', () => {
    const [sums] = addUp([schools, town]).editions;
    const report = sumReport(sums!, 2024);
    assert.equal(report.title, '云岭县2024年政府信息公开工作年度报告汇总（2个单位）');
    assert.equal(
      valueAt(report, '/tables/requests/newlyReceived/total'),
      (valueAt(baseReport(), '/tables/requests/newlyReceived/total') as number) +
        (valueAt(town.reading.report, '/tables/requests/newlyReceived/total') as number),
    );
  });
});
