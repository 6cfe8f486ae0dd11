/** The way through the house: which folder may know which. Reads the imports of every source file. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fc, SEED } from './support/properties.js';

const root = fileURLToPath(new URL('../', import.meta.url));

interface Import {
  /** The importing file, below the project root, with slashes. */
  readonly from: string;
  /** The imported file (`.ts`) below the project root, or the name of a package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

const files = filesIn('src');

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g;

function importsOf(from: string): readonly Import[] {
  const text = readFileSync(join(root, from), 'utf8');
  return [...text.matchAll(IMPORT)].map(([, type, named, dynamic]) => {
    const name = (named ?? dynamic)!;
    const to = name.startsWith('.') ? posix.join(posix.dirname(from), name).replace(/\.js$/, '.ts') : name;
    return { from, to, typeOnly: type !== undefined };
  });
}

const imports = files.flatMap(importsOf);

/** The imports from files in one place that go where they must not, as `from → to`. */
function forbidden(from: RegExp, to: RegExp, except?: (edge: Import) => boolean): readonly string[] {
  return imports.filter((edge) => from.test(edge.from) && to.test(edge.to) && !except?.(edge)).map((edge) => `${edge.from} → ${edge.to}`);
}

/** The floors, from the ground up: a file imports from its own floor and from those below. `src/index.ts` stands on top. */
const FLOORS = ['base', 'form', 'read', 'judge', 'write', 'app'];

const floorOf = (file: string): number => (file === 'src/index.ts' ? FLOORS.length : FLOORS.indexOf(file.split('/')[1]!));

const MACHINE = /^src\/app\/(?:cli|node)\//;
const isCore = (file: string): boolean => !MACHINE.test(file);

test('the imports of the project are read', () => {
  assert.ok(files.length > 60, `${files.length} files`);
  assert.ok(imports.some(({ from, to }) => from === 'src/read/index.ts' && to === 'src/read/recognise/report.ts'));
  assert.ok(
    imports.some(({ from, to }) => from === 'src/write/result/index.ts' && to === 'src/write/result/pretty.ts'),
    'dynamic imports too',
  );
  assert.ok(imports.some(({ from, to, typeOnly }) => from === 'src/judge/judge.ts' && to === 'src/judge/diagnostic.ts' && typeOnly));
  const known = new Set(files);
  const missing = imports.filter(({ to }) => to.startsWith('src/') && !known.has(to));
  assert.deepEqual(missing, [], 'every relative import is a file that was read');
});

test('the house has six floors, and every import goes down or stays', () => {
  assert.deepEqual(readdirSync(join(root, 'src')).sort(), [...FLOORS, 'index.ts'].sort());
  const up = imports.filter(({ from, to }) => to.startsWith('src/') && floorOf(to) > floorOf(from));
  assert.deepEqual(
    up.map(({ from, to }) => `${from} → ${to}`),
    [],
  );
  const outside = imports.filter(({ to }) => /^(?:test|scripts|bench)\//.test(to));
  assert.deepEqual(outside, [], 'nothing that is shipped needs what is not');
});

/** The circles of a graph, each as the sorted files in it (Tarjan). */
function circles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.get(node)!);
    open.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (open.includes(next)) low.set(node, Math.min(low.get(node)!, low.get(next)!));
    }
    if (low.get(node) !== index.get(node)) return;
    const circle = open.splice(open.indexOf(node)).sort();
    if (circle.length > 1 || graph.get(node)?.includes(node)) found.push(circle);
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}

test('no files go round in a circle', () => {
  assert.deepEqual(
    circles(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['b', 'd']],
        ['d', []],
      ]),
    ),
    [['b', 'c']],
  );
  assert.deepEqual(circles(new Map(files.map((file) => [file, imports.filter(({ from }) => from === file).map(({ to }) => to)]))), []);
});

test('the core runs in a browser: no module of Node, no process, no Buffer', () => {
  assert.deepEqual(
    forbidden(/^src\//, /^node:/, ({ from }) => MACHINE.test(from)),
    [],
  );
  const globals = files.filter(isCore).flatMap((file) => {
    const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '');
    return [...code.matchAll(/(?<![.\w])(?:process|Buffer|__dirname|__filename|require|setImmediate)\b(?!\s*[:?(]\s*(?:string|readonly|number))/g)].map(
      ([word]) => `${file}: ${word}`,
    );
  });
  assert.deepEqual(globals, []);
});

test('the core knows nothing of the command line', () => {
  assert.deepEqual(
    forbidden(/^src\//, MACHINE, ({ from }) => MACHINE.test(from)),
    [],
  );
  assert.deepEqual(
    forbidden(/^src\//, /^(?:commander|tinyglobby)$/, ({ from }) => MACHINE.test(from)),
    [],
  );
});

test('readers of formats know no recognition; recognition knows no format', () => {
  assert.deepEqual(forbidden(/^src\/read\/formats\//, /^src\/read\/recognise\//), []);
  assert.deepEqual(forbidden(/^src\/read\/recognise\//, /^src\/read\/formats\//), []);
});

test('rules see the model and the forms, not the file they came from', () => {
  assert.deepEqual(forbidden(/^src\/judge\//, /^src\/read\//), []);
});

test('no rule imports another rule', () => {
  assert.deepEqual(forbidden(/^src\/judge\/rules\/[^/]+\/[^/]+\.ts$/, /^src\/judge\/rules\/[^/]+\/[^/]+\.ts$/), []);
});

test('reporters see diagnostics, and of the rest only names, forms and what knows no report', () => {
  const allowed = /^src\/(?:write\/result\/|form\/editions\/|base\/|judge\/diagnostic\.ts$|form\/model\/(?:names|pointer)\.ts$)/;
  const others = imports.filter(
    ({ from, to, typeOnly }) =>
      from.startsWith('src/write/result/') &&
      to.startsWith('src/') &&
      !allowed.test(to) &&
      !(typeOnly && /^src\/(?:judge\/(?:rule|run\/shard)|write\/view\/view)\.ts$/.test(to)),
  );
  assert.deepEqual(
    others.map(({ from, to }) => `${from} → ${to}`),
    [],
  );
});

test('writers of reports see the model, no judge', () => {
  assert.deepEqual(forbidden(/^src\/write\/report\//, /^src\/(?:read|judge)\//), []);
});

test('the forms stand on their own', () => {
  assert.deepEqual(forbidden(/^src\/form\/editions\//, /^src\/(?!form\/editions\/)/), []);
});

test('every property of the tests has the seed of the run: one file alone takes in fast-check', () => {
  const takers = [...filesIn('test'), ...filesIn('bench')].flatMap(importsOf).filter(({ to }) => to === 'fast-check');
  assert.deepEqual(
    takers.map(({ from }) => from),
    ['test/support/properties.ts'],
  );
  assert.equal(fc.readConfigureGlobal().seed, SEED);
});

test('the page on architecture names every folder of the source and every package', () => {
  const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

  assert.deepEqual(
    FLOORS.map((name) => `\`src/${name}/\``).filter((name) => !page.split('\n').some((line) => line.startsWith('| `') && line.includes(name))),
    [],
  );
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly devDependencies: Readonly<Record<string, string>> };
  assert.deepEqual(
    Object.keys(devDependencies).filter((name) => !page.includes(name)),
    [],
  );
});
