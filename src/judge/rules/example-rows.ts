/** Changes of the base report that the examples of several rules share. */
import { applicantColumns } from '../../form/editions/shared.js';
import type { Example } from '../rule.js';

/** （六）其他处理 in one row, as the 2019 edition has it, instead of the three of 2021. */
export const oneRowOfOther: NonNullable<Example['set']> = {
  '/tables/requests/outcomes/other': {
    naturalPerson: 5,
    enterprise: 0,
    researchInstitution: 0,
    socialOrganization: 0,
    legalService: 1,
    otherOrganization: 0,
    total: 6,
  },
};

/** A row of table 三 with nothing in it. */
export const blankRow: Readonly<Record<string, null>> = Object.fromEntries(applicantColumns.map(({ key }) => [key, null]));
