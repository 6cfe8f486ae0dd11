/**
 * Makes a release: npm run release -- <version> [--date YYYY-MM-DD]
 * Checks that everything holds, gives the version to the package and the date (today's) to what the changelog lists as
 * unreleased, commits, tags, and packs. Nothing is sent anywhere: what to push is said at the end.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { releaseNotes, withRelease } from './changelog.js';

process.chdir(fileURLToPath(new URL('../', import.meta.url)));
const words = process.argv.slice(2);
const at = words.indexOf('--date');
const date = at === -1 ? new Date().toISOString().slice(0, 10) : (words[at + 1] ?? '');
const [version = ''] = words;

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
const run = (command: string, ...args: readonly string[]): void => void execFileSync(command, args, { stdio: 'inherit' });
const ask = (command: string, ...args: readonly string[]): string => execFileSync(command, args, { encoding: 'utf8' }).trim();

if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version) || !/^\d{4}-\d\d-\d\d$/.test(date)) {
  stop('usage: npm run release -- <version> [--date YYYY-MM-DD]');
}
if (ask('git', 'status', '--porcelain') !== '') stop('there are changes that are not committed');
if (ask('git', 'tag', '--list', `v${version}`) !== '') stop(`the tag v${version} is there already`);

run('npm', 'run', '--silent', 'ready');
run('npm', 'version', '--no-git-tag-version', '--allow-same-version', version);
writeFileSync('CHANGELOG.md', withRelease(readFileSync('CHANGELOG.md', 'utf8'), version, date));
// The version stands in generated files and in the build.
run('npm', 'run', '--silent', 'generate');
run('npm', 'run', '--silent', 'build');
run('npm', 'run', '--silent', 'check:package');
run('git', 'add', '--all');
run('git', 'commit', '--message', `Release ${version}`);
run('git', 'tag', '--annotate', `v${version}`, '--message', `gov-report ${version}`);

// What users download: one entry a file or folder. A further artefact (an executable, the offline page) is one more line.
const folder = `dist/release/${version}`;
const artefacts = [
  () => run('npm', 'pack', '--pack-destination', folder),
  () => run('node', '--import', 'tsx', 'scripts/exe/index.ts', '--out', folder),
  () => copyFileSync('dist/page.html', `${folder}/gov-report-${version}.html`),
];
mkdirSync(folder, { recursive: true });
for (const make of artefacts) make();
const checksums = readdirSync(folder).map(
  (name) =>
    `${createHash('sha256')
      .update(readFileSync(`${folder}/${name}`))
      .digest('hex')}  ${name}\n`,
);
writeFileSync(`${folder}/SHA256SUMS`, checksums.join(''));
writeFileSync(`${folder}/notes.md`, releaseNotes(readFileSync('CHANGELOG.md', 'utf8'), version));
console.log(`${folder} is ready; git push --follow-tags sends the commit and the tag`);
