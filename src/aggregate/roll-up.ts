/** The sums of many units as that which a government's own report is held against. */
import type { Edition } from '../editions/index.js';
import type { RollUp } from '../rules/rule.js';
import type { Aggregate } from './add-up.js';

/** The units whose tables follow the form of the report. */
export function rollUpOf({ editions, missing }: Aggregate, edition: Edition): RollUp {
  const sums = editions.find((one) => one.edition === edition);
  return { units: sums?.units ?? [], ...(missing ? { missing } : {}) };
}
