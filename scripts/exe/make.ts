/** Making an executable: Node with the built program inside it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { version } from '../../src/base/version.js';
import { fetchPackage } from './fetch.js';
import { nodes, postject, type Target } from './pins.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What Node looks for in itself as it starts, and in which of its resources. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
const RESOURCE = 'NODE_SEA_BLOB';

interface Postject {
  inject(file: string, resource: string, blob: Buffer, options: { readonly sentinelFuse: string }): Promise<void>;
}

/** The files that the program asks for, below the folder of the package. What V8 has compiled is of no use in another executable. */
function partsOf(): readonly string[] {
  const of = (folder: string): readonly string[] => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
  return [...of('dist/cli'), ...of('schemas'), 'dist/page.html'].filter((name) => !name.endsWith('.cache'));
}

/** The Node that makes the blob: this one when it is of the pinned version, else that of this system. */
function maker(): string {
  if (process.version === `v${nodes['linux-x64'].version}`) return process.execPath;
  const own = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  if (!Object.hasOwn(nodes, own))
    throw new Error(`needs Node ${nodes['linux-x64'].version}; this is ${process.version}, and there is none to fetch for ${own}`);
  return nodeIn(own as Target);
}

function nodeIn(target: Target): string {
  return join(fetchPackage(nodes[target]), 'bin', target.startsWith('win') ? 'node.exe' : 'node');
}

/** The program as Node keeps it in an executable; the same for every system. */
export async function makeBlob(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'gov-report-blob-'));
  try {
    const main = join(folder, 'main.js');
    await build({
      absWorkingDir: root,
      entryPoints: ['scripts/exe/main.ts'],
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      outfile: main,
      logLevel: 'warning',
    });
    const parts = partsOf();
    writeFileSync(join(folder, 'names'), JSON.stringify(parts));
    const assets = { 'main.js': main, names: join(folder, 'names'), ...Object.fromEntries(parts.map((name) => [name, join(root, name)])) };
    const blob = join(folder, 'blob');
    writeFileSync(join(folder, 'sea.json'), JSON.stringify({ main, output: blob, assets, disableExperimentalSEAWarning: true }));
    execFileSync(maker(), ['--experimental-sea-config', join(folder, 'sea.json')], { stdio: ['ignore', 'ignore', 'inherit'] });
    return readFileSync(blob);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes the executable for a system into a folder and resolves to its path. */
export async function makeExecutable(target: Target, blob: Buffer, folder: string): Promise<string> {
  const { inject } = createRequire(import.meta.url)(join(fetchPackage(postject), 'dist', 'api.js')) as Postject;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `gov-report-${version}-${target}${target.startsWith('win') ? '.exe' : ''}`);
  copyFileSync(nodeIn(target), file);
  chmodSync(file, 0o755);
  await inject(file, RESOURCE, blob, { sentinelFuse: FUSE });
  return file;
}

/** The licences of the program, of what is bundled with it and of Node, which go with the executables. */
export function writeLicences(folder: string): string {
  const file = join(folder, 'LICENSES.txt');
  const texts = [join(root, 'LICENSE'), join(root, 'dist', 'THIRD-PARTY-LICENSES.txt'), join(fetchPackage(nodes['linux-x64']), 'LICENSE')];
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, texts.map((name) => readFileSync(name, 'utf8').trim()).join(`\n\n${'='.repeat(78)}\n\n`));
  return file;
}
