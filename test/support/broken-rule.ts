/** A bug put into a rule: it breaks down at the report of one unit. */
import { rules } from '../../src/judge/rules/index.js';

/** Breaks `structure/title` down at reports of this unit; the result takes the bug out again. */
export function breakTitleRule(unit: string): () => void {
  const rule = rules.find(({ id }) => id === 'structure/title')!;
  const { check } = rule;
  const broken: typeof check = function* (report, context) {
    if (report.unit === unit) throw new TypeError('injected');
    yield* check(report, context);
  };
  Object.assign(rule, { check: broken });
  return () => Object.assign(rule, { check });
}
