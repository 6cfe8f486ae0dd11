/** The results of a run with what only all of its reports together can tell. They are held back until the last report has been read. */
import type { Lang } from '../../base/lang.js';
import type { ActiveRule } from '../../judge/engine.js';
import type { RuleOptions } from '../../judge/rule.js';
import { rules } from '../../judge/rules/index.js';
import type { RunFact } from '../../judge/run/facts.js';
import { judgeRun, rulesOfRun, withRunDiagnostics } from '../../judge/run/index.js';
import { selectRules } from '../../judge/select.js';
import type { Profile } from '../config/config.js';
import { type Outcome, uncheckedOutcome } from '../outcome.js';
import type { Job } from './run.js';

/** How the reports of each profile are judged at the end; undefined where every rule of that kind is off. */
type EndOfRun = readonly ({ readonly rules: readonly ActiveRule[]; readonly ruleOptions: RuleOptions } | undefined)[];

/** Whether findings about several reports are asked for, and by whom; undefined for a run of one report, or when all such rules are off. */
export function endOfRun(jobs: readonly Job[], profiles: readonly Profile[]): EndOfRun | undefined {
  if (jobs.filter((job) => 'input' in job).length < 2) return undefined;
  const asked = profiles.map(({ severities, ruleOptions }) => {
    const active = rulesOfRun(selectRules(rules, severities));
    return active.length === 0 ? undefined : { rules: active, ruleOptions };
  });
  return asked.some((one) => one !== undefined) ? asked : undefined;
}

/** An outcome as it waits: its result as text takes a third of the memory, and a run may have ten thousand. */
interface Held {
  readonly rest: Omit<Outcome, 'result' | 'fact'>;
  readonly result: Uint8Array;
  readonly fact?: RunFact;
}

/** The outcomes in their order, as soon as all are there. */
export async function* withWholeRun(outcomes: AsyncIterable<Outcome>, jobs: readonly Job[], asked: EndOfRun, lang: Lang): AsyncGenerator<Outcome> {
  const held: Held[] = [];
  const encoder = new TextEncoder();
  for await (const { result, fact, ...rest } of outcomes) held.push({ rest, result: encoder.encode(JSON.stringify(result)), ...(fact ? { fact } : {}) });
  const inRun = held.flatMap(({ fact }, index) => {
    const job = jobs[index]!;
    const judging = 'input' in job ? asked[job.profile] : undefined;
    return fact ? [{ index, fact, rules: judging?.rules ?? [], ...(judging ? { ruleOptions: judging.ruleOptions } : {}) }] : [];
  });
  let found: ReturnType<typeof judgeRun> | undefined;
  let fault: unknown;
  try {
    found = judgeRun(inRun, lang);
  } catch (bug) {
    fault = bug;
  }
  const byIndex = new Map(inRun.map(({ index }, number) => [index, number]));
  const decoder = new TextDecoder();
  for (const [index, { rest, result: text, fact }] of held.entries()) {
    const result = JSON.parse(decoder.decode(text)) as Outcome['result'];
    const number = byIndex.get(index);
    if (number === undefined || !fact || result.status !== 'checked') yield { ...rest, result };
    else if (!found) yield uncheckedOutcome(result.file, fault, lang);
    else yield { ...rest, result: withRunDiagnostics(result, fact, found[number]!) };
  }
}
