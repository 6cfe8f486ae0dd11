/** What the text says: every sentence with its phrases, and what became of each figure in it. */
import { claimsTree } from '../../judge/claims/print.js';
import { createContext } from '../../judge/context.js';
import { readReport } from '../../read/index.js';
import type { Inspect } from './step.js';

/** The sentences as they are understood, held against the tables. */
export const inspectClaims: Inspect = async (bytes, name) => claimsTree(createContext((await readReport(bytes, name)).reading).claims);
