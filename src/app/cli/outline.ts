/** The commands with their options as plain data, taken from what each declares: for completion, the manual and the reference. */
import { Command, type Option } from 'commander';
import { rules } from '../../judge/rules/index.js';
import { targetNames } from '../../write/report/index.js';
import { lintFormats } from './outputs.js';
import type { Session } from './session.js';
import { SHELLS } from './shell-names.js';

/** One option of a command. */
export interface OptionOutline {
  /** As the help prints it: `-o, --output <文件>`. */
  readonly flags: string;
  /** `-o`, `--output`. */
  readonly names: readonly string[];
  /** Whether a value follows. */
  readonly takesValue: boolean;
  /** The words it can be given, where they are few; empty where it is a file, a number or free. */
  readonly words: readonly string[];
  readonly about: string;
}

/** One command. */
export interface CommandOutline {
  readonly name: string;
  readonly about: string;
  /** `gov-report lint [选项] <路径...>` */
  readonly usage: string;
  readonly arguments: readonly { readonly name: string; readonly about: string }[];
  readonly options: readonly OptionOutline[];
  /** The words its argument can be, where they are few. */
  readonly words: readonly string[];
}

/** The words that options and arguments take, where the declaration does not list them. */
function knownWords(session: Session): Readonly<Record<string, readonly string[]>> {
  const ids = rules.map(({ id }) => id);
  const schemas = session.host.packageFolder('schemas').flatMap((file) => (file.endsWith('.json') ? file.slice(0, -'.json'.length) : []));
  return { '--format': lintFormats, '--to': targetNames, '--rule': ids, explain: ids, schema: schemas, completion: SHELLS };
}

function optionOutline(option: Option, words: readonly string[] | undefined): OptionOutline {
  const listed = /<([a-z0-9]+(?:\|[a-z0-9]+)+)>/.exec(option.flags)?.[1]?.split('|');
  return {
    flags: option.flags,
    names: [option.short, option.long].filter((name) => name !== undefined),
    takesValue: option.required || option.optional,
    words: listed ?? words ?? [],
    about: option.description,
  };
}

/** Every command, in the order of the help and in the language of the session. */
export async function outlineOf(session: Session): Promise<readonly CommandOutline[]> {
  const words = knownWords(session);
  const { texts } = session;
  return Promise.all(
    session.commands.map(async ({ name, load }) => {
      const command = new Command(name).option('--lang <zh|en>', texts.lang).option('-h, --help', texts.help);
      (await load()).command.define(command, session);
      const positional = command.registeredArguments.map((argument) => ({ name: argument.name(), about: argument.description, many: argument.variadic }));
      return {
        name,
        about: texts[name],
        usage: ['gov-report', name, texts.optionsInUsage, ...positional.map((one) => `<${one.name}${one.many ? '...' : ''}>`)].join(' '),
        arguments: positional.map((one) => ({ name: one.name, about: one.about })),
        options: command.options.map((option) => optionOutline(option, words[option.long ?? ''])),
        words: words[name] ?? [],
      };
    }),
  );
}
