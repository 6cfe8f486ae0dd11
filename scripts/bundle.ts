/** How the shipped files are bundled. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { pdfjs } from './pdfjs.js';

const root = fileURLToPath(new URL('../', import.meta.url));

const shared = {
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  format: 'esm',
  chunkNames: '[name]-[hash]',
  charset: 'utf8',
  // Names are kept: the stack of a bug is read by people.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
} as const satisfies BuildOptions;

/** In the command zlib does what the portable module does elsewhere; `src/app/node/deflate.ts` itself still finds the portable one. */
const nativeDeflate: Plugin = {
  name: 'native-deflate',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/deflate\.js$/ }, () => ({ path: join(root, 'src', 'app', 'node', 'deflate.ts') }));
  },
};

/** commander asks for programs of its own to start, which there are none of; net, dgram and streams would come with it. */
const noChildProcess: Plugin = {
  name: 'no-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?child_process$/ }, ({ path }) => ({ path, namespace: 'empty' }));
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }));
  },
};

/** chalk is told how many colours there are; what it would find out by itself as it starts is asked of nobody. */
const noColourGuess: Plugin = {
  name: 'no-colour-guess',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^#supports-color$/ }, ({ path }) => ({ path, namespace: 'no-colour' }));
    onLoad({ filter: /.*/, namespace: 'no-colour' }, () => ({ contents: 'export default { stdout: false, stderr: false };' }));
  },
};

/** The library, for Node and browsers, into `folder`. */
export async function bundleLibrary(folder: string): Promise<Metafile> {
  const { metafile } = await build({
    ...shared,
    platform: 'browser',
    target: 'es2022',
    entryPoints: { index: 'src/index.ts' },
    outdir: folder,
    plugins: [pdfjs],
  });
  return metafile;
}

/** Large parts that few runs need, each a file of its own beside the command: the file's name, and what is imported. */
const APART: Readonly<Record<string, string>> = {
  cheerio: 'cheerio/slim',
  hyparquet: 'hyparquet-writer',
  mammoth: 'mammoth',
  parse5: 'parse5',
  'pdf-cmaps': './src/read/formats/pdf/cmaps.ts',
  'pdf-parse': 'pdfjs-dist/legacy/build/pdf.worker.mjs',
  pdf: 'pdfjs-dist/legacy/build/pdf.mjs',
  tinyglobby: 'tinyglobby',
  'validate-config': './src/form/schema/generated/config.ts',
  'validate-diagnostics': './src/form/schema/generated/diagnostics.ts',
  'validate-report': './src/form/schema/generated/report.ts',
  'validate-suppressions': './src/form/schema/generated/suppressions.ts',
};

const apart: Plugin = {
  name: 'apart',
  setup({ onResolve }) {
    const nameOf = (imported: string): string | undefined => Object.entries(APART).find(([, entry]) => entry === imported)?.[0];
    onResolve({ filter: /^[^.]|\/generated\/|^\.\/cmaps\.js$/ }, ({ path, resolveDir }) => {
      const own = path.startsWith('.') ? `./${relative(root, join(resolveDir, path)).replaceAll('\\', '/').replace(/\.js$/, '.ts')}` : path;
      const file = nameOf(own);
      return file === undefined ? undefined : { path: `./${file}.cjs`, external: true };
    });
  },
};

/** Everything beyond ASCII as escapes, in texts and regular expressions alike: one byte a character is read at once and takes half the memory. */
function inAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The command into `folder`: one script whose parts run when they are needed, what V8 has compiled of it, and the packages that stay apart. */
export async function bundleCommand(folder: string): Promise<Metafile> {
  const options = { ...shared, splitting: false, format: 'cjs', platform: 'node', target: 'node20', outdir: folder } as const;
  const packages = await build({
    ...options,
    entryPoints: APART,
    outExtension: { '.js': '.cjs' },
    define: { 'import.meta.url': '__filename' },
    plugins: [pdfjs],
  });
  const { metafile, outputFiles } = await build({
    ...options,
    entryPoints: { command: 'src/app/node/bin.ts' },
    write: false,
    plugins: [nativeDeflate, noChildProcess, noColourGuess, apart],
    // A script that is no module has no import().
    supported: { 'dynamic-import': false },
    banner: { js: '(function (module, require) {' },
    footer: { js: '})' },
  });
  for (const { path, text } of outputFiles) writeFileSync(path, inAscii(text));
  execFileSync(process.execPath, [join(root, 'scripts', 'code-cache.mjs'), folder], { stdio: 'ignore' });
  return { inputs: { ...metafile.inputs, ...packages.metafile.inputs }, outputs: { ...metafile.outputs, ...packages.metafile.outputs } };
}
