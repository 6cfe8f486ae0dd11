/** The official documents that rules rest on. */
import { type Basis, editions } from '../../form/editions/index.js';
import { REGULATION } from '../../form/editions/shared.js';

const [older, newer] = [editions[0]!, editions.at(-1)!];

/** A clause of the printed form; the older form has the same clause where a rule serves both editions. */
export function form(clause: string): Basis {
  return { document: `${newer.notice.title}（2019、2020年度为${older.notice.number}）`, clause };
}

/** A clause of 《中华人民共和国政府信息公开条例》. */
export function regulation(clause: string): Basis {
  return { document: REGULATION, clause };
}
