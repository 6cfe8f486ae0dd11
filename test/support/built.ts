/** The command as it is shipped, built into a folder of its own. */
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleCommand } from '../../scripts/bundle.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A built package: the path of its executable, and how to take it away again. */
export interface Built {
  readonly bin: string;
  readonly folder: string;
  remove(): void;
}

/** Builds the command; takes a fraction of a second. */
export async function buildCommand(): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), 'gov-report-built-'));
  for (const part of ['bin', 'package.json']) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'schemas'), join(folder, 'schemas'), 'junction');
  await bundleCommand(join(folder, 'dist', 'cli'));
  return { bin: join(folder, 'bin', 'gov-report.js'), folder, remove: () => rmSync(folder, { recursive: true }) };
}
