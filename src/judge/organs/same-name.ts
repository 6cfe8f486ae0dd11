/** Whether two names as reports print them are of one unit. */
import { foldLabel } from '../../base/text/normalise.js';

/** A name without what reports of one unit print or leave out: blanks, punctuation, 人民政府 behind a place, 办事处 behind 街道. */
export function foldUnit(name: string): string {
  return foldLabel(name)
    .replace(/^关于(?:公布|发布|印发)?/, '')
    .replace(/(?<=[省区市州盟县旗镇乡木])(?:人民)?政府$/, '')
    .replace(/(?<=街道)办事处$/, '');
}

/** A place that a name may be printed behind: 江苏省宿迁市. */
const PLACE = /(?:省|自治区|市|州|盟|地区|县|区|旗)$/;

function qualifies(long: string, short: string): boolean {
  return short.length > 2 && long.endsWith(short) && PLACE.test(long.slice(0, -short.length));
}

/** `same`: one and the same name; `qualified`: one of them is the other behind the name of a place. Both names are folded. */
export function compareUnits(a: string, b: string): 'same' | 'qualified' | 'different' {
  if (a === b) return 'same';
  return qualifies(a, b) || qualifies(b, a) ? 'qualified' : 'different';
}
