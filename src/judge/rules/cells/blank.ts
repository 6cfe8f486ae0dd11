import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { gather, groupFinding, spreadOf, tableCells, uncheckedSums } from '../cells.js';
import { blankRow } from '../example-rows.js';
import { blankTotals } from '../sums.js';

const row = '/tables/requests/carriedOver';

export default defineRule({
  id: 'cells/blank',
  severity: 'warning',
  severityIn: { '2019': 'info' },
  basis: form('二至四部分各表'),
  docs: {
    zh: {
      title: '表格中有空白格',
      what: '三张表中没有填任何内容的格。整张表、整行、整列空白的合并为一条；可由分项推出的空白总计由 cells/blank-total 报告。',
      why: '空白不等于0：看的人分不清是没有发生、没有统计还是漏填，涉及的勾稽关系也无从核对。',
      fix: '没有发生的填“0”，漏填的补上实际数。',
    },
    en: {
      title: 'Blank cells in the tables',
      what: 'Cells of the three tables that hold nothing at all. A blank table, row or column is one finding; a blank total whose parts are there belongs to cells/blank-total.',
      why: 'Blank is not 0: a reader cannot tell nothing happened from not counted or forgotten, and the sums cannot be checked.',
      fix: 'Write 0 where nothing happened and the figure where it was forgotten.',
    },
  },
  message: {
    zh: {
      cell: '“{where}”一格空白',
      cellSums: '“{where}”一格空白，涉及它的{sums}条勾稽关系没有核对',
      group: '{where}的{count}格全部空白',
      groupSums: '{where}的{count}格全部空白，涉及的{sums}条勾稽关系没有核对',
      column: '{where}有{count}格空白',
      columnSums: '{where}有{count}格空白，涉及的{sums}条勾稽关系没有核对',
      many: '{where}有{count}格空白，{spread}',
      manySums: '{where}有{count}格空白，{spread}，涉及的{sums}条勾稽关系没有核对',
    },
    en: {
      cell: 'The cell “{where}” is blank',
      cellSums: 'The cell “{where}” is blank; sums that need it and were not checked: {sums}',
      group: 'All {count} cells of {where} are blank',
      groupSums: 'All {count} cells of {where} are blank; sums that need them and were not checked: {sums}',
      column: '{count} cells of {where} are blank',
      columnSums: '{count} cells of {where} are blank; sums that need them and were not checked: {sums}',
      many: '{count} cells of {where} are blank, {spread}',
      manySums: '{count} cells of {where} are blank, {spread}; sums that need them and were not checked: {sums}',
    },
  },
  examples: {
    good: [{ name: '没有发生的填0' }, { name: '空白的总计由 cells/blank-total 报告', set: { '/tables/requests/newlyReceived/total': null } }],
    bad: [
      {
        name: '空着一格',
        set: { '/tables/disclosure/coercion/decisions': null },
        expect: ['/tables/disclosure/coercion/decisions'],
      },
      {
        name: '整行空白合为一条',
        set: {
          [row]: blankRow,
        },
        expect: [row],
      },
      {
        name: '相邻的几行几列空着',
        set: Object.fromEntries(
          ['granted', 'partiallyGranted', 'denied/stateSecret', 'denied/prohibitedByLaw'].flatMap((outcome) =>
            ['enterprise', 'researchInstitution'].map((column) => [`/tables/requests/outcomes/${outcome}/${column}`, null]),
          ),
        ),
        expect: ['/tables/requests'],
      },
      {
        name: '2019版的增减列空着',
        edition: '2019',
        set: { '/tables/disclosure/penalties/change': null, '/tables/disclosure/coercion/change': null },
        expect: ['/tables/disclosure/penalties/change'],
      },
    ],
  },
  *check(_report, context) {
    const totals = new Set(blankTotals(context).map(({ cell }) => cell));
    for (const table of tableCells(context)) {
      const blank = table.cells.filter((cell) => cell.reading.kind === 'blank' && !totals.has(cell));
      for (const group of gather(table, blank)) {
        const sums = uncheckedSums(context, group.cells);
        const finding = groupFinding(group);
        const kind = group.kind === 'node' ? 'group' : group.kind;
        const repairs = group.cells.map((cell) => ({ on: cell.pointer, text: '0', only: 'fill-zero' as const }));
        yield { ...finding, message: sums > 0 ? `${kind}Sums` : kind, data: { ...finding.data, sums, spread: spreadOf(group) }, repairs };
      }
    }
  },
});
