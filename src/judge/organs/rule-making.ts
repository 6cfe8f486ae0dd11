/** Which organs may make 规章, judged by name (《中华人民共和国立法法》第九十一条、第九十三条). */
import type { UnitClass } from '../rule.js';
import { unitName } from './unit-name.js';

/** Whether the unit may make 规章; unknown where its name does not tell (a 市 may or may not have districts). */
export function ruleMakingPower(unit: string | undefined, stated?: UnitClass): 'yes' | 'no' | 'unknown' {
  if (stated === 'township' || stated === 'subdistrict') return 'no';
  if (unit === undefined) return 'unknown';
  const { name, is, level, regions } = unitName(unit);
  if (/^(?:国务院|国家|中国|中华人民共和国|海关总署|审计署)/.test(name)) return regions.length === 0 ? 'yes' : 'unknown';
  if (is === 'town' || is === 'township' || is === 'subdistrict' || is === 'institution') return 'no';
  if (is === 'government') {
    if (level === '县' || level === '旗') return 'no';
    if (level === '区') return /(?:自治|[新发示合保])区(?:人民政府|政府)?$/.test(name) ? 'unknown' : 'no';
    return level === '省' || level === '州' ? 'yes' : 'unknown';
  }
  if (is !== 'department' || level === undefined) return 'unknown';
  // Offices that report for their government; boards of zones, to which powers may be delegated.
  return /政府|办公[室厅]$|管委会|管理委员会/.test(name) ? 'unknown' : 'no';
}
