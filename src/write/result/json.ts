/** The results as one JSON document, written piece by piece. */
import type { Reporter } from './reporter.js';

/** A value as indented JSON that starts `depth` levels deep. */
function indented(value: unknown, depth: number): string {
  return JSON.stringify(value, null, 2).replace(/\n/g, `\n${'  '.repeat(depth)}`);
}

/** The run: `schemaVersion`, `files`, `skipped`, `summary`, and of a part of a run `shard`; indented by two blanks, the shard on one line. */
export const json: Reporter = () => {
  let any = false;
  return {
    start: () => '{\n  "schemaVersion": 2,\n  "files": [',
    file: (result) => {
      const separator = any ? ',' : '';
      any = true;
      return `${separator}\n    ${indented(result, 2)}`;
    },
    end: (summary, { skipped = [], roster, since, shard } = {}) => {
      const members = [
        `${any ? '\n  ' : ''}],\n  "skipped": ${indented(skipped, 1)}`,
        ...(roster ? [`  "roster": ${indented(roster, 1)}`] : []),
        ...(since ? [`  "since": ${indented(since, 1)}`] : []),
        `  "summary": ${indented(summary, 1)}`,
        ...(shard ? [`  "shard": ${JSON.stringify(shard)}`] : []),
      ];
      return `${members.join(',\n')}\n}\n`;
    },
  };
};
