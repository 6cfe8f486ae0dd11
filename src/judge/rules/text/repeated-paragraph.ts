import { foldLabel, leadingNumber } from '../../../base/text/normalise.js';
import { defineRule, type Finding, type TextNode } from '../../rule.js';
import { form } from '../basis.js';

/** Letters from which a paragraph of the same section, a sentence of the same paragraph, is no set phrase that may rightly stand twice. */
const LEAST = 18;
/** The same for paragraphs of two sections: 未收到申请 is rightly said in the overview and beside its table. */
const LEAST_APART = 60;
const QUOTED = 24;

interface Place {
  readonly node: TextNode;
  readonly words: string;
}

/** The words without what heads them (a number, 三是, 此外，, the name of a topic: 监督保障。) and the mark that closes them. */
function wordsOf(text: string): string {
  const body = text.slice(leadingNumber(text).length).replace(/^\s*(?:[一二三四五六七八九十]{1,2}是|(?:此外|另外|同时|并且)[，,])/, '');
  return foldLabel(body.replace(/^[^，,。；;]{2,12}[。：:](?=.)/, '').replace(/[。！!？?；;.\s]+$/, ''));
}

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line;
}

/** Paragraphs that stand earlier in the report with the same words, numbers before them apart. */
function* repeatedParagraphs(paragraphs: readonly TextNode[]): Generator<Finding> {
  const seen = new Map<string, Place[]>();
  for (const node of paragraphs) {
    const words = wordsOf(node.text);
    if (words.length < LEAST) continue;
    const earlier = seen.get(words) ?? [];
    const first = earlier.find((place) => place.node.section === node.section || words.length >= LEAST_APART);
    seen.set(words, [...earlier, { node, words }]);
    if (first) yield { on: node.pointer, message: 'paragraph', data: { start: shortened(node.text) }, related: [{ pointer: first.node.pointer }] };
  }
}

/** Sentences that stand twice in one paragraph. */
function* repeatedSentences({ pointer, text }: TextNode): Generator<Finding> {
  const seen = new Set<string>();
  for (const { 0: sentence, index } of text.matchAll(/[^。！!？?\n]+/g)) {
    const words = wordsOf(sentence);
    if (words.length < LEAST) continue;
    if (seen.has(words)) yield { on: pointer, span: [index, index + sentence.length], message: 'sentence', data: { start: shortened(sentence) } };
    seen.add(words);
  }
}

export default defineRule({
  id: 'text/repeated-paragraph',
  severity: 'warning',
  basis: form('各部分文字'),
  docs: {
    zh: {
      title: '段落或者句子重复',
      what: '同一段文字在报告中出现两次（段前编号和标点不计），或者同一句话在一段中出现两次。短句、套语不算；不同部分之间只比较六十字以上的段落。',
      why: '多半是复制粘贴时多贴了一遍，或者本应改写的一段没有改。',
      fix: '删去重复的一段，或者改写为这一处应有的内容。',
    },
    en: {
      title: 'A paragraph or sentence stands twice',
      what: 'The same paragraph occurs twice in the report (numbers before it and punctuation apart), or the same sentence twice in one paragraph. Short phrases do not count; between sections only paragraphs of sixty letters and more are compared.',
      why: 'It was mostly pasted once too often, or the second one was to be rewritten.',
      fix: 'Remove one of the two, or write what belongs there.',
    },
  },
  message: {
    zh: { paragraph: '这一段与前面的一段相同：“{start}”', sentence: '这句话在本段中写了两遍：“{start}”' },
    en: { paragraph: 'This paragraph stands earlier in the report too: “{start}”', sentence: 'This sentence stands twice in the paragraph: “{start}”' },
  },
  examples: {
    good: [
      { name: '没有重复' },
      {
        name: '总体情况和表格旁边都写没有申请',
        set: {
          '/sections/4/paragraphs': ['存在的主要问题：解读形式单一。', '改进情况：针对解读形式单一，增加图解。'],
          '/sections/5/paragraphs': ['没有其他需要报告的事项。'],
        },
      },
    ],
    bad: [
      {
        name: '同一段贴了两遍',
        set: { '/sections/0/paragraphs/4': '（四）政府信息管理。严格执行公开属性源头认定和发布前审查，定期清理已失效的文件。' },
        expect: ['/sections/0/paragraphs/4'],
      },
      {
        name: '同一句写了两遍',
        set: { '/sections/4/paragraphs/1': '改进情况：完善协调机制。组织全县政务公开业务培训两期并开展检查。组织全县政务公开业务培训两期并开展检查。' },
        expect: ['/sections/4/paragraphs/1'],
      },
    ],
  },
  *check(_report, { paragraphs }) {
    yield* repeatedParagraphs(paragraphs);
    for (const node of paragraphs) yield* repeatedSentences(node);
  },
});
