import { defineRule, type Finding, type RuleContext } from '../../rule.js';
import { doubledMarks, halfWidthMarks, type MarkFault, needlessCommas } from '../half-width.js';
import { writtenTexts } from '../written.js';

/** With more paragraphs than this the whole text was typed so: one finding says it. */
const MOST_PARAGRAPHS = 8;
/** As many places are quoted in one message. */
const MOST_QUOTED = 6;

interface Faulty {
  readonly pointer: string;
  readonly text: string;
  readonly faults: readonly MarkFault[];
}

/** Whether a picture, or something that could not be read, stands in a paragraph: two marks there may have it between them. */
function hasPicture({ reading: { notes }, locate }: RuleContext, pointer: string): boolean {
  const paragraph = locate(pointer)?.place.paragraph;
  return paragraph !== undefined && notes.some(({ kind, place }) => (kind === 'image' || kind === 'unread') && place.paragraph === paragraph);
}

/** The mark with the words around it, as it stands. */
function quoted({ text }: Faulty, { span: [start, end] }: MarkFault): string {
  return text
    .slice(Math.max(0, start - 3), end + 2)
    .replace(/\s+/g, ' ')
    .trim();
}

function findings(context: RuleContext, kind: string, faultsOf: (text: string, pointer: string) => readonly MarkFault[], together = false): readonly Finding[] {
  const faulty = writtenTexts(context).flatMap(({ pointer, text }): readonly Faulty[] => {
    const faults = faultsOf(text, pointer);
    return faults.length > 0 ? [{ pointer, text, faults }] : [];
  });
  const finding = (first: Faulty, all: readonly Faulty[], message: string): Finding => {
    const count = all.reduce((sum, { faults }) => sum + faults.length, 0);
    const shown = all.flatMap((each) => each.faults.slice(0, MOST_QUOTED).map((fault) => `“${quoted(each, fault)}”`)).slice(0, MOST_QUOTED);
    const words = { zh: `${shown.join('、')}${count > shown.length ? '等' : ''}`, en: `${shown.join(', ')}${count > shown.length ? ' …' : ''}` };
    const repairs = all.flatMap(({ pointer, faults }) =>
      faults.flatMap(({ span: marks, due: right, sure: safe }) => (safe ? [{ on: pointer, span: marks, text: right }] : [])),
    );
    const [{ span, found, due, sure }] = first.faults as readonly [MarkFault];
    return {
      on: first.pointer,
      span,
      message: sure ? message : message.replace(/One$/, 'Unsure'),
      data: { places: words, count, paragraphs: all.length, ...(count === 1 ? { found, due } : {}) },
      repairs,
    };
  };
  if (together) return faulty.length === 0 ? [] : [finding(faulty[0]!, faulty, kind)];
  if (faulty.length > MOST_PARAGRAPHS) return [finding(faulty[0]!, faulty, `${kind}Everywhere`)];
  return faulty.map((each) => finding(each, [each], each.faults.length === 1 ? `${kind}One` : `${kind}Several`));
}

