/** Which names, kinds and scopes are taken for another unit's, and which are not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ruleMakingPower } from '../../src/judge/organs/rule-making.js';
import { isSameUnit, unitName } from '../../src/judge/organs/unit-name.js';
import unitRule from '../../src/judge/rules/identity/unit.js';
import kindRule from '../../src/judge/rules/identity/unit-kind.js';
import yearRule from '../../src/judge/rules/identity/year.js';
import { judgeWords, type Words } from '../support/judge-text.js';

const said = (rule: typeof unitRule, words: Words, options = {}): readonly string[] => judgeWords(words, [rule], options).map(({ place }) => place.quote ?? '');

const TOWN = '云岭县石桥镇人民政府';
const SUBDISTRICT = '桐江市城东街道办事处';
const BUREAU = '云岭县教育局';

/** Unit, sentence, the words that are found. */
const kinds: readonly (readonly [string, string, readonly string[]])[] = [
  [TOWN, '2024年，我街道在政务公开工作方面存在以下问题。', ['我街道']],
  [TOWN, '把任务分解到街道各部门单位以及相关人员。', ['街道各部门']],
  [TOWN, '全街道共有干部120名，街道党工委高度重视。', ['全街道', '街道党工委']],
  [TOWN, '我乡、本局、我委、我办将继续努力。', ['我乡', '本局', '我委', '我办']],
  [TOWN, '2024年，全省行政机关共收到政府信息公开申请126件。', ['全省']],
  [TOWN, '全市未收到政府信息公开申请。', ['全市']],
  [TOWN, '我市政务公开工作虽取得一定成效，但仍有不足。', ['我市']],
  [TOWN, '2024年，县政府共主动公开政府信息1200条。', ['县政府']],
  [TOWN, '未收到公民向县政府提出的政府信息公开申请。', ['向县政府提出']],
  [TOWN, '我镇在全市考核中位居前列，按照全省统一部署、县政府要求开展工作，可向县人民政府申请行政复议。', []],
  [TOWN, '主要街道设置公示栏，乡镇街道办事处、城东街道党工委来我镇交流，我县网站有专栏，本办法自印发之日起施行。', []],
  [SUBDISTRICT, '我镇主动公开信息30条，镇党委、镇政府高度重视，全镇干部参与。', ['我镇', '镇党委', '全镇']],
  [SUBDISTRICT, '受理公民向市人民政府及市政府办公室提出的信息公开申请5件。', ['向市人民政府及市政府办公室提出']],
  [SUBDISTRICT, '我办与各镇政府、乡镇街道联动，街道各科室落实到人，我街道未收到申请，城镇居民满意。', []],
  ['云岭县柳河乡人民政府', '全镇公开信息30条，镇人民政府负责；我乡未收到申请。', ['全镇', '镇人民政府']],
  [BUREAU, '我委高度重视，我镇配合。', ['我委', '我镇']],
  [BUREAU, '2024年，全省政府信息公开工作取得成效。', ['全省']],
  [BUREAU, '2024年，全县政务公开工作总体有序，我局主动公开信息12条，我办公室、我区域、本院校除外。', ['我办']],
  ['云岭县人民政府', '我局主动公开信息12条，我办做好指导，我县未收到申请。', ['我局']],
  ['云岭县人民政府', '我市共收到政府信息公开申请12件。', ['我市']],
  ['淮州市人民政府', '全市新收申请30件，其中向市政府提出的政府信息公开申请12件；我市各县（区）落实到位。', []],
  ['云岭县人民政府办公室', '向县政府提出的政府信息公开申请21件，我办均已答复。', []],
  ['云海大学附属第一医院', '我院、我校按规定公开，我局除外。', ['我局']],
  ['云江经济技术开发区管理委员会', '我委按规定公开，全区未收到申请。', []],
];

for (const [unit, text, expected] of kinds) {
  test(`${unit}: ${text}`, () => assert.deepEqual(said(kindRule, { unit, overview: [text] }), expected));
}

test('a further name in the options is the unit’s own', () => {
  assert.deepEqual(said(kindRule, { unit: BUREAU, overview: ['我委高度重视。'] }, { abbreviations: ['县教工委'] }), []);
  assert.deepEqual(said(kindRule, { unit: BUREAU, overview: ['我局（加挂云岭县教育督导委员会办公室牌子），我办负责督导。'] }), []);
});

test('a unit whose name tells no kind is not judged, unless its class is stated', () => {
  assert.deepEqual(said(kindRule, { unit: '云岭县石桥镇（街道）', overview: ['我街道公开信息12条，我镇未收到申请。'] }), []);
  assert.deepEqual(said(kindRule, { unit: '云岭县残疾人联合会', overview: ['我局公开信息12条。'] }), []);
  assert.deepEqual(said(kindRule, { unit: '云岭县残疾人联合会', overview: ['我局公开信息12条。'] }, { unitClass: 'department' }), ['我局']);
});

