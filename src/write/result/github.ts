/** Workflow commands that GitHub shows beside the files of a change. */
import type { Lang } from '../../base/lang.js';
import type { Diagnostic, Severity } from '../../judge/diagnostic.js';
import type { Rule } from '../../judge/rule.js';
import { placeWords, positionWords } from './place.js';
import { printable } from './printable.js';
import { type Reporter, spoken } from './reporter.js';
import { rosterLines, rosterSentence } from './roster.js';
import { absentLines, sinceRunWords } from './since.js';
import { skippedTitle, skipWords } from './skipped.js';
import { verdictLine } from './summary.js';

const COMMAND: { readonly [severity in Severity]: string } = { error: 'error', warning: 'warning', info: 'notice' };

const WORDS: { readonly [lang in Lang]: { readonly failed: string; readonly colon: string; readonly open: string; readonly close: string } } = {
  zh: { failed: '未能检查', colon: '：', open: '（', close: '）' },
  en: { failed: 'Could not be checked', colon: ': ', open: ' (', close: ')' },
};

/** Escapes what the runner would take for the end of the message; the lines of `parts` stay lines of the annotation. */
function data(parts: readonly string[]): string {
  return parts.map((part) => printable(part).replace(/%/g, '%25')).join('%0A');
}

function property(text: string): string {
  return printable(text).replace(/%/g, '%25').replace(/:/g, '%3A').replace(/,/g, '%2C');
}

function command(name: string, properties: Readonly<Record<string, string | number | undefined>>, message: string): string {
  const set = Object.entries(properties).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${property(String(value))}`]));
  return `::${name} ${set.join(',')}::${message}\n`;
}

function annotation(file: string, diagnostic: Diagnostic, catalogue: readonly Rule[], lang: Lang): string {
  const words = WORDS[lang];
  const { place } = diagnostic;
  const title = catalogue.find((rule) => rule.id === diagnostic.ruleId)?.docs[lang].title;
  const position = positionWords(place, lang);
  const where = placeWords(diagnostic, lang) + (position === '' ? '' : words.open + position + words.close);
  return command(
    COMMAND[diagnostic.severity],
    // A Word file has no lines to stand beside; its paragraph is named in the message.
    {
      file,
      line: place.line,
      col: place.line === undefined ? undefined : place.columnNumber,
      title: title === undefined ? diagnostic.ruleId : `${title} ${diagnostic.ruleId}`,
    },
    data([where + words.colon, diagnostic.message, diagnostic.help]),
  );
}

/** One command a finding, and a notice with the verdict. */
export const github: Reporter = ({ lang, catalogue, quiet, maxWarnings }) => ({
  start: () => '',
  file: (result) => {
    const file = result.file.replace(/\\/g, '/');
    if (result.status !== 'checked') return command('error', { file, title: WORDS[lang].failed }, data([result.error.message, result.error.help]));
    return spoken(result.diagnostics, quiet)
      .map((diagnostic) => annotation(file, diagnostic, catalogue, lang))
      .join('');
  },
  end: (summary, { skipped = [], roster, since } = {}) =>
    [
      ...skipped.map(({ file, reason }) => command('notice', { file: file.replace(/\\/g, '/'), title: skippedTitle[lang] }, data([skipWords[lang][reason]]))),
      ...rosterLines(roster, lang).map((one) => command(COMMAND[one.severity], { file: roster!.file, title: one.id }, data([rosterSentence(one, lang)]))),
      ...absentLines(since, lang).map(({ id, sentence }) => command('warning', { file: since!.file, title: id }, data([sentence]))),
      ...(since ? [command('notice', { title: 'gov-report' }, data([sinceRunWords(since, lang)]))] : []),
      command('notice', { title: 'gov-report' }, data([verdictLine(summary, lang, maxWarnings)])),
    ].join(''),
});
