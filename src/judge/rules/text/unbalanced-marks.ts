import type { Sentence } from '../../../base/errors.js';
import { defineRule, type TextNode } from '../../rule.js';
import { addresses, inside, writtenTexts } from '../written.js';

interface Pair {
  readonly open: string;
  readonly close: string;
  readonly name: Sentence;
}

const TITLE: Sentence = { zh: '书名号', en: 'book-title mark' };
const BRACKET: Sentence = { zh: '括号', en: 'bracket' };
const QUOTE: Sentence = { zh: '引号', en: 'quotation mark' };

/** Marks that come in pairs; half-width and full-width ones, and the kinds of square brackets, may stand for each other here. */
const PAIRS: readonly Pair[] = [
  { open: '《', close: '》', name: TITLE },
  { open: '〈', close: '〉', name: TITLE },
  // Half-width ones are marks of titles only beside Chinese words: 印发<条例>的通知, but 3<5.
  { open: '<', close: '>', name: TITLE },
  { open: '（(', close: '）)', name: BRACKET },
  { open: '“', close: '”', name: QUOTE },
  { open: '「', close: '」', name: QUOTE },
  { open: '『', close: '』', name: QUOTE },
  { open: '〔［[【', close: '〕］]】', name: BRACKET },
];

/** How far back the number before may stand, and how many lone marks of one paragraph are worth naming. */
const FAR = 1500;
const MOST = 20;

const ORDINALS = '零一二三四五六七八九十';
/** 1） 一) a) after a mark or at the head of a line. */
const OPENING_NUMBER = /(?:^|[\s\u3000。；;：:，,、])[a-zA-Z]$/;

/** Whether the bracket at an offset closes a number: 1） at the head of a clause, 2） wherever 1） went before it. */
function closesNumber(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at);
  const printed = /(?:\d{1,2}|[一二三四五六七八九十])$/.exec(before)?.[0];
  if (printed === undefined) return OPENING_NUMBER.test(before);
  if (/(?:^|[\s\u3000。；;：:，,、])$/.test(before.slice(0, -printed.length))) return true;
  const earlier = /\d/.test(printed) ? String(Number(printed) - 1) : (ORDINALS[ORDINALS.indexOf(printed) - 1] ?? '');
  const earlierText = text.slice(Math.max(0, at - FAR), at);
  return earlier !== '' && ['）', ')'].some((close) => earlierText.includes(earlier + close));
}

/** Whether a half-width angle stands against Chinese on its inner side, and against no figure on the other. */
function betweenWords(text: string, at: number): boolean {
  const [inner, outer] = text[at] === '<' ? [text.charAt(at + 1), text.charAt(at - 1)] : [text.charAt(at - 1), text.charAt(at + 1)];
  return /[\u3400-\u9fff〈〉《》]/.test(inner) && !/[\d=<>\-/a-z]/i.test(outer);
}

interface Lone {
  readonly pair: Pair;
  readonly at: number;
  readonly opens: boolean;
}

const pairOf = new Map(PAIRS.flatMap((pair) => [...pair.open, ...pair.close].map((mark) => [mark, pair] as const)));
const MARK = new RegExp(`[${[...pairOf.keys()].map((mark) => (/[[\]]/.test(mark) ? `\\${mark}` : mark)).join('')}]`, 'g');

/** The marks of a text that lack their partner. */
function lonely(text: string): readonly Lone[] {
  const pages = addresses(text);
  const open = new Map<Pair, number[]>();
  const lone: Lone[] = [];
  for (const { index: at, 0: mark } of text.matchAll(MARK)) {
    if (inside(pages, at) || ((mark === '<' || mark === '>') && !betweenWords(text, at))) continue;
    const pair = pairOf.get(mark)!;
    const opened = open.get(pair) ?? [];
    open.set(pair, opened);
    if (pair.open.includes(mark)) opened.push(at);
    else if (opened.pop() === undefined && !closesNumber(text, at)) lone.push({ pair, at, opens: false });
  }
  return [...lone, ...[...open].flatMap(([pair, left]) => left.map((at) => ({ pair, at, opens: true })))];
}

/** Two lone marks at no greater distance may be the two ends of one stretch. */
const STRETCH = 30;

