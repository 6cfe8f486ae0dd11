import type { Claim } from '../../claims/index.js';
import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';
import { contradicted } from '../claims.js';

const compares = ({ negative }: Claim): boolean => negative;

export default defineRule({
  id: 'consistency/negative-claim',
  severity: 'warning',
  basis: regulation('第五十条第一款第（二）项、第（三）项'),
  docs: {
    zh: {
      title: '正文说没有，表格中却有数',
      what: '正文中的“未收到政府信息公开申请”“零申请”“未发生行政复议、行政诉讼”“无结转”“无纠错、败诉”等与表三、表四核对。按渠道说的（未收到信函申请）和说别的事项的（未收到投诉）不核对。',
      why: '有和没有是相反的事实，多半是沿用了上年的文字，或者表格填错了行。',
      fix: '查明事实，改正写错的一处。',
    },
    en: {
      title: 'The text says there was none, the table has some',
      what: 'Statements that no request was received, no dispute arose, none was carried over, none was lost, are held against tables 3 and 4. Statements about one channel, or about other matters, are not compared.',
      why: 'Some and none are opposite facts: mostly last year’s words were kept, or the table was filled in the wrong row.',
      fix: 'Find out what is true and correct the other place.',
    },
  },
  message: {
    zh: { one: '正文写“{quote}”，表中却有 {table}', several: '正文写“{quote}”，表中却有 {table}' },
    en: { one: 'The text says “{quote}”, but the table has {table}', several: 'The text says “{quote}”, but the table has {table}' },
  },
  examples: {
    good: [
      {
        name: '确实没有',
        set: { '/sections/0/paragraphs/2': '（二）依申请公开。我县规章为零，未收到行政许可申请以外的投诉。', '/tables/requests/newlyReceived/total': 0 },
      },
      { name: '说的是别的', set: { '/sections/0/paragraphs/2': '（二）依申请公开。未收到对政府信息公开工作的投诉，没有出现应公开而不予公开的情形。' } },
      { name: '某一渠道', set: { '/sections/0/paragraphs/2': '（二）依申请公开。未收到以传真方式提出的政府信息公开申请。' } },
    ],
    bad: [
      {
        name: '未收到申请',
        set: { '/sections/0/paragraphs/2': '（二）依申请公开。2024年，我县未收到政府信息公开申请。' },
        expect: ['/sections/0/paragraphs/2'],
      },
      {
        name: '未发生复议、诉讼',
        set: { '/sections/3/paragraphs/-': '本年度未发生因政府信息公开引起的行政复议、行政诉讼。' },
        expect: ['/sections/3/paragraphs/0'],
      },
      {
        name: '无结转，无纠错',
        set: { '/sections/0/paragraphs/2': '（二）依申请公开。政府信息公开申请均依法办理，无结转下年度办理的申请，复议诉讼无纠错、败诉。' },
        expect: ['/sections/0/paragraphs/2', '/sections/0/paragraphs/2'],
      },
    ],
  },
  compares,
  *check(_report, context) {
    yield* contradicted(context, compares);
  },
});
