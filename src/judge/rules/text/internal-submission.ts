import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';

/** Whoever is written to, alone on a line before the report begins. */
const ADDRESSEE =
  /^[\s\u3000]*(?:尊敬的)?[\u3400-\u9fff、（）()]{0,24}(?:政府|政府办|府办|政府办公[室厅]|办公[室厅]|公开办|委员会|[县市区省州旗]委|局|厅|委|中心|管委会|领导|领导小组)[\s\u3000]*[:：][\s\u3000]*$/;
/** Such a line that names a kind of contact or heads a list. */
const LABEL = /联系|单位|部门|主办|承办|地址|电话|编制|来源|发布|责任|负责/;
/** The phrases, each with the words that it cannot do without. */
const PHRASES: readonly { readonly sign: RegExp; readonly pattern: RegExp; readonly weaker?: 'info' }[] = [
  {
    sign: /[上呈]报|呈[送上]|报送|特此|审[阅示]|请予?审|批示|阅示|妥否|指正/,
    pattern:
      /(?:现将?|兹将?|谨将?)[^。；;\n]{0,60}?(?:予以|随文|一并)?(?:上报|呈报|呈送|呈上|报送(?!的|至|到公|工作|数据|时|频))(?:如下|给?你们|贵[局办单]位?|上级)?|(?:情况|报告|材料)(?:随文)?(?:予以|现予|特此|一并)(?:上报|呈报|报送)(?=[。；，]|$)|特此(?:报告|汇报|上报|呈报|报送)|(?:以上|此)(?:报告|汇报)[^。；;\n]{0,12}(?:请审[阅示议]|请指正|请予审[阅核])|请(?:予)?(?:审阅|审示|批示|阅示)|妥否[，,]?\s*请?(?:批示|审示|指示)?|(?:不妥|不当)之处[，,]?\s*(?:敬)?请(?:批评)?指正|(?:敬)?请(?:各位)?领导(?:批评)?指正/g,
  },
  { sign: /汇报/, pattern: /现将?[^。；;\n]{0,60}?汇报如下/g, weaker: 'info' },
];

export default defineRule({
  id: 'text/internal-submission',
  severity: 'warning',
  basis: regulation('第四十九条（向社会公布）'),
  docs: {
    zh: {
      title: '写成了上报的材料',
      what: '报告开头写了主送机关（“县政府办：”），或者用了“予以上报”“特此报告”“请审阅”等对内行文的话；“汇报如下”只作提示。',
      why: '年度报告是向社会公布的，不是报给上级的内部材料，行文对象是公众。',
      fix: '删去主送机关和请示、上报的用语，改为“现予公布”“现向社会公布如下”等。',
    },
    en: {
      title: 'Written as a submission to a superior',
      what: 'The report opens with an addressee (县政府办：) or uses phrases of internal papers: 予以上报, 特此报告, 请审阅; 汇报如下 is a matter of tidiness.',
      why: 'The yearly report is published to society; its readers are the public, not a superior office.',
      fix: 'Remove the addressee and such phrases; write that the report is hereby published.',
    },
  },
  message: {
    zh: { addressee: '“{quote}”是主送机关，公布的报告不写', phrase: '“{quote}”是向上级报送的用语' },
    en: { addressee: '“{quote}” addresses an office; a published report has no addressee', phrase: '“{quote}” is wording of a submission to a superior' },
  },
  examples: {
    good: [
      { name: '向社会公布' },
      {
        name: '提到报送信息、备案的工作和联系单位',
        set: {
          '/preface/0': '本报告根据《中华人民共和国政府信息公开条例》编制，现向社会公布如下。联系单位：云岭县人民政府办公室：',
          '/sections/0/paragraphs/3': '（三）政府信息管理。及时上报公开情况，向市政府办公室报送信息50条，规范性文件均已报送备案，指标数据按季度上报。',
        },
      },
    ],
    bad: [
      { name: '写了主送机关', set: { '/preface/0': '市政府办公室：' }, expect: ['/preface/0'] },
      { name: '予以上报', set: { '/preface/0': '根据通知要求，现将我县政府信息公开工作情况予以上报。' }, expect: ['/preface/0'] },
      { name: '特此报告', set: { '/sections/5/paragraphs/0': '没有其他需要报告的事项，未收取信息处理费。特此报告。' }, expect: ['/sections/5/paragraphs/0'] },
      { name: '妥否请批示', set: { '/closing': ['以上报告妥否，请批示。', '云岭县人民政府', '2025年1月20日'] }, expect: ['/closing/0'] },
    ],
  },
  *check(report, { paragraphs }) {
    const overview = report.sections.findIndex(({ key }) => key === 'overview');
    for (const { pointer, text } of paragraphs) {
      const opens = pointer.startsWith('/preface/') || pointer === `/sections/${overview}/paragraphs/0`;
      if (opens && ADDRESSEE.test(text) && !LABEL.test(text)) {
        const trimmed = text.trim();
        const start = text.indexOf(trimmed);
        yield { on: pointer, span: [start, start + trimmed.length], message: 'addressee' };
      }
      for (const { sign, pattern, weaker } of PHRASES) {
        if (!sign.test(text)) continue;
        for (const match of text.matchAll(pattern))
          yield { on: pointer, span: [match.index, match.index + match[0].length], message: 'phrase', ...(weaker ? { weaker } : {}) };
      }
    }
  },
});
