import { toHalfWidth } from '../../../base/text/normalise.js';
import { dutiesOf } from '../../profiles/duties.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';

/** A telephone number as reports print it, with its area, a short service number, or a mailbox. */
const REACHED = /(?:电话|热线|致电|传真|联系)[^。；\n]{0,30}?\d{3,}|[（(]?0\d{2,3}[）)]?\s*[-—－–]*\s*\d{7,8}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
/** Digits that nobody can call. */
const POSTCODE = /邮(?:编|政编码)\s*[：:]?\s*\d{6}/g;

export default defineRule({
  id: 'structure/contact',
  severity: 'warning',
  basis: form('前言'),
  docs: {
    zh: {
      title: '没有写联系方式',
      what: '配置方案（contact）要求前言写明联系方式，而前言、第六部分和落款中都没有电话号码或者邮箱。只写“请与我局联系”的不算写明。没有方案要求的不检查。',
      why: '一些地方要求前言写明联系方式，方便公众就报告提问。',
      fix: '在前言中补写办公电话、地址或者单位邮箱；不要写个人手机号码。',
    },
    en: {
      title: 'The report says nowhere how to reach the unit',
      what: 'A profile (contact) asks for it, and neither preface nor section six nor closing gives a telephone number or a mailbox; 请与我局联系 alone is none. Without a profile that asks nothing is checked.',
      why: 'Some places ask for it in the preface, so that the public can ask about the report.',
      fix: 'Give the office’s telephone number, address or mailbox in the preface; no private number.',
    },
  },
  message: {
    zh: { missing: '前言没有写联系电话或者邮箱，“{profile}”要求写明' },
    en: { missing: 'The preface gives no telephone number or mailbox, which “{profile}” asks for' },
  },
  examples: {
    good: [
      { name: '没有方案要求', set: { '/preface/1': '统计期限为2024年1月1日至12月31日。' } },
      { name: '写明了电话', options: { duties: dutiesOf([{ name: '某市要求', contact: true }]) } },
    ],
    bad: [
      {
        name: '只说请联系',
        set: { '/preface/1': '统计期限为2024年1月1日至12月31日。如有疑问，请与县政府办公室联系。' },
        options: { duties: dutiesOf([{ name: '某市要求', contact: true }]) },
        expect: ['/preface'],
      },
    ],
  },
  *check(report, { duties: { contact } }) {
    if (!contact) return;
    const other = report.sections.filter(({ key }) => key === 'other').flatMap(({ paragraphs }) => paragraphs);
    const first = report.sections.find(({ key }) => key === 'overview')?.paragraphs[0] ?? '';
    if ([...report.preface, first, ...other, ...report.closing].some((text) => REACHED.test(toHalfWidth(text).replace(POSTCODE, '')))) return;
    yield { on: '/preface', data: { profile: contact.profile }, ...(contact.basis === undefined ? {} : { basis: contact.basis }) };
  },
});
