/** The explanations of the rules that spoke, once for the whole page. */
import type { ReportOptions } from '../reporter.js';
import { escapeHtml } from './escape.js';
import { ruleAnchor } from './findings.js';
import { pageWords } from './words.js';

/** One fold for each rule, in the order of the catalogue; nothing when no rule spoke. */
export function ruleSection(ids: ReadonlySet<string>, { catalogue, lang }: ReportOptions): string {
  const words = pageWords[lang];
  const spoke = catalogue.filter(({ id }) => ids.has(id));
  if (spoke.length === 0) return '';
  const folds = spoke.map(({ id, docs, basis }) => {
    const { title, what, why, fix } = docs[lang];
    const parts = [
      [words.what, what],
      [words.why, why],
      [words.howToFix, fix, 'how'],
      [words.basisTitle, [basis.document, basis.clause].filter(Boolean).join(' ')],
    ] as const;
    const list = parts.map(([name, text, kind]) => `<dt>${name}</dt><dd${kind === undefined ? '' : ` class="${kind}"`}>${escapeHtml(text)}</dd>`).join('');
    return `<details id="${ruleAnchor(id)}"><summary>${escapeHtml(title)} <code>${escapeHtml(id)}</code></summary><dl>${list}</dl></details>`;
  });
  return `<section class="rules"><h2>${words.rules}</h2>${folds.join('\n')}</section>`;
}
