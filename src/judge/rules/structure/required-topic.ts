import { toHalfWidth } from '../../../base/text/normalise.js';
import { dutiesOf } from '../../profiles/duties.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { sectionWords } from '../wording.js';

const REST = /[.*+?^${}()|[\]\\]/g;
const compiled = new Map<string, RegExp>();

/** A phrase of a profile as a pattern: `…` is up to 16 letters of one sentence, `#` a figure; blanks do not matter. */
function phrasePattern(phrase: string): RegExp {
  const known = compiled.get(phrase);
  if (known) return known;
  const source = toHalfWidth(phrase)
    .replace(/\s/g, '')
    .replace(REST, '\\$&')
    .replaceAll('…', '[^。；;！!？?\\n]{0,16}?')
    .replaceAll('#', '(?:\\d[\\d,.]*|[〇零一二两三四五六七八九十百千]+)');
  const pattern = new RegExp(source);
  compiled.set(phrase, pattern);
  return pattern;
}

export default defineRule({
  id: 'structure/required-topic',
  severity: 'warning',
  basis: form('各部分内容'),
  docs: {
    zh: {
      title: '没有写到当地要求的内容',
      what: '配置方案（topics）要求写到的内容，在规定的部分（没有规定的，在全文）找不到方案列出的任何一个词语。没有方案要求的不检查；统一格式要求的五个方面由 structure/overview-topics 检查。',
      why: '各地对报告内容另有要求，例如写明规范性文件的制发、废止、现行有效件数，各渠道公开的条数，解读和回应情况。',
      fix: '补写这一内容；没有发生的，写明没有。',
    },
    en: {
      title: 'A topic that the place asks for is missing',
      what: 'A profile (topics) asks for a topic, and none of the phrases it lists stands in the section it names (anywhere, when it names none). Without a profile that asks nothing is checked; the five topics of the form belong to structure/overview-topics.',
      why: 'Places ask for more than the form: how many documents were issued and repealed, how many items by channel, interpretation and response.',
      fix: 'Write about it; where nothing happened, say so.',
    },
  },
  message: {
    zh: { section: '“{section}”没有写到“{topic}”，“{profile}”要求写明', anywhere: '报告没有写到“{topic}”，“{profile}”要求写明' },
    en: {
      section: '{section} says nothing about “{topic}”, which “{profile}” asks for',
      anywhere: 'The report says nothing about “{topic}”, which “{profile}” asks for',
    },
  },
  examples: {
    good: [
      { name: '没有方案要求' },
      {
        name: '写到了要求的内容',
        options: { duties: dutiesOf([{ name: '某市要求', topics: [{ name: '信息处理费', section: 'other', phrases: ['处理费'] }] }]) },
      },
    ],
    bad: [
      {
        name: '没有写政策解读的件数',
        options: { duties: dutiesOf([{ name: '某市要求', topics: [{ name: '政策解读的件数', section: 'overview', phrases: ['解读…#…件', '解读…#…条'] }] }]) },
        expect: ['/sections/0'],
      },
      {
        name: '全文没有写到解读率',
        options: { duties: dutiesOf([{ name: '某市要求', topics: [{ name: '解读率', phrases: ['解读率'] }] }]) },
        expect: [''],
      },
    ],
  },
  yieldsTo: ['structure/empty-section'],
  *check(report, { duties, paragraphs }) {
    const whole = toHalfWidth(paragraphs.map(({ text }) => text.replace(/[ \u3000\t]/g, '')).join('\n'));
    for (const { name, section: key, phrases, profile, basis } of duties.topics) {
      const index = report.sections.findIndex((section) => section.key === key);
      if (key !== undefined && index === -1) continue;
      const text = key === undefined ? whole : toHalfWidth(report.sections[index]!.paragraphs.map((part) => part.replace(/[ \u3000\t]/g, '')).join('\n'));
      if (phrases.some((phrase) => phrasePattern(phrase).test(text))) continue;
      const local = basis === undefined ? {} : { basis };
      if (key === undefined) yield { on: '', message: 'anywhere', data: { topic: name, profile }, ...local };
      else yield { on: `/sections/${index}`, data: { section: sectionWords(key), topic: name, profile }, ...local };
    }
  },
});
