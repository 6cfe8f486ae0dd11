/** .doc as LibreOffice writes it: every cell and word the same as in the .docx it was made from, and no finding more or less. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Reading } from '../../src/form/model/reading.js';
import { lintReading } from '../../src/judge/judge.js';
import { rules } from '../../src/judge/rules/index.js';
import { readDoc } from '../../src/read/formats/doc/index.js';
import { readDocx } from '../../src/read/formats/docx/index.js';
import { parseBytes } from '../../src/read/index.js';
import { type Shape, shape } from '../support/docx-read.js';
import { wholeReports } from '../support/whole-reports.js';
import { written } from '../support/written.js';

/** Composed reports that are taken when not all are asked for. */
const SAMPLE = 20;
const folder = mkdtempSync(join(tmpdir(), 'gov-report-doc-'));
after(() => rmSync(folder, { recursive: true }));

const documents = new URL('../../fixtures/documents/', import.meta.url);
const built = readdirSync(new URL('docx/', documents)).map((file) => file.replace('.docx', ''));
const all = wholeReports();
const step = Math.floor(all.length / SAMPLE);
const composed = process.env['GOV_REPORT_ALL'] === '1' ? all : all.filter((_, index) => index % step === 2).slice(0, SAMPLE);
const real = ['2019/zhangjiapo-2020', '2021/suqian-2023', '2021/suqian-2024'];
const reports = [...real.map((name) => name.slice(5)), ...composed.map(({ name }) => name)];

const bytesOf = (name: string): Uint8Array => readFileSync(join(folder, name));

before(async () => {
  for (const name of built) writeFileSync(join(folder, `${name}.docx`), readFileSync(new URL(`docx/${name}.docx`, documents)));
  for (const name of real) writeFileSync(join(folder, `${name.slice(5)}.docx`), readFileSync(new URL(`${name}.docx`, documents)));
  for (const { name, text } of composed) writeFileSync(join(folder, `${name}.docx`), await written(await parseBytes(new TextEncoder().encode(text)), 'docx'));
  const files = [...built, ...reports].map((name) => `${name}.docx`);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'doc', ...files], { cwd: folder, stdio: 'pipe' });
});

/** Findings without places. */
function findings(reading: Reading): readonly string[] {
  const { diagnostics } = lintReading(reading, 'x', { lang: 'zh', rules: rules.map((rule) => ({ rule })) });
  return diagnostics.map(({ ruleId, pointer, message }) => `${ruleId} ${pointer} ${message}`).sort();
}

test(`${reports.length} whole reports are read as their .docx`, async () => {
  for (const name of reports) {
    const [source, other] = [await parseBytes(bytesOf(`${name}.docx`)), await parseBytes(bytesOf(`${name}.doc`))];
    assert.equal(other.format, 'doc');
    assert.deepEqual(other.report, source.report, name);
    assert.deepEqual(findings(other), findings(source), name);
  }
});

test('antiword sees no figure that we do not', () => {
  const figuresOf = (text: string): string[] => [...text.matchAll(/\d+/g)].map(([figure]) => figure);
  let seen = 0;
  for (const name of reports) {
    const theirs = figuresOf(execFileSync('antiword', ['-m', 'UTF-8', '-w', '0', `${name}.doc`], { cwd: folder, encoding: 'utf8' }));
    const blocks = readDoc(bytesOf(`${name}.doc`)).blocks.flatMap((block) =>
      block.kind === 'table' ? block.grid.cells.map(({ text }) => text) : [block.text],
    );
    const ours = figuresOf(blocks.join('\n'));
    seen += theirs.length;
    for (const figure of theirs) {
      const at = ours.indexOf(figure);
      assert.notEqual(at, -1, `${name}: ${figure}`);
      ours.splice(at, 1);
    }
  }
  // It loses the tables of some.
  assert.ok(seen > 50 * reports.length, `${seen} figures`);
});

/** What LibreOffice loses or adds when it writes a .doc. */
const OTHERWISE: Readonly<Record<string, { readonly why: string; readonly shape: Shape }>> = {
  'built-changes': {
    why: 'the row is no longer marked as deleted',
    shape: [
      [
        ['甲', '乙'],
        ['1', '2'],
        ['3', '5'],
      ],
    ],
  },
  'built-hidden': {
    why: 'the row is no longer hidden',
    shape: [
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    ],
  },
  'built-grid-before': {
    why: 'columns left out become blank cells',
    shape: [
      [
        ['甲', '乙', '丙', '丁'],
        ['', '1', '2', ''],
      ],
    ],
  },
  'built-controls': {
    why: 'a content control becomes a form field in paragraphs of its own',
    shape: [
      [
        ['甲\n甲甲\n甲', '乙'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
  },
  'built-lone-continuation': {
    why: 'what goes on from nothing is written as merged with nothing',
    shape: [
      [
        ['甲', '1'],
        ['乙', '2'],
        ['', '3'],
      ],
    ],
  },
  'built-unequal-spans': {
    why: 'a cell that goes on from a narrower one has other edges, and only equal edges are merged',
    shape: [
      [
        ['甲', '1', '2', '3'],
        ['', '', '4', '5'],
        ['乙', '6', '7', '8'],
      ],
    ],
  },
  'pandoc-markdown': {
    why: 'a number is begun anew',
    shape: [
      '张家坡镇2020年政府信息公开工作年度报告',
      '一、总体情况',
      '1.主动公开',
      '1.依申请公开',
      [
        ['项目', '数量'],
        ['规章', '0'],
        ['行政规范性文件', '5'],
      ],
      '脚注不是正文。',
    ],
  },
};

describe('one construct each', () => {
  for (const name of built) {
    const other = OTHERWISE[name];
    test(`${name}: ${other?.why ?? 'as its .docx'}`, () => {
      const read = shape(readDoc(bytesOf(`${name}.doc`)));
      assert.deepEqual(read, other?.shape ?? shape(readDocx(bytesOf(`${name}.docx`))));
    });
  }
});
