/** What a person at a terminal sees besides results: that the program waits, and how far it is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { version } from '../../src/base/version.js';
import { standInFolder, write } from '../support/folder.js';
import { baseReport } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';

standInFolder();

const clean = JSON.stringify(baseReport());
const OFF = ['alike', 'duplicate-unit', 'mixed-years'].flatMap((name) => ['--rule', `rollup/${name}:off`]);

test('-v prints the version; check is what others call lint', async () => {
  assert.deepEqual(await runCli(['-v']), { exitCode: 0, stdout: `${version}\n`, stderr: '' });
  assert.match((await runCli(['check', 'a.docx'])).stderr, /^错误：没有“check”命令，您要用的是不是“lint”？/);
});

test('lint - at a terminal says that it waits; from a pipe it says nothing', async () => {
  const typed = await runCli(['lint', '-', '-f', 'json'], { stdin: clean, host: { stdinIsTerminal: () => true } });
  assert.match(typed.stderr, /^正在等待从标准输入读取报告：请粘贴文本/);
  const english = await runCli(['convert', '-', '--lang', 'en'], { stdin: clean, host: { stdinIsTerminal: () => true } });
  assert.match(english.stderr, /^Waiting for the report on standard input/);
  const piped = await runCli(['lint', '-', '-f', 'json'], { stdin: clean, host: { stdinIsTerminal: () => false } });
  assert.equal(piped.stderr, '');
});

test('with outputs to files the line of progress stays until the end of the run', async () => {
  write({ 'a.json': clean, 'b.json': clean, 'c.json': clean });
  for (const rules of [OFF, []]) {
    const { stderr } = await runCli(['lint', 'a.json', 'b.json', 'c.json', '-f', 'json:out.json', ...rules], { stderrTTY: true });
    const line = '\r\x1b[K正在检查 ';
    assert.ok(stderr.startsWith(`${line}1/3`), JSON.stringify(stderr));
    const [, ...after] = stderr.split(line);
    assert.equal(after.slice(0, -1).join('').includes('\x1b[K'), false, 'not taken away in between');
    assert.match(after.at(-1)!, /^\d\/3\r\x1b\[K共3份报告/);
  }
});
