/** Examples of rules in words, for the rule pages and `explain`. */
import type { Lang } from '../../base/lang.js';
import { cellsOf, type Edition, editionSpec, editions, type SectionKey, type TableKey, tableSpec } from '../../form/editions/index.js';
import { cellName, cellSpec, columnName, nodeName, sectionName, tableName } from '../../form/model/names.js';
import { isWithin } from '../../form/model/pointer.js';
import type { Duties } from '../profiles/duties.js';
import type { Example } from '../rule.js';

const topLevel: { readonly [key: string]: { readonly [lang in Lang]: string } } = {
  '/title': { zh: '标题', en: 'the title' },
  '/unit': { zh: '单位名称', en: 'the name of the unit' },
  '/year': { zh: '报告年度', en: 'the report year' },
  '/edition': { zh: '格式版本', en: 'the edition' },
  '/preface': { zh: '前言', en: 'the preface' },
  '/sections': { zh: '正文各部分', en: 'the sections' },
  '/tables': { zh: '统计表', en: 'the tables' },
  '/closing': { zh: '落款', en: 'the closing' },
};

function paragraphWords(of: string, index: string | undefined, lang: Lang): string {
  if (index === undefined) return lang === 'zh' ? `${of}的正文` : `the text of ${of}`;
  if (index === '-') return lang === 'zh' ? `${of}末尾` : `the end of ${of}`;
  return lang === 'zh' ? `${of}第 ${Number(index) + 1} 段` : `paragraph ${Number(index) + 1} of ${of}`;
}

/** A node of the base report in words: “（一）予以公开 × 总计”, “五、存在的主要问题及改进情况”第 1 段. */
export function nodeWords(pointer: string, edition: Edition, lang: Lang): string {
  const top = topLevel[pointer]?.[lang];
  if (top) return top;
  const [, first = '', second = '', third, fourth] = pointer.split('/');
  const table = editionSpec(edition).tables.find(({ key }) => first === 'tables' && key === second);
  if (table) {
    const cell = cellName(pointer, lang);
    if (cell !== undefined) return `“${cell}”`;
    if (pointer === `/tables/${second}`) return tableName(second as TableKey, lang);
    // A row of the other edition, in an example of mixed tables, has its name there.
    const specs = [edition, ...editions.map((other) => other.edition)].map((known) => tableSpec(known, table.key));
    const spec = specs.find((candidate) => cellsOf(candidate).some((inside) => isWithin(inside.pointer, pointer)));
    return spec ? `“${nodeName(pointer, spec, lang)}”` : pointer;
  }
  const parent = topLevel[`/${first}`]?.[lang];
  if (first === 'sections') {
    const key = editionSpec(edition).sections[Number(second)]?.key;
    const section = key ? (lang === 'zh' ? `“${sectionName(key)}”` : sectionName(key, 'en')) : parent;
    if (second === '-') return lang === 'zh' ? '正文末尾' : 'the end of the report';
    if (third === 'heading') return lang === 'zh' ? `${section}的标题` : `the heading of ${section}`;
    if (third === 'paragraphs') return paragraphWords(section ?? '', fourth, lang);
    return section ?? pointer;
  }
  return parent ? paragraphWords(parent, second, lang) : pointer;
}

/** The figures of a row or table as given in an example: each column with its value, or one word for all when they are equal. */
function figureWords(pointer: string, figures: object, lang: Lang): string {
  const leaves: (readonly [string, unknown])[] = [];
  const walk = (node: unknown, below: string): void => {
    if (typeof node === 'object' && node !== null) for (const [key, child] of Object.entries(node)) walk(child, `${below}/${key}`);
    else leaves.push([below, node]);
  };
  walk(figures, pointer);
  const [first] = leaves;
  if (!first) return lang === 'zh' ? '空' : 'nothing';
  if (leaves.length > 1 && leaves.every(([, value]) => value === first[1])) {
    return lang === 'zh' ? `全部${valueWords(first[1], lang)}` : `${valueWords(first[1], lang)} in every cell`;
  }
  const oneRow = leaves.every(([leaf]) => leaf.lastIndexOf('/') === pointer.length);
  const name = (leaf: string): string => {
    const cell = cellSpec(leaf);
    return cell && oneRow ? columnName(cell.column, cell.block.columns, lang) : (cellName(leaf, lang) ?? leaf);
  };
  return leaves.map(([leaf, value]) => `${name(leaf)} ${valueWords(value, lang).trim()}`).join(lang === 'zh' ? '、' : ', ');
}

