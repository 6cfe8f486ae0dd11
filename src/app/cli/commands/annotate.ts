/** `gov-report annotate`: findings as comments in a copy of the Word document, as highlights with notes in one of a PDF. */
import type { Command } from 'commander';
import { InputError } from '../../../base/errors.js';
import { annotateDocument, isAnnotated } from '../../../write/back/index.js';
import { about } from '../about.js';
import { emit } from '../emit.js';
import { defineJudging, type JudgingFlags, loadJudging } from '../judging.js';
import type { CommandModule, Session } from '../session.js';
import { refuseOtherThanCopy, replaceableBy } from '../target.js';
import { UsageError } from '../usage-error.js';

interface AnnotateFlags extends JudgingFlags {
  readonly output?: string;
  readonly overwrite?: boolean;
}

function define(command: Command, session: Session): void {
  const { texts, lang } = session;
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  command
    .argument(`<${word('报告.docx', 'report.docx')}>`, texts.annotateInput)
    .option(`-o, --output <${word('文件', 'file')}>`, texts.annotateOutput)
    .option('--overwrite', texts.overwrite);
  defineJudging(command, session);
}

/** Whether the output is there already, written by this command: a copy with our own comments. */
function renews(output: string, { host }: Session): boolean {
  try {
    return isAnnotated(host.files.read(output));
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

async function run(session: Session, [input = '-']: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const flags = options as AnnotateFlags;
  const { host, texts, lang } = session;
  if (flags.output === undefined) throw new UsageError(texts.outputMissing);
  refuseOtherThanCopy(input, flags.output, texts);
  const name = input === '-' ? texts.stdin : input;
  const bytes = await about(name, () => (input === '-' ? host.readStdin() : host.files.read(input)));
  const { judge, files } = await loadJudging(session, flags, input, name);
  const annotated = await about(name, () => annotateDocument(bytes, name, (reading) => judge(reading).result, lang));
  await emit(
    session,
    annotated.bytes,
    flags.output,
    [...(input === '-' ? [] : [input]), ...files],
    renews(flags.output, session) ? undefined : replaceableBy('docx', flags.overwrite),
  );
  await host.stderr.write(`${texts.annotated(annotated.comments, flags.output === '-' ? texts.stdout : flags.output)}\n`);
  if (annotated.copy) await host.stderr.write(`${texts.annotatedCopy}\n`);
  return 0;
}

/** The command. */
export const command: CommandModule = { define, run };
