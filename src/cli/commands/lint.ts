/** `gov-report lint`: checks reports. */
import type { Command } from 'commander';
import type { Edition } from '../../editions/index.js';
import { addToSummary, emptySummary, exitCodeOf, formatNames, type ReportOptions, type Summary, verdictLine } from '../../reporters/index.js';
import { rules } from '../../rules/index.js';
import type { RuleOptions } from '../../rules/rule.js';
import type { Severities } from '../../rules/select.js';
import { version } from '../../version.js';
import { colorLevel } from '../color.js';
import { findInputs, type Inputs } from '../inputs.js';
import { type OutputSpec, openOutputs, outputSpecs } from '../outputs.js';
import { createProgress } from '../progress.js';
import { checkAll } from '../run.js';
import type { CommandModule, Session } from '../session.js';
import type { LintSettings } from '../settings.js';
import { UsageError } from '../usage-error.js';
import { collect, oneOf, ruleSeverity, wholeNumber, yearNumber } from '../values.js';

interface LintFlags {
  readonly format?: readonly string[];
  readonly stdinFilename?: string;
  readonly rule?: readonly string[];
  readonly edition?: Edition;
  readonly year?: number;
  readonly unit?: string;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly jobs?: number;
}

function define(command: Command, { texts, lang }: Session): void {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  command
    .argument(`<${word('路径', 'paths')}...>`, texts.lintPaths)
    .option(`-f, --format <${word('格式[:文件]', 'name[:file]')}>`, `${texts.lintFormat}${word('', ' ')}${formatNames.join(texts.or)}`, collect)
    .option(`--stdin-filename <${word('名称', 'name')}>`, texts.lintStdinName)
    .option(`--rule <${word('规则:级别', 'id:severity')}>`, texts.lintRule, collect)
    .option('--edition <2019|2021>', texts.lintEdition, oneOf<Edition>('--edition', ['2019', '2021'], texts))
    .option(`--year <${word('年份', 'year')}>`, texts.lintYear, yearNumber(texts))
    .option(`--unit <${word('单位', 'unit')}>`, texts.lintUnit)
    .option(`--max-warnings <${word('个数', 'n')}>`, texts.lintMaxWarnings, wholeNumber('--max-warnings', 0, texts))
    .option('--quiet', texts.lintQuiet)
    .option('--color', texts.lintColor)
    .option('--no-color', texts.lintNoColor)
    .option(`--jobs <${word('线程数', 'n')}>`, texts.lintJobs, wholeNumber('--jobs', 1, texts))
    .addHelpText(
      'after',
      [
        '',
        texts.lintExamples,
        `  gov-report lint ${word('淮安市2024.docx', 'report.docx')}`,
        `  gov-report lint ${word('各单位年报', 'reports')}/ -f pretty -f sarif:out.sarif`,
        `  gov-report lint --rule cells/blank:off "${word('年报', 'reports')}/**/*.docx"`,
        '',
        texts.lintExits,
      ].join('\n'),
    );
}

function settingsOf({ lang, texts }: Session, flags: LintFlags): LintSettings {
  const ids = rules.map(({ id }) => id);
  const severities: Severities = Object.fromEntries((flags.rule ?? []).map((value) => ruleSeverity(value, ids, texts)));
  const ruleOptions: RuleOptions = {
    ...(flags.edition === undefined ? {} : { edition: flags.edition }),
    ...(flags.year === undefined ? {} : { year: flags.year }),
    ...(flags.unit === undefined ? {} : { unit: flags.unit }),
  };
  return { lang, severities, ruleOptions };
}

function reportOptions(session: Session, flags: LintFlags): ReportOptions {
  const { stdout } = session.host;
  return {
    lang: session.lang,
    color: colorLevel(session.host, flags.color),
    width: stdout.isTTY ? (stdout.columns ?? 80) : Number.POSITIVE_INFINITY,
    catalogue: rules,
    toolVersion: version,
    ...(flags.quiet ? { quiet: true } : {}),
    ...(flags.maxWarnings === undefined ? {} : { maxWarnings: flags.maxWarnings }),
  };
}

/** What standard error says besides: where data goes to standard output or to files, a person would see nothing. */
async function sayBeside(session: Session, specs: readonly OutputSpec[], inputs: Inputs, summary: Summary, flags: LintFlags): Promise<void> {
  const { host, lang, texts } = session;
  const stdout = specs.find(({ path }) => path === undefined);
  if (stdout?.format !== 'pretty') {
    for (const item of inputs.items) {
      if ('input' in item || item.failed.status === 'checked') continue;
      const { message, help } = item.failed.error;
      await host.stderr.write(lang === 'zh' ? `${item.failed.file}：${message}；${help}\n` : `${item.failed.file}: ${message}; ${help}\n`);
    }
  }
  if (inputs.skipped.size > 0 && !flags.quiet) {
    const kinds = [...inputs.skipped].sort(([a], [b]) => (a < b ? -1 : 1)).map(([extension, count]) => texts.kindCount(extension, count));
    await host.stderr.write(`${texts.skipped(kinds.join(texts.or))}\n`);
  }
  if (!stdout || summary.files === 0) await host.stderr.write(`${verdictLine(summary, lang, flags.maxWarnings)}\n`);
}

async function run(session: Session, args: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const flags = options as LintFlags;
  const { host, texts } = session;
  const settings = settingsOf(session, flags);
  const specs = outputSpecs(flags.format, session);
  if (flags.stdinFilename !== undefined && !args.includes('-')) throw new UsageError(texts.stdinNameWithoutStdin);
  const written = specs.flatMap(({ path }) => path ?? []);
  const inputs = await findInputs(session, args, flags.stdinFilename ?? texts.stdin, written);
  const paths = inputs.items.flatMap((item) => ('input' in item ? (item.input.path ?? []) : []));
  const outputs = await openOutputs(session, specs, reportOptions(session, flags), paths);
  const progress = createProgress(host, texts, inputs.items.length);
  let summary: Summary = emptySummary;
  try {
    await outputs.write((stream) => stream.start());
    for await (const result of checkAll(host, inputs.items, settings, flags.jobs ?? host.defaultJobs(inputs.items.length))) {
      summary = addToSummary(summary, result);
      progress.clear();
      await outputs.write((stream) => stream.file(result));
      progress.show(summary.files);
    }
    progress.clear();
    await outputs.write((stream) => stream.end(summary));
    outputs.commit();
  } finally {
    progress.clear();
    outputs.discard();
  }
  await sayBeside(session, specs, inputs, summary, flags);
  return exitCodeOf(summary, flags.maxWarnings);
}

/** The command. */
export const command: CommandModule = { define, run };
