import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { brokenSums, round, rowOf } from '../sums.js';

export default defineRule({
  id: 'arithmetic/in-force-below-issued',
  severity: 'warning',
  // The three columns are those of the form of 2021; the figures of 2019 (制作, 公开, 对外公开总数) stand in no such relation.
  editions: ['2021'],
  basis: form('二、主动公开政府信息情况：第二十条第（一）项“本年制发件数、本年废止件数、现行有效件数”'),
  docs: {
    zh: {
      title: '现行有效件数少于本年制发减本年废止',
      what: '规章、行政规范性文件两行：现行有效件数不应少于本年制发件数减去本年废止件数。',
      why: '本年制发而没有废止的文件，年底应当仍然有效；现行有效件数更少，多半是漏填了累计有效的文件。只有本年制发的文件当年又失效等少见情形才会如此。',
      fix: '核对现行有效件数是否按年底全部有效文件统计；确有当年制发当年失效等情形的，在正文中说明。',
    },
    en: {
      title: 'Fewer documents in force than issued and not repealed this year',
      what: 'For regulations and normative documents: in force must not be below issued minus repealed.',
      why: 'A document issued and not repealed this year is still in force at its end; fewer in force mostly means that the count was forgotten.',
      fix: 'Count every document in force at the end of the year; if some were issued and lapsed within the year, say so in the text.',
    },
  },
  message: {
    zh: { below: '“{row}”行：现行有效 {inForce} 件，少于本年制发 {issued} － 本年废止 {repealed} ＝ {right}' },
    en: { below: 'Row “{row}”: {inForce} in force, fewer than {issued} issued - {repealed} repealed = {right}' },
  },
  examples: {
    good: [{ name: '现行有效件数包含历年文件' }, { name: '废止多于制发', set: { '/tables/disclosure/normativeDocuments/repealed': 9 } }],
    bad: [
      {
        name: '制发两件而现行有效为零',
        set: { '/tables/disclosure/normativeDocuments': { issued: 2, repealed: 0, inForce: 0 } },
        expect: ['/tables/disclosure/normativeDocuments/inForce'],
      },
    ],
  },
  *check(_report, context) {
    for (const sum of brokenSums(context, 'arithmetic/in-force-below-issued')) {
      const { left, right } = sum.relation;
      const [inForce, issued, repealed] = [...left, ...right].map(({ pointer }) => context.value(pointer) ?? 0);
      yield {
        on: left[0]!.pointer,
        data: { row: rowOf(left[0]!.pointer), inForce: inForce!, issued: issued!, repealed: repealed!, right: round(sum.right) },
        actual: inForce!,
        related: right.map(({ pointer, sign }) => ({ pointer, sign, side: 'right' })),
      };
    }
  },
});
