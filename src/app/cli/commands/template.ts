/** `gov-report template`: the blank form as a Word document. */
import type { Command } from 'commander';
import { type Edition, editionForYear, editions } from '../../../form/editions/index.js';
import { blankReading } from '../../../form/model/blank.js';
import { reportDocx } from '../../../write/report/docx.js';
import { emit } from '../emit.js';
import type { CommandModule, Session } from '../session.js';
import { refuseOtherThanDocx, replaceableBy } from '../target.js';
import { UsageError } from '../usage-error.js';
import { oneOf, yearNumber } from '../values.js';

interface TemplateFlags {
  readonly edition?: Edition;
  readonly year?: number;
  readonly unit?: string;
  readonly output?: string;
  readonly overwrite?: boolean;
}

function define(command: Command, { texts, lang }: Session): void {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const known = editions.map(({ edition }) => edition);
  command
    .option(`--edition <${known.join('|')}>`, texts.templateEdition(known.join(texts.or)), oneOf('--edition', known, texts))
    .option(`--year <${word('年份', 'year')}>`, texts.templateYear, yearNumber(texts))
    .option(`--unit <${word('名称', 'name')}>`, texts.templateUnit)
    .option(`-o, --output <${word('文件', 'file')}>`, texts.convertOutput)
    .option('--overwrite', texts.overwrite);
}

async function run(session: Session, _arguments: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const { year, unit, output, overwrite, edition = year === undefined ? editions.at(-1)!.edition : editionForYear(year) } = options as TemplateFlags;
  if (year !== undefined && editionForYear(year) !== edition) throw new UsageError(session.texts.wrongEdition(year, editionForYear(year)));
  if (output !== undefined) refuseOtherThanDocx(output, session.texts);
  const named = unit?.trim();
  const blank = blankReading({ edition, ...(year === undefined ? {} : { year }), ...(named ? { unit: named } : {}) });
  await emit(session, reportDocx(blank), output, [], replaceableBy('docx', overwrite));
  return 0;
}

/** The command. */
export const command: CommandModule = { define, run };
