/** Files that were left aside, in words. */
import type { Lang } from '../../base/lang.js';
import type { Skipped } from '../../judge/diagnostic.js';

/** Why, as half a sentence. */
export const skipWords: { readonly [lang in Lang]: { readonly [reason in Skipped['reason']]: string } } = {
  zh: {
    'not-a-report': '不是年度报告',
    'other-kind': '不是报告常用的文件类型',
    excluded: '按 --exclude 或配置文件的 ignore 不检查',
    'lock-file': 'Word、WPS 打开文档时留下的临时文件',
  },
  en: {
    'not-a-report': 'no yearly report',
    'other-kind': 'not a kind of file that reports come in',
    excluded: 'left out by --exclude or ignore of the configuration',
    'lock-file': 'left by Word or WPS beside an open document',
  },
};

/** What the list of them is called. */
export const skippedTitle: { readonly [lang in Lang]: string } = { zh: '略过的文件', en: 'Files left aside' };

/** The severity of a row about one. */
export const skippedLevel: { readonly [lang in Lang]: string } = { zh: '略过', en: 'left aside' };
