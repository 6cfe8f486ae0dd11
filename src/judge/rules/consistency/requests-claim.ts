import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';
import { claimMessages, contradicted, figuresOf } from '../claims.js';

const compares = figuresOf('requests');

export default defineRule({
  id: 'consistency/requests-claim',
  severity: 'warning',
  basis: regulation('第五十条第一款第（二）项、第（三）项'),
  docs: {
    zh: {
      title: '正文中的申请数与表格不一致',
      what: '正文写出的申请数逐句与表三核对：新收、上年结转、办结、各类办理结果、结转下年度，以及自然人、法人或其他组织的分项。“收到、受理”可以只算新收，也可以含上年结转，与哪一种相符都不报告；整个地区、累计、截至年中、别的年度、按渠道细分的数不核对。',
      why: '正文和表格说的是同一件事。数字不同，必有一处写错，常见原因是改了表格没有改正文，或者沿用了上年的文字。',
      fix: '查明哪个数正确，把另一处改过来；确是另一口径的，在正文中写明口径。',
    },
    en: {
      title: 'A figure about requests differs from the table',
      what: 'Figures about requests in the text are compared with table 3, sentence by sentence: new, carried over, completed, outcomes, carried forward, by applicant. “Received” may mean new, or new with those carried over; either is accepted. Figures of a whole area, cumulative ones, those up to mid-year, of other years or by channel are not compared.',
      why: 'Text and table state the same fact. Where they differ one of them is wrong: mostly the table was changed and the text was not.',
      fix: 'Find out which figure is right and correct the other; if the text counts something else, let it say what.',
    },
  },
  message: claimMessages,
  examples: {
    good: [
      { name: '逐项相符' },
      { name: '受理数含上年结转', set: { '/sections/0/paragraphs/2': '（二）依申请公开。全年共受理政府信息公开申请117件，均依法办理。' } },
      { name: '两项合并', set: { '/sections/0/paragraphs/2': '（二）依申请公开。办结政府信息公开申请109件，其中予以公开及部分公开共59件。' } },
      { name: '其他口径的数', set: { '/sections/0/paragraphs/2': '（二）依申请公开。全县各部门累计收到政府信息公开申请560件，截至6月底办结300件。' } },
      { name: '表中空白', set: { '/tables/requests/outcomes/granted/total': null } },
    ],
    bad: [
      {
        name: '新收数与表格不同',
        set: { '/sections/0/paragraphs/2': '（二）依申请公开。2024年，新收政府信息公开申请111件，上年结转7件。' },
        expect: ['/sections/0/paragraphs/2'],
      },
      {
        name: '按两种理解都不符',
        set: { '/sections/0/paragraphs/2': '（二）依申请公开。我县共收到政府信息公开申请１０８件，其中自然人申请一百件。' },
        expect: ['/sections/0/paragraphs/2'],
      },
      {
        name: '办理结果和结转数不同',
        set: { '/sections/0/paragraphs/2': '（二）依申请公开。办结政府信息公开申请109件，其中不予公开16件、无法提供23件，3件结转下一年度办理。' },
        expect: ['/sections/0/paragraphs/2', '/sections/0/paragraphs/2'],
      },
    ],
  },
  compares,
  *check(_report, context) {
    yield* contradicted(context, compares);
  },
});
