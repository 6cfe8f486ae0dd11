import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createContext } from '../../src/judge/context.js';
import { judge } from '../../src/judge/engine.js';
import type { Example } from '../../src/judge/rule.js';
import { rules } from '../../src/judge/rules/index.js';
import { examplePrevious, exampleReading } from '../support/reading.js';

const own = rules.filter(({ id }) => id.startsWith('consistency/')).map((rule) => ({ rule }));
const OVERVIEW = '/sections/0/paragraphs/2';

/** What the nine rules say of a text in section 一, as `rule: quoted words`. */
function spoken(text: string, set: Example['set'] = {}, more: Partial<Example> = {}): readonly string[] {
  const example = { name: '', set: { [OVERVIEW]: text, ...set }, ...more };
  const context = createContext(exampleReading(example), example.options, examplePrevious(example));
  return judge(context, own, 'zh').diagnostics.map(({ ruleId, place }) => `${ruleId.slice('consistency/'.length)}: ${place.quote ?? ''}`);
}

test('nine rules, silent on the clean report, warnings all', () => {
  assert.equal(own.length, 9);
  assert.ok(own.every(({ rule }) => rule.severity === 'warning'));
});

test('the checks count what was read, compared and left aside', () => {
  const text = '（二）依申请公开。新收政府信息公开申请110件，办结108件；全县热线受理工单350件；较上年增加5件；累计答复政府信息公开申请900件。';
  const { checks } = judge(createContext(exampleReading({ name: '', set: { [OVERVIEW]: text } })), own, 'zh');
  assert.deepEqual(checks.claims, { read: 4, compared: 2, aside: { foreign: 1, cumulative: 1 } });
});

test('a difference is said with the words of the text and the cells of the table, in both languages', () => {
  const example = { name: '', set: { [OVERVIEW]: '（二）依申请公开。收到政府信息公开申请108件，其中法人或其他组织申请12件，不予公开16件。' } };
  const context = createContext(exampleReading(example));
  const [zh, en] = (['zh', 'en'] as const).map((lang) => judge(context, own, lang).diagnostics);
  assert.deepEqual(
    zh!.map(({ message }) => message),
    [
      '正文写“收到政府信息公开申请108件”，按哪一种理解都与表格不符：一、本年新收政府信息公开申请数量 × 总计 ＝ 110；一、本年新收政府信息公开申请数量 × 总计 ＋ 二、上年结转政府信息公开申请数量 × 总计 ＝ 117',
      zh![1]!.message,
      '正文写“不予公开16件”，表中 （三）不予公开 ＝ 15',
    ],
  );
  assert.match(en![0]!.message, /^The text says “收到政府信息公开申请108件”, which fits no reading of the table: 1 newly received × total = 110; /);
  assert.deepEqual(
    zh!.map(({ actual, expected }) => [actual, expected]),
    [
      [108, undefined],
      [12, undefined],
      [16, 15],
    ],
  );
  assert.equal(zh![2]!.related.length, 8);
  assert.deepEqual(
    zh!.map(({ fingerprint }) => fingerprint),
    en!.map(({ fingerprint }) => fingerprint),
  );
});

/** Sentences with the figures of the base report: `told` states nothing else, `silent` has numbers of other kinds too. */
const figures = JSON.parse(readFileSync(new URL('../../fixtures/paragraphs/figures.json', import.meta.url), 'utf8')) as Readonly<
  Record<'told' | 'silent', readonly string[]>
>;

test('sentences of every kind: silence while they are right, one finding for each wrong figure', () => {
  let changed = 0;
  for (const text of figures.told) {
    assert.deepEqual(spoken(text), [], text);
    for (const { 0: digits, index } of text.matchAll(/\d+(?=\s?[件份宗起次])/g)) {
      const broken = text.slice(0, index) + (Number(digits) + 1000) + text.slice(index + digits.length);
      assert.equal(spoken(broken).length, 1, broken);
      changed += 1;
    }
  }
  assert.ok(changed > 140, String(changed));
  for (const text of figures.silent) assert.deepEqual(spoken(text), [], text);
});

