/** How one report came out, in a word. */
import type { Lang } from '../../base/lang.js';
import type { FileResult } from '../../judge/diagnostic.js';
import { spoken } from './reporter.js';

/** The worst that was found, or that the report could not be checked. */
export type Verdict = 'failed' | 'warned' | 'passed' | 'unchecked';

/** The word for each. */
export const verdictWords: { readonly [lang in Lang]: { readonly [verdict in Verdict]: string } } = {
  zh: { failed: '不通过', warned: '有警告', passed: '通过', unchecked: '未能检查' },
  en: { failed: 'failed', warned: 'with warnings', passed: 'passed', unchecked: 'not checked' },
};

/** How a report came out, by the findings that are shown. */
export function verdictOf(result: FileResult, quiet = false): Verdict {
  if (result.status !== 'checked') return 'unchecked';
  const severities = spoken(result.diagnostics, quiet).map(({ severity }) => severity);
  if (severities.includes('error')) return 'failed';
  return severities.includes('warning') ? 'warned' : 'passed';
}
