import { cellName } from '../../../form/model/names.js';
import { defineRule } from '../../rule.js';
import type { DifferentCell, OtherReport } from '../../run/duplicates.js';
import { regulation } from '../basis.js';

/** As many files, and as many cells, are named. */
const NAMED = 3;

function named(files: readonly string[], count: number): { readonly zh: string; readonly en: string } {
  const shown = files.slice(0, NAMED);
  const more = count - shown.length;
  return {
    zh: shown.join('、') + (more > 0 ? `等 ${count} 份` : ''),
    en: shown.join(', ') + (more > 0 ? ` and ${more} more` : ''),
  };
}

function cellWords({ pointer, own, other }: DifferentCell): { readonly zh: string; readonly en: string } {
  return {
    zh: `“${cellName(pointer) ?? pointer}”本份为 ${own ?? '空白'}，对方为 ${other ?? '空白'}`,
    en: `“${cellName(pointer, 'en') ?? pointer}” is ${own ?? 'blank'} here and ${other ?? 'blank'} there`,
  };
}

/** What differs between a report and the one of the others that it differs from most. */
function differenceWords(others: readonly OtherReport[]): { readonly zh: string; readonly en: string } {
  const { cells, tables } = others.reduce((most, other) => (other.cells.length > most.cells.length ? other : most));
  if (cells.length === 0)
    return { zh: `有 ${tables.length} 张表只有一方有，或者版本不同`, en: `tables that only one has, or of different editions: ${tables.length}` };
  const shown = cells.slice(0, NAMED).map(cellWords);
  return {
    zh: `有 ${cells.length} 格不同：${shown.map(({ zh }) => zh).join('；')}${cells.length > NAMED ? '等' : ''}`,
    en: `cells that differ: ${cells.length}: ${shown.map(({ en }) => en).join('; ')}${cells.length > NAMED ? ' and more' : ''}`,
  };
}

export default defineRule({
  id: 'rollup/duplicate-unit',
  severity: 'warning',
  ofRun: true,
  basis: regulation('第四十九条'),
  docs: {
    zh: {
      title: '同一单位有几份报告',
      what: '一次检查的报告中，有同一单位同一年度的另一份报告。表格中的数有不同的，予以提示；单位、年度和各表的数都相同的（同一份报告存了几种格式），只作说明。任何一份读不出的单元格不比较。',
      why: '一个单位一年只有一份年度报告。两份数据不同，不能确定以哪一份为准，汇总时也可能重复计算。',
      fix: '向单位核实以哪一份为准，另一份移出文件夹；一份是本机关的、一份是全市（县、区）的，应在标题或者文件名中写明。',
    },
    en: {
      title: 'Several reports of one unit',
      what: 'Among the reports checked together there is another of the same unit and year. Where figures of the tables differ it is a warning; where unit, year and all figures are the same (one report in several formats) it is only said. Cells that cannot be read in either are not compared.',
      why: 'A unit has one report a year. Where the figures of two differ nobody knows which is valid, and a sum may count the unit twice.',
      fix: 'Ask the unit which one is valid and take the other out of the folder; if one is of the office itself and one of its whole area, title or file name should say so.',
    },
  },
  message: {
    zh: {
      differs: '与{files}是同一单位同一年度的报告，但{difference}',
      same: '与{files}是同一份报告：单位、年度和各表的数都相同，汇总时只计一份',
    },
    en: {
      differs: 'Of the same unit and year as {files}, but not the same: {difference}',
      same: 'The same report as {files}: unit, year and all figures are equal; a sum counts it once',
    },
  },
  examples: {
    good: [{ name: '没有同一单位的另一份报告', run: { usualYear: { year: 2024, count: 12, total: 12 } } }],
    bad: [
      {
        name: '另一份报告的数不同',
        run: {
          others: {
            count: 1,
            reports: [{ file: '云岭县（修改）.docx', tables: [], cells: [{ pointer: '/tables/requests/newlyReceived/total', own: 110, other: 112 }] }],
          },
        },
        expect: ['/unit'],
      },
      { name: '同一份报告存了两种格式', run: { others: { count: 1, reports: [{ file: '云岭县.pdf', tables: [], cells: [] }] } }, expect: ['/unit'] },
    ],
  },
  *check(_report, { run }) {
    if (!run?.others) return;
    const { count, reports } = run.others;
    const differing = reports.filter(({ cells, tables }) => cells.length + tables.length > 0);
    if (differing.length === 0) {
      const files = reports.map(({ file }) => file);
      yield { on: '/unit', message: 'same', data: { files: named(files, count) }, weaker: 'info' };
      return;
    }
    const files = differing.map(({ file }) => file);
    yield { on: '/unit', message: 'differs', data: { files: named(files, files.length), difference: differenceWords(differing) } };
  },
});
