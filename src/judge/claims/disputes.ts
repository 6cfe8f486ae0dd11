/** Which figures of table 四 a phrase names. */
import { cases, type DisputeResult } from './cells.js';
import { type Context, groupsNamed } from './context.js';
import type { Resolved } from './requests.js';
import { has, of, type Phrase, type Word } from './tree.js';

/** The result that a word stands for; undefined for one that table 四 does not tell apart (撤诉). */
function resultOf({ of: which }: Word): DisputeResult | undefined {
  if (which === 'unknown') return undefined;
  return which === 'won' ? 'upheld' : which === 'lost' ? 'corrected' : (which as DisputeResult);
}

/** The results that words name; undefined where one of them is not told apart in the table. */
export function resultsNamed(words: readonly Word[]): readonly DisputeResult[] | undefined {
  const results = of(words, 'result').map(resultOf);
  return results.includes(undefined) ? undefined : [...new Set(results as readonly DisputeResult[])];
}

/** Reads the figures of table 四 that a phrase names. */
export function resolveDisputes(phrase: Phrase, names: readonly Word[], context: Context): Resolved {
  const { words } = phrase;
  const results = resultsNamed(names);
  if (!results) return { aside: 'ambiguous' };
  const together = has(words, 'and', 'total', 'all');
  const groups = groupsNamed(names);
  if ((of(names, 'dispute').length > 1 && groups.length > 2 && !together) || (results.length > 1 && !together)) return { aside: 'ambiguous' };
  const kinds = results.length > 0 ? results : (['total'] as const);
  const { last, all } = context.cases;
  if (groups.length > 0) {
    // 直接起诉 after 诉讼: with 复议后起诉 named apart, 诉讼 may be those brought directly.
    const direct = groups.join() === 'litigation/direct,litigation/afterReconsideration' && context.names.has('carriedForward') === false;
    return { readings: [cases(groups, kinds), ...(direct && context.among ? [cases(['litigation/direct'], kinds)] : [])] };
  }
  if (last.length === 0) return { aside: 'ambiguous' };
  if (results.length === 0 && !has(names, 'decided')) return { aside: 'ambiguous' };
  return { readings: all.length > last.length ? [cases(last, kinds), cases(all, kinds)] : [cases(last, kinds)] };
}
