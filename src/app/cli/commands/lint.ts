/** `gov-report lint`: checks reports. */
import type { Command } from 'commander';
import { holdAgainstRoster, type ReportOfUnit } from '../../../judge/run/roster.js';
import { addToSummary, emptySummary, exitCodeOf, type Summary, showsDocuments, verdictLine } from '../../../write/result/index.js';
import { helpParagraph } from '../columns.js';
import { type Configuration, loadConfiguration } from '../configuration.js';
import { createCrashes } from '../crashes.js';
import { leaveOut } from '../exclude.js';
import { pathsFrom } from '../files-from.js';
import { findInputs, type Item, isAside, namedInputs } from '../inputs.js';
import { defineJudging, type JudgingFlags, profileOf } from '../judging.js';
import { lintFormats, type OutputSpec, openOutputs, outputSpecs, SLIPS } from '../outputs.js';
import { createPreviousNotes, loadPrevious, type Previous } from '../previous.js';
import { createProgress } from '../progress.js';
import { type ReportFlags, reportOptions } from '../report-options.js';
import { loadRoster } from '../roster.js';
import { checkAll, type Job } from '../run.js';
import type { CommandModule, Session } from '../session.js';
import { covering, createSettler } from '../settle.js';
import { type ShardNumber, shardNumber, shareOf } from '../shard.js';
import { loadSince, rulesThatRan } from '../since.js';
import { sentenceOf } from '../texts.js';
import { outsideOf } from '../tree.js';
import { UsageError } from '../usage-error.js';
import { collect, wholeNumber } from '../values.js';
import { endOfRun, withWholeRun } from '../whole-run.js';

interface LintFlags extends JudgingFlags, ReportFlags {
  readonly filesFrom?: string;
  readonly shard?: ShardNumber;
  readonly format?: readonly string[];
  readonly stdinFilename?: string;
  readonly jobs?: number;
  readonly baseline?: string;
  readonly roster?: string;
  readonly exclude?: readonly string[];
  readonly overwrite?: boolean;
}

function define(command: Command, session: Session): void {
  const { host, texts, lang } = session;
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  command
    .argument(`[${word('路径', 'paths')}...]`, texts.lintPaths)
    .option(`--files-from <${word('清单', 'list')}>`, texts.lintFilesFrom)
    .option(`-f, --format <${word('格式[:文件]', 'name[:file]')}>`, `${texts.lintFormat}${word('', ' ')}${lintFormats.join(texts.or)}`, collect)
    .option(`--stdin-filename <${word('名称', 'name')}>`, texts.lintStdinName);
  defineJudging(command, session);
  command
    .option('--fingerprints', texts.lintFingerprints)
    .option(`--baseline <${word('文件', 'file')}>`, texts.lintBaseline)
    .option(`--since <${word('文件', 'file')}>`, texts.lintSince)
    .option(`--roster <${word('名册', 'file')}>`, texts.lintRoster)
    .option(`--exclude <${word('通配符', 'glob')}>`, texts.exclude, collect)
    .option(`--shard <${word('片/总片数', 'k/n')}>`, texts.lintShard, shardNumber(texts))
    .option('--overwrite', texts.overwrite)
    .option(`--max-warnings <${word('个数', 'n')}>`, texts.lintMaxWarnings, wholeNumber('--max-warnings', 0, texts))
    .option('--quiet', texts.lintQuiet)
    .option('--color', texts.lintColor)
    .option('--no-color', texts.lintNoColor)
    .option(`--jobs <${word('线程数', 'n')}>`, texts.lintJobs, wholeNumber('--jobs', 1, texts))
    .addHelpText('after', () =>
      [
        '',
        texts.lintExamples,
        `  gov-report lint ${word('淮安市2024.docx', 'report.docx')}`,
        `  gov-report lint ${word('各单位年报', 'reports')}/ -f pretty -f sarif:out.sarif`,
        `  gov-report lint ${word('各单位年报', 'reports')}/ -f pretty -f xlsx:${word('问题清单', 'problems')}.xlsx`,
        `  gov-report lint --rule cells/blank:off "${word('年报', 'reports')}/**/*.docx"`,
        '',
        helpParagraph(texts.lintExits, host),
      ].join('\n'),
    );
}

