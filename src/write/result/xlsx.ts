/** The results as a workbook: a sheet with a row a finding, one with the verdict of every report, one of the frequent faults, one of what was mended. No text in it is a formula. */
import type { Lang } from '../../base/lang.js';
import { concat } from '../../base/package/bytes.js';
import { type Cell, heightFor, MAX_ROWS, type SheetShape, workbookStream } from '../../base/package/workbook.js';
import type { FormatName } from '../../base/package/workbook-styles.js';
import { countRules, faultsOf, type RuleCount } from './faults.js';
import { headerOf, type Level, type ListedProblem, mendedOf, type Problem, problemsBeside, problemsOf, problemsTitle } from './problems.js';
import type { Reporter } from './reporter.js';
import { faultSheet } from './xlsx/faults.js';
import { type UnitRow, unitRow, unitSheet } from './xlsx/units.js';

interface Words {
  readonly problems: string;
  readonly mended: string;
  readonly page: string;
  readonly noRoom: (count: number) => string;
}

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    problems: '问题清单',
    mended: '已改问题',
    page: '第 &P 页，共 &N 页',
    noRoom: (count) => `工作表已满，另有 ${count} 行没有列出；请分批检查，或者改用 csv 格式。`,
  },
  en: {
    problems: 'Problems',
    mended: 'Mended',
    page: 'Page &P of &N',
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
  since: 12,
};
const LEVEL_FORMATS: { readonly [level in Level]: FormatName } = { error: 'error', warning: 'warning', info: 'info', failed: 'quiet' };
/** The columns of a problem that was mended: what it was. */
const MENDED_KEYS = ['unit', 'year', 'severity', 'problem', 'rule', 'file'] as const satisfies readonly (keyof Problem)[];

function problemCell(problem: ListedProblem, key: keyof Problem): Cell {
  if (key === 'severity') return { value: problem.severity, format: LEVEL_FORMATS[problem.level] };
  if (key === 'year') return { value: problem.year === '' ? null : Number(problem.year), format: 'figure' };
  return { value: problem[key], format: 'text' };
}

/** A sheet of the book: how it looks, and its header. */
interface View {
  readonly shape: SheetShape;
  readonly header: readonly string[];
}

/** The reporter for sheets of at most so many rows. */
export function xlsxOf(maxRows: number): Reporter<Uint8Array> {
  return ({ lang, quiet = false, since = false, catalogue }) => {
    const words = WORDS[lang];
    const { number, ...header } = headerOf(lang, since);
    const problemKeys = Object.keys(header) as (keyof Problem)[];
    const view = (name: string, widths: readonly number[], names: readonly string[]): View => ({
      shape: {
        headerRows: 1,
        filter: true,
        footer: words.page,
        name,
        widths: [NUMBER_WIDTH, ...widths],
        header: name === words.problems ? problemsTitle[lang] : `${problemsTitle[lang]} · ${name}`,
      },
      header: [number, ...names],
    });
    const [units, faults] = [unitSheet(lang, since), faultSheet(lang)];
    const views: readonly View[] = [
      view(
        words.problems,
        problemKeys.map((key) => PROBLEM_WIDTHS[key]),
        problemKeys.map((key) => header[key]!),
      ),
      view(units.name, units.widths, units.header),
      view(faults.name, faults.widths, faults.header),
      ...(since
        ? [
            view(
              words.mended,
              MENDED_KEYS.map((key) => PROBLEM_WIDTHS[key]),
              MENDED_KEYS.map((key) => header[key]!),
            ),
          ]
        : []),
    ];
    const [PROBLEMS, UNITS, FAULTS, MENDED] = [0, 1, 2, 3];
    let pieces: Uint8Array[] = [];
    const taken = (): Uint8Array => {
      const bytes = concat(pieces);
      pieces = [];
      return bytes;
    };
    const book = workbookStream(
      views.map(({ shape }) => shape),
      (bytes) => pieces.push(bytes),
    );
    const write = (sheet: number, cells: readonly Cell[]): void => {
      const texts = cells.map(({ value }, column) => ({ text: String(value ?? ''), width: views[sheet]!.shape.widths[column]! }));
      book.row(sheet, { cells, height: heightFor(texts) });
    };
    const rows = views.map(() => 0);
    /** Writes a row behind its number; the last row of a full sheet says how many there was no room for. */
    const add = (sheet: number, cells: readonly Cell[]): void => {
      rows[sheet]! += 1;
      if (rows[sheet]! < maxRows - 1) write(sheet, [{ value: rows[sheet]!, format: 'figure' }, ...cells]);
    };
    const list = (problems: readonly ListedProblem[], sheet: number, keys: readonly (keyof Problem)[]): void => {
      for (const problem of problems)
        add(
          sheet,
          keys.map((key) => problemCell(problem, key)),
        );
    };
    const known: UnitRow[] = [];
    const counts: { readonly rules: ReadonlyMap<string, RuleCount> }[] = [];
    return {
      start: () => {
        views.forEach(({ header: names }, sheet) => {
          write(
            sheet,
            names.map((value): Cell => ({ value, format: 'header' })),
          );
        });
        return taken();
      },
      file: (result) => {
        list(problemsOf(result, lang, quiet), PROBLEMS!, problemKeys);
        if (since) list(mendedOf(result, lang), MENDED!, MENDED_KEYS);
        known.push(unitRow(result, quiet));
        counts.push({ rules: countRules(result, quiet) });
        return taken();
      },
      end: (_summary, beside = {}) => {
        list(problemsBeside(beside, lang), PROBLEMS!, problemKeys);
        for (const row of units.rows(known, beside.roster)) add(UNITS!, row);
        for (const row of faults.rows(faultsOf(counts, { catalogue, lang }))) add(FAULTS!, row);
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