/** Unit, where, text, the names that are found. */
const names: readonly (readonly [string, 'preface' | 'overview' | 'closing', string, readonly string[]])[] = [
  [TOWN, 'overview', '柳河镇未收到政府信息公开申请。', ['柳河镇']],
  [TOWN, 'overview', '（二）依申请公开。2024年，柳河镇共收到政府信息公开申请2件。', ['柳河镇']],
  [
    TOWN,
    'overview',
    '截至2024年12月31日，柳河镇通过网站主动公开信息12条。2024年，柳河镇认真贯彻条例。螅镇政府信息公开工作在县政府指导下开展。',
    ['柳河镇', '柳河镇', '螅镇'],
  ],
  [TOWN, 'overview', '县政务服务局收到并转办申请3件。乡镇公开信息3条。县政府认真贯彻条例。', []],
  [TOWN, 'overview', '结合柳河镇实际，制定方案。', ['柳河镇']],
  [TOWN, 'preface', '现公布云岭县柳河镇2024年政府信息公开工作年度报告。', ['云岭县柳河镇']],
  [TOWN, 'preface', '现公布2024年柳河镇人民政府信息公开工作年度报告。', ['柳河镇人民政府']],
  [TOWN, 'preface', '如有疑问，请与柳河镇党政办公室联系。', ['柳河镇']],
  [TOWN, 'preface', '本报告由柳河镇人民政府编制。', ['柳河镇人民政府']],
  [BUREAU, 'preface', '本报告由青山县教育局根据《条例》规定编制。', ['青山县教育局']],
  [TOWN, 'preface', '本报告由石桥镇党政办公室编制，由县政府办公室汇总，由镇党政办牵头编写。', []],
  [BUREAU, 'preface', '本报告反映青山县教育局（含直属单位）政府信息公开工作情况。', ['青山县教育局']],
  [BUREAU, 'preface', '按照有关规定，青山县教育局公布2024年政府信息公开工作年度报告。', ['青山县教育局']],
  ['云岭县开发区管理委员会', 'preface', '本年度报告由云岭县开发区管理委员会办公室依照条例编制。', []],
  ['云岭县气象局', 'overview', '云岭县水务局（挂云岭县人工影响天气办公室牌子）坚持“人民至上”，发布信息12条。', ['云岭县水务局']],
  [BUREAU, 'overview', '云岭县水利局坚决落实部署。云岭县教育局始终坚持以公开为常态。', ['云岭县水利局']],
  [BUREAU, 'preface', '云岭县教育局（云岭县体育局）编制了2024年度政府信息公开工作年度报告。', []],
  [BUREAU, 'preface', '云岭县教育局编制2024年政府信息公开工作年度报告。反映云岭县教育局政务公开工作情况。', []],
  [BUREAU, 'overview', '由县教育局牵头编制的招生方案全文公开，由县政府办公室汇总后报市政府。', []],
  [BUREAU, 'preface', '县政府办公室印发通知，要求各部门公布2024年政府信息公开工作年度报告。', []],
  [BUREAU, 'overview', '2024年，青山县教育局在县委、县政府的正确领导下，稳步推进政务公开。', ['青山县教育局']],
  ['西番自治州人民政府', 'preface', '由东番自治州人民政府办公室综合各县（市）报告编制。', ['东番自治州人民政府办公室']],
  ['西番自治州人民政府', 'preface', '由西番自治州人民政府办公室、州政府办公室综合各县（市）报告编制。', []],
  ['云岭市人民政府', 'overview', '安平市人民政府在市政府指导下开展工作，安平市新区管委会收到申请3件。', []],
  [TOWN, 'preface', '如有疑问，请与云岭县政务服务局联系。编制《石桥镇2024年政府信息公开工作年度报告》。', []],
  [TOWN, 'preface', '按照《关于做好2024年度政府信息公开年度报告编制公布工作的通知》要求编制。', []],
  [TOWN, 'overview', '石桥镇主动公开信息20条，县水利局发布汛情信息12条，云岭县高度重视政务公开。', []],
  [TOWN, 'closing', '柳河镇人民政府', ['柳河镇人民政府']],
  [TOWN, 'closing', '石桥镇党政办公室', []],
  [TOWN, 'closing', '中共石桥镇委员会', []],
  [BUREAU, 'overview', '2024年，县财政局主动公开政府信息126条。', ['县财政局']],
  [BUREAU, 'overview', '其中，县财政局主动公开政府信息126条。县教体局公开信息3条。县政府办公室收到申请3件。', ['县教体局']],
  [BUREAU, 'preface', '如有疑问，请与云岭县水利局办公室联系。', ['云岭县水利局']],
  ['莆江市城西区财政局', 'overview', '2024年，秀川区财政局收到政府信息公开申请2件。', ['秀川区财政局']],
  ['云岭县人力资源和社会保障局', 'overview', '2024年，县人社局收到政府信息公开申请2件。', []],
  ['云海市公安局渝江区分局', 'overview', '2024年，渝江区公安分局主动公开政府信息2条。', []],
  ['云岭县人民政府', 'overview', '青山县共收到政府信息公开申请12件。', ['青山县']],
  ['云岭县人民政府', 'overview', '石桥镇主动公开政府信息12条。县财政局主动公开政府信息30条。', []],
  ['淮州市人民政府', 'overview', '城西区共收到政府信息公开申请12件。', []],
];

