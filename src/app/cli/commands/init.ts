/** `gov-report init`: a configuration with every key and what it does, to be adapted. */
import type { Command } from 'commander';
import { CONFIG_FILE } from '../../config/names.js';
import { starterConfig } from '../../config/starter.js';
import { emit } from '../emit.js';
import type { CommandModule, Session } from '../session.js';

function define(command: Command, { texts, lang }: Session): void {
  command.option(`-o, --output <${lang === 'zh' ? '文件' : 'file'}>`, texts.initOutput(CONFIG_FILE)).option('--overwrite', texts.overwrite);
}

async function run(session: Session, _arguments: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const { output = CONFIG_FILE, overwrite } = options as { readonly output?: string; readonly overwrite?: boolean };
  // Settings are the user's work: one that is there stays.
  await emit(session, starterConfig(session.lang), output, [], overwrite ? undefined : []);
  await session.host.stderr.write(`${session.texts.converted(output === '-' ? session.texts.stdout : output)}\n`);
  return 0;
}

/** The command. */
export const command: CommandModule = { define, run };
