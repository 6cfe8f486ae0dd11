/** The report for people at a terminal: what is most likely wrong first, then every finding in its place, then what was checked. */
import type { Lang } from '../../base/lang.js';
import { displayWidth } from '../../base/text/width.js';
import type { Checked, Correction, Diagnostic, Severity, Unchecked } from '../../judge/diagnostic.js';
import { checksWords } from './checks.js';
import { correctionLines } from './corrections.js';
import { createPaint, type Paint } from './paint.js';
import { placeWords, positionWords } from './place.js';
import { printable } from './printable.js';
import { quoteLines } from './quote.js';
import { type Reporter, type ReportOptions, spoken } from './reporter.js';
import { rosterLines, rosterSentence, rosterSummary, rosterTitle } from './roster.js';
import { absentLines, absentTitle, mendedTitle, sinceRunWords, sinceWord, sinceWords } from './since.js';
import { skippedTitle, skipWords } from './skipped.js';
import { drawSum } from './sum.js';
import { exitCodeOf, resultWords, verdictLine } from './summary.js';
import { type VerdictRow, verdictRow, verdictTable } from './verdict-table.js';
import { padEnd, wrap } from './wrap.js';

interface Words {
  readonly severity: { readonly [severity in Severity]: string };
  readonly unit: string;
  readonly year: (year: number | null) => string;
  readonly edition: (edition: string) => string;
  readonly bracket: (text: string) => string;
  readonly fix: string;
  readonly failed: string;
  readonly remedy: string;
}

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    severity: { error: '错误', warning: '警告', info: '提示' },
    unit: '未认出单位',
    year: (year) => (year === null ? '未认出年度' : `${year} 年度`),
    edition: (edition) => `${edition} 年版格式`,
    bracket: (text) => `（${text}）`,
    fix: '修改建议：',
    failed: '未能检查：',
    remedy: '处理建议：',
  },
  en: {
    severity: { error: 'error', warning: 'warning', info: 'info' },
    unit: 'unit not recognised',
    year: (year) => (year === null ? 'year not recognised' : String(year)),
    edition: (edition) => `${edition} edition of the form`,
    bracket: (text) => ` (${text})`,
    fix: 'Fix: ',
    failed: 'Could not be checked: ',
    remedy: 'What to do: ',
  },
};

const SIGNS = { pass: ['✓', 'good'], review: ['!', 'warning'], fail: ['✗', 'error'] } as const;

/** Lines of a wrapped text behind a lead; later lines stand below its first character, where that leaves them room. */
function led(lead: string, text: string, indent: number, width: number, paint: (text: string) => string = (same) => same): readonly string[] {
  const room = Math.max(16, width - indent);
  const hang = displayWidth(lead);
  const lines = hang * 2 > room ? wrap(lead + text, room) : wrap(text, room - hang).map((line, index) => (index === 0 ? lead : ' '.repeat(hang)) + line);
  return lines.map((line) => ' '.repeat(indent) + paint(line));
}

function diagnosticLines(
  diagnostic: Diagnostic,
  previous: Diagnostic | undefined,
  suspects: readonly string[],
  paint: Paint,
  options: ReportOptions,
): readonly string[] {
  const { lang, width } = options;
  const words = WORDS[lang];
  const { severity, place } = diagnostic;
  const position = positionWords(place, lang);
  const where = printable(placeWords(diagnostic, lang)) + (position === '' ? '' : words.bracket(position));
  const mark = padEnd(words.severity[severity], Math.max(...Object.values(words.severity).map(displayWidth)));
  const [first = '', ...rest] = wrap(where, Math.max(16, width - 4 - displayWidth(mark)));
  const [sentence, carets] = quoteLines(place, Math.max(16, width - 6));
  const quoted =
    sentence === undefined || carets === undefined ? [] : [`    ${paint.dim('│')} ${sentence}`, `    ${paint.dim('│')} ${paint[severity](carets)}`];
  const sum = drawSum(diagnostic, { lang, width: Math.max(24, width - 4), paint, suspects });
  const known = previous?.ruleId === diagnostic.ruleId && previous.help === diagnostic.help;
  return [
    `  ${paint[severity](mark)}  ${paint.strong(first)}`,
    ...rest.map((line) => `    ${' '.repeat(displayWidth(mark))}${paint.strong(line)}`),
    ...led('', printable(diagnostic.message), 4, width),
    ...quoted,
    ...sum.map((line) => `    ${line}`),
    ...(known || diagnostic.help === '' ? [] : led(words.fix, printable(diagnostic.help), 4, width)),
    `    ${paint.dim([printable(diagnostic.ruleId), ...(options.fingerprints ? [diagnostic.fingerprint] : []), ...(diagnostic.since ? [`· ${sinceWord(diagnostic.since, lang)}`] : [])].join(' '))}`,
  ];
}

