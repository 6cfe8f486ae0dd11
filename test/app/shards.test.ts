/** A run in parts: lists of files, the parts of a run, and their results put together as those of the run in one. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import type { RunResult } from '../../src/judge/diagnostic.js';
import type { StoredRun } from '../../src/judge/run/shard.js';
import { county } from '../support/county.js';
import { standInFolder, write } from '../support/folder.js';
import { baseReport, put } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';

standInFolder();

/** Reports of a county: two copy from each other, one comes twice with other figures, one is of another year, one has a wrong sum, two files are none. */
function reports(): void {
  const units = county({ units: 14, copying: 2 });
  write(Object.fromEntries(units.map((report, index) => [`年报/${index}.json`, report])));
  const first = units[0]! as unknown as Record<string, unknown>;
  write({
    '年报/又一份.json': put(first as never, '/tables/requests/newlyReceived/naturalPerson', 77),
    '年报/别年.json': { ...baseReport(), unit: '某镇人民政府', year: 2023, title: '某镇人民政府2023年政府信息公开工作年度报告' },
    '年报/乡镇/错.json': put(baseReport(), '/tables/requests/newlyReceived/total', 9999),
    '年报/乡镇/坏.docx': '{',
    '年报/说明.txt': '请各单位按时报送。',
    '年报/图.png': 'x',
    '年报/乡镇/gov-report.config.json': { rules: { 'rollup/mixed-years': 'error', 'rollup/duplicate-unit': 'off' } },
  });
}

const lint = ['lint', '年报', '没有的.docx'];

/** Runs every part into a file, and gives the files' names and the gravest exit code. */
async function inParts(
  count: number,
  format: 'json' | 'ndjson',
  more: readonly string[] = [],
): Promise<{ readonly files: readonly string[]; readonly exitCode: number }> {
  const files: string[] = [];
  let exitCode = 0;
  for (let part = 1; part <= count; part += 1) {
    const file = `part-${count}-${part}.${format}`;
    const run = await runCli([...lint, ...more, '--shard', `${part}/${count}`, '-f', `${format}:${file}`]);
    exitCode = Math.max(exitCode, run.exitCode);
    files.push(file);
  }
  return { files, exitCode };
}

for (const [count, format] of [
  [1, 'json'],
  [3, 'ndjson'],
  [8, 'json'],
  [40, 'ndjson'],
] as const) {
  test(`${count} parts as ${format} put together are the run in one, byte for byte, in any order`, async () => {
    reports();
    const whole = await runCli([...lint, '-f', 'json']);
    const found = (JSON.parse(whole.stdout) as RunResult).files.flatMap((file) =>
      file.status === 'checked' ? file.diagnostics.map(({ ruleId }) => ruleId) : [],
    );
    for (const rule of ['rollup/alike', 'rollup/duplicate-unit', 'rollup/mixed-years', 'arithmetic/requests-row-total']) assert.ok(found.includes(rule), rule);
    const { files, exitCode } = await inParts(count, format);
    const merged = await runCli(['merge', ...files.toReversed(), '-f', 'json']);
    assert.equal(merged.stdout, whole.stdout);
    assert.deepEqual([merged.exitCode, exitCode, merged.stderr], [whole.exitCode, whole.exitCode, '']);
    for (const to of ['csv', 'compact', 'sarif', 'ndjson', 'markdown'])
      assert.equal((await runCli(['merge', ...files, '-f', to])).stdout, (await runCli([...lint, '-f', to])).stdout, to);
  });
}

test('what is accepted and what the baseline knows is the same in parts, findings about several reports too', async () => {
  reports();
  const first = JSON.parse((await runCli([...lint, '-f', 'json'])).stdout) as RunResult;
  const ofRun = first.files.flatMap((file) => (file.status === 'checked' ? file.diagnostics.filter(({ ruleId }) => ruleId.startsWith('rollup/')) : []));
  write({ '年报/gov-report.suppressions.json': { suppressions: [{ fingerprint: ofRun[0]!.fingerprint, reason: '已核实' }] }, 'base.json': first });
  const accepted = await runCli([...lint, '-f', 'json']);
  assert.ok(accepted.stdout.includes('已核实'));
  const { files } = await inParts(3, 'json');
  assert.equal((await runCli(['merge', ...files, '-f', 'json'])).stdout, accepted.stdout);
  const known = await runCli([...lint, '-f', 'json', '--baseline', 'base.json', '--max-warnings', '0']);
  const merged = await runCli(['merge', ...files, '-f', 'json', '--baseline', 'base.json', '--max-warnings', '0']);
  assert.deepEqual([merged.stdout, merged.exitCode], [known.stdout, known.exitCode]);
});

