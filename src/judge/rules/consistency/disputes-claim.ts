import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';
import { claimMessages, contradicted, figuresOf } from '../claims.js';

const compares = figuresOf('disputes');

export default defineRule({
  id: 'consistency/disputes-claim',
  severity: 'warning',
  basis: regulation('第五十条第一款第（三）项'),
  docs: {
    zh: {
      title: '正文中的复议、诉讼数与表格不一致',
      what: '正文写出的因政府信息公开被申请行政复议、提起行政诉讼的件数及其结果（维持、纠正、其他结果、尚未审结）逐句与表四核对，几项合并的按合计核对。作为复议机关办理的、备案的、代理的案件和其他事由的案件不核对。',
      why: '复议、诉讼的件数和结果是监督的重点，正文与表格不同，必有一处写错。',
      fix: '查明哪个数正确，把另一处改过来；正文说的若是其他案件，写明是什么案件。',
    },
    en: {
      title: 'A figure about reconsideration or litigation differs from the table',
      what: 'Cases brought because of disclosure, and their results, are compared with table 4, several together with their sum. Cases handled as the reviewing authority, registered, or handled for others, and cases about other matters are not compared.',
      why: 'The number and outcome of disputes is what supervision looks at first; where text and table differ one of them is wrong.',
      fix: 'Find out which figure is right and correct the other; if the text speaks of other cases, let it say which.',
    },
  },
  message: claimMessages,
  examples: {
    good: [
      {
        name: '逐项相符',
        set: { '/sections/3/paragraphs/-': '因政府信息公开被申请行政复议8件，其中维持4件、纠正1件、其他结果1件、尚未审结2件；被提起行政诉讼5件。' },
      },
      { name: '合计', set: { '/sections/3/paragraphs/-': '全年因政府信息公开引起的行政复议、行政诉讼案件共13件。' } },
      { name: '作为复议机关', set: { '/sections/3/paragraphs/-': '县政府全年受理行政复议申请96件，审结行政复议案件90件。' } },
      { name: '其他事由', set: { '/sections/3/paragraphs/-': '因具体行政行为被提起行政诉讼21件。' } },
    ],
    bad: [
      {
        name: '复议总数不同',
        set: { '/sections/3/paragraphs/-': '全年发生政府信息公开行政复议案件9起，行政诉讼案件5起。' },
        expect: ['/sections/3/paragraphs/0'],
      },
      {
        name: '结果不同',
        set: { '/sections/3/paragraphs/-': '因政府信息公开被申请行政复议8件，其中维持5件，尚未审结2件。' },
        expect: ['/sections/3/paragraphs/0'],
      },
      { name: '合计不同', set: { '/sections/3/paragraphs/-': '涉及政府信息公开的复议、诉讼共14件。' }, expect: ['/sections/3/paragraphs/0'] },
    ],
  },
  compares,
  *check(_report, context) {
    yield* contradicted(context, compares);
  },
});
