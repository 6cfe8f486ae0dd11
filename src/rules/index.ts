import disputesTotal from './arithmetic/disputes-total.js';
import inForceBelowIssued from './arithmetic/in-force-below-issued.js';
import requestsBalance from './arithmetic/requests-balance.js';
import requestsOutcomeTotal from './arithmetic/requests-outcome-total.js';
import requestsRowTotal from './arithmetic/requests-row-total.js';
import type { Rule } from './rule.js';

/** Every rule of the catalogue, in the order in which they are listed and run. */
export const rules: readonly Rule[] = [disputesTotal, inForceBelowIssued, requestsBalance, requestsOutcomeTotal, requestsRowTotal];
