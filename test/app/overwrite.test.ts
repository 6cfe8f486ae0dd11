/** Nothing of the user's is replaced: by no command and no format, in both languages; and a form without a figure passes nowhere. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { test } from 'node:test';
import { blankReading } from '../../src/form/model/blank.js';
import type { RunResult } from '../../src/judge/diagnostic.js';
import { reportDocx } from '../../src/write/report/docx.js';
import { standInFolder, write } from '../support/folder.js';
import { baseReport, readingOf } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';

standInFolder();

const report = reportDocx(readingOf(baseReport()));
const OLD = 'of the user';

test('lint refuses the output that would replace a report, writes the others, and ends 2', async () => {
  for (const [lang, sentence] of [
    ['zh', /错误：b\.docx：已有这个文件，没有覆盖。请换一个输出文件名；确要覆盖的，加 --overwrite。\n/],
    ['en', /error: b\.docx: This file exists and was not replaced\. Choose another name for the output, or say --overwrite\.\n/],
  ] as const) {
    write({ 'a.docx': report, 'b.docx': OLD });
    const { exitCode, stderr } = await runCli(['lint', 'a.docx', '-f', 'html:b.docx', '-f', `json:${lang}.json`, '--lang', lang]);
    assert.equal(exitCode, 2);
    assert.match(stderr, sentence);
    assert.equal(readFileSync('b.docx', 'utf8'), OLD);
    assert.equal((JSON.parse(readFileSync(`${lang}.json`, 'utf8')) as RunResult).files.length, 1);
  }
  // A result is replaced under a name that says what it is, and no other.
  assert.equal((await runCli(['lint', 'a.docx', '-f', 'json:zh.json'])).exitCode, 0);
  assert.equal((await runCli(['lint', 'a.docx', '-f', 'html:zh.json'])).exitCode, 2);
  assert.equal((await runCli(['lint', 'a.docx', '-f', 'html:b.docx', '--overwrite'])).exitCode, 0);
  assert.match(readFileSync('b.docx', 'utf8'), /^<!DOCTYPE html>/);
});

test('template, convert, fix, aggregate and annotate replace no report; --overwrite allows it, but never an input', async () => {
  const calls: readonly (readonly string[])[] = [
    ['template', '--year', '2024'],
    ['convert', 'a.docx', '--to', 'docx'],
    ['fix', 'a.docx'],
    ['annotate', 'a.docx'],
    ['aggregate', 'a.docx', '--to', 'docx'],
  ];
  for (const kind of ['docx', 'doc', 'wps', 'pdf', 'ofd', 'odt', 'rtf']) {
    write({ 'a.docx': report, [`old.${kind}`]: OLD });
    assert.equal((await runCli(['convert', 'a.docx', '--to', 'json', '-o', `old.${kind}`])).exitCode, 2, kind);
    assert.equal(readFileSync(`old.${kind}`, 'utf8'), OLD, kind);
  }
  for (const call of calls) {
    const { exitCode, stderr } = await runCli([...call, '-o', 'old.docx', '--lang', 'en']);
    assert.equal(exitCode, 2, call.join(' '));
    assert.match(stderr, /old\.docx: This file exists and was not replaced\./, call.join(' '));
    assert.equal(readFileSync('old.docx', 'utf8'), OLD, call.join(' '));
    assert.equal((await runCli([...call, '-o', 'old.docx', '--overwrite'])).exitCode, 0, call.join(' '));
    assert.notEqual(readFileSync('old.docx', 'utf8'), OLD, call.join(' '));
    write({ 'old.docx': OLD });
  }
  assert.match((await runCli(['fix', 'a.docx', '-o', 'a.docx', '--overwrite'])).stderr, /输出文件就是输入文件/);
});

test('annotate renews its own copy', async () => {
  write({ 'a.docx': reportDocx(readingOf({ ...baseReport(), title: '云岭县人民政府2024年度政府信息公开工作年度报告' })) });
  assert.equal((await runCli(['annotate', 'a.docx', '-o', 'b.docx'])).exitCode, 0);
  const { exitCode, stderr } = await runCli(['annotate', 'a.docx', '-o', 'b.docx']);
  assert.equal(exitCode, 0, stderr);
  assert.equal((await runCli(['convert', 'a.docx', '--to', 'docx', '-o', 'b.docx'])).exitCode, 2, 'no other command does');
});

test('a link that leads nowhere or to itself is no place for an output', { skip: process.platform === 'win32' && 'links need a right' }, async () => {
  write({ 'a.docx': report });
  symlinkSync('nowhere.html', 'dangling.html');
  symlinkSync('loop.html', 'loop.html');
  for (const name of ['dangling.html', 'loop.html']) {
    const { exitCode, stderr } = await runCli(['lint', 'a.docx', '-f', `html:${name}`]);
    assert.equal(exitCode, 2, name);
    assert.match(stderr, /失效的链接，没有写入/, name);
  }
  assert.ok(!existsSync('nowhere.html'));
});

test('the blank form is for a person to look at: no figure was checked', async () => {
  write({ 'blank.docx': reportDocx(blankReading({ edition: '2021', year: 2024, unit: '云岭县人民政府' })) });
  const quiet = ['text/placeholder', 'cells/blank', 'structure/empty-section', 'structure/overview-topics'].flatMap((id) => ['--rule', `${id}:off`]);
  for (const [lang, words] of [
    ['zh', /已核对 3 张表、0 个数、0 条勾稽关系[\s\S]*200 格空白。[\s\S]*\n(?:须核实|不通过)：/],
    ['en', /Checked 3 tables, 0 figures, 0 sums[\s\S]*200 cells blank\.[\s\S]*\n(?:Review|Fail): /],
  ] as const) {
    assert.match((await runCli(['lint', 'blank.docx', '--lang', lang])).stdout, words);
  }
  const run = JSON.parse((await runCli(['lint', 'blank.docx', '-f', 'json', ...quiet])).stdout) as RunResult;
  const [only] = run.files;
  assert.deepEqual(only?.status === 'checked' && only.checks.cells, { figures: 0, blanks: 200, lost: 0 });
  assert.notEqual(only?.verdict, 'pass');
});
