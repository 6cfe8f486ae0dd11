/** Holding the units of a run against each other, before any of them is checked. */
import { type Alike, findAlike, LEAST_UNITS } from '../../judge/alike/index.js';
import { type AlikeReport, alikeReport } from '../../judge/alike/sentences.js';
import { nationalDuties } from '../../judge/profiles/index.js';
import { parseBytes } from '../../read/index.js';
import type { Profile } from '../config/config.js';
import type { Host } from './host.js';
import type { Job } from './run.js';

/** The rule that the comparison is for: where it is off nothing is read twice. */
const RULE = 'rollup/alike';

/**
 * Reads every input for its sentences and compares them; nothing when there are too few units or nobody asks. What cannot be read is passed over
 * here: its own check says so.
 */
export async function loadAlike(host: Host, jobs: readonly Job[], profiles: readonly Profile[]): Promise<ReadonlyMap<string, readonly Alike[]> | undefined> {
  const asking = profiles.filter(({ severities }) => severities[RULE] !== 'off');
  const bounds = asking.flatMap(({ ruleOptions }) => (ruleOptions.duties ?? nationalDuties).alike ?? []);
  const inputs = jobs.flatMap((job) => ('input' in job && job.input.path !== undefined && asking.includes(profiles[job.profile]!) ? [job.input] : []));
  if (bounds.length === 0 || inputs.length < LEAST_UNITS) return undefined;
  const reports: AlikeReport[] = [];
  for (const { name, path } of inputs) {
    try {
      const { report } = await parseBytes(host.files.read(path!), name);
      const own = alikeReport(name, report);
      if (own) reports.push(own);
    } catch {
      // Told when the file is checked.
    }
  }
  return findAlike(reports, Math.min(...bounds));
}
