/** Where tables stand, and what a blank total or a wrong year in the title leaves to say: one finding each, in whole reports. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint } from '../../src/index.js';
import { wholeReports } from '../support/whole-reports.js';

const REPORTS = new Map(wholeReports().map(({ name, text }) => [name, text]));

/** The text between two headings of a report. */
function part(text: string, from: string, to: string): string {
  const start = text.indexOf('\n', text.lastIndexOf(from)) + 1;
  return text.slice(start, text.indexOf(to, start));
}

async function said(text: string): Promise<readonly string[]> {
  const result = await lint(text);
  assert.equal(result.status, 'checked');
  return result.status === 'checked' ? result.diagnostics.map(({ severity, ruleId, pointer }) => `${severity} ${ruleId} ${pointer}`) : [];
}

test('two tables that have changed places are said once', async () => {
  const text = REPORTS.get('079')!;
  const [requests, disputes] = [part(text, '三、收到和处理', '四、政府'), part(text, '四、政府', '五、存在')];
  const swapped = text
    .replace(requests, () => '〔〕')
    .replace(disputes, () => requests)
    .replace('〔〕', () => disputes);
  assert.deepEqual(await said(swapped), ['error structure/section-order /tables/requests']);
});

test('the year of the title alone is wrong: the tables are those of the text’s year', async () => {
  const text = REPORTS.get('102')!;
  assert.deepEqual(await said(text.replace('2021年政府信息公开工作年度报告', '2020年政府信息公开工作年度报告')), ['warning identity/year /title']);
});

test('无 above a signature is the text of the section', async () => {
  const text = REPORTS.get('091')!;
  assert.ok(text.trimEnd().endsWith('\n无'));
  assert.deepEqual(await said(`${text.trimEnd()}\n北岗区人民政府办公室\n2021年1月20日\n`), []);
});
