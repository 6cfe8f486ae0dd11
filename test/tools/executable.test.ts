/** The executables that need no Node: that of Linux does what the package does, that of Windows is whole and runs under Wine. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeBlob, makeExecutable } from '../../scripts/exe/make.js';
import { baseReport, put } from '../support/reading.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const made = mkdtempSync(join(tmpdir(), 'gov-report-executables-'));
let blob: Buffer;
let linux: string;
let windows: string;

before(async () => {
  assert.ok(existsSync(join(root, 'dist/cli/command.js')), 'npm run build comes first');
  blob = await makeBlob();
  linux = await makeExecutable('linux-x64', blob, made);
  windows = await makeExecutable('win-x64', blob, made);
});
after(() => rmSync(made, { recursive: true }));

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with a report, one with a wrong sum, and a folder of documents of ten kinds. */
function reports(): string {
  const folder = mkdtempSync(join(made, 'reports-'));
  copyFileSync(join(root, 'fixtures/documents/2019/zhangjiapo-2020.docx'), join(folder, '报告.docx'));
  writeFileSync(join(folder, '错.json'), JSON.stringify(put(baseReport(), '/tables/requests/newlyReceived/total', 9999)));
  mkdirSync(join(folder, '各单位'));
  for (const kind of ['doc', 'docx', 'pdf', 'ofd', 'odt', 'rtf', 'txt', 'html', 'xlsx', 'mht']) {
    for (const name of readdirSync(join(root, 'fixtures/documents'), { recursive: true, encoding: 'utf8' })
      .filter((each) => each.endsWith(`.${kind}`))
      .slice(0, 2))
      copyFileSync(join(root, 'fixtures/documents', name), join(folder, '各单位', name.replaceAll('/', '-')));
  }
  return folder;
}

