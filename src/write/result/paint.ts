/** The colours of the reporter for people. */
import { Chalk } from 'chalk';
import type { Severity } from '../../judge/diagnostic.js';

/** Puts a colour on a text; leaves it as it is when colours are off. */
export type Paint = { readonly [name in Severity | 'good' | 'dim' | 'strong' | 'mark']: (text: string) => string };

/** The colours for a terminal's level (0 none … 3 all). */
export function createPaint(level: 0 | 1 | 2 | 3): Paint {
  const chalk = new Chalk({ level });
  return {
    error: chalk.red.bold,
    warning: chalk.yellow.bold,
    info: chalk.cyan.bold,
    good: chalk.green.bold,
    dim: chalk.dim,
    strong: chalk.bold,
    mark: chalk.black.bgYellow,
  };
}
