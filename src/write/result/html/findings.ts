/** One report on the page: its verdict, what is most likely wrong, the list of findings, and the document beside it. */
import type { Lang } from '../../../base/lang.js';
import type { Checked, Diagnostic, FileResult, Severity, Verdict } from '../../../judge/diagnostic.js';
import type { DocumentView } from '../../view/view.js';
import { checksWords } from '../checks.js';
import { correctionLines } from '../corrections.js';
import { placeWords, positionWords } from '../place.js';
import { type ReportOptions, spoken } from '../reporter.js';
import { mendedTitle, sinceWords } from '../since.js';
import { resultWords } from '../summary.js';
import { documentLabel, type ShownDocument, showDocument } from './document.js';
import { escapeHtml } from './escape.js';
import { sumTable } from './sum-table.js';
import { pageWords } from './words.js';

/** A severity or verdict as a label that tells itself apart by its sign as well as its colour. */
export function badge(kind: Severity | Verdict, lang: Lang): string {
  const words: Readonly<Record<string, string>> = { ...pageWords[lang].severity, ...pageWords[lang].verdict };
  return `<span class="badge ${kind}">${words[kind]}</span>`;
}

/** The id of a rule's explanation in the page. */
export function ruleAnchor(ruleId: string): string {
  return `rule-${ruleId.replace(/[^a-z0-9-]/gi, '-')}`;
}

function quotation({ place }: Diagnostic): string {
  if (place.quote === undefined || !place.context) return '';
  return `<p class="quote">${escapeHtml(place.context.before)}<mark>${escapeHtml(place.quote)}</mark>${escapeHtml(place.context.after)}</p>`;
}

/** The fold that the script fills with the explanation of the rule. */
function aboutFold(ruleId: string, basis: string, lang: Lang): string {
  const words = pageWords[lang];
  const own = basis === '' ? '' : `<p><b>${words.basis}</b>${escapeHtml(basis)}</p>`;
  return `<details class="about"><summary>${words.about} <code>${escapeHtml(ruleId)}</code></summary>${own}</details>`;
}

/** What the script completes findings with. */
export function findingRest(lang: Lang): string {
  return `<template id="rest"><p class="fix"><b>${pageWords[lang].fix}</b></p>${aboutFold('', '', lang)}</template>\n`;
}

interface ListInput {
  readonly result: Checked;
  readonly id: string;
  readonly options: ReportOptions;
  readonly document: ShownDocument | undefined;
}

function finding(diagnostic: Diagnostic, previous: Diagnostic | undefined, number: number, { result, id, options, document }: ListInput): string {
  const { lang, catalogue } = options;
  const words = pageWords[lang];
  const { ruleId, severity, pointer, related, fingerprint } = diagnostic;
  const suspects = result.corrections.filter(({ explains }) => explains.includes(fingerprint)).map((correction) => correction.pointer);
  const cells = [...new Set([pointer, ...related.map((item) => item.pointer)].flatMap((one) => document?.cellId(one) ?? []))];
  const position = positionWords(diagnostic.place, lang);
  const where = escapeHtml(placeWords(diagnostic, lang)) + (position === '' ? '' : ` <span class="position">${escapeHtml(position)}</span>`);
  const rule = catalogue.find((one) => one.id === ruleId);
  const basis = rule && [rule.basis.document, rule.basis.clause].filter(Boolean).join(' ') === diagnostic.basis ? '' : diagnostic.basis;
  // Where hundreds of reports share a page, the script completes a finding from the explanation of its rule when its report is opened.
  const completed = rule !== undefined && !document;
  const known = (previous?.ruleId === ruleId && previous.help === diagnostic.help) || (completed && rule.docs[lang].fix === diagnostic.help);
  return [
    `<li id="${id}f${number}" class="finding ${severity}" data-rule="${escapeHtml(ruleId)}"${cells.length === 0 ? '' : ` data-cells="${cells.join(' ')}"`}>`,
    `<p class="where"><b>${number}</b> ${badge(severity, lang)} ${document?.has(number) ? `<a href="#${id}m${number}">${where}</a>` : where}</p>`,
    `<p class="message">${escapeHtml(diagnostic.message)}</p>`,
    quotation(diagnostic),
    sumTable(diagnostic, suspects, lang),
    known || diagnostic.help === '' ? '' : `<p class="fix"><b>${words.fix}</b>${escapeHtml(diagnostic.help)}</p>`,
    completed && basis === '' ? '' : aboutFold(ruleId, basis, lang),
    '</li>',
  ]
    .filter((line) => line !== '')
    .join('');
}

