/** The results as JUnit XML, for CI servers. */
import type { Lang } from '../../base/lang.js';
import type { Checked, Diagnostic, Unchecked } from '../../judge/diagnostic.js';
import { checksWords } from './checks.js';
import { placeWords, positionWords } from './place.js';
import { printable } from './printable.js';
import { faultId, type Reporter, spoken } from './reporter.js';
import { rosterLines, rosterSentence } from './roster.js';
import { absentLines, sinceWords } from './since.js';
import { skipWords } from './skipped.js';
import { resultWords, verdictLine } from './summary.js';

interface Words {
  readonly clean: string;
  readonly input: string;
  readonly severity: { readonly warning: string; readonly info: string };
}

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    clean: '没有错误',
    input: '读取文件',
    severity: { warning: '警告', info: '提示' },
  },
  en: {
    clean: 'no error',
    input: 'reading the file',
    severity: { warning: 'warning', info: 'info' },
  },
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function xml(text: string): string {
  return printable(text).replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}

const where = (diagnostic: Diagnostic, lang: Lang): string =>
  [placeWords(diagnostic, lang), positionWords(diagnostic.place, lang)].filter((part) => part !== '').join(' · ');

/** A name that stays the same while the fault does, so that servers can tell old from new; equal ones are numbered. */
function names(diagnostics: readonly Diagnostic[], lang: Lang): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const { ruleId, place } = diagnostic;
    const name = `${ruleId} ${placeWords(diagnostic, lang)}${place.quote === undefined ? '' : ` “${place.quote}”`}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} #${count}`;
  });
}

function suite(file: string, tests: number, failures: number, errors: number, body: readonly string[], skipped = 0): string {
  const head = `  <testsuite name="${xml(file)}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}" time="0">`;
  return [head, ...body, '  </testsuite>', ''].join('\n');
}

function checkedSuite(result: Checked, lang: Lang, quiet: boolean): string {
  const words = WORDS[lang];
  const faults = spoken(result.diagnostics, true);
  const named = names(faults, lang);
  const file = xml(result.file);
  const cases = faults.flatMap((diagnostic, index) => [
    `    <testcase classname="${file}" name="${xml(named[index]!)}" time="0">`,
    `      <failure type="${xml(diagnostic.ruleId)}" message="${xml(diagnostic.message)}">${[where(diagnostic, lang), diagnostic.message, diagnostic.help].map(xml).join('\n')}</failure>`,
    '    </testcase>',
  ]);
  const clean = `    <testcase classname="${file}" name="${words.clean}" time="0"/>`;
  const rest = quiet
    ? []
    : spoken(result.diagnostics).flatMap((diagnostic) => (diagnostic.severity === 'error' ? [] : [{ ...diagnostic, severity: diagnostic.severity }]));
  const said = rest.map((diagnostic) => xml(`${words.severity[diagnostic.severity]} ${diagnostic.ruleId} ${where(diagnostic, lang)} ${diagnostic.message}`));
  const out = `    <system-out>${[xml(resultWords(result, lang)), xml(checksWords(result.checks, lang)), ...(result.since ? [xml(sinceWords(result.since, lang))] : []), ...said].join('\n')}</system-out>`;
  return suite(result.file, Math.max(1, faults.length), faults.length, 0, [...(faults.length === 0 ? [clean] : cases), out]);
}

function uncheckedSuite(result: Unchecked, lang: Lang): string {
  const { file, error } = result;
  return suite(file, 1, 0, 1, [
    `    <testcase classname="${xml(file)}" name="${WORDS[lang].input}" time="0">`,
    `      <error type="${xml(faultId(result))}" message="${xml(error.message)}">${xml(error.message)}\n${xml(error.help)}</error>`,
    '    </testcase>',
  ]);
}

function skippedSuite(file: string, why: string, lang: Lang): string {
  const body = `    <testcase classname="${xml(file)}" name="${WORDS[lang].input}" time="0"><skipped message="${xml(why)}"/></testcase>`;
  return suite(file, 1, 0, 0, [body], 1);
}

/**
 * One suite a file. Each error is a failed case, a file without errors is one passed case, a file that could not be checked one case
 * in error, one that was left aside one skipped case; warnings and infos stand in `system-out`, where servers show them without failing the run.
 */
export const junit: Reporter = ({ lang, quiet, maxWarnings }) => ({
  start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gov-report">\n',
  file: (result) => (result.status !== 'checked' ? uncheckedSuite(result, lang) : checkedSuite(result, lang, quiet ?? false)),
  end: (summary, { skipped = [], roster, since } = {}) => {
    const suites = skipped.map(({ file, reason }) => skippedSuite(file, skipWords[lang][reason], lang));
    const besides = [
      ...rosterLines(roster, lang).map((one) => ({ file: roster!.file, type: one.id, message: rosterSentence(one, lang) })),
      ...absentLines(since, lang).map(({ id, sentence }) => ({ file: since!.file, type: id, message: sentence })),
    ];
    for (const { file, type, message } of besides) suites.push(skippedSuite(file, `${type} ${message}`, lang));
    return `${suites.join('')}  <!-- ${xml(verdictLine(summary, lang, maxWarnings))} -->\n</testsuites>\n`;
  },
});
