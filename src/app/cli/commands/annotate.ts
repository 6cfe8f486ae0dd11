/** `gov-report annotate`: findings as comments in a copy of the Word document, as highlights with notes in one of a PDF. */
import type { Command } from 'commander';
import { InputError } from '../../../base/errors.js';
import { annotateDocument, isAnnotated } from '../../../write/back/index.js';
import { about } from '../about.js';
import { emit } from '../emit.js';
import { inputNamed, namedInputs } from '../inputs.js';
import { defineJudging, type JudgingFlags, loadJudging } from '../judging.js';
import type { CommandModule, Session } from '../session.js';
import { refuseOtherThanCopy, replaceableBy, wordExtension } from '../target.js';
import { inputsOfTree, isFolderOutput, makeEach, standForMany } from '../tree.js';
import { UsageError } from '../usage-error.js';

interface AnnotateFlags extends JudgingFlags {
  readonly output?: string;
  readonly overwrite?: boolean;
}

function define(command: Command, session: Session): void {
  const { texts, lang } = session;
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  command
    .argument(`<${word('报告', 'reports')}...>`, texts.annotateInput)
    .option(`-o, --output <${word('文件或文件夹/', 'file or folder/')}>`, texts.annotateOutput)
    .option('--overwrite', texts.overwrite);
  defineJudging(command, session);
}

/** Whether the output is there already, written by this command: a copy with our own comments. */
async function renews(output: string, { host }: Session): Promise<boolean> {
  try {
    return isAnnotated(await host.files.read(output));
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** Extensions of files that are there which an annotated copy may replace: any when it is one of ours. */
async function mayReplace(output: string, { overwrite }: AnnotateFlags, session: Session): Promise<readonly string[] | undefined> {
  return (await renews(output, session)) ? undefined : replaceableBy('docx', overwrite);
}

/** How the name of a copy ends, by what the copy is. */
const extensions = { docx: wordExtension, pdf: () => '.pdf' } as const;

/** A copy of each input below a folder. */
async function runMany(session: Session, paths: readonly string[], folder: string, flags: AnnotateFlags): Promise<number> {
  const { texts, lang } = session;
  const inputs = await inputsOfTree(session, paths, folder);
  const { judge, files } = await loadJudging(session, flags, namedInputs(inputs));
  return makeEach(session, paths, inputs, folder, files, async (bytes, input) => {
    const { bytes: content, format, comments, copy } = await annotateDocument(bytes, input.name, (reading) => judge(reading, input).result, lang);
    return {
      content,
      extension: extensions[format](input.name),
      replaceable: (path) => mayReplace(path, flags, session),
      said: (file) => [texts.annotated(comments, file) + (copy ? texts.isCopy : '')],
    };
  });
}

async function run(session: Session, paths: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const flags = options as AnnotateFlags;
  const { host, texts, lang } = session;
  const { output } = flags;
  if (output === undefined) throw new UsageError(texts.outputMissing);
  if (isFolderOutput(output, session)) return runMany(session, paths, output, flags);
  if (standForMany(paths, session)) throw new UsageError(texts.folderMissing(output));
  const [path = '-'] = paths;
  refuseOtherThanCopy(path, output, texts);
  const input = inputNamed(path, session);
  const { name } = input;
  const bytes = await about(name, () => (path === '-' ? host.readStdin() : host.files.read(path)));
  const { judge, files } = await loadJudging(session, flags, [input]);
  const annotated = await about(name, () => annotateDocument(bytes, name, (reading) => judge(reading, input).result, lang));
  await emit(session, annotated.bytes, output, [...(path === '-' ? [] : [path]), ...files], await mayReplace(output, flags, session));
  await host.stderr.write(`${texts.annotated(annotated.comments, output === '-' ? texts.stdout : output)}\n`);
  if (annotated.copy) await host.stderr.write(`${texts.annotatedCopy}\n`);
  return 0;
}

/** The command. */
export const command: CommandModule = { define, run };
