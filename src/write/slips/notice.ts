/** 通报: how the reports of a run came out, the frequent faults, who has not reported, and what was mended since an earlier run. */
import type { Lang } from '../../base/lang.js';
import type { BesideReports, FileResult } from '../../judge/diagnostic.js';
import { countRules, type Fault, faultsOf, type RuleCount } from '../result/faults.js';
import { type Summary, verdictLine } from '../result/index.js';
import { printable } from '../result/printable.js';
import type { ReportOptions } from '../result/reporter.js';
import { rosterLines, rosterSentence, rosterSummary } from '../result/roster.js';
import { absentLines, sinceRunWords } from '../result/since.js';
import { verdicts, verdictWords } from '../result/verdict.js';
import { headingNumber, type LetterPart, letterDocx } from './letter.js';

/** What the notice keeps of a report. */
export interface NoticeRow {
  readonly unit: string;
  readonly verdict: FileResult['verdict'];
  readonly year: number | null;
  readonly rules: ReadonlyMap<string, RuleCount>;
  readonly counts: readonly [errors: number, warnings: number] | null;
  readonly since: readonly [mended: number, open: number, fresh: number] | null;
}

/** Counts one report. */
export function noticeRow(result: FileResult): NoticeRow {
  const rules = countRules(result);
  const file = printable(result.file);
  if (result.status !== 'checked') return { unit: file, verdict: result.verdict, year: null, rules, counts: null, since: null };
  const sum = (index: number): number => [...rules.values()].reduce((total, { counts }) => total + counts[index]!, 0);
  const { unit, year, verdict, since } = result;
  return {
    unit: unit === null ? file : printable(unit),
    verdict,
    year,
    rules,
    counts: [sum(0), sum(1)],
    since: since ? [since.mended.length, since.open, since.new] : null,
  };
}

interface Words {
  readonly title: (year: number | undefined) => string;
  readonly overall: string;
  readonly units: string;
  readonly faults: string;
  readonly roster: string;
  readonly since: string;
  readonly header: readonly string[];
  readonly sinceHeader: readonly string[];
  readonly faultHeader: readonly string[];
  readonly none: string;
  readonly stop: string;
  readonly foot: readonly string[];
}

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    title: (year) => `关于${year === undefined ? '' : `${year}年`}政府信息公开工作年度报告核对情况的通报`,
    overall: '总体情况',
    units: '各单位核对结果',
    faults: '多发问题',
    roster: '报送情况',
    since: '退改情况',
    header: ['序号', '单位', '结论', '须改正', '须核实'],
    sinceHeader: ['已改', '仍未改', '新增'],
    faultHeader: ['序号', '问题', '涉及报告', '处数'],
    none: '没有发现问题。',
    stop: '。',
    foot: ['（发文单位盖章）', '　　　年　　月　　日'],
  },
  en: {
    title: (year) => `Notice on the check of the yearly government information disclosure reports${year === undefined ? '' : ` for ${year}`}`,
    overall: 'Overall',
    units: 'Results by unit',
    faults: 'Frequent faults',
    roster: 'Who has reported',
    since: 'What was mended',
    header: ['No.', 'unit', 'verdict', 'to mend', 'to verify'],
    sinceHeader: ['mended', 'still open', 'new'],
    faultHeader: ['No.', 'problem', 'reports', 'findings'],
    none: 'Nothing was found.',
    stop: '.',
    foot: ['(seal of the issuing office)', '____-__-__'],
  },
};

/** Faults that are listed. */
const MOST_FAULTS = 15;

function unitTable(rows: readonly NoticeRow[], lang: Lang): LetterPart {
  const words = WORDS[lang];
  const since = rows.some((row) => row.since !== null);
  const gravest = [...rows].sort((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict));
  return {
    kind: 'table',
    columns: [
      { share: 8 },
      { share: 40, side: 'left' },
      { share: 14 },
      { share: 12 },
      { share: 12 },
      ...(since ? [{ share: 10 }, { share: 12 }, { share: 10 }] : []),
    ],
    header: [...words.header, ...(since ? words.sinceHeader : [])],
    rows: gravest.map(({ unit, verdict, counts, since: own }, index) => [
      String(index + 1),
      unit,
      verdictWords[lang][verdict],
      ...(counts ?? ['', '']).map(String),
      ...(since ? (own ?? ['', '', '']).map(String) : []),
    ]),
  };
}

function faultTable(faults: readonly Fault[], lang: Lang): LetterPart {
  return {
    kind: 'table',
    columns: [{ share: 8 }, { share: 60, side: 'left' }, { share: 16 }, { share: 16 }],
    header: WORDS[lang].faultHeader,
    rows: faults.slice(0, MOST_FAULTS).map(({ title, units, findings }, index) => [String(index + 1), title, String(units), String(findings)]),
  };
}

function usualYear(rows: readonly NoticeRow[]): number | undefined {
  const years = rows.flatMap(({ year }) => year ?? []);
  return [...new Set(years)].sort((a, b) => years.filter((year) => year === b).length - years.filter((year) => year === a).length)[0];
}

/** The notice as a Word document. */
export function noticeDocx(
  rows: readonly NoticeRow[],
  summary: Summary,
  { roster, since }: BesideReports,
  options: Pick<ReportOptions, 'lang' | 'catalogue'>,
): Uint8Array {
  const { lang } = options;
  const words = WORDS[lang];
  const faults = faultsOf(rows, options).filter(({ severity }) => severity !== 'info');
  const lines = (texts: readonly string[]): readonly LetterPart[] => texts.map((text) => ({ kind: 'text', text: `${text}${words.stop}` }));
  const sections: readonly (readonly [string, readonly LetterPart[]])[] = [
    [words.overall, lines([verdictLine(summary, lang)])],
    ...(roster ? [[words.roster, lines([rosterSummary(roster, lang), ...rosterLines(roster, lang).map((line) => rosterSentence(line, lang))])] as const] : []),
    ...(since
      ? [
          [
            words.since,
            [{ kind: 'text', text: sinceRunWords(since, lang) } as const, ...lines(absentLines(since, lang).map(({ sentence }) => sentence))],
          ] as const,
        ]
      : []),
    [words.units, [unitTable(rows, lang)]],
    [words.faults, faults.length === 0 ? [{ kind: 'text', text: words.none }] : [faultTable(faults, lang)]],
  ];
  const numbered = sections.flatMap(([title, parts], index): readonly LetterPart[] => [
    { kind: 'heading', text: headingNumber(index, lang) + title },
    ...parts,
  ]);
  return letterDocx(words.title(usualYear(rows)), [...numbered, ...words.foot.map((text) => ({ kind: 'foot', text }) as const)]);
}