test('statements about all: only where the text does not say itself that some are left', () => {
  const silent = [
    '收到政府信息公开申请110件，8件结转下年度，其余均已办结。',
    '收到政府信息公开申请110件，除正在办理的8件外，均已办结。',
    '答复政府信息公开申请109件，均在法定期限内答复。',
    '上年结转政府信息公开申请7件，均已办结。',
    '新收政府信息公开申请110件，均已登记。',
    '全市收到政府信息公开申请2600件，均已办结。',
    '收到政府信息公开申请110件，均未超期办结。',
    '人大代表建议、政协提案均已答复。',
  ];
  for (const text of silent) assert.deepEqual(spoken(text), [], text);
  assert.deepEqual(spoken('收到政府信息公开申请110件，均已全部办结。'), ['contradiction: 均已全部办结']);
  assert.deepEqual(spoken('所有依申请公开事项均按时答复。'), ['contradiction: 均按时答复']);
  assert.deepEqual(spoken('收到政府信息公开申请110件，均已办结。', { '/tables/requests/carriedForward/total': 0 }), []);
  assert.deepEqual(spoken('因政府信息公开被提起行政诉讼5件，均获维持。'), ['contradiction: 均获维持']);
  assert.deepEqual(
    spoken('因政府信息公开被申请行政复议8件，审结的均获维持。', {
      '/tables/disputes/reconsideration/corrected': 0,
      '/tables/disputes/reconsideration/other': 0,
    }),
    [],
  );
  assert.deepEqual(spoken('因政府信息公开被申请行政复议8件，其中尚未审结2件，其余均获维持。'), []);
});

test('a negation is held against the table only where it denies the very thing', () => {
  const silent = [
    '未收到对依申请公开工作的投诉举报。',
    '未收到以传真、信函方式提出的政府信息公开申请。',
    '无逾期未答复的政府信息公开申请。',
    '未发生因答复不当引起的政府信息公开行政复议。',
    '没有出现应公开而不予公开的情形。',
    '如未收到政府信息公开申请，应当零报告。',
    '部分单位未收到政府信息公开申请。',
    '未发生政府信息公开工作责任追究情形。',
    '2023年未收到政府信息公开申请。',
    '未因具体行政行为被提起行政诉讼。',
    '政府信息公开申请无正当理由不予受理的情况没有发生。',
  ];
  for (const text of silent) assert.deepEqual(spoken(text), [], text);
  assert.deepEqual(spoken('未收到依申请公开事项，未发生政府信息公开行政复议。'), [
    'negative-claim: 未收到依申请公开事项',
    'negative-claim: 未发生政府信息公开行政复议',
  ]);
  assert.deepEqual(spoken('政府信息依申请公开零申请、零结转下年度。'), ['negative-claim: 零申请', 'negative-claim: 零结转下年度']);
  assert.deepEqual(spoken('政府信息公开行政复议、行政诉讼无一例被纠错。'), ['negative-claim: 无一例被纠错']);
});