for (const [unit, where, text, expected] of names) {
  test(`${unit}, ${where}: ${text}`, () => assert.deepEqual(said(unitRule, { unit, [where]: [text] }), expected));
}

test('a sentence that reports on another year is found wherever its year stands; events of other organs and years are none', () => {
  const years = (text: string): readonly string[] => said(yearRule, { unit: BUREAU, overview: ['2024年，我局公开信息12条。', text] });
  for (const text of ['2023年，我局未收取信息处理费。', '我局在2023年没有收取信息处理费。', '县教育局2023年共收到政府信息公开申请3件。'])
    assert.deepEqual(years(text), ['2023'], text);
  for (const text of [
    '省教育厅2023年收到我县报送信息20条。',
    '县教育局2023年印发的办法继续执行，未收取信息处理费。',
    '县教育局2023年获评先进单位，公开信息12条。',
    '县教育局2024年未收取信息处理费。',
  ])
    assert.deepEqual(years(text), [], text);
});

test('organs that sign together are one signature', () => {
  assert.deepEqual(said(unitRule, { unit: TOWN, closing: ['云岭县柳河工业园区管委会', '石桥镇人民政府', '2025年1月15日'] }), []);
  assert.deepEqual(said(unitRule, { unit: BUREAU, closing: ['云岭县体育局'] }, { abbreviations: ['云岭县体育局'] }), []);
});

test('short and long names of one unit are the same, others are not', () => {
  const same: readonly (readonly [string, string])[] = [
    ['县卫生健康局', '桐梓县卫生健康局'],
    ['市人社局', '云海市人力资源和社会保障局'],
    ['张家坡镇政府', '沂源县张家坡镇人民政府'],
    ['长皋乡', '北票市长皋乡人民政府'],
    ['云岭县石桥镇', '石桥镇'],
    ['县发改委', '云岭县发展和改革委员会'],
    ['县水务局办公室', '云岭县水务局'],
  ];
  for (const [name, unit] of same) assert.ok(isSameUnit(name, unit), `${name} = ${unit}`);
  const other: readonly (readonly [string, string])[] = [
    ['柳河镇', '石桥镇'],
    ['县财政局', '云岭县教育局'],
    ['云岭县水利局', '云岭县水务局'],
    ['秀川区财政局', '城西区财政局'],
    ['青山县', '云岭县人民政府'],
  ];
  for (const [name, unit] of other) assert.ok(!isSameUnit(name, unit), `${name} ≠ ${unit}`);
});

test('a name is taken apart into its regions and its organ', () => {
  const parts = (name: string): readonly unknown[] => {
    const { is, regions, level, organ } = unitName(name);
    return [is, regions, level, organ];
  };
  assert.deepEqual(parts('莆田市城厢区财政局'), ['department', ['莆田市', '城厢区'], '区', '财政局']);
  assert.deepEqual(parts('宿迁市宿城区城市管理局'), ['department', ['宿迁市', '宿城区'], '区', '城市管理局']);
  assert.deepEqual(parts('盐城市城市管理局'), ['department', ['盐城市'], '市', '城市管理局']);
  assert.deepEqual(parts('北京市市场监督管理局'), ['department', ['北京市'], '市', '市场监督管理局']);
  assert.deepEqual(parts('杭州市人民政府'), ['government', ['杭州市'], '市', '人民政府']);
  assert.deepEqual(parts('荆州市沙市区人民政府'), ['government', ['荆州市', '沙市区'], '区', '人民政府']);
  assert.deepEqual(parts('广西壮族自治区教育厅'), ['department', ['广西壮族自治区'], '区', '教育厅']);
  assert.deepEqual(parts('区统计局'), ['department', [], '区', '区统计局']);
  assert.deepEqual(parts('张家坡镇'), ['town', [], undefined, '张家坡镇']);
});

test('rule-making power is judged from the name, or not at all', () => {
  const power: { readonly [unit: string]: string } = {
    云海省人民政府: 'yes',
    青山自治州人民政府: 'yes',
    国家统计局: 'yes',
    审计署: 'yes',
    云岭县人民政府: 'no',
    海州市市北区人民政府: 'no',
    石桥镇人民政府: 'no',
    城东街道办事处: 'no',
    云岭县水务局: 'no',
    云海省教育厅: 'no',
    云海大学: 'no',
    淮州市人民政府: 'unknown',
    滨海新区人民政府: 'unknown',
    广西壮族自治区人民政府: 'unknown',
    云岭市人民政府办公室: 'unknown',
    云江经济技术开发区管理委员会: 'unknown',
  };
  for (const [unit, expected] of Object.entries(power)) assert.equal(ruleMakingPower(unit), expected, unit);
  assert.equal(ruleMakingPower(undefined), 'unknown');
  assert.equal(ruleMakingPower(undefined, 'subdistrict'), 'no');
});
