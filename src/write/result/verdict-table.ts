/** The table of verdicts that ends a run of several reports at the terminal: the worst first, clean units in one line. */
import type { Lang } from '../../base/lang.js';
import { displayWidth } from '../../base/text/width.js';
import type { FileResult, Severity, Verdict } from '../../judge/diagnostic.js';
import type { Paint } from './paint.js';
import { printable } from './printable.js';
import { spoken } from './reporter.js';
import { verdicts, verdictWords } from './verdict.js';
import { clip, padEnd, padStart, wrap } from './wrap.js';

/** One report of the table; counts are null for one that could not be checked. */
export interface VerdictRow {
  readonly name: string;
  readonly file: string;
  readonly verdict: Verdict;
  readonly counts: readonly [errors: number, warnings: number, infos: number] | null;
}

interface Words {
  readonly title: string;
  readonly header: readonly [verdict: string, unit: string, errors: string, warnings: string, infos: string, file: string];
  readonly clean: (count: number) => string;
  readonly more: (count: number) => string;
  readonly comma: string;
}

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    title: '各报告结论',
    header: ['结论', '单位', '错误', '警告', '提示', '文件'],
    clean: (count) => `通过${count}份：`,
    more: (count) => `另有${count}份`,
    comma: '、',
  },
  en: {
    title: 'Verdicts',
    header: ['verdict', 'unit', 'errors', 'warnings', 'infos', 'file'],
    clean: (count) => `passed: ${count}: `,
    more: (count) => `and ${count} more`,
    comma: ', ',
  },
};

/** Rows and names that are printed; a run of thousands has its list in a file. */
const MOST = 200;

/** Columns in which the end of a path says something. */
const LEAST_ROOM = 12;

const TONES = { fail: 'error', unchecked: 'error', review: 'warning', pass: 'good' } as const;

/** What the table keeps of a result. */
export function verdictRow(result: FileResult): VerdictRow {
  const { file, verdict } = result;
  if (result.status !== 'checked') return { name: '', file: printable(file), verdict, counts: null };
  const open = spoken(result.diagnostics);
  const count = (severity: Severity): number => open.filter((one) => one.severity === severity).length;
  return { name: printable(result.unit ?? ''), file: printable(file), verdict, counts: [count('error'), count('warning'), count('info')] };
}

function gravity({ verdict, counts }: VerdictRow): readonly number[] {
  return [verdicts.indexOf(verdict), ...(counts ?? [0, 0, 0]).map((count) => -count)];
}

function compare(a: VerdictRow, b: VerdictRow): number {
  const [one, other] = [gravity(a), gravity(b)];
  return one.map((value, index) => value - other[index]!).find((difference) => difference !== 0) ?? 0;
}

/** The lines of the table; of one report there are none. */
export function verdictTable(rows: readonly VerdictRow[], lang: Lang, width: number, paint: Paint): readonly string[] {
  if (rows.length < 2) return [];
  const words = WORDS[lang];
  const open = rows.filter(({ verdict }) => verdict !== 'pass').sort(compare);
  const cells = open
    .slice(0, MOST)
    .map(({ verdict, name, counts, file }) => [verdictWords[lang][verdict], name, ...(counts ?? ['', '', '']).map(String), file]);
  const table = cells.length === 0 ? [] : [[...words.header], ...cells];
  const widths = words.header.map((_, column) => Math.max(0, ...table.map((line) => displayWidth(line[column]!))));
  // The file has what the other columns leave; a narrow terminal sees the beginning of each row.
  const room = width - 2 - widths.slice(0, -1).reduce((sum, own) => sum + own + 2, 0);
  const lines = table.map((line, index) => {
    const file = room < LEAST_ROOM ? line.at(-1)! : clip(line.at(-1)!, room, 'start');
    const padded = [...line.slice(0, -1), file].map((text, column) =>
      column >= 2 && column <= 4 ? padStart(text, widths[column]!) : padEnd(text, column === 5 ? 0 : widths[column]!),
    );
    const [verdict = '', ...others] = padded;
    const rest = clip(others.join('  '), width - 4 - widths[0]!);
    return index === 0 ? `  ${paint.dim(`${verdict}  ${rest}`)}` : `  ${paint[TONES[open[index - 1]!.verdict]](verdict)}  ${rest}`;
  });
  const clean = rows.filter(({ verdict }) => verdict === 'pass').map(({ name, file }) => name || file);
  const names = [...clean.slice(0, MOST), ...(clean.length > MOST ? [words.more(clean.length - MOST)] : [])].join(words.comma);
  return [
    paint.strong(words.title),
    ...lines,
    ...(open.length > MOST ? [`  ${words.more(open.length - MOST)}`] : []),
    ...(clean.length === 0 ? [] : wrap(words.clean(clean.length) + names, Math.max(16, width - 2)).map((line) => `  ${line}`)),
  ];
}
