/** `gov-report fix`: repairs beyond doubt, in a copy of the document. */
import { Chalk } from 'chalk';
import type { Command } from 'commander';
import { cellName } from '../../../form/model/names.js';
import { type Fixed, fixDocument, type Skipped } from '../../../write/back/index.js';
import { printable } from '../../../write/result/printable.js';
import { about } from '../about.js';
import { colorLevel } from '../color.js';
import { helpParagraph } from '../columns.js';
import { emit } from '../emit.js';
import { defineJudging, type JudgingFlags, loadJudging } from '../judging.js';
import type { CommandModule, Session } from '../session.js';
import { refuseDocx, refuseOtherThanDocx, replaceableBy } from '../target.js';
import { UsageError } from '../usage-error.js';

interface FixFlags extends JudgingFlags {
  readonly output?: string;
  readonly unsafe?: boolean;
  readonly fillZero?: boolean;
  readonly overwrite?: boolean;
  readonly dryRun?: boolean;
  readonly color?: boolean;
}

function define(command: Command, session: Session): void {
  const { host, texts, lang } = session;
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  command
    .argument(`<${word('报告', 'report')}>`, texts.fixInput)
    .option(`-o, --output <${word('文件', 'file')}>`, texts.fixOutput)
    .option('--overwrite', texts.overwrite)
    .option('--unsafe', texts.fixUnsafe)
    .option('--fill-zero', texts.fixFillZero)
    .option('--dry-run', texts.fixDryRun)
    .option('--color', texts.lintColor)
    .option('--no-color', texts.lintNoColor)
    .addHelpText('after', () => `\n${helpParagraph(texts.fixWhat, host)}`);
  defineJudging(command, session);
}

/** The changes as a unified difference without context: of a text, one that `git apply --unidiff-zero` takes. */
export function difference({ lines, places }: Fixed, names: readonly [before: string, after: string], session: Session, level: 0 | 1 | 2 | 3): string {
  const chalk = new Chalk({ level });
  const shown = (line: string): string => line.split('\t').map(printable).join('\t');
  const out: string[] = lines.length === 0 ? [] : [chalk.bold(`--- ${names[0]}`), chalk.bold(`+++ ${names[1]}`)];
  for (const { number, before, after } of lines) {
    out.push(chalk.cyan(places === 'lines' ? `@@ -${number} +${number} @@` : `@@ ${session.texts.paragraphNumber(number)} @@`));
    // A paragraph of a Word document may have line breaks of its own.
    out.push(...before.split('\n').map((line) => chalk.red(`-${shown(line)}`)), ...after.split('\n').map((line) => chalk.green(`+${shown(line)}`)));
  }
  return out.map((line) => `${line}\n`).join('');
}

function skippedLines(skipped: readonly Skipped[], { lang, texts }: Session): readonly string[] {
  return [...new Set(skipped.map(({ repair, reason }) => texts.notFixed(cellName(repair.on, lang) ?? repair.ruleId, texts.skipReasons[reason])))];
}

async function run(session: Session, [input = '-']: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const flags = options as FixFlags;
  const { host, texts } = session;
  if (flags.output === undefined && !flags.dryRun) throw new UsageError(texts.outputMissing);
  const name = input === '-' ? texts.stdin : input;
  const bytes = await about(name, () => (input === '-' ? host.readStdin() : host.files.read(input)));
  const { judge, files } = await loadJudging(session, flags, input, name);
  const fixed = await about(name, () => fixDocument(bytes, name, judge, { unsafe: flags.unsafe === true, fillZero: flags.fillZero === true }));
  if (flags.output !== undefined) (fixed.places === 'paragraphs' ? refuseOtherThanDocx : refuseDocx)(flags.output, texts);
  const count = fixed.repairs.length;
  if (flags.dryRun || flags.output === undefined) {
    await host.stdout.write(difference(fixed, [name, flags.output ?? name], session, colorLevel(host, flags.color)));
    await host.stderr.write(`${texts.wouldFix(count)}\n`);
  } else {
    await emit(
      session,
      fixed.bytes,
      flags.output,
      [...(input === '-' ? [] : [input]), ...files],
      replaceableBy(fixed.places === 'paragraphs' ? 'docx' : 'txt', flags.overwrite),
    );
    await host.stderr.write(`${texts.fixed(count, flags.output === '-' ? texts.stdout : flags.output)}\n`);
    if (fixed.places === 'paragraphs' && count > 0) await host.stderr.write(`${texts.fixedWord}\n`);
  }
  for (const line of skippedLines(fixed.skipped, session)) await host.stderr.write(`${line}\n`);
  return 0;
}

/** The command. */
export const command: CommandModule = { define, run };
