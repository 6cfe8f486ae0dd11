/** `gov-report merge`: results of earlier runs, or of the parts of one, in any format of `lint`. */
import type { Command } from 'commander';
import { holdAgainstRoster } from '../../../judge/run/roster.js';
import { addToSummary, emptySummary, exitCodeOf, type Summary, verdictLine } from '../../../write/result/index.js';
import { mergeResults, readResults, type Stored } from '../../results.js';
import { about } from '../about.js';
import { createCrashes } from '../crashes.js';
import { lintFormats, openOutputs, outputSpecs } from '../outputs.js';
import { type ReportFlags, reportOptions } from '../report-options.js';
import { loadRoster } from '../roster.js';
import type { CommandModule, Session } from '../session.js';
import { loadBaseline } from '../settle.js';
import { sentenceOf } from '../texts.js';
import { UsageError } from '../usage-error.js';
import { collect, wholeNumber } from '../values.js';

interface MergeFlags extends ReportFlags {
  readonly format?: readonly string[];
  readonly baseline?: string;
  readonly roster?: string;
  readonly overwrite?: boolean;
}

/** Files with the same name in several results that are named in the note. */
const NAMED = 5;

function define(command: Command, { texts, lang }: Session): void {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  command
    .argument(`<${word('结果', 'results')}...>`, texts.mergeResults)
    .option(`-f, --format <${word('格式[:文件]', 'name[:file]')}>`, `${texts.lintFormat}${word('', ' ')}${lintFormats.join(texts.or)}`, collect)
    .option(`--baseline <${word('文件', 'file')}>`, texts.lintBaseline)
    .option(`--roster <${word('名册', 'file')}>`, texts.lintRoster)
    .option('--fingerprints', texts.lintFingerprints)
    .option('--overwrite', texts.overwrite)
    .option(`--max-warnings <${word('个数', 'n')}>`, texts.lintMaxWarnings, wholeNumber('--max-warnings', 0, texts))
    .option('--quiet', texts.lintQuiet)
    .option('--color', texts.lintColor)
    .option('--no-color', texts.lintNoColor);
}

/** The paths of the results; a pattern that the shell has left as it is stands for the files it matches. */
async function pathsOf(args: readonly string[], { host, texts }: Session, except: readonly string[]): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const path of args) {
    if (path !== '-' && host.files.isFolder(path)) throw new UsageError(texts.mergeFolder(path));
    if (path === '-' || host.files.isFile(path) || !/[*?[{]/.test(path)) paths.push(path);
    else {
      const { inputs, faults } = await host.files.list(path, except);
      if (faults[0]) await about(path, () => Promise.reject(faults[0]!.fault));
      paths.push(...inputs.map(({ name }) => name));
    }
  }
  return paths;
}

async function run(session: Session, args: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const flags = options as MergeFlags;
  const { host, lang, texts } = session;
  const specs = outputSpecs(flags.format, session);
  const paths = await pathsOf(
    args,
    session,
    specs.flatMap(({ path }) => path ?? []),
  );
  const stored: Stored[] = [];
  for (const path of paths) {
    stored.push(
      await about(path, async () => readResults(path === '-' ? await host.readStdin() : await host.files.read(path), path === '-' ? texts.stdin : path)),
    );
  }
  const { files, skipped, repeated } = mergeResults(stored);
  const roster = flags.roster === undefined ? undefined : await loadRoster(session, flags.roster);
  const known = flags.baseline === undefined ? undefined : await loadBaseline(session, flags.baseline);
  const inputs = [...paths.filter((path) => path !== '-'), ...[flags.baseline, flags.roster].flatMap((path) => path ?? [])];
  const outputs = await openOutputs(session, specs, reportOptions(session, flags), inputs, flags.overwrite, roster);
  const crashes = createCrashes(session);
  let summary: Summary = emptySummary;
  try {
    await outputs.write((stream) => stream.start());
    for (const file of files) {
      const { result, stack } = await outputs.file({ result: known ? known(file) : file });
      if (stack !== undefined) crashes.add(result, stack);
      summary = addToSummary(summary, result);
    }
    summary = { ...summary, skipped: skipped.length };
    const reports = files.map((result) => ({ file: result.file, unit: result.status === 'checked' ? result.unit : null }));
    await outputs.end(summary, { skipped, ...(roster ? { roster: holdAgainstRoster(flags.roster!, roster, reports) } : {}) });
    outputs.commit();
  } finally {
    outputs.discard();
  }
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { file } of files) {
    if (seen.has(file)) twice.add(file);
    seen.add(file);
  }
  const say = async (sentence: string): Promise<void> => void (await host.stderr.write(`${texts.note(sentence)}\n`));
  const apart = stored.filter(({ run }) => run.roster !== undefined || run.since !== undefined).map(({ name }) => name);
  if (apart.length > 0) await say(texts.mergeApart(apart.length, apart.slice(0, NAMED).join(texts.or)));
  if (repeated.length > 0) await say(texts.mergeRepeated(repeated.length, repeated.join(texts.or)));
  if (twice.size > 0) await say(texts.mergeTwice(twice.size, [...twice].slice(0, NAMED).join(texts.or)));
  if (!specs.some(({ path }) => path === undefined)) await host.stderr.write(`${verdictLine(summary, lang, flags.maxWarnings)}\n`);
  for (const { path, error } of outputs.refused) await host.stderr.write(`${texts.error}${sentenceOf(error, lang, path)}\n`);
  await crashes.say();
  const exitCode = exitCodeOf(summary, flags.maxWarnings);
  return outputs.refused.length > 0 ? Math.max(2, exitCode) : exitCode;
}

/** The command. */
export const command: CommandModule = { define, run };
