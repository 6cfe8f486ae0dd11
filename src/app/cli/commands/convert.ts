/** `gov-report convert`: a report in another form. */
import type { Command } from 'commander';
import { concat } from '../../../base/package/bytes.js';
import { parseBytes } from '../../../read/index.js';
import { dataSetNames, isDataSetName, loadDataSet } from '../../../write/report/dataset/index.js';
import { loadWriter, type Writer } from '../../../write/report/index.js';
import { about } from '../about.js';
import { losses, writeDataSet } from '../data-set.js';
import { emit } from '../emit.js';
import type { CommandModule, Session } from '../session.js';
import { type ConvertTarget, convertTargets, replaceableBy, targetFor } from '../target.js';
import { inputsOfTree, isFolderOutput, makeEach, standForMany } from '../tree.js';
import { UsageError } from '../usage-error.js';
import { oneOf } from '../values.js';

interface ConvertFlags {
  readonly to: ConvertTarget;
  readonly locations?: boolean;
  readonly output?: string;
  readonly overwrite?: boolean;
}

function define(command: Command, { texts, lang }: Session): void {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  command
    .argument(`<${word('输入', 'inputs')}...>`, texts.convertInput)
    .option(`--to <${word('格式', 'format')}>`, texts.convertTo(convertTargets.join(texts.or)), oneOf('--to', convertTargets, texts))
    .option('--locations', texts.convertLocations)
    .option(`-o, --output <${word('文件或文件夹/', 'file or folder/')}>`, texts.convertManyOutput)
    .option('--overwrite', texts.overwrite);
}

/** The writer of one report; a format for data sets makes one of a single report. */
async function writerOf(to: ConvertTarget): Promise<Writer> {
  if (to !== 'parquet') return loadWriter(to);
  const dataSet = await loadDataSet(to);
  return (reading, options) => {
    const stream = dataSet(options);
    return concat([stream.start(), stream.add(reading), stream.end()].filter((piece) => typeof piece !== 'string'));
  };
}

/** A file for each report below a folder. */
async function runMany(session: Session, paths: readonly string[], folder: string, to: ConvertTarget, flags: Partial<ConvertFlags>): Promise<number> {
  const { lang, texts } = session;
  const write = await writerOf(to);
  return makeEach(session, paths, await inputsOfTree(session, paths, folder), folder, [], async (bytes, { name }) => {
    const reading = await parseBytes(bytes, name);
    return {
      content: write(reading, { lang, locations: flags.locations ?? false }),
      extension: `.${to}`,
      replaceable: () => replaceableBy(to, flags.overwrite),
      said: (file) => [texts.converted(file), ...losses(reading, texts).map((loss) => `  ${texts.note(loss)}`)],
    };
  });
}

async function run(session: Session, paths: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const flags = options as Partial<ConvertFlags>;
  const { output, overwrite, locations = false, to: asked } = flags;
  const { host, texts, lang } = session;
  const folder = isFolderOutput(output, session) ? output : undefined;
  const to = folder === undefined ? targetFor(asked, output, 'json', convertTargets, texts) : (asked ?? 'json');
  if (locations && to !== 'json' && to !== 'ndjson') throw new UsageError(texts.locationsOnlyInJson);
  if (folder !== undefined) return runMany(session, paths, folder, to, flags);
  if (standForMany(paths, session)) {
    if (!isDataSetName(to)) throw new UsageError(`${texts.notOneFile(to, dataSetNames.join(texts.or))}${texts.semicolon}${texts.folderMissing(output ?? '')}`);
    return writeDataSet(session, paths, to, { ...flags, locations });
  }
  const [input = '-'] = paths;
  const name = input === '-' ? texts.stdin : input;
  const bytes = await about(name, () => (input === '-' ? host.readStdin() : host.files.read(input)));
  const reading = await about(name, () => parseBytes(bytes, name));
  const write = await writerOf(to);
  await emit(session, write(reading, { lang, locations }), output, input === '-' ? [] : [input], replaceableBy(to, overwrite));
  for (const loss of losses(reading, texts)) await host.stderr.write(`${texts.note(loss)}\n`);
  return 0;
}

/** The command. */
export const command: CommandModule = { define, run };
