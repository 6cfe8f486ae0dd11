/** Many inputs, a result for each: where it goes below the output folder, and what became of every file. */
import { slashed } from '../../base/glob.js';
import { INSIDE } from '../archive.js';
import { uncheckedOutcome } from '../outcome.js';
import { createCrashes } from './crashes.js';
import { emit } from './emit.js';
import type { Input } from './host.js';
import { findInputs, type Inputs, isAside } from './inputs.js';
import { createProgress } from './progress.js';
import type { Session } from './session.js';
import { UsageError } from './usage-error.js';

/** What a command makes of one input. */
export interface Made {
  readonly content: string | Uint8Array;
  /** The extension that says what it is, with its dot. */
  readonly extension: string;
  /** Extensions of files that are there which it may replace at this path; any when undefined. */
  replaceable(path: string): readonly string[] | undefined | Promise<readonly string[] | undefined>;
  /** Lines for people, given the name of the file that was written. */
  said(file: string): readonly string[];
}

const GLOB = /[*?[{(!]/;

/** Whether an output is a folder: its name ends in a slash, or there is one. */
export function isFolderOutput(output: string | undefined, { host }: Session): output is string {
  return output !== undefined && (/[/\\]$/.test(output) || host.files.isFolder(output));
}

/** Whether the paths of the command line may stand for more than one input. */
export function standForMany(paths: readonly string[], { host }: Session): boolean {
  const [path = '-'] = paths;
  return paths.length > 1 || host.files.isFolder(path) || (path !== '-' && GLOB.test(path.replace(/\.zip!\//gi, '/')) && !host.files.isFile(path));
}

/** The inputs of a command that writes into a folder; what lies in that folder is none. Errors: UsageError for standard input. */
export async function inputsOfTree(session: Session, paths: readonly string[], folder: string | undefined): Promise<Inputs> {
  const { texts } = session;
  if (paths.includes('-')) throw new UsageError(texts.stdinWithFolder);
  const found = await findInputs(session, paths, texts.stdin, []);
  if (folder === undefined) return found;
  const outside = outsideOf(found, [folder], session);
  if (outside.items.length === 0 && found.items.length > 0) throw new UsageError(texts.folderIsInput(folder));
  return outside;
}

/** The inputs that lie in none of the folders that the run writes into. */
export function outsideOf(found: Inputs, folders: readonly string[], { host }: Session): Inputs {
  const inside = folders.map((folder) => `${slashed(host.files.beside('', folder).path).replace(/\/$/, '')}/`);
  return { ...found, items: found.items.filter((item) => 'failed' in item || !inside.some((top) => slashed(item.input.path ?? '').startsWith(top))) };
}

/** The folder that the tree of a path begins at: a folder itself, of a glob the part without signs, of a file that in which it lies. */
function topOf(path: string, { host }: Session): string {
  const whole = slashed(host.files.beside('', path).path);
  if (host.files.isFolder(path)) return whole;
  if (host.files.isFile(path)) return /\.zip$/i.test(whole) ? `${whole}!` : whole.slice(0, whole.lastIndexOf('/'));
  const parts = whole.split('/');
  const signs = parts.findIndex((part) => GLOB.test(part));
  return parts.slice(0, signs === -1 ? -1 : signs).join('/');
}

/** Where each input goes below the output folder, without its extension: the tree below what was named; of several folders each under its own name. */
function placesOf(paths: readonly string[], session: Session): (input: Input) => string {
  const tops = paths.map((path) => topOf(path, session)).sort((a, b) => b.length - a.length);
  const folders = paths.filter((path) => session.host.files.isFolder(path)).length;
  return ({ path = '' }) => {
    const whole = slashed(path);
    const top = tops.find((each) => whole.startsWith(`${each}/`)) ?? '';
    const own = folders > 1 && session.host.files.isFolder(top) ? `${top.slice(top.lastIndexOf('/') + 1)}/` : '';
    const below = own + whole.slice(top.length + 1);
    const steps = below.replaceAll(`.zip${INSIDE}`, '/').split('/');
    // An archive may name its files as it likes.
    return steps.filter((step) => !['', '.', '..'].includes(step)).join('/');
  };
}

const withoutExtension = (path: string): string => path.replace(/(?<=[^/])\.[^./]*$/, '');

/** The names given out so far: a second input of a name, such as 甲.doc beside 甲.docx, keeps its extension before the new one. */
function createNames(): (place: string, extension: string) => string {
  const taken = new Set<string>();
  return (place, extension) => {
    const stem = withoutExtension(place);
    const kept = place.toLowerCase().endsWith(extension.toLowerCase()) ? place : stem + extension;
    const numbered = (count: number): string => `${stem}(${count})${extension}`;
    const free = (name: string): boolean => !taken.has(name.normalize().toLowerCase());
    let name = [kept, place + extension].find(free);
    for (let count = 2; name === undefined; count += 1) name = free(numbered(count)) ? numbered(count) : undefined;
    taken.add(name.normalize().toLowerCase());
    return name;
  };
}

/**
 * Makes a file of each input and writes it below `folder` (or only says what it would be, when there is none). A file that cannot be read, made or
 * written is said in its turn and costs no other. Resolves to the exit code: 0 all written, 2 some not, 3 a bug.
 */
export async function makeEach(
  session: Session,
  paths: readonly string[],
  { items, skipped: listed }: Inputs,
  folder: string | undefined,
  others: readonly string[],
  make: (bytes: Uint8Array, input: Input) => Promise<Made>,
): Promise<number> {
  const { host, lang, texts } = session;
  const crashes = createCrashes(session);
  const progress = createProgress(host, texts, items.length);
  const placeOf = placesOf(paths, session);
  const nameOf = createNames();
  const inputs = [...items.flatMap((item) => ('input' in item ? (item.input.path ?? []) : [])), ...others];
  const skipped = listed.map(({ file }) => file);
  let written = 0;
  let failed = 0;
  const say = (line: string): void => {
    progress.clear();
    host.stderr.write(`${line}\n`);
  };
  const write = async (made: Made, input: Input): Promise<void> => {
    if (folder === undefined) {
      for (const line of made.said(input.name)) say(line);
      return;
    }
    const path = `${folder.replace(/[/\\]+$/, '')}/${nameOf(placeOf(input), made.extension)}`;
    host.files.makeFolder(path.slice(0, path.lastIndexOf('/')));
    await emit(session, made.content, path, inputs, await made.replaceable(path));
    for (const line of made.said(path)) say(line);
  };
  for (const item of items) {
    if ('failed' in item) {
      failed += 1;
      say(texts.notDone(item.failed.file, item.failed.error.message + item.failed.error.help));
      continue;
    }
    try {
      await write(await make(await host.files.read(item.input.path!), item.input), item.input);
      written += 1;
    } catch (error) {
      const { result, stack } = uncheckedOutcome(item.input.name, error, lang);
      if (isAside(item.input, result)) skipped.push(item.input.name);
      else {
        failed += 1;
        say(texts.notDone(item.input.name, `${result.error.message}${lang === 'zh' ? '' : ' '}${result.error.help}`));
        if (stack !== undefined) crashes.add(result, stack);
      }
    }
    progress.show(written + failed);
  }
  progress.clear();
  if (skipped.length > 0) say(texts.note(texts.skipped(skipped.length, skipped.join(texts.or))));
  say(folder === undefined ? texts.treeLooked(written, failed) : texts.treeWritten(written, failed, folder));
  if (await crashes.say()) return 3;
  return failed > 0 || written === 0 ? 2 : 0;
}
