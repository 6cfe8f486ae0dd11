/** `gov-report convert`: prints a report as data. */
import type { Command } from 'commander';
import { InputError } from '../../errors.js';
import { parseBytes } from '../../pipeline.js';
import { reportJson } from '../../writers/json.js';
import type { CommandModule, Session } from '../session.js';
import { sentenceOf } from '../texts.js';
import { UsageError } from '../usage-error.js';
import { oneOf } from '../values.js';

const TARGETS = ['json', 'ndjson'] as const;

interface ConvertFlags {
  readonly to: (typeof TARGETS)[number];
  readonly locations?: boolean;
  readonly output?: string;
}

function define(command: Command, { texts, lang }: Session): void {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  command
    .argument(`<${word('输入', 'input')}>`, texts.convertInput)
    .option(`--to <${word('格式', 'format')}>`, texts.convertTo, oneOf('--to', TARGETS, texts))
    .option('--locations', texts.convertLocations)
    .option(`-o, --output <${word('文件', 'file')}>`, texts.convertOutput);
}

/** Does what `act` does; an input error gets the name of the file it is about. */
async function about<T>(name: string, { lang }: Session, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof InputError) throw new UsageError(sentenceOf(error, lang, name));
    throw error;
  }
}

async function run(session: Session, [input = '-']: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const { to = 'json', locations = false, output } = options as Partial<ConvertFlags>;
  const { host, texts } = session;
  const name = input === '-' ? texts.stdin : input;
  const bytes = await about(name, session, () => (input === '-' ? host.readStdin() : host.files.read(input)));
  const reading = await about(name, session, () => parseBytes(bytes, name));
  const text = reportJson(reading, { locations, indent: to === 'json' ? 2 : 0 });
  if (output === undefined) {
    await host.stdout.write(text);
    return 0;
  }
  const file = await about(output, session, () => host.files.create(output, input === '-' ? [] : [input]));
  try {
    await about(output, session, () => {
      file.write(text);
      file.commit();
    });
  } finally {
    file.discard();
  }
  return 0;
}

/** The command. */
export const command: CommandModule = { define, run };
