import type { Sentence } from '../../../base/errors.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { addresses, inside, writtenTexts } from '../written.js';

const HAN = '\\u3400-\\u9fff';
const UNIT = '[件条份篇次起宗项个场期人元万年月日]';
const CROSS = '[×✕XxＸｘ]';

/** Places that were to be filled in. */
const BLANKS = new RegExp(
  [
    // 20XX年, 20××年度, 20__年
    `20\\s?(?:${CROSS}|[*＊_＿○]){1,2}\\s?(?=年)`,
    // XX局, ××镇; a single × only before a unit of count
    `(?<![A-Za-z\\d./_×✕-])${CROSS}{2,}(?:-${CROSS}{2,})*(?![A-Za-z\\d./_@×✕-])`,
    // 0736-×××××××
    `(?<=\\d{3,4}-)[×✕]{2,}`,
    `(?<=[${HAN}])×(?=${UNIT})`,
    `(?<=[${HAN}])[*＊]{1,4}(?=${UNIT})`,
    `(?<![A-Za-z\\d./])[_＿]{2,}(?![A-Za-z\\d./])`,
    // 2024年3月 日, 2024年 月 日
    `(?<=年[\\s\\u3000]?\\d{1,2}月)[\\s\\u3000]+日`,
    `(?<=年)[\\s\\u3000]+月[\\s\\u3000]*\\d{0,2}[\\s\\u3000]*日|^[\\s\\u3000]*年[\\s\\u3000]+月[\\s\\u3000]+日[\\s\\u3000]*$`,
  ].join('|'),
  'gu',
);
/** Before a crossed-out name of a person: the name is hidden on purpose. */
const HIDDEN_NAME = /(?:申请人|原告|被告|第三人|上诉人|市民|群众|村民|居民|当事人)[\u3400-\u9fff]?$/;

const OPEN = '[（(【〔［\\[<〈]';
const CLOSE = '[）)】〕］\\]>〉]';
const WANTED =
  '具体(?:网址|地址|数字|数量|日期|时间|单位|名称|内容|情况)|(?:本)?(?:单位|机关|部门|机构|乡镇|街道|填报单位|填写单位)(?:名称|全称)|(?:如|若)(?:有|无)(?:(?:则|，|,|的)?请?(?:填写|注明|写明|说明|填报|列出)[^（）()【】]{0,10})?|(?:此处|请|需|应)?(?:填写|填入|填报|插入|键入|输入)[^（）()【】\\[\\]]{0,20}|此处[^（）()【】〔〕\\[\\]]{1,80}|待(?:定|填|补|补充|核实|确认|完善)|示例|样例|范例|样本|模板|范本|参考模板|可选|选填|必填';
/** What a template asks for, in brackets. */
const PROMPTS = new RegExp(`${OPEN}(?:${WANTED})${CLOSE}|[【［\\[](?:单位|网址|电话|地址|日期|年度|年份|数字|数量|联系方式|姓名|标题)[】］\\]]`, 'gu');
/** What a template tells its writer. */
const INSTRUCTIONS =
  /[该此本](?:部分|栏|章节|处)(?:内容)?(?:请)?以表格形式(?:报告|填报|填写|体现)[。；;]?|(?:此处|在此处|在此)(?:请)?(?:填写|填报|键入|输入|插入|写明|说明)[^，。；\n]{0,20}|(?:单击|点击)此处(?:添加|输入|键入|编辑)[^，。；\n]{0,12}|请(?:在此处|在此|在下方|按要求)?(?:填写|填报|键入|输入)(?:本|相关|具体|单位|内容|文字|标题)[^，。；\n]{0,20}|年度报告应当包括(?:下列内容|以下内容)?(?=[^。]{0,12}[；;：:])|(?:以上|以下|本)(?:内容|文字|模板|范文)仅供参考|(?:^|[。；\n])[\s\u3000]*示例[:：]|[（(](?:字数|篇幅)(?:控制在|不超过|不少于)\d+字?[^，。；\n（）()]{0,6}[）)]|(?:删除|删去)(?:本|此)(?:行|段|提示|说明)/g;

/** The matches of a large pattern, looked for only where a sign is met without which there is none. */
function matchesOf(text: string, pattern: RegExp, sign: RegExp): readonly RegExpExecArray[] {
  return sign.test(text) ? [...text.matchAll(pattern)] : [];
}

/** A line that is nothing but a date: the one below the signature. */
const DATE_LINE = /^[\s\u3000]*(?:\d{4})?[\s\u3000]*年[\s\u3000\d]*月[\s\u3000\d]*日[\s\u3000]*$/;

/** Which date lacks what. */
function dateWords(text: string, found: string): { readonly which: Sentence; readonly missing: Sentence } {
  const parts = [
    ...(/^[\s\u3000]*年/.test(found) ? [{ zh: '年', en: 'year' }] : []),
    ...(/月/.test(found) ? [{ zh: '月', en: 'month' }] : []),
    ...(/\d[\s\u3000]*日$/.test(found) ? [] : [{ zh: '日', en: 'day' }]),
  ];
  return {
    which: DATE_LINE.test(text) ? { zh: '落款日期', en: 'the closing date' } : { zh: '日期', en: 'a date' },
    missing: { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(' and ') },
  };
}

