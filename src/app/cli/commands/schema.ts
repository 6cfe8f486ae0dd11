/** `gov-report schema`: prints a JSON Schema of the package. */
import type { Command } from 'commander';
import type { CommandModule, Session } from '../session.js';
import { UsageError } from '../usage-error.js';

function namesOf({ host }: Session): readonly string[] {
  return host.packageFolder('schemas').flatMap((file) => (file.endsWith('.json') ? file.slice(0, -'.json'.length) : []));
}

function define(command: Command, session: Session): void {
  const { texts, lang } = session;
  const known = namesOf(session).join(texts.or);
  command.argument(`<${lang === 'zh' ? '名称' : 'name'}>`, `${texts.schemaName}${lang === 'zh' ? '' : ' '}${known}`);
}

async function run(session: Session, [name = '']: readonly string[]): Promise<number> {
  const { host, texts } = session;
  const names = namesOf(session);
  if (!names.includes(name)) throw new UsageError(texts.unknownSchema(name, names.join(texts.or)));
  await host.stdout.write(host.packageFile(`schemas/${name}.json`) ?? '');
  return 0;
}

/** The command. */
export const command: CommandModule = { define, run };
