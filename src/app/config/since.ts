/** The second round: what of an earlier run's findings was mended, is still open, or is new. */
import type { Checked, Diagnostic, FileResult, MendedFinding, SinceCheck, SinceRun } from '../../judge/diagnostic.js';
import { type EarlierFinding, type EarlierReport, type EarlierRun, findEarlier } from './earlier.js';

/** Compares the results of a run one by one with the earlier one. */
export interface Since {
  settle(result: FileResult, ran: (ruleId: string) => boolean): FileResult;
  /** What the whole run comes to, and whose reports were not handed in again. */
  end(): SinceRun;
  /** The reports of the earlier run that are not in this one: their units have reported. */
  before(): readonly { readonly file: string; readonly unit: string }[];
}

/** What a finding is when its paragraph has moved: all but the numbers of section and paragraph. */
function movedKey({ ruleId, pointer, message }: Pick<Diagnostic, 'ruleId' | 'pointer' | 'message'>, quote: string | undefined): string {
  return JSON.stringify([ruleId, pointer.replace(/\/\d+(?=\/|$)/g, '/'), quote ?? message]);
}

/** Takes from `left` the first that `matches`. */
function take(left: EarlierFinding[], matches: (finding: EarlierFinding) => boolean): boolean {
  const index = left.findIndex(matches);
  if (index !== -1) left.splice(index, 1);
  return index !== -1;
}

const isSeverity = (word: string): word is MendedFinding['severity'] => word === 'error' || word === 'warning' || word === 'info';

function compare(result: Checked, earlier: EarlierReport | undefined, ran: (ruleId: string) => boolean): Checked {
  const left = [...(earlier?.findings ?? [])];
  const known = new Set<Diagnostic>();
  // Those that stand where they stood come first: only what they leave can have moved.
  for (const diagnostic of result.diagnostics) if (take(left, ({ fingerprint }) => fingerprint === diagnostic.fingerprint)) known.add(diagnostic);
  for (const diagnostic of result.diagnostics) {
    if (known.has(diagnostic)) continue;
    const key = movedKey(diagnostic, diagnostic.place.quote);
    if (take(left, (finding) => movedKey(finding, finding.quote) === key)) known.add(diagnostic);
  }
  const diagnostics = result.diagnostics.map(
    (diagnostic): Diagnostic => (diagnostic.suppressed ? diagnostic : { ...diagnostic, since: known.has(diagnostic) ? 'open' : 'new' }),
  );
  const count = (status: Diagnostic['since']): number => diagnostics.filter(({ since }) => since === status).length;
  const judged = left.filter(({ ruleId }) => ran(ruleId));
  const mended = judged.map(({ ruleId, severity, message }): MendedFinding => ({ ruleId, severity: isSeverity(severity) ? severity : 'info', message }));
  const since: SinceCheck = {
    earlier: earlier?.findings === undefined ? null : earlier.file,
    mended,
    open: count('open'),
    new: count('new'),
    unjudged: left.length - judged.length,
  };
  return { ...result, diagnostics, since };
}

/** The findings that a report is sent back for. */
function returnedFor({ findings = [] }: Pick<EarlierReport, 'findings'>): readonly EarlierFinding[] {
  return findings.filter(({ severity }) => severity !== 'info');
}

/** Prepares the comparison with the run that the results `file` are of. */
export function createSince(file: string, run: EarlierRun): Since {
  const seen = new Set<EarlierReport>();
  const counts = { mended: 0, open: 0, new: 0 };
  return {
    settle(result, ran) {
      const earlier = findEarlier(run, result.status === 'checked' ? result : { file: result.file, unit: null, year: null });
      if (earlier) seen.add(earlier);
      if (result.status !== 'checked') return result;
      const compared = compare(result, earlier, ran);
      const { mended, open, new: fresh } = compared.since!;
      counts.mended += mended.length;
      counts.open += open;
      counts.new += fresh;
      return compared;
    },
    before: () => run.flatMap((report) => (seen.has(report) || !report.unit ? [] : [{ file: report.file, unit: report.unit }])),
    end: () => {
      // What passed then need not come again.
      const absent = run.filter((report) => !seen.has(report) && (report.findings === undefined || returnedFor(report).length > 0));
      return {
        file,
        ...counts,
        absent: absent.map(({ file: name, unit, findings }) => ({ file: name, unit: unit ?? null, findings: returnedFor({ findings }).length })),
      };
    },
  };
}
