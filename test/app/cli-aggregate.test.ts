import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { valueAt } from '../../src/form/model/pointer.js';
import type { Report } from '../../src/form/model/report.js';
import { addUp, sumReport } from '../../src/judge/aggregate/add-up.js';
import { parseBytes } from '../../src/read/index.js';
import { consistentReport, seeded } from '../support/consistent.js';
import { baseReport, put, readingOf } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'gov-report-aggregate-'));
after(() => rmSync(folder, { recursive: true }));

const random = seeded(3);
const units = ['云岭县教育局', '云岭县水务局', '云岭县青石镇人民政府'].map((unit): Report => {
  const report = { ...consistentReport('2021', random), unit, title: `${unit}2024年政府信息公开工作年度报告` };
  writeFileSync(join(folder, `${unit}.json`), JSON.stringify(report));
  return report;
});
const [sums] = addUp(units.map((report) => ({ file: report.unit!, reading: readingOf(report) }))).editions;
const own: Report = {
  ...baseReport(),
  ...sumReport(sums!, 2024),
  sections: baseReport().sections,
  unit: '云岭县人民政府',
  title: '云岭县人民政府2024年政府信息公开工作年度报告',
};

function save(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const children = units.map(({ unit }) => join(folder, `${unit}.json`));
const roster = save('units.csv', '单位\n云岭县教育局\n云岭县水务局\n青石镇人民政府\n');

describe('gov-report aggregate', () => {
  it('prints the sums as JSON, with the units and what was left out', async () => {
    const damaged = save('坏.json', '{');
    const { exitCode, stdout, stderr } = await runCli(['aggregate', ...children, damaged, '--to', 'json']);
    const result = JSON.parse(stdout);
    assert.equal(exitCode, 2, 'one file could not be read');
    assert.deepEqual(
      result.editions.map(({ edition, units: counted, tables }: { edition: string; units: readonly unknown[]; tables: unknown }) => [
        edition,
        counted.length,
        tables,
      ]),
      [['2021', 3, sumReport(sums!, 2024).tables]],
    );
    assert.deepEqual(
      result.leftOut.map(({ file, reason }: { file: string; reason: string }) => [file, reason]),
      [[damaged, 'failed']],
    );
    assert.match(stderr, /已汇总 3 个单位 2024 年度的表格（2021 年格式）/);
    assert.match(stderr, /未计入：.*坏\.json/);
  });

  it('writes a Word file that reads back as the sums', async () => {
    const output = join(folder, '汇总.docx');
    assert.equal((await runCli(['aggregate', ...children, '-o', output])).exitCode, 0);
    const { report } = await parseBytes(readFileSync(output));
    assert.deepEqual(report.tables, sumReport(sums!, 2024).tables);
  });

  it('writes CSV with the counts of blank cells', async () => {
    const pointer = '/tables/disclosure/penalties/decisions';
    const blank = save('云岭县司法局.json', put({ ...units[0]!, unit: '云岭县司法局', title: '云岭县司法局2024年政府信息公开工作年度报告' }, pointer, null));
    const { stdout, stderr } = await runCli(['aggregate', ...children, blank, '--to', 'csv']);
    const line = stdout.split('\r\n').find((candidate) => candidate.endsWith(pointer));
    assert.equal(line, `2024,2021,二、主动公开政府信息情况,行政处罚,本年处理决定数量,${valueAt(sumReport(sums!, 2024), pointer)},3,1,云岭县司法局,${pointer}`);
    assert.match(stderr, /其中 1 格不是全部单位之和，结果中已用※注明：云岭县司法局有空白、无法辨认或者没有的格。/);
  });

  it('holds the parent report against the sum: equal is clean, a differing cell names the units', async () => {
    const right = await runCli(['aggregate', ...children, '--roster', roster, '--against', save('本级.json', own), '-f', 'compact']);
    assert.deepEqual([right.exitCode, right.stdout.trim().split('\n').length], [0, 1], right.stdout);
    const pointer = '/tables/disclosure/coercion/decisions';
    const actual = (valueAt(own, pointer) as number) + 5;
    const wrong = await runCli(['aggregate', ...children, '--roster', roster, '--against', save('本级错.json', put(own, pointer, actual)), '-f', 'json']);
    const { diagnostics, checks } = JSON.parse(wrong.stdout).files[0];
    assert.equal(wrong.exitCode, 1);
    assert.deepEqual([checks.relations, checks.relationsSkipped, checks.claims.read], [0, 0, 0], 'nothing but the roll-up was compared');
    assert.deepEqual(
      diagnostics.map((item: { ruleId: string; pointer: string; severity: string; actual: number; expected: number }) => [
        item.ruleId,
        item.pointer,
        item.severity,
        item.actual,
        item.expected,
      ]),
      [['rollup/sum', pointer, 'error', actual, actual - 5]],
    );
    assert.match(diagnostics[0].message, /云岭县/);
  });

  it('says first who is missing; differences are then only warnings', async () => {
    const wanting = save('名册2.csv', '单位\n云岭县教育局\n云岭县水务局\n青石镇人民政府\n双河乡人民政府\n');
    const { stdout, stderr } = await runCli(['aggregate', ...children.slice(0, 2), '--roster', wanting, '--against', save('本级2.json', own), '-f', 'json']);
    const { diagnostics } = JSON.parse(stdout).files[0] as { diagnostics: readonly { ruleId: string; severity: string }[] };
    assert.deepEqual([diagnostics[0]?.ruleId, diagnostics[0]?.severity], ['rollup/missing-child', 'error']);
    assert.ok(diagnostics.length > 1 && diagnostics.slice(1).every(({ ruleId, severity }) => ruleId === 'rollup/sum' && severity === 'warning'));
    assert.match(stderr, /名册上有 2 个单位没有报告：青石镇人民政府、双河乡人民政府/);
  });

  it('holds a report only against sums of its own form and year, and never passes it without any', async () => {
    const of = (edition: '2019' | '2021', year: number, unit: string): unknown => ({
      ...consistentReport(edition, random),
      year,
      unit,
      title: `${unit}${year}年政府信息公开工作年度报告`,
    });
    const otherForm = await runCli(['aggregate', ...children, '--against', save('本级2019.json', of('2019', 2024, '云岭县人民政府'))]);
    assert.deepEqual([otherForm.exitCode, otherForm.stdout], [2, '']);
    assert.match(otherForm.stderr, /错误：本级报告是 2019 年格式，没有同一格式的单位报告可以核对\n/);
    const parent = save('本级2023.json', of('2021', 2023, '云岭县人民政府'));
    const stated = await runCli(['aggregate', ...children, '--against', parent, '--year', '2024']);
    assert.deepEqual([stated.exitCode, stated.stdout], [2, '']);
    assert.match(stated.stderr, /错误：本级报告是 2023 年度的，不能与 2024 年度的汇总核对\n/);
    // Without --year the year is that of the parent, whatever most reports are of.
    const last = save('云岭县财政局.json', of('2021', 2023, '云岭县财政局'));
    const own2023 = await runCli(['aggregate', ...children, last, '--against', parent]);
    assert.match(own2023.stderr, /^已汇总 1 个单位 2023 年度的表格/);
    // One unit uses the other form: what differs is no certain fault.
    const older = save('云岭县信访局.json', of('2019', 2024, '云岭县信访局'));
    const pointer = '/tables/disclosure/coercion/decisions';
    const wrong = save('本级错2.json', put(own, pointer, (valueAt(own, pointer) as number) + 5));
    const all = save('名册3.csv', '单位\n云岭县教育局\n云岭县水务局\n青石镇人民政府\n云岭县信访局\n');
    const doubtful = await runCli(['aggregate', ...children, older, '--against', wrong, '--roster', all, '-f', 'compact']);
    assert.equal(doubtful.exitCode, 0);
    assert.match(doubtful.stdout, /warning rollup\/sum/);
    assert.match(doubtful.stderr, /有 1 个单位的表格是 2019 年格式，没有计入核对：云岭县信访局\n/);
  });

  it('says which unit lacks a table, and which report names no unit', async () => {
    const { disputes: _, ...rest } = units[0]!.tables;
    const without = save('云岭县审计局.json', { ...units[0]!, unit: '云岭县审计局', title: '云岭县审计局2024年政府信息公开工作年度报告', tables: rest });
    const { unit: __, ...unnamed } = units[1]!;
    const nameless = save('无名.json', { ...unnamed, title: '2024年政府信息公开工作年度报告' });
    const { stderr } = await runCli(['aggregate', ...children, without, nameless, '--to', 'csv']);
    assert.match(stderr, /未计入：云岭县审计局（.*）：没有“四、政府信息公开行政复议、行政诉讼情况”表\n/);
    assert.match(stderr, /有 1 份报告认不出单位，各作一个单位计入，是否重复请自行核对：.*无名\.json\n/);
  });

  it('says which reports may be of one unit', async () => {
    const short = save('水务局.json', { ...units[1]!, unit: '水务局', title: '水务局2024年政府信息公开工作年度报告' });
    const { stdout, stderr } = await runCli(['aggregate', ...children, short, '--to', 'json']);
    assert.match(stderr, /可能是同一单位，两份都已计入，请核对：云岭县水务局（.*云岭县水务局\.json）、水务局（.*水务局\.json）\n/);
    assert.deepEqual(
      JSON.parse(stdout).alike.map((pair: readonly { readonly unit: string }[]) => pair.map(({ unit }) => unit)),
      [['云岭县水务局', '水务局']],
    );
    assert.equal(JSON.parse((await runCli(['aggregate', ...children, '--to', 'json'])).stdout).alike, undefined);
  });

  it('writes over no input, and takes its own output for none', async () => {
    const kept = save('名册4.csv', '单位\n云岭县教育局\n');
    assert.equal((await runCli(['aggregate', ...children, '--roster', kept, '-o', kept])).exitCode, 2);
    assert.equal(readFileSync(kept, 'utf8'), '单位\n云岭县教育局\n');
    const there = join(folder, '各单位');
    mkdirSync(there);
    for (const unit of units) writeFileSync(join(there, `${unit.unit}.json`), JSON.stringify(unit));
    const output = join(there, '汇总.json');
    const once = await runCli(['aggregate', there, '-o', output]);
    assert.deepEqual(await runCli(['aggregate', there, '-o', output]), once);
    assert.equal(once.exitCode, 0);
  });

  it('says what of the folder and of the other form is not in the sum', async () => {
    const there = join(folder, '县直单位');
    mkdirSync(there);
    for (const unit of units) writeFileSync(join(there, `${unit.unit}.json`), JSON.stringify(unit));
    writeFileSync(join(there, '审计局.doc'), 'old');
    writeFileSync(join(there, '本级.json'), JSON.stringify(put(own, '/tables/requests/newlyReceived/naturalPerson', 9999)));
    const held = await runCli(['aggregate', there, '--against', join(there, '本级.json'), '-f', 'json']);
    assert.deepEqual(
      JSON.parse(held.stdout).files[0].diagnostics.map(({ ruleId, severity }: { ruleId: string; severity: string }) => [ruleId, severity]),
      [['rollup/sum', 'warning']],
      'a unit whose file is of another kind may be missing from the sum',
    );
    assert.match(held.stderr, /未计入：.*审计局\.doc：这不是政府信息公开工作年度报告/);
    assert.equal(held.exitCode, 2);
    assert.match(held.stderr, /\n未计入：.*本级\.json：是本级报告，不与各单位相加\n/);
    const other = await runCli(['aggregate', ...children, '--edition', '2019']);
    assert.match(other.stderr, /^有 3 个单位的表格是 2021 年格式，没有计入：云岭县教育局、云岭县水务局、云岭县青石镇人民政府\n/);
  });

  it('tells what a roster must be, and where the sums go', async () => {
    const binary = join(folder, '名册.xlsx');
    writeFileSync(binary, Buffer.from('504b030414000000080000', 'hex'));
    const { exitCode, stderr } = await runCli(['aggregate', ...children, '--roster', binary]);
    assert.equal(exitCode, 2);
    assert.match(stderr, /名册\.xlsx：文件已损坏.*名册为 CSV 或 xlsx：首行写“单位”/);
    const parent = save('本级5.json', own);
    const unwritten = await runCli(['aggregate', ...children, '--against', parent, '--to', 'json']);
    assert.deepEqual(
      [unwritten.exitCode, unwritten.stdout, unwritten.stderr.split('\n')[0]],
      [2, '', '错误：--to 是汇总结果的格式；与 --against 一起使用时，请用 -o 写明汇总结果写入的文件'],
    );
  });

  it('does not mix the sums with the check', async () => {
    const parent = save('本级3.json', own);
    const stdout = await runCli(['aggregate', ...children, '--against', parent, '-o', '-']);
    assert.deepEqual([stdout.exitCode, stdout.stdout], [2, '']);
    assert.match(stdout.stderr, /^错误：-o -、pretty 都输出到标准输出/);
    const file = join(folder, '同一个.json');
    const twice = await runCli(['aggregate', ...children, '--against', parent, '-o', file, '-f', `json:${file}`]);
    assert.deepEqual([twice.exitCode, existsSync(file)], [2, false]);
    assert.match(twice.stderr, /^错误：两项输出写入同一个文件/);
  });

  it('refuses to mix both forms in one document, and says how to choose', async () => {
    const older = save('云岭县档案局.json', {
      ...consistentReport('2019', random),
      year: 2024,
      unit: '云岭县档案局',
      title: '云岭县档案局2024年政府信息公开工作年度报告',
    });
    const both = await runCli(['aggregate', ...children, older]);
    assert.equal(both.exitCode, 2);
    assert.match(both.stderr, /--edition/);
    assert.equal((await runCli(['aggregate', ...children, older, '--edition', '2019'])).exitCode, 0);
    const none = await runCli(['aggregate', ...children, '--edition', '2019', '--to', 'json']);
    assert.deepEqual([none.exitCode, none.stdout, /没有可以相加的表格/.test(none.stderr)], [2, '', true]);
    const nothing = await runCli(['aggregate', save('文.txt', '不是报告')]);
    assert.deepEqual([nothing.exitCode, /没有可以相加的表格/.test(nothing.stderr)], [2, true]);
    const misplaced = await runCli(['aggregate', ...children, '-f', 'json', '--lang', 'en']);
    assert.deepEqual([misplaced.exitCode, /--against/.test(misplaced.stderr)], [2, true]);
  });
});
