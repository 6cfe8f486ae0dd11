/**
 * Writes the beginning of a rule: npm run new -- rule <group>/<name>
 * Every word that its author owes is an empty text; the rule's tests fail until it is written (npm run dev -- <group>/<name>).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('../', import.meta.url)));
const [kind, id = ''] = process.argv.slice(2);
const folder = 'src/judge/rules';
const groups = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const [group, name] = /^([a-z]+)\/([a-z]+(?:-[a-z]+)*)$/.exec(id)?.slice(1) ?? [];

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

if (kind !== 'rule' || group === undefined) stop('usage: npm run new -- rule <group>/<name>, in lower case with hyphens');
if (!groups.includes(group)) stop(`no group ${group}: ${groups.join(', ')} (a new group is a new folder in ${folder})`);
const file = `${folder}/${group}/${name}.ts`;
if (existsSync(file)) stop(`${file} is there already`);

mkdirSync(dirname(file), { recursive: true });
writeFileSync(
  file,
  `import { defineRule } from '../../rule.js';
import { form } from '../basis.js';

export default defineRule({
  id: '${id}',
  severity: 'warning',
  basis: form(''),
  docs: {
    zh: { title: '', what: '', why: '', fix: '' },
    en: { title: '', what: '', why: '', fix: '' },
  },
  message: { zh: { found: '' }, en: { found: '' } },
  examples: {
    good: [{ name: '' }],
    bad: [{ name: '', set: { '/sections/4/paragraphs/0': '' }, expect: ['/sections/4/paragraphs/0'] }],
  },
  *check(_report, { paragraphs }) {
    for (const { pointer, text } of paragraphs) {
      if (text === '') yield { on: pointer };
    }
  },
});
`,
);
const { status } = spawnSync('npm', ['run', '--silent', 'generate'], { stdio: 'inherit', shell: process.platform === 'win32' });
console.log(`${file}: write its words and its check, then npm run dev -- ${id}`);
process.exitCode = status ?? 1;
