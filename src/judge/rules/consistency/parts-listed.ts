import { ordinalOf } from '../../../base/text/ordinal.js';
import { editionSpec } from '../../../form/editions/index.js';
import { wrongEnumerations } from '../../claims/enumeration.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';

/** What says of the report itself how many parts it has. */
const REPORT_HAS =
  /(?:(?:本|该)?(?:年度)?(?:报告|年报)(?:全文)?|全文)(?:的?内容)?[^，。；\n《》]{0,6}?(?:由|包括|包含|分为|分|涵盖|共|共有|共分|主要从)[^。；\n]{0,160}?(?:等|以下)?([一二三四五六七八九十]|\d)\s?个?(?:大)?(?:部分|项内容|方面内容|方面的内容)/g;

export default defineRule({
  id: 'consistency/parts-listed',
  severity: 'warning',
  basis: form('报告由六个部分组成'),
  docs: {
    zh: {
      title: '列出的部分数与所说的不符',
      what: '前言中“由总体情况、……等六部分组成”一类的句子，列出的名称应当与所说的个数相同。名称本身含顿号的（行政复议、行政诉讼情况）算一个；数法两可的不报告。没有列名称、只说“本报告共五项内容”而报告有六个部分的，也报告。',
      why: '少列一项多半是漏写了复议诉讼部分，或者沿用了旧格式的名称。',
      fix: '按格式的六个部分补全名称，或者改正个数。',
    },
    en: {
      title: 'The number of parts named is not the number said',
      what: 'A sentence that names the parts of the report and says how many there are must name as many. A name that itself contains an enumeration comma counts once; what may be counted either way is not reported. A sentence that names none and says that the report has five parts while it has six is reported too.',
      why: 'A missing name is mostly the section on disputes, or the names are those of an older form.',
      fix: 'Name all six sections of the form, or correct the number.',
    },
  },
  message: {
    zh: {
      differs: '说的是 {said} 个部分，列出的是 {named} 个',
      found: '“{quote}”：说的是 {said} 个部分，报告有 {named} 个部分',
      twice: '列出的部分中“{twice}”写了两遍',
    },
    en: {
      differs: 'The sentence says {said} parts and names {named}',
      found: '“{quote}”: the sentence says {said} parts, the report has {named}',
      twice: 'Among the parts “{twice}” is named twice',
    },
  },
  examples: {
    good: [
      { name: '没有列举' },
      {
        name: '六个部分',
        set: {
          '/preface/-':
            '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。',
        },
      },
      { name: '说的是工作', set: { '/sections/4/paragraphs/-': '下一步，将从健全机制、优化平台、强化培训三个方面加以改进，提升政府信息公开工作情况。' } },
    ],
    bad: [
      { name: '说有五项内容而有六个部分', set: { '/preface/-': '本报告共包括五项内容，所列数据截至2024年底。' }, expect: ['/preface/2'] },
      {
        name: '说六列五',
        set: {
          '/preface/-': '全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况以及其他需要报告的事项等六部分。',
        },
        expect: ['/preface/2'],
      },
      {
        name: '说五列六',
        set: {
          '/preface/-':
            '本报告由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项等五部分组成。',
        },
        expect: ['/preface/2'],
      },
    ],
  },
  *check(report, context) {
    const due = editionSpec(context.edition).sections;
    // Only where all parts are there: otherwise the one that is missing is spoken of.
    const whole = due.every(({ key }) => report.sections.some((section) => section.key === key));
    for (const { pointer, text } of context.paragraphs) {
      const listed = wrongEnumerations(text);
      for (const { span, said, named, twice } of listed) {
        if (twice) yield { on: pointer, span, message: 'twice', data: { twice } };
        else yield { on: pointer, span, message: 'differs', data: { said, named }, actual: said, expected: named };
      }
      if (!whole || listed.length > 0 || !pointer.startsWith('/preface/')) continue;
      for (const match of text.matchAll(REPORT_HAS)) {
        const said = ordinalOf(match[1]!);
        if (said === due.length || Number.isNaN(said) || said < 3) continue;
        yield {
          on: pointer,
          span: [match.index, match.index + match[0].length],
          message: 'found',
          data: { said, named: due.length },
          actual: said,
          expected: due.length,
        };
      }
    }
  },
});
