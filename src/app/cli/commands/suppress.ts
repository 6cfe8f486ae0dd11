/** `gov-report suppress`: accepts findings of a run with a reason, and takes out entries that match nothing any more. */
import type { Command } from 'commander';
import { folderOf, pathFrom } from '../../../base/glob.js';
import type { Diagnostic } from '../../../judge/diagnostic.js';
import { rules } from '../../../judge/rules/index.js';
import { SUPPRESSIONS_FILE } from '../../config/names.js';
import type { Suppression } from '../../config/types.js';
import { loadConfiguration, readNamed } from '../configuration.js';
import { createCrashes } from '../crashes.js';
import { emit } from '../emit.js';
import { findInputs, isAside, namedInputs } from '../inputs.js';
import { defineJudging, type JudgingFlags, profileOf } from '../judging.js';
import { loadPrevious } from '../previous.js';
import { checkAll, type Job } from '../run.js';
import type { CommandModule, Session } from '../session.js';
import { covering, createSettler } from '../settle.js';
import { UsageError } from '../usage-error.js';
import { collect, unknownRule } from '../values.js';
import { endOfRun, withWholeRun } from '../whole-run.js';

interface SuppressFlags extends JudgingFlags {
  readonly reason?: string;
  readonly only?: readonly string[];
  readonly fingerprint?: readonly string[];
  readonly author?: string;
  readonly until?: string;
  readonly prune?: boolean;
}

function define(command: Command, session: Session): void {
  const { texts, lang } = session;
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  command
    .argument(`<${word('路径', 'paths')}...>`, texts.lintPaths)
    .option(`--reason <${word('理由', 'text')}>`, texts.suppressReason)
    .option(`--only <${word('规则', 'id')}>`, texts.suppressOnly, collect)
    .option(`--fingerprint <${word('指纹', 'fingerprint')}>`, texts.suppressFingerprint, collect)
    .option(`--author <${word('姓名', 'name')}>`, texts.suppressAuthor)
    .option(`--until <${word('期限', 'text')}>`, texts.suppressUntil)
    .option('--prune', texts.suppressPrune);
  defineJudging(command, session);
}

/** Errors: UsageError when it is not said what to accept and why. */
function checkFlags({ reason, only, fingerprint, prune }: SuppressFlags, { texts }: Session): void {
  const chosen = [...(only ?? []), ...(fingerprint ?? [])];
  if (reason === undefined && chosen.length === 0 && !prune) throw new UsageError(texts.suppressNothing);
  if ((reason === undefined) !== (chosen.length === 0)) throw new UsageError(texts.suppressBoth);
  const ids = rules.map(({ id }) => id);
  const strange = only?.find((id) => !ids.includes(id));
  if (strange !== undefined) throw unknownRule(strange, ids, texts);
}

/** The entries of the file, as they stand there; none when there is no file. */
async function entriesOf(session: Session, path: string): Promise<readonly Suppression[]> {
  if (!session.host.files.isFile(path)) return [];
  const { parseSuppressions } = await import('../../config/suppressions.js');
  return parseSuppressions(await readNamed(session, { path, name: path }), path).map(({ line: _line, ...entry }) => entry);
}

const sameEntry = (a: Suppression, b: Suppression): boolean => a.fingerprint === b.fingerprint && a.file === b.file && a.rule === b.rule;

async function run(session: Session, args: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const flags = options as SuppressFlags;
  const { host, lang, texts } = session;
  checkFlags(flags, session);
  const output = flags.suppressions ?? SUPPRESSIONS_FILE;
  const target = host.files.beside('', output).path;
  const present = await entriesOf(session, output);
  // The file that is written is the one that is valid for the run; where there is none yet, nothing is.
  const judging = host.files.isFile(output) ? { ...flags, suppressions: output } : (({ suppressions: _none, ...rest }) => rest)(flags);
  const found = await findInputs(session, args, texts.stdin, [output]);
  const inputs = namedInputs(found);
  const configuration = await loadConfiguration(session, judging, profileOf(session, flags), inputs);
  const settler = await createSettler(session, configuration, undefined, covering(session, args));
  const previous = flags.previous === undefined ? undefined : await loadPrevious(session, flags.previous, []);
  const jobs = found.items.map((item): Job => ('input' in item ? { input: item.input, profile: configuration.profileOf(item.input) } : item));
  const atEnd = endOfRun(jobs, configuration.profiles);
  const settings = { lang, profiles: configuration.profiles, ...(previous ? { previous: previous.source } : {}), ...(atEnd ? { facts: true } : {}) };
  const checked = checkAll(host, jobs, settings, host.defaultJobs(jobs.length));
  const crashes = createCrashes(session);
  const added: Suppression[] = [];
  const chosen = ({ ruleId, fingerprint, suppressed }: Diagnostic): boolean =>
    !suppressed && (flags.only?.includes(ruleId) || flags.fingerprint?.includes(fingerprint)) === true;
  let failed = 0;
  let index = 0;
  for await (const { result, stack } of atEnd ? withWholeRun(checked, jobs, atEnd, lang) : checked) {
    const job = jobs[index]!;
    index += 1;
    const settled = settler.settle(result, job);
    if (stack !== undefined) crashes.add(result, stack);
    if (settled.status !== 'checked') {
      if (!('input' in job && isAside(job.input, settled))) {
        failed += 1;
        await host.stderr.write(`${texts.notDone(settled.file, settled.error.message)}\n`);
      }
      continue;
    }
    if (!('input' in job) || flags.reason === undefined) continue;
    const file = pathFrom(folderOf(target), job.input.path ?? job.input.name);
    for (const { fingerprint, ruleId } of settled.diagnostics.filter(chosen)) {
      const { reason, author, until } = flags;
      const entry = { fingerprint, rule: ruleId, file, reason, ...(author === undefined ? {} : { author }), ...(until === undefined ? {} : { until }) };
      if (![...present, ...added].some((one) => sameEntry(one, entry))) added.push(entry);
    }
  }
  const stale = flags.prune ? settler.staleEntries(target) : [];
  const kept = present.filter((entry) => !stale.some((one) => sameEntry(one, entry)));
  const pruned = present.length - kept.length;
  if (added.length + pruned > 0)
    await emit(
      session,
      `${JSON.stringify({ suppressions: [...kept, ...added] }, null, 2)}\n`,
      output,
      inputs.flatMap(({ path }) => path ?? []),
      ['.json'],
    );
  await host.stderr.write(`${texts.suppressed(added.length, pruned, output)}\n`);
  if (await crashes.say()) return 3;
  return failed > 0 || inputs.length === 0 ? 2 : 0;
}

/** The command. */
export const command: CommandModule = { define, run };