function valueWords(value: unknown, lang: Lang, pointer = ''): string {
  const zh = lang === 'zh';
  if (value === null) return zh ? '空白' : 'blank';
  if (typeof value === 'string') return `“${value}”`;
  if (Array.isArray(value)) return value.length === 0 ? (zh ? '空' : 'nothing') : value.map((item) => valueWords(item, lang)).join(zh ? '、' : ', ');
  if (typeof value !== 'object') return zh ? ` ${value}` : String(value);
  if ('heading' in value && 'paragraphs' in value)
    return [value.heading, ...(value.paragraphs as readonly string[])].map((text) => valueWords(text, lang)).join('');
  return figureWords(pointer, value, lang);
}

/** What an example changes in the clean base report, one sentence a change; nothing when it is the base report itself. */
export function exampleWords(example: Example, lang: Lang): readonly string[] {
  const edition = example.edition ?? '2021';
  const zh = lang === 'zh';
  const words = (pointer: string): string => nodeWords(pointer, edition, lang);
  const change = (pointer: string, value: unknown): string => {
    const shown = valueWords(value, lang, pointer);
    if (pointer.endsWith('/-')) return zh ? `在${words(pointer)}加上${shown}` : `add ${shown} at ${words(pointer)}`;
    return zh ? `把${words(pointer)}改为${shown}` : `change ${words(pointer)} to ${shown}`;
  };
  const facts = Object.entries(example.tables ?? {}).flatMap(([key, table]) => {
    const name = tableName(key as TableKey, lang);
    return [
      ...(table.missingRows ?? []).map((row) =>
        zh ? `${name}没有${words(`/tables/${key}/${row}`)}这一行` : `${name} lacks the row ${words(`/tables/${key}/${row}`)}`,
      ),
      ...(table.missingColumns ?? []).map(({ block, column }) => {
        const label = tableSpec(edition, key as TableKey).blocks[block]?.columns.find((candidate) => candidate.key === column);
        const shown = (zh ? label?.label : label?.en) ?? column;
        return zh ? `${name}没有“${shown}”这一列` : `${name} lacks the column “${shown}”`;
      }),
      ...(table.extraRows ?? []).map(({ label }) => (zh ? `${name}多出“${label}”一行` : `${name} has an extra row “${label}”`)),
      ...(table.repeated ?? []).map(() => (zh ? `${name}出现两次` : `${name} occurs twice`)),
    ];
  });
  return [
    ...Object.entries(example.set ?? {}).map(([pointer, value]) => change(pointer, value)),
    ...(example.remove ?? []).map((pointer) => (zh ? `删去${words(pointer)}` : `remove ${words(pointer)}`)),
    ...Object.entries(example.raw ?? {}).map(([pointer, raw]) =>
      zh ? `${words(pointer)}在文件中写作“${raw}”` : `${words(pointer)} is written “${raw}” in the file`,
    ),
    ...(example.lost ?? []).map((pointer) => (zh ? `${words(pointer)}的值在转换时丢失` : `the value of ${words(pointer)} was lost in conversion`)),
    ...facts,
    ...(example.notes ?? []).map((note) => noteWords(note, lang)),
    ...Object.entries(example.previous ?? {}).map(([pointer, value]) =>
      zh ? `上年报告：${change(pointer, value)}` : `in last year’s report, ${change(pointer, value)}`,
    ),
    ...(example.rollUp?.units ?? []).flatMap(({ unit, share, cells = {} }) => [
      share === 'all'
        ? zh
          ? `下级单位${unit}的数与本级相同`
          : `the unit ${unit} has the same figures`
        : zh
          ? `下级单位${unit}各格为 0`
          : `the unit ${unit} has 0 in every cell`,
      ...Object.entries(cells).map(([pointer, value]) => (zh ? `其中${words(pointer)}为 ${value}` : `but ${words(pointer)} is ${value}`)),
    ]),
    ...(example.rollUp?.missing ?? []).map((unit) => (zh ? `${unit}没有报送` : `${unit} has not reported`)),
    ...(example.run?.alike ?? []).map(({ section, unit, pairs }) =>
      zh ? `${unit}的“${sectionName(section)}”写有“${pairs[0]?.other ?? ''}”` : `${sectionName(section, lang)} of ${unit} says “${pairs[0]?.other ?? ''}”`,
    ),
    ...(example.run?.others?.reports ?? []).map(({ file, cells }) =>
      zh
        ? `同批有同一单位的另一份报告 ${file}，${cells.length === 0 ? '各表的数相同' : `有 ${cells.length} 格不同`}`
        : `the run has another report of the unit, ${file}, ${cells.length === 0 ? 'with the same figures' : `with other figures in ${cells.length} cells`}`,
    ),
    ...(example.run?.usualYear
      ? [
          zh
            ? `同批 ${example.run.usualYear.total} 份报告中有 ${example.run.usualYear.count} 份是 ${example.run.usualYear.year} 年度的`
            : `${example.run.usualYear.count} of the ${example.run.usualYear.total} reports of the run are of ${example.run.usualYear.year}`,
        ]
      : []),
    ...(example.layout ? layoutWords(example.layout, edition, lang) : []),
    ...(example.options?.duties ? dutyWords(example.options.duties, lang) : []),
    ...Object.entries(example.options ?? {}).flatMap(([key, value]) =>
      key === 'duties' ? [] : zh ? `设置 ${key} 为${valueWords(value, lang)}` : `with the option ${key} set to ${valueWords(value, lang)}`,
    ),
  ];
}