test('breakdowns: closed lists add up, the rest need not', () => {
  const silent = [
    '公开信息300条，其中动态200条、公告50条、年报30条等。',
    '公开信息300条，主要包括动态200条、公告50条、年报30条。',
    '公开信息420条，其中：转为主动公开2条；规范性文件3条；政策解读8条。',
    '公开信息300条，其中网站200条，其中动态150条、公告50条；新媒体60条。',
    '公开信息300条，其中网站200条、公众号推文90篇、视频5期。',
    '公开信息300条，其中网站200条。',
    '公开信息300条，其中网站200条、公众号60条。',
    '公开信息近300条，其中动态200条、公告50条、年报30条。',
    '收到申请12件，其中自然人10件、法人2件，网上8件、信函4件。',
    '公开信息1.2万条，其中动态0.5万条、公告0.7万条。',
    '公开信息300条，其中动态200条、公告100条；另开设专栏5个，其中新开2个、整合1个。',
    '公开信息300条，其中网站290条、公众号20条。',
    '公开信息300条，包括概况20条、文件50条、预决算40条、补贴36条。',
    '收到留言300件，其中来信180件、来电70件、来访50件；加上上年结转9件，共309件。',
    '工作中，公开动态200条，公告50条，年报40条。',
    '公开信息300条（含视频9条、图解3条）。',
    '收到92件、上年结转2件。其中，甲19件，乙18件，丙48件，丁9件。',
  ];
  for (const text of silent)
    assert.deepEqual(
      spoken(text).filter((words) => words.startsWith('breakdown')),
      [],
      text,
    );
  const broken: readonly (readonly [string, string])[] = [
    ['公开信息300条，其中动态200条、公告50条、其他40条。', '其中动态200条、公告50条、其他40条'],
    ['公开信息300条（其中动态200条、公告50条、年报40条）。', '其中动态200条、公告50条、年报40条'],
    ['公开信息300条，分别为网站200条、公众号90条。', '分别为网站200条、公众号90条'],
    ['公开信息300条，包括动态200条、公告150条、年报1条。', '包括动态200条、公告150条、年报1条'],
    ['公开信息300条：动态200条，公告50条，年报40条。', '：动态200条，公告50条，年报40条'],
    ['公开信息300条。按渠道分：网站200条，公众号50条，公开栏40条。', '：网站200条，公众号50条，公开栏40条'],
    ['公开信息300条（动态200条，公告50条，年报40条）。', '（动态200条，公告50条，年报40条'],
    ['在收到的47件留言中，涉及立项的28件、价格的8件、其他方面的10件。', '，涉及立项的28件、价格的8件、其他方面的10件'],
    ['公开信息26418条，其中动态14270条、目录12211条。', '其中动态14270条、目录12211条'],
    ['公开信息73条，包括概况2条、文件5条、预决算4条、补贴36条、动态24条。', '包括概况2条、文件5条、预决算4条、补贴36条、动态24条'],
    ['公开信息300条，其中动态200条、公告50条、其他40条；召开发布会4次。', '其中动态200条、公告50条、其他40条'],
    ['培训干部300人次，分别为200人次和90人次，合计300人次。', '分别为200人次和90人次'],
  ];
  for (const [text, quote] of broken) assert.deepEqual(spoken(text), [`breakdown: ${quote}`], text);
});

test('percentages are judged within the rounding of what is printed', () => {
  const text = (percent: string): string => `公开信息三类共80条，其中动态54条，占比${percent}；公告25条；年报1条。`;
  for (const fine of ['67.5%', '67%', '68%', '67.50%']) assert.deepEqual(spoken(text(fine)), [], fine);
  for (const wrong of ['66.5%', '69%', '67.4%']) assert.deepEqual(spoken(text(wrong)), [`percentage: 54条，占比${wrong}`], wrong);
  assert.deepEqual(spoken('公开信息80条，其中动态54条，占全市总量的3%；公告25条；年报1条。'), []);
  const outcome = (percent: string): string => `政府信息公开申请办理结果中，予以公开占${percent}。`;
  for (const fine of ['41.3%', '40.9%', '38.5%', '41%']) assert.deepEqual(spoken(outcome(fine)), [], fine);
  assert.deepEqual(spoken(outcome('45%')), ['percentage: 予以公开占45%']);
  for (const fine of ['93.2%', '99.1%', '93%', '99%']) assert.deepEqual(spoken(`收到政府信息公开申请110件，办结率${fine}。`), [], fine);
  assert.deepEqual(spoken('收到政府信息公开申请110件，办结率为100%。'), ['percentage: 办结率为100%']);
  for (const silent of [
    '收到政府信息公开申请110件，按时办结率100%。',
    '收到政府信息公开申请110件，办结率100%，结转下年度8件。',
    '办理12345工单300件，办结率100%。',
  ])
    assert.deepEqual(spoken(silent), [], silent);
});

