/** What every command is given. */
import type { Command } from 'commander';
import type { Lang } from '../../base/lang.js';
import type { Host } from './host.js';
import type { Texts } from './texts.js';

/** One run of the program. */
export interface Session {
  readonly host: Host;
  readonly lang: Lang;
  readonly texts: Texts;
  /** Every command, in the order of the help. */
  readonly commands: readonly Entry[];
}

/** A command by its name; its file is loaded only when it is called. */
export interface Entry {
  readonly name: CommandName;
  readonly load: () => Promise<{ readonly command: CommandModule }>;
}

/** The names of the commands. */
export type CommandName =
  | 'lint'
  | 'annotate'
  | 'fix'
  | 'convert'
  | 'template'
  | 'aggregate'
  | 'compare'
  | 'merge'
  | 'page'
  | 'rules'
  | 'explain'
  | 'schema'
  | 'inspect'
  | 'completion'
  | 'init'
  | 'suppress';

/** One command; its file is loaded only when the command is called. */
export interface CommandModule {
  /** Declares arguments and options, in the user's language. */
  define(command: Command, session: Session): void;
  /** Does the work and resolves to the exit code. Errors: UsageError and InputError end the run with 2; anything else is a bug. */
  run(session: Session, args: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number>;
}
