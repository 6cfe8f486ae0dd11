/** Whether last year's report was compared, in words. */
import type { Lang } from '../../base/lang.js';
import type { PreviousCheck } from '../../judge/diagnostic.js';
import { printable } from './printable.js';

type Words = { readonly [status in PreviousCheck['status']]: (files: string) => string };

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    compared: (files) => `与去年报告核对：${files}。`,
    'not-found': () => '没有找到该单位去年的报告，未与去年核对。',
    ambiguous: (files) => `该单位去年的报告不止一份，未与去年核对：${files}。`,
    'wrong-year': (files) => `所给的报告不是上一年度的，未与去年核对：${files}。`,
    'other-unit': (files) => `所给的报告是其他单位的，未与去年核对：${files}。`,
    unreadable: (files) => `所给的去年报告无法读取，未与去年核对：${files}。`,
  },
  en: {
    compared: (files) => `Compared with last year’s report: ${files}.`,
    'not-found': () => 'No report of this unit was found for last year; nothing was compared with it.',
    ambiguous: (files) => `There are several reports of this unit for last year; none was compared: ${files}.`,
    'wrong-year': (files) => `The report given is not of the year before and was not compared: ${files}.`,
    'other-unit': (files) => `The report given is of another unit and was not compared: ${files}.`,
    unreadable: (files) => `The report given for last year cannot be read; nothing was compared: ${files}.`,
  },
};

/** One sentence: with which report this one was compared, or why with none. */
export function previousWords({ status, files }: PreviousCheck, lang: Lang): string {
  return WORDS[lang][status](files.map(printable).join(lang === 'zh' ? '、' : ', '));
}
