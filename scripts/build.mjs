// Builds dist/: the library (dist/index.js, for Node and browsers) and the command (dist/cli/), both bundled with what they
// use and split so that each part is loaded when it is needed; the types; and the licences of what is bundled.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));
process.chdir(root);
rmSync('dist', { recursive: true, force: true });

const shared = {
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  chunkNames: '[name]-[hash]',
  // Names are kept: the stack of a bug is read by people.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  charset: 'utf8',
  metafile: true,
  logLevel: 'warning',
};

const library = await build({ ...shared, platform: 'browser', entryPoints: { index: 'src/index.ts' }, outdir: 'dist' });

const command = await build({
  ...shared,
  platform: 'node',
  target: 'node20',
  entryPoints: { bin: 'src/cli/bin.ts', worker: 'src/node/worker.ts' },
  outdir: 'dist/cli',
  // commander is CommonJS and asks for Node's own modules with require.
  banner: { js: "import { createRequire as __createRequire } from 'node:module';const require=__createRequire(import.meta.url);" },
});

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });

/** Folders of the packages that a bundle holds. */
function packagesIn({ inputs }) {
  return Object.keys(inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no licence file`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}

const folders = [...new Set([library, command].flatMap(({ metafile }) => packagesIn(metafile)))].sort();
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', folders.map(licenceOf).join(`\n${'-'.repeat(78)}\n\n`));
if (!existsSync('dist/index.d.ts')) throw new Error('dist/index.d.ts was not written');
