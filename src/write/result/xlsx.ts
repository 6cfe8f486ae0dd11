/** The list of problems as a workbook: a sheet with a row a finding, and one with the verdict of every report. No text in it is a formula. */
import type { Lang } from '../../base/lang.js';
import { concat } from '../../base/package/bytes.js';
import { type Cell, heightFor, MAX_ROWS, type SheetShape, workbookStream } from '../../base/package/workbook.js';
import type { FormatName } from '../../base/package/workbook-styles.js';
import type { FileResult, Severity, Verdict } from '../../judge/diagnostic.js';
import { printable } from './printable.js';
import { type Level, type ListedProblem, type Problem, problemHeader, problemsOf, problemsTitle, skippedProblem } from './problems.js';
import { type Reporter, spoken } from './reporter.js';
import { verdictWords } from './verdict.js';

/** One report on the second sheet; counts are null for one that could not be checked. */
interface UnitRow {
  readonly unit: string;
  readonly year: number | null;
  readonly verdict: string;
  readonly errors: number | null;
  readonly warnings: number | null;
  readonly infos: number | null;
  readonly suppressed: number | null;
  readonly sums: number | null;
  readonly skipped: number | null;
  readonly file: string;
}

interface Words {
  readonly problems: string;
  readonly units: string;
  readonly page: string;
  readonly unitHeader: { readonly [key in keyof UnitRow]: string };
  readonly noRoom: (count: number) => string;
}

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    problems: '问题清单',
    units: '各单位结论',
    page: '第 &P 页，共 &N 页',
    unitHeader: {
      unit: '单位',
      year: '年度',
      verdict: '结论',
      errors: '错误',
      warnings: '警告',
      infos: '提示',
      suppressed: '已豁免',
      sums: '已核对的勾稽关系',
      skipped: '未能核对的勾稽关系',
      file: '文件',
    },
    noRoom: (count) => `工作表已满，另有 ${count} 行没有列出；请分批检查，或者改用 csv 格式。`,
  },
  en: {
    problems: 'Problems',
    units: 'Verdicts',
    page: 'Page &P of &N',
    unitHeader: {
      unit: 'unit',
      year: 'year',
      verdict: 'verdict',
      errors: 'errors',
      warnings: 'warnings',
      infos: 'infos',
      suppressed: 'suppressed',
      sums: 'sums checked',
      skipped: 'sums that could not be checked',
      file: 'file',
    },
    noRoom: (count) => `The sheet is full; rows not listed: ${count}. Check fewer reports at once, or use csv.`,
  },
};

const NUMBER_WIDTH = 7;
const PROBLEM_WIDTHS: { readonly [key in keyof Problem]: number } = {
  unit: 16,
  year: 8,
  severity: 10,
  place: 26,
  problem: 40,
  fix: 40,
  basis: 34,
  rule: 20,
  file: 20,
};
const UNIT_WIDTHS: { readonly [key in keyof UnitRow]: number } = {
  unit: 28,
  year: 8,
  verdict: 12,
  errors: 10,
  warnings: 10,
  infos: 10,
  suppressed: 13,
  sums: 12,
  skipped: 13,
  file: 60,
};

const LEVEL_FORMATS: { readonly [level in Level]: FormatName } = { error: 'error', warning: 'warning', info: 'info', failed: 'quiet' };
const VERDICT_FORMATS: { readonly [verdict in Verdict]: FormatName } = { fail: 'error', review: 'warning', pass: 'good', unchecked: 'quiet' };

function unitRow(result: FileResult, lang: Lang, quiet: boolean): UnitRow {
  const named = { verdict: verdictWords[lang][result.verdict], file: printable(result.file) };
  if (result.status !== 'checked')
    return { ...named, unit: '', year: null, errors: null, warnings: null, infos: null, suppressed: null, sums: null, skipped: null };
  const { diagnostics, checks, unit, year } = result;
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
  };
}

function problemCell(problem: ListedProblem, key: keyof Problem): Cell {
  if (key === 'severity') return { value: problem.severity, format: LEVEL_FORMATS[problem.level] };
  if (key === 'year') return { value: problem.year === '' ? null : Number(problem.year), format: 'figure' };
  return { value: problem[key], format: 'text' };
}

function unitCell(row: UnitRow, key: keyof UnitRow, verdict: Verdict): Cell {
  const format = key === 'verdict' ? VERDICT_FORMATS[verdict] : key === 'unit' || key === 'file' ? 'text' : 'figure';
  return { value: row[key], format };
}

/** The reporter for sheets of at most so many rows. */
export function xlsxOf(maxRows: number): Reporter<Uint8Array> {
  return ({ lang, quiet = false }) => {
    const words = WORDS[lang];
    const { number, ...header } = problemHeader[lang];
    const problemKeys = Object.keys(header) as (keyof Problem)[];
    const unitKeys = Object.keys(words.unitHeader) as (keyof UnitRow)[];
    const shape = { headerRows: 1, filter: true, footer: words.page } as const;
    const sheets: readonly SheetShape[] = [
      { ...shape, name: words.problems, widths: [NUMBER_WIDTH, ...problemKeys.map((key) => PROBLEM_WIDTHS[key])], header: problemsTitle[lang] },
      { ...shape, name: words.units, widths: [NUMBER_WIDTH, ...unitKeys.map((key) => UNIT_WIDTHS[key])], header: `${problemsTitle[lang]} · ${words.units}` },
    ];
    let pieces: Uint8Array[] = [];
    const taken = (): Uint8Array => {
      const bytes = concat(pieces);
      pieces = [];
      return bytes;
    };
    const book = workbookStream(sheets, (bytes) => pieces.push(bytes));
    const write = (sheet: number, cells: readonly Cell[]): void => {
      const texts = cells.map(({ value }, column) => ({ text: String(value ?? ''), width: sheets[sheet]!.widths[column]! }));
      book.row(sheet, { cells, height: heightFor(texts) });
    };
    const rows = sheets.map(() => 0);
    /** Writes a row behind its number; the last row of a full sheet says how many there was no room for. */
    const add = (sheet: number, cells: readonly Cell[]): void => {
      rows[sheet]! += 1;
      if (rows[sheet]! < maxRows - 1) write(sheet, [{ value: rows[sheet]!, format: 'figure' }, ...cells]);
    };
    const list = (problems: readonly ListedProblem[]): void => {
      for (const problem of problems)
        add(
          0,
          problemKeys.map((key) => problemCell(problem, key)),
        );
    };
    return {
      start: () => {
        const heads = [Object.values(header), Object.values(words.unitHeader)];
        heads.forEach((names, sheet) => {
          write(
            sheet,
            [number, ...names].map((value): Cell => ({ value, format: 'header' })),
          );
        });
        return taken();
      },
      file: (result) => {
        const problems = problemsOf(result, lang, quiet);
        const row = unitRow(result, lang, quiet);
        list(problems);
        add(
          1,
          unitKeys.map((key) => unitCell(row, key, result.verdict)),
        );
        return taken();
      },
      end: (_summary, skipped = []) => {
        list(skipped.map((file) => skippedProblem(file, lang)));
        rows.forEach((count, sheet) => {
          const left = count - (maxRows - 2);
          if (left > 0) book.row(sheet, { cells: [undefined, { value: words.noRoom(left), format: 'plain' }] });
        });
        book.end();
        return taken();
      },
    };
  };
}

/** The workbook. */
export const xlsx: Reporter<Uint8Array> = xlsxOf(MAX_ROWS);
