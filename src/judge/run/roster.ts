/** The reports of a run held against the list of those who owe one. */

import type { RosterEntry } from '../aggregate/add-up.js';
import type { RosterCheck, RosterUnit } from '../diagnostic.js';
import { compareUnits, foldUnit } from '../organs/same-name.js';
import { isSameUnit } from '../organs/unit-name.js';

/** A report of the run: its unit, null where it could not be read or names none. */
export interface ReportOfUnit {
  readonly file: string;
  readonly unit: string | null;
}

/** The entry that a unit's name is of: the same name first, then one that stands behind the name of a place. */
function entryOf(entries: readonly { readonly folded: string }[], unit: string): number {
  const folded = foldUnit(unit);
  const how = entries.map((entry) => compareUnits(entry.folded, folded));
  const same = how.indexOf('same');
  if (same !== -1) return same;
  const qualified = how.flatMap((one, index) => (one === 'qualified' ? [index] : []));
  return qualified.length === 1 ? qualified[0]! : -1;
}

/** Who has reported, who has not, and who is not on the roster; `file` is its name. */
export function holdAgainstRoster(file: string, roster: readonly RosterEntry[], reports: readonly ReportOfUnit[]): RosterCheck {
  const entries = roster.map((entry) => ({ ...entry, folded: foldUnit(entry.unit) }));
  const files = entries.map((): string[] => []);
  const strangers: { readonly file: string; readonly unit: string }[] = [];
  for (const report of reports) {
    if (report.unit === null) continue;
    const index = entryOf(entries, report.unit);
    if (index === -1) strangers.push({ file: report.file, unit: report.unit });
    else files[index]!.push(report.file);
  }
  const units = entries.map(({ unit, deadline }, index): RosterUnit => ({ unit, ...(deadline === undefined ? {} : { deadline }), files: files[index]! }));
  const missing = units.filter((unit) => unit.files.length === 0).map(({ unit }) => unit);
  // 人社局 on the one and 人力资源和社会保障局 on the other: a person must say whether they are one.
  const unexpected = strangers.map((stranger) => {
    const likely = missing.filter((unit) => isSameUnit(unit, stranger.unit));
    return { ...stranger, ...(likely.length === 1 ? { likely: likely[0]! } : {}) };
  });
  return { file, units, missing, unexpected, unnamed: reports.flatMap((report) => (report.unit === null ? [report.file] : [])) };
}
