/** fast-check as every test uses it: the same cases on every machine, others with `GOV_REPORT_FUZZ_SEED`. */
import fc from 'fast-check';

/** Where every random choice of the tests begins. */
export const SEED = Number(process.env['GOV_REPORT_FUZZ_SEED'] ?? 1);

fc.configureGlobal({ seed: SEED });

export { fc };
