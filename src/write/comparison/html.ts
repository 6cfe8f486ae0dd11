/** Differences as one page without a script: what left is struck out, what came is underlined, so that a black copy says the same. */
import { diffArrays } from 'diff';
import type { Lang } from '../../base/lang.js';
import { escapeHtml } from '../result/html/escape.js';
import { closingLines, comparisonWords, differencePlace, differenceSides, type NamedComparison } from './words.js';

const STYLE =
  'body{margin:0 auto;max-width:72rem;padding:1.5rem;color:#1b1f24;background:#fff;font:1rem/1.6 system-ui,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}' +
  'h1{font-size:1.5rem}table{width:100%;border-collapse:collapse}th,td{padding:.35rem .5rem;border-bottom:1px solid #c8ccd2;text-align:left;vertical-align:top;overflow-wrap:anywhere}' +
  'thead th{position:sticky;top:0;background:#f4f5f7}td+td{width:38%}del{color:#b00020}ins{color:#1b6e2c}.verdict{font-weight:600}.none{color:#565e68}' +
  '@media print{thead th{position:static}tr{break-inside:avoid}}';

/** Characters of a sentence that are compared one by one; longer ones are shown whole. */
const LONGEST = 2_000;

/** The two sides with what differs marked. */
function marked(before: string, after: string): { readonly before: string; readonly after: string } {
  const changes = before.length > LONGEST || after.length > LONGEST ? undefined : diffArrays([...before], [...after], { maxEditLength: LONGEST });
  if (!changes) return { before: `<del>${escapeHtml(before)}</del>`, after: `<ins>${escapeHtml(after)}</ins>` };
  const side = (hidden: 'added' | 'removed', tag: 'del' | 'ins'): string =>
    changes
      .filter((change) => !change[hidden])
      .map(({ value, added, removed }) => (added || removed ? `<${tag}>${escapeHtml(value.join(''))}</${tag}>` : escapeHtml(value.join(''))))
      .join('');
  return { before: side('added', 'del'), after: side('removed', 'ins') };
}

/** The page. */
export function htmlComparison(comparison: NamedComparison, lang: Lang): string {
  const words = comparisonWords(lang);
  const rows = comparison.differences.map((difference) => {
    const { before, after } = differenceSides(difference, lang);
    const none = (word: string): string => `<span class="none">${word}</span>`;
    const sides =
      before !== undefined && after !== undefined
        ? marked(before, after)
        : {
            before: before === undefined ? none(words.only.after) : `<del>${escapeHtml(before)}</del>`,
            after: after === undefined ? none(words.only.before) : `<ins>${escapeHtml(after)}</ins>`,
          };
    return `<tr><th scope="row">${escapeHtml(differencePlace(difference, lang))}</th><td>${sides.before}</td><td>${sides.after}</td></tr>`;
  });
  const [a, b] = [escapeHtml(comparison.a), escapeHtml(comparison.b)];
  const table =
    rows.length === 0
      ? ''
      : `<table><thead><tr><th scope="col">${words.place}</th><th scope="col">${a}</th><th scope="col">${b}</th></tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>\n`;
  return [
    '<!DOCTYPE html>',
    `<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${words.title}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${words.title}</h1>`,
    `<p>${a} → ${b}</p>`,
    ...closingLines(comparison, lang).map((line) => `<p class="verdict">${escapeHtml(line)}</p>`),
    `${table}</body>`,
    '</html>',
    '',
  ].join('\n');
}
