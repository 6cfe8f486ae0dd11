/** The list of problems (问题清单) that a supervising office sends back to each unit: one row a finding, the same in every format. */
import type { Lang } from '../../base/lang.js';
import type { BesideReports, Correction, Diagnostic, FileResult, Severity } from '../../judge/diagnostic.js';
import { correctionWords } from './corrections.js';
import { placeWords, positionWords } from './place.js';
import { printable } from './printable.js';
import { faultId, spoken } from './reporter.js';
import { rosterLines } from './roster.js';
import { absentLines, mendedTitle, sinceWord } from './since.js';
import { skippedLevel, skipWords } from './skipped.js';

/** One row; every text is on one line and acts on nothing. */
export interface Problem {
  readonly unit: string;
  readonly year: string;
  readonly severity: string;
  readonly place: string;
  readonly problem: string;
  readonly fix: string;
  readonly basis: string;
  readonly rule: string;
  readonly file: string;
  /** Whether an earlier run found it: still open, or new; empty where none is compared with. */
  readonly since: string;
}

/** How bad a row is: the severity of its finding, or that the file could not be checked. */
export type Level = Severity | 'failed';

/** A row with what its words do not tell a program. */
export interface ListedProblem extends Problem {
  readonly level: Level;
}

interface Words {
  readonly severity: { readonly [level in Level]: string };
  readonly bracket: (text: string) => string;
  readonly likely: (change: string) => string;
}

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    severity: { error: '错误', warning: '警告', info: '提示', failed: '未能检查' },
    bracket: (text) => `（${text}）`,
    likely: (change) => `最可能写错：${change}。`,
  },
  en: {
    severity: { error: 'error', warning: 'warning', info: 'info', failed: 'not checked' },
    bracket: (text) => ` (${text})`,
    likely: (change) => `Most likely wrong: ${change}. `,
  },
};

/** Section, node and position: 三、… › （五）不予处理 × 总计（第 126 行）. */
export function fullPlace(diagnostic: Diagnostic, lang: Lang): string {
  const position = positionWords(diagnostic.place, lang);
  return placeWords(diagnostic, lang) + (position === '' ? '' : WORDS[lang].bracket(position));
}

function fixOf({ fingerprint, help }: Diagnostic, corrections: readonly Correction[], lang: Lang): string {
  const own = corrections.filter(({ certainty, explains }) => certainty === 'unique' && explains.includes(fingerprint));
  return own.map((correction) => WORDS[lang].likely(correctionWords(correction, lang))).join('') + help;
}

/** The rows of one file; a file that could not be checked is a row of its own. */
export function problemsOf(result: FileResult, lang: Lang, quiet = false): readonly ListedProblem[] {
  const words = WORDS[lang];
  const file = printable(result.file);
  if (result.status !== 'checked') {
    const { message, help } = result.error;
    const [problem, fix] = [printable(message), printable(help)];
    const rule = printable(faultId(result));
    return [{ level: 'failed', unit: '', year: '', severity: words.severity.failed, place: '', problem, fix, basis: '', rule, file, since: '' }];
  }
  return spoken(result.diagnostics, quiet).map((diagnostic) => ({
    level: diagnostic.severity,
    unit: printable(result.unit ?? ''),
    year: result.year === null ? '' : String(result.year),
    severity: words.severity[diagnostic.severity],
    place: printable(fullPlace(diagnostic, lang)),
    problem: printable(diagnostic.message),
    fix: printable(fixOf(diagnostic, result.corrections, lang)),
    basis: printable(diagnostic.basis),
    rule: printable(diagnostic.ruleId),
    file,
    since: sinceWord(diagnostic.since, lang),
  }));
}

/** The words for how bad a row is. */
export const severityWords: { readonly [lang in Lang]: { readonly [level in Level]: string } } = { zh: WORDS.zh.severity, en: WORDS.en.severity };

/** The rows of what was mended since an earlier run. */
export function mendedOf(result: FileResult, lang: Lang): readonly ListedProblem[] {
  if (result.status !== 'checked') return [];
  const { unit, year, file } = result;
  return (result.since?.mended ?? []).map(({ ruleId, severity, message }) => ({
    level: severity,
    unit: printable(unit ?? ''),
    year: year === null ? '' : String(year),
    severity: WORDS[lang].severity[severity],
    place: '',
    problem: printable(message),
    fix: '',
    basis: '',
    rule: printable(ruleId),
    file: printable(file),
    since: mendedTitle(lang),
  }));
}

/** The rows about no finding: files that were left aside, the roster, and reports that were not handed in again. */
export function problemsBeside({ skipped = [], roster, since }: BesideReports, lang: Lang): readonly ListedProblem[] {
  const none = { unit: '', year: '', place: '', fix: '', basis: '', since: '' };
  const words = WORDS[lang];
  return [
    ...skipped.map(
      ({ file, reason }): ListedProblem => ({
        ...none,
        level: 'failed',
        severity: skippedLevel[lang],
        problem: skipWords[lang][reason],
        rule: `input/${reason}`,
        file: printable(file),
      }),
    ),
    ...rosterLines(roster, lang).map(
      ({ id, severity, unit, file, message }): ListedProblem => ({
        ...none,
        level: severity,
        severity: words.severity[severity],
        unit,
        problem: message,
        rule: id,
        file,
      }),
    ),
    ...absentLines(since, lang).map(
      ({ id, unit, file, message }): ListedProblem => ({ ...none, level: 'warning', severity: words.severity.warning, unit, problem: message, rule: id, file }),
    ),
  ];
}

/** What the list is called. */
export const problemsTitle: { readonly [lang in Lang]: string } = {
  zh: '政府信息公开工作年度报告问题清单',
  en: 'Problems in the yearly government information disclosure reports',
};

/** The names of the columns, in their order. */
export const problemHeader: { readonly [lang in Lang]: { readonly number: string } & { readonly [key in keyof Problem]: string } } = {
  zh: {
    number: '序号',
    unit: '单位',
    year: '年度',
    severity: '级别',
    place: '位置',
    problem: '问题',
    fix: '修改建议',
    basis: '依据',
    rule: '规则',
    file: '文件',
    since: '与上次相比',
  },
  en: {
    number: 'No.',
    unit: 'unit',
    year: 'year',
    severity: 'severity',
    place: 'place',
    problem: 'problem',
    fix: 'what to do',
    basis: 'basis',
    rule: 'rule',
    file: 'file',
    since: 'since the earlier run',
  },
};

/** The columns of a run: whether a problem was known before is one only when an earlier run is compared with. */
export function headerOf(lang: Lang, since = false): { readonly number: string } & { readonly [key in keyof Problem]?: string } {
  const { since: column, ...header } = problemHeader[lang];
  return since ? { ...header, since: column } : header;
}
