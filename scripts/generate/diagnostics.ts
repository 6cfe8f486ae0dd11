/** The schema of `lint --format json`: exactly the types of `diagnostic.ts`. */
import { editions, newest } from '../../src/form/editions/index.js';
import type { SourcePlace } from '../../src/form/place.js';
import { DIALECT, type JsonSchema, objectOf, POINTER, schemaId } from '../../src/form/schema/schema.js';
import { asideReasons } from '../../src/judge/claims/claim.js';
import type {
  Checked,
  Checks,
  ClaimCounts,
  Correction,
  Diagnostic,
  Place,
  PreviousCheck,
  Related,
  RosterCheck,
  RosterUnit,
  SinceCheck,
  SinceRun,
  Skipped,
  SkipReason,
  Unchecked,
} from '../../src/judge/diagnostic.js';
import type { RunFact } from '../../src/judge/run/facts.js';
import type { Accepted, Shard, ShardFile, StoredRun } from '../../src/judge/run/shard.js';

const TEXT: JsonSchema = { type: 'string' };
const COUNT: JsonSchema = { type: 'integer', minimum: 0 };
const ORDINAL: JsonSchema = { type: 'integer', minimum: 1 };
const FINGERPRINT: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{16}$' };
const VALUE: JsonSchema = { anyOf: [{ type: ['number', 'null'] }, { type: 'string' }] };
const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const listOf = (name: string): JsonSchema => ({ type: 'array', items: ref(name) });

const place = objectOf<Place>(
  {
    'section?': { ...TEXT, description: '所在部分的标题，照文件原文' },
    'sectionKey?': { enum: newest.sections.map(({ key }) => key) },
    'table?': { enum: newest.tables.map(({ key }) => key) },
    'row?': { ...TEXT, description: '行名，含所属各级' },
    'column?': { ...TEXT, description: '列名' },
    'line?': ORDINAL,
    'columnNumber?': ORDINAL,
    'paragraph?': { ...ORDINAL, description: 'Word 文件中的段落序号' },
    'paraId?': { ...TEXT, description: 'Word 文件中的 w14:paraId' },
    'page?': { ...ORDINAL, description: '版式文件（PDF、OFD）的页码，从 1 起' },
    'box?': { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4, description: '在该页上的位置：左、上、右、下，单位为点，自左上角起' },
    'quote?': { ...TEXT, description: '所指的文字' },
    'span?': {
      type: 'array',
      prefixItems: [COUNT, COUNT],
      items: false,
      minItems: 2,
      maxItems: 2,
      description: '所指文字在节点文本中的 UTF-16 起止位置，不含止点',
    },
    'context?': objectOf<NonNullable<Place['context']>>({ before: TEXT, after: TEXT }, { description: '所指文字前后的几个字' }),
  },
  { title: '位置' },
);

const related = objectOf<Related>(
  { pointer: POINTER, place: ref('place'), value: { type: ['number', 'null'] }, 'side?': { enum: ['left', 'right'] }, 'sign?': { enum: [1, -1] } },
  { title: '相关节点' },
);

const diagnostic = objectOf<Diagnostic>(
  {
    ruleId: { type: 'string', pattern: '^[a-z]+/[a-z-]+$' },
    severity: { enum: ['error', 'warning', 'info'], description: 'error 必须改正；warning 须人工判断；info 属规范整洁' },
    message: { ...TEXT, description: '错在何处' },
    help: { ...TEXT, description: '如何改正' },
    basis: { ...TEXT, description: '依据' },
    pointer: { ...POINTER, description: '所指节点在数据模型中的 JSON Pointer，节点不存在时为其最近的上级' },
    place: ref('place'),
    'actual?': { ...VALUE, description: '现有值' },
    'expected?': { ...VALUE, description: '应有值' },
    related: listOf('related'),
    fingerprint: { ...FINGERPRINT, description: '由规则、节点和数值算出，与行号无关' },
    'suppressed?': objectOf<NonNullable<Diagnostic['suppressed']>>(
      { reason: { ...TEXT, description: '理由' }, 'author?': TEXT, 'until?': TEXT },
      { description: '已豁免，不计入合计' },
    ),
    'since?': { enum: ['open', 'new'], description: '与上次结果相比：仍未改，或者新增；给出上次结果（--since）时才有' },
  },
  { title: '问题' },
);

const rosterUnit = objectOf<RosterUnit>(
  { unit: TEXT, 'deadline?': { ...TEXT, description: '名册写明的期限' }, files: { type: 'array', items: TEXT, description: '该单位的报告；空的是没有报送' } },
  { title: '名册上的单位' },
);

const roster = objectOf<RosterCheck>(
  {
    file: { ...TEXT, description: '名册文件' },
    units: { type: 'array', items: rosterUnit, description: '按名册的次序' },
    missing: { type: 'array', items: TEXT, description: '没有报送的单位' },
    unexpected: {
      type: 'array',
      items: objectOf<RosterCheck['unexpected'][number]>({ file: TEXT, unit: TEXT, 'likely?': { ...TEXT, description: '可能是名册上没有报送的这个单位' } }),
      description: '不在名册上的报告',
    },
    unnamed: { type: 'array', items: TEXT, description: '认不出单位的文件' },
  },
  { title: '与名册的核对' },
);

