/** `gov-report aggregate`: the tables of many units added up, and a government's own report held against them. */
import type { Command } from 'commander';
import { version } from '../../../base/version.js';
import { type Edition, editions } from '../../../form/editions/index.js';
import type { Reading } from '../../../form/model/reading.js';
import { type Aggregate, addUp, type EditionSums, type UnitName, type UnitReport } from '../../../judge/aggregate/add-up.js';
import { brokenInWords, remarksOf } from '../../../judge/aggregate/remarks.js';
import { rollUpOf } from '../../../judge/aggregate/roll-up.js';
import { gapsOf, incompleteCells } from '../../../judge/aggregate/shortfall.js';
import { aggregateCsv, aggregateJson, sumReading } from '../../../judge/aggregate/write.js';
import type { FileResult } from '../../../judge/diagnostic.js';
import { lintReading } from '../../../judge/judge.js';
import type { RollUp } from '../../../judge/rule.js';
import { rules } from '../../../judge/rules/index.js';
import { parseBytes } from '../../../read/index.js';
import { loadWriter, type TargetName, targetNames } from '../../../write/report/index.js';
import { addToSummary, emptySummary, exitCodeOf, formatNames, type ReportOptions } from '../../../write/result/index.js';
import { uncheckedOutcome } from '../../outcome.js';
import { about } from '../about.js';
import { colorLevel } from '../color.js';
import { type Crashes, createCrashes } from '../crashes.js';
import { emit } from '../emit.js';
import { findInputs, type Inputs, isAside } from '../inputs.js';
import { type OutputSpec, openOutputs, outputSpecs } from '../outputs.js';
import { createProgress } from '../progress.js';
import { loadRoster } from '../roster.js';
import type { CommandModule, Session } from '../session.js';
import { replaceableBy, targetFor } from '../target.js';
import { sentenceOf } from '../texts.js';
import { UsageError } from '../usage-error.js';
import { collect, oneOf, yearNumber } from '../values.js';

interface AggregateFlags {
  readonly to?: TargetName;
  readonly output?: string;
  readonly year?: number;
  readonly edition?: Edition;
  readonly roster?: string;
  readonly against?: string;
  readonly format?: readonly string[];
  readonly overwrite?: boolean;
}

/** A file that could not be read, and why. */
interface Failure {
  readonly file: string;
  readonly message: string;
}

const knownEditions = editions.map(({ edition }) => edition);

function define(command: Command, { texts, lang }: Session): void {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  command
    .argument(`<${word('路径', 'paths')}...>`, texts.lintPaths)
    .option(`--to <${word('格式', 'format')}>`, texts.aggregateTo(targetNames.join(texts.or)), oneOf('--to', targetNames, texts))
    .option(`-o, --output <${word('文件', 'file')}>`, texts.convertOutput)
    .option('--overwrite', texts.overwrite)
    .option(`--year <${word('年份', 'year')}>`, texts.aggregateYear, yearNumber(texts))
    .option(`--edition <${knownEditions.join('|')}>`, texts.aggregateEdition(knownEditions.join(texts.or)), oneOf('--edition', knownEditions, texts))
    .option(`--roster <${word('文件', 'file')}>`, texts.aggregateRoster)
    .option(`--against <${word('本级报告', 'report')}>`, texts.aggregateAgainst)
    .option(`-f, --format <${word('格式[:文件]', 'name[:file]')}>`, `${texts.aggregateFormat}${word('', ' ')}${formatNames.join(texts.or)}`, collect);
}

/** Reads the reports one after the other, keeping their figures only. */
async function readUnits(
  session: Session,
  inputs: Inputs,
  crashes: Crashes,
): Promise<{ readonly reports: readonly UnitReport[]; readonly failed: readonly Failure[]; readonly skipped: readonly string[] }> {
  const { host, lang, texts } = session;
  const reports: UnitReport[] = [];
  const failed: Failure[] = [];
  const skipped = inputs.skipped.map(({ file }) => file);
  const progress = createProgress(host, texts, inputs.items.length);
  try {
    for (const item of inputs.items) {
      if ('failed' in item) {
        failed.push({ file: item.failed.file, message: item.failed.error.message });
        continue;
      }
      const { name, path } = item.input;
      try {
        const { layout: _layout, ...reading } = await parseBytes(path === undefined ? await host.readStdin() : await host.files.read(path), name);
        const report = { ...reading.report, preface: [], sections: [], closing: [] };
        reports.push({ file: name, reading: { ...reading, report, locations: new Map(), headings: [], notes: [] } });
      } catch (error) {
        const { result, stack } = uncheckedOutcome(name, error, lang);
        if (stack !== undefined) crashes.add(result, stack);
        if (isAside(item.input, result)) skipped.push(name);
        else failed.push({ file: name, message: result.error.message });
      }
      progress.show(reports.length + failed.length);
    }
  } finally {
    progress.clear();
  }
  return { reports, failed, skipped };
}

