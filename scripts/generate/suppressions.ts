/** The suppressions file `gov-report.suppressions.json`: its schema. */
import type { Suppression, Suppressions } from '../../src/app/config/types.js';
import { DIALECT, type JsonSchema, NOT_BLANK, objectOf, schemaId } from '../../src/form/schema/schema.js';

/** The schema of the suppressions file. */
export function suppressionsSchema(): JsonSchema {
  return {
    $schema: DIALECT,
    $id: schemaId('suppressions'),
    title: 'gov-report.suppressions.json',
    description: 'gov-report 的豁免文件：经核实不需要改正的问题，逐条写明理由。',
    ...objectOf<Suppressions>({
      '$schema?': { type: 'string', description: '供编辑器使用' },
      suppressions: {
        type: 'array',
        items: objectOf<Suppression>({
          fingerprint: { title: '问题的指纹', description: '取自 lint --format json 或 lint --fingerprints', type: 'string', pattern: '^[0-9a-f]{16}$' },
          reason: { title: '理由', ...NOT_BLANK },
          'file?': { title: '适用的报告', description: '相对于本文件的路径，可用 *、** 和 ?；不写则适用于各份报告', ...NOT_BLANK },
          'rule?': { title: '规则编号', description: '供阅读；规则不同的问题不豁免', type: 'string', pattern: '^[a-z]+/[a-z-]+$' },
          'author?': { title: '经办人', ...NOT_BLANK },
          'until?': { title: '有效期', description: '文字说明，到期不会自动失效', ...NOT_BLANK },
        }),
      },
    }),
  };
}
