/** The profile file: its schema, and the shipped profiles as a module. */
import { editions } from '../../src/form/editions/index.js';
import { type DeclaredKey, DIALECT, type JsonSchema, NOT_BLANK, objectOf, schemaId } from '../../src/form/schema/schema.js';
import { DAY } from '../../src/judge/profiles/day.js';
import type { Days, Jump, Length, ProfileFile, Topic } from '../../src/judge/profiles/duties.js';
import type { LayoutDuty, Range, TextDuty } from '../../src/judge/profiles/layout.js';
import type { Rule, UnitClass } from '../../src/judge/rule.js';
import { severitySettings, unitClasses } from './config.js';

const NUMBER: JsonSchema = { type: 'number', minimum: 0 };
const COUNT: JsonSchema = { type: 'integer', minimum: 1 };
const YES: JsonSchema = { type: 'boolean' };
const TEXTS: JsonSchema = { type: 'array', items: NOT_BLANK };

const byClass = (value: JsonSchema): JsonSchema =>
  objectOf<{ readonly [unitClass in UnitClass]?: unknown }>({ 'government?': value, 'department?': value, 'township?': value, 'subdistrict?': value });
const days = (title: string): JsonSchema => ({
  title,
  description: `报告年度次年的月-日，按单位类别：${Object.entries(unitClasses)
    .map(([key, name]) => `${key}（${name.zh}）`)
    .join('、')}`,
  ...(byClass({ type: 'string', pattern: DAY }) satisfies { readonly [key in keyof Days]?: unknown }),
});
const sections = editions.at(-1)!.sections.map(({ key }) => key);

const range = (title: string): JsonSchema => ({
  title,
  description: '从 least 到 most；is 是文件明确规定的数',
  ...objectOf<Range>({ least: NUMBER, most: NUMBER, 'is?': NUMBER }),
});
const TEXT = {
  'font?': { title: '中文字体', ...NOT_BLANK },
  'orFonts?': { title: '也可以用的字体', ...TEXTS },
  'size?': { title: '字号（磅）', ...NUMBER },
} satisfies { readonly [key in DeclaredKey<TextDuty>]: JsonSchema };
type Part<Key extends keyof LayoutDuty> = NonNullable<LayoutDuty[Key]>;

/** The schema of what is asked of how a document is set. */
const layout: JsonSchema = {
  title: '版式',
  description: '只检查 .docx；没有写的不检查',
  ...objectOf<LayoutDuty>({
    'page?': {
      title: '纸张和页边（毫米）',
      ...objectOf<Part<'page'>>({
        'width?': range('纸宽'),
        'height?': range('纸高'),
        'top?': range('上边距（天头）'),
        'bottom?': range('下边距'),
        'left?': range('左边距（订口）'),
        'right?': range('右边距'),
      }),
    },
    'title?': { title: '标题', ...objectOf<Part<'title'>>({ ...TEXT, 'centred?': { title: '居中', ...YES } }) },
    'body?': {
      title: '正文',
      ...objectOf<Part<'body'>>({ ...TEXT, 'line?': range('行距（磅）'), 'indent?': range('首行缩进（字）') }),
    },
    'headings?': { title: '各级小标题：一、（一）1.（1）', type: 'array', items: objectOf<TextDuty>(TEXT) },
    'pageNumber?': { title: '页码', ...objectOf<Part<'pageNumber'>>({ ...TEXT, 'dashes?': { title: '两侧有一字线', ...YES } }) },
    'colour?': {
      title: '文字颜色',
      ...objectOf<Part<'colour'>>({ blackUpTo: { title: '红、绿、蓝都不超过这个数（0 至 255）的算黑色', ...NUMBER } }),
    },
    'table?': {
      title: '表格',
      ...objectOf<Part<'table'>>({ 'widest?': { title: '最宽（毫米）', ...NUMBER }, 'repeatHeadFrom?': { title: '从多少行起应在各页重复表头', ...COUNT } }),
    },
  }),
};

/** The schema of a profile file. */
export function profileSchema(rules: readonly Rule[]): JsonSchema {
  const basis: JsonSchema = { title: '依据的文件', ...NOT_BLANK };
  return {
    $schema: DIALECT,
    $id: schemaId('profile'),
    title: 'gov-report 配置方案',
    description: '一个地方或者一类单位对年度报告的要求，供配置文件的 extends 引用。',
    ...objectOf<ProfileFile>({
      '$schema?': { type: 'string', description: '供编辑器使用' },
      name: { title: '方案的名称', description: '写在它提出的问题里', ...NOT_BLANK },
      'basis?': { ...basis, description: '没有单独写依据的要求都引用它' },
      'rules?': severitySettings(rules),
      'publishBy?': days('公布期限'),
      'submitBy?': days('报送期限，早于公布期限'),
      'contact?': { title: '前言或者文末应写明联系电话或者邮箱', ...YES },
      'leastProblems?': { title: '第五部分至少写几个问题', ...COUNT },
      'followUp?': { title: '第五部分应写到去年报告所列问题的改进情况', ...YES },
      'lengths?': {
        title: '各部分的字数（不计空格）',
        type: 'array',
        items: objectOf<Length>({ section: { enum: sections }, 'atLeast?': COUNT, 'atMost?': COUNT, 'basis?': basis }),
      },
      'topics?': {
        title: '应当写到的内容',
        type: 'array',
        items: objectOf<Topic>({
          name: { title: '内容的名称', ...NOT_BLANK },
          'section?': { title: '应写在哪一部分，不写则不限', enum: sections },
          phrases: { title: '写有其中任何一个即可', description: '词语中“…”代表同一句内的十六个字以内，“#”代表一个数', ...TEXTS },
          'basis?': basis,
        }),
      },
      'wrongWords?': { title: '另行规定的错别字', description: '错字：正字', type: 'object', additionalProperties: NOT_BLANK },
      'jump?': {
        title: '与去年相比的大幅变动',
        ...objectOf<Jump>({
          factor: { title: '倍数', ...NUMBER },
          least: { title: '两年都少于这个件数的不比较', ...NUMBER },
          leastAmount: { title: '两年都少于这个金额（万元）的不比较', ...NUMBER },
        }),
      },
      'mostFees?': { title: '收费金额的上限（万元），超过的疑为以元填写', ...byClass(NUMBER) },
      'alike?': { title: '与其他单位雷同的界限', description: '一个部分中与另一单位相同的文字所占比例，0 至 1', ...NUMBER },
      'layout?': layout,
    }),
  };
}

/** The shipped profiles as a module: name of the file → what it says. */
export function builtInModule(profiles: ReadonlyMap<string, unknown>): string {
  const entries = [...profiles].map(([name, profile]) => `  ${JSON.stringify(name)}: ${JSON.stringify(profile, null, 2).replaceAll('\n', '\n  ')},`);
  return [
    '/** Generated by `npm run generate` from the files of `profiles/`. */',
    "import type { ProfileFile } from '../duties.js';",
    '',
    '/** The profiles that are shipped, by the name that `extends` gives. */',
    'export const builtIn: { readonly [name: string]: ProfileFile } = {',
    ...entries,
    '};',
    '',
  ].join('\n');
}
