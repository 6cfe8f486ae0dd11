import type { Sentence } from '../../../base/errors.js';
import { defineRule, type Finding } from '../../rule.js';
import { form } from '../basis.js';
import { addresses, inside, writtenTexts } from '../written.js';

interface Residue {
  readonly kind: Sentence;
  readonly pattern: RegExp;
  /** What a large pattern cannot do without. */
  readonly sign?: RegExp;
  /** Occurs in the addresses of pages too, where it is no residue. */
  readonly notInAddresses?: true;
  /** Stretches that are residue as a whole and hide no words: they can simply go. */
  readonly removable?: RegExp;
}

const FIELD =
  'HYPERLINK|PAGEREF|PAGE|NUMPAGES|SECTIONPAGES|TOC|REF|SEQ|DATE|TIME|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|MERGEFIELD|INCLUDEPICTURE|EMBED|EQ|QUOTE|SHAPE';
const TAG = 'p|br|hr|div|span|font|a|b|i|u|strong|em|table|tbody|tr|td|th|img|style|script|ul|ol|li|h[1-6]|center|section|o:p|[wvm]:\\w+|st1:\\w+';
const HAN = '\\u3400-\\u9fff';

/** What is left standing when a document is carried from one program into another. */
const RESIDUES: readonly Residue[] = [
  {
    kind: { zh: '书签代码', en: 'the code of a bookmark' },
    pattern: /\[bookmark:[^\]\n]{0,40}\]?|_GoBack(?!\w)|_Toc\d{6,}/gi,
    removable: /^\[bookmark:[^\]]*\]$|^_/i,
  },
  {
    kind: { zh: '域代码', en: 'a field code' },
    sign: /[{\\]|HYPERLINK|PAGE|TOC|REF/,
    pattern: new RegExp(
      `\\{\\s*(?:${FIELD})\\b[^}\\n]{0,300}\\}?|\\bHYPERLINK\\s+["“\\\\][^"”\\n]*["”]?|\\b(?:PAGE|NUMPAGES|TOC|PAGEREF|REF)\\s+(?:\\\\|_Toc|_Ref)[^${HAN}\\n]{0,60}|\\\\\\*\\s*MERGEFORMAT`,
      'g',
    ),
  },
  {
    kind: { zh: '失效引用的提示', en: 'the notice of a broken reference' },
    sign: /错误|error|#/i,
    pattern:
      /错误[！!]\s*(?:未找到(?:引用源|目录项|图形项目表)|未定义书签|超链接引用无效|未指定书签|文档中没有指定样式的文字)[。.]?|Error!\s*(?:Reference source not found|Bookmark not defined|Hyperlink reference not valid|No bookmark name given|No text of specified style in document|Not a valid link)\.?|#(?:REF!|VALUE!|NAME\?|DIV\/0!|N\/A)/gi,
  },
  {
    kind: { zh: '网页字符代码', en: 'a character code of a web page' },
    sign: /&/,
    pattern: /&(?:nbsp|lt|gt|amp|quot|apos|[lr][ds]quo|[mn]dash|hellip|middot|bull|times|e[mn]sp|thinsp|ensp|#\d{2,6}|#x[\da-f]{2,5});|&nbsp/gi,
    removable: /^&(?:nbsp|e[mn]sp|thinsp);?$/i,
  },
  {
    kind: { zh: '网页标签', en: 'a tag of a web page' },
    sign: /</,
    removable: /^<[^!]/,
    pattern: new RegExp(`</?(?:${TAG})(?:\\s[^<>\\n]{0,300})?/?>|<!--.{0,200}?-->|<!\\[(?:CDATA|endif|if)[^>]{0,60}>`, 'gi'),
  },
  {
    kind: { zh: '网页样式代码', en: 'style code of a web page' },
    sign: /-\w+\s*:/,
    pattern: /(?:mso-[\w-]+|font-(?:family|size)|line-height|text-(?:indent|align)|margin-(?:left|right|top|bottom))\s*:\s*[\w"'“”.%-]+\s*;?/gi,
  },
  {
    kind: { zh: '图片占位', en: 'the stand-in of a picture' },
    pattern: /[[【]\s*(?:图片|image|img|附图|表格|图表)(?:\s{0,4}[:：]?\s{0,4}[\w.-]{0,40})?\s{0,4}[\]】]/gi,
  },
  { kind: { zh: '无法识别的字符', en: 'a character that was lost' }, pattern: /\ufffd+|[\u0000-\u0008\u000b\u000e-\u001f\u007f]+/g },
  {
    kind: { zh: '乱码', en: 'garbled text' },
    sign: /[锟烫屯\u0080-\u024f]/,
    pattern: new RegExp(
      // UTF-8 read as GBK; UTF-8 read as Latin letters; a single sign of another code between Chinese characters or figures.
      `(?:锟斤拷)+|锟斤|锟矫|(?:烫){3,}|(?:屯){3,}|â€[\\u0080-\\u00bfœ™“”˜¦]?|ï¿½|(?:[äåæçèé][\\u0080-\\u00bfŒœŽžŸ™€‚ƒ„†‡ˆ‰Š‹›š]{1,2}){2,}|Ã[\\u0080-\\u00bf]|(?<=[${HAN}\\d“”（）《》])[\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f]{1,3}(?=[${HAN}\\d“”（）《》])`,
      'g',
    ),
  },
  { kind: { zh: '目录的页码', en: 'a page number of a table of contents' }, pattern: /(?<![.．·•…]\s?)(?:[.．·•…]\s?){6,}\s*\d{1,3}\s*$/g },
  {
    kind: { zh: '空值', en: 'an empty value of a program' },
    pattern: /(?<![A-Za-z\d_./-])(?:undefined|NaN|null|\[object Object\])(?![A-Za-z\d_./-])/g,
    notInAddresses: true,
  },
];

/** Tags that change how words look and part none; in place of others, and of a blank, two words or figures may have stood apart. */
const INLINE = /^<\/?(?:span|font|a|b|i|u|strong|em|[wvm]:|st1:|o:p)/i;
/** Residue that may stand beside other residue of its kind. */
const BESIDE = /(?:<[^<>]{0,300}>|&(?:nbsp|e[mn]sp|thinsp);?|\s)+/i;
const AFTER = new RegExp(`^${BESIDE.source}`, 'i');
const BEFORE = new RegExp(`${BESIDE.source}$`, 'i');

/** Whether what stands on either side may be put together without making another word or figure: 3</td><td>4 are two. */
function partsNothing({ index, 0: code }: RegExpMatchArray, text: string): boolean {
  if (INLINE.test(code) || /^[[_]/.test(code)) return true;
  const before = text.slice(Math.max(0, index! - 100), index).replace(BEFORE, '');
  const after = text.slice(index! + code.length, index! + code.length + 100).replace(AFTER, '');
  return !/[\p{L}\p{N}]$/u.test(before) || !/^[\p{L}\p{N}]/u.test(after);
}

/** A letter or word without which there is no residue: most paragraphs are told clean by this alone. */
const SIGN =
  /[[\]{}<>&\\#!\ufffd\u0000-\u0008\u000b\u000e-\u001f\u007f-\u024f€™]|_GoBack|_Toc|错误|图片|附图|表格|图表|锟|烫{3}|屯{3}|(?:[.．·•…]\s?){6}|HYPERLINK|PAGE|TOC|REF|undefined|null|NaN|mso-|font-|line-height|text-|margin-/;

/** Most letters quoted from a long stretch of code. */
const LONGEST = 60;

export default defineRule({
  id: 'text/conversion-artifact',
  severity: 'warning',
  basis: form('各部分文字'),
  docs: {
    zh: {
      title: '有转换残留的代码或乱码',
      what: '标题、小标题或者正文中留有书签、域代码、网页标签和字符代码、图片占位、失效引用、乱码或者无法识别的字符。',
      why: '这些内容不是报告的文字，多半是在文字处理软件、网页和报送系统之间复制、转换时带进来的，公开后影响严肃性，有的还掩盖了丢失的文字。',
      fix: '对照原稿删去残留；是乱码的，补回原来的文字。',
    },
    en: {
      title: 'Residue of conversion or garbled text',
      what: 'Title, headings or text hold bookmarks, field codes, tags and character codes of web pages, stand-ins of pictures, broken references, garbled or lost characters.',
      why: 'Such stretches are no words of the report; they come in when text is copied between programs, and some hide words that were lost.',
      fix: 'Remove the residue; where text is garbled, restore the words from the original.',
    },
  },
  message: {
    zh: { one: '“{quote}”是{kind}', several: '“{quote}”是{kind}，这一段共有 {count} 处' },
    en: { one: '“{quote}” is {kind}', several: '“{quote}” is {kind}; this paragraph has {count} of them' },
  },
  examples: {
    good: [
      { name: '没有残留' },
      {
        name: '网址、外文和数学符号不是残留',
        set: {
          '/sections/0/paragraphs/3':
            '（三）政府信息管理。访问 http://www.example.gov.cn/col/col12/index.html?a=1&b=null 查阅，制作 3×4 的图解，推广 APP 和 PDF 两种形式，气温 25℃。',
        },
      },
    ],
    bad: [
      { name: '书签代码', set: { '/sections/0/paragraphs/0': '[bookmark: _GoBack]2024年，全县工作平稳有序。' }, expect: ['/sections/0/paragraphs/0'] },
      {
        name: '域代码',
        set: { '/preface/1': '报告电子版见 HYPERLINK "http://www.example.gov.cn" 县政府网站，第 PAGE \\* MERGEFORMAT 页。' },
        expect: ['/preface/1'],
      },
      {
        name: '网页字符代码和标签',
        set: { '/sections/4/paragraphs/0': '存在的问题：<br/>一是更新不够及时&nbsp;&nbsp;。' },
        expect: ['/sections/4/paragraphs/0', '/sections/4/paragraphs/0'],
      },
      { name: '失效引用', set: { '/sections/5/paragraphs/0': '具体见错误！未找到引用源。' }, expect: ['/sections/5/paragraphs/0'] },
      {
        name: '乱码',
        set: { '/sections/0/paragraphs/4': '（四）公开平台建设。开展“5ž15政务公开日”活动，锟斤拷锟斤拷。' },
        expect: ['/sections/0/paragraphs/4'],
      },
    ],
  },
  *check(_report, context) {
    for (const { pointer, text } of writtenTexts(context)) {
      if (!SIGN.test(text)) continue;
      const pages = addresses(text);
      const told = new Uint8Array(text.length);
      for (const { kind, sign, pattern, notInAddresses, removable } of RESIDUES) {
        if (sign && !sign.test(text)) continue;
        const matches = [...text.matchAll(pattern)].filter(({ index }) => !(notInAddresses && inside(pages, index)) && told[index] === 0);
        const [first] = matches;
        if (!first) continue;
        for (const { index, 0: code } of matches) told.fill(1, index, index + code.length);
        const span: Finding['span'] = [first.index, first.index + Math.min(LONGEST, first[0].trimEnd().length)];
        const repairs = matches
          .filter((match) => removable?.test(match[0]) && partsNothing(match, text))
          .map(({ index, 0: { length } }) => ({ on: pointer, span: [index, index + length] as const, text: '' }));
        yield { on: pointer, span, message: matches.length > 1 ? 'several' : 'one', data: { kind, count: matches.length }, repairs };
      }
    }
  },
});
