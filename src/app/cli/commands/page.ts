/** `gov-report page`: the whole program as one offline page, for people without a terminal. */
import type { Command } from 'commander';
import { emit } from '../emit.js';
import type { CommandModule, Session } from '../session.js';
import { refuseDocx, replaceableBy } from '../target.js';

function define(command: Command, { texts, lang }: Session): void {
  command.option(`-o, --output <${lang === 'zh' ? '文件' : 'file'}>`, texts.convertOutput).option('--overwrite', texts.overwrite);
}

async function run(session: Session, _arguments: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const { output, overwrite } = options as { readonly output?: string; readonly overwrite?: boolean };
  if (output !== undefined) refuseDocx(output, session.texts);
  const page = session.host.packageFile('dist/page.html');
  if (page === undefined) throw new Error('the package lacks dist/page.html: run npm run build');
  await emit(session, page, output, [], replaceableBy('html', overwrite));
  return 0;
}

/** The command. */
export const command: CommandModule = { define, run };
