/** A sum says which of its cells lack a unit, and which relations of the form it breaks through whom. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCell } from '../../src/base/text/number.js';
import { addUp, type EditionSums } from '../../src/judge/aggregate/add-up.js';
import { brokenInWords, remarksOf } from '../../src/judge/aggregate/remarks.js';
import { brokenRelations, gapsOf, incompleteCells } from '../../src/judge/aggregate/shortfall.js';
import { aggregateCsv, aggregateJson, sumReading } from '../../src/judge/aggregate/write.js';
import { readReport } from '../../src/read/index.js';
import { loadWriter, targetNames } from '../../src/write/report/index.js';
import { baseReport, put, readingOf } from '../support/reading.js';

const NEW = '/tables/requests/newlyReceived';
const report = (unit: string, changes: Readonly<Record<string, unknown>> = {}) => {
  const changed = Object.entries(changes).reduce((before, [pointer, value]) => put(before, pointer, value), { ...baseReport(), unit });
  return { file: `${unit}.docx`, reading: readingOf(changed) };
};
const units = [
  report('云岭县教育局'),
  report('云岭县水务局', { [`${NEW}/naturalPerson`]: null, '/tables/disclosure/coercion/decisions': null }),
  report('云岭县财政局', { [`${NEW}/total`]: 115 }),
];
const sums = addUp(units).editions[0] as EditionSums;

test('cells that are not the sum of all units, and who is not in them', () => {
  assert.deepEqual(
    incompleteCells(sums).map(({ pointer, sum, counted }) => [pointer, sum, counted]),
    [
      ['/tables/disclosure/coercion/decisions', 2 * baseValue('/tables/disclosure/coercion/decisions'), 2],
      [`${NEW}/naturalPerson`, 2 * baseValue(`${NEW}/naturalPerson`), 2],
    ],
  );
  assert.deepEqual(
    gapsOf(sums).map(({ unit, tables, cells }) => [unit.unit, tables, cells.length]),
    [['云岭县水务局', [], 2]],
  );
});

function baseValue(pointer: string): number {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], baseReport()) as number;
}

test('relations that the sum breaks, each through the units that break it themselves', () => {
  assert.deepEqual(
    brokenRelations(sums).map(({ relation, units: guilty }) => [relation.rule, guilty]),
    [
      [
        'arithmetic/requests-row-total',
        [
          { unit: '云岭县水务局', blank: true },
          { unit: '云岭县财政局', blank: false },
        ],
      ],
      ['arithmetic/requests-balance', [{ unit: '云岭县水务局', blank: true }]],
      ['arithmetic/requests-balance', [{ unit: '云岭县财政局', blank: false }]],
    ],
  );
  assert.match(
    brokenInWords(sums, 'zh')[0]!,
    /^汇总数不符合勾稽关系：“一、本年新收政府信息公开申请数量 × 总计”为 \d+，各分项之和为 \d+，由云岭县水务局（有空白）、云岭县财政局（本单位的数就不符）引起$/,
  );
  assert.match(brokenInWords(sums, 'en')[2]!, /; through 云岭县财政局 \(its own figures\)$/);
});

test('units that agree leave nothing to remark', () => {
  const [agreeing] = addUp([report('云岭县教育局'), report('云岭县水务局')]).editions;
  assert.deepEqual([remarksOf(agreeing!, 'zh'), remarksOf(agreeing!, 'en')], [[], []]);
});

test('every output marks the cells, names the units and says which relations do not hold', async () => {
  const reading = sumReading(sums, 2024, 'zh');
  const remarks = remarksOf(sums, 'zh');
  assert.equal(remarks[0], '※ 不是全部 3 个单位之和（共 2 格），下列单位空白、无法辨认或者没有：');
  assert.equal(remarks[1], '云岭县水务局：“行政强制 × 本年处理决定数量”、“一、本年新收政府信息公开申请数量 × 自然人”');
  const marked = `${2 * baseValue(`${NEW}/naturalPerson`)}（※）`;
  assert.equal(readCell(marked).kind, 'annotated', 'what is read again is the number');
  for (const to of targetNames.filter((name) => ['txt', 'md', 'html', 'docx', 'xlsx'].includes(name))) {
    const written = (await loadWriter(to))(reading, { lang: 'zh', remarks });
    const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
    if (to !== 'docx' && to !== 'xlsx') {
      const text = new TextDecoder().decode(bytes);
      assert.ok(text.includes(marked) && text.includes('云岭县水务局') && text.includes('汇总数不符合勾稽关系'), to);
    }
    const again = (await readReport(bytes, `sum.${to}`)).reading.report.tables;
    assert.deepEqual(again, reading.report.tables, `${to} is read with the same figures`);
  }
  const json = JSON.parse(aggregateJson({ ...addUp(units) }, [], 'zh'));
  assert.deepEqual(json.editions[0].cells[`${NEW}/naturalPerson`], { counted: 2, blank: 1, without: ['云岭县水务局'] });
  assert.equal(json.editions[0].broken.length, 3);
  assert.match(aggregateCsv(addUp(units), 'zh'), /,2,1,云岭县水务局,\/tables\/requests\/newlyReceived\/naturalPerson/);
});
