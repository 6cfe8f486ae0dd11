/** The sheet of indicators of `aggregate -o x.xlsx`: shares only where there are cases enough, and nothing of a blank. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Report } from '../../src/form/model/report.js';
import { indicatorsOf } from '../../src/judge/aggregate/indicators.js';
import { standInFolder, write } from '../support/folder.js';
import { baseReport, put } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';
import { packageParts, sheetRows } from '../support/workbook.js';

standInFolder();

const named = (unit: string): Report => ({ ...baseReport(), unit, title: `${unit}2024年政府信息公开工作年度报告` });

test('shares of each unit and of all; below thirty cases, and where a figure is blank, it says so', async () => {
  const outcomes = '/tables/requests/outcomes';
  write({
    '年报/甲.json': named('云岭县人民政府'),
    '年报/乙.json': put(put(named('云岭县水务局'), `${outcomes}/total/total`, 12), '/tables/requests/carriedForward/total', null),
  });
  assert.equal((await runCli(['aggregate', '年报', '-o', '汇总.xlsx'])).exitCode, 0);
  const parts = packageParts(readFileSync('汇总.xlsx'));
  const names = [...parts['xl/workbook.xml']!.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);
  assert.equal(names.at(-1), '指标');
  assert.ok(parts['xl/worksheets/sheet1.xml']!.includes('2024年政府信息公开工作年度报告汇总（2个单位）'));
  const rows = sheetRows(parts[`xl/worksheets/sheet${names.length}.xml`]!);
  assert.deepEqual(rows[0], ['2个单位2024年政府信息公开工作指标（%）']);
  const of = (unit: string) => rows.find(([name]) => name === unit)!.slice(1);
  const own = indicatorsOf(new Map(cells(named('云岭县人民政府'))));
  assert.ok('share' in own.disclosed && own.disclosed.cases === 109);
  assert.deepEqual(of('云岭县人民政府')[0], Number((own.disclosed.share * 100).toFixed(1)));
  assert.equal(of('云岭县水务局')[0], '不计算（12件，不足30件）');
  assert.equal(of('云岭县水务局')[3], '不计算（有空白或无法识别的数）');
  assert.equal(of('合计')[3], '不计算（有空白或无法识别的数）', 'a sum that leaves a blank out is no base');
  assert.match(String(rows.at(-1)![0]), /不足30件的不计算/);
});

/** Every cell of a report as `aggregate` holds it. */
function cells(report: Report): readonly (readonly [never, number | null])[] {
  const found: [string, number | null][] = [];
  const walk = (node: unknown, pointer: string): void => {
    if (node !== null && typeof node === 'object') for (const [key, child] of Object.entries(node)) walk(child, `${pointer}/${key}`);
    else found.push([pointer, node as number | null]);
  };
  walk(report.tables, '/tables');
  return found as unknown as readonly (readonly [never, number | null])[];
}
