/** Files that the user left out: by `--exclude`, seen from the working folder, or by `ignore` of a configuration, seen from its own. */
import { folderOf, matchesGlob, pathFrom } from '../../base/glob.js';
import type { Configuration } from './configuration.js';
import type { Input } from './host.js';
import type { Inputs } from './inputs.js';
import type { Session } from './session.js';

/** Whether one of the patterns is for a path or for a folder that it lies in. */
export function isLeftOut(path: string, patterns: readonly string[]): boolean {
  const steps = path.split('/');
  const paths = steps.map((_, index) => steps.slice(0, index + 1).join('/'));
  return patterns.some((pattern) => paths.some((each) => each !== '' && matchesGlob(pattern.replace(/[/\\]+$/, ''), each)));
}

/** Takes the inputs out that are left out, and lists them among those that were skipped. */
export function leaveOut(inputs: Inputs, { host }: Session, patterns: readonly string[] = [], configuration?: Configuration): Inputs {
  const here = host.files.beside('', '.').path;
  const isOut = (input: Input): boolean => {
    if (input.path === undefined) return false;
    const ignored = configuration?.ignoredBy(input);
    return (
      isLeftOut(pathFrom(here, input.path), patterns) || (ignored !== undefined && isLeftOut(pathFrom(folderOf(ignored.path), input.path), ignored.patterns))
    );
  };
  const out = inputs.items.flatMap((item) => ('input' in item && isOut(item.input) ? [item.input] : []));
  if (out.length === 0) return inputs;
  const gone = new Set(out);
  return {
    items: inputs.items.filter((item) => !('input' in item && gone.has(item.input))),
    skipped: [...inputs.skipped, ...out.map(({ name }) => ({ file: name, reason: 'excluded' as const }))],
  };
}
