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
import documentComments from './document/comments.js';
import documentHiddenText from './document/hidden-text.js';
import documentTableAsImage from './document/table-as-image.js';
import documentTrackedChanges from './document/tracked-changes.js';
import editionMixedTables from './edition/mixed-tables.js';
import editionSupersededCitation from './edition/superseded-citation.js';
import editionSupersededTable from './edition/superseded-table.js';
import historyCarryOver from './history/carry-over.js';
import historyEditionChange from './history/edition-change.js';
import historyInForce from './history/in-force.js';
import historyRepeatedText from './history/repeated-text.js';
import identityYear from './identity/year.js';
import type { Rule } from './rule.js';
import structureEmptySection from './structure/empty-section.js';
import structureExtraRow from './structure/extra-row.js';
import structureMissingColumn from './structure/missing-column.js';
import structureMissingRow from './structure/missing-row.js';
import structureMissingSection from './structure/missing-section.js';
import structureMissingTable from './structure/missing-table.js';
import structureOverviewTopics from './structure/overview-topics.js';
import structureSectionHeading from './structure/section-heading.js';
import structureSectionNumbering from './structure/section-numbering.js';
import structureSectionOrder from './structure/section-order.js';
import structureStatisticsPeriod from './structure/statistics-period.js';
import structureTitle from './structure/title.js';

/** Every rule of the catalogue, in the order in which they are listed and run. */
export const rules: readonly Rule[] = [
  structureEmptySection,
  structureExtraRow,
  structureMissingColumn,
  structureMissingRow,
  structureMissingSection,
  structureMissingTable,
  structureOverviewTopics,
  structureSectionHeading,
  structureSectionNumbering,
  structureSectionOrder,
  structureStatisticsPeriod,
  structureTitle,
  editionMixedTables,
  editionSupersededCitation,
  editionSupersededTable,
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
  identityYear,
  documentComments,
  documentHiddenText,
  documentTableAsImage,
  documentTrackedChanges,
  historyCarryOver,
  historyEditionChange,
  historyInForce,
  historyRepeatedText,
];
