/** SARIF against the official schema, formats enforced, and what the schema cannot say. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { FileResult, RunResult } from '../../src/judge/diagnostic.js';
import { addToSummary, emptySummary, loadReporter, type ReportOptions, render } from '../../src/write/result/index.js';
import { fileUri } from '../../src/write/result/uri.js';
import { catalogue, files, hostile, punctuation, run, runOf, words } from '../support/diagnostics.js';

interface Location {
  readonly physicalLocation: { readonly artifactLocation: { uri: string; index: number }; readonly region: Readonly<Record<string, unknown>> };
  readonly logicalLocations: readonly { readonly name: string; readonly fullyQualifiedName?: string; readonly kind: string }[];
}

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex?: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly Location[];
      readonly relatedLocations?: readonly Location[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly suppressions: readonly unknown[];
      readonly properties: Readonly<Record<string, unknown>>;
    }[];
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly exitCode: number;
      readonly toolExecutionNotifications: readonly unknown[];
    }[];
    readonly artifacts: readonly { readonly location: { readonly uri: string }; readonly properties: Readonly<Record<string, unknown>> }[];
  }[];
}

const schemaPath = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
// One pattern of the official schema is no regular expression in Unicode mode.
const ajv = new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')));

const base: ReportOptions = { lang: 'zh', color: 0, width: 80, catalogue, toolVersion: '0.1.0' };

async function log(of: RunResult = run, options: Partial<ReportOptions> = {}): Promise<Log> {
  return JSON.parse(render(await loadReporter('sarif'), of, { ...base, ...options })) as Log;
}

const errors = (value: unknown): readonly string[] =>
  validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

const checked = (file: string, diagnostics: Extract<FileResult, { status: 'checked' }>['diagnostics']): FileResult => ({
  ...(files[0] as Extract<FileResult, { status: 'checked' }>),
  file,
  diagnostics,
});

test('the list, an empty run, a clean file and a failed file are valid', async () => {
  const runs = [run, { schemaVersion: 2, files: [], summary: emptySummary } as const, ...files.map((file) => runOf(file, addToSummary(emptySummary, file)))];
  for (const one of runs) {
    for (const lang of ['zh', 'en'] as const) assert.deepEqual(errors(await log(one, { lang })), []);
  }
});

test('the schema really checks formats: a raw file name is refused', async () => {
  for (const name of ['中文 文件#1.docx', 'a b.docx', '%zz.docx', 'a\\b.docx']) {
    const broken = structuredClone(await log());
    broken.runs[0]!.results[0]!.locations[0]!.physicalLocation.artifactLocation.uri = name;
    assert.deepEqual(errors(broken), ['/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri must match format "uri-reference"'], name);
  }
});

test('file names become URI references that say the same name', () => {
  const cases = [
    ['中文 文件#1.docx', '%E4%B8%AD%E6%96%87%20%E6%96%87%E4%BB%B6%231.docx'],
    ['./乡镇/a?b%20.txt', '%E4%B9%A1%E9%95%87/a%3Fb%2520.txt'],
    ['..\\上级\\a.docx', '../%E4%B8%8A%E7%BA%A7/a.docx'],
    ['12:30.txt', '12%3A30.txt'],
    ['/srv/报告.txt', 'file:///srv/%E6%8A%A5%E5%91%8A.txt'],
    ['C:\\报告\\x y.docx', 'file:///C:/%E6%8A%A5%E5%91%8A/x%20y.docx'],
    ['\\\\server\\share\\x.docx', 'file://server/share/x.docx'],
    ['//x/y.txt', 'file:///x/y.txt'],
    ['a\ud800b.txt', 'a%EF%BF%BDb.txt'],
    ['-', '-'],
  ] as const;
  for (const [name, uri] of cases) {
    assert.equal(fileUri(name), uri, name);
    assert.deepEqual(errors({ version: '2.1.0', runs: [{ tool: { driver: { name: 't' } }, artifacts: [{ location: { uri } }] }] }), [], uri);
  }
});

test('a suppressed finding is suppressed with its justification, and every other result says that it is not', async () => {
  const [first, second] = files.flatMap((file) => (file.status === 'checked' ? file.diagnostics : []));
  const suppressed = { ...first!, suppressed: { reason: '已核实 [x](y)', author: '张三' } };
  const result = await log(runOf(checked('a.docx', [suppressed, second!]), { warnings: 1, suppressed: 1 }));
  assert.deepEqual(errors(result), []);
  assert.deepEqual(
    result.runs[0]!.results.map(({ suppressions }) => suppressions),
    [[{ kind: 'external', status: 'accepted', justification: '已核实 [x](y) · 张三' }], []],
  );
});

test('every location has a region and a node; every result its rule and artifact', async () => {
  const [one] = (await log()).runs;
  assert.ok(one);
  assert.equal(one.results.length, 12);
  for (const result of one.results) {
    for (const { physicalLocation, logicalLocations } of [...result.locations, ...(result.relatedLocations ?? [])]) {
      assert.ok(Number(physicalLocation.region['startLine']) >= 1);
      assert.equal(logicalLocations.length, 1);
      assert.equal(one.artifacts[physicalLocation.artifactLocation.index]?.location.uri, physicalLocation.artifactLocation.uri);
    }
    assert.equal(result.ruleIndex === undefined ? 'identity/unit-kind' : one.tool.driver.rules[result.ruleIndex]?.id, result.ruleId);
  }
  assert.deepEqual(
    one.artifacts.map(({ properties }) => properties['status']),
    ['checked', 'checked', 'checked', 'failed', 'checked'],
  );
});

test('a text place is a line, a Word place a paragraph that says so', async () => {
  const results = (await log()).runs[0]!.results;
  const region = (ruleId: string): unknown => results.find((result) => result.ruleId === ruleId)?.locations[0]?.physicalLocation.region;
  assert.deepEqual(region('identity/unit-kind'), { startLine: 14, startColumn: 38, endColumn: 41, snippet: { text: '我街道' } });
  assert.deepEqual(region('text/punctuation'), {
    startLine: 431,
    startColumn: 13,
    endColumn: 14,
    snippet: { text: ',' },
    properties: { paragraph: 431, paraId: '0A0B0C0D' },
  });
  assert.deepEqual(region('structure/missing-section'), { startLine: 1 });
});

test('logical locations name the node', async () => {
  const results = (await log()).runs[0]!.results;
  const node = (ruleId: string): unknown => results.find((result) => result.ruleId === ruleId)?.locations[0]?.logicalLocations[0];
  assert.deepEqual(node('arithmetic/requests-row-total'), {
    name: '三、收到和处理政府信息公开申请情况 › （五）不予处理 2.重复申请 × 总计',
    fullyQualifiedName: '/tables/requests/outcomes/notProcessed/duplicates/total',
    kind: 'value',
  });
  assert.deepEqual(node('structure/missing-row'), {
    name: '三、收到和处理政府信息公开申请情况 › （六）其他处理',
    fullyQualifiedName: '/tables/requests/outcomes/other',
    kind: 'object',
  });
  assert.deepEqual(node('structure/missing-section'), { name: '全文', kind: 'object' });
});

test('no result twice; equal faults of one file are told apart', async () => {
  const twice = await log(runOf(checked('a.docx', [...punctuation, ...punctuation, words]), { infos: 4, warnings: 1 }));
  const prints = twice.runs[0]!.results.map(({ partialFingerprints }) => partialFingerprints['govReport/v1']);
  assert.deepEqual(prints, ['7777777777777777:1', '7777777777777777:2', '6666666666666666:1']);
});

test('one file given twice is one artifact', async () => {
  const two = await log({ ...run, files: [checked('a.txt', []), checked('./a.txt', [words])] });
  assert.deepEqual(errors(two), []);
  assert.equal(two.runs[0]!.artifacts.length, 1);
});

test('text of the report is no link and no placeholder', async () => {
  const [result] = (await log(runOf(checked('a.txt', [hostile]), { errors: 1 }))).runs[0]!.results;
  assert.equal(
    result?.message.text,
    '填的不是数：“\u001b[31m]]>\u0007<script>alert(1)</script>\u202e4\u2069 \\[点此\\](javascript:alert(1)) {{0}}\r\n::error::伪造”。',
  );
});

test('failed files are notifications, and the exit code is that of the command', async () => {
  const [failed] = (await log()).runs[0]!.invocations;
  assert.deepEqual(failed, {
    executionSuccessful: false,
    exitCode: 2,
    toolExecutionNotifications: [
      {
        level: 'error',
        descriptor: { id: 'input/legacy-doc' },
        message: { text: '这是旧版 Word 文件（.doc），本程序不能直接读取。用 Word 或 WPS 打开，另存为 .docx 后再检查。' },
        locations: [
          { physicalLocation: { artifactLocation: { uri: 'file:///C:/%E6%8A%A5%E5%91%8A/%E5%8A%A0%E5%AF%86%2C%20100%25%3A%E6%97%A7.doc', index: 3 } } },
        ],
      },
    ],
  });
  const codes = async (one: RunResult, maxWarnings?: number): Promise<unknown> => {
    const [invocation] = (await log(one, maxWarnings === undefined ? {} : { maxWarnings })).runs[0]!.invocations;
    return [invocation?.executionSuccessful, invocation?.exitCode];
  };
  assert.deepEqual(await codes(runOf(files[2]!, {})), [true, 0]);
  assert.deepEqual(await codes(runOf(files[0]!, { errors: 3, warnings: 2 })), [true, 1]);
  assert.deepEqual(await codes(runOf(files[0]!, { warnings: 2 }), 1), [true, 1]);
});

test('corrections stand with the results they explain', async () => {
  const results = (await log()).runs[0]!.results.filter(({ properties }) => properties['corrections'] !== undefined);
  assert.deepEqual(
    results.map(({ ruleId, properties }) => [ruleId, (properties['corrections'] as { text: string }[]).map(({ text }) => text)]),
    [
      ['arithmetic/requests-row-total', ['（五）不予处理 2.重复申请 × 商业企业：4 应为 2']],
      ['arithmetic/requests-outcome-total', ['（五）不予处理 2.重复申请 × 商业企业：4 应为 2']],
      ['arithmetic/disputes-total', ['行政复议 总计：5 应为 4', '行政复议 尚未审结：1 应为 2']],
    ],
  );
});
