/** The groups of the catalogue in the order in which rules are listed, documented and run. */
import type { Lang } from '../../base/lang.js';

/** A group of rules: the folder under `src/rules/` and the first half of its rules' ids. */
export interface RuleGroup {
  readonly key: string;
  readonly name: { readonly [lang in Lang]: string };
}

/** All groups; inside a group rules stand in alphabetical order of their names. */
export const groups: readonly RuleGroup[] = [
  { key: 'structure', name: { zh: '结构完整', en: 'Structure' } },
  { key: 'edition', name: { zh: '格式版本', en: 'Edition of the form' } },
  { key: 'cells', name: { zh: '单元格', en: 'Cells' } },
  { key: 'arithmetic', name: { zh: '勾稽关系', en: 'Arithmetic' } },
  { key: 'consistency', name: { zh: '文表一致', en: 'Text against tables' } },
  { key: 'identity', name: { zh: '单位与年度', en: 'Unit and year' } },
  { key: 'text', name: { zh: '文字规范', en: 'Wording' } },
  { key: 'document', name: { zh: '文档状态', en: 'State of the document' } },
  { key: 'layout', name: { zh: '版式', en: 'Layout' } },
  { key: 'history', name: { zh: '与上年对照', en: 'Against last year' } },
  { key: 'rollup', name: { zh: '汇总', en: 'Roll-up' } },
];