function runIn(folder: string, command: string, argv: readonly string[], env: NodeJS.ProcessEnv = {}): Run {
  return spawnSync(command, argv, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', ...env } });
}

const NINE: readonly (readonly string[])[] = [
  ['lint', '各单位', '错.json', '--jobs', '3', '-f', 'json', '-f', 'html:page.html', '-f', 'xlsx:problems.xlsx'],
  ['annotate', '报告.docx', '-o', 'comments.docx'],
  ['fix', '错.json', '-o', 'fixed.json', '--dry-run'],
  ['convert', '报告.docx', '-o', 'report.xlsx'],
  ['template', '--year', '2024', '--unit', '某县人民政府', '-o', 'blank.docx'],
  ['aggregate', '报告.docx', '错.json', '-o', 'sums.csv'],
  ['compare', '报告.docx', '错.json'],
  ['page', '-o', 'offline.html'],
  ['schema', 'report-2021'],
];

for (const argv of NINE) {
  test(`${argv[0]} of the executable of Linux is that of the package`, () => {
    const [own, packaged] = [reports(), reports()];
    const found = runIn(own, linux, argv);
    const { status, stdout, stderr } = runIn(packaged, process.execPath, [join(root, 'bin/gov-report.js'), ...argv]);
    assert.deepEqual({ status: found.status, stdout: found.stdout, stderr: found.stderr }, { status, stdout, stderr });
    assert.notEqual(found.status, 3);
    const files = readdirSync(packaged);
    assert.deepEqual(readdirSync(own), files);
    for (const file of files.filter((name) => name !== '各单位')) assert.ok(readFileSync(join(own, file)).equals(readFileSync(join(packaged, file))), file);
  });
}

test('a report that is dropped on it is checked, and the page written beside it', () => {
  const folder = reports();
  const run = runIn(made, linux, [join(folder, '报告.docx'), join(folder, '错.json'), join(folder, '各单位')]);
  assert.notEqual(run.status, 3);
  for (const page of ['报告.检查.html', '错.检查.html', '各单位.检查.html']) {
    assert.match(readFileSync(join(folder, page), 'utf8'), /^<!DOCTYPE html>/);
    assert.ok(run.stderr.includes(`检查结果已写入：${join(folder, page)}\n`), run.stderr);
  }
});

interface Section {
  readonly name: string;
  readonly address: number;
  readonly file: number;
}

/** The bytes of a named resource of kind 10 (raw data) in a Windows executable for 64-bit processors. */
function resourceOf(exe: Buffer, wanted: string): Buffer | undefined {
  assert.equal(exe.toString('latin1', 0, 2), 'MZ');
  const header = exe.readUInt32LE(0x3c);
  assert.equal(exe.toString('latin1', header, header + 4), 'PE\0\0');
  assert.equal(exe.readUInt16LE(header + 4), 0x8664, 'x64');
  const optional = header + 24;
  assert.equal(exe.readUInt16LE(optional), 0x20b, 'PE32+');
  const start = optional + exe.readUInt16LE(header + 20);
  const sections = Array.from({ length: exe.readUInt16LE(header + 6) }, (_, index): Section => {
    const at = start + index * 40;
    return { name: exe.toString('latin1', at, at + 8).replace(/\0+$/, ''), address: exe.readUInt32LE(at + 12), file: exe.readUInt32LE(at + 20) };
  });
  const { address, file } = sections.find(({ name }) => name === '.rsrc')!;
  const entries = (at: number): readonly (readonly [id: number, to: number])[] =>
    Array.from({ length: exe.readUInt16LE(at + 12) + exe.readUInt16LE(at + 14) }, (_, index) => [
      exe.readUInt32LE(at + 16 + index * 8),
      exe.readUInt32LE(at + 20 + index * 8),
    ]);
  const below = (to: number): number => file + (to & 0x7fffffff);
  const nameOf = (id: number): string =>
    id < 0x80000000 ? String(id) : exe.toString('utf16le', below(id) + 2, below(id) + 2 + exe.readUInt16LE(below(id)) * 2);
  const data = entries(file).find(([id]) => id === 10);
  const named = data && entries(below(data[1])).find(([id]) => nameOf(id) === wanted);
  if (!named) return undefined;
  const leaf = file + entries(below(named[1]))[0]![1];
  const from = exe.readUInt32LE(leaf) - address + file;
  return exe.subarray(from, from + exe.readUInt32LE(leaf + 4));
}

test('the executable of Windows is a program for x64 with the very blob of Linux in it, and knows that it has one', () => {
  const exe = readFileSync(windows);
  assert.ok(resourceOf(exe, 'NODE_SEA_BLOB')?.equals(blob));
  assert.ok(readFileSync(linux).includes(blob));
  assert.equal(exe.toString('latin1').split('NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2:1').length, 2);
});

const wine = ['/usr/lib/wine/wine64', '/usr/bin/wine64'].find((path) => existsSync(path));

// Through a shell, to files: what Node gives a program as standard output is a socket, which Wine cannot open.
test('the executable of Windows under Wine: the results of Linux, in threads too, and the page of what is dropped', {
  skip: wine === undefined && 'needs wine64',
}, () => {
  const folder = reports();
  const env = { WINEPREFIX: join(made, 'wine'), WINEDEBUG: '-all', HOME: made };
  assert.equal(runIn(folder, wine!, ['winecfg', '-v', 'win10'], env).status, 0);
  const lint = ['lint', '各单位', '错.json', '-f', 'json:results.json', '--jobs', '3'];
  const inWine = (...argv: readonly string[]): number | null =>
    runIn(folder, 'sh', ['-c', 'exec "$@" </dev/null >out.txt 2>&1', 'sh', wine!, ...argv], env).status;
  const results = (): string => readFileSync(join(folder, 'results.json'), 'utf8');
  const own = { status: runIn(folder, linux, lint).status, results: results() };
  rmSync(join(folder, 'results.json'));
  assert.deepEqual({ status: inWine(windows, ...lint), results: results() }, own, readFileSync(join(folder, 'out.txt'), 'utf8'));
  assert.equal(inWine(windows, `Z:${join(folder, '报告.docx').replaceAll('/', '\\')}`), 0);
  assert.ok(existsSync(join(folder, '报告.检查.html')));
});
