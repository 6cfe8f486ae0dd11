/** Counting a run, its exit code, and the one line that says how it went. */
import type { Lang } from '../../base/lang.js';
import type { FileResult } from '../../judge/diagnostic.js';
import { type Summary, spoken } from './reporter.js';

/** The counts before the first file. */
export const emptySummary: Summary = { files: 0, checked: 0, failed: 0, crashed: 0, errors: 0, warnings: 0, infos: 0, suppressed: 0, known: 0 };

/** The counts with one more file. */
export function addToSummary(summary: Summary, result: FileResult): Summary {
  if (result.status !== 'checked') return { ...summary, files: summary.files + 1, [result.status]: summary[result.status] + 1 };
  const open = spoken(result.diagnostics);
  const count = (severity: string): number => open.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    ...summary,
    files: summary.files + 1,
    checked: summary.checked + 1,
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

interface Words {
  readonly failed: string;
  readonly incomplete: string;
  readonly passed: string;
  readonly colon: string;
  readonly comma: string;
  readonly nothing: string;
  readonly nothingNew: string;
  readonly none: string;
  readonly files: (count: number) => string;
  readonly unchecked: (count: number, files: number) => string;
  readonly errors: (count: number) => string;
  readonly warnings: (count: number) => string;
  readonly infos: (count: number) => string;
  readonly tooMany: (limit: number) => string;
  readonly suppressed: (count: number) => string;
  readonly known: (count: number) => string;
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    failed: '不通过',
    incomplete: '未完成',
    passed: '通过',
    colon: '：',
    comma: '，',
    nothing: '没有发现问题',
    nothingNew: '没有发现新问题',
    none: '没有可检查的文件',
    files: (count) => `${count} 个文件`,
    unchecked: (count, files) => (count < files ? `其中 ${count} 个未能检查` : files === 1 ? '未能检查' : '都未能检查'),
    errors: (count) => `${count} 个错误`,
    warnings: (count) => `${count} 个警告`,
    infos: (count) => `${count} 个提示`,
    tooMany: (limit) => `警告超过上限（${limit} 个）`,
    suppressed: (count) => `已豁免 ${count} 个`,
    known: (count) => `基准中已有 ${count} 个`,
  },
  en: {
    failed: 'Failed',
    incomplete: 'Incomplete',
    passed: 'Passed',
    colon: ': ',
    comma: ', ',
    nothing: 'nothing found',
    nothingNew: 'nothing new found',
    none: 'there was no file to check',
    files: (count) => plural(count, 'file'),
    unchecked: (count, files) =>
      `${count < files ? `${count} of them` : files === 1 ? 'which' : 'none of which'} could ${count < files || files === 1 ? 'not ' : ''}be checked`,
    errors: (count) => plural(count, 'error'),
    warnings: (count) => plural(count, 'warning'),
    infos: (count) => plural(count, 'info'),
    tooMany: (limit) => `more warnings than the ${limit} allowed`,
    suppressed: (count) => `${count} suppressed`,
    known: (count) => `${count} known from the baseline`,
  },
};

/** The counts of findings, those of zero left out: 3 个错误，1 个警告. Empty when there is none. */
export function countWords({ errors, warnings, infos }: Pick<Summary, 'errors' | 'warnings' | 'infos'>, lang: Lang): string {
  const words = WORDS[lang];
  const parts = [errors > 0 && words.errors(errors), warnings > 0 && words.warnings(warnings), infos > 0 && words.infos(infos)];
  return parts.filter(Boolean).join(words.comma);
}

/** What is left out of the counts and why, each behind a comma: ，已豁免 2 个，基准中已有 5 个. Empty when nothing is. */
export function besideWords({ suppressed, known }: Pick<Summary, 'suppressed' | 'known'>, lang: Lang): string {
  const words = WORDS[lang];
  return [suppressed > 0 && words.suppressed(suppressed), known > 0 && words.known(known)]
    .filter(Boolean)
    .map((part) => words.comma + part)
    .join('');
}

/** That a file or a run has no finding that counts. */
export function cleanWords({ known }: Pick<Summary, 'known'>, lang: Lang): string {
  return known > 0 ? WORDS[lang].nothingNew : WORDS[lang].nothing;
}

/** How the run went, in one line: 不通过：2 个文件，3 个错误，1 个警告. */
export function verdictLine(summary: Summary, lang: Lang, maxWarnings?: number): string {
  const words = WORDS[lang];
  if (summary.files === 0) return `${words.incomplete}${words.colon}${words.none}`;
  const broken = summary.errors > 0 || exceeds(summary, maxWarnings);
  const head = broken ? words.failed : summary.failed > 0 ? words.incomplete : words.passed;
  const counts = countWords(summary, lang);
  const parts = [
    words.files(summary.files),
    summary.failed > 0 && words.unchecked(summary.failed, summary.files),
    counts === '' && summary.failed === 0 ? cleanWords(summary, lang) : counts,
    exceeds(summary, maxWarnings) && words.tooMany(maxWarnings),
  ];
  return `${head}${words.colon}${parts.filter(Boolean).join(words.comma)}${besideWords(summary, lang)}`;
}
