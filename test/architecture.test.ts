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

const MACHINE = /^src\/(?:cli|node)\//;
const isCore = (file: string): boolean => !MACHINE.test(file);

test('the imports of the project are read', () => {
  assert.ok(files.length > 60, `${files.length} files`);
  assert.ok(imports.some(({ from, to }) => from === 'src/pipeline.ts' && to === 'src/recognise/report.ts'));
  assert.ok(
    imports.some(({ from, to }) => from === 'src/reporters/index.ts' && to === 'src/reporters/pretty.ts'),
    'dynamic imports too',
  );
  assert.ok(imports.some(({ from, to, typeOnly }) => from === 'src/pipeline.ts' && to === 'src/diagnostic.ts' && typeOnly));
  const known = new Set(files);
  const missing = imports.filter(({ to }) => to.startsWith('src/') && !known.has(to));
  assert.deepEqual(missing, [], 'every relative import is a file that was read');
});

test('the core runs in a browser: no module of Node, no process, no Buffer', () => {
  assert.deepEqual(forbidden(/^src\/(?!cli\/|node\/)/, /^node:/), []);
  const globals = files.filter(isCore).flatMap((file) => {
    const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '');
    return [...code.matchAll(/(?<![.\w])(?:process|Buffer|__dirname|__filename|require|setImmediate)\b(?!\s*[:?(]\s*(?:string|readonly|number))/g)].map(
      ([word]) => `${file}: ${word}`,
    );
  });
  assert.deepEqual(globals, []);
});

test('the core knows nothing of the command line', () => {
  assert.deepEqual(forbidden(/^src\/(?!cli\/|node\/)/, /^src\/(?:cli|node)\//), []);
  assert.deepEqual(
    forbidden(/^src\//, /^(?:commander|tinyglobby)$/, ({ from }) => MACHINE.test(from)),
    [],
  );
});

test('only the pipeline, the library and the command see all stages', () => {
  const stages = /^src\/(?:source|recognise|rules|reporters|writers)\//;
  const all = files.filter((file) => {
    const seen = new Set(imports.filter((edge) => edge.from === file && !edge.typeOnly).flatMap(({ to }) => stages.exec(to)?.[0] ?? []));
    return isCore(file) && seen.has('src/recognise/') && seen.has('src/rules/');
  });
  assert.deepEqual(all, ['src/pipeline.ts']);
});

test('readers know the model at most, no later stage', () => {
  // Data comes with its keys: which form they make up is the one question of recognition that its reader asks.
  const asksForm = ({ from, to }: Import): boolean => from === 'src/source/json/index.ts' && to === 'src/recognise/edition.ts';
  assert.deepEqual(forbidden(/^src\/source\//, /^src\/(?:recognise|rules|reporters|writers|claims|solve|pipeline|index)\b/, asksForm), []);
});

test('recognition knows neither rules nor reporters', () => {
  assert.deepEqual(forbidden(/^src\/recognise\//, /^src\/(?:rules|reporters|writers|claims|solve|pipeline|index)\b/), []);
});

test('rules see the model and the forms, not the file they came from', () => {
  assert.deepEqual(
    forbidden(
      /^src\/rules\//,
      /^src\/(?:source|recognise|reporters|writers|pipeline|index)\b/,
      ({ typeOnly, to }) => typeOnly && to === 'src/source/document.ts',
    ),
    [],
  );
});

test('no rule imports another rule', () => {
  assert.deepEqual(forbidden(/^src\/rules\/[^/]+\/[^/]+\.ts$/, /^src\/rules\/[^/]+\/[^/]+\.ts$/), []);
});

test('reporters see diagnostics, and of the rest only names, forms, text and packages', () => {
  const allowed = /^src\/(?:reporters\/|editions\/|office\/|text\/|diagnostic\.ts$|errors\.ts$|version\.ts$|model\/(?:names|pointer)\.ts$)/;
  const others = imports.filter(
    ({ from, to, typeOnly }) =>
      from.startsWith('src/reporters/') && to.startsWith('src/') && !allowed.test(to) && !(typeOnly && /^src\/(?:rules\/rule|view\/view)\.ts$/.test(to)),
  );
  assert.deepEqual(
    others.map(({ from, to }) => `${from} → ${to}`),
    [],
  );
});

test('writers see the model, no rule and no reader', () => {
  assert.deepEqual(
    forbidden(
      /^src\/writers\//,
      /^src\/(?:source|recognise|rules|reporters|claims|solve|pipeline|index)\b/,
      ({ typeOnly, to }) => typeOnly && to === 'src/source/document.ts',
    ),
    [],
  );
});

test('views see the document and the model, no rule and no reporter', () => {
  assert.deepEqual(forbidden(/^src\/view\//, /^src\/(?:recognise|rules|reporters|claims|solve|pipeline|index)\b/), []);
});

test('the forms and the model stand on their own', () => {
  assert.deepEqual(forbidden(/^src\/editions\//, /^src\/(?!editions\/)/), []);
  assert.deepEqual(forbidden(/^src\/model\//, /^src\/(?!model\/|editions\/|text\/|diagnostic\.ts|source\/document\.ts)/), []);
  assert.deepEqual(forbidden(/^src\/text\//, /^src\/(?!text\/)/), []);
});

test('packages and workbooks know text, and nothing of reports', () => {
  assert.ok(imports.some(({ from }) => from === 'src/office/workbook.ts'));
  assert.deepEqual(forbidden(/^src\/office\//, /^src\/(?!office\/|text\/)/), []);
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
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  assert.deepEqual(
    folders.map(({ name }) => `\`src/${name}/\``).filter((name) => !page.split('\n').some((line) => line.startsWith('| `') && line.includes(name))),
    [],
  );
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly devDependencies: Readonly<Record<string, string>> };
  assert.deepEqual(
    Object.keys(devDependencies).filter((name) => !page.includes(name)),
    [],
  );
});
