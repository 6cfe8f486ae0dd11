/** 退改通知单: what a unit must mend and what it must verify, by when, and the place where it signs. */
import type { Lang } from '../../base/lang.js';
import type { FileResult } from '../../judge/diagnostic.js';
import { printable } from '../result/printable.js';
import { type ListedProblem, problemsOf } from '../result/problems.js';
import { sinceWords } from '../result/since.js';
import { headingNumber, type LetterPart, letterDocx } from './letter.js';

interface Words {
  readonly title: string;
  readonly to: (unit: string) => string;
  readonly opening: (year: number | null, file: string) => string;
  readonly found: (errors: number, warnings: number) => string;
  readonly noFigure: string;
  readonly infos: (count: number) => string;
  readonly by: (deadline: string | undefined) => string;
  readonly mend: string;
  readonly verify: string;
  readonly verifyNote: string;
  readonly mended: string;
  readonly unread: (file: string) => string;
  readonly unknown: string;
  readonly header: readonly string[];
  readonly mendedHeader: readonly string[];
  readonly receipt: string;
  readonly receiptRows: readonly (readonly [string, string])[];
  readonly seal: string;
  readonly date: string;
}

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    title: '政府信息公开工作年度报告退改通知单',
    to: (unit) => `${unit}：`,
    opening: (year, file) => `你单位报送的${year === null ? '' : `${year}年`}政府信息公开工作年度报告（文件：${file}），已经核对，`,
    found: (errors, warnings) => `有${[errors > 0 ? `${errors}处问题须改正` : '', warnings > 0 ? `${warnings}处问题须核实` : ''].filter(Boolean).join('、')}。`,
    noFigure: '表中没有一个数，无从核对。',
    infos: (count) => `另有${count}处行文规范方面的提示，修改时一并参考，可用 gov-report lint 查看。`,
    by: (deadline) => `请逐项修改、核实，于${deadline ?? '　　　年　　月　　日'}前重新报送；核实后确实无误的，请书面说明理由。`,
    mend: '须改正的问题',
    verify: '须核实的问题',
    verifyNote: '以下各处需要人工判断：确有错误的，请改正；无误的，请说明理由。',
    mended: '上次指出、已经改正的问题',
    unread: (file) => `你单位报送的文件（${file}）未能检查：`,
    unknown: '（报送单位）',
    header: ['序号', '位置', '问题', '修改建议'],
    mendedHeader: ['序号', '问题'],
    receipt: '签收',
    receiptRows: [
      ['签收人', ''],
      ['联系电话', ''],
      ['签收日期', '　　　年　　月　　日'],
    ],
    seal: '（发出单位盖章）',
    date: '　　　年　　月　　日',
  },
  en: {
    title: 'Notice of return: yearly government information disclosure report',
    to: (unit) => `To ${unit}:`,
    opening: (year, file) => `The yearly report${year === null ? '' : ` for ${year}`} that you handed in (file: ${file}) was checked. `,
    found: (errors, warnings) => `Findings that must be mended: ${errors}; to be verified: ${warnings}. `,
    noFigure: 'There is no figure in any table, so nothing could be checked. ',
    infos: (count) => `There are ${count} more hints on wording and form; see gov-report lint.`,
    by: (deadline) =>
      `Please mend or verify each of them and hand the report in again by ${deadline ?? '____-__-__'}; where a figure or wording is right, say why in writing.`,
    mend: 'What must be mended',
    verify: 'What must be verified',
    verifyNote: 'A person must judge these: mend what is wrong, and say why where it is right.',
    mended: 'Found earlier and mended since',
    unread: (file) => `The file that you handed in (${file}) could not be checked: `,
    unknown: '(the reporting unit)',
    header: ['No.', 'place', 'problem', 'what to do'],
    mendedHeader: ['No.', 'problem'],
    receipt: 'Receipt',
    receiptRows: [
      ['received by', ''],
      ['telephone', ''],
      ['date', '____-__-__'],
    ],
    seal: '(seal of the issuing office)',
    date: '____-__-__',
  },
};

