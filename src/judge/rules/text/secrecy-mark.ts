import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';
import { writtenTexts } from '../written.js';

/** A mark stands alone on its line, in brackets or not; 涉及国家秘密 in a sentence is none. */
const ALONE = [
  // 秘密★1年, 机密
  '(?:绝\\s*密|机\\s*密|秘\\s*密)(?:\\s*[★☆*].*)?',
  // 内部资料 注意保存
  '内\\s*部\\s*(?:资\\s*料|文\\s*件|材\\s*料|刊\\s*物)(?:[\\s，,·]*(?:请?注意保[存密管]|妥善保[存管]|请?[勿不]得?外[传泄]|严禁外[传泄]|用毕收回|会后收回|仅供参考))?',
  '(?:仅供|限)内部(?:使用|传阅|参考|掌握)',
  '请?[勿不]得?外[传泄]',
  '(?:本|此)件(?:不予?公开|不宜公开|依申请公开)',
  '公开(?:属性|类别|方式|形式|选项)\\s*[:：]\\s*(?:不予?公开|依申请公开)',
].join('|');
const LINE = new RegExp(`^[\\s\\u3000]*[（(【〔\\[]?\\s*(?:${ALONE})\\s*[）)】〕\\]]?[。！!\\s\\u3000]*$`);
/** A level with its star is a mark wherever it stands. */
const STARRED = /(?:绝密|机密|秘密)\s*[★☆]\s*(?:\d{1,2}\s*[年月]|[一二三四五六七八九十]{1,3}[年月]|长期)?/g;

export default defineRule({
  id: 'text/secrecy-mark',
  severity: 'warning',
  basis: regulation('第十七条（公开前的保密审查）'),
  docs: {
    zh: {
      title: '留有密级或者内部文件的标志',
      what: '文中单独一行写着“秘密”“机密★1年”“内部资料 注意保存”“（此件不公开）”“公开属性：不予公开”等标志。正文中讲到国家秘密、内部资料的语句不算，“（此件公开发布）”不算。',
      why: '年度报告是向社会公布的文件。带有密级或者不公开标志的，要么标志是套用其他文件时留下的，要么公布了不应公布的文件。',
      fix: '确认报告可以公布后删去标志；标志确有依据的，停止公布并报保密审查机构处理。',
    },
    en: {
      title: 'A mark of secrecy or of an internal paper',
      what: 'A line of its own says 秘密, 机密★1年, 内部资料 注意保存, （此件不公开）, 公开属性：不予公开 or the like. Sentences about state secrets or internal papers do not count, nor does （此件公开发布）.',
      why: 'The report is published. Such a mark was either left from another document, or a document is published that must not be.',
      fix: 'Make sure that the report may be published and remove the mark; if it is rightly there, stop the publication and ask the office for secrecy review.',
    },
  },
  message: {
    zh: { found: '“{quote}”是密级或者内部文件的标志，公布的年度报告不应带有' },
    en: { found: '“{quote}” marks a secret or internal paper; a published report must not carry it' },
  },
  examples: {
    good: [
      { name: '没有标志' },
      {
        name: '正文讲到保密审查、公开发布标志不算',
        set: { '/sections/0/paragraphs/3': '（三）政府信息管理。对涉及国家秘密、内部资料的信息严格审查。', '/closing/-': '（此件公开发布）' },
      },
    ],
    bad: [
      { name: '密级', set: { '/preface/0': '秘密★1年' }, expect: ['/preface/0'] },
      { name: '内部资料', set: { '/preface/0': '内部资料　注意保存' }, expect: ['/preface/0'] },
      { name: '此件不公开', set: { '/closing/-': '（此件不公开）' }, expect: ['/closing/2'] },
    ],
  },
  *check(_report, context) {
    for (const { pointer, text } of writtenTexts(context)) {
      if (!/[密内外此本公限仅]/.test(text)) continue;
      if (text.length <= 60 && LINE.test(text)) {
        const words = text.trim();
        const start = text.indexOf(words);
        yield { on: pointer, span: [start, start + words.length] };
        continue;
      }
      for (const match of text.matchAll(STARRED)) yield { on: pointer, span: [match.index, match.index + match[0].trimEnd().length] };
    }
  },
});
