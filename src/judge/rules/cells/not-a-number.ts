import type { Sentence } from '../../../base/errors.js';
import { toHalfWidth } from '../../../base/text/normalise.js';
import type { LostReason } from '../../../form/model/reading.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { type CellState, gatherBy, groupFinding, nameOf, quoted, tableCells, uncheckedSums } from '../cells.js';

const sumsZh = '，涉及的{sums}条勾稽关系没有核对';
const sumsEn = '; sums that need it and were not checked: {sums}';

/** What to do about a cell whose own content is the trouble: another file of the report has it, too. */
const CELL = {
  zh: '请打开原稿核对这一格，改为直接录入的一个数；合并了的格按表格格式拆开。',
  en: 'Open the original, check the cell and type one number into it; split cells that were merged.',
};

/** What to do about a figure that the layout no longer tells. */
const LOST = {
  zh: '请对照原稿核对这一格；有保留表格的文件（如 Word 原稿）的，改用那份文件检查。',
  en: 'Compare the cell with the original, or check a file that kept its tables, such as the Word original.',
};

function withSums(texts: Readonly<Record<string, string>>, tail: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => [
      [name, text],
      [`${name}Sums`, `${text}${tail}`],
    ]),
  );
}

/** Why the layout does not tell a number. */
const REASONS: { readonly [reason in LostReason]: Sentence } = {
  unreadable: { zh: '格中的内容无法读取', en: 'what stands in the cell cannot be read' },
  merged: { zh: '一格占了几列或者几行', en: 'one cell lies over several columns or rows' },
  several: { zh: '一列之下有几个数', en: 'several figures stand under one column' },
  row: { zh: '这一行的各格与表头对不上', en: 'the cells of the row do not fit the header' },
  order: { zh: '文字的先后次序不能说明它属于哪一列', en: 'the order of the text does not tell its column' },
  cut: { zh: '页边截断了数字', en: 'the edge of the page cut the figure' },
};

/** Reasons that lie in the cell, and not in how the file was printed or turned into text. */
const IN_THE_CELL: ReadonlySet<LostReason> = new Set(['unreadable', 'merged']);

/** Cells are gathered when they say the same: one mark over a whole row is one finding. */
function wording({ reading, raw }: CellState): string {
  return `${reading.kind}:${reading.kind === 'lost' ? reading.reason : ''}:${quoted(raw)}`;
}

