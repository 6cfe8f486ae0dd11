import { toHalfWidth } from '../../../base/text/normalise.js';
import { defineRule, type RuleContext } from '../../rule.js';
import { form } from '../basis.js';
import { type CellState, gather, groupFinding, nameOf, tableCells } from '../cells.js';

/** Whether the digits are one number beyond doubt: parted by blanks (1 1 0) they may be figures of two cells, unless a sum holds with the one. */
function isOne({ pointer, raw }: CellState, { sums }: RuleContext): boolean {
  if (!/\d[\s\u3000]+\d/u.test(toHalfWidth(raw))) return true;
  const holds = sums.filter(
    ({ relation, left, right }) => left !== null && [...relation.left, ...relation.right].some((term) => term.pointer === pointer) && left === right,
  );
  return holds.some(({ relation }) => relation.comparison === '=');
}

export default defineRule({
  id: 'cells/digit-format',
  severity: 'info',
  basis: form('二至四部分各表'),
  docs: {
    zh: {
      title: '数字写法不规范',
      what: '格中的数用了全角数字、千分位分隔符，或者数字中间有空格。',
      why: '这样的数在电子表格和数据报送系统里不能直接相加。程序已按整理后的数核对。',
      fix: '改为半角数字，去掉分隔符和空格。',
    },
    en: {
      title: 'Untidy digits',
      what: 'The number is written with full-width digits, thousands separators or inner blanks.',
      why: 'Spreadsheets and reporting systems do not add such numbers up. They were checked as tidied.',
      fix: 'Use half-width digits without separators or blanks.',
    },
  },
  message: {
    zh: { one: '“{where}”写的是“{raw}”，应写作 {value}', several: '{where}有{count}格的数字写法不规范，例如“{sample}”写的是“{raw}”，应写作 {value}' },
    en: {
      one: '“{where}” says “{raw}”; write {value}',
      several: '{count} cells of {where} hold untidy digits; “{sample}”, for one, says “{raw}”; write {value}',
    },
  },
  examples: {
    good: [{ name: '半角数字' }],
    bad: [
      { name: '全角数字', raw: { '/tables/disclosure/penalties/decisions': '４３１' }, expect: ['/tables/disclosure/penalties/decisions'] },
      { name: '千分位分隔符', raw: { '/tables/disclosure/licensing/decisions': '1,286' }, expect: ['/tables/disclosure/licensing/decisions'] },
      { name: '数字中间有空格', raw: { '/tables/requests/newlyReceived/total': '1 1 0' }, expect: ['/tables/requests/newlyReceived/total'] },
    ],
  },
  *check(_report, context) {
    for (const table of tableCells(context)) {
      for (const group of gather(
        table,
        table.cells.filter(({ reading }) => reading.kind === 'number' && !reading.tidy),
      )) {
        const [first] = group.cells;
        const { data, ...finding } = groupFinding(group);
        const value = first!.value ?? 0;
        yield {
          ...finding,
          message: group.kind === 'cell' ? 'one' : 'several',
          data: { ...data, value, sample: nameOf(first!) },
          repairs: group.cells.filter((cell) => isOne(cell, context)).map((cell) => ({ on: cell.pointer, text: String(cell.value ?? 0) })),
          ...(group.kind === 'cell' ? { actual: data.raw, expected: value } : {}),
        };
      }
    }
  },
});
