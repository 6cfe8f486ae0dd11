import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';
import { claimMessages, contradicted, figuresOf } from '../claims.js';

const compares = figuresOf('disclosure');

export default defineRule({
  id: 'consistency/disclosure-claim',
  severity: 'warning',
  basis: regulation('第二十条、第五十条第一款第（一）项'),
  docs: {
    zh: {
      title: '正文中的主动公开数与表格不一致',
      what: '正文写出的规章、行政规范性文件的制发、废止、现行有效件数，行政许可、行政处罚、行政强制的处理决定数量，行政事业性收费金额，与表二核对（元与万元换算后比较）。“公开许可类信息多少条”之类是信息条数，不核对。',
      why: '同一个数在正文和表格中不同，必有一处写错。',
      fix: '查明哪个数正确，把另一处改过来；正文说的若是另一口径，写明口径。',
    },
    en: {
      title: 'A figure about proactive disclosure differs from the table',
      what: 'Documents issued, repealed and in force, decisions on licences, penalties and coercion, and fees charged are compared with table 2 (yuan converted to 10,000 yuan). Numbers of items published are not compared.',
      why: 'One figure that differs between text and table is wrong in one of them.',
      fix: 'Find out which figure is right and correct the other; if the text counts something else, let it say what.',
    },
  },
  message: claimMessages,
  examples: {
    good: [
      { name: '相符', set: { '/sections/1/paragraphs/-': '全年制发行政规范性文件5件，废止3件，现行有效的行政规范性文件36件。' } },
      { name: '元与万元', set: { '/sections/1/paragraphs/-': '行政事业性收费3184600元。' } },
      { name: '信息条数', set: { '/sections/1/paragraphs/-': '公开行政许可类信息1400条、行政处罚类信息500条。' } },
    ],
    bad: [
      { name: '制发件数不同', set: { '/sections/1/paragraphs/-': '全年新制定行政规范性文件6件。' }, expect: ['/sections/1/paragraphs/0'] },
      { name: '决定数量不同', set: { '/sections/1/paragraphs/-': '作出行政处罚决定413件。' }, expect: ['/sections/1/paragraphs/0'] },
      { name: '单位弄错', set: { '/sections/1/paragraphs/-': '行政事业性收费金额318.46元。' }, expect: ['/sections/1/paragraphs/0'] },
    ],
  },
  compares,
  *check(_report, context) {
    yield* contradicted(context, compares);
  },
});
