/** Many reports into one data set, read and written one after the other. */
import type { Reading } from '../../form/model/reading.js';
import { parseBytes } from '../../read/index.js';
import { type DataSetName, loadDataSet, type Piece } from '../../write/report/dataset/index.js';
import { uncheckedOutcome } from '../outcome.js';
import { about } from './about.js';
import { createCrashes } from './crashes.js';
import { findInputs, isAside } from './inputs.js';
import { createProgress } from './progress.js';
import type { Session } from './session.js';
import { replaceableBy } from './target.js';
import type { Texts } from './texts.js';
import { UsageError } from './usage-error.js';

/** What of the document the result cannot hold. */
export function losses({ tables, locations }: Reading, texts: Texts): readonly string[] {
  const lost = [...locations.values()].filter((located) => located.lost).length;
  const facts = Object.values(tables);
  const extra = facts.flatMap(({ extraRows }) => extraRows.map(({ label }) => label));
  const repeated = facts.reduce((count, table) => count + table.repeated.length, 0);
  return [
    ...(lost > 0 ? [texts.lostCells(lost)] : []),
    ...(extra.length > 0 ? [texts.extraRows(extra.length, extra.map((label) => `“${label}”`).join(texts.or))] : []),
    ...(repeated > 0 ? [texts.repeatedTables(repeated)] : []),
  ];
}

/** Where a data set goes: a file that appears whole or not at all, or standard output. Errors: InputError, and UsageError for bytes on a terminal. */
async function openTarget({ host, texts }: Session, to: DataSetName, output: string | undefined, inputs: readonly string[], overwrite: boolean | undefined) {
  if (output === undefined || output === '-') {
    if ((to === 'xlsx' || to === 'parquet') && host.stdout.isTTY) throw new UsageError(texts.binaryToTerminal);
    return { write: async (piece: Piece) => host.stdout.write(piece), commit: () => undefined, discard: () => undefined };
  }
  const file = await about(output, () => host.files.create(output, inputs, replaceableBy(to, overwrite)));
  return { write: (piece: Piece) => about(output, () => file.write(piece)), commit: () => about(output, () => file.commit()), discard: () => file.discard() };
}

/**
 * Writes the reports that the paths stand for as one data set; what cannot be read is said, and is not in it. Resolves to the exit code: 0 all are
 * in it, 2 some are not, 3 a bug. Errors: InputError when the output cannot be written.
 */
export async function writeDataSet(
  session: Session,
  paths: readonly string[],
  to: DataSetName,
  { output, overwrite, locations }: { readonly output?: string; readonly overwrite?: boolean; readonly locations: boolean },
): Promise<number> {
  const { host, lang, texts } = session;
  const { items, skipped: listed } = await findInputs(session, paths, texts.stdin, output === undefined ? [] : [output]);
  const target = await openTarget(
    session,
    to,
    output,
    items.flatMap((item) => ('input' in item ? (item.input.path ?? []) : [])),
    overwrite,
  );
  const stream = (await loadDataSet(to))({ lang, locations });
  const crashes = createCrashes(session);
  const progress = createProgress(host, texts, items.length);
  const skipped = listed.map(({ file }) => file);
  const nameless: string[] = [];
  let added = 0;
  let failed = 0;
  const say = (line: string): void => {
    progress.clear();
    host.stderr.write(`${line}\n`);
  };
  const fail = (file: string, { message, help }: { readonly message: string; readonly help: string }): void => {
    failed += 1;
    say(texts.notDone(file, `${message}${lang === 'zh' ? '' : ' '}${help}`));
  };
  try {
    await target.write(stream.start());
    for (const item of items) {
      if ('failed' in item) {
        fail(item.failed.file, item.failed.error);
        continue;
      }
      const { name, path } = item.input;
      let piece: Piece;
      try {
        const reading = await parseBytes(path === undefined ? await host.readStdin() : await host.files.read(path), name);
        piece = stream.add(reading);
        if (reading.report.unit === undefined || reading.report.year === undefined) nameless.push(name);
        for (const loss of losses(reading, texts)) say(texts.note(`${name}${lang === 'zh' ? '：' : ': '}${loss}`));
      } catch (error) {
        const { result, stack } = uncheckedOutcome(name, error, lang);
        if (isAside(item.input, result)) skipped.push(name);
        else fail(name, result.error);
        if (stack !== undefined) crashes.add(result, stack);
        continue;
      }
      await target.write(piece);
      added += 1;
      progress.show(added + failed);
    }
    if (added === 0) throw new UsageError(texts.nothingInSet);
    await about(output ?? texts.stdout, async () => target.write(stream.end()));
    await target.commit();
  } finally {
    progress.clear();
    target.discard();
  }
  if (nameless.length > 0) say(texts.note(texts.namelessInSet(nameless.length, nameless.join(texts.or))));
  if (skipped.length > 0) say(texts.note(texts.skipped(skipped.length, skipped.join(texts.or))));
  say(texts.setWritten(added, failed, output === undefined || output === '-' ? texts.stdout : output));
  if (await crashes.say()) return 3;
  return failed > 0 ? 2 : 0;
}