/** Relations of the sum that do not hold and are named one by one here; the outputs have them all. */
const MOST_BROKEN = 10;

/** Says on standard error what is in the sum and what is not. */
async function explain({ host, lang, texts }: Session, aggregate: Aggregate, failed: readonly Failure[]): Promise<void> {
  const say = (line: string): Promise<void> | undefined => host.stderr.write(`${line}\n`);
  for (const sums of aggregate.editions) {
    const { edition, units } = sums;
    await say(texts.aggregated(units.length, aggregate.year, edition));
    const gaps = gapsOf(sums);
    if (gaps.length > 0) await say(texts.aggregatedGaps(incompleteCells(sums).length, gaps.map(({ unit }) => unit.unit).join(texts.or)));
    const broken = brokenInWords(sums, lang);
    for (const line of broken.slice(0, MOST_BROKEN)) await say(line);
    if (broken.length > MOST_BROKEN) await say(texts.moreBroken(broken.length - MOST_BROKEN));
  }
  const nameless = aggregate.editions.flatMap(({ units }) => units.filter(({ unit, file }) => unit === file).map(({ file }) => file));
  if (nameless.length > 0) await say(texts.namelessUnits(new Set(nameless).size, [...new Set(nameless)].join(texts.or)));
  for (const { file, message } of failed) await say(texts.leftOut(file, message));
  const nameOf = ({ unit, file }: UnitName): string => (lang === 'zh' ? `${unit}（${file}）` : `${unit} (${file})`);
  for (const [one, other] of aggregate.alike) await say(texts.alikeUnits(nameOf(one), nameOf(other)));
  for (const { file, unit, detail } of aggregate.leftOut) await say(texts.leftOut(unit === null ? file : nameOf({ unit, file }), detail[lang]));
  if (aggregate.missing && aggregate.missing.length > 0) await say(texts.missingUnits(aggregate.missing.length, aggregate.missing.join(texts.or)));
  if (aggregate.unexpected && aggregate.unexpected.length > 0)
    await say(texts.unexpectedUnits(aggregate.unexpected.length, aggregate.unexpected.join(texts.or)));
}

/** Where the sums go, and as what. */
interface Target {
  readonly to: TargetName;
  readonly output: string | undefined;
  readonly overwrite: boolean | undefined;
}

async function write(
  session: Session,
  aggregate: Aggregate,
  failed: readonly Failure[],
  { to, output, overwrite }: Target,
  inputs: readonly string[],
): Promise<void> {
  const { lang, texts } = session;
  const replaceable = replaceableBy(to, overwrite);
  if (to === 'json') return emit(session, aggregateJson(aggregate, failed, lang), output, inputs, replaceable);
  if (to === 'csv') return emit(session, aggregateCsv(aggregate, lang), output, inputs, replaceable);
  const [sums, ...others] = aggregate.editions;
  if (!sums) throw new UsageError(texts.nothingToAdd);
  if (others.length > 0)
    throw new UsageError(
      texts.twoEditions(
        to,
        aggregate.editions.map(({ edition }) => edition),
      ),
    );
  const reading = sumReading(sums, aggregate.year, lang);
  const remarks = remarksOf(sums, lang);
  if (to === 'xlsx') {
    const [{ workbook }, { reportSheets }, { indicatorSheet }] = await Promise.all([
      import('../../../base/package/workbook.js'),
      import('../../../write/report/xlsx.js'),
      import('../../../write/aggregate/indicators-sheet.js'),
    ]);
    const sheets = [...reportSheets(reading, lang, remarks), indicatorSheet(sums, aggregate.year, lang)];
    return emit(session, workbook(sheets), output, inputs, replaceable);
  }
  return emit(session, (await loadWriter(to))(reading, { lang, remarks }), output, inputs, replaceable);
}

/** A government's own report. */
interface Parent {
  readonly file: string;
  readonly reading: Reading;
}

/** What the parent's report is held against; what is not part of that is said. Errors: UsageError when nothing is. */
async function rollUpFor({ reading: { report } }: Parent, aggregate: Aggregate, incomplete: boolean, { host, texts }: Session): Promise<RollUp> {
  if (report.year !== undefined && aggregate.year !== null && report.year !== aggregate.year)
    throw new UsageError(texts.parentOfOtherYear(report.year, aggregate.year));
  const others = aggregate.editions.filter(({ edition }) => edition !== report.edition);
  if (others.length === aggregate.editions.length) throw new UsageError(texts.parentOfOtherEdition(report.edition));
  for (const { edition, units } of others) await host.stderr.write(`${texts.notHeld(units.length, edition, units.map(({ unit }) => unit).join(texts.or))}\n`);
  return rollUpOf(aggregate, report.edition, incomplete);
}

