import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContext } from '../src/rules/context.js';
import { judge } from '../src/rules/engine.js';
import { rules } from '../src/rules/index.js';
import { baseReport, put, readingOf } from './support/reading.js';

/** The words that a rule quotes when `text` stands at `pointer` of the report of 2024. */
function quoted(id: string, pointer: string, text: string): readonly string[] {
  const rule = rules.find((candidate) => candidate.id === id)!;
  const { diagnostics } = judge(createContext(readingOf(put(baseReport(), pointer, text))), [{ rule }], 'zh');
  return diagnostics.map(({ place, message }) => place.quote ?? message);
}

const overview = '/sections/0/paragraphs/1';

const yearSilent = [
  '2023年，我局被评为全省政务公开工作先进单位。',
  '2023年度政府信息公开工作年度报告已于2024年1月按时公布，浏览500次。',
  '针对2023年存在的问题，我局整改3项。',
  '2023年以来，我局累计公开信息300条。',
  '截至2023年底，我局有规范性文件12件，2024年新制发3件。',
  '2023年，全县受理申请30件；2024年受理41件。',
  '2023年，全县受理申请30件。2024年，全县受理申请41件，均按时答复。',
  '2023年结转3件，均已答复。',
  '2023年制定的3件文件继续有效。',
  '2023年12月，我局举办培训2次。',
  '2025年1月，我局在网站公开信息2条。',
  '2025年，我局将公开重点信息20条。',
  '按照云政办〔2023〕5号要求，我局公开信息30条。',
  '与2023年相比，我局多公开信息30条。',
  '2021—2025年，我局计划公开规划5件。',
];
const yearSpoken: readonly (readonly [string, string])[] = [
  ['2023年，我局主动公开政府信息30条。', '2023'],
  ['（二）依申请公开情况。2023年度，全镇共受理申请3件，均已答复。', '2023'],
  ['截至2023年12月31日，我局累计公开信息30条。', '2023'],
  ['2022年，本机关未收到政府信息公开申请。', '2022'],
  ['我局2023年度收到申请1件，已办结。', '2023'],
  ['二〇二三年，我办公开信息30条。', '二〇二三'],
  ['主动公开情况：2023年，我局公开信息30条。', '2023'],
];

test('identity/year is silent where another year is rightly spoken of', () => {
  for (const text of yearSilent) assert.deepEqual(quoted('identity/year', overview, text), [], text);
});

test('identity/year speaks of a sentence on another year’s work', () => {
  for (const [text, quote] of yearSpoken) assert.deepEqual(quoted('identity/year', overview, text), [quote], text);
});

const periodRight = [
  '本报告所列数据的统计期限为2024年1月1日至12月31日。',
  '统计时限：2024年1月1日—2024年12月31日',
  '报告中数据统计时间为2024年1月1日起至2024年12月31日止。',
  '数据时限均为2024年1月至12月。',
  '统计起止时间为 2024 年 1 月 1 日至 2024 年 12 月 31 日。',
  '本报告所列数据自2024年1月1日起，至2024年12月31日止。',
  '本报告中的主要情况和统计数据，期限自2024年1月1日至2024年12月31日。',
  '本报告涵盖2024年1月1日至12月31日期间的工作。',
  '统计周期为２０２４年１月１日～１２月３１日。',
  '统计数据截至2024年12月31日。',
  '统计期限为2024年度。',
];
const periodWrong: readonly (readonly [string, string])[] = [
  ['本报告所列数据的统计期限为2023年1月1日至12月31日。', '2023年1月1日至12月31日'],
  ['统计时限：2024年1月1日—2024年12月21日', '2024年1月1日—2024年12月21日'],
  ['统计期限自2023年12月1日起至2024年11月30日止。', '2023年12月1日起至2024年11月30日'],
  ['统计数据截至2024年11月30日。', '2024年11月30日'],
  ['统计期限为2023年度。', '2023'],
  ['统计期限从2024年1月1日至2023年12月31日。', '2024年1月1日至2023年12月31日'],
];
const noPeriod = ['本报告电子版可在网站下载。', '所有申请均在法定期限内答复。', '2024年3月1日至3月31日开展宣传月活动。', '据统计，全年公开信息30条。'];

test('structure/statistics-period reads every wording of the period', () => {
  for (const text of periodRight) assert.deepEqual(quoted('structure/statistics-period', '/preface/1', text), [], text);
  for (const [text, quote] of periodWrong) assert.deepEqual(quoted('structure/statistics-period', '/preface/1', text), [quote], text);
  for (const text of noPeriod) assert.deepEqual(quoted('structure/statistics-period', '/preface/1', text), ['前言和总体情况中没有写明统计期限'], text);
});

const citations: readonly (readonly [string, readonly string[]])[] = [
  ['根据国办公开办函〔2021〕30号编制年度报告。', []],
  ['按照国办公开办函〔2019〕14号答复申请。', []],
  ['信息处理费按国办函〔2020〕109号收取。', []],
  ['国办公开办函〔2019〕60号规定的格式自2021年度起不再使用。', []],
  ['根据《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）编制。', ['国办公开办函〔2019〕60号']],
  ['根据国办公开办函【2019】60号编制。', ['国办公开办函【2019】60号']],
  ['根据国办公开函〔2021〕30号编制。', ['国办公开函〔2021〕30号']],
  ['根据年度报告格式（国办公开办函〔2021〕60号）编制。', ['国办公开办函〔2021〕60号']],
  ['根据国办公开办函（2021）30号编制。', ['国办公开办函（2021）30号']],
];

test('edition/superseded-citation knows the notices of the form from other documents', () => {
  for (const [text, quotes] of citations) assert.deepEqual(quoted('edition/superseded-citation', '/preface/0', text), quotes, text);
});

test('document/hidden-text says nothing of a web page’s own menus', () => {
  const rule = rules.find(({ id }) => id === 'document/hidden-text')!;
  const reading = readingOf(baseReport(), {}, [{ kind: 'hidden-text', count: 2, place: { line: 9 }, block: 3, on: '/sections/0', sample: '分享' }]);
  const count = (format: 'html' | 'docx') => judge(createContext({ ...reading, format }), [{ rule }], 'zh').diagnostics.length;
  assert.deepEqual([count('html'), count('docx')], [0, 1]);
});
