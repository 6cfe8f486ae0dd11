/** `gov-report inspect`: what the program saw in a file. */
import type { Command } from 'commander';
import { type StepName, steps } from '../../inspect/index.js';
import { about } from '../about.js';
import type { CommandModule, Session } from '../session.js';
import { oneOf } from '../values.js';

const names = Object.keys(steps) as StepName[];

function define(command: Command, { texts, lang }: Session): void {
  command
    .argument(`<${lang === 'zh' ? '文件' : 'file'}>`, texts.convertInput)
    .option(`--as <${names.join('|')}>`, texts.inspectAs, oneOf('--as', names, texts), 'fill' satisfies StepName);
}

async function run({ host, texts, lang }: Session, [input = '-']: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const { as } = options as { readonly as: StepName };
  const name = input === '-' ? texts.stdin : input;
  const bytes = await about(name, () => (input === '-' ? host.readStdin() : host.files.read(input)));
  const lines = await about(name, () => steps[as](bytes, name, lang));
  await host.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return 0;
}

/** The command. */
export const command: CommandModule = { define, run };
