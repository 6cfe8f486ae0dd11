/** What the text says of a counted figure without a number of its own, and figures that stand for something else than they seem to. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContext } from '../../src/judge/context.js';
import { judge } from '../../src/judge/engine.js';
import type { Example } from '../../src/judge/rule.js';
import { rules } from '../../src/judge/rules/index.js';
import { exampleReading } from '../support/reading.js';

const own = rules.filter(({ id }) => id.startsWith('consistency/')).map((rule) => ({ rule }));
const R = '/tables/requests';
const D = '/tables/disputes';

/** The base report with one request by a natural person, partly granted, and one case each way. */
const FEW: Example['set'] = {
  [`${R}/newlyReceived/naturalPerson`]: 3,
  [`${R}/newlyReceived/enterprise`]: 0,
  [`${R}/newlyReceived/total`]: 3,
  [`${D}/reconsideration/upheld`]: 1,
  [`${D}/reconsideration/corrected`]: 0,
  [`${D}/reconsideration/other`]: 0,
  [`${D}/reconsideration/pending`]: 0,
  [`${D}/reconsideration/total`]: 1,
  [`${D}/litigation/direct/upheld`]: 0,
  [`${D}/litigation/direct/corrected`]: 0,
  [`${D}/litigation/direct/other`]: 0,
  [`${D}/litigation/direct/pending`]: 0,
  [`${D}/litigation/direct/total`]: 0,
  [`${D}/litigation/afterReconsideration/upheld`]: 0,
  [`${D}/litigation/afterReconsideration/corrected`]: 0,
  [`${D}/litigation/afterReconsideration/other`]: 0,
  [`${D}/litigation/afterReconsideration/pending`]: 1,
  [`${D}/litigation/afterReconsideration/total`]: 1,
};

function spoken(text: string, set: Example['set'] = {}): readonly string[] {
  const context = createContext(exampleReading({ name: '', set: { '/sections/0/paragraphs/2': text, ...set } }));
  return judge(context, own, 'zh').diagnostics.map(({ ruleId, place }) => `${ruleId.slice('consistency/'.length)}: ${place.quote ?? ''}`);
}

const UNNUMBERED: readonly (readonly [text: string, ...said: string[]])[] = [
  ['因政府信息公开被申请行政复议1件，结果维持；被提起行政诉讼1件，系复议后起诉，目前尚未审结。'],
  ['因政府信息公开被申请行政复议1件，结果纠正。', 'contradiction: 结果纠正'],
  ['因政府信息公开被申请行政复议1件，复议机关予以纠正。', 'contradiction: 予以纠正'],
  ['因政府信息公开被提起行政诉讼1件，系未经复议直接起诉，目前尚未审结。', 'contradiction: 未经复议直接起诉'],
  ['因政府信息公开被提起行政诉讼1件，结果维持。', 'contradiction: 结果维持'],
  ['（二）依申请公开。收到政府信息公开申请3件，均为自然人申请。'],
  ['（二）依申请公开。收到政府信息公开申请3件，其中网上2件、信函1件，均为自然人申请。'],
  ['（二）依申请公开。收到政府信息公开申请3件，均为商业企业申请。', 'contradiction: 商业企业'],
  ['（二）依申请公开。收到政府信息公开申请3件，其中网上申请2件、信函申请1件，均为商业企业申请。', 'contradiction: 商业企业'],
];

test('how cases ended and who applied, said without a number, must be in the table', () => {
  for (const [text, ...said] of UNNUMBERED) assert.deepEqual(spoken(text, FEW), said, text);
  const set = { [`${R}/outcomes/unavailable/unclearAfterCorrection/total`]: 0 };
  assert.deepEqual(spoken('（二）依申请公开。不予处理6件（均属于公开出版物）。'), ['contradiction: 公开出版物']);
  assert.deepEqual(spoken('（二）依申请公开。收到政府信息公开申请110件，内容涉及征地，补正后仍不明确的告知无法提供。', set), []);
});

test('the message names the cells and what they hold', () => {
  const context = createContext(exampleReading({ name: '', set: { '/sections/0/paragraphs/2': UNNUMBERED[7]![0], ...FEW } }));
  const [found] = judge(context, own, 'zh').diagnostics;
  assert.equal(found?.message, '正文说 3 件“商业企业”，表中“一、本年新收政府信息公开申请数量 × 商业企业”却是 0');
  assert.deepEqual(
    found?.related.map(({ pointer }) => pointer),
    [`${R}/newlyReceived/enterprise`],
  );
});

