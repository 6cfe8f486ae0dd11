/** The configuration that `init` writes: every key with what it does, as a comment that takes two signs to make valid. */
import type { Lang } from '../../base/lang.js';
import type { Config } from './types.js';

interface Entry {
  readonly about: string;
  /** What may stand behind the key. */
  readonly example: string;
}

type Key = Exclude<keyof Config, '$schema'>;

const ENTRIES: { readonly [lang in Lang]: { readonly [key in Key]-?: Entry } } = {
  zh: {
    extends: { about: '采用的配置方案：自带的名称，或者文件路径（如 "./本地方案.json"）；多个时后面的优先', example: '["default"]' },
    rules: { about: '各规则的级别：off（不检查）、info、warning、error；规则编号见 gov-report rules', example: '{ "cells/blank": "off" }' },
    edition: { about: '应当适用的格式版本；不写则由报告年度决定', example: '"2021"' },
    year: { about: '报告年度；不写则取自标题', example: '2024' },
    unit: { about: '单位全称；不写则取自标题', example: '"云岭县水务局"' },
    unitClass: {
      about: '单位类别：government（县级以上人民政府）、department（部门）、township（乡镇人民政府）、subdistrict（街道办事处）',
      example: '"department"',
    },
    ruleMakingPower: { about: '有无规章制定权；不写则由单位名称判断', example: 'false' },
    abbreviations: { about: '单位的规范简称：正文用它不算其他单位', example: '["水务局"]' },
    deadline: { about: '公布期限：报告年度次年的月-日；落款晚于它的予以警告', example: '"01-31"' },
    ignore: { about: 'lint 不检查的文件和文件夹，相对于本文件；不含 / 的按名称', example: '["去年/", "草稿*.docx"]' },
    suppressions: { about: '豁免文件，相对于本文件；不写则逐级向上查找 gov-report.suppressions.json', example: '"gov-report.suppressions.json"' },
  },
  en: {
    extends: {
      about: 'Profiles that these settings add to: names of shipped ones, or paths such as "./local.json"; a later one goes first',
      example: '["default"]',
    },
    rules: { about: 'Severity of each rule: off, info, warning, error; gov-report rules lists them', example: '{ "cells/blank": "off" }' },
    edition: { about: 'The edition the reports must follow; from their year when absent', example: '"2021"' },
    year: { about: 'The report year; from the title when absent', example: '2024' },
    unit: { about: 'Full name of the unit; from the title when absent', example: '"云岭县水务局"' },
    unitClass: {
      about: 'Kind of unit: government (county level or above), department, township, subdistrict',
      example: '"department"',
    },
    ruleMakingPower: { about: 'Whether the unit may make regulations (规章); judged from its name when absent', example: 'false' },
    abbreviations: { about: 'Known short names of the unit: in the text they are no other unit', example: '["水务局"]' },
    deadline: { about: 'Last day for publishing, MM-DD of the year after the report year; a later date of signature is warned of', example: '"01-31"' },
    ignore: { about: 'Files and folders that lint does not check, seen from this file; without a / a name', example: '["last-year/", "draft*.docx"]' },
    suppressions: {
      about: 'The suppressions file, seen from this file; when absent the nearest gov-report.suppressions.json upward',
      example: '"gov-report.suppressions.json"',
    },
  },
};

const HEAD: { readonly [lang in Lang]: readonly string[] } = {
  zh: ['gov-report 的配置，对所在文件夹及其下的报告有效；命令行选项优先。', '要用哪一项，去掉它前面的 // ；各项之间用逗号隔开，最后一项之后不用。'],
  en: [
    'Configuration of gov-report, valid for the reports in this folder and below it; options of the command line go first.',
    'To use a line take away its // ; items are parted by commas, and none stands behind the last.',
  ],
};

/** The file: valid as it is, with nothing set. */
export function starterConfig(lang: Lang): string {
  const entries = Object.entries(ENTRIES[lang]);
  return [
    '{',
    ...HEAD[lang].map((line) => `  // ${line}`),
    ...entries.flatMap(([key, { about, example }], index) => [
      '',
      `  // ${about}`,
      `  // ${JSON.stringify(key)}: ${example}${index === entries.length - 1 ? '' : ','}`,
    ]),
    '}',
    '',
  ].join('\n');
}