export default defineRule({
  id: 'cells/not-a-number',
  severity: 'warning',
  basis: form('二至四部分各表'),
  docs: {
    zh: {
      title: '格中不是数字',
      what: '三张表中写着“/”“-”“无”等符号或文字、写着两个数，或者在版面转换中无法确定是什么数的格。',
      why: '表中各格都是数量或者金额；符号和文字不能汇总，也不能核对，与0不是一回事。',
      fix: '格中只填数：没有发生的填“0”，写了两个数的核对后只留一个；需要说明的写在第一或者第六部分的文字里。',
    },
    en: {
      title: 'A cell holds no number',
      what: 'Cells of the three tables that hold a mark such as “/”, words, two numbers, or a figure that the layout no longer tells.',
      why: 'Every cell is a count or an amount; marks and words cannot be added up or checked and are not the same as 0.',
      fix: 'Leave a number only: 0 where nothing happened, one of two after checking; put remarks into the text.',
    },
  },
  message: {
    zh: withSums(
      {
        mark: '“{where}”写的是“{raw}”，不是数字',
        marks: '{where}的{count}格写的是“{raw}”，不是数字',
        other: '“{where}”写的是“{raw}”，不能确定是什么数',
        others: '{where}的{count}格写的是“{raw}”，不能确定是什么数',
        lost: '“{where}”的数在版面中无法确定：{reason}',
        losts: '{where}的{count}格，版面中无法确定是什么数：{reason}',
        lostText: '“{where}”的数在版面中无法确定：{reason}；这里的文字是“{raw}”',
        lostTexts: '{where}的{count}格，版面中无法确定是什么数：{reason}；这里的文字是“{raw}”',
        many: '{where}有{count}格不是数字或者无法确定，例如“{sample}”写的是“{raw}”',
      },
      sumsZh,
    ),
    en: withSums(
      {
        mark: '“{where}” says “{raw}”, which is no number',
        marks: '{count} cells of {where} say “{raw}”, which is no number',
        other: '“{where}” says “{raw}”; what number is meant cannot be told',
        others: '{count} cells of {where} say “{raw}”; what number is meant cannot be told',
        lost: 'The layout does not tell the number of “{where}”: {reason}',
        losts: 'The layout does not tell the numbers of {count} cells of {where}: {reason}',
        lostText: 'The layout does not tell the number of “{where}”: {reason}; the text there is “{raw}”',
        lostTexts: 'The layout does not tell the numbers of {count} cells of {where}: {reason}; the text there is “{raw}”',
        many: '{count} cells of {where} hold no number or cannot be told; “{sample}”, for one, says “{raw}”',
      },
      sumsEn,
    ),
  },
  examples: {
    good: [{ name: '各格都是数字' }, { name: '空白格由 cells/blank 报告', set: { '/tables/disclosure/coercion/decisions': null } }],
    bad: [
      {
        name: '整行画斜线合为一条',
        set: { '/tables/disclosure/regulations': { issued: null, repealed: null, inForce: null } },
        raw: { '/tables/disclosure/regulations/issued': '/', '/tables/disclosure/regulations/repealed': '/', '/tables/disclosure/regulations/inForce': '/' },
        expect: ['/tables/disclosure/regulations'],
      },
      {
        name: '格中写了文字',
        set: { '/tables/disclosure/regulations/issued': null },
        raw: { '/tables/disclosure/regulations/issued': '本单位未制作规章' },
        expect: ['/tables/disclosure/regulations/issued'],
      },
      {
        name: '转换后无法确定',
        set: { '/tables/requests/carriedForward/total': null },
        lost: ['/tables/requests/carriedForward/total'],
        expect: ['/tables/requests/carriedForward/total'],
      },
      {
        name: '一格写了两个数',
        edition: '2019',
        set: { '/tables/disclosure/penalties/decisions': null },
        raw: { '/tables/disclosure/penalties/decisions': '43 1' },
        expect: ['/tables/disclosure/penalties/decisions'],
      },
    ],
  },
  *check(_report, context) {
    for (const table of tableCells(context)) {
      const wrong = table.cells.filter(
        ({ reading, value }) => ['mark', 'other', 'lost'].includes(reading.kind) || (value === null && reading.kind !== 'blank'),
      );
      for (const group of gatherBy(table, wrong, wording)) {
        const finding = groupFinding(group);
        const { where, count, raw } = finding.data;
        const sums = uncheckedSums(context, group.cells);
        const tail = sums > 0 ? 'Sums' : '';
        const shown = group.cells.find((cell) => cell.raw.trim() !== '');
        if (group.kind === 'many' && shown) {
          yield { ...finding, message: `many${tail}`, data: { where, count, raw: quoted(shown.raw), sums, sample: nameOf(shown) } };
          continue;
        }
        const { reading } = group.cells[0]!;
        const name = reading.kind === 'lost' ? (raw === '' ? 'lost' : 'lostText') : /\d/.test(toHalfWidth(raw)) ? 'other' : 'mark';
        yield {
          ...finding,
          message: `${name}${group.kind === 'cell' ? '' : 's'}${tail}`,
          data: { where, count, raw, sums, ...(reading.kind === 'lost' ? { reason: REASONS[reading.reason] } : {}) },
          ...(reading.kind === 'lost' ? { help: IN_THE_CELL.has(reading.reason) ? CELL : LOST } : {}),
          ...(count === 1 ? { actual: raw === '' ? null : raw } : {}),
        };
      }
    }
  },
});
