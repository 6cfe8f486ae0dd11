/** Fetching a package of the registry, once; it is kept below node_modules. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pin } from './pins.js';

const cache = fileURLToPath(new URL('../../node_modules/.cache/exe/', import.meta.url));

/** The folder of the unpacked package. Errors: when it cannot be had, or is not the one that was pinned. */
export function fetchPackage({ name, version, integrity }: Pin): string {
  const folder = join(cache, `${name}-${version}`);
  if (existsSync(folder)) return join(folder, 'package');
  mkdirSync(cache, { recursive: true });
  // Unpacked beside its place and moved there whole: what was broken off is not taken for a package.
  const fresh = mkdtempSync(join(cache, 'fresh-'));
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const packed = execFileSync(npm, ['pack', `${name}@${version}`, '--silent', '--pack-destination', fresh], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
      cwd: fresh,
    });
    const archive = join(fresh, packed.trim().split('\n').at(-1)!);
    const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (found !== integrity) throw new Error(`${name}@${version} has the hash ${found}, not ${integrity}`);
    execFileSync('tar', ['-xzf', archive, '-C', fresh, '--exclude=package/include', '--exclude=package/share']);
    rmSync(archive);
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return join(folder, 'package');
}