/** One of two lone marks that are one mistake: ”鹿鸣” (the first should open), “鹿鸣“ (the second should close), 〔2021） (of two kinds). */
function faults(lone: readonly Lone[]): readonly Lone[] {
  const left = [...lone].sort((a, b) => a.at - b.at);
  const kept: Lone[] = [];
  for (let mark = left.shift(); mark; mark = left.shift()) {
    const [next] = left;
    const near = next !== undefined && next.at - mark.at <= STRETCH;
    const turned = near && next.pair === mark.pair && next.opens === mark.opens && mark.pair.name === QUOTE;
    const mixed = near && next.pair !== mark.pair && next.pair.name === BRACKET && mark.pair.name === BRACKET && mark.opens && !next.opens;
    if (turned || mixed) left.shift();
    kept.push(turned && mark.opens ? next : mark);
  }
  return kept;
}

export default defineRule({
  id: 'text/unbalanced-marks',
  severity: 'warning',
  basis: { document: '《标点符号用法》（GB/T 15834—2011）', clause: '4.8、4.9、4.15' },
  docs: {
    zh: {
      title: '书名号、引号或者括号不配对',
      what: '一段之内的《》、（）、“”、〔〕、【】只有一半。跨段的引文和“1）”“一）”一类序号不算。',
      why: '缺了一半，文件名称、引文和附注的起止就不清楚，多半是漏打或者修改时误删。',
      fix: '补上缺的一半，或者删去多余的一半。',
    },
    en: {
      title: 'Book-title marks, quotation marks or brackets without their partner',
      what: 'One half of 《》 （） “” 〔〕 【】 is missing in a paragraph. Quotations that run over paragraphs and numbers such as 1） do not count.',
      why: 'Where a title, a quotation or a remark begins or ends is unclear; a half was mostly forgotten or deleted.',
      fix: 'Add the missing half or remove the one too many.',
    },
  },
  message: {
    zh: { open: '{name}只有前一半（{words}），缺 {partner}', close: '{name}只有后一半（{words}），缺 {partner}' },
    en: { open: 'The {name} is never closed, {partner} is missing: {words}', close: 'The {name} was never opened, {partner} is missing: {words}' },
  },
  examples: {
    good: [
      { name: '都配对' },
      {
        name: '序号和跨段的引文',
        set: {
          '/sections/4/paragraphs/0': '存在的问题：1）更新不及时；2）形式单一；三）渠道较窄。群众说：“内容',
          '/sections/4/paragraphs/1': '要更好懂。”下一步将改进。',
        },
      },
    ],
    bad: [
      { name: '书名号缺一半', set: { '/preface/0': '本报告根据《中华人民共和国政府信息公开条例编制。' }, expect: ['/preface/0'] },
      { name: '括号缺一半', set: { '/preface/1': '统计期限为2024年1月1日至12月31日。请与办公室联系（电话：0000-1234567。' }, expect: ['/preface/1'] },
      { name: '多了一个后引号', set: { '/sections/0/paragraphs/3': '（三）政府信息管理。严格执行三审三校”制度。' }, expect: ['/sections/0/paragraphs/3'] },
    ],
  },
  *check(_report, context) {
    const texts: readonly TextNode[] = writtenTexts(context);
    const lone = texts.map(({ text }) => lonely(text).slice(0, MOST));
    // A mark left open at the end of one paragraph and closed in the next of the same section is a pair.
    for (let index = 0; index + 1 < texts.length; index += 1) {
      if (texts[index]!.section !== texts[index + 1]!.section) continue;
      for (const opening of [...lone[index]!].filter(({ opens }) => opens)) {
        const partner = lone.slice(index + 1, index + 4).find((next) => next.some(({ pair, opens }) => !opens && pair === opening.pair));
        const closing = partner?.find(({ pair, opens }) => !opens && pair === opening.pair);
        if (!partner || !closing) continue;
        partner.splice(partner.indexOf(closing), 1);
        lone[index]!.splice(lone[index]!.indexOf(opening), 1);
      }
    }
    for (const [index, { pointer, text }] of texts.entries()) {
      for (const { pair, at, opens } of faults(lone[index]!)) {
        const half = (opens ? pair.open : pair.close).indexOf(text[at]!);
        const partner = (opens ? pair.close : pair.open)[half]!;
        yield {
          on: pointer,
          span: [at, at + 1],
          message: opens ? 'open' : 'close',
          data: { name: pair.name, words: text.slice(Math.max(0, at - (opens ? 0 : 8)), at + (opens ? 9 : 1)), partner },
        };
      }
    }
  },
});
