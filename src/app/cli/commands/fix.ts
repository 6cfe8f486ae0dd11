/** `gov-report fix`: repairs beyond doubt, in a copy of the document. */
import { Chalk } from 'chalk';
import type { Command } from 'commander';
import { cellName } from '../../../form/model/names.js';
import { type Fixed, type FixOptions, fixDocument, type Skipped } from '../../../write/back/index.js';
import { printable } from '../../../write/result/printable.js';
import { about } from '../about.js';
import { colorLevel } from '../color.js';
import { helpParagraph } from '../columns.js';
import { emit } from '../emit.js';
import { inputNamed, namedInputs } from '../inputs.js';
import { defineJudging, type JudgingFlags, loadJudging } from '../judging.js';
import type { CommandModule, Session } from '../session.js';
import { extensionOf, refuseDocx, refuseOtherThanDocx, replaceableBy, wordExtension } from '../target.js';
import { inputsOfTree, isFolderOutput, makeEach, standForMany } from '../tree.js';
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
    .argument(`<${word('报告', 'reports')}...>`, texts.fixInput)
    .option(`-o, --output <${word('文件或文件夹/', 'file or folder/')}>`, texts.fixOutput)
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
  return [
    ...new Set(
      skipped.map(({ repair, reason }) =>
        texts.notFixed(reason === 'blank-form' ? texts.allTables : (cellName(repair.on, lang) ?? repair.ruleId), texts.skipReasons[reason]),
      ),
    ),
  ];
}

/** A repaired copy of each input below a folder; without one, what would change in each. */
async function runMany(session: Session, paths: readonly string[], flags: FixFlags): Promise<number> {
  const { host, texts } = session;
  const folder = flags.dryRun ? undefined : flags.output;
  const inputs = await inputsOfTree(session, paths, flags.output);
  const { judge, files } = await loadJudging(session, flags, namedInputs(inputs));
  return makeEach(session, paths, inputs, folder, files, async (bytes, input) => {
    const fixed = await fixDocument(bytes, input.name, (reading) => judge(reading, input), optionsOf(flags));
    const isWord = fixed.places === 'paragraphs';
    if (folder === undefined) await host.stdout.write(difference(fixed, [input.name, input.name], session, colorLevel(host, flags.color)));
    return {
      content: fixed.bytes,
      extension: isWord ? wordExtension(input.name) : extensionOf(input.name),
      replaceable: () => replaceableBy(isWord ? 'docx' : 'txt', flags.overwrite),
      said: (file) => [
        folder === undefined ? texts.wouldFixIn(changesOf(fixed), file) : texts.fixed(changesOf(fixed), file),
        ...formattingLines(fixed, session).map((line) => `  ${line}`),
        ...skippedLines(fixed.skipped, session).map((line) => `  ${line}`),
      ],
    };
  });
}

const changesOf = ({ repairs, formatting }: Fixed): number => repairs.length + formatting;

/** Changes of the setting are no lines of the difference. */
function formattingLines({ formatting }: Fixed, { texts }: Session): readonly string[] {
  return formatting === 0 ? [] : [texts.formatted(formatting)];
}

const optionsOf = ({ unsafe, fillZero }: FixFlags): FixOptions => ({ unsafe: unsafe === true, fillZero: fillZero === true });

async function run(session: Session, paths: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const flags = options as FixFlags;
  const { host, texts } = session;
  const { output } = flags;
  if (output === undefined && !flags.dryRun) throw new UsageError(texts.outputMissing);
  const many = standForMany(paths, session);
  if (isFolderOutput(output, session) || (many && flags.dryRun)) return runMany(session, paths, flags);
  if (many) throw new UsageError(texts.folderMissing(output ?? ''));
  const [path = '-'] = paths;
  const input = inputNamed(path, session);
  const { name } = input;
  const bytes = await about(name, () => (path === '-' ? host.readStdin() : host.files.read(path)));
  const { judge, files } = await loadJudging(session, flags, [input]);
  const fixed = await about(name, () => fixDocument(bytes, name, (reading) => judge(reading, input), optionsOf(flags)));
  const isWord = fixed.places === 'paragraphs';
  if (output !== undefined) (isWord ? refuseOtherThanDocx : refuseDocx)(output, texts);
  const count = changesOf(fixed);
  if (flags.dryRun || output === undefined) {
    await host.stdout.write(difference(fixed, [name, output ?? name], session, colorLevel(host, flags.color)));
    await host.stderr.write(`${texts.wouldFix(count)}\n`);
  } else {
    await emit(session, fixed.bytes, output, [...(path === '-' ? [] : [path]), ...files], replaceableBy(isWord ? 'docx' : 'txt', flags.overwrite));
    await host.stderr.write(`${texts.fixed(count, output === '-' ? texts.stdout : output)}\n`);
    if (isWord && count > 0) await host.stderr.write(`${texts.fixedWord}\n`);
  }
  for (const line of [...formattingLines(fixed, session), ...skippedLines(fixed.skipped, session)]) await host.stderr.write(`${line}\n`);
  return 0;
}

/** The command. */
export const command: CommandModule = { define, run };