const since = objectOf<SinceCheck>(
  {
    earlier: { type: ['string', 'null'], description: '上次结果中的同一份报告；null 为上次没有检查' },
    mended: {
      type: 'array',
      items: objectOf<SinceCheck['mended'][number]>({ ruleId: TEXT, severity: { enum: ['error', 'warning', 'info'] }, message: TEXT }),
      description: '已改的问题',
    },
    open: { ...COUNT, description: '仍未改的' },
    new: { ...COUNT, description: '新增的' },
    unjudged: { ...COUNT, description: '上次有、而规则这次没有运行的' },
  },
  { title: '与上次结果相比' },
);

const sinceRun = objectOf<SinceRun>(
  {
    file: TEXT,
    mended: COUNT,
    open: COUNT,
    new: COUNT,
    absent: {
      type: 'array',
      items: objectOf<SinceRun['absent'][number]>({ file: TEXT, unit: { type: ['string', 'null'] }, findings: COUNT }),
      description: '上次有错误、警告或者未能检查，这次没有报来的',
    },
  },
  { title: '全部报告与上次结果相比' },
);

const correction = objectOf<Correction>(
  {
    pointer: POINTER,
    from: { type: ['number', 'null'] },
    to: { type: 'number' },
    certainty: { enum: ['unique', 'alternative'], description: 'unique：唯一可能；alternative：几种可能之一' },
    explains: { type: 'array', items: FINGERPRINT, description: '由它解释的问题' },
    set: { ...COUNT, description: '同号的改动须一并作出；不同的号是不同的答案' },
    'evidence?': {
      type: 'array',
      items: { enum: ['text', 'carry-over', 'neighbouring-columns', 'swapped-digits', 'split-figure'] satisfies NonNullable<Correction['evidence']> },
      description: '勾稽关系留有几种可能时据以取舍的旁证',
    },
  },
  { title: '最可能写错的单元格' },
);

const previousStatuses: { readonly [status in PreviousCheck['status']]: string } = {
  compared: '已与去年的报告核对',
  'not-found': '没有找到该单位去年的报告',
  ambiguous: '该单位去年的报告不止一份',
  'wrong-year': '所给的不是上一年度的报告',
  'other-unit': '所给的是其他单位的报告',
  unreadable: '所给的文件无法读取',
};

const claims = objectOf<ClaimCounts>(
  {
    read: { ...COUNT, description: '正文中读到的、与表格有关的数' },
    compared: { ...COUNT, description: '与表格核对了的' },
    aside: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(asideReasons).map(([reason, description]) => [reason, { ...COUNT, description }])),
      additionalProperties: false,
      description: '没有核对的，按原因计数',
    },
  },
  { title: '正文与表格的核对' },
);

const previous = objectOf<PreviousCheck>(
  {
    status: { oneOf: Object.entries(previousStatuses).map(([status, description]) => ({ const: status, description })) },
    files: { type: 'array', items: TEXT, description: '所说的文件：核对了的一份，或者不能采用的各份' },
  },
  { title: '与去年报告的核对' },
);

const checks = objectOf<Checks>(
  {
    tables: COUNT,
    cells: objectOf<Checks['cells']>({
      figures: { ...COUNT, description: '有数的格' },
      blanks: { ...COUNT, description: '空白的格' },
      lost: { ...COUNT, description: '版面上无法辨认，或者填的不是数的格' },
    }),
    relations: COUNT,
    relationsSkipped: { ...COUNT, description: '因空白而无法核算的勾稽关系' },
    claims,
    rules: COUNT,
    'previous?': previous,
    'unlisted?': { ...COUNT, description: '没有列出的问题：一条规则在同一段或同一格超过五十个的部分' },
  },
  { title: '检查了什么' },
);

const checked = objectOf<Checked>(
  {
    file: TEXT,
    status: { const: 'checked' },
    verdict: { enum: ['pass', 'review', 'fail'], description: 'pass 通过；review 须核实：有警告，或者表中没有一个数；fail 不通过：有错误' },
    edition: { enum: editions.map(({ edition }) => edition) },
    unit: { type: ['string', 'null'] },
    year: { type: ['integer', 'null'] },
    checks: ref('checks'),
    diagnostics: listOf('diagnostic'),
    corrections: listOf('correction'),
    'known?': { ...COUNT, description: '基准中已有、没有列出的问题数；给出基准（--baseline）时才有' },
    'since?': since,
  },
  { title: '已检查的文件' },
);

const unchecked = objectOf<Unchecked>(
  {
    file: TEXT,
    status: { enum: ['failed', 'crashed'], description: 'failed：不能读取，或者不是年度报告；crashed：本程序的缺陷' },
    verdict: { const: 'unchecked' },
    error: objectOf<Unchecked['error']>({
      code: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
      message: TEXT,
      help: TEXT,
    }),
  },
  { title: '未能检查的文件' },
);

