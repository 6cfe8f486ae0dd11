/** The sheet of frequent faults: how many reports, how often. */
import type { Lang } from '../../../base/lang.js';
import type { Cell } from '../../../base/package/workbook.js';
import type { Fault } from '../faults.js';
import { severityWords } from '../problems.js';

interface Words {
  readonly name: string;
  readonly header: readonly [title: string, severity: string, units: string, findings: string, rule: string];
}

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: { name: '问题频次', header: ['问题', '级别', '涉及报告数', '处数', '规则'] },
  en: { name: 'Frequencies', header: ['problem', 'severity', 'reports', 'findings', 'rule'] },
};

/** Its name, columns, and the rows for the rules that spoke. */
export function faultSheet(lang: Lang): {
  readonly name: string;
  readonly header: readonly string[];
  readonly widths: readonly number[];
  rows(faults: readonly Fault[]): readonly (readonly Cell[])[];
} {
  return {
    ...WORDS[lang],
    widths: [44, 10, 14, 10, 34],
    rows: (faults) =>
      faults.map(({ title, severity, units, findings, id }) => [
        { value: title, format: 'text' },
        { value: severityWords[lang][severity], format: severity },
        { value: units, format: 'figure' },
        { value: findings, format: 'figure' },
        { value: id, format: 'text' },
      ]),
  };
}
