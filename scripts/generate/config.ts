/** The configuration file `gov-report.config.json`: its schema. */
import type { Config, RuleSetting } from '../../src/app/config/types.js';
import type { Lang } from '../../src/base/lang.js';
import { editions } from '../../src/form/editions/index.js';
import { DIALECT, type JsonSchema, NOT_BLANK, objectOf, schemaId } from '../../src/form/schema/schema.js';
import { DAY } from '../../src/judge/profiles/day.js';
import type { Rule, UnitClass } from '../../src/judge/rule.js';

/** Names of the unit classes. */
export const unitClasses: { readonly [key in UnitClass]: { readonly [lang in Lang]: string } } = {
  government: { zh: '县级以上人民政府', en: 'people’s government of county level or above' },
  department: { zh: '政府部门', en: 'department' },
  township: { zh: '乡镇人民政府', en: 'township people’s government' },
  subdistrict: { zh: '街道办事处', en: 'subdistrict office' },
};

const settings: readonly RuleSetting[] = ['off', 'info', 'warning', 'error'];

/** The schema of severities by rule id. */
export function severitySettings(rules: readonly Rule[]): JsonSchema {
  const severity = (rule: Rule): JsonSchema => ({ title: rule.docs.zh.title, description: rule.docs.zh.what, enum: settings, default: rule.severity });
  return {
    title: '各规则的级别',
    description: 'off 为不检查',
    type: 'object',
    properties: Object.fromEntries(rules.map((rule) => [rule.id, severity(rule)])),
    additionalProperties: false,
  };
}

/** The schema of the configuration file; `rules` are those whose severity may be set. */
export function configSchema(rules: readonly Rule[]): JsonSchema {
  return {
    $schema: DIALECT,
    $id: schemaId('config'),
    title: 'gov-report.config.json',
    description: 'gov-report 的配置文件，对所在文件夹及其下的报告有效。',
    ...objectOf<Config>({
      '$schema?': { type: 'string', description: '供编辑器使用' },
      'extends?': {
        title: '采用的配置方案',
        description: '自带方案的名称（default、local-example），或者相对于本文件的路径；多个时后面的优先',
        type: 'array',
        items: NOT_BLANK,
      },
      'rules?': severitySettings(rules),
      'edition?': { title: '应当适用的格式版本', description: '不写则由报告年度决定', enum: editions.map(({ edition }) => edition) },
      'year?': { title: '报告年度', description: '不写则取自标题', type: 'integer', minimum: editions[0]?.firstYear ?? 0 },
      'unit?': { title: '单位全称', ...NOT_BLANK },
      'unitClass?': {
        title: '单位类别',
        description: Object.entries(unitClasses)
          .map(([key, name]) => `${key}：${name.zh}`)
          .join('；'),
        enum: Object.keys(unitClasses),
      },
      'ruleMakingPower?': { title: '有无规章制定权', description: '不写则由单位名称判断', type: 'boolean' },
      'abbreviations?': { title: '单位的规范简称', description: '正文中的简称不算其他单位；按单位查找去年的报告时与全称等同', type: 'array', items: NOT_BLANK },
      'deadline?': {
        title: '公布期限',
        description: '报告年度次年的月-日，如 01-31；不写则由单位类别决定：部门 01-31，县级以上人民政府 03-31，其他不核对',
        type: 'string',
        pattern: DAY,
      },
      'ignore?': {
        title: '不检查的文件',
        description: '文件或文件夹，可用 *、**、?，相对于本文件所在的文件夹；不含 / 的按名称，在各级文件夹中都有效',
        type: 'array',
        items: NOT_BLANK,
      },
      'suppressions?': { title: '豁免文件', description: '相对于本文件的路径；不写则逐级向上查找 gov-report.suppressions.json', ...NOT_BLANK },
    }),
  };
}
