/** The results as JSON lines: one for each file as it is done, and one for the counts. */
import type { Reporter } from './reporter.js';

/** Each file result on a line of its own; the last line is `{ "schemaVersion": 2, "skipped": …, "summary": … }`, of a part of a run with its `shard`. */
export const ndjson: Reporter = () => ({
  start: () => '',
  file: (result) => `${JSON.stringify(result)}\n`,
  end: (summary, { skipped = [], roster, since, shard } = {}) => `${JSON.stringify({ schemaVersion: 2, skipped, roster, since, summary, shard })}\n`,
});