const FIGURES: readonly (readonly [text: string, ...said: string[]])[] = [
  // Applicants of a later sentence may divide those received, with those carried in, or those completed.
  ['（二）依申请公开。新收申请110件，上年结转7件；办结109件，结转下年度8件。从申请人看，自然人提出100件，法人或其他组织提出10件。'],
  // What is left over goes on, said in a clause without a number.
  ['（二）依申请公开。办结109件，尚有8件正在办理，结转至2025年。'],
  ['（二）依申请公开。办结109件，尚有9件正在办理，结转至2025年。', 'requests-claim: 9件正在办理，结转至2025年'],
  ['（二）依申请公开。办结109件，另8件于12月27日收到，结转下年度继续办理。'],
  ['（二）依申请公开。办结109件，另7件于12月27日收到，结转下年度继续办理。', 'requests-claim: 7件于12月27日收到，结转下年度'],
  ['（二）依申请公开。新收申请110件（自然人100件，法人或其他组织10件），上年结转7件，总计119件。', 'requests-claim: 119件'],
  // The office's own figures beside those of the whole county.
  ['（二）依申请公开。全县新收申请110件，上年结转7件，办结109件。县政府本级收到申请21件，上年结转2件，答复20件，结转下年3件。'],
  // Which documents may be published is not how requests ended.
  ['（二）依申请公开。全年印发文件74件，其中主动公开31件、依申请公开9件、不予公开34件。'],
  // A bracket behind a number speaks of that number.
  ['（二）依申请公开。不予处理6件（含重复申请）、其他处理6件。'],
  ['（二）依申请公开。不予处理6件（含重复申请）、其他处理7件。', 'requests-claim: 其他处理7件'],
  // The sentence before divides by channel.
  [
    '（二）依申请公开。办结109件。通过网络提交80件，通过信函提交26件，当面提交3件。办理结果为：予以公开45件，部分公开14件，不予公开15件，无法提供23件，不予处理6件，其他处理6件。',
  ],
  ['（二）依申请公开。收到申请117件，其中上年结转7件；办结109件。'],
  ['（二）依申请公开。新收申请110件，与2023年持平，上年结转7件，合计117件。'],
  ['（二）依申请公开。新收申请110件，与2023年持平，上年结转7件，合计118件。', 'requests-claim: 118件'],
  ['（二）依申请公开。收到117件申请，加上2023年结转的7件，共计117件。', 'requests-claim: 收到117件'],
  ['（二）依申请公开。从申请方式看，网上申请80件，信函申请26件，当面申请4件；新收申请110件。'],
  ['（二）依申请公开。新收申请110件。从申请方式看，网上申请90件，信函申请26件，当面申请4件。', 'breakdown: ，网上申请90件，信函申请26件，当面申请4件'],
  ['（二）依申请公开。新收申请110件，其中网上申请90件、信函申请30件，已办结109件。', 'breakdown: 其中网上申请90件、信函申请30件'],
  [
    '（二）依申请公开。117件申请中，109件已答复（予以公开45件，部分公开14件，不予公开25件，无法提供23件，不予处理6件，其他处理6件）。',
    'requests-claim: 不予公开25件',
  ],
  ['（一）主动公开。公开防控信息119条、健康科普37条、行政执法公示82条、其他96条，总计334条。'],
  [
    '（一）主动公开。公开防控信息119条、健康科普37条、行政执法公示82条、其他96条，总计343条。',
    'breakdown: 公开防控信息119条、健康科普37条、行政执法公示82条、其他96条',
  ],
  ['（二）依申请公开。新收申请110件，较上年增加10件，同比增长11.0%。', 'percentage: 10件，同比增长11.0%'],
  ['（二）依申请公开。涉及征地的40件，占新收申请的46.3%。', 'percentage: 40件，占新收申请的46.3%'],
  ['（二）依申请公开。在办结的申请中，予以公开占41.3%，不予公开占31.8%。', 'percentage: 不予公开占31.8%'],
  ['（二）依申请公开。上年未有结转，新收申请110件，结转下年度8件。', 'negative-claim: 未有结转'],
];

test('figures are held against what they count, and nothing else', () => {
  for (const [text, ...said] of FIGURES) assert.deepEqual([...spoken(text)].sort(), [...said].sort(), text);
});
