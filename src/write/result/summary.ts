/** Counting a run, its exit code, and the one line that says how it went. */
import type { Lang } from '../../base/lang.js';
import type { FileResult, Verdict } from '../../judge/diagnostic.js';
import { type Summary, spoken } from './reporter.js';
import { verdicts, verdictWords } from './verdict.js';

/** The counts before the first file. */
export const emptySummary: Summary = {
  files: 0,
  checked: 0,
  failed: 0,
  crashed: 0,
  skipped: 0,
  verdicts: { pass: 0, review: 0, fail: 0, unchecked: 0 },
  errors: 0,
  warnings: 0,
  infos: 0,
  suppressed: 0,
  known: 0,
};

/** The counts with one more file. */
export function addToSummary(summary: Summary, result: FileResult): Summary {
  const { status, verdict } = result;
  const counted = {
    ...summary,
    files: summary.files + 1,
    [status]: summary[status] + 1,
    verdicts: { ...summary.verdicts, [verdict]: summary.verdicts[verdict] + 1 },
  };
  if (result.status !== 'checked') return counted;
  const open = spoken(result.diagnostics);
  const count = (severity: string): number => open.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    ...counted,
    errors: summary.errors + count('error'),
    warnings: summary.warnings + count('warning'),
    infos: summary.infos + count('info'),
    suppressed: summary.suppressed + result.diagnostics.length - open.length,
    known: summary.known + (result.known ?? 0),
  };
}

const exceeds = (summary: Summary, maxWarnings: number | undefined): maxWarnings is number => maxWarnings !== undefined && summary.warnings > maxWarnings;

/** 0 checked and no error; 1 errors, or more warnings than allowed; 2 something could not be checked, or there was nothing to check; 3 a bug of this program. */
export function exitCodeOf(summary: Summary, maxWarnings?: number): 0 | 1 | 2 | 3 {
  if (summary.crashed > 0) return 3;
  if (summary.failed > 0 || summary.files === 0) return 2;
  return summary.errors > 0 || exceeds(summary, maxWarnings) ? 1 : 0;
}

type Counts = Pick<Summary, 'errors' | 'warnings' | 'infos' | 'suppressed' | 'known'>;

interface Words {
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly and: string;
  readonly has: string;
  readonly nothing: string;
  readonly nothingNew: string;
  readonly noError: string;
  readonly noWarning: string;
  readonly noFigure: string;
  readonly noFile: string;
  readonly reports: (count: number) => string;
  readonly ofVerdict: (verdict: Verdict, count: number) => string;
  readonly errors: (count: number) => string;
  readonly warnings: (count: number) => string;
  readonly infos: (count: number) => string;
  readonly tooMany: (limit: number) => string;
  readonly suppressed: (count: number) => string;
  readonly known: (count: number) => string;
  readonly skipped: (count: number) => string;
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    colon: '：',
    comma: '，',
    semicolon: '；',
    and: '、',
    has: '有',
    nothing: '没有发现问题',
    nothingNew: '没有发现新问题',
    noError: '未发现错误，',
    noWarning: '未发现错误和警告，',
    noFigure: '未发现错误，但表中没有一个数，无从核对',
    noFile: '没有可检查的文件',
    reports: (count) => `共${count}份报告`,
    ofVerdict: (verdict, count) => `${verdictWords.zh[verdict]}${count}份`,
    errors: (count) => `${count}处错误`,
    warnings: (count) => `${count}处警告`,
    infos: (count) => `${count}处提示`,
    tooMany: (limit) => `警告超过上限（${limit}处）`,
    suppressed: (count) => `已豁免${count}处`,
    known: (count) => `基准中已有${count}处`,
    skipped: (count) => `另有${count}个文件已略过`,
  },
  en: {
    colon: ': ',
    comma: ', ',
    semicolon: '; ',
    and: ', ',
    has: '',
    nothing: 'nothing found',
    nothingNew: 'nothing new found',
    noError: 'no error, ',
    noWarning: 'no error and no warning, ',
    noFigure: 'no error, but there is no figure in any table to check',
    noFile: 'there was no file to check',
    reports: (count) => plural(count, 'report'),
    ofVerdict: (verdict, count) => `${count} ${verdictWords.en[verdict]}`,
    errors: (count) => plural(count, 'error'),
    warnings: (count) => plural(count, 'warning'),
    infos: (count) => plural(count, 'info'),
    tooMany: (limit) => `more warnings than the ${limit} allowed`,
    suppressed: (count) => `${count} suppressed`,
    known: (count) => `${count} known from the baseline`,
    skipped: (count) => `${plural(count, 'other file')} left aside`,
  },
};

/** The counts of findings, those of zero left out: 有3处错误、1处警告. Empty when there is none. */
function countWords({ errors, warnings, infos }: Counts, lang: Lang): string {
  const words = WORDS[lang];
  const parts = [errors > 0 && words.errors(errors), warnings > 0 && words.warnings(warnings), infos > 0 && words.infos(infos)].filter(Boolean);
  return parts.length === 0 ? '' : words.has + parts.join(words.and);
}

/** What is left out of the counts and why, each behind a comma: ，已豁免2处，基准中已有5处. Empty when nothing is. */
function besideWords({ suppressed, known }: Counts, lang: Lang): string {
  const words = WORDS[lang];
  return [suppressed > 0 && words.suppressed(suppressed), known > 0 && words.known(known)]
    .filter(Boolean)
    .map((part) => words.comma + part)
    .join('');
}

/** How one report came out, in a sentence: 须核实：未发现错误，有14处警告. */
function reportWords(verdict: Verdict, counts: Counts, lang: Lang): string {
  const words = WORDS[lang];
  if (verdict === 'unchecked') return capitalised(verdictWords[lang].unchecked);
  const found = countWords(counts, lang);
  const nothing = counts.known > 0 ? words.nothingNew : words.nothing;
  const said = {
    fail: found,
    review: counts.warnings === 0 ? words.noFigure : words.noError + found,
    pass: found === '' ? nothing : words.noWarning + found,
  };
  return `${capitalised(verdictWords[lang][verdict])}${words.colon}${said[verdict]}${besideWords(counts, lang)}`;
}

/** How the report of a result came out, in a sentence. */
export function resultWords(result: FileResult, lang: Lang): string {
  return reportWords(result.verdict, addToSummary(emptySummary, result), lang);
}

/** How the run went, in one line: 须核实：未发现错误，有14处警告 of one report, 共3份报告：不通过1份、通过2份；有3处错误 of several. */
export function verdictLine(summary: Summary, lang: Lang, maxWarnings?: number): string {
  const words = WORDS[lang];
  const of = verdicts.filter((verdict) => summary.verdicts[verdict] > 0);
  const several = (): string => {
    const counts = of.map((verdict) => words.ofVerdict(verdict, summary.verdicts[verdict])).join(words.and);
    const found = countWords(summary, lang);
    return `${words.reports(summary.files)}${words.colon}${counts}${found === '' ? '' : words.semicolon + found}${besideWords(summary, lang)}`;
  };
  const [only] = of;
  const head =
    only === undefined
      ? `${capitalised(verdictWords[lang].unchecked)}${words.colon}${words.noFile}`
      : summary.files === 1
        ? reportWords(only, summary, lang)
        : several();
  return [head, exceeds(summary, maxWarnings) && words.tooMany(maxWarnings), summary.skipped > 0 && words.skipped(summary.skipped)]
    .filter(Boolean)
    .join(words.semicolon);
}
