/** Comparing a report with what was read of it, cell by cell. */
import { cellsOf, type Edition, editionSpec } from '../../src/form/editions/index.js';
import { valueAt } from '../../src/form/model/pointer.js';
import type { Reading } from '../../src/form/model/reading.js';
import type { Report } from '../../src/form/model/report.js';
import { filledTables } from './form.js';

/** The figure of a cell, from its number in printed order and its pointer. */
export type Figure = (index: number, pointer: string) => number | null;

/** A whole report of an edition: figures of the caller's choice, a little running text, the six sections. */
export function reportOf(edition: Edition, figure: Figure): Report {
  const year = edition === '2019' ? 2020 : 2024;
  return {
    schemaVersion: 1,
    edition,
    title: `清河区人民政府${year}年政府信息公开工作年度报告`,
    unit: '清河区人民政府',
    year,
    preface: [`本报告由清河区人民政府办公室编制，数据统计期限为${year}年1月1日至${year}年12月31日。`],
    sections: editionSpec(edition).sections.map((section, index) => ({
      key: section.key,
      heading: `${'一二三四五六'[index]!}、${section.title}`,
      paragraphs: section.table ? [] : [`${year}年，全区主动公开政府信息1362条。`],
    })),
    tables: filledTables(edition, figure),
    closing: [],
  };
}

/** What became of the cells of a report on the way through a format. */
export interface Tally {
  readonly right: number;
  readonly lost: number;
  readonly wrong: readonly string[];
}

/** Compares every cell: right, lost, or wrong (another figure, or a blank where there is a figure). */
export function tally(report: Report, reading: Reading): Tally {
  let right = 0;
  let lost = 0;
  const wrong: string[] = [];
  for (const table of editionSpec(report.edition).tables) {
    for (const { pointer } of cellsOf(table)) {
      const wanted = valueAt(report, pointer);
      const found = valueAt(reading.report, pointer);
      if (reading.locations.get(pointer)?.lost) lost += found === null ? 1 : 0;
      else if (found === wanted) right += 1;
      else wrong.push(`${pointer}: ${String(found)} for ${String(wanted)}`);
    }
  }
  return { right, lost, wrong };
}

/** How many cells the tables of an edition have. */
export function allCells(edition: Edition): number {
  return editionSpec(edition).tables.reduce((sum, table) => sum + cellsOf(table).length, 0);
}