/** What standard error says besides: where data goes to standard output or to files, a person would see nothing. */
async function sayBeside(
  session: Session,
  specs: readonly OutputSpec[],
  items: readonly Job[],
  notes: readonly string[],
  summary: Summary,
  flags: LintFlags,
): Promise<void> {
  const { host, lang } = session;
  const stdout = specs.find(({ path }) => path === undefined);
  const readable = stdout?.format === 'pretty' || stdout?.format === 'compact';
  if (!readable) {
    for (const item of items) {
      if ('input' in item) continue;
      const { message, help } = item.failed.error;
      await host.stderr.write(lang === 'zh' ? `${item.failed.file}：${message}${help}\n` : `${item.failed.file}: ${message} ${help}\n`);
    }
  }
  if (!flags.quiet) for (const note of notes) await host.stderr.write(`${note}\n`);
  if (!stdout || (summary.files === 0 && !readable)) await host.stderr.write(`${verdictLine(summary, lang, flags.maxWarnings)}\n`);
}

/** The inputs with their profiles, behind the failures of last year's reports; settings files are no inputs. */
function jobsOf(items: readonly Item[], { files, profileOf }: Configuration, previous: Previous | undefined): readonly Job[] {
  const paths = new Set(items.flatMap((item) => ('input' in item ? (item.input.path ?? []) : [])));
  const failed = (previous?.failed ?? [])
    .filter(({ path }) => path === undefined || !paths.has(path))
    .map(({ result, stack }): Job => ({ failed: result, ...(stack === undefined ? {} : { stack }) }));
  const settings = new Set(files);
  const jobs = items.flatMap((item): readonly Job[] => {
    if ('failed' in item) return [item];
    return item.input.path !== undefined && settings.has(item.input.path) ? [] : [{ input: item.input, profile: profileOf(item.input) }];
  });
  return [...failed, ...jobs];
}

/** The paths of the command line and of its list. Errors: UsageError when there is neither, or both want standard input. */
async function pathsOf(args: readonly string[], { filesFrom }: LintFlags, session: Session): Promise<readonly string[]> {
  const { texts, lang } = session;
  if (filesFrom === '-' && args.includes('-')) throw new UsageError(texts.twoStdin);
  if (args.length === 0 && filesFrom === undefined) throw new UsageError(texts.missingArgument(lang === 'zh' ? '路径' : 'paths'));
  return filesFrom === undefined ? args : [...args, ...(await pathsFrom(filesFrom, session))];
}

/** Refuses what a part of a run cannot do alone. Errors: UsageError. */
function refuseInShard({ shard, baseline, roster, since }: LintFlags, specs: readonly OutputSpec[], { texts }: Session): void {
  if (!shard) return;
  if (!specs.some(({ format }) => format === 'json' || format === 'ndjson')) throw new UsageError(texts.shardFormat);
  if ([baseline, roster, since].some((file) => file !== undefined)) throw new UsageError(texts.shardBaseline);
}

