/** Every rule. */
import arithmeticDisputesTotal from './arithmetic/disputes-total.js';
import arithmeticInForceBelowIssued from './arithmetic/in-force-below-issued.js';
import arithmeticRequestsBalance from './arithmetic/requests-balance.js';
import arithmeticRequestsOutcomeTotal from './arithmetic/requests-outcome-total.js';
import arithmeticRequestsRowTotal from './arithmetic/requests-row-total.js';
import cellsAnnotatedNumber from './cells/annotated-number.js';
import cellsBlank from './cells/blank.js';
import cellsBlankTotal from './cells/blank-total.js';
import cellsDigitFormat from './cells/digit-format.js';
import cellsFraction from './cells/fraction.js';
import cellsNegative from './cells/negative.js';
import cellsNotANumber from './cells/not-a-number.js';
import cellsUnit from './cells/unit.js';
import type { Rule } from './rule.js';

/** Every rule of the catalogue, in the order in which they are listed and run. */
export const rules: readonly Rule[] = [
  cellsAnnotatedNumber,
  cellsBlank,
  cellsBlankTotal,
  cellsDigitFormat,
  cellsFraction,
  cellsNegative,
  cellsNotANumber,
  cellsUnit,
  arithmeticDisputesTotal,
  arithmeticInForceBelowIssued,
  arithmeticRequestsBalance,
  arithmeticRequestsOutcomeTotal,
  arithmeticRequestsRowTotal,
];
