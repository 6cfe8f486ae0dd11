/** The sheet of verdicts: a row a report, in the order of the roster where there is one, with room for deadline and signature. */
import type { Lang } from '../../../base/lang.js';
import type { Cell } from '../../../base/package/workbook.js';
import type { FormatName } from '../../../base/package/workbook-styles.js';
import type { FileResult, RosterCheck, Severity, Verdict } from '../../../judge/diagnostic.js';
import { printable } from '../printable.js';
import { spoken } from '../reporter.js';
import { verdictWords } from '../verdict.js';

/** One report, or a unit without one; counts are null for what could not be checked. */
export interface UnitRow {
  readonly unit: string;
  readonly year: number | null;
  readonly verdict: Verdict | 'missing' | 'earlier';
  readonly errors: number | null;
  readonly warnings: number | null;
  readonly infos: number | null;
  readonly suppressed: number | null;
  readonly sums: number | null;
  readonly skipped: number | null;
  readonly mended: number | null;
  readonly open: number | null;
  readonly new: number | null;
  readonly deadline: string;
  readonly signature: string;
  readonly file: string;
}

interface Words {
  readonly name: string;
  readonly missing: string;
  /** Reported in an earlier round, and not again. */
  readonly earlier: string;
  readonly notListed: string;
  readonly header: { readonly [key in keyof UnitRow]: string };
}

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    name: '各单位结论',
    missing: '未报送',
    earlier: '上一轮已报',
    notListed: '（不在名册上）',
    header: {
      unit: '单位',
      year: '年度',
      verdict: '结论',
      errors: '错误',
      warnings: '警告',
      infos: '提示',
      suppressed: '已豁免',
      sums: '已核对的勾稽关系',
      skipped: '未能核对的勾稽关系',
      mended: '已改',
      open: '仍未改',
      new: '新增',
      deadline: '期限',
      signature: '签收',
      file: '文件',
    },
  },
  en: {
    name: 'Verdicts',
    missing: 'not reported',
    earlier: 'reported before',
    notListed: ' (not on the roster)',
    header: {
      unit: 'unit',
      year: 'year',
      verdict: 'verdict',
      errors: 'errors',
      warnings: 'warnings',
      infos: 'infos',
      suppressed: 'suppressed',
      sums: 'sums checked',
      skipped: 'sums that could not be checked',
      mended: 'mended',
      open: 'still open',
      new: 'new',
      deadline: 'deadline',
      signature: 'signature',
      file: 'file',
    },
  },
};

const WIDTHS: { readonly [key in keyof UnitRow]: number } = {
  unit: 28,
  year: 8,
  verdict: 12,
  errors: 10,
  warnings: 10,
  infos: 10,
  suppressed: 13,
  sums: 12,
  skipped: 13,
  mended: 10,
  open: 10,
  new: 10,
  deadline: 14,
  signature: 16,
  file: 48,
};

const FORMATS: { readonly [verdict in UnitRow['verdict']]: FormatName } = {
  fail: 'error',
  missing: 'error',
  earlier: 'quiet',
  review: 'warning',
  pass: 'good',
  unchecked: 'quiet',
};

const NO_COUNTS = {
  year: null,
  errors: null,
  warnings: null,
  infos: null,
  suppressed: null,
  sums: null,
  skipped: null,
  mended: null,
  open: null,
  new: null,
} as const;

/** The row of a result; its deadline is the roster's. */
export function unitRow(result: FileResult, quiet: boolean): UnitRow {
  const named = { ...NO_COUNTS, verdict: result.verdict, file: printable(result.file), deadline: '', signature: '' };
  if (result.status !== 'checked') return { ...named, unit: '' };
  const { diagnostics, checks, unit, year, since } = result;
  const count = (severity: Severity): number => spoken(diagnostics, quiet).filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    ...named,
    unit: printable(unit ?? ''),
    year,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    suppressed: diagnostics.length - spoken(diagnostics).length,
    sums: checks.relations,
    skipped: checks.relationsSkipped,
    ...(since ? { mended: since.mended.length, open: since.open, new: since.new } : {}),
  };
}

/** The rows in the order of the roster, with a row for each unit that has not reported; then the reports that are not on it. */
function inOrder(rows: readonly UnitRow[], roster: RosterCheck | undefined, { notListed }: Words): readonly UnitRow[] {
  if (!roster) return rows;
  const byFile = new Map(rows.map((row) => [row.file, row]));
  const listed = new Set(roster.units.flatMap(({ files }) => files.map(printable)));
  const stranger = new Set(roster.unexpected.map(({ file }) => printable(file)));
  return [
    ...roster.units.flatMap(({ unit, deadline = '', files }): readonly UnitRow[] => {
      const own = files.flatMap((file) => byFile.get(printable(file)) ?? []);
      const day = printable(deadline);
      const verdict = files.length === 0 ? 'missing' : 'earlier';
      if (own.length === 0) return [{ ...NO_COUNTS, unit: printable(unit), verdict, deadline: day, signature: '', file: files.map(printable).join('\n') }];
      return own.map((row) => ({ ...row, deadline: day }));
    }),
    ...rows.flatMap((row) => (listed.has(row.file) ? [] : [stranger.has(row.file) ? { ...row, unit: row.unit + notListed } : row])),
  ];
}

/** Its name, columns and rows; what became of an earlier run's findings has columns only when there is one. */
export function unitSheet(
  lang: Lang,
  since: boolean,
): {
  readonly name: string;
  readonly header: readonly string[];
  readonly widths: readonly number[];
  rows(known: readonly UnitRow[], roster: RosterCheck | undefined): readonly (readonly Cell[])[];
} {
  const words = WORDS[lang];
  const keys = (Object.keys(words.header) as (keyof UnitRow)[]).filter((key) => since || !['mended', 'open', 'new'].includes(key));
  const cell = (row: UnitRow, key: keyof UnitRow): Cell => {
    if (key === 'verdict')
      return {
        value: row.verdict === 'missing' || row.verdict === 'earlier' ? words[row.verdict] : verdictWords[lang][row.verdict],
        format: FORMATS[row.verdict],
      };
    const value = row[key];
    return { value: value === '' ? null : value, format: ['unit', 'file'].includes(key) ? 'text' : 'figure' };
  };
  return {
    name: words.name,
    header: keys.map((key) => words.header[key]),
    widths: keys.map((key) => WIDTHS[key]),
    rows: (known, roster) => inOrder(known, roster, words).map((row) => keys.map((key) => cell(row, key))),
  };
}