const skipReasons: { readonly [reason in SkipReason]: string } = {
  'not-a-report': '不是年度报告',
  excluded: '按 --exclude 或配置文件的 ignore 不检查',
  'other-kind': '不是报告常用的文件类型',
  'lock-file': 'Word、WPS 打开文档时留下的临时文件',
};

const skipped = objectOf<Skipped>(
  { file: TEXT, reason: { oneOf: Object.entries(skipReasons).map(([reason, description]) => ({ const: reason, description })) } },
  { title: '略过的文件' },
);

const sourcePlace = objectOf<SourcePlace>(
  {
    'line?': ORDINAL,
    'columnNumber?': ORDINAL,
    'paragraph?': ORDINAL,
    'paraId?': TEXT,
    'offset?': COUNT,
    'page?': ORDINAL,
    'box?': { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 },
  },
  { title: '原文件中的位置' },
);

const fact = objectOf<RunFact>(
  {
    file: TEXT,
    unit: { type: ['string', 'null'] },
    year: { type: ['integer', 'null'] },
    edition: { enum: editions.map(({ edition }) => edition) },
    sections: {
      type: 'array',
      items: objectOf<RunFact['sections'][number]>({
        key: { enum: newest.sections.map(({ key }) => key) },
        heading: TEXT,
        paragraphs: { type: 'array', items: TEXT },
      }),
    },
    places: { type: 'object', additionalProperties: ref('sourcePlace') },
    figures: objectOf<RunFact['figures']>(
      Object.fromEntries(
        newest.tables.map(({ key }) => [
          `${key}?`,
          objectOf<NonNullable<RunFact['figures']['disclosure']>>({
            edition: { enum: editions.map(({ edition }) => edition) },
            cells: { type: 'array', items: { anyOf: [{ type: ['number', 'null'] }, { const: '?' }] }, description: '“?”为无法辨认的格' },
          }),
        ]),
      ) as Parameters<typeof objectOf<RunFact['figures']>>[0],
    ),
  },
  { title: '与其他报告比较所需的内容，个人信息已遮盖' },
);

const shard = objectOf<Shard>(
  {
    number: { ...ORDINAL, description: '第几片' },
    of: { ...ORDINAL, description: '共几片' },
    run: { type: 'string', pattern: '^[0-9a-f]{32}$', description: '全部文件和设置的摘要：同一次检查的各片相同' },
    version: TEXT,
    lang: { enum: ['zh', 'en'] },
    profiles: {
      type: 'array',
      items: objectOf<Shard['profiles'][number]>({
        severities: { type: 'object', additionalProperties: { enum: ['error', 'warning', 'info', 'off'] } },
        ruleOptions: { type: 'object' },
      }),
    },
    files: {
      type: 'array',
      items: objectOf<ShardFile>({
        index: { ...COUNT, description: '在全部文件中的次序，从 0 起' },
        'profile?': COUNT,
        'fact?': ref('fact'),
        'accepted?': {
          type: 'array',
          items: objectOf<Accepted>({ fingerprint: FINGERPRINT, 'rule?': TEXT, reason: TEXT, 'author?': TEXT, 'until?': TEXT }),
        },
      }),
      description: '与 files 一一对应',
    },
    aside: { type: 'array', items: COUNT, description: 'skipped 中最后几个文件在全部文件中的次序' },
  },
  { title: '分片检查（--shard）的一片；供 gov-report merge 合并' },
);

/** The schema of the result of a run. */
export function diagnosticsSchema(): JsonSchema {
  return {
    $schema: DIALECT,
    $id: schemaId('diagnostics'),
    title: 'gov-report lint --format json 的输出',
    ...objectOf<StoredRun>({
      schemaVersion: { const: 2 },
      files: { type: 'array', items: { oneOf: [ref('checked'), ref('unchecked')] } },
      'skipped?': { type: 'array', items: ref('skipped') },
      'roster?': roster,
      'since?': sinceRun,
      'shard?': ref('shard'),
      summary: objectOf<StoredRun['summary']>(
        {
          files: COUNT,
          checked: COUNT,
          failed: { ...COUNT, description: '不能读取的文件' },
          crashed: { ...COUNT, description: '因本程序的缺陷没有检查的文件' },
          skipped: { ...COUNT, description: '略过的文件，不在 files 之内' },
          verdicts: objectOf<StoredRun['summary']['verdicts']>({ pass: COUNT, review: COUNT, fail: COUNT, unchecked: COUNT }, { description: '各结论的份数' }),
          errors: COUNT,
          warnings: COUNT,
          infos: COUNT,
          suppressed: { ...COUNT, description: '已豁免的问题，不在以上各数之内' },
          known: { ...COUNT, description: '基准中已有的问题，不在以上各数之内' },
        },
        { title: '合计' },
      ),
    }),
    $defs: { checked, unchecked, skipped, checks, diagnostic, correction, related, place, shard, fact, sourcePlace },
  };
}