function correctionBlock(corrections: readonly Correction[], paint: Paint, { lang, width }: ReportOptions): readonly (readonly string[])[] {
  const lines = correctionLines(corrections, lang).flatMap(({ text, item, note }) => [
    ...led('', text, item ? 4 : 2, width, paint.strong),
    ...(note === undefined ? [] : led('', note, 2, width, paint.dim)),
  ]);
  return lines.length === 0 ? [] : [lines];
}

function checkedBlocks(result: Checked, paint: Paint, options: ReportOptions): readonly (readonly string[])[] {
  const { lang, width, quiet } = options;
  const words = WORDS[lang];
  const { checks, corrections } = result;
  const diagnostics = spoken(result.diagnostics, quiet);
  if (quiet && diagnostics.length === 0) return [];
  const head = [paint.strong(printable(result.file)), ...wrap(headWords(result, words), width)];
  const blocks = diagnostics.map((diagnostic, index) => {
    const suspects = corrections.filter(({ explains }) => explains.includes(diagnostic.fingerprint)).map(({ pointer }) => pointer);
    return diagnosticLines(diagnostic, diagnostics[index - 1], suspects, paint, options);
  });
  const [sign, tone] = SIGNS[result.verdict];
  const mended =
    result.since?.mended.flatMap(({ message }) => led(`${mendedTitle(lang)}${lang === 'zh' ? '：' : ': '}`, printable(message), 4, width, paint.good)) ?? [];
  const tail = [
    ...led(`${sign} `, resultWords(result, lang), 2, width, paint[tone]),
    ...(result.since ? [...led('', sinceWords(result.since, lang), 4, width), ...mended] : []),
    ...led('', checksWords(checks, lang), 4, width, paint.dim),
  ];
  return [head, ...correctionBlock(corrections, paint, options), ...blocks, tail];
}

function headWords({ unit, year, edition }: Checked, words: Words): string {
  return [unit === null ? words.unit : printable(unit), words.year(year), words.edition(edition)].join(' · ');
}

function failedBlock({ file, error }: Unchecked, paint: Paint, { lang, width }: ReportOptions): readonly string[] {
  const words = WORDS[lang];
  return [
    paint.strong(printable(file)),
    ...led(`✗ ${words.failed}`, printable(error.message), 2, width, paint.error),
    ...led(words.remedy, printable(error.help), 4, width),
  ];
}

/** Groups the findings by file and ends with one line of verdict. */
export const pretty: Reporter = (options) => {
  const paint = createPaint(options.color);
  const rows: VerdictRow[] = [];
  const print = (blocks: readonly (readonly string[])[]): string => blocks.map((block) => `${block.map((line) => line.trimEnd()).join('\n')}\n\n`).join('');
  return {
    start: () => '',
    file: (result) => {
      rows.push(verdictRow(result));
      return print(result.status !== 'checked' ? [failedBlock(result, paint, options)] : checkedBlocks(result, paint, options));
    },
    end: (summary, { skipped = [], roster, since } = {}) => {
      const { lang } = options;
      const aside = skipped.map(({ file, reason }) => `  ${printable(file)}${WORDS[lang].bracket(skipWords[lang][reason])}`);
      const exitCode = exitCodeOf(summary, options.maxWarnings);
      const tone = exitCode !== 0 ? 'error' : summary.verdicts.review > 0 ? 'warning' : 'good';
      const blocks = [
        aside.length === 0 ? [] : [skippedTitle[lang], ...aside],
        options.quiet ? [] : verdictTable(rows, lang, options.width, paint),
        roster
          ? [paint.strong(rosterTitle(lang)), ...rosterLines(roster, lang).map((one) => `  ${rosterSentence(one, lang)}`), `  ${rosterSummary(roster, lang)}`]
          : [],
        since
          ? [
              ...(since.absent.length === 0 ? [] : [paint.strong(absentTitle(lang))]),
              ...absentLines(since, lang).map(({ sentence }) => `  ${sentence}`),
              sinceRunWords(since, lang),
            ]
          : [],
      ];
      return `${print(blocks.filter((block) => block.length > 0))}${paint[tone](verdictLine(summary, lang, options.maxWarnings))}\n`;
    },
  };
};
