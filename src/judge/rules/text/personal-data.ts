import { toHalfWidth } from '../../../base/text/normalise.js';
import { sentences } from '../../../base/text/sentences.js';
import { defineRule, type Finding } from '../../rule.js';
import { addresses, inside, writtenTexts } from '../written.js';

const MOBILE = /(?<![\d.*Xx-])(?:\+?86[- ]?)?1[3-9]\d(?:\d{8}|[- ]\d{4}[- ]\d{4}|[- ]?\d{4}[- ]?\d{4})(?![\d*]|[-.]\d)/g;
const IDENTITY = /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g;
const CARD = /(?<!\d)(?:\d{16,19}|\d{4}(?: \d{4}){3}(?: \d{1,3})?)(?!\d)/g;
/** Mailboxes named by nothing but a number are those of a person's messenger or mobile phone. */
const NUMBERED_MAILBOX =
  /(?<![\w.+-])\d{5,}@(?:qq|vip\.qq|163|126|139|189|wo|sina|sohu|yeah|gmail|foxmail|outlook|hotmail|live|msn|icloud|aliyun|tom|21cn)\.(?:com|cn|net|com\.cn)/gi;
const CONTACT = /电话|联系|咨询|热线|手机|监督|举报/;
const ACCOUNT = /卡号|银行卡|账号|帐号|账户|开户/;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check digit of an identity number (GB 11643—1999). */
export function isIdentityNumber(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return '10X98765432'[sum % 11] === digits[17]?.toUpperCase();
}

/** The check digit of a bank card (Luhn). */
export function isCardNumber(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

export default defineRule({
  id: 'text/personal-data',
  severity: 'warning',
  secret: true,
  basis: { document: '《中华人民共和国个人信息保护法》', clause: '第二十五条、第三十四条' },
  docs: {
    zh: {
      title: '含有个人信息',
      what: '文字中有手机号码、校验位正确的身份证号码、银行卡号，或者以号码命名的私人邮箱（QQ 邮箱等）。办公电话和单位邮箱不算；写作联系方式的手机号码只作提示。',
      why: '年度报告长期公开在网上，个人信息一经公开难以收回；单位的联系方式应使用办公电话和工作邮箱。',
      fix: '删去个人信息，联系方式换成办公电话、工作邮箱。',
    },
    en: {
      title: 'Personal data',
      what: 'The text holds a mobile number, an identity number with a right check digit, a bank card number, or a private mailbox named by a number. Office telephones and mailboxes do not count; a mobile number given as a contact is a matter of tidiness.',
      why: 'A yearly report stays on the web for years; an office is reached by its own telephone and mailbox.',
      fix: 'Remove it, and give the telephone and the mailbox of the office.',
    },
  },
  message: {
    zh: {
      mobile: '有手机号码“{quote}”',
      contact: '联系方式是手机号码“{quote}”，宜换成办公电话',
      identity: '有身份证号码“{quote}”',
      card: '有银行卡号“{quote}”',
      mailbox: '“{quote}”像是私人邮箱，宜换成工作邮箱',
    },
    en: {
      mobile: 'A mobile number: “{quote}”',
      contact: 'The contact is a mobile number, “{quote}”; give an office telephone',
      identity: 'An identity number: “{quote}”',
      card: 'A bank card number: “{quote}”',
      mailbox: '“{quote}” looks like a private mailbox; give that of the office',
    },
  },
  examples: {
    good: [
      { name: '办公电话' },
      {
        name: '办公电话、单位邮箱、统一社会信用代码、遮去中间的号码和网页编号',
        set: {
          '/preface/1':
            '统计期限为2024年1月1日至12月31日。电话：0539-3251234，023-48285900，邮箱：ylxzfb2008@163.com，统一社会信用代码 11370323004223456X，举报人电话138****5678，网址 http://www.example.gov.cn/art/13812345678.html。',
        },
      },
    ],
    bad: [
      {
        name: '手机号码',
        set: { '/sections/0/paragraphs/2': '（二）依申请公开。申请人李某（13812345678）的申请已答复。' },
        expect: ['/sections/0/paragraphs/2'],
      },
      { name: '身份证号码', set: { '/sections/0/paragraphs/2': '（二）依申请公开。申请人身份证号11010519491231002X。' }, expect: ['/sections/0/paragraphs/2'] },
      { name: '联系方式是手机', set: { '/preface/1': '统计期限为2024年1月1日至12月31日。联系电话：138 1234 5678。' }, expect: ['/preface/1'] },
      { name: 'QQ 邮箱', set: { '/preface/1': '统计期限为2024年1月1日至12月31日。电子邮箱：123456789@qq.com。' }, expect: ['/preface/1'] },
    ],
  },
  *check(_report, context) {
    for (const { pointer, text: written } of writtenTexts(context)) {
      const text = toHalfWidth(written);
      if (!/\d{5}|1[3-9]\d[- ]\d/.test(text)) continue;
      const pages = addresses(text);
      const found: Finding[] = [];
      const add = (matches: readonly RegExpMatchArray[], message: string, contact = false): void => {
        for (const match of matches) {
          const span: readonly [number, number] = [match.index!, match.index! + match[0].length];
          if (found.some((other) => other.span![0] < span[1] && other.span![1] > span[0])) continue;
          found.push({ on: pointer, span, message, ...(contact ? { weaker: 'info' } : {}) });
        }
      };
      add([...text.matchAll(NUMBERED_MAILBOX)], 'mailbox');
      const outside = (pattern: RegExp): readonly RegExpMatchArray[] => [...text.matchAll(pattern)].filter(({ index }) => !inside(pages, index));
      add(
        outside(IDENTITY).filter(([digits]) => isIdentityNumber(digits)),
        'identity',
      );
      const sentenceOf = (at: number): string => sentences(text).findLast(({ start }) => start <= at)?.text ?? '';
      add(
        outside(CARD).filter(({ 0: digits, index }) => ACCOUNT.test(sentenceOf(index!)) && isCardNumber(digits.replace(/ /g, ''))),
        'card',
      );
      for (const match of outside(MOBILE)) {
        const lead = text.slice(Math.max(0, match.index! - 40), match.index);
        const contact = CONTACT.test(lead) && !/申请人|当事人|群众|村民|举报人|投诉人/.test(lead);
        add([match], contact ? 'contact' : 'mobile', contact);
      }
      yield* found.sort((a, b) => a.span![0] - b.span![0]);
    }
  },
});
