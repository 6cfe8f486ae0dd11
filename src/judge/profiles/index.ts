/** The duties that hold when nobody names a profile. */
import { type Duties, dutiesOf, rulesAsked } from './duties.js';
import { builtIn } from './generated/built-in.js';

/** The profile under every other. */
export const NATIONAL = builtIn['default']!;

/** What the national profile asks. */
export const nationalDuties: Duties = dutiesOf([NATIONAL]);

/** The names of the shipped profiles whose data set a rule to work, or that set its severity. */
export function profilesAsking(rule: string): readonly string[] {
  return Object.entries(builtIn).flatMap(([name, profile]) => (rulesAsked(profile).includes(rule) ? [name] : []));
}
