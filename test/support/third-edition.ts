/** The program with a third edition: the list of editions has one line more, and what is generated from it is made anew. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { JsonSchema } from '../../src/form/schema/schema.js';
import type * as library from '../../src/index.js';
import type { runCli } from './run-cli.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a tool maker and a user have of the program. */
export interface Program {
  readonly library: typeof library;
  readonly runCli: typeof runCli;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
}

async function bundled(folder: string, name: string, entry: string, instead: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
  const outfile = join(folder, `${name}.js`);
  await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
    plugins: [
      {
        name: 'third-edition',
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const own = path.slice(root.length).replaceAll('\\', '/');
            const text = instead[own] ?? readFileSync(path, 'utf8');
            return { loader: 'ts', contents: text.replace(/(?<!['"])\bimport\.meta\.url\b(?!['"])/g, JSON.stringify(pathToFileURL(path).href)) };
          });
        },
      },
    ],
  });
  return (await import(pathToFileURL(outfile).href)) as Record<string, unknown>;
}

/** The program with the edition of `e2027.ts` behind the others; `remove` takes its files away. */
export async function withThirdEdition(): Promise<{ readonly program: Program; readonly remove: () => void }> {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'edition-'));
  const LIST = 'src/form/editions/list.ts';
  const list = readFileSync(join(root, LIST), 'utf8').replace(
    "import { e2021 } from './e2021.js';",
    "$&\nimport { e2027 } from '../../../test/support/e2027.js';",
  );
  const instead = { [LIST]: list.replace('e2021] as const', 'e2021, e2027] as const') };
  const made = (await bundled(
    folder,
    'generate',
    `import { validatorModule } from './scripts/generate/compile.js';
     import { schemas as all } from './scripts/generate/files.js';
     import { rules } from './src/judge/rules/index.js';
     export const schemas = all(rules);
     export const validator = validatorModule(schemas.report ?? {});`,
    instead,
  )) as { readonly schemas: Program['schemas']; readonly validator: string };
  const program = (await bundled(
    folder,
    'program',
    `export * as library from './src/index.js';
     export { runCli } from './test/support/run-cli.js';`,
    { ...instead, 'src/form/schema/generated/report.ts': made.validator },
  )) as Pick<Program, 'library' | 'runCli'>;
  return { program: { ...program, schemas: made.schemas }, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
