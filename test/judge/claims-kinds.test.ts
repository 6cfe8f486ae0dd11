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
  ['the rest of a list', '信息公开行政复议8件，其中维持4件、纠正1件，其余5件。', ['consistency/disputes-claim']],
  ['the rest of a list that is right', '信息公开行政复议8件，其中维持4件、纠正1件，其余3件。', []],
  ['an outcome called 其他', '政府信息公开申请予以公开45件，部分公开14件，其他9件。', CLAIM],
  ['all outcomes that are left', '政府信息公开申请予以公开45件，部分公开14件，其他50件。', []],
  ['a bracket before the figure', '政府信息公开申请予以公开（含部分公开）69件。', CLAIM],
  ['a bracket that is right', '政府信息公开申请予以公开（含部分公开）59件。', []],
  ['a verb for two kinds of documents', '制定规章0件、行政规范性文件9件。', ['consistency/disclosure-claim']],
  ['decisions beside each other', '处理行政许可1296件、行政处罚431件。', ['consistency/disclosure-claim']],
  ['ways of asking in another measure word', '收到政府信息公开申请110宗，其中窗口递交60件、邮寄递交60件。', ['consistency/breakdown']],
  ['a bracket with the number of the year before', '收到政府信息公开申请110件，同比增长35%（2023年88件）。', ['consistency/percentage']],
  ['two years side by side', '2023年发布信息800条，2024年发布信息1000条，增长20%。', ['consistency/percentage']],
  ['two years side by side, rightly', '2023年发布信息800条，2024年发布信息1000条，增长25%。', []],
  ['a share of the figure before 其中', '发布信息1000条，其中政策类300条，占40%。', ['consistency/percentage']],
  ['shares that make up all', '发布信息1100条，其中政策类300条（30%）、动态类700条（70%）。', ['consistency/breakdown']],
  ['the number of last year does not make the next one last year’s', '收到政府信息公开申请110件，上年为88件，答复128件。', CLAIM],
  ['the subject of a share in the clause before', '政府信息公开申请的申请人大多为自然人，占全部申请的80.9%。', ['consistency/percentage']],
  ['cases of one result without a figure', '政府信息公开行政复议结果均为维持。', ['consistency/contradiction']],
  ['no decisions', '全年未实施行政强制。', NEGATIVE],
  ['no fees', '没有收取行政事业性收费。', NEGATIVE],
  ['no fees for information', '没有收取信息处理费。', []],
  ['only an action can be lost', '因政府信息公开被申请行政复议8件，被纠正1件；被提起行政诉讼5件，没有败诉。', []],
  ['people and organizations shared out', '新收公民、法人和其他组织的政府信息公开申请分别为90件和20件。', [...CLAIM, ...CLAIM]],
  ['a line broken inside a word', '新收政府信息公开申\n请111件，公民个人提\n交100件。', CLAIM],
  ['a line broken inside a word, rightly', '新收政府信息公开申\n请110件，公民个人提\n交100件。', []],
  ['lines that are items', '办理申请：\n新收政府信息公开申请110件\n部分公开14件\n不公开15件', []],
  ['an inverted share', '政府信息公开申请中，六成以上的新收申请由公民提交。', ['consistency/percentage']],
  ['a part behind its share', '新收的政府信息公开申请中，约百分之七十来自公民。', ['consistency/percentage']],
  ['a cause in the clause before', '为维护第三方权益，对4件政府信息公开申请作出了不予公开的答复。', []],
  ['a cause behind the figure', '9件政府信息公开申请因收到较晚，结转下年度办理。', CLAIM],
  ['a cause behind the figure, rightly', '8件政府信息公开申请因收到较晚，结转下年度办理。', []],
  ['organs that answer for themselves', '辖区内12家企业共收到信息公开申请30件，均由企业答复。', []],
  ['ways without an opener', '收到政府信息公开申请110件，网上60件，邮寄40件，窗口30件。', ['consistency/breakdown']],
  ['cases of another cause', '不服行政处罚的行政复议120件，其中维持100件。', []],
  ['all applicants of one kind', '全部政府信息公开申请均由公民个人提交。', ['consistency/contradiction']],
  ['a wrong amount in Chinese numerals', '行政事业性收费三百五十万元。', ['consistency/disclosure-claim']],
  ['the beginning of the year', '2024年初未办结的政府信息公开申请9件。', CLAIM],
  ['rules of the city in the report of its county', '市政府规章19件收入汇编。', []],
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
