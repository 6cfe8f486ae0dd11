// Compiles test files and what they import, all at once: two seconds instead of one for every file.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Every module goes on believing that it stands where its source does. */
const ownUrl = {
  name: 'own-url',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replace(/(?<!['"])\bimport\.meta\.url\b(?!['"])/g, JSON.stringify(pathToFileURL(path).href)),
    }));
  },
};

/** Compiles these files into a folder of their own below node_modules, where packages are found; `remove` takes it away. */
export async function compileTests(files) {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'tests-'));
  await build({
    absWorkingDir: root,
    entryPoints: files.map((file) => relative(root, join(process.cwd(), file))),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    outbase: root,
    outdir: folder,
    sourcemap: 'linked',
    logLevel: 'warning',
    plugins: [ownUrl],
  });
  return {
    files: files.map((file) => join(folder, file.replace(/\.ts$/, '.js'))),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
