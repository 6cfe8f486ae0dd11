/** Whether to use colours, and how many. Decided here because chalk, told a level, looks at nothing else. */
import type { ReportOptions } from '../../write/result/reporter.js';
import type { Host } from './host.js';

type Level = ReportOptions['color'];

/** How many colours the terminal shows, by what it says of itself. */
function terminalLevel(env: Host['env']): Level {
  if (/^(?:truecolor|24bit)$/i.test(env['COLORTERM'] ?? '') || env['WT_SESSION'] !== undefined) return 3;
  return /-256(?:color)?$/i.test(env['TERM'] ?? '') ? 2 : 1;
}

/** The level for standard output: the option, else FORCE_COLOR, else NO_COLOR, else whether it is a terminal. */
export function colorLevel(host: Host, option: boolean | undefined): Level {
  const { env, stdout } = host;
  if (option !== undefined) return option ? terminalLevel(env) : 0;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) {
    if (force === '0' || force === 'false') return 0;
    return force === '1' || force === '2' || force === '3' ? (Number(force) as Level) : terminalLevel(env);
  }
  if ((env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb' || !stdout.isTTY) return 0;
  return terminalLevel(env);
}
