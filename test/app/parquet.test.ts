/** Many reports as Parquet: DuckDB reads what `aggregate` adds up, and the four kinds of nothing stay apart. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetOf } from '../../src/write/report/dataset/parquet.js';
import { consistentReport, seeded } from '../support/consistent.js';
import { standInFolder, write } from '../support/folder.js';
import { baseReport, put, readingOf } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';

standInFolder();

const POINTER = '/tables/requests/outcomes/total/total';

async function query(sql: string): Promise<readonly unknown[][]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    return (await connection.runAndReadAll(sql)).getRows() as unknown[][];
  } finally {
    connection.closeSync();
  }
}

test('the sum of every cell is that of aggregate', async () => {
  const random = seeded(11);
  const units = Array.from({ length: 12 }, (_, index) => `云岭县第${index + 1}中心`);
  write(
    Object.fromEntries(
      units.map((unit) => [`年报/${unit}.json`, { ...consistentReport('2021', random), unit, year: 2024, title: `${unit}2024年政府信息公开工作年度报告` }]),
    ),
  );
  assert.equal((await runCli(['convert', '年报', '-o', '全部.parquet'])).exitCode, 0);
  const { stdout } = await runCli(['aggregate', '年报', '--to', 'csv']);
  const added = new Map(stdout.split('\r\n').flatMap((line) => (line.includes('/tables/') ? [[line.split(',').at(-1)!, line.split(',')[5]!] as const] : [])));
  const summed = await query(`select pointer, sum(value) from '全部.parquet' group by pointer`);
  assert.ok(added.size > 150);
  assert.deepEqual(new Map(summed.map(([pointer, sum]) => [pointer, String(Number((sum as number).toFixed(6)))])), added);
  assert.ok(Number(added.get(POINTER)) > 0);
  const [[rows, reports]] = (await query(`select count(*), count(distinct unit) from '全部.parquet'`)) as [[bigint, bigint]];
  assert.deepEqual([reports, rows], [12n, 12n * BigInt(added.size)]);
  assert.deepEqual(await query(`select distinct year, edition, state from '全部.parquet' where pointer = '${POINTER}'`), [[2024, '2021', 'figure']]);
});

test('a figure, a blank, a text and what the layout lost are four things; names of columns are English', async () => {
  const row = '/tables/requests/outcomes/granted';
  const blanks = ['enterprise', 'researchInstitution', 'legalService'].reduce((report, column) => put(report, `${row}/${column}`, null), baseReport());
  const reading = readingOf(blanks, { [`${row}/researchInstitution`]: '/', [`${row}/legalService`]: '1 2' }, [], [`${row}/legalService`]);
  // Groups of fewer rows than the report has.
  const stream = parquetOf(50)({ lang: 'zh' });
  writeFileSync('一.parquet', Buffer.concat([stream.start(), stream.add(reading), stream.add(reading), stream.end()] as Uint8Array[]));
  assert.deepEqual(await query(`select "column", value is null, raw, state from '一.parquet' where pointer like '${row}/%' and state <> 'figure' limit 3`), [
    ['商业企业', true, '', 'blank'],
    ['科研机构', true, '/', 'text'],
    ['法律服务机构', true, '1 2', 'lost'],
  ]);
  assert.equal((await query(`select * from '一.parquet' where value = 0`)).length > 0, true, '0 is a figure');
});
