/** Kinds of statements that real reports make, each with its neighbours: a wrong figure is spoken of, the right one and the other matter are not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimsTree } from '../../src/judge/claims/print.js';
import { createContext } from '../../src/judge/context.js';
import { judge } from '../../src/judge/engine.js';
import { rules } from '../../src/judge/rules/index.js';
import { exampleReading } from '../support/reading.js';

const own = rules.filter(({ id }) => /^consistency\/|^structure\/statistics-period$|^identity\/unit$|^text\/placeholder$/.test(id)).map((rule) => ({ rule }));

function spoken(text: string, at = '/sections/0/paragraphs/2'): readonly string[] {
  const context = createContext(exampleReading({ name: '', set: { [at]: text } }));
  return judge(context, own, 'zh')
    .diagnostics.filter(({ pointer }) => pointer === at)
    .map(({ ruleId }) => ruleId);
}

const NEGATIVE = ['consistency/negative-claim'];
const CLAIM = ['consistency/requests-claim'];

const kinds: readonly (readonly [kind: string, text: string, rules: readonly string[]])[] = [
  ['no one filed', '全年没有居民、企业或其他组织提出政府信息公开申请。', NEGATIVE],
  ['no one filed by fax', '全年没有居民提出传真形式的政府信息公开申请。', []],
  ['no demand of the public', '一年来未接到市民要求公开的信息。', NEGATIVE],
  ['no such disputes', '没有出现行政诉讼、行政复议等情形。', NEGATIVE],
  ['no complaints', '没有出现投诉、举报等情形。', []],
  ['an area word in another clause', '按照全省政务公开部署改进工作，未收到政府信息公开申请。', NEGATIVE],
  ['all of a kind of applicant', '未收到法人或其他组织提出的政府信息公开申请。', NEGATIVE],
  ['cumulative within the year', '2024年，累计接收政府信息公开申请21件。', CLAIM],
  ['cumulative over years', '条例施行以来，累计接收政府信息公开申请2100件。', []],
  ['received and handled', '收到并及时办理依申请公开事项21件。', CLAIM],
  ['columns of a site', '网站设有政策文件、依申请公开等6个栏目。', []],
  ['a slogan in quotes', '践行“办好一件申请、赢得一份满意”的理念。', []],
  ['filings for the record', '备案政府信息公开行政诉讼案件63件。', []],
  ['the office for its government', '县政府办代表县政府办理政府信息公开申请21件。', []],
  ['answered beside carried out', '新收政府信息公开申请110件。其中，答复90件，结转下年度8件。', CLAIM],
  ['a number word behind the verb', '政府信息公开申请受理110件，申请办结数90件。', CLAIM],
  ['a part above its whole', '登载公告3条，包括招标公告2条，以及中标公告5条。', ['consistency/breakdown']],
  ['two parts just below the whole', '登载信息600条，其中动态410条、公告188条。', ['consistency/breakdown']],
  ['two parts far below the whole', '登载信息600条，其中动态110条、公告88条。', []],
  ['full-width numerals', '新收政府信息公开申请１０１件。', CLAIM],
  ['Chinese numerals', '新收政府信息公开申请一百零一件。', CLAIM],
  ['thousands', '作出行政许可决定1,268件。', ['consistency/disclosure-claim']],
  ['an inverted order', '14件作了部分公开处理的政府信息公开申请，54件予以公开。', CLAIM],
  ['results shared out', '信息公开行政复议8件，维持、纠正分别为5件、1件。', ['consistency/disputes-claim']],
  ['a share in words', '新收申请中，自然人占七成以上。', ['consistency/percentage']],
];

for (const [kind, text, expected] of kinds) test(`kind: ${kind}`, () => assert.deepEqual(spoken(text), expected, text));

test('dates of the period, names and residue of the preface', () => {
  const at = '/preface/1';
  assert.deepEqual(spoken('所列数据的统计期限为202401月1日至12月31日。', at), []);
  assert.deepEqual(spoken('所列数据的统计期限为20241月1日至2024年12月31日。', at), ['structure/statistics-period']);
  assert.deepEqual(spoken('所列数据的统计期限自2024年1月1日至12月31止。', at), ['structure/statistics-period']);
  assert.deepEqual(spoken('统计期限为2024年1月1日至12月31日。全文包括：年度报告应当包括总体情况；其他事项。', at), ['text/placeholder']);
});

test('the tree of a text names every phrase, what became of its figure, and its lists', () => {
  const context = createContext(
    exampleReading({ name: '', set: { '/sections/0/paragraphs/2': '收到政府信息公开申请110件，其中自然人100件、法人或其他组织10件。' } }),
  );
  const lines = claimsTree(context.claims).filter((_, index, all) => index >= all.findIndex((one) => one.startsWith('/sections/0/paragraphs/2')));
  assert.deepEqual(lines.slice(0, 4), [
    '/sections/0/paragraphs/2 [0-35] request',
    '  start [0-14] 收到/receive 政府信息公开申请/request 110件/110',
    '    → 110 = requests/newlyReceived/total | requests/newlyReceived/total + requests/carriedOver/total: agrees (110)',
    '  among [15-24] 其中/among 自然人/applicant:naturalPerson 100件/100',
  ]);
  assert.ok(lines.some((line) => line === '  list: 100 + 10 of 110'));
});
