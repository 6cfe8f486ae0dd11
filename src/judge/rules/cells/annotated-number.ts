import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { gather, groupFinding, nameOf, quoted, tableCells } from '../cells.js';

export default defineRule({
  id: 'cells/annotated-number',
  severity: 'info',
  basis: form('二至四部分各表'),
  docs: {
    zh: {
      title: '数字后面带说明',
      what: '格中的数字带着括号说明，例如“22（其中修订16件）”。',
      why: '表格供汇总使用，格中只应有数字；说明文字会在汇总和数据报送时丢失或者造成差错。程序按前面的数核对。',
      fix: '格中只留数字，说明写到第一或者第六部分的文字里。',
    },
    en: {
      title: 'A number with a remark',
      what: 'The cell holds a number and a remark in brackets, such as 22 (16 of them revised).',
      why: 'The tables are added up by machine; a remark is lost or causes mistakes there. The number before it is the one that was checked.',
      fix: 'Leave the number alone in the cell and move the remark into the text.',
    },
  },
  message: {
    zh: {
      one: '“{where}”写的是“{raw}”，按 {value} 核对；说明应写在文字部分',
      several: '{where}有{count}格的数字带着说明，例如“{sample}”写的是“{raw}”，按 {value} 核对',
    },
    en: {
      one: '“{where}” says “{raw}” and was checked as {value}; a remark belongs in the text',
      several: '{count} cells of {where} hold a number with a remark; “{sample}” says “{raw}” and was checked as {value}',
    },
  },
  examples: {
    good: [
      { name: '格中只有数字' },
      {
        name: '2019版增减列用“减”表示减少',
        edition: '2019',
        raw: { '/tables/disclosure/licensing/change': '减3', '/tables/disclosure/penalties/change': '+12' },
      },
    ],
    bad: [
      {
        name: '括号里说明其中几件',
        set: { '/tables/disclosure/normativeDocuments/issued': 5 },
        raw: { '/tables/disclosure/normativeDocuments/issued': '5（其中修订2件）' },
        expect: ['/tables/disclosure/normativeDocuments/issued'],
      },
    ],
  },
  *check(_report, context) {
    for (const table of tableCells(context)) {
      // 减4 and 增3 are how the older form's 本年增/减 is filled in.
      const annotated = table.cells.filter(
        ({ reading, spec, raw }) => reading.kind === 'annotated' && !(spec.column.kind === 'change' && !/[（()）[\]【】]/.test(raw)),
      );
      for (const group of gather(table, annotated)) {
        const [first] = group.cells;
        const finding = groupFinding(group);
        const value = first!.value ?? 0;
        const { where, count } = finding.data;
        yield {
          ...finding,
          message: group.kind === 'cell' ? 'one' : 'several',
          data: { where, count, raw: quoted(first!.raw), value, sample: nameOf(first!) },
          ...(group.kind === 'cell' ? { actual: value } : {}),
        };
      }
    }
  },
});
