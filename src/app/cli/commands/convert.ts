/** `gov-report convert`: a report in another form. */
import type { Command } from 'commander';
import type { Reading } from '../../../form/model/reading.js';
import { parseBytes } from '../../../read/index.js';
import { loadWriter, type TargetName, targetNames } from '../../../write/report/index.js';
import { about } from '../about.js';
import { emit } from '../emit.js';
import type { CommandModule, Session } from '../session.js';
import { replaceableBy, targetFor } from '../target.js';
import type { Texts } from '../texts.js';
import { UsageError } from '../usage-error.js';
import { oneOf } from '../values.js';

interface ConvertFlags {
  readonly to: TargetName;
  readonly locations?: boolean;
  readonly output?: string;
  readonly overwrite?: boolean;
}

function define(command: Command, { texts, lang }: Session): void {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  command
    .argument(`<${word('输入', 'input')}>`, texts.convertInput)
    .option(`--to <${word('格式', 'format')}>`, texts.convertTo(targetNames.join(texts.or)), oneOf('--to', targetNames, texts))
    .option('--locations', texts.convertLocations)
    .option(`-o, --output <${word('文件', 'file')}>`, texts.convertOutput)
    .option('--overwrite', texts.overwrite);
}

/** What of the document the result cannot hold. */
function losses({ tables, locations }: Reading, texts: Texts): readonly string[] {
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

async function run(session: Session, [input = '-']: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const { output, overwrite, locations = false, to: asked } = options as Partial<ConvertFlags>;
  const { host, texts, lang } = session;
  const to = targetFor(asked, output, 'json', texts);
  if (locations && to !== 'json' && to !== 'ndjson') throw new UsageError(texts.locationsOnlyInJson);
  const name = input === '-' ? texts.stdin : input;
  const bytes = await about(name, () => (input === '-' ? host.readStdin() : host.files.read(input)));
  const reading = await about(name, () => parseBytes(bytes, name));
  const write = await loadWriter(to);
  await emit(session, write(reading, { lang, locations }), output, input === '-' ? [] : [input], replaceableBy(to, overwrite));
  for (const loss of losses(reading, texts)) await host.stderr.write(`${texts.note(loss)}\n`);
  return 0;
}

/** The command. */
export const command: CommandModule = { define, run };
