/** Every reporter over one literal list of results: exact texts, widths, languages, and nothing that acts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { displayWidth } from '../../src/base/text/width.js';
import type { Checked, Diagnostic, FileResult, RunResult } from '../../src/judge/diagnostic.js';
import { withDiagnostics } from '../../src/judge/result.js';
import type { Summary } from '../../src/write/result/index.js';
import {
  addToSummary,
  emptySummary,
  exitCodeOf,
  type FormatName,
  formatNames,
  isFormatName,
  loadReporter,
  type ReportOptions,
  render,
  verdictLine,
} from '../../src/write/result/index.js';
import { printable } from '../../src/write/result/printable.js';
import { clip, wrap } from '../../src/write/result/wrap.js';
import { catalogue, files, hostile, inForce, run, runOf, words } from '../support/diagnostics.js';
import { assertGolden } from '../support/golden.js';
import { packageParts } from '../support/workbook.js';

const base: ReportOptions = { lang: 'zh', color: 0, width: 80, catalogue, toolVersion: '0.1.0' };

async function shown(format: Exclude<FormatName, 'xlsx'>, options: Partial<ReportOptions> = {}, of: RunResult = run): Promise<string> {
  return render(await loadReporter(format), of, { ...base, ...options });
}

const plain = (text: string): string => text.replace(/\u001b\[[\d;]*m/g, '');

test('the summary of the list is the sum of its files', () => {
  assert.deepEqual(files.reduce(addToSummary, emptySummary), run.summary);
});

for (const [format, extension] of [
  ['pretty', 'txt'],
  ['compact', 'txt'],
  ['github', 'txt'],
  ['junit', 'xml'],
] as const) {
  for (const lang of ['zh', 'en'] as const) {
    test(`${format} in ${lang} is as kept`, async () => {
      assertGolden(await shown(format, { lang }), `reporters/${format}-${lang}.${extension}`);
    });
  }
}

test('pretty on a narrow terminal, in colour, and quiet are as kept', async () => {
  assertGolden(await shown('pretty', { width: 44 }), 'reporters/pretty-zh-44.txt');
  assertGolden((await shown('pretty', { color: 1 })).replaceAll('\u001b', 'ESC'), 'reporters/pretty-zh-color.txt');
  assertGolden(await shown('pretty', { quiet: true }), 'reporters/pretty-zh-quiet.txt');
});

test('pretty says the likely wrong cell before everything else of the file', async () => {
  const lines = (await shown('pretty')).split('\n');
  const file = lines.indexOf('中文 文件#1.docx');
  assert.deepEqual(lines.slice(file, file + 5), [
    '中文 文件#1.docx',
    '云溪市水务局 · 2024 年度 · 2021 年版格式',
    '',
    '  最可能写错：（五）不予处理 2.重复申请 × 商业企业：4 应为 2',
    '  （可解释以下 2 处不符；佐证：正文写的数）',
  ]);
});

test('pretty crosses out only what has errors', async () => {
  const result = withDiagnostics(files[0] as Checked, [inForce]);
  assert.ok((await shown('pretty', {}, runOf(result, { warnings: 1 }))).includes('\n  ! 须核实：未发现错误，有1处警告\n'));
  const worse = withDiagnostics(result, [{ ...inForce, severity: 'error' }]);
  assert.ok((await shown('pretty', {}, runOf(worse, { errors: 1 }))).includes('\n  ✗ 不通过：有1处错误\n'));
});

test('pretty marks wrong cells without colour, also where a finding leaves out the cell it stands on', async () => {
  const own: Diagnostic = { ...inForce, related: inForce.related.slice(1) };
  for (const diagnostic of [inForce, own]) {
    const result: FileResult = { ...(files[0] as Extract<FileResult, { status: 'checked' }>), diagnostics: [diagnostic] };
    const lines = (await shown('pretty', {}, runOf(result, { warnings: 1 }))).split('\n');
    const header = lines.findIndex((line) => line.includes('本年制发件数 '));
    assert.ok(header > 0);
    assert.deepEqual([...(lines[header + 1] ?? '').matchAll(/\S+/g)].map(String).sort(), ['-', '1', '2', '<', '►0◄'].sort());
  }
});

test('colours change nothing but colours, and there is none at level 0', async () => {
  const coloured = await shown('pretty', { color: 3 });
  assert.match(coloured, /\u001b\[/);
  assert.equal(plain(coloured), await shown('pretty'));
});

test('no line of pretty is wider than the terminal, whatever its width', async () => {
  const names = new Set(files.map(({ file }) => printable(file)));
  for (const lang of ['zh', 'en'] as const) {
    for (let width = 40; width <= 130; width += 1) {
      const wide = (await shown('pretty', { lang, width })).split('\n').filter((line) => displayWidth(line) > width && !names.has(line));
      // The verdict is one line whatever happens.
      assert.deepEqual(
        wide.filter((line) => line !== verdictLine(run.summary, lang)),
        [],
        `${lang} ${width}`,
      );
    }
  }
});

test('with endless width nothing is wrapped or cut', async () => {
  const text = await shown('pretty', { width: Number.POSITIVE_INFINITY });
  assert.match(text, /│ …认真落实上级关于政务公开工作的各项部署要求，一年来我街道坚持以公开为常态、不公开为例外，不断拓宽公开渠道，及时回应…\n/);
  assert.match(text, /填写阿拉伯数字。/);
});

test('carets stand below the words spoken of', async () => {
  const lines = (await shown('pretty', { width: 60 })).split('\n');
  const row = lines.findIndex((line) => line.includes('│') && line.includes('我街道'));
  const sentence = lines[row] ?? '';
  const carets = lines[row + 1] ?? '';
  assert.equal(displayWidth(sentence.slice(0, sentence.indexOf('我街道'))), carets.indexOf('^'));
  assert.equal(carets.lastIndexOf('^') - carets.indexOf('^') + 1, displayWidth('我街道'));
});

test('json is the run itself', async () => {
  assert.equal(await shown('json'), `${JSON.stringify(run, null, 2)}\n`);
  const empty: RunResult = { schemaVersion: 2, files: [], skipped: [], summary: emptySummary };
  assert.equal(await shown('json', {}, empty), `${JSON.stringify(empty, null, 2)}\n`);
});

test('json is what our own schema says', async () => {
  const schema = readFileSync(new URL('../../schemas/diagnostics.json', import.meta.url), 'utf8');
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(schema));
  assert.deepEqual([validate(JSON.parse(await shown('json'))), validate.errors], [true, null]);
});

test('ndjson is a line for each file and one for the counts', async () => {
  const lines = (await shown('ndjson')).split('\n');
  assert.equal(lines.pop(), '');
  assert.deepEqual(
    lines.map((line) => JSON.parse(line)),
    [...run.files, { schemaVersion: 2, skipped: [], summary: run.summary }],
  );
});

test('data formats do not heed quiet', async () => {
  for (const format of ['json', 'ndjson', 'sarif'] as const) assert.equal(await shown(format, { quiet: true }), await shown(format));
});

test('quiet leaves errors only', async () => {
  assert.doesNotMatch(await shown('compact', { quiet: true }), / (?:warning|info) /);
  assert.equal((await shown('compact', { quiet: true })).match(/ error /g)?.length, 9);
  assert.doesNotMatch(await shown('github', { quiet: true }), /^::warning/m);
  assert.equal((await shown('github', { quiet: true })).match(/^::error /gm)?.length, 9);
  assert.doesNotMatch(await shown('junit', { quiet: true }), /警告 identity|提示 text/);
});

test('every finding is one line of compact that begins with its file', async () => {
  const lines = (await shown('compact')).trimEnd().split('\n');
  assert.equal(lines.length, 14);
  for (const line of lines.slice(0, -1)) assert.match(line, /^.+:\d+:\d+: (?:error|warning|info) [a-z]+\/[a-z-]+ \S/);
});

test('in every text format hostile text is shown and does nothing', async () => {
  for (const format of ['pretty', 'compact', 'github', 'junit'] as const) {
    for (const options of [{}, { width: 40 }, { width: Number.POSITIVE_INFINITY }]) {
      const text = await shown(format, options);
      assert.doesNotMatch(text, /[^\P{Cc}\n]|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}/u, format);
      assert.match(text, /␛\[31m/, format);
      const commands = text.split('\n').filter((line) => /^\s*::/.test(line) && !/^::(?:error|warning|notice) (?:file|title)=/.test(line));
      assert.deepEqual(commands, [], format);
      assert.equal(text.split('\n').filter((line) => line.trim().startsWith('::')).length, format === 'github' ? 14 : 0, format);
    }
  }
});

test('workflow commands escape what would end a property or a message', async () => {
  const result: FileResult = {
    ...(files[0] as Extract<FileResult, { status: 'checked' }>),
    file: 'a,b:c%d.txt',
    diagnostics: [{ ...words, message: '100%\r\n::set-output name=x::y' }],
  };
  assert.equal(
    (await shown('github', {}, runOf(result, { warnings: 1 }))).split('\n')[0],
    '::warning file=a%2Cb%3Ac%25d.txt,line=14,col=38,title=identity/unit-kind::一、总体情况（第 14 行第 38 字）：%0A100%25 : :set-output name=x: :y%0A改为本单位的称谓；如系套用其他单位的报告，请通读全文。',
  );
});

test('--lang en has no Chinese word of its own', async () => {
  const ascii = { section: 'S', row: 'r', column: 'c' };
  const english = (diagnostic: Diagnostic): Diagnostic => ({
    ...diagnostic,
    message: 'm',
    help: 'h',
    basis: 'b',
    place: {
      ...diagnostic.place,
      ...(diagnostic.place.quote === undefined ? {} : { quote: 'q', context: { before: 'b ', after: ' a' } }),
      ...(diagnostic.place.section === undefined ? {} : ascii),
    },
    actual: 1,
    expected: 1,
    related: diagnostic.related.map((item) => ({ ...item, place: { ...item.place, ...ascii } })),
  });
  const results = files.map((result, index): FileResult => {
    if (result.status !== 'checked') return { ...result, file: `${index}`, error: { code: 'c', message: 'm', help: 'h' } };
    return { ...result, file: `${index}`, unit: 'U', diagnostics: result.diagnostics.map(english) };
  });
  const rules = catalogue.map((rule) => ({ ...rule, basis: { document: 'd' } }));
  for (const format of formatNames.filter((name) => !name.endsWith('json'))) {
    const written = render(await loadReporter(format), { ...run, files: results }, { ...base, lang: 'en', catalogue: rules, maxWarnings: 1 });
    const text =
      typeof written === 'string'
        ? written
        : Object.entries(packageParts(written))
            .filter(([name]) => !name.includes('styles'))
            .join('\n');
    assert.doesNotMatch(text, /\p{Script=Han}|[（），。：；、！？]/u, format);
  }
});

test('streams say the same piece by piece', async () => {
  for (const format of formatNames) {
    const stream = (await loadReporter(format))(base);
    const pieces = [stream.start(), ...files.map((file) => stream.file(file)), stream.end(run.summary)];
    const whole = render(await loadReporter(format), run, base);
    assert.deepEqual(Buffer.concat(pieces.map((piece) => Buffer.from(piece as Uint8Array))), Buffer.from(whole as Uint8Array), format);
    assert.equal(pieces[0]!.length === 0, ['pretty', 'compact', 'ndjson', 'github', 'html'].includes(format), format);
  }
});

test('the verdict and the exit code', () => {
  const of = (verdicts: Partial<Summary['verdicts']>, more: Partial<Summary> = {}): Summary => {
    const all = { ...emptySummary.verdicts, ...verdicts };
    return { ...emptySummary, files: Object.values(all).reduce((sum, count) => sum + count), failed: all.unchecked, verdicts: all, ...more };
  };
  const cases = [
    [emptySummary, undefined, 2, '未能检查：没有可检查的文件', 'Not checked: there was no file to check'],
    [of({ pass: 1 }), undefined, 0, '通过：没有发现问题', 'Pass: nothing found'],
    [of({ pass: 1 }, { infos: 2 }), undefined, 0, '通过：未发现错误和警告，有2处提示', 'Pass: no error and no warning, 2 infos'],
    [of({ review: 1 }, { warnings: 14 }), undefined, 0, '须核实：未发现错误，有14处警告', 'Review: no error, 14 warnings'],
    [of({ review: 1 }), undefined, 0, '须核实：未发现错误，但表中没有一个数，无从核对', 'Review: no error, but there is no figure in any table to check'],
    [of({ fail: 1 }, { errors: 2, warnings: 1 }), undefined, 1, '不通过：有2处错误、1处警告', 'Fail: 2 errors, 1 warning'],
    [of({ unchecked: 1 }), undefined, 2, '未能检查', 'Not checked'],
    [of({ unchecked: 1 }, { failed: 0, crashed: 1 }), undefined, 3, '未能检查', 'Not checked'],
    [
      of({ review: 1 }, { warnings: 2 }),
      1,
      1,
      '须核实：未发现错误，有2处警告；警告超过上限（1处）',
      'Review: no error, 2 warnings; more warnings than the 1 allowed',
    ],
    [
      of({ fail: 1, review: 14, pass: 40, unchecked: 3 }, { errors: 3, warnings: 20, skipped: 2 }),
      undefined,
      2,
      '共58份报告：不通过1份、未能检查3份、须核实14份、通过40份；有3处错误、20处警告；另有2个文件已略过',
      '58 reports: 1 fail, 3 not checked, 14 review, 40 pass; 3 errors, 20 warnings; 2 other files left aside',
    ],
  ] as const;
  for (const [summary, limit, code, zh, en] of cases) {
    assert.equal(verdictLine(summary, 'zh', limit), zh);
    assert.equal(verdictLine(summary, 'en', limit), en);
    assert.equal(exitCodeOf(summary, limit), code);
  }
});

test('printable shows what would act', () => {
  assert.equal(printable('a\u001b[2J\u0007\u007f\u009b\tb\r\nc'), 'a␛[2J␇␡<U+009B> b c');
  assert.equal(printable('\u202e右\u2069\u200b\ufeff\ud800x\u2028y'), '<U+202E>右<U+2069><U+200B><U+FEFF><U+D800>x y');
  assert.equal(printable('::stop-commands::x ##[error]y 10::30'), ': :stop-commands: :x ## [error]y 10::30');
  assert.equal(printable('（五）不予处理 𠮷'), '（五）不予处理 𠮷');
});

test('lines are broken where Chinese text may be', () => {
  assert.deepEqual(wrap('没有发生的填“0”，需要说明的写在第六部分。', 20), ['没有发生的填“0”，需', '要说明的写在第六部', '分。']);
  assert.deepEqual(wrap('各类（申请人）', 6), ['各类', '（申请', '人）']);
  assert.deepEqual(wrap('see arithmetic/requests-row-total now', 10), ['see', 'arithmetic', '/requests-', 'row-total', 'now']);
  assert.deepEqual(wrap('', 10), ['']);
  assert.equal(clip('行政规范性文件', 9), '行政规范…');
  assert.equal(clip('行政规范性文件', 9, 'start'), '…范性文件');
});

test('format names are known by themselves only', () => {
  assert.deepEqual(formatNames.slice(0, 7), ['pretty', 'compact', 'json', 'ndjson', 'sarif', 'github', 'junit']);
  assert.equal(isFormatName('sarif'), true);
  assert.equal(isFormatName('toString'), false);
  assert.equal(hostile.message.includes('\u001b'), true);
});
