/** Faults of a JSON text, each with its line and column, gathered into one refusal. */
import { InputError, type Sentence } from '../../../base/errors.js';
import type { JsonFault } from '../../../base/json/faults.js';

/** Faults that are told; more of them say nothing new. */
const TOLD = 5;

const REMEDY: Sentence = {
  zh: '请按 gov-report schema report 给出的结构修改，或用 gov-report convert --to json 重新导出。',
  en: 'Correct it after the structure that gov-report schema report prints, or export it again with gov-report convert --to json.',
};

/** It is JSON, but no canonical report. */
export function shapeError(faults: readonly JsonFault[]): InputError {
  const told = [...faults].sort((a, b) => a.line - b.line || a.column - b.column).slice(0, TOLD);
  const more = faults.length > told.length;
  const zh = told.map(({ line, what }) => `第 ${line} 行 ${what.zh}`).join('；');
  const en = told.map(({ line, what }) => `line ${line}: ${what.en}`).join('; ');
  return new InputError(
    'json-shape',
    {
      zh: `不是规范的年度报告数据，有 ${faults.length} 处不符：${zh}${more ? '；……' : ''}。`,
      en: `This is no canonical report; ${faults.length} ${faults.length === 1 ? 'value does' : 'values do'} not fit: ${en}${more ? '; …' : ''}.`,
    },
    REMEDY,
  );
}

/** Several reports where one is expected. */
export function severalReports(count: number, line: number): InputError {
  return new InputError(
    'several-reports',
    {
      zh: `文件里有 ${count} 份报告（第 2 份始于第 ${line} 行），而一个文件只能放一份。`,
      en: `The file holds ${count} reports (the second starts on line ${line}); one is expected per file.`,
    },
    { zh: '请把每份报告存成单独的 .json 文件后再检查。', en: 'Save each report as a .json file of its own.' },
  );
}

/** JSON of something else. */
export function otherJson(): InputError {
  return new InputError('not-a-report', { zh: '这是 JSON 文件，但不是年度报告的数据。', en: 'This is JSON, but not the data of a report.' }, REMEDY);
}
