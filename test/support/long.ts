/** What takes long and finds little that the rest does not: `npm run test:all` runs it, and so does `.ci/run`. */

/** Whether the long tests run. */
export const ALL = process.env['GOV_REPORT_TEST'] === 'all';

/** Options of a test that only `npm run test:all` runs. */
export const long: { readonly skip?: string } = ALL ? {} : { skip: 'npm run test:all' };

/** Options of the test at this place of a sweep: `npm test` runs one of so many. */
export function sampled(index: number, every: number): { readonly skip?: string } {
  return index % every === 0 ? {} : long;
}

/** How many random cases a property is tried on: in `npm run test:all`, and in `npm test`. */
export function cases(all: number, quick: number): number {
  return ALL ? all : quick;
}
