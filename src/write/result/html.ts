/**
 * The results as one page that works offline: for one report the document with its findings beside it, for several the supervisor's
 * overview with a page for each behind it. Its policy allows one style sheet and one script by their hashes, and nothing else.
 */
import type { Lang } from '../../base/lang.js';
import { sha256 } from '../../base/sha256.js';
import type { FileResult } from '../../judge/diagnostic.js';
import { escapeHtml } from './html/escape.js';
import { findingRest, nameOf, reportSection } from './html/findings.js';
import { besideLists, overview, type UnitRow, unitRow } from './html/overview.js';
import { ruleSection } from './html/rules.js';
import { SCRIPT } from './html/script.js';
import { STYLE } from './html/style.js';
import { pageWords } from './html/words.js';
import { type Reporter, spoken } from './reporter.js';
import { verdictLine } from './summary.js';

const LANGUAGES: { readonly [lang in Lang]: string } = { zh: 'zh-CN', en: 'en' };

function hashOf(text: string): string {
  return `'sha256-${btoa(String.fromCharCode(...sha256(new TextEncoder().encode(text))))}'`;
}

/** The reporter, with the hashes of its script and style sheet. */
export async function loadHtml(): Promise<Reporter> {
  const [style, script] = [hashOf(STYLE), hashOf(SCRIPT)];
  const policy = `default-src 'none'; style-src ${style}; script-src ${script}; base-uri 'none'; form-action 'none'`;
  return (options) => {
    const { lang, quiet, toolVersion, maxWarnings } = options;
    const words = pageWords[lang];
    const units: UnitRow[] = [];
    const ruleIds = new Set<string>();
    let only: { readonly result: FileResult; readonly section: string } | undefined;

    const head = (title: string): string =>
      [
        '<!DOCTYPE html>',
        `<html lang="${LANGUAGES[lang]}">`,
        '<head>',
        '<meta charset="utf-8">',
        `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        `<meta name="generator" content="gov-report ${escapeHtml(toolVersion)}">`,
        '<meta name="referrer" content="no-referrer">',
        `<title>${escapeHtml(title)}</title>`,
        `<style>${STYLE}</style>`,
        '</head>',
        '<body>',
        `<p class="skip"><a href="#main">${words.skipToContent}</a></p>`,
        '',
      ].join('\n');
    const foot = (): string => `${ruleSection(ruleIds, options)}\n</main>\n${findingRest(lang)}<script>${SCRIPT}</script>\n</body>\n</html>\n`;
    /** A report of several waits in a template until it is asked for. */
    const template = (section: string, number: number): string => `<template id="t${number}">\n${section}\n</template>\n`;

    return {
      start: () => '',
      file: (result, view) => {
        const section = reportSection(result, view, `u${units.length + 1}`, options);
        units.push(unitRow(result, quiet));
        if (result.status === 'checked') for (const { ruleId } of spoken(result.diagnostics, quiet)) ruleIds.add(ruleId);
        if (units.length === 1) {
          only = { result, section };
          return '';
        }
        const first = only ? head(words.title) + template(only.section, 1) : '';
        only = undefined;
        return first + template(section, units.length);
      },
      end: (summary, beside = {}) => {
        if (only) {
          const verdict = `<header class="page-head"><h1>${words.title}</h1><p class="verdict">${escapeHtml(verdictLine(summary, lang, maxWarnings))}</p></header>`;
          return `${head(`${nameOf(only.result)} - ${words.title}`)}<main id="main">\n${verdict}\n${only.section}\n${besideLists(beside, options)}${foot()}`;
        }
        const unit = [
          '<div id="unit" hidden>',
          `<nav class="unit-nav" aria-label="${words.overview}"><a href="#overview">← ${words.back}</a> <a class="previous" href="#overview">${words.previous}</a> <a class="next" href="#overview">${words.next}</a></nav>`,
          '<div class="body"></div></div>',
        ].join('\n');
        return `${units.length === 0 ? head(words.title) : ''}<main id="main">\n${overview(units, summary, beside, options)}\n${unit}\n${foot()}`;
      },
    };
  };
}
