import { type Duties, dutiesOf } from '../../profiles/duties.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { writtenTexts } from '../written.js';
import { type WrongWord, wrongWords } from '../wrong-words.js';

const REST = /[.*+?^${}()|[\]\\]/g;
const pattern = (words: Iterable<string>): RegExp => new RegExp([...words].map((word) => word.replace(REST, '\\$&')).join('|'), 'g');

interface Lexicon {
  readonly any: RegExp;
  readonly byWord: ReadonlyMap<string, WrongWord>;
}

function lexiconOf(words: readonly WrongWord[]): Lexicon {
  return { any: pattern(words.map(({ wrong }) => wrong)), byWord: new Map(words.map((entry) => [entry.wrong, entry])) };
}

const CLOSED = lexiconOf(wrongWords);
const withLocal = new WeakMap<object, Lexicon>();

/** The closed list, with the words that profiles add. */
function lexicon({ wrongWords: local }: Duties): Lexicon {
  const entries = Object.entries(local).filter(([wrong]) => wrong.trim() !== '');
  if (entries.length === 0) return CLOSED;
  const known = withLocal.get(local) ?? lexiconOf([...entries.map(([wrong, right]) => ({ wrong, right })), ...wrongWords]);
  withLocal.set(local, known);
  return known;
}

export default defineRule({
  id: 'text/wrong-word',
  severity: 'warning',
  basis: form('各部分文字'),
  docs: {
    zh: {
      title: '错别字',
      what: '文字中有在任何语境下都是错误的词，例如“登陆网站”“建立建全”“按步就班”“既使”。词表是固定的，只收入毫无疑问的错误；词典允许的异形词（帐号、其它）和要看上下文才能判断的词不收。地方另有要求的词可以写进配置方案（wrongWords）。',
      why: '错别字会损害公开文件的严肃性，各地检查时逐处计数。',
      fix: '改为正确的写法；可用 gov-report fix 一次改好。',
    },
    en: {
      title: 'A misspelt word',
      what: 'A word that is wrong wherever it stands, such as 登陆网站, 建立建全, 按步就班, 既使. The list is closed and holds only what is beyond doubt; variants that dictionaries allow (帐号, 其它) and words that depend on their context are not in it. A profile may add words of its own (wrongWords).',
      why: 'Misspelt words harm the standing of a published document; checks count them one by one.',
      fix: 'Write the right word; gov-report fix does it at once.',
    },
  },
  message: { zh: { wrong: '“{quote}”有误，应为“{right}”' }, en: { wrong: '“{quote}” is misspelt: it is “{right}”' } },
  examples: {
    good: [
      { name: '没有错别字' },
      {
        name: '字面相同而用得对的不算',
        set: { '/sections/0/paragraphs/4': '（四）公开平台建设。台风登陆期间发布预警；我局自己经办的事项、预防犯罪宣传和机关健康食堂情况均已公开。' },
      },
    ],
    bad: [
      {
        name: '登陆网站',
        set: { '/preface/1': '统计期限为2024年1月1日至12月31日，公众可登陆网站查阅，也可登陆平台下载。' },
        expect: ['/preface/1', '/preface/1'],
      },
      {
        name: '配置方案规定的词',
        set: { '/sections/0/paragraphs/0': '截止目前，云岭县人民政府各项公开工作平稳有序。' },
        options: { duties: dutiesOf([{ name: '某市要求', wrongWords: { 截止目前: '截至目前' } }]) },
        expect: ['/sections/0/paragraphs/0'],
      },
      { name: '建立建全', set: { '/sections/4/paragraphs/1': '改进情况：建立建全更新制度，丰富解读形式。' }, expect: ['/sections/4/paragraphs/1'] },
    ],
  },
  *check(_report, context) {
    const { any, byWord } = lexicon(context.duties);
    for (const { pointer, text } of writtenTexts(context)) {
      for (const { 0: found, index } of text.matchAll(any)) {
        const { right, notAfter = '', notBefore = '' } = byWord.get(found)!;
        const [before, after] = [text.charAt(index - 1), text.charAt(index + found.length)];
        if ((before !== '' && notAfter.includes(before)) || (after !== '' && notBefore.includes(after))) continue;
        const span = [index, index + found.length] as const;
        yield { on: pointer, span, data: { right }, repairs: [{ on: pointer, span, text: right }] };
      }
    }
  },
});
