/** One file through the house: bytes → reading → result, with the view of the document where a page will show it. */
import { InputError } from '../base/errors.js';
import { valueAt } from '../form/model/pointer.js';
import type { Report } from '../form/model/report.js';
import type { Checked, FileResult, Unchecked } from '../judge/diagnostic.js';
import { judgeReading, type LintOptions, uncheckedResult } from '../judge/judge.js';
import type { RunFact } from '../judge/run/facts.js';
import { readReport } from '../read/index.js';
import { viewDocument } from '../write/view/index.js';
import { type MaskedWords, maskView } from '../write/view/masked.js';
import type { DocumentView } from '../write/view/view.js';

/** The result for one input, and the document as people see it when that was asked for and it could be read. */
export interface Outcome {
  readonly result: FileResult;
  readonly view?: DocumentView;
  /** What the report tells to the others of its run, when that was asked for. */
  readonly fact?: RunFact;
  /** Where in the program it broke down; only when the result is `crashed`. */
  readonly stack?: string;
}

/** The outcome for an input that was not checked. */
export interface UncheckedOutcome extends Outcome {
  readonly result: Unchecked;
}

/** What was thrown, with its causes, for a report of a bug. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\n${stackOf(error.cause)}`;
  return (error.stack ?? error.message) + cause;
}

/** The outcome for an input that was not checked because of `error`. */
export function uncheckedOutcome(file: string, error: unknown, lang: LintOptions['lang']): UncheckedOutcome {
  const result = uncheckedResult(file, error, lang);
  return error instanceof InputError ? { result } : { result, stack: stackOf(error) };
}

/** The words of the report that its result has masked. */
function secretsOf({ diagnostics }: Checked, report: Report, { rules }: LintOptions): readonly MaskedWords[] {
  const secret = new Set(rules.flatMap(({ rule }) => (rule.secret ? [rule.id] : [])));
  return diagnostics.flatMap(({ ruleId, pointer, place: { span, quote } }) => {
    const text = secret.has(ruleId) && span ? valueAt(report, pointer) : undefined;
    return typeof text === 'string' && span && quote !== undefined ? [{ pointer, words: text.slice(...span), masked: quote }] : [];
  });
}

/** Reads and judges one file. Nothing is thrown: an input that cannot be read is a result, and so is a bug of the program. */
export async function lintFile(read: () => Promise<Uint8Array>, file: string, options: LintOptions, withView = false, withFact = false): Promise<Outcome> {
  try {
    const bytes = await read();
    const found = await readReport(bytes, file);
    const { result, fact } = judgeReading(found.reading, file, options);
    const told = withFact ? { fact: fact() } : {};
    if (!withView) return { result, ...told };
    const view = await viewDocument(bytes, found.document, found.reading);
    return { result, view: maskView(view, secretsOf(result, found.reading.report, options)), ...told };
  } catch (error) {
    return uncheckedOutcome(file, error, options.lang);
  }
}
