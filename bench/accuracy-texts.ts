/** False alarms: what all rules say of clean documents, of clean paragraphs, and of excerpts from published reports. */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from '../src/index.js';
import type { Diagnostic } from '../src/judge/diagnostic.js';
import { rules } from '../src/judge/rules/index.js';
import { judgeWords } from '../test/support/judge-text.js';
import { wholeReports } from '../test/support/whole-reports.js';
import { type Document, judged } from './accuracy-fixtures.js';

/** One finding with where it was made. */
export interface Alarm {
  readonly of: string;
  readonly diagnostic: Diagnostic;
  /** What the collector of the excerpt noted about it. */
  readonly note?: string;
}

const serious = ({ severity }: Diagnostic): boolean => severity !== 'info';

/** Errors and warnings on every report of the fixtures. */
export function alarmsOnDocuments(reports: readonly Document[]): readonly Alarm[] {
  return reports.flatMap(({ file, reading }) =>
    judged(reading)
      .diagnostics.filter(serious)
      .map((diagnostic) => ({ of: file, diagnostic })),
  );
}

/** Errors and warnings on the whole reports of fixtures/reports. */
export async function alarmsOnWholeReports(): Promise<{ readonly reports: number; readonly alarms: readonly Alarm[] }> {
  const reports = await Promise.all(wholeReports().map(async ({ name, text }): Promise<Document> => ({ file: name, reading: await parse(text) })));
  return { reports: reports.length, alarms: alarmsOnDocuments(reports) };
}

interface CleanWords {
  readonly unit: string;
  readonly paragraphs: readonly string[];
}

/** Errors and warnings on the clean paragraphs of the fixtures. */
export function alarmsOnParagraphs(): { readonly paragraphs: number; readonly alarms: readonly Alarm[] } {
  const units = JSON.parse(readFileSync(new URL('../fixtures/paragraphs/clean.json', import.meta.url), 'utf8')) as readonly CleanWords[];
  return {
    paragraphs: units.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0),
    alarms: units.flatMap(({ unit, paragraphs }) =>
      judgeWords({ unit, overview: paragraphs }, rules)
        .filter(serious)
        .map((diagnostic) => ({ of: unit, diagnostic })),
    ),
  };
}

/** A line of the file of excerpts. */
interface Excerpt {
  readonly year: number;
  readonly unit: string;
  readonly kind: 'preface' | 'section1' | 'table';
  readonly text: string;
  readonly note?: string;
}

/** Excerpts were width-normalised when they were collected: their punctuation says nothing. */
const JUDGED = rules.filter(({ id }) => id !== 'text/punctuation');
/** An excerpt that ends in the middle of a sentence shows no lost half of a pair, and no total. */
const CUT = /cut by the corpus/;

/** Every finding on the excerpts; undefined when there is no such file. Each stands alone in a report of its unit and year. */
export function alarmsOnExcerpts(path: string): { readonly excerpts: number; readonly cut: number; readonly alarms: readonly Alarm[] } | undefined {
  if (!existsSync(path)) return undefined;
  const excerpts = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Excerpt);
  let last = '';
  const judgedOnes = excerpts.map((excerpt) => {
    const named = excerpt.unit.replace(/[（(].*$/, '').trim();
    last = named === '' ? last : named;
    return { ...excerpt, unit: last };
  });
  return {
    excerpts: excerpts.length,
    cut: judgedOnes.filter(({ note }) => CUT.test(note ?? '')).length,
    alarms: judgedOnes
      .filter(({ note }) => !CUT.test(note ?? ''))
      .flatMap(({ unit, year, kind, text, note }) => {
        const paragraphs = text.split('\n').filter((part) => part.trim() !== '');
        return judgeWords({ unit, year, ...(kind === 'preface' ? { preface: paragraphs } : { overview: paragraphs }) }, JUDGED).map((diagnostic) => ({
          of: `${unit} ${year}`,
          diagnostic,
          ...(note === undefined ? {} : { note }),
        }));
      }),
  };
}
