/** One line a finding, for grep and for editors: `file:line:column: severity rule message`. */
import type { Diagnostic } from '../../judge/diagnostic.js';
import { positionOf } from './place.js';
import { printable } from './printable.js';
import { faultId, type Reporter, spoken } from './reporter.js';
import { rosterLines, rosterSentence } from './roster.js';
import { absentLines, sinceRunWords } from './since.js';
import { skipWords } from './skipped.js';
import { verdictLine } from './summary.js';

/** In a Word file, which has no lines, the line is the ordinal of the paragraph. The severity stays English: tools search for it. */
function line(file: string, { place, severity, ruleId, message }: Diagnostic): string {
  const { line: row, column = 1 } = positionOf(place);
  return `${printable(`${file}:${row}:${column}: ${severity} ${ruleId} ${message}`)}\n`;
}

/** A file that could not be checked is an error of rule `input/<code>` (`program/<code>` for a bug of this program); a file left aside is an info; the last line is the verdict. */
export const compact: Reporter = ({ lang, quiet, maxWarnings }) => ({
  start: () => '',
  file: (result) => {
    if (result.status !== 'checked') {
      const { message, help } = result.error;
      return `${printable(`${result.file}:1:1: error ${faultId(result)} ${message}${lang === 'en' ? ' ' : ''}${help}`)}\n`;
    }
    return spoken(result.diagnostics, quiet)
      .map((diagnostic) => line(result.file, diagnostic))
      .join('');
  },
  end: (summary, { skipped = [], roster, since } = {}) =>
    [
      ...skipped.map(({ file, reason }) => printable(`${file}:1:1: info input/${reason} ${skipWords[lang][reason]}`)),
      ...rosterLines(roster, lang).map((one) => printable(`${roster!.file}:1:1: ${one.severity} ${one.id} ${rosterSentence(one, lang)}`)),
      ...absentLines(since, lang).map((one) => printable(`${since!.file}:1:1: warning ${one.id} ${one.sentence}`)),
      ...(since ? [sinceRunWords(since, lang)] : []),
      verdictLine(summary, lang, maxWarnings),
    ]
      .map((line) => `${line}\n`)
      .join(''),
});