function correctionBox({ corrections }: Checked, lang: Lang): string {
  const lines = correctionLines(corrections, lang).map(
    ({ text, item, note }) =>
      `<p${item ? ' class="item"' : ''}><strong>${escapeHtml(text)}</strong>${note === undefined ? '' : ` <span class="note">${escapeHtml(note)}</span>`}</p>`,
  );
  return lines.length === 0 ? '' : `<section class="corrections"><h3>${pageWords[lang].corrections}</h3>${lines.join('')}</section>`;
}

function checksBox({ checks }: Checked, lang: Lang): string {
  return `<p class="checks"><b>${pageWords[lang].checks}</b> ${escapeHtml(checksWords(checks, lang))}</p>`;
}

/** Name of the unit, or of the file where no unit was recognised. */
export function nameOf(result: FileResult): string {
  return (result.status === 'checked' ? result.unit : null) ?? result.file;
}

/** Fewer findings than this need no filter. */
const FEW = 6;

function filterBar(diagnostics: readonly Diagnostic[], { lang, catalogue }: ReportOptions): string {
  const words = pageWords[lang];
  const severities = (['error', 'warning', 'info'] as const).filter((severity) => diagnostics.some((one) => one.severity === severity));
  const ids = [...new Set(diagnostics.map(({ ruleId }) => ruleId))];
  if (diagnostics.length < FEW) return '';
  const title = (id: string): string => catalogue.find((rule) => rule.id === id)?.docs[lang].title ?? id;
  return [
    `<form class="list-filter" aria-label="${words.filter}">`,
    ...severities.map((severity) => `<label><input type="checkbox" value="${severity}" checked> ${words.severity[severity]}</label>`),
    `<select aria-label="${words.ruleColumn}"><option value="">${words.allRules}</option>`,
    ...ids.map((id) => `<option value="${escapeHtml(id)}">${escapeHtml(title(id))}</option>`),
    '</select></form>',
  ].join('');
}

/** What became of an earlier run's findings; nothing when none is compared with. */
function sinceBox({ since }: Checked, lang: Lang): string {
  if (!since) return '';
  const mended = since.mended.map(({ message }) => `<li>${mendedTitle(lang)}${lang === 'zh' ? '：' : ': '}${escapeHtml(message)}</li>`);
  return `<p>${escapeHtml(sinceWords(since, lang))}</p>${mended.length === 0 ? '' : `<ul>${mended.join('\n')}</ul>`}`;
}

/** One report. `id` begins every id of it; the heading is of the second level. */
export function reportSection(result: FileResult, view: DocumentView | undefined, id: string, options: ReportOptions): string {
  const { lang, quiet } = options;
  const words = pageWords[lang];
  const head = (facts: string): string =>
    `<header class="report-head"><h2 id="${id}" tabindex="-1">${escapeHtml(nameOf(result))}</h2><p>${badge(result.verdict, lang)} ${facts}</p><p class="file">${escapeHtml(result.file)}</p></header>`;
  if (result.status !== 'checked') {
    const { message, help } = result.error;
    return `${head('')}<p><b>${words.failed}</b>${escapeHtml(message)}</p><p><b>${words.remedy}</b>${escapeHtml(help)}</p>`;
  }
  const diagnostics = spoken(result.diagnostics, quiet);
  const document = view && showDocument({ view, diagnostics, corrections: result.corrections, id, lang });
  const list = [
    `<section class="findings" id="${id}list" aria-label="${words.findings}" tabindex="-1">`,
    correctionBox(result, lang),
    `<h3>${words.findings}</h3>`,
    filterBar(diagnostics, options),
    diagnostics.length === 0
      ? `<p>${words.noFinding}</p>`
      : `<ol>${diagnostics.map((one, index) => finding(one, diagnostics[index - 1], index + 1, { result, id, options, document })).join('\n')}</ol>`,
    sinceBox(result, lang),
    checksBox(result, lang),
    '</section>',
  ].join('\n');
  const facts = escapeHtml([words.yearOf(result.year), words.edition(result.edition), resultWords(result, lang)].join(' · '));
  if (!document) return `${head(facts)}${list}`;
  return [
    head(facts),
    `<p class="skip"><a href="#${id}list">${words.skipToList}</a></p>`,
    `<div class="split"><article class="document" lang="zh-CN" aria-label="${documentLabel(lang)}">${document.html}</article>`,
    `<aside>${list}</aside></div>`,
  ].join('\n');
}
