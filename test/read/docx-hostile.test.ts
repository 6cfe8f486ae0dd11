/** Hostile packages, each in a process of its own: what becomes of it, in how much memory. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { HOSTILE, type Outcome } from '../support/docx-hostile.js';
import { long } from '../support/long.js';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'gov-report-hostile-'));
const child = join(folder, 'child.mjs');

/** What is refused, and by which code; all others are read. */
const REFUSED: Readonly<Record<string, string>> = {
  inflation: 'too-large',
  'inflation that lies about its size': 'damaged-archive',
  'inflation of the content types': 'damaged-archive',
  'inflation of a mimetype': 'damaged-archive',
  'a directory of many entries': 'not-docx',
  'a million cells': 'too-large',
  'a million cells in one column': 'too-large',
  'an absurd span': 'too-large',
  'absurd columns before': 'too-large',
  'one wide row above many': 'too-large',
  'many merged rows': 'too-large',
  'many paragraphs': 'too-large',
  'many names': 'too-large',
  'many names of one hash': 'too-large',
  'many names of content to be processed': 'too-large',
  'deep tables': 'too-deep',
  'deep controls never closed': 'too-deep',
  'open brackets': 'malformed-xml',
  ampersands: 'malformed-xml',
};

/** Those that show each kind of bound in little time. */
const QUICK: ReadonlySet<string> = new Set(['inflation', 'an absurd span', 'deep tables', 'open brackets']);

describe('hostile files', { concurrency: 2 }, () => {
  before(async () => {
    await build({
      entryPoints: [fileURLToPath(new URL('../support/docx-hostile.ts', import.meta.url))],
      outfile: child,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    });
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const name of Object.keys(HOSTILE)) {
    test(name, QUICK.has(name) ? {} : long, async () => {
      const { stdout } = await run(process.execPath, ['--max-old-space-size=256', child, name], { timeout: 120_000 });
      const outcome = JSON.parse(stdout) as Outcome;
      assert.equal(outcome.code, REFUSED[name] ?? 'read');
      assert.ok(outcome.memory < 300, `${outcome.memory} MB`);
    });
  }
});
