/** Reports with far more in them than any real one, through every command that reads a Word file: what comes of it, and in how much memory. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { setParagraphs } from '../../src/write/view/formatting.js';
import { type Built, buildCommand } from '../support/built.js';
import { p, r, word } from '../support/docx-parts.js';
import { long } from '../support/long.js';

const MAIN = 'word/document.xml';
const folder = mkdtempSync(join(tmpdir(), 'gov-report-large-'));
let built: Built;

/** A real report with so many elements behind its text. */
function withBehind(xml: string): Uint8Array {
  const { [MAIN]: main, ...parts } = unzipSync(readFileSync(new URL('../../fixtures/documents/2019/zhangjiapo-2020.docx', import.meta.url)));
  const text = strFromU8(main!);
  const at = text.lastIndexOf('<w:sectPr');
  return zipSync({ ...parts, [MAIN]: strToU8(text.slice(0, at) + xml + text.slice(at)) });
}

const cell = (text: string): string => `<w:tc>${p(r(text))}</w:tc>`;

before(async () => {
  built = await buildCommand();
  writeFileSync(
    join(built.folder, 'peak.cjs'),
    "process.on('exit', () => require('node:fs').writeFileSync(process.env.PEAK, String(process.resourceUsage().maxRSS / 1024)));",
  );
  writeFileSync(join(folder, 'paragraphs.docx'), withBehind('<w:p><w:pPr><w:rPr/></w:pPr></w:p>'.repeat(90_000)));
  writeFileSync(join(folder, 'rows.docx'), withBehind(`<w:tbl><w:tblPr/>${`<w:tr>${cell('一')}${cell('1')}</w:tr>`.repeat(20_000)}</w:tbl>`));
});

after(() => {
  built.remove();
  rmSync(folder, { recursive: true });
});

/** Runs the command; its exit code and its peak of memory in MB. */
function run(argv: readonly string[]): { readonly exitCode: number | null; readonly memory: number } {
  const peak = join(folder, 'peak');
  const { status } = spawnSync(process.execPath, ['-r', join(built.folder, 'peak.cjs'), built.bin, ...argv], {
    cwd: folder,
    stdio: 'ignore',
    timeout: 120_000,
    env: { PATH: process.env['PATH'], PEAK: peak },
  });
  return { exitCode: status, memory: Number(readFileSync(peak, 'utf8')) };
}

for (const file of ['paragraphs.docx', 'rows.docx']) {
  for (const argv of [
    ['lint', '-f', 'html:out.html'],
    ['fix', '--overwrite', '-o', 'out.docx'],
    ['annotate', '--overwrite', '-o', 'out.docx'],
    ['convert', '--to', 'html', '-o', 'out.html'],
  ]) {
    test(`${argv[0]} of ${file}`, argv[0] === 'lint' ? {} : long, () => {
      const { exitCode, memory } = run([...argv, file]);
      assert.equal(exitCode, 0);
      assert.ok(memory < 300, `${memory} MB`);
    });
  }
}

test('a document of very many elements is shown in plain type', async () => {
  const set = async (count: number): Promise<number> => (await setParagraphs(word(p(r('一', '<w:b/>')) + '<w:p/>'.repeat(count)))).length;
  assert.equal(await set(1000), 1);
  assert.equal(await set(50_000), 0);
});
