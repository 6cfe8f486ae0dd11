/** How surely a wrong cell is found and named: every cell of tables 三 and 四 changed, alone and in pairs. */
import { cellsOf, type TableKey, tableSpec } from '../src/form/editions/index.js';
import { valueAt } from '../src/form/model/pointer.js';
import type { Report } from '../src/form/model/report.js';
import { createContext } from '../src/judge/context.js';
import type { Correction } from '../src/judge/diagnostic.js';
import { judge } from '../src/judge/engine.js';
import { correctionsOf } from '../src/judge/solve/corrections.js';
import { statedFigures } from '../src/judge/solve/stated.js';
import { consistentReport, seeded } from '../test/support/consistent.js';
import { readingOf } from '../test/support/reading.js';
import { ALL } from './accuracy-fixtures.js';

/** Shares of a run; counts of cases. */
export interface CellScore {
  cases: number;
  /** An error was reported. */
  found: number;
  /** Every sum still holds: two changes that cancel each other out, which no sum can show. */
  hidden: number;
  /** Every wrong cell named with its right value, and nothing else. */
  named: number;
  /** Several answers, the right one among them. */
  among: number;
  /** Cases without any error, for the reader. */
  readonly missed: string[];
  /** Cases whose cell was not named though found: the one answer given was another, or none was given. */
  readonly otherwise: string[];
}

const emptyScore = (): CellScore => ({ cases: 0, found: 0, hidden: 0, named: 0, among: 0, missed: [], otherwise: [] });

interface Wrong {
  readonly pointer: string;
  readonly from: number;
  readonly to: number;
}

const ARITHMETIC = ALL.filter(({ rule }) => rule.id.startsWith('arithmetic/'));

function changed(report: Report, wrong: readonly Wrong[]): Report {
  const copy = structuredClone(report);
  for (const { pointer, to } of wrong) {
    const parts = pointer.slice(1).split('/');
    let node = copy as unknown as Record<string, unknown>;
    for (const part of parts.slice(0, -1)) node = node[part] as Record<string, unknown>;
    node[parts.at(-1)!] = to;
  }
  return copy;
}

/** The report without its words, so that nothing but the sums can speak. */
function figuresOnly(report: Report): Report {
  return { ...report, preface: [], sections: report.sections.map((section) => ({ ...section, paragraphs: [] })), closing: [] };
}

function tally(score: CellScore, report: Report, wrong: readonly Wrong[], clock: { spent: number }): void {
  const context = createContext(readingOf(changed(report, wrong)));
  const { diagnostics } = judge(context, ARITHMETIC, 'zh');
  // Processor time, so that whatever else the machine does counts for nothing.
  const start = process.cpuUsage();
  const corrections = correctionsOf(context, diagnostics, statedFigures(context));
  const { user, system } = process.cpuUsage(start);
  clock.spent += (user + system) / 1000;
  score.cases += 1;
  const label = wrong.map(({ pointer, from, to }) => `${pointer} ${from}→${to}`).join(' & ');
  if (!diagnostics.some(({ severity }) => severity === 'error')) {
    if (context.sums.every(({ relation, left, right }) => relation.comparison !== '=' || left === right)) score.hidden += 1;
    else score.missed.push(label);
    return;
  }
  score.found += 1;
  const right = ({ pointer, to }: Correction): boolean => wrong.some((cell) => cell.pointer === pointer && cell.from === to);
  const sets = [...new Set(corrections.map(({ set }) => set))].map((set) => corrections.filter((one) => one.set === set));
  const wholly = (set: readonly Correction[]): boolean => set.length === wrong.length && set.every(right);
  // Two broken parts that share no sum are two answers that hold together.
  const unique = corrections.filter(({ certainty }) => certainty === 'unique');
  if (unique.length === corrections.length && wholly(unique)) score.named += 1;
  else if (sets.some(wholly) || (wrong.length > 1 && wrong.every((cell) => corrections.some((one) => right(one) && one.pointer === cell.pointer))))
    score.among += 1;
  else score.otherwise.push(`${label}: ${corrections.map(({ pointer, to }) => `${pointer}→${to}`).join(', ') || 'no answer'}`);
}

/** Other values for a cell: slips that people make, and one drawn at random. */
function otherValues(value: number, random: () => number): readonly number[] {
  const swapped = Number([...String(value)].reverse().join(''));
  const candidates = [value + 1, value - 1, value * 10 + 3, 0, swapped, value + 2 + Math.floor(random() * 97)];
  return [...new Set(candidates)].filter((other) => other >= 0 && other !== value);
}

/** The scores of one kind of case, by table. */
export interface CellRun {
  readonly requests: CellScore;
  readonly disputes: CellScore;
  /** Milliseconds of processor time that the solver took for all cases. */
  readonly spent: number;
}

const tables = ['requests', 'disputes'] as const satisfies readonly TableKey[];

/** Every cell of every report, changed alone to several other values. With `sumsOnly` the text's figures are taken away. */
export function singleCells(reports: readonly Report[], seed: number, sumsOnly: boolean): CellRun {
  const random = seeded(seed);
  const clock = { spent: 0 };
  const scores = { requests: emptyScore(), disputes: emptyScore() };
  for (const report of reports) {
    for (const key of tables) {
      for (const { pointer } of cellsOf(tableSpec(report.edition, key))) {
        const from = valueAt(report, pointer) as number;
        for (const to of otherValues(from, random)) tally(scores[key], sumsOnly ? figuresOnly(report) : report, [{ pointer, from, to }], clock);
      }
    }
  }
  return { ...scores, spent: clock.spent };
}

/** A seeded sample of two wrong cells of one table each. */
export function pairsOfCells(reports: readonly Report[], seed: number, sample: number): CellRun {
  const random = seeded(seed);
  const clock = { spent: 0 };
  const scores = { requests: emptyScore(), disputes: emptyScore() };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  for (let made = 0; made < sample; ) {
    const report = pick(reports);
    const key = random() < 0.8 ? 'requests' : 'disputes';
    const cells = cellsOf(tableSpec(report.edition, key));
    const [first, second] = [pick(cells).pointer, pick(cells).pointer];
    if (first === second) continue;
    const wrong = [first, second].map((pointer): Wrong => {
      const from = valueAt(report, pointer) as number;
      return { pointer, from, to: pick(otherValues(from, random)) };
    });
    tally(scores[key], figuresOnly(report), wrong, clock);
    made += 1;
  }
  return { ...scores, spent: clock.spent };
}

/** Reports with drawn figures in which every sum holds, beside the fixtures'. */
export function drawnReports(seed: number, each: number): readonly Report[] {
  return (['2019', '2021'] as const).flatMap((edition, index) =>
    Array.from({ length: each }, (_, number) => consistentReport(edition, seeded(seed + index * 1000 + number))),
  );
}
