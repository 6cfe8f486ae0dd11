import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';

export default defineRule({
  id: 'rollup/missing-child',
  severity: 'error',
  basis: regulation('第四十九条第二款'),
  docs: {
    zh: {
      title: '汇总缺少下级单位的报告',
      what: '名册上应当报送的单位，没有找到它们本年度的报告。',
      why: '本级报告的表格由本机关和所属部门、乡镇（街道）的表格相加得出；缺少单位时，相加结果不能用来核对。',
      fix: '向缺报的单位催要报告后重新汇总；单位已撤并的，更新名册。',
    },
    en: {
      title: 'Reports of units below are missing',
      what: 'Units of the roster without a report of this year.',
      why: 'The tables of a government add up its own organ, departments and townships; while some are missing, the sum cannot be held against the report.',
      fix: 'Ask the units for their reports and add up again; take units that no longer exist off the roster.',
    },
  },
  message: {
    zh: { missing: '缺少 {count} 个单位的报告：{units}' },
    en: { missing: '{count} units have no report: {units}' },
  },
  examples: {
    good: [
      { name: '名册上的单位都已报送', rollUp: { units: [{ unit: '云岭县教育局', share: 'all' }], missing: [] } },
      { name: '没有名册', rollUp: { units: [{ unit: '云岭县教育局', share: 'all' }] } },
    ],
    bad: [{ name: '缺两个乡镇', rollUp: { units: [{ unit: '云岭县教育局', share: 'all' }], missing: ['青石镇', '双河乡'] }, expect: [''] }],
  },
  *check(_report, { rollUp }) {
    if (!rollUp?.missing || rollUp.missing.length === 0) return;
    yield { on: '', data: { count: rollUp.missing.length, units: { zh: rollUp.missing.join('、'), en: rollUp.missing.join(', ') } } };
  },
});
