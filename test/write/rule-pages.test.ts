/** The rule pages: examples in words, the order of the catalogue, what a page says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueOrder } from '../../scripts/generate/files.js';
import { rulePage } from '../../scripts/generate/rule-page.js';
import { defineRule, type Example } from '../../src/judge/rule.js';
import { exampleWords, nodeWords } from '../../src/judge/rules/example-words.js';

const everything: Example = {
  name: '一切改动',
  set: {
    '/tables/requests/outcomes/granted/total': 25,
    '/tables/disclosure/normativeDocuments': { issued: 2, repealed: 0, inForce: null },
    '/tables/requests/carriedOver': { naturalPerson: 0, total: 0 },
    '/sections/0/heading': '一、概况',
    '/sections/4/paragraphs/-': '新的一段。',
    '/sections/5/paragraphs': [],
    '/title': '年度报告',
  },
  remove: ['/preface/1', '/tables/disputes', '/tables/requests/outcomes/denied'],
  raw: { '/tables/disclosure/fees/amount': '12万元' },
  tables: { disputes: { extraRows: [{ label: '合计', place: {} }], repeated: [{}] } },
  previous: { '/tables': {}, '/tables/requests/carriedForward/total': null },
  options: { unit: '云岭县人民政府', year: 2024 },
};

test('an example is told in words, change by change, in both languages', () => {
  assert.deepEqual(exampleWords(everything, 'zh'), [
    '把“（一）予以公开 × 总计”改为 25',
    '把“行政规范性文件”改为本年制发件数 2、本年废止件数 0、现行有效件数 空白',
    '把“二、上年结转政府信息公开申请数量”改为全部 0',
    '把“一、总体情况”的标题改为“一、概况”',
    '在“五、存在的主要问题及改进情况”末尾加上“新的一段。”',
    '把“六、其他需要报告的事项”的正文改为空',
    '把标题改为“年度报告”',
    '删去前言第 2 段',
    '删去“四、政府信息公开行政复议、行政诉讼情况”表',
    '删去“（三）不予公开”',
    '“行政事业性收费 × 本年收费金额”在文件中写作“12万元”',
    '“四、政府信息公开行政复议、行政诉讼情况”表多出“合计”一行',
    '“四、政府信息公开行政复议、行政诉讼情况”表出现两次',
    '上年报告：把统计表改为空',
    '上年报告：把“四、结转下年度继续办理 × 总计”改为空白',
    '设置 unit 为“云岭县人民政府”',
    '设置 year 为 2024',
  ]);
  const english = exampleWords(everything, 'en');
  assert.equal(english.length, 17);
  assert.equal(english[0], 'change “3(1) granted × total” to 25');
  assert.equal(english[7], 'remove paragraph 2 of the preface');
  assert.deepEqual(exampleWords({ name: '原样' }, 'zh'), []);
});

test('every kind of node has words, and an unknown one its pointer', () => {
  assert.equal(nodeWords('/sections/2', '2021', 'zh'), '“三、收到和处理政府信息公开申请情况”');
  assert.equal(nodeWords('/closing/0', '2019', 'zh'), '落款第 1 段');
  assert.equal(nodeWords('/tables/disputes/litigation/direct', '2021', 'zh'), '“未经复议直接起诉”');
  assert.equal(nodeWords('/tables/disclosure/coercion', '2021', 'zh'), '“行政强制”');
  assert.equal(nodeWords('/tables/disclosure/procurement', '2021', 'zh'), '“政府集中采购”');
  assert.equal(nodeWords('/tables/disclosure/colour', '2021', 'zh'), '/tables/disclosure/colour');
  assert.equal(nodeWords('/nowhere', '2021', 'zh'), '/nowhere');
});

test('rules stand in the order of their groups, then of their names; an unknown group is refused', () => {
  assert.deepEqual(catalogueOrder(['cells/unit', 'text/punctuation', 'structure/title', 'cells/blank']), [
    'structure/title',
    'cells/blank',
    'cells/unit',
    'text/punctuation',
  ]);
  assert.throws(() => catalogueOrder(['colour/red']), /colour\/red belongs to no group/);
});

test('a page says what, why, how, the basis and the examples, and lets no text pass for markup', () => {
  const doc = { title: '残留 [bookmark]', what: '甲', why: '乙', fix: '丙' };
  const rule = defineRule({
    id: 'text/conversion-artifact',
    severity: 'warning',
    severityIn: { '2019': 'info' },
    editions: ['2019'],
    basis: { document: '《条例》', clause: '第五十条' },
    docs: { zh: doc, en: doc },
    message: { zh: { found: '发现' }, en: { found: 'found' } },
    examples: { good: [{ name: '没有' }], bad: [{ name: '有', set: { '/title': '<b>' }, expect: ['/title'] }] },
    yieldsTo: ['text/placeholder'],
    check: () => [],
  });
  const page = rulePage(rule, () => [], 'zh');
  assert.deepEqual(
    page.split('\n').filter((line) => line !== ''),
    [
      '<!-- 本页由 npm run generate 生成，请勿手工修改。 -->',
      '# 残留 \\[bookmark\\]',
      '`text/conversion-artifact` · 警告 · 2019 年版格式中为提示 · 只适用于 2019 年版格式 · [English](conversion-artifact.en.md)',
      '甲',
      '同一处已由 `text/placeholder` 报告的，不再重复。',
      '## 为什么检查',
      '乙',
      '依据：《条例》 第五十条',
      '## 如何改正',
      '丙',
      '## 示例',
      '以一份各部分齐全、勾稽关系成立的报告为底本。',
      '### 应当报告：有',
      '- 把标题改为“\\<b\\>”',
      '### 不应报告：没有',
      '底本原样。',
    ],
  );
});
