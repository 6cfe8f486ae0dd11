/**
 * Accuracy as a number: wrong cells found and named, false alarms listed one by one, claims read. Seeded; prints to standard output.
 * `npm run bench:accuracy [-- path of the excerpts]`; GOV_REPORT_EXCERPTS does the same. Exit 1 where a bar is missed.
 */
import { fileURLToPath } from 'node:url';
import { type CellRun, type CellScore, drawnReports, pairsOfCells, singleCells } from './accuracy-cells.js';
import { accuracyOfClaims, accuracyOfPairs } from './accuracy-claims.js';
import { cleanFigures, documents } from './accuracy-fixtures.js';
import { type Alarm, alarmsOnDocuments, alarmsOnExcerpts, alarmsOnParagraphs, alarmsOnWholeReports } from './accuracy-texts.js';

const SEED = 20211231;
const PAIRS = 2000;
/** A real report of 2020 with real faults; docs/accuracy.md judges each warning. */
const REAL_FAULTS = /zhangjiapo-2020/;
/** At most so many single cases are printed of a kind. */
const SHOWN = 8;

const print = (line = ''): void => console.log(line);
const missed: string[] = [];

function bar(holds: boolean, words: string): void {
  print(`${holds ? 'holds' : 'MISSED'}: ${words}`);
  if (!holds) missed.push(words);
}

const share = (part: number, whole: number): string => `${part}/${whole} (${whole === 0 ? '–' : ((100 * part) / whole).toFixed(2)} %)`;

function printScore(name: string, { cases, found, hidden, named, among, missed: silent, otherwise }: CellScore): void {
  print(`  ${name}: found ${share(found, cases)}, named uniquely ${share(named, cases)}, right answer among several ${share(among, cases)}`);
  if (hidden > 0) print(`    every sum still holds in ${share(hidden, cases)}`);
  for (const line of silent.slice(0, SHOWN)) print(`    not found: ${line}`);
  for (const line of otherwise.slice(0, SHOWN)) print(`    not named: ${line}`);
  if (otherwise.length > SHOWN) print(`    … ${otherwise.length} not named in all`);
}

function printRun(title: string, run: CellRun): void {
  print(`${title} (solver ${run.spent.toFixed(0)} ms of processor time for ${run.requests.cases + run.disputes.cases} corrections)`);
  printScore('table 三', run.requests);
  printScore('table 四', run.disputes);
}

function printAlarms(alarms: readonly Alarm[]): void {
  for (const { of, diagnostic, note } of alarms) {
    const { ruleId, severity, pointer, place, message } = diagnostic;
    print(
      `  ${of} ${pointer}\n    ${severity} ${ruleId}: ${message}${place.quote === undefined ? '' : ` [${place.quote}]`}${note === undefined ? '' : `\n    note: ${note}`}`,
    );
  }
}

const { reports, others } = await documents();
const clean = cleanFigures(reports);
const figures = clean.map(({ report }) => report);
const drawn = drawnReports(SEED, 3);

print(`(a) wrong cells, seed ${SEED}: ${figures.length} different sets of figures from the fixtures, ${drawn.length} drawn`);
for (const { file } of clean) print(`  ${file}`);
const alone = singleCells([...figures, ...drawn], SEED, true);
printRun('one wrong cell, sums alone', alone);
const told = singleCells(figures, SEED, false);
printRun('one wrong cell, sums and the text of the fixtures', told);
const pairs = pairsOfCells([...figures, ...drawn], SEED, PAIRS);
printRun('two wrong cells, sums alone', pairs);
for (const [name, run] of Object.entries({ 'one wrong cell': alone, 'two wrong cells': pairs })) {
  const { requests, disputes } = run;
  bar(requests.missed.length + disputes.missed.length === 0, `${name}: every case that breaks a sum is found`);
}
bar(alone.requests.hidden + alone.disputes.hidden === 0, 'one wrong cell: every case breaks a sum');
bar(alone.requests.named === alone.requests.cases, 'table 三: every single wrong cell named with its right value');
bar(alone.disputes.named + alone.disputes.among === alone.disputes.cases, 'table 四: the right answer among those given');
bar(pairs.spent < 1000, `${PAIRS} corrections of two cells in less than 1 s`);

print();
print(`(b) false alarms: ${reports.length} reports of the fixtures (${others.length} files there are no reports)`);
const onDocuments = alarmsOnDocuments(reports);
print(`errors and warnings on them: ${onDocuments.length}`);
printAlarms(onDocuments);
bar(
  onDocuments.every(({ of, diagnostic }) => REAL_FAULTS.test(of) && diagnostic.severity !== 'error'),
  'no error on any report, no warning on any but the real one, whose faults are real',
);
const whole = await alarmsOnWholeReports();
print(`errors and warnings on ${whole.reports} whole reports: ${whole.alarms.length}`);
printAlarms(whole.alarms);
bar(whole.alarms.length === 0, 'no error and no warning on whole reports');
const { paragraphs, alarms } = alarmsOnParagraphs();
print(`errors and warnings on ${paragraphs} clean paragraphs: ${alarms.length}`);
printAlarms(alarms);
bar(alarms.length === 0, 'no error and no warning on clean paragraphs');

const path = process.argv[2] ?? process.env.GOV_REPORT_EXCERPTS ?? fileURLToPath(new URL('../../shared/reference/excerpts.jsonl', import.meta.url));
const excerpts = alarmsOnExcerpts(path);
print();
if (!excerpts) print('excerpts: not there, left out');
else {
  const warnings = excerpts.alarms.filter(({ diagnostic }) => diagnostic.severity !== 'info');
  print(
    `excerpts: ${excerpts.excerpts} (${excerpts.cut} cut in the middle of a sentence, left out); ${warnings.length} errors and warnings, ${excerpts.alarms.length - warnings.length} of tidiness`,
  );
  printAlarms(excerpts.alarms);
}

print();
print('(c) claims');
accuracyOfPairs(print);
bar(accuracyOfClaims(print), 'every claim of the hand-made sentences read rightly, none from the distractors');

print();
print(missed.length === 0 ? 'every bar holds' : `missed: ${missed.join('; ')}`);
if (missed.length > 0) process.exitCode = 1;
