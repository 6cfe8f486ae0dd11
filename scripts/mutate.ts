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

/** What takes longer than any test file does has failed. */
const LONGEST = 10 * 60_000;

/** Whether a compiled test file passes, of whose tests only those are run whose names the pattern has. */
function passes(file: string, pattern?: string): boolean {
  const only = pattern === undefined ? [] : [`--test-name-pattern=${pattern}`];
  return spawnSync(process.execPath, ['--enable-source-maps', ...only, file], { stdio: 'ignore', timeout: LONGEST }).status === 0;
}

/** The tests of a floor, with the files that each takes in, and how many mutants it has killed. */
interface Floor {
  readonly tests: readonly string[];
  readonly compiled: Compiled;
  readonly killed: Map<string, number>;
  /** Whether a test passes without any change: asked when it fails with one. */
  readonly sound: Map<string, boolean>;
}

const floors = new Map<string, Floor>();

async function floorOf(name: string): Promise<Floor> {
  const known = floors.get(name);
  if (known) return known;
  const tests = readdirSync(join('test', name))
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `test/${name}/${file}`);
  const made = { tests, compiled: await compileTests(tests.map((test) => [test])), killed: new Map<string, number>(), sound: new Map<string, boolean>() };
  floors.set(name, made);
  return made;
}

function isSound({ tests, compiled, sound }: Floor, test: string): boolean {
  const known = sound.get(test) ?? passes(compiled.files[tests.indexOf(test)]!);
  if (!known && !sound.has(test)) console.error(`${test} fails without any change, and is left out`);
  sound.set(test, known);
  return known;
}

/** The test that notices the mutant, `build` when it does not compile, undefined when nothing does. */
async function killerOf(mutant: Mutant): Promise<string | undefined> {
  const floor = await floorOf(mutant.file.split('/')[1]!);
  const { taken } = floor.compiled;
  const weight = (test: string): number => taken.get(test)!.size;
  const relevant = floor.tests
    .filter((test) => taken.get(test)!.has(mutant.file))
    .sort((a, b) => (floor.killed.get(b) ?? 0) - (floor.killed.get(a) ?? 0) || weight(a) - weight(b));
  const [, rule] = /^src\/judge\/rules\/([^/]+\/[^/]+)\.ts$/.exec(mutant.file) ?? [];
  const text = readFileSync(mutant.file, 'utf8');
  writeFileSync(mutant.file, mutated(text, mutant));
  try {
    const compiled = await compileTests(relevant.map((test) => [test])).catch(() => undefined);
    if (!compiled) return 'build';
    try {
      const own = relevant.indexOf('test/judge/rules.test.ts');
      if (rule !== undefined && own !== -1 && !passes(compiled.files[own]!, `^${rule}:`)) return 'its examples';
      const killer = relevant.find((test, index) => floor.sound.get(test) !== false && !passes(compiled.files[index]!) && isSound(floor, test));
      if (killer !== undefined) floor.killed.set(killer, (floor.killed.get(killer) ?? 0) + 1);
      return killer;
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
for (const { compiled } of floors.values()) compiled.remove();
process.chdir(root);
process.exit();
