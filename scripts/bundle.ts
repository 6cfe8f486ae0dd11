/** How the shipped files are bundled. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';

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

/** In the command zlib does what the portable module does elsewhere; `src/node/deflate.ts` itself still finds the portable one. */
const nativeDeflate: Plugin = {
  name: 'native-deflate',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/deflate\.js$/ }, () => ({ path: join(root, 'src', 'node', 'deflate.ts') }));
  },
};

/** The library, for Node and browsers, into `folder`. */
export async function bundleLibrary(folder: string): Promise<Metafile> {
  const { metafile } = await build({ ...shared, platform: 'browser', target: 'es2022', entryPoints: { index: 'src/index.ts' }, outdir: folder });
  return metafile;
}

/** The command and its worker into `folder`; every part is a file of its own that is loaded when it is needed. */
export async function bundleCommand(folder: string): Promise<Metafile> {
  const { metafile } = await build({
    ...shared,
    platform: 'node',
    target: 'node20',
    entryPoints: { bin: 'src/cli/bin.ts', worker: 'src/node/worker.ts' },
    outdir: folder,
    plugins: [nativeDeflate],
    // commander is CommonJS and asks for Node's own modules with require.
    banner: { js: "import { createRequire as __createRequire } from 'node:module';const require=__createRequire(import.meta.url);" },
  });
  return metafile;
}
