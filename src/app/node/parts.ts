/** The files that the program brings with it, wherever they are kept: in the folder of the package, or inside an executable. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the program asks of its own files. */
export interface Parts {
  /** Text of a file such as `schemas/report-2021.json`. Undefined when there is none. */
  text(name: string): string | undefined;
  /** Names of the files in a folder, sorted. */
  folder(name: string): readonly string[];
  /** The script of a thread of the pool: the path of a file, or with `eval` its text. */
  readonly thread: { readonly script: string; readonly eval: boolean };
}

/** The files below the folder of package.json. */
export function partsIn(root: string): Parts {
  return {
    text: (name) => {
      try {
        return readFileSync(join(root, name), 'utf8');
      } catch {
        return undefined;
      }
    },
    folder: (name) => readdirSync(join(root, name)).sort(),
    thread: { script: join(root, 'bin', 'worker.js'), eval: false },
  };
}
