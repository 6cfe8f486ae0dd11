/** The official documents that rules rest on. */
import { type Basis, type EditionSpec, editions, newest } from '../../form/editions/index.js';
import { REGULATION } from '../../form/editions/shared.js';

/** 2019、2020; of more years 2021—2026. */
function yearsOf({ firstYear, lastYear = firstYear }: EditionSpec): string {
  return lastYear - firstYear < 2 ? [...new Set([firstYear, lastYear])].join('、') : `${firstYear}—${lastYear}`;
}

/** A clause of the printed form; the older forms have the same clause where a rule serves every edition. */
export function form(clause: string): Basis {
  const older = editions.slice(0, -1).map((spec) => `${yearsOf(spec)}年度为${spec.notice.number}`);
  return { document: `${newest.notice.title}（${older.join('，')}）`, clause };
}

/** A clause of 《中华人民共和国政府信息公开条例》. */
export function regulation(clause: string): Basis {
  return { document: REGULATION, clause };
}
