/** The supervisor's page: verdict for each unit, units against rules, the most frequent faults; to be filtered, searched and sorted. */
import type { BesideReports, FileResult, Verdict } from '../../../judge/diagnostic.js';
import { countRules, type Fault, faultsOf, type RuleCount, SEVERITIES } from '../faults.js';
import { type ReportOptions, type Summary, spoken } from '../reporter.js';
import { rosterLines, rosterSentence, rosterSummary, rosterTitle } from '../roster.js';
import { absentLines, absentTitle, sinceRunWords } from '../since.js';
import { skippedTitle, skipWords } from '../skipped.js';
import { verdictLine } from '../summary.js';
import { verdicts as VERDICTS } from '../verdict.js';
import { escapeHtml } from './escape.js';
import { badge, nameOf } from './findings.js';
import { pageWords } from './words.js';

/** What the overview keeps of a report. */
export interface UnitRow {
  readonly name: string;
  readonly file: string;
  readonly year: number | null;
  readonly verdict: Verdict;
  readonly suppressed: number;
  /** Findings by rule. */
  readonly rules: ReadonlyMap<string, RuleCount>;
}

/** Counts one report. */
export function unitRow(result: FileResult, quiet = false): UnitRow {
  const rules = countRules(result, quiet);
  const suppressed = result.status !== 'checked' ? 0 : result.diagnostics.length - spoken(result.diagnostics).length;
  const year = result.status !== 'checked' ? null : result.year;
  return { name: nameOf(result), file: result.file, year, verdict: result.verdict, suppressed, rules };
}

function cards(units: readonly UnitRow[], summary: Summary, { lang }: ReportOptions): string {
  const words = pageWords[lang];
  const card = (label: string, count: number, kind: string): string => `<div class="card ${kind}"><dt>${label}</dt><dd>${count}</dd></div>`;
  const findings = { error: summary.errors, warning: summary.warnings, info: summary.infos };
  return [
    `<dl class="cards">${card(words.reports, units.length, '')}`,
    ...VERDICTS.map((verdict) => card(words.verdict[verdict], units.filter((unit) => unit.verdict === verdict).length, verdict)),
    ...SEVERITIES.map((severity) => card(words.severities[severity], findings[severity], severity)),
    '</dl>',
  ].join('');
}

function option(value: string, label: string): string {
  return `<option value="${escapeHtml(value)}">${escapeHtml(label)}</option>`;
}

function filters(faults: readonly Fault[], count: number, { lang }: ReportOptions): string {
  const words = pageWords[lang];
  return [
    `<form class="filters" id="filters" role="search" aria-label="${words.filter}">`,
    `<input type="search" name="text" aria-label="${words.search}" placeholder="${words.search}" autocomplete="off">`,
    `<select name="verdict" aria-label="${words.conclusion}">${option('', words.allVerdicts)}${VERDICTS.map((one) => option(one, words.verdict[one])).join('')}</select>`,
    `<select name="severity" aria-label="${words.allSeverities}">${option('', words.allSeverities)}${SEVERITIES.map((one) => option(one, words.severity[one])).join('')}</select>`,
    `<select name="rule" aria-label="${words.ruleColumn}">${option('', words.allRules)}${faults.map(({ id, title }) => option(id, title)).join('')}</select>`,
    `<button type="reset">${words.reset}</button>`,
    `<p role="status">${words.shown} <output id="shown">${count}</output> / ${count}</p></form>`,
  ].join('');
}

function sortable(label: string, kind: 'text' | 'number'): string {
  return `<th scope="col" aria-sort="none" data-sort="${kind}"><button type="button">${label}</button></th>`;
}

/** The reports with their ordinals, the gravest verdict first; of one verdict in the order of the run. */
function byVerdict(units: readonly UnitRow[]): readonly (readonly [UnitRow, number])[] {
  const numbered = units.map((unit, index) => [unit, index] as const);
  return numbered.sort(([a], [b]) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict));
}

function unitTable(units: readonly UnitRow[], options: ReportOptions): string {
  const { lang } = options;
  const words = pageWords[lang];
  const head = [
    sortable(words.unit, 'text'),
    sortable(words.year, 'number'),
    sortable(words.conclusion, 'number'),
    ...SEVERITIES.map((severity) => sortable(words.severities[severity], 'number')),
    sortable(words.suppressed, 'number'),
    sortable(words.file, 'text'),
  ];
  const rows = byVerdict(units).map(([{ name, file, year, verdict, suppressed, rules }, index]) => {
    const counts = SEVERITIES.map((_, at) => [...rules.values()].reduce((sum, one) => sum + one.counts[at]!, 0));
    const found = [...rules].flatMap(([id, one]) => SEVERITIES.filter((_, at) => one.counts[at]! > 0).map((severity) => `${id}:${severity}`)).join(' ');
    return [
      `<tr data-unit="${index + 1}" data-verdict="${verdict}" data-found="${escapeHtml(found)}">`,
      `<th scope="row"><a href="#u${index + 1}">${escapeHtml(name)}</a></th><td>${year ?? ''}</td>`,
      `<td data-value="${VERDICTS.indexOf(verdict)}">${badge(verdict, lang)}</td>`,
      ...counts.map((count, at) => `<td${count === 0 ? '' : ` class="${SEVERITIES[at]}"`}>${verdict === 'unchecked' ? '' : count}</td>`),
      `<td>${verdict === 'unchecked' ? '' : suppressed}</td><td class="file">${escapeHtml(file)}</td></tr>`,
    ].join('');
  });
  return [
    `<section aria-labelledby="units-title"><h2 id="units-title">${words.units}</h2><p class="hint">${words.unitsHint}</p>`,
    `<div class="scroll"><table class="units" id="units"><thead><tr>${head.join('')}</tr></thead><tbody>`,
    ...rows,
    `</tbody></table></div><p id="none" hidden>${words.noMatch}</p></section>`,
  ].join('\n');
}