test('with last year’s reports, and with the rules about several reports off', async () => {
  reports();
  write({ '去年/0.json': { ...baseReport(), year: 2023 }, '去年/坏.docx': '{' });
  for (const more of [
    ['--previous', '去年'],
    ['--rule', 'rollup/alike:off', '--rule', 'rollup/mixed-years:off', '--rule', 'rollup/duplicate-unit:off'],
  ]) {
    const whole = await runCli([...lint, '-f', 'json', ...more]);
    const { files } = await inParts(4, 'ndjson', more);
    assert.equal((await runCli(['merge', ...files, '-f', 'json'])).stdout, whole.stdout, more[0]);
  }
});

test('a part has its files by their names alone, and run again gives the same bytes; twice the same part is counted once', async () => {
  reports();
  const { files } = await inParts(3, 'json');
  const before = readFileSync(files[1]!);
  await runCli([...lint, '--shard', '2/3', '-f', `json:again.json`]);
  assert.ok(before.equals(readFileSync('again.json')));
  const merged = await runCli(['merge', ...files, 'again.json', '-f', 'json']);
  assert.equal(merged.stdout, (await runCli([...lint, '-f', 'json'])).stdout);
  assert.equal(merged.stderr, '提示：有 1 份结果与另一份相同，没有重复计入：again.json\n');
  const names = (name: string): readonly string[] => (JSON.parse(readFileSync(name, 'utf8')) as StoredRun).files.map(({ file }) => file);
  write({ '年报/新来的.json': baseReport() });
  await runCli([...lint, '--shard', '2/3', '-f', 'json:later.json']);
  assert.deepEqual(
    names('later.json').filter((name) => !name.includes('新来的')),
    names('again.json'),
  );
});

test('parts that are not all of one run are refused with what to do', async () => {
  reports();
  const { files } = await inParts(3, 'json');
  const other = await inParts(2, 'json');
  await runCli([...lint, '-f', 'json:whole.json']);
  writeFileSync('cut.json', readFileSync(files[0]!).subarray(0, 899));
  const shard = JSON.parse(readFileSync(files[0]!, 'utf8')) as { shard: { version: string; files: unknown[] }; files: unknown[] };
  write({ 'old.json': { ...shard, shard: { ...shard.shard, version: '0.0.1' } }, 'changed.json': { ...shard, files: shard.files.slice(1) }, 'list.json': [1] });
  mkdirSync('folder');
  for (const [paths, sentence] of [
    [[files[0]!, files[2]!], '错误：共 3 片，缺 1 片：第 2 片。请补做所缺的分片再合并。\n'],
    [
      [files[0]!, other.files[1]!],
      `错误：${files[0]} 和 ${other.files[1]} 不是同一次检查的分片：文件清单、设置或分片数不同。请用相同的清单和选项重新检查各片。\n`,
    ],
    [[...files, 'whole.json'], `错误：${files[0]} 是一次检查的分片，whole.json 不是。请先合并分片，再与其他结果合并。\n`],
    [['cut.json'], '错误：cut.json：文件不完整，或者不是 lint 的 json、ndjson 结果。请用 gov-report lint … -f json:文件 或 -f ndjson:文件 重新生成。\n'],
    [['list.json'], '错误：list.json：不是本版程序 lint 的 json、ndjson 结果（/）。请用 gov-report lint … -f json:文件 或 -f ndjson:文件 重新生成。\n'],
    [['old.json', files[1]!], '错误：old.json 是 0.0.1 版检查的，本程序是 0.1.0 版。请用同一版本检查和合并。\n'],
    [['changed.json', files[1]!, files[2]!], '错误：changed.json 的内容前后不符，被改动过。请用 gov-report lint … -f json:文件 或 -f ndjson:文件 重新生成。\n'],
    [['folder'], '错误：folder 是文件夹：请写明其中的结果文件，如 folder/*.ndjson\n查看用法：gov-report merge --help\n'],
  ] as const) {
    const run = await runCli(['merge', ...paths]);
    assert.deepEqual([run.exitCode, run.stdout, run.stderr], [2, '', sentence]);
  }
});

