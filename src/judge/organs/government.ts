/** Whether a unit is a people's government, from what the user states or from its name. */
import type { UnitClass } from '../rule.js';

/** yes: the user or the name says so; likely: it is named after a place; no: a department, an office, a subdistrict, a zone. */
export function isPeoplesGovernment(unit: string | undefined, stated?: UnitClass): 'yes' | 'likely' | 'no' {
  if (stated !== undefined) return stated === 'government' || stated === 'township' ? 'yes' : 'no';
  const name = (unit ?? '').replace(/\s/g, '');
  if (/人民政府$/.test(name)) return 'yes';
  if (/街道|(?:开发|高新|新|园|示范|管理|景|试验|保税|度假)区$/.test(name)) return 'no';
  return /(?:省|自治区|市|州|盟|县|旗|区|镇|乡|苏木)(?:政府)?$/.test(name) ? 'likely' : 'no';
}
