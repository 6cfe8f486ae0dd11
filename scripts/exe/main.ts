/**
 * Where an executable starts. What the package keeps in files is here in assets: the command, the parts it loads when it needs them, the schemas
 * and the page. A thread of the pool runs this same script.
 */
import { getAsset } from 'node:sea';
import { isatty } from 'node:tty';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import type * as bin from '../../src/app/node/bin.js';
import type { Parts } from '../../src/app/node/parts.js';

const names: readonly string[] = JSON.parse(getAsset('names', 'utf8')) as readonly string[];
const bytesOf = (name: string): Buffer => Buffer.from(getAsset(name) as ArrayBuffer);
const text = (name: string): string | undefined => (names.includes(name) ? bytesOf(name).toString('utf8') : undefined);

const FOLDER = 'dist/cli/';
const loaded = new Map<string, { exports: unknown }>();

/** `require` of the command: a part beside it, or a module of Node. */
function load(name: string): unknown {
  if (!name.startsWith('./')) return require(name);
  const known = loaded.get(name);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  const filename = FOLDER + name.slice(2);
  const script = new Script(`(function (module, exports, require, __filename) {${text(filename)}\n})`, { filename });
  (script.runInThisContext() as (...values: readonly unknown[]) => void)(module, module.exports, load, `/${filename}`);
  return module.exports;
}

function loadCommand(): typeof bin {
  const module = { exports: {} };
  // The command is ASCII: read so, it takes one byte a character.
  const script = new Script(bytesOf(`${FOLDER}command.js`).toString('latin1'), { filename: `${FOLDER}command.js` });
  (script.runInThisContext() as (...values: readonly unknown[]) => void)(module, load);
  return module.exports as typeof bin;
}

function enter(): Promise<void> {
  return new Promise((done) => {
    process.stdin.once('data', () => {
      process.stdin.pause();
      done();
    });
  });
}

const command = loadCommand();
if (isMainThread) {
  const parts: Parts = {
    text,
    folder: (name) => names.flatMap((each) => (each.startsWith(`${name}/`) ? [each.slice(name.length + 1)] : [])).sort(),
    thread: { script: bytesOf('main.js').toString('utf8'), eval: true },
  };
  // On Windows the window belongs to the program; elsewhere it was started from one that stays.
  const pause = process.platform === 'win32' && isatty(0) ? enter : undefined;
  command.runExecutable(command.nodeHost(parts), command.main, [...command.commands.map(({ name }) => name), 'help'], pause).then((exitCode) => {
    process.exitCode = exitCode;
  });
} else command.work();
