/** The sums of many units as that which a government's own report is held against. */
import type { Edition } from '../../form/editions/index.js';
import type { RollUp } from '../rule.js';
import type { Aggregate } from './add-up.js';

/** The units whose tables follow the form of the report. `incomplete` tells that reports of further units could not be read. */
export function rollUpOf({ editions, missing }: Aggregate, edition: Edition, incomplete = false): RollUp {
  const sums = editions.find((one) => one.edition === edition);
  // With units that could not be read, or whose tables are of the other form, nobody knows that all who are expected are in the sum.
  const whole = !incomplete && editions.every((one) => one === sums);
  return { units: sums?.units ?? [], ...(missing && (whole || missing.length > 0) ? { missing } : {}) };
}
