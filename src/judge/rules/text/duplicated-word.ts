import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { doubledWords } from '../doubled.js';

export default defineRule({
  id: 'text/duplicated-word',
  severity: 'warning',
  basis: form('各部分文字'),
  docs: {
    zh: {
      title: '词语重复',
      what: '同一个词误写了两遍（年度年度、公开公开、的的），或者两种说法都留了下来（可通过可以通过）。“稳稳”“人人”“件件”一类叠词，“公开公开栏”“张家坡镇镇政府”一类前后词相接的不算；标题中的“年度”重复由 structure/title 报告。',
      why: '多半是修改、拼接或者转换时留下的，是核稿不细的常见问题。',
      fix: '删去多写的一遍，并读一读前后文是否通顺。',
    },
    en: {
      title: 'A word is written twice',
      what: 'The same word stands twice in a row by mistake (年度年度, 公开公开, 的的), or two wordings are both left (可通过可以通过). Reduplication (稳稳, 人人) and words that meet rightly (公开公开栏, 张家坡镇镇政府) do not count; 年度 twice in the title belongs to structure/title.',
      why: 'It mostly remains from editing or pasting and shows that nobody read the text again.',
      fix: 'Remove one of the two and read the sentence once more.',
    },
  },
  message: { zh: { found: '“{quote}”：{word}重复' }, en: { found: '“{quote}”: {word} is doubled' } },
  examples: {
    good: [
      { name: '没有重复' },
      {
        name: '叠词和前后词相接',
        set: {
          '/sections/0/paragraphs/3':
            '（三）政府信息管理。稳稳推进，件件有着落，方方面面、实实在在，进一步依法依规，云岭县人民政府政府信息公开专栏、政府信息公开公开栏、市市场监督管理局、局局长办公会、全镇镇村干部人人参与，2024年年底前一批一批落实，问题主要存在在更新环节，以及及时公开、参与与会、应对对照检查。',
        },
      },
    ],
    bad: [
      {
        name: '双字词重复',
        set: { '/sections/0/paragraphs/2': '（二）依申请公开。2024年新收政府信息公开公开申请110件，上年结转7件。' },
        expect: ['/sections/0/paragraphs/2'],
      },
      { name: '虚词重复', set: { '/sections/4/paragraphs/0': '存在的的主要问题：一是更新不及时。' }, expect: ['/sections/4/paragraphs/0'] },
      { name: '两种说法都留着', set: { '/preface/1': '统计期限为2024年1月1日至12月31日，报告可通过可以通过县政府网站查阅。' }, expect: ['/preface/1'] },
      {
        name: '年度年度',
        set: { '/sections/0/paragraphs/5': '（五）监督保障。公开2023年度年度报告，考核、评议和责任追究均无问题。' },
        expect: ['/sections/0/paragraphs/5'],
      },
    ],
  },
  *check(_report, { paragraphs }) {
    for (const { pointer, text } of paragraphs) {
      for (const { span, word } of doubledWords(text)) yield { on: pointer, span, data: { word: `“${word}”` } };
    }
  },
});