function matrix(units: readonly UnitRow[], faults: readonly Fault[], { lang }: ReportOptions): string {
  const words = pageWords[lang];
  const columns = faults.map(
    ({ id, title, severity }) => `<th scope="col" class="${severity}" data-rule="${escapeHtml(id)}"><span>${escapeHtml(title)}</span></th>`,
  );
  const rows = byVerdict(units).map(([{ name, rules }, index]) => {
    const cells = faults.map(({ id }) => {
      const one = rules.get(id);
      return one ? `<td class="${one.severity}">${one.count}</td>` : '<td></td>';
    });
    return `<tr data-unit="${index + 1}"><th scope="row"><a href="#u${index + 1}">${escapeHtml(name)}</a></th>${cells.join('')}</tr>`;
  });
  return [
    `<section aria-labelledby="matrix-title"><h2 id="matrix-title">${words.matrix}</h2><p class="hint">${words.matrixHint}</p>`,
    `<div class="scroll" tabindex="0" role="region" aria-labelledby="matrix-title"><table class="matrix" id="matrix"><thead><tr><td></td>${columns.join('')}</tr></thead><tbody>`,
    ...rows,
    '</tbody></table></div></section>',
  ].join('\n');
}

/** More faults than this are folded away. */
const TOP = 8;

function faultList(faults: readonly Fault[], units: number, { lang }: ReportOptions): string {
  const words = pageWords[lang];
  const list = (shown: readonly Fault[], from: number): string => {
    const items = shown.map(
      ({ id, title, units: own, findings, severity }) =>
        `<li>${badge(severity, lang)} <button type="button" data-rule="${escapeHtml(id)}">${escapeHtml(title)}</button> <meter min="0" max="${units}" value="${own}"></meter> <span>${words.inUnits(own, findings)}</span></li>`,
    );
    return `<ol class="faults" start="${from + 1}">${items.join('\n')}</ol>`;
  };
  const rest = faults.slice(TOP);
  const more = rest.length === 0 ? '' : `<details class="more"><summary>${words.moreFaults(rest.length)}</summary>${list(rest, TOP)}</details>`;
  const body = list(faults.slice(0, TOP), 0) + more;
  return `<section aria-labelledby="faults-title"><h2 id="faults-title">${words.faults}</h2><p class="hint">${words.faultsHint}</p>${body}</section>`;
}

function listOf(title: string, items: readonly string[], lead = ''): string {
  const list = items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`;
  return list + lead === '' ? '' : `<section class="skipped"><h2>${title}</h2>${lead === '' ? '' : `<p>${lead}</p>`}${list}</section>`;
}

/** What a run says beside its reports: the roster, what was not handed in again, the files that were left aside. Nothing when there is nothing. */
export function besideLists({ skipped = [], roster, since }: BesideReports, { lang }: ReportOptions): string {
  const lines = rosterLines(roster, lang).map((line) => escapeHtml(rosterSentence(line, lang)));
  return [
    roster ? listOf(rosterTitle(lang), lines, escapeHtml(rosterSummary(roster, lang))) : '',
    since
      ? listOf(
          absentTitle(lang),
          absentLines(since, lang).map(({ sentence }) => escapeHtml(sentence)),
          escapeHtml(sinceRunWords(since, lang)),
        )
      : '',
    listOf(
      skippedTitle[lang],
      skipped.map(({ file, reason }) => `<span class="file">${escapeHtml(file)}</span> ${skipWords[lang][reason]}`),
    ),
  ].join('\n');
}

/** The page that stands before the reports. */
export function overview(units: readonly UnitRow[], summary: Summary, beside: BesideReports, options: ReportOptions): string {
  const { lang, maxWarnings } = options;
  const words = pageWords[lang];
  const faults = faultsOf(units, options);
  return [
    '<div id="overview">',
    `<header class="page-head"><h1>${words.title}</h1><p class="verdict">${escapeHtml(verdictLine(summary, lang, maxWarnings))}</p></header>`,
    ...(units.length === 0
      ? []
      : [
          `<noscript><p>${words.noScript}</p></noscript>`,
          cards(units, summary, options),
          faults.length === 0 ? '' : faultList(faults, units.length, options),
          filters(faults, units.length, options),
          unitTable(units, options),
          faults.length === 0 ? '' : matrix(units, faults, options),
        ]),
    besideLists(beside, options),
    '</div>',
  ].join('\n');
}
