/** How a sum is printed that lacks something. */

/** Stands behind a sum of units that is not that of all of them. */
export const MARK = '※';