test('whole runs are put one behind the other with their findings; a name that several have is said', async () => {
  write({ 'a/甲.json': baseReport(), 'b/甲.json': put(baseReport(), '/tables/requests/newlyReceived/total', 9999) });
  await runCli(['lint', 'a/甲.json', '-f', 'json:a.json']);
  await runCli(['lint', 'b/甲.json', 'a/甲.json', '-f', 'ndjson:b.ndjson']);
  const merged = await runCli(['merge', 'a.json', 'b.ndjson', '-f', 'json']);
  const { files, summary } = JSON.parse(merged.stdout) as RunResult;
  assert.deepEqual(
    files.map(({ file }) => file),
    ['a/甲.json', 'b/甲.json', 'a/甲.json'],
  );
  assert.deepEqual([summary.files, summary.verdicts.fail, merged.exitCode], [3, 1, 1]);
  assert.equal(merged.stderr, '提示：有 1 个文件名在几份结果中都有，各份都已计入：a/甲.json\n');
  write({ 'again.json': merged.stdout });
  assert.equal((await runCli(['merge', 'again.json', '-f', 'json'])).stdout, merged.stdout, 'a merged result is a result');
  write({ 'line.json': JSON.stringify(JSON.parse(merged.stdout)) });
  assert.equal((await runCli(['merge', 'line.json', '-f', 'json'])).stdout, merged.stdout, 'on one line too');
  assert.match((await runCli(['merge', '*.ndjson', '-f', 'compact'])).stdout, /共2份报告/);
});

test('a list gives its paths: lines of either system, a mark, NUL, UTF-16, standard input, names with blanks and line breaks', async () => {
  write({ '年 报/甲 a.json': baseReport(), '年 报/乙.json': baseReport(), 'line\nbreak.json': baseReport(), '-': baseReport() });
  const two = ['年 报/甲 a.json', '年 报/乙.json'];
  const files = async (argv: readonly string[], stdin: Uint8Array | string = ''): Promise<readonly string[]> =>
    (JSON.parse((await runCli(['lint', ...argv, '-f', 'json'], { stdin })).stdout) as RunResult).files.map(({ file }) => file);
  for (const [name, text] of [
    ['unix', `${two.join('\n')}\n`],
    ['windows', `\ufeff${two.join('\r\n')}\r\n\r\n`],
    ['nul', `${two.join('\0')}\0`],
    ['utf16', Buffer.from(`\ufeff${two.join('\r\n')}\r\n`, 'utf16le')],
    ['repeated', `${[...two, ...two].join('\n')}`],
  ] as const) {
    write({ [name]: text });
    assert.deepEqual(await files(['--files-from', name]), two, name);
  }
  assert.deepEqual(await files(['--files-from', '-'], 'line\nbreak.json\0-\0'), ['line\nbreak.json', '-']);
  assert.deepEqual(await files([two[1]!, '--files-from', '-'], two[0]), [two[1], two[0]]);
  assert.deepEqual(await files(['--files-from', '-'], '没有.docx\n年 报\n'), ['没有.docx', '年 报/乙.json', '年 报/甲 a.json']);
  for (const [argv, sentence] of [
    [['--files-from', '-'], '错误：<标准输入>：清单中没有路径。清单每行写一个路径，例如由 find 年报 -name "*.docx" 生成。\n'],
    [['--files-from', '没有'], '错误：没有：找不到文件。请检查路径和文件名是否写对。\n'],
    [['-', '--files-from', '-'], '错误：清单和报告不能都从标准输入读取\n查看用法：gov-report lint --help\n'],
    [[], '错误：缺少参数 <路径>\n查看用法：gov-report lint --help\n'],
    [['a', '--shard', '0/3'], '错误：--shard 要写成 片/总片数，如 2/8（至多 100000 片），不能是“0/3”\n查看用法：gov-report lint --help\n'],
    [['a', '--shard', '1/3'], '错误：--shard 的结果要用 merge 合并：请加 -f json:文件 或 -f ndjson:文件\n查看用法：gov-report lint --help\n'],
    [
      ['a', '--shard', '1/3', '-f', 'json', '--baseline', 'b'],
      '错误：--shard 时不能用 --baseline、--roster、--since：前两项请在合并时用（gov-report merge）\n查看用法：gov-report lint --help\n',
    ],
  ] as const) {
    const { exitCode, stderr } = await runCli(['lint', ...argv]);
    assert.deepEqual([exitCode, stderr], [2, sentence]);
  }
});

test('what a result says of a roster is not merged, and that is said', async () => {
  write({ 'a.json': baseReport(), '名册.csv': '单位\n云岭县人民政府\n远山镇人民政府\n' });
  await runCli(['lint', 'a.json', '--roster', '名册.csv', '-f', 'json:one.json']);
  const { stdout, stderr } = await runCli(['merge', 'one.json', '-f', 'json']);
  assert.equal((JSON.parse(stdout) as { readonly roster?: object }).roster, undefined);
  assert.match(stderr, /有 1 份结果对照过名册或者上一轮，这两项不能合并，没有写入；名册请用 --roster 重新对照：one\.json/);
});
