import { sentences } from '../../../base/text/sentences.js';
import { defineRule } from '../../rule.js';

/** What only the text of 2008 is: its order, its dates, its articles on the yearly report. */
const SIGNS: readonly { readonly message: 'order' | 'dates' | 'articles'; readonly sign: RegExp }[] = [
  {
    message: 'order',
    sign: /国务院(?:第?\s*492\s*号令|第?四百九十二号令|令\s*[（(]?\s*(?:第\s*)?(?:492|四百九十二)\s*号\s*[）)]?)/,
  },
  {
    message: 'dates',
    sign: /(?:《[^》]*信息公开条例》|《条例》)\s*[（(][^）)]*(?:2007\s*年|2008\s*年\s*5\s*月\s*1\s*日)[^）)]*[）)]|2007\s*年[^，。；《]{0,24}(?:通过|公布|发布)的\s*《[^》]*信息公开条例》|(?:自\s*)?2008\s*年\s*5\s*月\s*1\s*日\s*(?:起)?(?:正式)?(?:施行|实施)的\s*《[^》]*信息公开条例》/,
  },
  {
    // Articles 31 and 32 of 2008 are 49 and 50 today; today's speak of requests and third parties.
    message: 'articles',
    sign: /条例》?\s*(?:[（(][^）)]*[）)])?[^，。；《]{0,4}第\s*(?:三十[一二]|3[12])\s*条/,
  },
];
/** The sentence tells of the change, or cites order 711 beside. */
const HISTORY = /711|七百一十一|修订|修正|修改|废止|失效|取代|替代|清理|改引|改为引用|原《|施行以来|实施以来/;
/** What the articles of 2008 are about. */
const REPORT = /年度报告|年报|编制/;

export default defineRule({
  id: 'edition/superseded-law',
  severity: 'warning',
  basis: { document: '《中华人民共和国政府信息公开条例》（2019年4月3日国务院令第711号修订）', clause: '第四十九条、第五十条、第五十六条' },
  docs: {
    zh: {
      title: '引用了修订前的《条例》',
      what: '报告以国务院令第492号、2008年5月1日起施行的《条例》为依据，或者按修订前的条号（第三十一条、第三十二条）引用年度报告的规定。同时写明711号令或者修订的、回顾施行以来工作的不算。',
      why: '《条例》已于2019年由国务院令第711号修订，自2019年5月15日起施行；年度报告的规定现为第四十九条、第五十条。依据已失效的文本，多半是沿用多年前的报告。',
      fix: '改为《中华人民共和国政府信息公开条例》（国务院令第711号）；引用条文的，改为第四十九条、第五十条。',
    },
    en: {
      title: 'The regulation is cited in its superseded text',
      what: 'The report rests on State Council Order 492, on the regulation in force since 1 May 2008, or cites the articles on the yearly report by their numbers of 2008 (31, 32). Sentences that name Order 711 or the revision, or look back, do not count.',
      why: 'Order 711 revised the regulation with effect from 15 May 2019; the yearly report is now in articles 49 and 50. The old text mostly comes from a report of many years ago.',
      fix: 'Cite the regulation as revised by Order 711, and articles 49 and 50.',
    },
  },
  message: {
    zh: {
      order: '“{quote}”是修订前的《条例》，现行的是国务院令第711号',
      dates: '“{quote}”是修订前的《条例》，现行的自2019年5月15日起施行（国务院令第711号）',
      articles: '“{quote}”是修订前的条号，年度报告现由第四十九条、第五十条规定',
    },
    en: {
      order: '“{quote}” is the regulation before its revision; Order 711 is in force',
      dates: '“{quote}” is the regulation before its revision; that of Order 711 is in force since 15 May 2019',
      articles: '“{quote}” is the numbering before the revision; articles 49 and 50 are on the yearly report now',
    },
  },
  examples: {
    good: [
      { name: '引用现行条例' },
      {
        name: '同时写明修订、按现行条号引用第三十二条',
        set: {
          '/preface/0': '本报告根据《中华人民共和国政府信息公开条例》（2007年4月5日国务院令第492号公布，2019年4月3日国务院令第711号修订）编制。',
          '/sections/0/paragraphs/0': '2024年，按照《条例》第三十二条征求第三方意见12次；《条例》自2008年5月1日施行以来的制度全面清理。',
        },
      },
    ],
    bad: [
      { name: '国务院令第492号', set: { '/preface/0': '根据《中华人民共和国政府信息公开条例》（国务院令第492号）编制本报告。' }, expect: ['/preface/0'] },
      { name: '2008年的条例', set: { '/preface/0': '根据2008年5月1日起施行的《中华人民共和国政府信息公开条例》编制本报告。' }, expect: ['/preface/0'] },
      { name: '修订前的条号', set: { '/preface/0': '按照《条例》第三十二条的规定，编制本年度报告。' }, expect: ['/preface/0'] },
    ],
  },
  *check(_report, { paragraphs }) {
    for (const { pointer, text } of paragraphs) {
      if (!/492|四百九十二|200[78]|三十[一二]条|3[12]\s*条/.test(text)) continue;
      for (const { text: sentence, start } of sentences(text)) {
        if (HISTORY.test(sentence)) continue;
        for (const { message, sign } of SIGNS) {
          const match = sign.exec(sentence);
          if (!match || (message === 'articles' && !REPORT.test(sentence))) continue;
          yield { on: pointer, span: [start + match.index, start + match.index + match[0].length], message };
          break;
        }
      }
    }
  },
});