export default defineRule({
  id: 'text/punctuation',
  severity: 'info',
  basis: { document: '《标点符号用法》（GB/T 15834—2011）', clause: '4、5' },
  docs: {
    zh: {
      title: '标点不规范',
      what: '中文语句中用了半角的逗号、分号、冒号、问号、叹号、括号或者句点，或者标点重复（。。 ，， ，。）；并列的书名号之间用了顿号（《甲》、《乙》，全文合并为一条）。数字、时间、网址、外文、省略和区间用的圆点、路径和表中勾稽关系的注不算，同一段中夹有图片的不判断标点重复。每段合并为一条；涉及段落很多时合并为一条。',
      why: '中文公文使用全角标点；半角标点和重复标点多半是输入法切换或者修改时留下的。',
      fix: '改为全角标点，删去重复的标点。只能这样改的（半角逗号、成对的括号、。。和，，等）可用 gov-report fix 一次改好，其余的请对照原稿改正。',
    },
    en: {
      title: 'Untidy punctuation',
      what: 'Half-width commas, semicolons, colons, brackets or full stops in Chinese sentences, or doubled marks; enumeration commas between titles in 《》 (one finding for all). Numbers, times, addresses, Latin text, dots that lead or range, paths and the form’s notes do not count; doubled marks are not judged in a paragraph with a picture. One finding a paragraph; one for all when many paragraphs are concerned.',
      why: 'Chinese official text uses full-width marks; the others come from switching the keyboard or from editing.',
      fix: 'Use full-width marks and remove doubled ones. Where only one reading is possible (half-width commas, paired brackets, 。。 and ，，) gov-report fix does it at once; compare the others with the original.',
    },
  },
  message: {
    zh: {
      widthOne: '中文语句中用了半角标点：{places}，“{found}”应为“{due}”',
      widthUnsure: '中文语句中用了半角标点：{places}，请对照原稿改正',
      widthSeveral: '这一段有 {count} 处半角标点：{places}',
      widthEverywhere: '全文有 {paragraphs} 段共 {count} 处半角标点：{places}',
      listed: '并列的书名号之间不用顿号，共 {count} 处：{places}',
      doubledOne: '标点重复：{places}，应为“{due}”',
      doubledUnsure: '标点重复：{places}，请改正',
      doubledSeveral: '这一段有 {count} 处标点重复：{places}',
      doubledEverywhere: '全文有 {paragraphs} 段共 {count} 处标点重复：{places}',
    },
    en: {
      widthOne: 'Half-width mark in a Chinese sentence: {places}; “{found}” should be “{due}”',
      widthUnsure: 'Half-width mark in a Chinese sentence: {places}; compare with the original',
      widthSeveral: '{count} half-width marks in this paragraph: {places}',
      widthEverywhere: '{count} half-width marks in {paragraphs} paragraphs: {places}',
      listed: 'Titles in 《》 side by side need no enumeration comma, {count} places: {places}',
      doubledOne: 'Doubled mark: {places}; write “{due}”',
      doubledUnsure: 'Doubled mark: {places}',
      doubledSeveral: '{count} doubled marks in this paragraph: {places}',
      doubledEverywhere: '{count} doubled marks in {paragraphs} paragraphs: {places}',
    },
  },
  examples: {
    good: [
      { name: '全角标点' },
      {
        name: '数字、时间、网址和外文中的半角标点',
        set: {
          '/sections/0/paragraphs/4':
            '（四）公开平台建设。访问量 18,708,325 次，工作日 8:30-17:30 可到查阅点查阅，网址：http://www.example.gov.cn/a,b.html?c=1，邮箱 gkb@example.gov.cn；推广 Word (docx) 格式……占比 3.5%。',
        },
      },
    ],
    bad: [
      { name: '半角逗号', set: { '/sections/4/paragraphs/0': '存在的问题：更新不够及时,解读形式较为单一。' }, expect: ['/sections/4/paragraphs/0'] },
      { name: '半角括号和句点', set: { '/sections/0/paragraphs/3': '(三)政府信息管理。清理失效文件(含规划类).' }, expect: ['/sections/0/paragraphs/3'] },
      { name: '书名号之间的顿号', set: { '/preface/0': '根据《中华人民共和国政府信息公开条例》、《云岭县政府信息公开办法》编制。' }, expect: ['/preface/0'] },
      { name: '标点重复', set: { '/sections/5/paragraphs/0': '本年度没有收取信息处理费。。没有其他需要报告的事项，。' }, expect: ['/sections/5/paragraphs/0'] },
    ],
  },
  *check(_report, context) {
    yield* findings(context, 'width', halfWidthMarks);
    yield* findings(context, 'doubled', (text, pointer) => (hasPicture(context, pointer) ? [] : doubledMarks(text)));
    yield* findings(context, 'listed', needlessCommas, true);
  },
});