test('shares of lists that no 其中 opens, and growth that the text computes from itself', () => {
  const list = (percent: string): string => `公开信息80条。从内容看：动态54条，占${percent}；公告25条；年报1条。`;
  assert.deepEqual(spoken(list('67.5%')), []);
  assert.deepEqual(spoken(list('76.5%')), ['percentage: 54条，占76.5%']);
  assert.deepEqual(spoken('新收政府信息公开申请110件（自然人100件，占90.9%；法人或其他组织10件，占19.1%）。'), ['percentage: 10件，占19.1%']);
  // In no list of the text: against all requests of table 三.
  for (const fine of ['90.9%', '91%', '85.5%', '91.7%']) assert.deepEqual(spoken(`政府信息公开申请中，自然人申请100件，占比${fine}。`), [], fine);
  assert.deepEqual(spoken('政府信息公开申请中，自然人申请100件，占比95%。'), ['percentage: 100件，占比95%']);
  for (const fine of [
    '公开信息150条，较上年增加12条，增长8.7%。',
    '公开信息150条，较2023年的138条增加12条，增长8.70%。',
    '公开信息150条，同比减少50条，下降25%。',
    '公开信息150条，较上年增加12条，答复率提升3%。',
    '公开信息150条，与上年相比，举办活动增加12条。',
    '公开信息150条，较上年增加近12条，增长5%。',
  ])
    assert.deepEqual(spoken(fine), [], fine);
  assert.deepEqual(spoken('公开信息150条，较上年增加12条，增长7.8%。'), ['percentage: 12条，增长7.8%']);
  assert.deepEqual(spoken('公开信息150条，同比减少50条，下降33.3%。'), ['percentage: 50条，下降33.3%']);
  assert.deepEqual(spoken('公开信息150条（其中视频5条），较上年的161条减少11条，下降8.6%。'), ['percentage: 11条，下降8.6%']);
  assert.deepEqual(spoken('公开信息150条，较2023年的138条增加21条。'), ['percentage: 较2023年的138条增加21条']);
});

test('one wrong figure is spoken of once', () => {
  // It contradicts the table, so neither its list nor its shares can come out.
  assert.deepEqual(spoken('新收政府信息公开申请110件，其中自然人90件、法人或其他组织10件。'), ['requests-claim: 自然人90件']);
  assert.deepEqual(spoken('新收政府信息公开申请120件，其中自然人100件，占90.9%；法人或其他组织10件，占9.1%。'), ['requests-claim: 新收政府信息公开申请120件']);
  assert.deepEqual(spoken('公开信息80条，其中动态45条，占67.5%；公告25条，占31.3%；其他1条，占1.3%。'), [
    'breakdown: 其中动态45条，占67.5%；公告25条，占31.3%；其他1条',
  ]);
  // The sums say that the cell is wrong, and the text has what they ask for.
  const cell = '/tables/requests/carriedForward/total';
  assert.deepEqual(spoken('办结政府信息公开申请109件，结转下年度8件。', { [cell]: 9 }), []);
  assert.deepEqual(spoken('办结政府信息公开申请109件，结转下年度7件。', { [cell]: 9 }), ['requests-claim: 结转下年度7件']);
});

test('what is said of all requests is said of those carried in too', () => {
  assert.deepEqual(spoken('新收政府信息公开申请110件，上年结转7件，均已办结。'), ['contradiction: 均已办结']);
  assert.deepEqual(spoken('新收政府信息公开申请110件，其中上年结转7件均已办结。'), []);
});

test('results that a colon announces are a list of outcomes only', () => {
  const results = (share: string): string =>
    `办结政府信息公开申请109件。答复情况为：予以公开45件，占${share}；部分公开14件，占12.8%；不予公开15件，占13.8%；无法提供23件；不予处理6件；其他处理6件。`;
  assert.deepEqual(spoken(results('41.3%')), []);
  assert.deepEqual(spoken(results('43.1%')), ['percentage: 45件，占43.1%']);
  assert.deepEqual(spoken('主动公开文件36件。依申请公开办理情况：收到政府信息公开申请110件，办结109件，结转8件。'), []);
});

test('cases among the problems are those of the report', () => {
  const problems = (text: string): readonly string[] => spoken('（二）依申请公开。', { '/sections/4/paragraphs/0': text });
  assert.deepEqual(problems('一是复议纠错9件，检索不够充分。'), ['disputes-claim: 复议纠错9件']);
  assert.deepEqual(problems('一是答复文书不够规范，行政复议9件。'), ['disputes-claim: 行政复议9件']);
  assert.deepEqual(problems('一是依法行政能力不足，行政诉讼90件。'), []);
});

test('long sentences of comparisons, brackets and lists are judged to their end', () => {
  for (const [piece, found] of [
    ['较2023年的1件增加1件，', 50],
    ['收到1件（1件', 0],
    ['；其中1件', 0],
    ['办结的1件中，', 0],
  ] as const)
    assert.equal(spoken(piece.repeat(Math.floor(20_000 / piece.length))).length, found, piece);
});