/** How the document of an example is set. */
function layoutWords({ texts = {}, page, tables = {} }: NonNullable<Example['layout']>, edition: Edition, lang: Lang): readonly string[] {
  const facts = (setting: object): string => {
    const known = Object.entries(setting).map(([key, value]) => `${key} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
    return known.length === 0 ? (lang === 'zh' ? '按公文格式' : 'as GB/T 9704 asks') : known.join(lang === 'zh' ? '、' : ', ');
  };
  const of = (name: string, setting: object): string => (lang === 'zh' ? `${name}的版式：${facts(setting)}` : `the setting of ${name}: ${facts(setting)}`);
  return [
    ...Object.entries(texts).map(([pointer, setting]) => of(nodeWords(pointer, edition, lang), setting)),
    ...(page ? [of(lang === 'zh' ? '页面' : 'the page', page)] : []),
    ...Object.entries(tables).map(([key, setting]) => of(nodeWords(`/tables/${key}`, edition, lang), setting)),
  ];
}

/** What a profile of an example asks, a sentence a duty. */
function dutyWords(duties: Duties, lang: Lang): readonly string[] {
  const zh = lang === 'zh';
  const section = (key: SectionKey | undefined): string => (key === undefined ? (zh ? '全文' : 'the text') : sectionName(key, lang));
  const asks = (words: string): string => (zh ? `配置方案要求：${words}` : `the profile asks: ${words}`);
  return [
    ...duties.topics.map(({ name, section: key, phrases }) =>
      asks(zh ? `${section(key)}写到“${name}”（${phrases.join('、')}）` : `${section(key)} writes about “${name}” (${phrases.join(', ')})`),
    ),
    ...duties.lengths.map(({ section: key, atLeast = 0, atMost }) =>
      asks(
        zh
          ? `${section(key)} ${atLeast} 字以上${atMost === undefined ? '' : `、${atMost} 字以内`}`
          : `${section(key)} has ${atLeast} letters or more${atMost === undefined ? '' : `, ${atMost} at most`}`,
      ),
    ),
    ...(duties.contact ? [asks(zh ? '写明联系电话或者邮箱' : 'a telephone number or a mailbox')] : []),
    ...(duties.leastProblems ? [asks(zh ? `至少写 ${duties.leastProblems.least} 个问题` : `${duties.leastProblems.least} problems at least`)] : []),
    ...(duties.submitBy
      ? [asks(zh ? `报送期限 ${Object.values(duties.submitBy.days).join('、')}` : `handed in by ${Object.values(duties.submitBy.days).join(', ')}`)]
      : []),
    ...Object.values(duties.layout ?? {})
      .slice(0, 1)
      .map(({ profile }) => asks(zh ? `版式按“${profile}”` : `the setting is that of “${profile}”`)),
    ...Object.entries(duties.wrongWords).map(([wrong, right]) => asks(zh ? `“${wrong}”写作“${right}”` : `“${right}” for “${wrong}”`)),
  ];
}

const noteKinds: { readonly [kind in NonNullable<Example['notes']>[number]['kind']]: { readonly [lang in Lang]: string } } = {
  'tracked-changes': { zh: '修订', en: 'tracked changes' },
  comments: { zh: '批注', en: 'comments' },
  'hidden-text': { zh: '隐藏文字', en: 'places with hidden text' },
  image: { zh: '图片', en: 'pictures' },
  'fixed-layout': { zh: '版式页面', en: 'pages of a fixed layout' },
  'tables-only': { zh: '没有文字的表格', en: 'tables without text' },
  unread: { zh: '未能读取的内容', en: 'pieces that could not be read' },
  damaged: { zh: '损坏', en: 'damaged parts' },
};

function noteWords({ kind, count, sample }: NonNullable<Example['notes']>[number], lang: Lang): string {
  const name = noteKinds[kind][lang];
  const shown = sample === undefined ? '' : lang === 'zh' ? `（“${sample}”）` : ` (“${sample}”)`;
  return lang === 'zh' ? `文件中有 ${count} 处${name}${shown}` : `${name} in the file: ${count}${shown}`;
}