/** Judges the parent's report against the sum, and prints the result as `lint` would. */
async function hold(session: Session, parent: Parent, rollUp: RollUp, flags: AggregateFlags, inputs: readonly string[], crashes: Crashes): Promise<number> {
  const { host, lang } = session;
  const active = rules.filter(({ id }) => id.startsWith('rollup/')).map((rule) => ({ rule }));
  const result: FileResult = lintReading(parent.reading, parent.file, { lang, rules: active, rollUp });
  const options: ReportOptions = {
    lang,
    color: colorLevel(host, undefined),
    width: host.stdout.isTTY ? (host.stdout.columns ?? 80) : Number.POSITIVE_INFINITY,
    catalogue: rules,
    toolVersion: version,
  };
  const outputs = await openOutputs(session, outputSpecs(flags.format, session), options, inputs, flags.overwrite);
  let summary = emptySummary;
  try {
    await outputs.write((stream) => stream.start());
    const { result: written, stack } = await outputs.file({ result });
    if (stack !== undefined) crashes.add(written, stack);
    summary = addToSummary(summary, written);
    await outputs.end(summary, {});
    outputs.commit();
  } finally {
    outputs.discard();
  }
  for (const { path, error } of outputs.refused) await host.stderr.write(`${session.texts.error}${sentenceOf(error, lang, path)}\n`);
  return outputs.refused.length > 0 ? 2 : exitCodeOf(summary);
}

/** The sums and the check of the parent must not go to one place. */
function refuseMixture({ output, against }: AggregateFlags, specs: readonly OutputSpec[], { host, texts }: Session): void {
  if (output === undefined || against === undefined) return;
  const onStdout = specs.find(({ path }) => path === undefined);
  if (output === '-' && onStdout) throw new UsageError(texts.twoToStdout(`-o -${texts.or}${onStdout.format}`));
  if (output !== '-' && specs.some(({ path }) => path !== undefined && host.files.same(path, output))) throw new UsageError(texts.sameOutput(output));
}

/** The sums of one form, and those of others. */
function parted(sums: readonly EditionSums[], chosen: Edition): readonly [readonly EditionSums[], readonly EditionSums[]] {
  return [sums.filter(({ edition }) => edition === chosen), sums.filter(({ edition }) => edition !== chosen)];
}

async function run(session: Session, args: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const flags = options as AggregateFlags;
  const { host, texts } = session;
  if (flags.format && flags.against === undefined) throw new UsageError(texts.formatWithoutAgainst);
  const { roster: rosterFile, against, output } = flags;
  // With --against the sums are printed only into a file: standard output is the check's.
  if (flags.to && against !== undefined && output === undefined) throw new UsageError(texts.toWithoutOutput);
  const target: Target = { to: targetFor(flags.to, output, 'txt', targetNames, texts), output, overwrite: flags.overwrite };
  const roster = rosterFile === undefined ? undefined : await loadRoster(session, rosterFile);
  const specs = outputSpecs(flags.format, session);
  refuseMixture(flags, specs, session);
  const written = specs.flatMap(({ path }) => path ?? []);
  const except = [...written, ...(output === undefined ? [] : [output])];
  const found = await findInputs(session, args, texts.stdin, except);
  const isParent = (path: string | undefined): boolean => path !== undefined && against !== undefined && host.files.same(path, against);
  const inputs = { ...found, items: found.items.filter((item) => 'failed' in item || !isParent(item.input.path)) };
  const paths = [...inputs.items.flatMap((item) => ('input' in item ? (item.input.path ?? []) : [])), ...[rosterFile, against].flatMap((path) => path ?? [])];
  const parent =
    against === undefined ? undefined : { file: against, reading: await about(against, async () => parseBytes(await host.files.read(against), against)) };
  const crashes = createCrashes(session);
  const { reports, failed, skipped } = await readUnits(session, inputs, crashes);
  const year = flags.year ?? parent?.reading.report.year;
  const added = addUp(reports, { ...(year === undefined ? {} : { year }), ...(roster ? { roster } : {}) });
  const [kept, others] = flags.edition === undefined ? [added.editions, []] : parted(added.editions, flags.edition);
  const aggregate = { ...added, editions: kept };
  await explain(session, aggregate, failed);
  if (skipped.length > 0) await host.stderr.write(`${texts.note(texts.skipped(skipped.length, skipped.join(texts.or)))}\n`);
  for (const { edition, units } of others)
    await host.stderr.write(`${texts.otherEdition(units.length, edition, units.map(({ unit }) => unit).join(texts.or))}\n`);
  if (found.items.length > inputs.items.length) await host.stderr.write(`${texts.leftOut(against!, texts.isParent)}\n`);
  if (aggregate.editions.length === 0) throw new UsageError(texts.nothingToAdd);
  const rollUp = parent && (await rollUpFor(parent, aggregate, failed.length > 0, session));
  if (!parent || output !== undefined) await write(session, aggregate, failed, target, paths);
  const verdict = parent && rollUp ? await hold(session, parent, rollUp, flags, paths, crashes) : 0;
  if (await crashes.say()) return 3;
  return failed.length > 0 ? 2 : verdict;
}

/** The command. */
export const command: CommandModule = { define, run };