test('parts that are named behind their count', () => {
  const parts =
    '总体情况；主动公开政府信息情况；收到和处理政府信息公开申请情况；政府信息公开行政复议、行政诉讼情况；存在的主要问题及改进情况；其他需要报告的事项';
  assert.deepEqual(spoken(`本报告由六个部分组成：${parts}。`), []);
  assert.deepEqual(
    spoken(`本报告由七个部分组成：${parts}。`).map((words) => words.slice(0, 18)),
    ['parts-listed: 七个部分'],
  );
});

test('changes against last year need last year’s report', () => {
  const previous = { '/tables/requests/newlyReceived/total': 100, '/tables/requests/carriedOver/total': 20 };
  const change = (words: string): readonly string[] => spoken(`收到政府信息公开申请110件，${words}。`, {}, { previous });
  for (const fine of ['较上年增长10%', '同比上升10.0%', '比上年增加10件', '同比增长10%，上年结转7件']) assert.deepEqual(change(fine), [], fine);
  assert.deepEqual(change('较上年增长12.5%'), ['percentage: 较上年增长12.5%']);
  assert.deepEqual(change('比上年减少10件'), ['percentage: 比上年减少10件']);
  assert.deepEqual(change('比前五年平均增长30%'), []);
  assert.deepEqual(spoken('收到政府信息公开申请110件，较上年增长12.5%。'), []);
});

test('processing fees: sums, multiples, units, and table 二', () => {
  const fee = (text: string, set: Example['set'] = {}): readonly string[] => spoken('（二）依申请公开。', { '/sections/5/paragraphs/0': text, ...set });
  assert.deepEqual(fee('本年度收取信息处理费0.12万元。'), []);
  assert.deepEqual(fee('发出信息处理费收费通知3件，总金额1200元，实际收取800元。', { '/tables/disclosure/fees/amount': 0.08 }), []);
  assert.deepEqual(fee('信息处理费按每页10元至40元的标准收取，本年度未收取。'), []);
  assert.deepEqual(fee('收取信息处理费3件、1640元，其中按件计收1件、100元，按量计收2件、1540元。', { '/tables/disclosure/fees/amount': 0.2 }), []);
  assert.deepEqual(fee('收取信息处理费3件、1640元，其中按件计收1件、100元，按量计收2件、1450元。', { '/tables/disclosure/fees/amount': 0.2 }), [
    'processing-fee: 其中按件计收1件、100元，按量计收2件、1450元',
  ]);
  assert.deepEqual(fee('向2名申请人收取信息处理费，分别为300元和460元，合计860元。', { '/tables/disclosure/fees/amount': 0.1 }), [
    'processing-fee: 分别为300元和460元',
  ]);
  assert.deepEqual(fee('本年度收取信息处理费105元。'), ['processing-fee: 105元']);
  assert.deepEqual(fee('本年度收取信息处理费3000元。', { '/tables/disclosure/fees/amount': 0.2 }), ['processing-fee: 3000元']);
  assert.deepEqual(fee('本年度收取信息处理费3000元。', { '/tables/disclosure/fees/amount': null }), []);
  assert.deepEqual(fee('本年度收取信息处理费500元，其中按件收取300元，按量收取200元。'), []);
  assert.deepEqual(fee('本年度收取信息处理费500元，其中按件收取300元，其他收取100元。'), ['processing-fee: 其中按件收取300元，其他收取100元']);
});

test('a wrong change is said as one, in per cent or in number, up or down', () => {
  const said = (text: string): readonly (readonly string[])[] => {
    const context = createContext(exampleReading({ name: '', set: { [OVERVIEW]: text } }));
    return (['zh', 'en'] as const).map((lang) => judge(context, own, lang).diagnostics.map(({ message }) => message));
  };
  assert.deepEqual(said('公开信息151条，较上年增加13条，增长4.9%。'), [
    ['“13条，增长4.9%”：上年 138，今年 151，应为增长 9.42%，写的是增长 4.9%'],
    ['“13条，增长4.9%”: last year 138, this year 151, which is up 9.42%; the text says up 4.9%'],
  ]);
  assert.deepEqual(said('公开信息150条，较2023年的161条减少21条。'), [
    ['“较2023年的161条减少21条”：上年 161，今年 150，应为减少 11，写的是减少 21'],
    ['“较2023年的161条减少21条”: last year 161, this year 150, which is down 11; the text says down 21'],
  ]);
});
