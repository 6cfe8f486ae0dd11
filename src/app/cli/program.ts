/** The program with its commands, wired with commander; every word it prints is in the user's language. */
import { Command, CommanderError, Help } from 'commander';
import { displayWidth } from '../../base/text/width.js';
import { version } from '../../base/version.js';
import { wrap } from '../../write/result/wrap.js';
import type { Entry, Session } from './session.js';
import type { Texts } from './texts.js';
import { UsageError } from './usage-error.js';

/** The commands in the order of the help. */
export const commands: readonly Entry[] = [
  { name: 'lint', load: () => import('./commands/lint.js') },
  { name: 'annotate', load: () => import('./commands/annotate.js') },
  { name: 'fix', load: () => import('./commands/fix.js') },
  { name: 'convert', load: () => import('./commands/convert.js') },
  { name: 'template', load: () => import('./commands/template.js') },
  { name: 'aggregate', load: () => import('./commands/aggregate.js') },
  { name: 'compare', load: () => import('./commands/compare.js') },
  { name: 'merge', load: () => import('./commands/merge.js') },
  { name: 'init', load: () => import('./commands/init.js') },
  { name: 'suppress', load: () => import('./commands/suppress.js') },
  { name: 'page', load: () => import('./commands/page.js') },
  { name: 'rules', load: () => import('./commands/rules.js') },
  { name: 'explain', load: () => import('./commands/explain.js') },
  { name: 'schema', load: () => import('./commands/schema.js') },
  { name: 'inspect', load: () => import('./commands/inspect.js') },
  { name: 'completion', load: () => import('./commands/completion.js') },
];

/** The fixed words of commander in the user's language. */
function translateHelp(program: Command, texts: Texts): void {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': texts.usage,
    'Arguments:': texts.arguments,
    'Options:': texts.options,
    'Commands:': texts.commands,
  };
  program.configureHelp({
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: (usage) => usage.replace('[options]', texts.optionsInUsage).replace('[command]', texts.commandInUsage),
    // A full-width colon brings its own space.
    formatHelp: (command, helper) => Help.prototype.formatHelp.call(helper, command, helper).replace('： ', '：'),
    subcommandTerm: (command) => command.name(),
    displayWidth,
    boxWrap: (text, width) =>
      text
        .split('\n')
        .flatMap((line) => wrap(line, width))
        .join('\n'),
  });
}

/** What other programs call a command. */
const ALIKE: Readonly<Record<string, string>> = { check: 'lint', validate: 'lint', verify: 'lint' };

/** What commander found wrong, as one sentence. */
function translateError({ code, message }: CommanderError, texts: Texts): string {
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? '';
  const similar = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1];
  const word = (code === 'commander.unknownCommand' ? ALIKE[quoted] : undefined) ?? similar;
  const meant = word === undefined ? '' : texts.meant(word.replaceAll(', ', texts.or));
  switch (code) {
    case 'commander.unknownOption':
      return texts.unknownOption(quoted) + meant;
    case 'commander.unknownCommand':
      return texts.unknownCommand(quoted) + meant;
    case 'commander.missingArgument':
      return texts.missingArgument(quoted);
    case 'commander.optionMissingArgument':
      return texts.missingValue(quoted);
    case 'commander.excessArguments':
      return texts.tooManyArguments;
    default:
      return message;
  }
}

function createProgram({ host, texts }: Session): Command {
  const program = new Command('gov-report');
  translateHelp(program, texts);
  program
    .description(texts.about)
    .option('--lang <zh|en>', texts.lang)
    .helpOption('-h, --help', texts.help)
    .helpCommand(`help [${texts.helpCommandArgument}]`, texts.helpCommand)
    .addHelpText('after', `\n${texts.moreHelp}`)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => host.stdout.columns ?? 80,
      getErrHelpWidth: () => host.stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  return program.version(version, '-v, --version', texts.version);
}

/** The call that shows the usage of the command that the arguments name. */
export function usageOf(argv: readonly string[]): string {
  const command = argv.find((argument) => commands.some(({ name }) => name === argument));
  return command === undefined ? 'gov-report --help' : `gov-report ${command} --help`;
}

/** Options and arguments given as nothing, as of a shell's empty variable, would be taken for a file or name that is not meant. */
function refuseEmpty(command: Command, texts: Texts): void {
  const options: Readonly<Record<string, unknown>> = command.opts();
  const option = command.options.find((candidate) => String(options[candidate.attributeName()] ?? 'absent').trim() === '');
  if (option) throw new UsageError(texts.missingValue(option.flags));
  if (command.args.some((argument) => argument.trim() === '')) throw new UsageError(texts.missingArgument(command.registeredArguments[0]?.name() ?? ''));
}

/** Runs the command that the arguments name. Errors: as its `run`, and UsageError for arguments that name none. */
export async function runProgram(session: Session): Promise<number> {
  const { host, texts } = session;
  const program = createProgram(session);
  let exitCode = 0;
  for (const { name, load } of commands) {
    const command = program.command(name).summary(texts[name]).description(texts[name]).option('--lang <zh|en>', texts.lang);
    if (!host.argv.includes(name)) continue;
    const { command: module } = await load();
    module.define(command, session);
    command.action(async () => {
      refuseEmpty(command, texts);
      exitCode = await module.run(session, command.args, command.opts());
    });
  }
  const [first, topic] = host.argv;
  if (first === 'help' && topic !== undefined && !topic.startsWith('-') && !commands.some(({ name }) => name === topic)) {
    throw new UsageError(texts.unknownCommand(topic));
  }
  try {
    await program.parseAsync(host.argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    // Without a command commander has already shown the usage.
    if (error.code === 'commander.help') return 2;
    throw new UsageError(translateError(error, texts));
  }
}
