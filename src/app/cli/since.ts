/** Reading the results of an earlier run, and knowing which of its findings this run could find again. */
import type { FileResult } from '../../judge/diagnostic.js';
import { rules } from '../../judge/rules/index.js';
import type { Profile } from '../config/config.js';
import type { Since } from '../config/since.js';
import { readNamed } from './configuration.js';
import type { Session } from './session.js';

/** Reads what `--since` names. Errors: InputError for a file that cannot be read or is no result of `lint -f json`. */
export async function loadSince(session: Session, path: string): Promise<Since> {
  const { parseEarlier } = await import('../config/earlier.js');
  const { createSince } = await import('../config/since.js');
  return createSince(path, parseEarlier(await readNamed(session, { path, name: path }), path));
}

/** Whether a rule of the earlier run spoke of this report now too: it is not off, and what it compares with is there. */
export function rulesThatRan(result: FileResult, { severities }: Profile, ofRun: boolean): (ruleId: string) => boolean {
  const withPrevious = result.status === 'checked' && result.checks.previous?.status === 'compared';
  return (id) => {
    const rule = rules.find((one) => one.id === id);
    return rule !== undefined && severities[id] !== 'off' && (withPrevious || !id.startsWith('history/')) && (ofRun || !rule.ofRun);
  };
}
