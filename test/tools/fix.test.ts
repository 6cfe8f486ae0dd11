/** Repairs as other programs see them: accepting all changes in LibreOffice and pandoc gives our text, rejecting them the old one. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { readDocx } from '../../src/read/formats/docx/index.js';
import { partText } from '../support/docx-compare.js';
import { standInFolder } from '../support/folder.js';
import { runCli } from '../support/run-cli.js';
import { FAULTS, spoiled } from '../support/spoil.js';

standInFolder();

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../fixtures/documents/${name}`, import.meta.url)));
const squeezed = (text: string): string => text.replace(/[\s\u00a0]+/g, '');

/** All text of a document as our reader sees it, changes accepted. */
function ours(bytes: Uint8Array): string {
  return squeezed(
    readDocx(bytes)
      .blocks.map((block) => ('text' in block ? block.text : block.grid.cells.map(({ text }) => text).join('')))
      .join(''),
  );
}

function run(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1e8, timeout: 120_000 });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** The text of an OpenDocument body; deletions that are pending are kept apart from it, in front. */
function bodyText(odt: Uint8Array): string {
  const xml = partText(odt, 'content.xml');
  return squeezed(
    xml
      .slice(xml.indexOf('<office:body>'))
      .replace(/<text:tracked-changes.*?<\/text:tracked-changes>/gs, '')
      .replace(/<[^>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&amp;/g, '&'),
  );
}

/** The plain text of pandoc's reading. */
function byPandoc(file: string, changes: 'accept' | 'reject'): string {
  const plain = (node: unknown): string => {
    if (Array.isArray(node)) return node.map(plain).join('');
    if (node === null || typeof node !== 'object') return '';
    const { t, c } = node as { t?: string; c?: unknown };
    if (t === 'Str') return c as string;
    if (t === 'Quoted') {
      const [kind, content] = c as [{ t: string }, unknown];
      return kind.t === 'DoubleQuote' ? `“${plain(content)}”` : `‘${plain(content)}’`;
    }
    return Object.values(node).map(plain).join('');
  };
  return squeezed(plain((JSON.parse(run('pandoc', '-f', 'docx', `--track-changes=${changes}`, '-t', 'json', file)) as { blocks: unknown }).blocks));
}

for (const name of ['docx/libreoffice-2021.docx', 'docx/pandoc-2021.docx']) {
  test(`${name}: accepted in LibreOffice and pandoc it is our text, rejected the old one`, { timeout: 300_000 }, async () => {
    const before = spoiled(fixture(name), FAULTS);
    writeFileSync('a.docx', before);
    assert.equal((await runCli(['fix', 'a.docx', '-o', 'b.docx', '--unsafe'])).exitCode, 0);
    const after = new Uint8Array(readFileSync('b.docx'));
    assert.notEqual(ours(after), ours(before));
    run('soffice', `-env:UserInstallation=file://${process.cwd()}/profile`, '--headless', '--convert-to', 'odt', '--outdir', '.', 'b.docx');
    assert.equal(bodyText(new Uint8Array(readFileSync('b.odt'))), ours(after));
    writeFileSync('clean.docx', fixture(name));
    assert.equal(byPandoc('b.docx', 'accept'), byPandoc('clean.docx', 'accept'));
    assert.equal(byPandoc('b.docx', 'reject'), byPandoc('a.docx', 'accept'));
  });
}

test('the difference of a text can be applied as a patch', async () => {
  writeFileSync('a.txt', fixture('2019/zhangjiapo-2020.txt'));
  await runCli(['fix', 'a.txt', '-o', 'b.txt']);
  const { stdout } = await runCli(['fix', 'a.txt', '--dry-run']);
  writeFileSync('a.diff', stdout);
  run('git', 'apply', '--unidiff-zero', '-p0', 'a.diff');
  assert.deepEqual(readFileSync('a.txt'), readFileSync('b.txt'));
});
