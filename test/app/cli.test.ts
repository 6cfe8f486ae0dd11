/** The command line in process: help, languages, errors of options, catalogue, schemas, conversion. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { rules } from '../../src/judge/rules/index.js';
import { baseReport } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'gov-report-cli-'));
after(() => rmSync(folder, { recursive: true }));

const report = join(folder, '报告 #1.json');
writeFileSync(report, JSON.stringify(baseReport()));

const commands = ['lint', 'convert', 'template', 'page', 'rules', 'explain', 'schema', 'completion', 'compare', 'merge'];

test('help is wholly Chinese by default', async () => {
  for (const argv of [['--help'], ...commands.map((name) => [name, '--help']), ...commands.map((name) => ['help', name])]) {
    const { exitCode, stdout, stderr } = await runCli(argv);
    assert.equal(exitCode, 0);
    assert.equal(stderr, '');
    assert.match(stdout, /^用法：gov-report /);
    const english = stdout.match(/\b(?:Usage|Options|Arguments|Commands|options|command|display|help for|output the)\b/g) ?? [];
    assert.deepEqual(
      english.filter((word) => !/^(?:command)$/.test(word)),
      [],
      `${argv.join(' ')}\n${stdout}`,
    );
    for (const line of stdout.split('\n').filter((text) => /^ {2}-/.test(text))) assert.match(line, /\p{Script=Han}/u, line);
  }
});

test('help is wholly English when asked, by option or by environment', async () => {
  for (const argv of [['--help'], ...commands.map((name) => [name, '--help'])]) {
    const byOption = await runCli([...argv, '--lang', 'en']);
    assert.equal(byOption.exitCode, 0);
    assert.match(byOption.stdout, /^Usage: gov-report /);
    assert.doesNotMatch(byOption.stdout, /\p{Script=Han}|[：；，（）]/u);
    assert.deepEqual(await runCli(argv, { env: { GOV_REPORT_LANG: 'en' } }), byOption);
    assert.deepEqual(await runCli(['--lang=en', ...argv], { env: { GOV_REPORT_LANG: 'zh' } }), byOption);
  }
});

test('help lines fit the terminal', async () => {
  const { stdout } = await runCli(['lint', '--help'], { stdoutTTY: true });
  const width = (line: string): number => [...line].reduce((sum, character) => sum + (/[\u2e80-\uffef]/u.test(character) ? 2 : 1), 0);
  assert.deepEqual(
    stdout.split('\n').filter((line) => width(line) > 80 && !line.startsWith('  gov-report')),
    [],
  );
});

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };
  assert.deepEqual(await runCli(['--version']), { exitCode: 0, stdout: `${version}\n`, stderr: '' });
});

const wrongCommands: readonly (readonly [argv: readonly string[], zh: string, en: string])[] = [
  [['lint', '--formt', 'json', 'a'], '没有选项 --formt，您要用的是不是“--format”？', 'there is no option --formt; did you mean --format?'],
  [['lnit'], '没有“lnit”命令，您要用的是不是“init”、“lint”？', 'there is no command lnit; did you mean init, lint?'],
  [['check'], '没有“check”命令，您要用的是不是“lint”？', 'there is no command check; did you mean lint?'],
  [['frobnicate'], '没有“frobnicate”命令', 'there is no command frobnicate'],
  [['lint'], '缺少参数 <路径>', 'argument <paths> is missing'],
  [['lint', 'a', ''], '缺少参数 <路径>', 'argument <paths> is missing'],
  [['lint', 'a', '--config', ''], '选项 --config <文件> 缺少值', 'option --config <file> lacks its value'],
  [['convert', 'a', '-o', ''], '选项 -o, --output <文件或文件夹/> 缺少值', 'option -o, --output <file or folder/> lacks its value'],
  [['help', 'lnt'], '没有“lnt”命令', 'there is no command lnt'],
  [['compare', 'a', 'b', 'c'], '参数太多', 'too many arguments'],
  [['convert', 'a', 'b'], 'json 一个文件只能放一份报告', 'one json file holds one report'],
  [['lint', 'a', '-f', 'xml'], '没有输出格式“xml”，可用的有 pretty、', 'there is no output format "xml"; there are pretty, '],
  [['lint', 'a', '-f', 'json:'], '“json:”的冒号后缺少文件名', 'a file name is missing after the colon of "json:"'],
  [['lint', 'a', '-f', 'json', '-f', 'pretty'], 'json、pretty 都输出到标准输出', 'json, pretty would mix on standard output'],
  [['lint', 'a', '--rule', 'cells/blank'], '--rule 应写成“规则编号:级别”', '--rule must read "id:severity"'],
  [['lint', 'a', '--rule', 'cells/blank:loud'], '--rule 应写成“规则编号:级别”', '--rule must read "id:severity"'],
  [
    ['lint', 'a', '--rule', 'arithmetic/request-balance:off'],
    '没有规则 arithmetic/request-balance，您要用的是不是“arithmetic/requests-balance”？',
    'there is no rule arithmetic/request-balance; did you mean arithmetic/requests-balance?',
  ],
  [['lint', 'a', '--edition', '2020'], '--edition 只能是 2019、2021，不能是“2020”', '--edition must be one of 2019, 2021, not "2020"'],
  [['lint', 'a', '--year', '24'], '--year 应是四位数的年份，不早于 2019，不能是“24”', '--year must be a year of four digits from 2019 on, not "24"'],
  [['template', '--year', '2018'], '--year 应是四位数的年份，不早于 2019，不能是“2018”', '--year must be a year of four digits from 2019 on, not "2018"'],
  [['template', '--unit', ' '], '选项 --unit <名称> 缺少值', 'option --unit <name> lacks its value'],
  [['lint', 'a', '--max-warnings', '-1'], '--max-warnings 应是不小于 0 的整数', '--max-warnings must be a whole number of at least 0'],
  [['lint', 'a', '--jobs', '0'], '--jobs 应是不小于 1 的整数', '--jobs must be a whole number of at least 1'],
  [['lint', 'a', '--stdin-filename', 'b'], '--stdin-filename 只能与 - 一起使用', '--stdin-filename needs -'],
  [['convert', 'a', '--to', 'yaml'], '--to 只能是 json、ndjson、csv', '--to must be one of json, ndjson, csv'],
  [
    ['explain', 'requests-balance'],
    '没有规则 requests-balance，您要用的是不是“arithmetic/requests-balance”？',
    'there is no rule requests-balance; did you mean arithmetic/requests-balance?',
  ],
  [['schema', 'report-2020'], '没有名为 report-2020 的 Schema，可用的有 config、', 'there is no schema named report-2020; there are config, '],
];

for (const [argv, zh, en] of wrongCommands) {
  test(`a wrong command is one sentence and exit code 2: ${argv.join(' ')}`, async () => {
    const chinese = await runCli(argv);
    assert.equal(chinese.exitCode, 2);
    assert.equal(chinese.stdout, '');
    assert.ok(chinese.stderr.startsWith(`错误：${zh}`), chinese.stderr);
    const english = await runCli([...argv, '--lang', 'en']);
    assert.equal(english.exitCode, 2);
    assert.ok(english.stderr.startsWith(`error: ${en}`), english.stderr);
  });
}

test('where the usage is shown is that of the command', async () => {
  assert.match((await runCli(['lint', 'a', '--jobs', '0'])).stderr, /\n查看用法：gov-report lint --help\n$/);
  assert.match((await runCli(['frobnicate'])).stderr, /\n查看用法：gov-report --help\n$/);
});

test('a missing value of an option is said', async () => {
  const { exitCode, stderr } = await runCli(['lint', 'a', '--unit']);
  assert.equal(exitCode, 2);
  assert.match(stderr, /^错误：选项 --unit <单位> 缺少值\n/);
});

test('without a command the usage goes to standard error', async () => {
  const { exitCode, stdout, stderr } = await runCli([]);
  assert.equal(exitCode, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /^用法：gov-report/);
});

test('a language that is not spoken is said in both', async () => {
  for (const [argv, env] of [
    [['--lang', 'fr', 'rules'], {}],
    [['rules'], { GOV_REPORT_LANG: 'fr' }],
  ] as const) {
    const { exitCode, stderr } = await runCli(argv, { env });
    assert.equal(exitCode, 2);
    assert.match(stderr, /只能是 zh 或 en.*must be zh or en/);
  }
});

test('rules lists every rule once, as table and as data', async () => {
  const plain = await runCli(['rules']);
  assert.equal(plain.exitCode, 0);
  const listed = plain.stdout.split('\n').flatMap((line) => /^([a-z]+\/[a-z-]+) /.exec(line)?.[1] ?? []);
  assert.deepEqual(
    listed,
    rules.map(({ id }) => id),
  );
  const data = JSON.parse((await runCli(['rules', '--format', 'json', '--lang', 'en'])).stdout) as { readonly rules: readonly Record<string, unknown>[] };
  assert.deepEqual(
    data.rules.map(({ id, severity, title, fix }) => [id, severity, title, fix]),
    rules.map(({ id, severity, docs }) => [id, severity, docs.en.title, docs.en.fix]),
  );
});

test('explain says what, why, how to mend and the legal basis of every rule', async () => {
  for (const rule of rules) {
    const zh = await runCli(['explain', rule.id]);
    assert.equal(zh.exitCode, 0);
    const joined = zh.stdout.replace(/\s+/g, '');
    for (const text of [rule.docs.zh.title, rule.docs.zh.what, rule.docs.zh.why, rule.docs.zh.fix, rule.basis.document]) {
      assert.ok(joined.includes(text.replace(/\s+/g, '')), `${rule.id}: ${text}`);
    }
    const en = await runCli(['explain', rule.id, '--lang', 'en']);
    assert.ok(en.stdout.startsWith(`${rule.docs.en.title}\n${rule.id} · `), en.stdout);
  }
});

test('explain sets the later lines of an example below its first word', async () => {
  const { stdout } = await runCli(['explain', 'consistency/requests-claim']);
  const lines = stdout.split('\n');
  const item = lines.findIndex((line) => /^ {2}- .*１０８件，其中自然人申请$/.test(line));
  assert.equal(lines[item + 1], '    一百件。”');
});

test('schema prints the schemas of the package as they are', async () => {
  for (const file of readdirSync(new URL('../../schemas/', import.meta.url))) {
    const { exitCode, stdout } = await runCli(['schema', file.replace('.json', '')]);
    assert.equal(exitCode, 0);
    assert.equal(stdout, readFileSync(new URL(`../../schemas/${file}`, import.meta.url), 'utf8'));
  }
});

test('convert prints canonical JSON that reads as the same report', async () => {
  const { exitCode, stdout } = await runCli(['convert', report]);
  assert.equal(exitCode, 0);
  assert.deepEqual(JSON.parse(stdout), baseReport());
  assert.deepEqual(Object.keys(JSON.parse(stdout) as object), [
    'schemaVersion',
    'edition',
    'title',
    'unit',
    'year',
    'preface',
    'sections',
    'tables',
    'closing',
  ]);
  const line = await runCli(['convert', '-', '--to', 'ndjson'], { stdin: stdout });
  assert.equal(line.stdout, `${JSON.stringify(JSON.parse(stdout))}\n`);
});

test('convert --locations adds the raw text and place of every cell', async () => {
  const { stdout } = await runCli(['convert', report, '--locations']);
  const { locations } = JSON.parse(stdout) as { readonly locations: Record<string, { readonly raw: string; readonly place: object }> };
  const { newlyReceived } = baseReport().tables.requests as { readonly newlyReceived: { readonly total: number } };
  const total = locations['/tables/requests/newlyReceived/total']!;
  assert.equal(total.raw, String(newlyReceived.total));
  assert.deepEqual(Object.keys(total.place), ['line', 'columnNumber']);
});

test('convert writes a file whole, and never over its input', async () => {
  const output = join(folder, 'out.json');
  assert.deepEqual(await runCli(['convert', report, '-o', output]), { exitCode: 0, stdout: '', stderr: '' });
  assert.deepEqual(JSON.parse(readFileSync(output, 'utf8')), baseReport());
  const before = readFileSync(report);
  const { exitCode, stderr } = await runCli(['convert', report, '-o', join(folder, '.', '报告 #1.json')]);
  assert.equal(exitCode, 2);
  assert.match(stderr, /输出文件就是输入文件/);
  assert.deepEqual(readFileSync(report), before);
  assert.deepEqual(readdirSync(folder).sort(), ['out.json', '报告 #1.json'], 'no temporary file is left');
});

test('what cannot be converted is named with what to do', async () => {
  const missing = await runCli(['convert', join(folder, '没有.docx'), '--lang', 'en']);
  assert.equal(missing.exitCode, 2);
  assert.match(missing.stderr, /^error: .*没有\.docx: The file does not exist\. Check the path and the file name\.\n$/);
  const text = await runCli(['convert', '-'], { stdin: '这不是年度报告。' });
  assert.equal(text.exitCode, 2);
  assert.match(text.stderr, /^错误：<标准输入>：/);
  assert.equal(text.stdout, '');
});

test('a bug is exit code 3, with its stack and how to report it', async () => {
  const bug = (): never => {
    throw new TypeError('the drawer is stuck');
  };
  const { exitCode, stdout, stderr } = await runCli(['schema', 'report-2021'], { host: { packageFile: bug } });
  assert.equal(exitCode, 3);
  assert.equal(stdout, '');
  assert.match(stderr, /^程序出现缺陷/);
  assert.match(stderr, /TypeError: the drawer is stuck\n\s+at /);
});

test('completion names the shells it knows', async () => {
  const { exitCode, stdout, stderr } = await runCli(['completion', 'tcsh']);
  assert.deepEqual([exitCode, stdout], [2, '']);
  assert.match(stderr, /没有 tcsh 的自动补全，可用的有：bash、zsh、fish、powershell/);
});
