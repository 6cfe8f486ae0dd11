/** Builds dist/: the library, the command, the offline page, the types, and the licences of what is bundled. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Metafile } from 'esbuild';
import { bundleCommand, bundleLibrary } from './bundle.js';
import { bundlePage } from './page.js';

process.chdir(fileURLToPath(new URL('../', import.meta.url)));
rmSync('dist', { recursive: true, force: true });
const [library, command, page] = await Promise.all([bundleLibrary('dist'), bundleCommand('dist/cli'), bundlePage()]);
writeFileSync('dist/page.html', page.html);
const bundles = [library, command, ...page.metafiles];
execFileSync(process.execPath, [createRequire(import.meta.url).resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json'], { stdio: 'inherit' });

/** Folders of the packages that a bundle holds. */
function packagesIn({ inputs }: Metafile): readonly string[] {
  return Object.keys(inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
}

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Readonly<Record<string, string>>;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!license) throw new Error(`${name} names no licence`);
  const text = file === undefined ? 'The package names its licence and brings no text of it.' : readFileSync(join(folder, file), 'utf8').trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}

const folders = [...new Set(bundles.flatMap(packagesIn))].sort();
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', folders.map(licenceOf).join(`\n${'-'.repeat(78)}\n\n`));

// npx finds the command of the packages a project has installed, not its own: in a clone it is put beside theirs.
const commands = join('node_modules', '.bin');
mkdirSync(commands, { recursive: true });
if (process.platform === 'win32') {
  writeFileSync(join(commands, 'gov-report.cmd'), '@node "%~dp0\\..\\..\\bin\\gov-report.js" %*\r\n');
} else {
  const link = join(commands, 'gov-report');
  rmSync(link, { force: true });
  symlinkSync(join('..', '..', 'bin', 'gov-report.js'), link);
  chmodSync(join('bin', 'gov-report.js'), 0o755);
}
