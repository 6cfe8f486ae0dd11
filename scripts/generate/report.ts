/**
 * The schemas of the canonical model. `report-<edition>` say what a complete report of their form is and carry
 * its sums: a blank cell (null), a missing row or section is an error there. `report` says only what a model looks like, blank
 * cells, missing parts and mixed forms included: every output of `convert --to json` is valid against it.
 */
import {
  cellsOf,
  type Edition,
  type EditionSpec,
  editionSpec,
  editions,
  newest,
  relationsOf,
  type SectionSpec,
  type TableKey,
  tableSpec,
} from '../../src/form/editions/index.js';
import type { Located } from '../../src/form/model/reading.js';
import type { Report, Section } from '../../src/form/model/report.js';
import type { SourcePlace } from '../../src/form/place.js';
import { DIALECT, type JsonSchema, objectOf, schemaId } from '../../src/form/schema/schema.js';
import { sumsOf } from '../../src/form/schema/sums.js';
import { anyCell, cellsSchema, filledCell, shareRows } from './tables.js';

const NUMERALS = '一二三四五六';
const ANY_TEXT: JsonSchema = { type: 'string' };
const TEXT: JsonSchema = { type: 'string', pattern: '\\S' };

const whole: JsonSchema = { type: 'integer', minimum: 1 };
const place = objectOf<SourcePlace>({
  'line?': whole,
  'columnNumber?': whole,
  'paragraph?': whole,
  'paraId?': ANY_TEXT,
  'offset?': { type: 'integer', minimum: 0 },
  'page?': whole,
  'box?': { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 },
});

const located = objectOf<Located>({
  raw: { ...ANY_TEXT, description: '文件中的原文' },
  place,
  'lines?': { type: 'array', items: objectOf<NonNullable<Located['lines']>[number]>({ start: { type: 'integer', minimum: 0 }, place }) },
  'start?': { type: 'integer', minimum: 0 },
  'numberLength?': { type: 'integer', minimum: 0 },
  'lost?': { const: true, description: '转换时丢失，既非空白也不可知' },
});

const locations: JsonSchema = {
  title: '各节点的原文和位置',
  description: '以 JSON Pointer 为键；convert --to json --locations 时才有',
  type: 'object',
  propertyNames: { pattern: '^/' },
  additionalProperties: located,
};

const sectionTitle = (index: number, { title }: SectionSpec): string => `${NUMERALS[index]}、${title}`;

const tableTitle = (edition: EditionSpec, key: TableKey): string => {
  const index = edition.sections.findIndex((section) => section.table === key);
  const section = edition.sections[index];
  return section ? `${sectionTitle(index, section)}：统计表` : '统计表';
};

/** The optional sidecar of `convert --to json --locations`. */
interface Sidecar {
  readonly locations?: unknown;
}

type CompleteReport = Required<Report> & Sidecar;

/** The closed object of the tables. */
function closed(entries: readonly (readonly [TableKey, JsonSchema])[], required: boolean): JsonSchema {
  return {
    title: '三张统计表',
    type: 'object',
    ...(required ? { required: entries.map(([key]) => key) } : {}),
    properties: Object.fromEntries(entries),
    additionalProperties: false,
  };
}

/** The schema of a complete report of one edition, with its sums. */
export function completeReportSchema(key: Edition): JsonSchema {
  const edition = editionSpec(key);
  const tables = edition.tables.map((table) => ({ table, ...shareRows(cellsSchema(cellsOf(table), filledCell, true), table.key) }));
  const section = (spec: SectionSpec, index: number): JsonSchema =>
    objectOf<Section>(
      {
        key: { const: spec.key },
        heading: { ...TEXT, description: `规定标题：${sectionTitle(index, spec)}` },
        paragraphs: { type: 'array', items: TEXT, ...(spec.table ? {} : { minItems: 1 }) },
      },
      { title: sectionTitle(index, spec) },
    );
  return {
    $schema: DIALECT,
    $id: schemaId(`report-${key}`),
    title: `政府信息公开工作年度报告（${key}年版格式，完整）`,
    description: `${edition.notice.number}规定的格式。六个部分依次齐全，三张表各行各列均已填写；空白（null）即不完整。勾稽关系由关键字 sums 载明：“=”必须成立，“>=”仅供参考。残缺的报告请用 ${schemaId('report')} 校验。`,
    ...objectOf<CompleteReport>({
      schemaVersion: { const: 1 },
      edition: { const: key },
      title: { title: '标题', ...TEXT },
      unit: { title: '单位名称', ...TEXT },
      year: {
        title: '报告年度',
        type: 'integer',
        minimum: edition.firstYear,
        ...(edition.lastYear === undefined ? {} : { maximum: edition.lastYear }),
      },
      preface: { title: '前言', type: 'array', items: TEXT },
      sections: {
        title: '正文六个部分',
        type: 'array',
        prefixItems: edition.sections.map(section),
        items: false,
        minItems: edition.sections.length,
        maxItems: edition.sections.length,
      },
      tables: closed(
        tables.map(({ table, schema }) => [table.key, { title: tableTitle(edition, table.key), ...schema }]),
        true,
      ),
      closing: { title: '落款', type: 'array', items: TEXT },
      'locations?': { $ref: '#/$defs/locations' },
    }),
    sums: edition.tables.flatMap((table) => sumsOf(relationsOf(table))),
    $defs: { ...Object.assign({}, ...tables.map(({ definitions }) => definitions)), locations },
  };
}

/** The schema of any model, complete or not, of either edition or mixed. */
export function reportSchema(): JsonSchema {
  const tables = newest.tables.map(({ key }) => {
    const cells = editions.toReversed().flatMap(({ edition }) => cellsOf(tableSpec(edition, key)));
    return { key, ...shareRows(cellsSchema(cells, anyCell, false), key) };
  });
  return {
    $schema: DIALECT,
    $id: schemaId('report'),
    title: '政府信息公开工作年度报告（数据模型）',
    description: `任一版本、可以残缺的报告：文件中没有的部分不出现，空白或无法辨认的单元格为 null。是否完整、勾稽关系是否成立，见 ${editions.map(({ edition }) => `report-${edition}`).join(' 和 ')}。`,
    ...objectOf<Report & Sidecar>({
      schemaVersion: { const: 1 },
      edition: { title: '应当适用的格式版本', enum: editions.map(({ edition }) => edition) },
      'title?': { title: '标题', ...ANY_TEXT },
      'unit?': { title: '单位名称', ...ANY_TEXT },
      'year?': { title: '报告年度', type: 'integer' },
      preface: { title: '前言', type: 'array', items: ANY_TEXT },
      sections: {
        title: '文件中的各部分，按出现顺序',
        type: 'array',
        items: objectOf<Section>({ key: { enum: newest.sections.map(({ key }) => key) }, heading: ANY_TEXT, paragraphs: { type: 'array', items: ANY_TEXT } }),
      },
      tables: closed(
        tables.map(({ key, schema }) => [key, { title: tableTitle(newest, key), ...schema }]),
        false,
      ),
      closing: { title: '落款', type: 'array', items: ANY_TEXT },
      'locations?': { $ref: '#/$defs/locations' },
    }),
    $defs: { ...Object.assign({}, ...tables.map(({ definitions }) => definitions)), locations },
  };
}
