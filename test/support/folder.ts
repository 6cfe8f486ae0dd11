/** An empty folder for each test to stand in. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach } from 'node:test';

let standing = false;

/** Puts every test of a file, and of those that share its process, into a folder of its own, which is taken away at the end. */
export function standInFolder(): void {
  if (standing) return;
  standing = true;
  const start = process.cwd();
  const top = mkdtempSync(join(tmpdir(), 'gov-report-test-'));
  let count = 0;
  beforeEach(() => {
    count += 1;
    mkdirSync(join(top, String(count)));
    process.chdir(join(top, String(count)));
  });
  after(() => {
    process.chdir(start);
    rmSync(top, { recursive: true, force: true });
  });
}

/** Writes files below the working folder; values that are no text or bytes are written as JSON. */
export function write(files: Readonly<Record<string, unknown>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
  }
}
