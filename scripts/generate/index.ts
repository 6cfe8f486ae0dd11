/**
 * Writes everything that follows from the forms and the rules: schemas, the list of rules, compiled validators, rule pages.
 * With `--check` it writes nothing and fails when a file differs from what it would write.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createContext } from '../../src/judge/context.js';
import { judge } from '../../src/judge/engine.js';
import type { Rule } from '../../src/judge/rule.js';
import { examplePrevious, exampleReading, exampleRollUp } from '../../test/support/reading.js';
import { commandFiles } from './commands.js';
import { catalogueOrder, generatedFiles } from './files.js';
import type { RunExample } from './rule-page.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Files below a folder of the project, with forward slashes; none when the folder is not there. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'));
}

async function loadRules(): Promise<readonly Rule[]> {
  const ids = filesIn('src/judge/rules').flatMap((path) => /^src\/judge\/rules\/([^/]+\/[^/]+)\.ts$/.exec(path)?.[1] ?? []);
  return Promise.all(
    catalogueOrder(ids).map(async (id) => {
      const path = `src/judge/rules/${id}.ts`;
      const { default: rule } = (await import(pathToFileURL(join(root, path)).href)) as { readonly default?: Rule };
      if (rule?.id !== id) throw new Error(`${path} must export by default the rule ${id}, it exports ${rule?.id ?? 'none'}`);
      return rule;
    }),
  );
}

const run: RunExample = (rule, example, lang) =>
  judge(createContext(exampleReading(example), example.options, examplePrevious(example), exampleRollUp(example), example.run), [{ rule }], lang).diagnostics;

const profiles = new Map(
  filesIn('profiles')
    .toSorted()
    .map((path) => [/([^/]+)\.json$/.exec(path)![1]!, JSON.parse(readFileSync(join(root, path), 'utf8')) as unknown]),
);
const files = new Map([...generatedFiles(await loadRules(), run, profiles), ...(await commandFiles())]);
const owned = ['schemas', 'src/form/schema/generated', 'src/judge/profiles/generated', 'docs/rules'].flatMap(filesIn);
const stale = owned.filter((path) => !files.has(path));
const drifted = [...files].filter(([path, content]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== content);
const names = [...drifted.map(([path]) => path), ...stale.map((path) => `${path} (no longer made)`)];

if (!process.argv.includes('--check')) {
  for (const path of stale) rmSync(join(root, path));
  for (const [path, content] of drifted) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  console.log(names.length === 0 ? `${files.size} files, all up to date` : [`${files.size} files, changed:`, ...names].join('\n  '));
} else if (names.length > 0) {
  console.error(['these files differ from what npm run generate writes:', ...names].join('\n  '));
  process.exitCode = 1;
}
