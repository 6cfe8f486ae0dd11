/** A zip of reports is a folder: its files are checked each under its own name, and what is wrong with one costs no other. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import { createDesk } from '../../src/app/page/desk.js';
import type { RunResult } from '../../src/judge/diagnostic.js';
import { standInFolder } from '../support/folder.js';
import { baseReport } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';

standInFolder();

const word = new Uint8Array(readFileSync(new URL('../../fixtures/documents/2019/zhangjiapo-2020.docx', import.meta.url)));
const json = (unit: string): Uint8Array => new TextEncoder().encode(JSON.stringify({ ...baseReport(), unit }));

/** The archive with the names of its entries in the bytes that Chinese Windows writes, and without the flag that says UTF-8. */
function withGbkNames(archive: Uint8Array, names: Readonly<Record<string, readonly number[]>>): Uint8Array {
  const bytes = Uint8Array.from(archive);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    const signature = view.getUint32(at, true);
    const [length, name, flags] = signature === 0x02014b50 ? [28, 46, 8] : signature === 0x04034b50 ? [26, 30, 6] : [0, 0, 0];
    if (length === 0) continue;
    const size = view.getUint16(at + length, true);
    const gbk = names[new TextDecoder().decode(bytes.subarray(at + name, at + name + size))];
    if (!gbk) continue;
    assert.equal(gbk.length, size, 'a placeholder of the same length');
    bytes.set(gbk, at + name);
    view.setUint16(at + flags, view.getUint16(at + flags, true) & ~0x800, true);
  }
  return bytes;
}

async function lint(...paths: readonly string[]): Promise<{ readonly exitCode: number; readonly run: RunResult }> {
  const { exitCode, stdout } = await runCli(['lint', ...paths, '-f', 'json', '--no-config']);
  return { exitCode, run: JSON.parse(stdout) as RunResult };
}

test('sixty reports in three folders, a bad one, a nested archive and a bomb: each under its own name', async () => {
  const entries: Record<string, Uint8Array> = {};
  for (let index = 0; index < 60; index += 1) entries[`${['东', '西', '北'][index % 3]}/单位${index}.json`] = json(`第${index}镇人民政府`);
  entries['坏.docx'] = new TextEncoder().encode('PK no report');
  entries['内.zip'] = zipSync({ 'a.docx': word });
  entries['大.docx'] = new Uint8Array(70 * 1024 * 1024);
  entries['说明.jpg'] = new Uint8Array([0xff, 0xd8, 0xff]);
  entries['~$锁.docx'] = new Uint8Array(10);
  writeFileSync('全县.zip', zipSync(entries));
  const { exitCode, run } = await lint('全县.zip');
  assert.equal(exitCode, 2);
  const checked = run.files.filter(({ status }) => status === 'checked');
  assert.equal(checked.length, 60);
  assert.ok(checked.some(({ file }) => file === '全县.zip!/北/单位2.json'));
  const failed = Object.fromEntries(run.files.flatMap((result) => (result.status === 'failed' ? [[result.file, result.error]] : [])));
  assert.deepEqual(Object.keys(failed).sort(), ['全县.zip!/内.zip', '全县.zip!/坏.docx', '全县.zip!/大.docx'].sort());
  assert.equal(failed['全县.zip!/大.docx']!.code, 'too-large');
  assert.match(failed['全县.zip!/内.zip']!.help, /先解压/);
  assert.deepEqual(
    run.skipped?.map(({ file, reason }) => [file, reason]),
    [
      ['全县.zip!/~$锁.docx', 'lock-file'],
      ['全县.zip!/说明.jpg', 'other-kind'],
    ],
  );
});

test('names that Chinese Windows wrote are read; the findings are those of the file itself', async () => {
  // 张.docx and 镇 in GB18030.
  const archive = zipSync({ 'XX/YY.docx': word });
  writeFileSync('a.zip', withGbkNames(archive, { 'XX/YY.docx': [0xd5, 0xf2, 0x2f, 0xd5, 0xc5, 0x2e, 0x64, 0x6f, 0x63, 0x78] }));
  writeFileSync('张.docx', word);
  const [inside, alone] = [await lint('a.zip'), await lint('张.docx')];
  assert.deepEqual(
    inside.run.files.map(({ file }) => file),
    ['a.zip!/镇/张.docx'],
  );
  const told = ({ run }: typeof inside) =>
    run.files.flatMap((result) => (result.status === 'checked' ? result.diagnostics.map(({ ruleId, message }) => [ruleId, message]) : []));
  assert.deepEqual(told(inside), told(alone));
  assert.ok(told(alone).length > 0);
});

test('a folder with an archive in it, and one report of an archive by its own path', async () => {
  writeFileSync('b.zip', zipSync({ 'x/一.json': json('一镇人民政府'), 'x/二.json': json('二镇人民政府') }));
  assert.deepEqual(
    (await lint('.')).run.files.map(({ file }) => file),
    ['b.zip!/x/一.json', 'b.zip!/x/二.json'],
  );
  const { exitCode, stdout } = await runCli(['convert', 'b.zip!/x/二.json']);
  assert.equal(exitCode, 0);
  assert.equal((JSON.parse(stdout) as { unit: string }).unit, '二镇人民政府');
  const missing = await runCli(['convert', 'b.zip!/x/三.json']);
  assert.equal(missing.exitCode, 2);
  assert.match(missing.stderr, /b\.zip!\/x\/三\.json/);
});

test('a Word file under the name of an archive is read as what it is', async () => {
  writeFileSync('报告.zip', word);
  assert.deepEqual(
    (await lint('报告.zip')).run.files.map(({ file, status }) => [file, status]),
    [['报告.zip', 'checked']],
  );
});

test('the offline page opens archives too, and one bad file costs no other', async () => {
  const desk = createDesk();
  const archive = zipSync({ '镇/张家坡.docx': word, '大.docx': new Uint8Array(70 * 1024 * 1024), '照片.png': new Uint8Array(4) });
  const { entries } = await desk.check([{ name: '包.zip', bytes: archive }], [], { lang: 'zh' }, () => undefined);
  assert.deepEqual(
    entries.map(({ name, status }) => [name, status]),
    [
      ['包.zip!/镇/张家坡.docx', 'checked'],
      ['包.zip!/大.docx', 'failed'],
    ],
  );
  assert.equal((await desk.annotate(0)).name, '包.zip!/镇/张家坡.批注.docx');
});
