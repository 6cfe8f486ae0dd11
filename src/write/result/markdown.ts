/** The list of problems as Markdown: a heading and a table for each report, what is most likely wrong above it. */
import type { Lang } from '../../base/lang.js';
import { escapeInline } from '../../base/text/markdown.js';
import type { FileResult } from '../../judge/diagnostic.js';
import { correctionLines } from './corrections.js';
import { printable } from './printable.js';
import { headerOf, type Problem, problemsOf, problemsTitle } from './problems.js';
import type { Reporter, ReportOptions } from './reporter.js';
import { rosterLines, rosterSentence, rosterSummary, rosterTitle } from './roster.js';
import { absentLines, absentTitle, mendedTitle, sinceRunWords, sinceWords } from './since.js';
import { skippedTitle, skipWords } from './skipped.js';
import { resultWords, verdictLine } from './summary.js';

interface Words {
  readonly year: (year: number) => string;
  readonly file: string;
  readonly failed: string;
  readonly stop: string;
  readonly colon: string;
}

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: { year: (year) => `（${year} 年度）`, file: '文件：', failed: '未能检查：', stop: '。', colon: '：' },
  en: {
    year: (year) => ` (${year})`,
    file: 'File: ',
    failed: 'Could not be checked: ',
    stop: '.',
    colon: ': ',
  },
};

/** A text as itself: no link (not even one that a reader would make of an address), no tag, no column of a table. */
function text(value: string): string {
  return escapeInline(printable(value))
    .replace(/:(?=\/\/)|(?<=\bmailto|\bxmpp):/gi, '&#58;')
    .replace(/(?<=\bwww)\./gi, '&#46;');
}

function table(problems: readonly Problem[], lang: Lang, since: boolean | undefined): readonly string[] {
  const { number, unit: _unit, year: _year, file: _file, ...header } = headerOf(lang, since);
  const keys = Object.keys(header) as (keyof typeof header)[];
  return [
    `| ${[number, ...Object.values(header)].join(' | ')} |`,
    `| ---: ${'| --- '.repeat(keys.length)}|`,
    ...problems.map((problem, index) => `| ${[String(index + 1), ...keys.map((key) => text(problem[key]))].join(' | ')} |`),
  ];
}

function block(result: FileResult, { lang, quiet, since }: ReportOptions): readonly string[] {
  const words = WORDS[lang];
  if (result.status !== 'checked') {
    const { message, help } = result.error;
    return [`## ${text(result.file)}`, '', `${words.failed}${text(message)}${lang === 'en' ? ' ' : ''}${text(help)}`, ''];
  }
  const title = result.unit === null ? text(result.file) : text(result.unit) + (result.year === null ? '' : words.year(result.year));
  const problems = problemsOf(result, lang, quiet);
  if (quiet && problems.length === 0) return [];
  const corrections = correctionLines(result.corrections, lang).map(
    ({ text: line, item, note }) => `${item ? '  - ' : '- '}**${text(line)}**${note === undefined ? '' : ` ${text(note)}`}`,
  );
  return [
    `## ${title}`,
    '',
    `${words.file}${text(result.file)}`,
    '',
    `${resultWords(result, lang)}${words.stop}`,
    '',
    ...(result.since
      ? [text(sinceWords(result.since, lang)), '', ...result.since.mended.map(({ message }) => `- ${mendedTitle(lang)}${words.colon}${text(message)}`), '']
      : []),
    ...(corrections.length === 0 ? [] : [...corrections, '']),
    ...(problems.length === 0 ? [] : [...table(problems, lang, since), '']),
  ];
}

/** One part for each file, and the verdict at the end. */
export const markdown: Reporter = (options) => ({
  start: () => `# ${problemsTitle[options.lang]}\n\n`,
  file: (result) =>
    block(result, options)
      .map((line) => `${line}\n`)
      .join(''),
  end: (summary, { skipped = [], roster, since } = {}) => {
    const { lang, maxWarnings } = options;
    const list = skipped.map(({ file, reason }) => `- ${text(file)}${WORDS[lang].colon}${skipWords[lang][reason]}\n`);
    const part = (title: string, lines: readonly string[]): string =>
      lines.length === 0 ? '' : `## ${title}\n\n${lines.map((line) => `- ${text(line)}\n`).join('')}\n`;
    const besides =
      (roster ? part(rosterTitle(lang), [rosterSummary(roster, lang), ...rosterLines(roster, lang).map((one) => rosterSentence(one, lang))]) : '') +
      part(
        absentTitle(lang),
        absentLines(since, lang).map(({ sentence }) => sentence),
      ) +
      (since ? `${text(sinceRunWords(since, lang))}\n\n` : '');
    return `${list.length === 0 ? '' : `## ${skippedTitle[lang]}\n\n${list.join('')}\n`}${besides}**${text(verdictLine(summary, lang, maxWarnings))}**\n`;
  },
});
