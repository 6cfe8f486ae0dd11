/**
 * Says which small mistakes no test would notice: npm run mutate -- [folder or file …] [--count N] [--seed N]
 *
 * A seeded sample of one-line mutants (60, shared out over the names given) is made in a copy of the project, one at a time.
 * Each is run against the tests of its floor that take its file in, those that killed most so far first, up to the first
 * failure. What no test notices is printed; of each a person decides whether it means the same or a test is missing.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chance } from '../test/support/fuzz.js';
import { type Mutant, mutantsOf, mutated } from './mutants.js';

interface Compiled {
  readonly files: readonly string[];
  /** By test file: every file of the project that it takes in. */
  readonly taken: ReadonlyMap<string, ReadonlySet<string>>;
  remove(): void;
}

const root = fileURLToPath(new URL('../', import.meta.url));
process.chdir(root);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const targets = positionals.length > 0 ? positionals : ['src/read/recognise', 'src/judge/rules', 'src/judge/claims'];
const random = chance(Number(values.seed));

function sourcesIn(target: string): readonly string[] {
  if (!statSync(target).isDirectory()) return [target];
  const names = readdirSync(target, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(target, name).replaceAll('\\', '/'))
    .sort();
}

/** A sample of so many mutants without repetition. */
function sample(target: string, count: number): readonly Mutant[] {
  const pool = sourcesIn(target).flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')));
  return Array.from({ length: Math.min(count, pool.length) }, () => pool.splice(random(pool.length), 1)[0]!);
}

const folder = mkdtempSync(join(tmpdir(), 'gov-report-mutants-'));
const remove = (): void => rmSync(folder, { recursive: true, force: true });
process.on('exit', remove);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
const tracked = spawnSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout.split('\0');
for (const name of tracked) if (name !== '') cpSync(name, join(folder, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
symlinkSync(join(root, 'dist'), join(folder, 'dist'), 'junction');

const { compileTests } = (await import(pathToFileURL(join(folder, 'scripts/compile-tests.mjs')).href)) as {
  readonly compileTests: (groups: readonly (readonly string[])[]) => Promise<Compiled>;
};
process.chdir(folder);

/** Whether a compiled test file passes; what takes ten times as long as before has failed. */
function passes(file: string, pattern: string | undefined, usual: number): boolean {
  const only = pattern === undefined ? [] : [`--test-name-pattern=${pattern}`];
  const run = spawnSync(process.execPath, [...only, file], { stdio: 'ignore', timeout: 20_000 + 10 * usual });
  return run.status === 0;
}

interface Kept {
  readonly test: string;
  readonly usual: number;
  killed: number;
}

const floors = new Map<string, { readonly kept: readonly Kept[]; readonly taken: Compiled['taken'] }>();

/** The tests of a floor that pass without a change, and how long each takes. */
async function testsOf(floor: string): Promise<{ readonly kept: readonly Kept[]; readonly taken: Compiled['taken'] }> {
  const known = floors.get(floor);
  if (known) return known;
  const tests = readdirSync(join('test', floor))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `test/${floor}/${name}`);
  const compiled = await compileTests(tests.map((test) => [test]));
  const kept = tests.flatMap((test, index): readonly Kept[] => {
    const start = performance.now();
    if (!passes(compiled.files[index]!, undefined, 600_000)) {
      console.error(`${test} fails without any change, and is left out`);
      return [];
    }
    return [{ test, usual: performance.now() - start, killed: 0 }];
  });
  compiled.remove();
  const made = { kept, taken: compiled.taken };
  floors.set(floor, made);
  return made;
}

/** The test that notices the mutant, `build` when it does not compile, undefined when nothing does. */
async function killerOf(mutant: Mutant): Promise<string | undefined> {
  const { kept, taken } = await testsOf(mutant.file.split('/')[1]!);
  const text = readFileSync(mutant.file, 'utf8');
  const relevant = kept.filter(({ test }) => taken.get(test)?.has(mutant.file)).sort((a, b) => b.killed - a.killed || a.usual - b.usual);
  const [, rule] = /^src\/judge\/rules\/([^/]+\/[^/]+)\.ts$/.exec(mutant.file) ?? [];
  writeFileSync(mutant.file, mutated(text, mutant));
  try {
    const compiled = await compileTests(relevant.map(({ test }) => [test])).catch(() => undefined);
    if (!compiled) return 'build';
    try {
      const own = relevant.findIndex(({ test }) => test === 'test/judge/rules.test.ts');
      if (rule !== undefined && own !== -1 && !passes(compiled.files[own]!, `^${rule}:`, relevant[own]!.usual)) return 'its examples';
      const killer = relevant.find(({ usual }, index) => !passes(compiled.files[index]!, undefined, usual));
      if (killer) killer.killed += 1;
      return killer?.test;
    } finally {
      compiled.remove();
    }
  } finally {
    writeFileSync(mutant.file, text);
  }
}

const chosen = targets.flatMap((target, index) => {
  process.chdir(root);
  const count = Number(values.count);
  const mutants = sample(target, Math.floor(count / targets.length) + (index < count % targets.length ? 1 : 0));
  process.chdir(folder);
  return mutants;
});
const survivors: string[] = [];
for (const mutant of chosen) {
  const killer = await killerOf(mutant);
  const line = readFileSync(mutant.file, 'utf8').split('\n')[mutant.line - 1]!.trim();
  const told = `${mutant.file}:${mutant.line} ${mutant.from} → ${mutant.to === '' ? '(nothing)' : mutant.to}`;
  console.log(`${killer === undefined ? 'SURVIVED' : 'killed  '} ${told}  (${killer ?? line})`);
  if (killer === undefined) survivors.push(`${told}\n    ${line}`);
}
console.log(`\n${chosen.length} mutants, ${chosen.length - survivors.length} noticed, ${survivors.length} survived, seed ${values.seed}`);
for (const survivor of survivors) console.log(`  ${survivor}`);
process.chdir(root);
process.exit();
