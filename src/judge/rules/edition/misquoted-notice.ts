import { sentences } from '../../../base/text/sentences.js';
import { editionSpec, editions } from '../../../form/editions/index.js';
import { defineRule, type Finding } from '../../rule.js';
import { form } from '../basis.js';
import { type CitedNumber, citedNumbers, noticeOf, notices, TELLS_OF_CHANGE } from '../notices.js';

/** A name with a word lost or changed: what is written, what it should be. */
const NAMES: readonly { readonly sign: RegExp; readonly due: string }[] = [
  {
    sign: /国务院办公厅(?!政府信息与政务公开办公室)(?:政府|政务)?信息(?:公开)?[与和及]?(?:政务|政府)?公开办公室/g,
    due: '国务院办公厅政府信息与政务公开办公室',
  },
  { sign: /中华人民共和国(?:政务)?信息公开工作年度报告格式/g, due: '中华人民共和国政府信息公开工作年度报告格式' },
  { sign: /《(?:中华人民共和国)?(?:政务)?信息公开条例》/g, due: '《中华人民共和国政府信息公开条例》' },
];
/** A document number of any office with 涵 for 函; the office's own notices are read with more care. */
const HAN = /[\u4e00-\u9fff]{1,8}涵(?=\s*[〔[［【（(]\s*20\d{2})/g;

/** What is wrong with a printed number of one of the notices. */
function faultOfNumber({ letters, bracket, year, number }: CitedNumber, sentence: string): { readonly message: string; readonly due: string } | undefined {
  const meant = noticeOf({ year, number });
  const proper = /^国(?:务院)?办公开办函$/.test(letters);
  if (!meant) {
    // The year of one notice with the number of the other. With one of the two only, it may be another document of the office,
    // unless the report says that it was written after it.
    const ofYear = notices.find((notice) => notice.year === year);
    const ofNumber = notices.find((notice) => notice.number === number);
    const due = (ofYear ?? ofNumber)?.spec.notice.number;
    const isMeant = ofYear && ofNumber ? /年度报告|格式|编制/ : /格式编制|编制(?:本|该)?(?:年度)?(?:报告|年报)|编制(?:而成)?\s*[。；，）)]?\s*$/;
    return due !== undefined && isMeant.test(sentence) ? { message: 'number', due } : undefined;
  }
  const due = meant.spec.notice.number;
  if (!proper) return { message: 'number', due };
  return bracket === '〔' ? undefined : { message: 'brackets', due };
}

/** The title right before a number is that of another notice than the number. */
function crossed(sentence: string, { span, year, number }: CitedNumber): { readonly title: string; readonly number: string } | undefined {
  const meant = noticeOf({ year, number })?.spec.edition;
  if (meant === undefined) return undefined;
  const before = sentence.slice(0, span[0]);
  const named = editions.find(({ edition }) =>
    [...before.matchAll(editionSpec(edition).notice.subject)].some((title) => /^\s*[（(]?\s*$/.test(before.slice(title.index + title[0].length))),
  );
  return named && named.edition !== meant ? { title: named.notice.number, number: editions.find(({ edition }) => edition === meant)!.notice.title } : undefined;
}

export default defineRule({
  id: 'edition/misquoted-notice',
  severity: 'warning',
  basis: form('年度报告的编制依据'),
  docs: {
    zh: {
      title: '编制依据的名称或者文号写错',
      what: '格式通知的文号写错（“函”误作“涵”、漏写“办”“函”、年份括号不是六角括号），名称与文号不是同一件通知，发文机关或者《条例》的名称漏写“政府”等字。括号形式只作提示。',
      why: '依据的名称和文号错了就无从查证，是核稿不细的常见问题，公布后难以更正。',
      fix: '按原文改正。2021年度起为《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）。',
    },
    en: {
      title: 'The notice or regulation is misquoted',
      what: 'The number of the form’s notice is miswritten (涵 for 函, 办 or 函 lost, other brackets than 〔〕 round the year), title and number belong to different notices, or the name of the issuing office or of the regulation has lost a word such as 政府. Brackets alone are a matter of tidiness.',
      why: 'A wrong name or number cannot be looked up, and is hard to mend once published.',
      fix: 'Correct it after the original; from report year 2021 on it is 国办公开办函〔2021〕30号.',
    },
  },
  message: {
    zh: {
      number: '文号“{quote}”有误，应为“{due}”',
      brackets: '文号“{quote}”中的年份应用六角括号，写作“{due}”',
      letter: '“{quote}”有误，文号中的“涵”应为“函”',
      name: '“{quote}”的名称有误，应为“{due}”',
      crossed: '通知的名称与文号“{quote}”不是同一件：这个名称的文号是{due}，这个文号是{other}',
    },
    en: {
      number: 'The document number “{quote}” is miswritten: it is “{due}”',
      brackets: 'The year in the document number “{quote}” stands in hexagonal brackets: “{due}”',
      letter: '“{quote}” is miswritten: 函, not 涵, stands in document numbers',
      name: 'The name “{quote}” is miswritten: it is “{due}”',
      crossed: 'Title and number “{quote}” are those of different notices: the title has the number {due}, the number is that of {other}',
    },
  },
  examples: {
    good: [
      { name: '名称和文号都对' },
      {
        name: '其他机关的文件、同一机关的其他文件不算',
        set: {
          '/preface/0':
            '根据《条例》和《云岭县政务公开办关于做好年度报告工作的通知》（云政公开办函〔2024〕30号）编制；申请渠道按国办公开办函〔2019〕61号办理。',
        },
      },
    ],
    bad: [
      { name: '函写成涵', set: { '/preface/0': '根据国办公开办涵〔2021〕30号编制本报告。' }, expect: ['/preface/0'] },
      { name: '漏写“办”', edition: '2019', set: { '/preface/0': '根据（国办公开函【2019】60号）编制。' }, expect: ['/preface/0'] },
      { name: '括号不对', set: { '/preface/0': '根据国办公开办函[2021]30号编制本报告。' }, expect: ['/preface/0'] },
      {
        name: '名称与文号不是同一件',
        set: { '/preface/0': '根据《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2021〕30号）编制。' },
        expect: ['/preface/0'],
      },
      {
        name: '漏写“政府”',
        set: { '/preface/0': '根据《中华人民共和国信息公开条例》和《国务院办公厅信息与政务公开办公室关于印发年度报告格式的通知》编制。' },
        expect: ['/preface/0', '/preface/0'],
      },
    ],
  },
  // A superseded notice is named as such; that its title is the newer one's says nothing more.
  yieldsTo: ['edition/superseded-citation'],
  *check(_report, { paragraphs }) {
    for (const { pointer, text } of paragraphs) {
      if (!/[函涵号]|公开办公室|年度报告格式|公开条例/.test(text)) continue;
      for (const { text: sentence, start } of sentences(text)) {
        const finding = ([from, to]: readonly [number, number], message: string, data: Finding['data'] = {}): Finding => ({
          on: pointer,
          span: [start + from, start + to],
          message,
          data,
          ...(message === 'brackets' ? { weaker: 'info' } : {}),
        });
        const numbers = citedNumbers(sentence);
        for (const number of numbers) {
          const fault = faultOfNumber(number, sentence);
          const other = TELLS_OF_CHANGE.test(sentence) ? undefined : crossed(sentence, number);
          if (fault) yield finding(number.span, fault.message, { due: fault.due });
          else if (other) yield finding(number.span, 'crossed', { due: other.title, other: other.number });
        }
        for (const match of sentence.matchAll(HAN)) {
          const span = [match.index, match.index + match[0].length] as const;
          if (!numbers.some((number) => span[0] < number.span[1] && span[1] > number.span[0])) yield finding(span, 'letter');
        }
        for (const { sign, due } of NAMES)
          for (const match of sentence.matchAll(sign)) yield finding([match.index, match.index + match[0].length], 'name', { due });
      }
    }
  },
});