const COLUMNS = [{ share: 8 }, { share: 24, side: 'left' }, { share: 38, side: 'left' }, { share: 30, side: 'left' }] as const;

/** Whether a unit gets a slip: there is something to mend or to verify, or its file could not be checked. */
export function needsSlip({ verdict }: FileResult): boolean {
  return verdict !== 'pass';
}

function problemTable(problems: readonly ListedProblem[], lang: Lang): LetterPart {
  const marked = ({ problem, since }: ListedProblem): string => (since === '' ? problem : lang === 'zh' ? `【${since}】${problem}` : `[${since}] ${problem}`);
  return {
    kind: 'table',
    columns: COLUMNS,
    header: WORDS[lang].header,
    rows: problems.map((problem, index) => [String(index + 1), problem.place, marked(problem), problem.fix]),
  };
}

/** The parts between the salutation and the receipt. */
function bodyOf(result: FileResult, deadline: string | undefined, lang: Lang): readonly LetterPart[] {
  const words = WORDS[lang];
  const file = printable(result.file.slice(Math.max(result.file.lastIndexOf('/'), result.file.lastIndexOf('\\')) + 1));
  if (result.status !== 'checked') {
    const { message, help } = result.error;
    const space = lang === 'zh' ? '' : ' ';
    return [
      { kind: 'text', text: words.unread(file) + printable(message) + space + printable(help) },
      { kind: 'text', text: words.by(deadline) },
    ];
  }
  const problems = problemsOf(result, lang);
  const of = (level: ListedProblem['level']): readonly ListedProblem[] => problems.filter((problem) => problem.level === level);
  const [errors, warnings, infos] = [of('error'), of('warning'), of('info')];
  const found = errors.length + warnings.length === 0 ? words.noFigure : words.found(errors.length, warnings.length);
  const mended = result.since?.mended ?? [];
  const sections: readonly (readonly [string, readonly LetterPart[]])[] = [
    ...(errors.length > 0 ? [[words.mend, [problemTable(errors, lang)]] as const] : []),
    ...(warnings.length > 0 ? [[words.verify, [{ kind: 'text', text: words.verifyNote }, problemTable(warnings, lang)]] as const] : []),
    ...(mended.length > 0
      ? [
          [
            words.mended,
            [
              {
                kind: 'table',
                columns: [{ share: 8 }, { share: 92, side: 'left' }],
                header: words.mendedHeader,
                rows: mended.map(({ message }, index) => [String(index + 1), printable(message)]),
              },
            ],
          ] as const,
        ]
      : []),
  ];
  return [
    { kind: 'text', text: words.opening(result.year, file) + found + (result.since ? sinceWords(result.since, lang) : '') },
    { kind: 'text', text: words.by(deadline) },
    ...sections.flatMap(([title, parts], index): readonly LetterPart[] => [{ kind: 'heading', text: headingNumber(index, lang) + title }, ...parts]),
    ...(infos.length > 0 ? [{ kind: 'text', text: words.infos(infos.length) } as const] : []),
  ];
}

/** The slip of a report as a Word document; `deadline` is the day by which it is owed, left to be written by hand when it is not known. */
export function slipDocx(result: FileResult, deadline: string | undefined, lang: Lang): Uint8Array {
  const words = WORDS[lang];
  const unit = result.status === 'checked' && result.unit !== null ? printable(result.unit) : words.unknown;
  return letterDocx(words.title, [
    { kind: 'to', text: words.to(unit) },
    ...bodyOf(result, deadline, lang),
    { kind: 'foot', text: words.seal },
    { kind: 'foot', text: words.date },
    { kind: 'heading', text: words.receipt },
    {
      kind: 'table',
      columns: words.receiptRows.map(() => ({ share: 1 })),
      header: words.receiptRows.map(([name]) => name),
      rows: [words.receiptRows.map(([, blank]) => blank || '　')],
    },
  ]);
}