export default defineRule({
  id: 'text/placeholder',
  severity: 'warning',
  basis: form('各部分内容'),
  docs: {
    zh: {
      title: '留有没有填写的位置或者模板提示',
      what: '文字中留有 XX、××、____、20XX年、空着的年月日、（具体网址）、【单位名称】、（如有）等没有填写的位置，或者“该部分以表格形式报告”“此处填写”等写给起草人的提示。案例中隐去当事人姓名的不算。',
      why: '说明报告套用模板后没有填完，公开的内容不完整。',
      fix: '填入本单位的实际内容；没有的事项写明没有，提示语删去。',
    },
    en: {
      title: 'A place to be filled in, or an instruction of the template',
      what: 'The text still holds XX, ××, ____, 20XX年, an empty date, （具体网址）, 【单位名称】, （如有） or instructions to its writer such as 此处填写. Names hidden on purpose do not count.',
      why: 'The template was not filled in wholly: the published report is incomplete.',
      fix: 'Fill in the facts of the unit; say so where there are none, and remove the instructions.',
    },
  },
  message: {
    zh: {
      blank: '“{quote}”没有填写',
      date: '{which}没有填写{missing}',
      prompt: '“{quote}”是模板的提示，应换成实际内容或者删去',
      instruction: '“{quote}”是写给起草人的说明，应删去',
    },
    en: {
      blank: '“{quote}” was never filled in',
      date: '{which} lacks {missing}',
      prompt: '“{quote}” is a prompt of the template; fill it in or remove it',
      instruction: '“{quote}” is an instruction to the writer; remove it',
    },
  },
  examples: {
    good: [
      { name: '都已填写' },
      {
        name: '隐去姓名的当事人、尺寸、工作名称和“如有疑问”不算',
        set: {
          '/sections/0/paragraphs/3': '（三）政府信息管理。制作 3×4 米宣传栏，推进“双随机、一公开”。如有疑问，请来电咨询。',
          '/sections/0/paragraphs/4': '（四）公开平台建设。某村村民反映的问题已答复，申请人王××对结果满意，网址 http://www.example.gov.cn/xxgk/xx/list.html。',
        },
      },
    ],
    bad: [
      {
        name: '没有填的年份和数字',
        set: { '/sections/0/paragraphs/1': '（一）主动公开。20XX年主动公开政府信息××条。' },
        expect: ['/sections/0/paragraphs/1', '/sections/0/paragraphs/1'],
      },
      { name: '没有填的单位', set: { '/title': 'XX县人民政府2024年政府信息公开工作年度报告' }, expect: ['/title'] },
      { name: '没有填的网址', set: { '/preface/1': '统计期限为2024年1月1日至12月31日，报告可从县政府网站（具体网址）下载。' }, expect: ['/preface/1'] },
      { name: '模板说明没有删', set: { '/sections/1/paragraphs': ['该部分以表格形式报告。'] }, expect: ['/sections/1/paragraphs/0'] },
      { name: '日期没有填', set: { '/closing/1': '2025年 月 日' }, expect: ['/closing/1'] },
      { name: '只差日', set: { '/closing/1': '2025年1月 日' }, expect: ['/closing/1'] },
    ],
  },
  *check(_report, context) {
    for (const { pointer, text } of writtenTexts(context)) {
      const pages = addresses(text);
      const found = [
        ...matchesOf(text, PROMPTS, /[（(【〔［[<〈][具本单机部乡街填如若此请需应插键输待示样范模参可选必网电地日年数联姓标]/).map((match) => ({
          match,
          message: 'prompt',
        })),
        ...matchesOf(text, INSTRUCTIONS, /表格形式|应当包括|此处|在此|填[写报]|[键输]入|仅供参考|示例|字数|篇幅|删[除去]/).map((match) => ({
          match,
          message: 'instruction',
        })),
      ].map(({ match, message }) => ({ message, start: match.index, end: match.index + match[0].length }));
      for (const match of matchesOf(text, BLANKS, /20\s?[XxＸｘ_＿○]|(?<![A-Za-z\d./_-])[XxＸｘ]{2}|[×✕*＊]|[_＿]{2}|年\s+月|月\s+日/)) {
        const [start, end] = [match.index, match.index + match[0].length];
        if (inside(pages, start) || HIDDEN_NAME.test(text.slice(0, start)) || found.some((other) => start >= other.start && start < other.end)) continue;
        found.push({ message: /[月日]$/.test(match[0]) ? 'date' : 'blank', start, end });
      }
      const taken: (readonly [number, number])[] = [];
      for (const { message, start, end } of found) {
        if (inside(taken, start)) continue;
        taken.push([start, end]);
        const lead = /^[\s\u3000。；\n]*/.exec(text.slice(start, end))![0].length;
        yield { on: pointer, span: [start + lead, end], message, ...(message === 'date' ? { data: dateWords(text, text.slice(start, end)) } : {}) };
      }
    }
  },
});