async function run(session: Session, named: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const flags = options as LintFlags;
  const { host, lang, texts } = session;
  const commandLine = profileOf(session, flags);
  const specs = outputSpecs(flags.format, session);
  refuseInShard(flags, specs, session);
  const args = await pathsOf(named, flags, session);
  if (flags.stdinFilename !== undefined && !args.includes('-')) throw new UsageError(texts.stdinNameWithoutStdin);
  const list = flags.filesFrom === '-' ? undefined : flags.filesFrom;
  const settings = [flags.config, flags.suppressions, flags.baseline, flags.since, flags.roster, list].filter((path) => typeof path === 'string');
  const except = [...specs.flatMap(({ path }) => path ?? []), ...settings];
  const roster = flags.roster === undefined ? undefined : await loadRoster(session, flags.roster);
  const since = flags.since === undefined ? undefined : await loadSince(session, flags.since);
  const folders = specs.flatMap(({ format, path }) => (format === SLIPS ? [path] : []));
  const listing = outsideOf(await findInputs(session, args, flags.stdinFilename ?? texts.stdin, except), folders, session);
  const configuration = await loadConfiguration(session, flags, commandLine, namedInputs(listing));
  const { items, skipped: listed } = leaveOut(listing, session, flags.exclude, configuration);
  const inputs = namedInputs({ items });
  const settler = await createSettler(session, configuration, flags.baseline, covering(session, args));
  const previous = flags.previous === undefined ? undefined : await loadPrevious(session, flags.previous, except);
  const all = jobsOf(items, configuration, previous);
  const share = flags.shard && shareOf(all, flags.shard, configuration, lang);
  const jobs = share?.jobs ?? all;
  const read = [...inputs.flatMap(({ path }) => path ?? []), ...settings, ...configuration.files, ...(previous?.files ?? [])];
  const outputs = await openOutputs(session, specs, reportOptions(session, flags), read, flags.overwrite, roster);
  const progress = createProgress(host, texts, jobs.length);
  const notes = createPreviousNotes(session);
  const crashes = createCrashes(session);
  const skipped = share?.first === false ? [] : [...listed, ...(previous?.skipped ?? [])];
  const reports: ReportOfUnit[] = [];
  let summary: Summary = emptySummary;
  let done = 0;
  try {
    await outputs.write((stream) => stream.start());
    const atEnd = endOfRun(all, configuration.profiles);
    const views = specs.some(({ format }) => format !== SLIPS && showsDocuments(format, jobs.length));
    const lintSettings = {
      lang,
      profiles: configuration.profiles,
      views,
      ...(previous ? { previous: previous.source } : {}),
      ...(atEnd ? { facts: true } : {}),
    };
    const checked = progress.watch(checkAll(host, jobs, lintSettings, flags.jobs ?? host.defaultJobs(jobs.length)));
    // Only where results are printed does the line have to make room.
    const printed = specs.some(({ path }) => path === undefined);
    for await (const found of atEnd && !share ? withWholeRun(checked, jobs, atEnd, lang) : checked) {
      if (printed) progress.clear();
      const job = jobs[done]!;
      done += 1;
      if ('input' in job && isAside(job.input, found.result)) {
        skipped.push({ file: job.input.name, reason: 'not-a-report' });
        share?.leaveAside(done - 1);
        continue;
      }
      const settled = settler.settle(found.result, job);
      const ran = 'input' in job ? rulesThatRan(found.result, configuration.profiles[job.profile]!, atEnd !== undefined) : () => false;
      const { result, stack } = await outputs.file({ ...found, result: since ? since.settle(settled, ran) : settled });
      reports.push({ file: result.file, unit: result.status === 'checked' ? result.unit : null });
      share?.add(done - 1, found.fact);
      if (stack !== undefined) crashes.add(result, stack);
      summary = addToSummary(summary, result);
      notes.add(result);
    }
    progress.clear();
    summary = { ...summary, skipped: skipped.length };
    const beside = {
      skipped,
      ...(roster ? { roster: holdAgainstRoster(flags.roster!, roster, [...reports, ...(since?.before() ?? [])]) } : {}),
      ...(since ? { since: since.end() } : {}),
      ...(share ? { shard: share.shard() } : {}),
    };
    await outputs.end(summary, beside);
    outputs.commit();
  } finally {
    progress.clear();
    outputs.discard();
  }
  const shown = specs.some(({ format, path }) => format === 'pretty' && path === undefined);
  const said = [...(previous ? notes.lines(previous, shown) : []), ...(share ? [] : settler.stale())];
  await sayBeside(session, specs, jobs, said, summary, flags);
  for (const { path, error } of outputs.refused) await host.stderr.write(`${texts.error}${sentenceOf(error, lang, path)}\n`);
  await crashes.say();
  // Of a few files some parts have none.
  const exitCode = share && all.length > 0 && jobs.length === 0 ? 0 : exitCodeOf(summary, flags.maxWarnings);
  return outputs.refused.length > 0 ? Math.max(2, exitCode) : exitCode;
}

/** The command. */
export const command: CommandModule = { define, run };
