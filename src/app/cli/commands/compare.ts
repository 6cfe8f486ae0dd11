/** `gov-report compare`: two versions of one report, in any formats. 0 alike, 1 different, 2 not comparable. */
import type { Command } from 'commander';
import type { Reading } from '../../../form/model/reading.js';
import { compareReadings } from '../../../judge/compare.js';
import { compareUnits, foldUnit } from '../../../judge/organs/same-name.js';
import { parseBytes } from '../../../read/index.js';
import { htmlComparison } from '../../../write/comparison/html.js';
import { jsonComparison } from '../../../write/comparison/json.js';
import { prettyComparison } from '../../../write/comparison/pretty.js';
import { about } from '../about.js';
import { colorLevel } from '../color.js';
import { emit } from '../emit.js';
import type { CommandModule, Session } from '../session.js';
import { replaceableBy } from '../target.js';
import { UsageError } from '../usage-error.js';
import { oneOf } from '../values.js';

const FORMATS = ['pretty', 'json', 'html'] as const;

interface CompareFlags {
  readonly format?: (typeof FORMATS)[number];
  readonly output?: string;
  readonly overwrite?: boolean;
  readonly color?: boolean;
}

function define(command: Command, { texts, lang }: Session): void {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  command
    .argument(`<${word('前', 'first')}>`, texts.compareFirst)
    .argument(`<${word('后', 'second')}>`, texts.compareSecond)
    .option(`-f, --format <${FORMATS.join('|')}>`, texts.compareFormat, oneOf('--format', FORMATS, texts))
    .option(`-o, --output <${word('文件', 'file')}>`, texts.convertOutput)
    .option('--overwrite', texts.overwrite)
    .option('--color', texts.lintColor)
    .option('--no-color', texts.lintNoColor);
}

async function read({ host, texts }: Session, path: string): Promise<{ readonly name: string; readonly reading: Reading }> {
  const name = path === '-' ? texts.stdin : path;
  const bytes = await about(name, () => (path === '-' ? host.readStdin() : host.files.read(path)));
  return { name, reading: await about(name, () => parseBytes(bytes, name)) };
}

/** Two reports of other units or years are no versions of one. Errors: UsageError. */
function refuseOthers(a: Reading, b: Reading, { texts }: Session): void {
  const { unit, year } = a.report;
  const other = b.report;
  if (year !== undefined && other.year !== undefined && year !== other.year) throw new UsageError(texts.compareYears(year, other.year));
  if (unit !== undefined && other.unit !== undefined && compareUnits(foldUnit(unit), foldUnit(other.unit)) === 'different')
    throw new UsageError(texts.compareUnits(unit, other.unit));
}

async function run(session: Session, [first = '-', second = '-']: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const { format = 'pretty', output, overwrite, color } = options as CompareFlags;
  const { host, lang, texts } = session;
  if (first === '-' && second === '-') throw new UsageError(texts.compareTwice);
  const [a, b] = [await read(session, first), await read(session, second)];
  refuseOthers(a.reading, b.reading, session);
  const comparison = { a: a.name, b: b.name, ...compareReadings(a.reading, b.reading) };
  const printed = {
    pretty: () => prettyComparison(comparison, lang, output === undefined ? colorLevel(host, color) : 0),
    json: () => jsonComparison(comparison),
    html: () => htmlComparison(comparison, lang),
  }[format]();
  await emit(
    session,
    printed,
    output,
    [first, second].filter((path) => path !== '-'),
    replaceableBy(format === 'pretty' ? 'txt' : format, overwrite),
  );
  return comparison.differences.length === 0 ? 0 : 1;
}

/** The command. */
export const command: CommandModule = { define, run };
