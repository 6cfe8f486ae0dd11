/** Who has not reported and who is not on the roster, in words. */
import type { Lang } from '../../base/lang.js';
import type { RosterCheck } from '../../judge/diagnostic.js';
import { printable } from './printable.js';

/** A line about the roster: a unit that owes a report, a report of a unit that is not on it, or files whose unit nobody knows. */
export interface RosterLine {
  readonly id: 'roster/not-reported' | 'roster/not-listed' | 'roster/unit-unknown';
  readonly severity: 'warning' | 'info';
  readonly unit: string;
  /** The report it is about; empty for one that is missing. */
  readonly file: string;
  /** One sentence, without the unit. */
  readonly message: string;
}

interface Words {
  readonly title: string;
  readonly summary: (check: RosterCheck) => string;
  readonly notReported: (deadline: string | undefined) => string;
  readonly notListed: (likely: string | undefined) => string;
  readonly unknown: string;
}

const reported = ({ units, missing }: RosterCheck): number => units.length - missing.length;

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    title: '名册核对',
    summary: (check) =>
      `名册${check.units.length}个单位，已报${reported(check)}个，未报${check.missing.length}个；名册以外${check.unexpected.length}个` +
      (check.unnamed.length === 0 ? '' : `；认不出单位的文件${check.unnamed.length}个`),
    notReported: (deadline) => `没有报送年度报告${deadline === undefined ? '' : `（期限 ${deadline}）`}`,
    notListed: (likely) => `不在名册上${likely === undefined ? '' : `，是否就是名册上的“${likely}”，请核对`}`,
    unknown: '认不出单位，不能与名册核对',
  },
  en: {
    title: 'Roster',
    summary: (check) =>
      `roster: ${check.units.length} units, ${reported(check)} reported, ${check.missing.length} did not; not on the roster: ${check.unexpected.length}` +
      (check.unnamed.length === 0 ? '' : `; files whose unit is unknown: ${check.unnamed.length}`),
    notReported: (deadline) => `has not reported${deadline === undefined ? '' : ` (due ${deadline})`}`,
    notListed: (likely) => `is not on the roster${likely === undefined ? '' : `; is it “${likely}” of the roster?`}`,
    unknown: 'its unit is unknown, so it cannot be held against the roster',
  },
};

/** What the list is called. */
export function rosterTitle(lang: Lang): string {
  return WORDS[lang].title;
}

/** One line: how many are on the roster, have reported, have not, and are not on it. */
export function rosterSummary(check: RosterCheck, lang: Lang): string {
  return WORDS[lang].summary(check);
}

/** Those who have not reported in the order of the roster, then the reports that are not on it, then those whose unit is unknown. */
export function rosterLines(check: RosterCheck | undefined, lang: Lang): readonly RosterLine[] {
  if (!check) return [];
  const words = WORDS[lang];
  return [
    ...check.units
      .filter(({ files }) => files.length === 0)
      .map(
        ({ unit, deadline }): RosterLine => ({
          id: 'roster/not-reported',
          severity: 'warning',
          unit: printable(unit),
          file: '',
          message: printable(words.notReported(deadline)),
        }),
      ),
    ...check.unexpected.map(
      ({ unit, file, likely }): RosterLine => ({
        id: 'roster/not-listed',
        severity: 'warning',
        unit: printable(unit),
        file: printable(file),
        message: printable(words.notListed(likely)),
      }),
    ),
    ...check.unnamed.map((file): RosterLine => ({ id: 'roster/unit-unknown', severity: 'info', unit: '', file: printable(file), message: words.unknown })),
  ];
}

/** A line as a sentence with its subject: 云岭县水务局：没有报送年度报告. */
export function rosterSentence({ unit, file, message }: RosterLine, lang: Lang): string {
  const [open, close, colon] = lang === 'zh' ? ['（', '）', '：'] : [' (', ')', ': '];
  const subject = unit === '' ? file : file === '' ? unit : unit + open + file + close;
  return `${subject}${colon}${message}`;
}
