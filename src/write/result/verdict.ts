/** The words for the verdicts. */
import type { Lang } from '../../base/lang.js';
import type { Verdict } from '../../judge/diagnostic.js';

/** The verdicts, the gravest first. */
export const verdicts = ['fail', 'unchecked', 'review', 'pass'] as const satisfies readonly Verdict[];

/** The word for each. */
export const verdictWords: { readonly [lang in Lang]: { readonly [verdict in Verdict]: string } } = {
  zh: { fail: '不通过', review: '须核实', pass: '通过', unchecked: '未能检查' },
  en: { fail: 'fail', review: 'review', pass: 'pass', unchecked: 'not checked' },
};
