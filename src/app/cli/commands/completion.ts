/** `gov-report completion`: a script that completes commands, options, formats and rules in a shell. */
import type { Command } from 'commander';
import type { CommandModule, Session } from '../session.js';
import { SHELLS } from '../shell-names.js';
import { completionScript } from '../shells.js';
import { UsageError } from '../usage-error.js';

function define(command: Command, { texts, lang }: Session): void {
  command.argument(`<${lang === 'zh' ? '名称' : 'shell'}>`, `${texts.completionShell}${SHELLS.join(texts.or)}`);
}

async function run(session: Session, [name = '']: readonly string[]): Promise<number> {
  const shell = SHELLS.find((one) => one === name);
  if (shell === undefined) throw new UsageError(session.texts.unknownShell(name, SHELLS.join(session.texts.or)));
  const { outlineOf } = await import('../outline.js');
  await session.host.stdout.write(completionScript(shell, await outlineOf(session)));
  return 0;
}

/** The command. */
export const command: CommandModule = { define, run };
