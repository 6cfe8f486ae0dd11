/** What the rules of `text/` find in a sentence, word for word, and what they leave alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContext } from '../../src/judge/context.js';
import { judge } from '../../src/judge/engine.js';
import { doubledMarks, halfWidthMarks } from '../../src/judge/rules/half-width.js';
import { rules } from '../../src/judge/rules/index.js';
import { isCardNumber, isIdentityNumber } from '../../src/judge/rules/text/personal-data.js';
import { judgeWords, reportOf } from '../support/judge-text.js';
import { readingOf } from '../support/reading.js';

const UNIT = '云岭县水务局';

type Case = readonly [text: string, ...quotes: readonly string[]];

const cases: { readonly [rule: string]: readonly Case[] } = {
  'text/conversion-artifact': [
    ['[bookmark: _GoBack]我局公开信息', '[bookmark: _GoBack]'],
    ['见{HYPERLINK "http://a.gov.cn"}网站', '{HYPERLINK "http://a.gov.cn"}'],
    ['第{ PAGE \\* MERGEFORMAT }页', '{ PAGE \\* MERGEFORMAT }'],
    ['TOC \\o "1-3" \\h \\z \\u', 'TOC \\o "1-3" \\h \\z \\u'],
    ['&nbsp;&nbsp;全年公开', '&nbsp;'],
    ['&ldquo;公开&rdquo;', '&ldquo;'],
    ['“5ž15政务公开日”', 'ž'],
    ['公开\ufffd\ufffd信息', '\ufffd\ufffd'],
    ['锟斤拷锟斤拷公开', '锟斤拷锟斤拷'],
    ['<p style="font-size:16px">全年</p>', '<p style="font-size:16px">'],
    ['一、总体情况……………………1', '……………………1'],
    ['见错误!未找到引用源。', '错误!未找到引用源。'],
    ['见Error! Reference source not found.', 'Error! Reference source not found.'],
    ['合计#REF!条', '#REF!'],
    ['[图片]公开栏', '[图片]'],
    ['公开null条', 'null'],
    ['共发布 PDF、Word 两种，面积3×4米，气温25℃，±5%，A·B 点，café，“Café”，REF 12，Ⅱ类，①②，a<b，C&D公司……'],
    ['印发<中华人民共和国政府信息公开工作年度报告格式>的通知'],
    ['网址 http://a.gov.cn/?x=1&y=2#REF 查阅'],
  ],
  'text/placeholder': [
    ['主动公开信息XX条', 'XX'],
    ['××县人民政府', '××'],
    ['电话：××××-×××××××，0736-×××××××', '××××-×××××××', '×××××××'],
    ['型号 A-XX-01、XX-2'],
    ['公开信息×条，答复**件', '×', '**'],
    ['20XX年', '20XX'],
    ['20××年度', '20××'],
    ['____年', '____'],
    ['2025年 月 日', '月 日'],
    ['联系人：×××，电话：××××', '×××', '××××'],
    ['从网站（具体网址）下载', '（具体网址）'],
    ['【单位名称】公开', '【单位名称】'],
    ['收费情况（如有）', '（如有）'],
    ['（如无请填写无）', '（如无请填写无）'],
    ['该部分以表格形式报告。表格如下：', '该部分以表格形式报告。'],
    ['此处填写主动公开情况', '此处填写主动公开情况'],
    ['示例：2024年公开信息', '示例：'],
    ['（待补充）', '（待补充）'],
    ['某局某村村民李××申请，双随机、一公开，尺寸3×4，（如有疑问，请来电），AXX级，XXL号，http://a.cn/xx/xx.html'],
  ],
  'text/duplicated-word': [
    ['年度年度报告', '年度年度'],
    ['政府信息公开公开申请', '公开公开'],
    ['存在的的问题', '的的'],
    ['情况情况如下', '情况情况'],
    ['可通过可以通过网站查阅', '可通过可以通过'],
    ['电子版可在可在明河市政府网站下载', '可在可在'],
    ['哈尔哈尔乡、乌拉乌拉河沿岸'],
    ['石桥镇镇共收到申请', '镇镇'],
    ['区水务局局主动公开', '局局'],
    ['共12件件，2024年年，', '件件', '年年'],
    ['已已办结，并并报送，在在法定时限内', '已已', '并并', '在在'],
    ['领导小组领导小组成员', '领导小组领导小组'],
    ['规范性文件规范性文件2件', '规范性文件规范性文件'],
    ['全面全面推进，以以及规章', '全面全面', '以以'],
    ['稳稳推进，人人知晓，进一步，多多益善，公开公示，一一落实，天天更新，常常，层层压实，方方面面，实实在在，家家户户，件件有回音，谢谢'],
    ['北京市市场监督管理局，局局长，部部长，办办公室，县县城，全镇镇村干部，镇镇长，2024年年底，2024年年度'],
    ['人民政府政府信息公开专栏，政府信息公开公开栏，部门部门预算，办公室办公室主任，政务公开工作工作人员，常务会议会议纪要，依法行政行政执法'],
    [
      '目的的确，做了了解，还是是否，实事求是是原则，存在在线上，温和和谐，参与与会，以及及时，应对对照，即将将，作为为民，服从从严，方向向好，即或或许，以及及其',
    ],
    ['谁公开谁审查谁审查谁负责，进一步规范规范性文件制定，设置公示公示栏，建议建议提案'],
    ['一批一批、一件一件、三个三个、逐项逐项、很多很多'],
  ],
  'text/unbalanced-marks': [
    ['根据《条例和《办法》编制', '《'],
    ['（电话：0000-1234567', '（'],
    ['执行三审三校”制度', '”'],
    ['见附件（一', '（'],
    ['”阳光石桥”公众号和“阳光城东“栏目', '”', '“'],
    ['（国办公开办函〔2021）30号）', '〔'],
    ['根据《条例）编制', '《', '）'],
    ['全文包括 年度报告格式>石桥镇情况，数值>5，a<b，<条例>', '>'],
    ['（见附件(一)', '（'],
    ['1）甲；2）乙；一）丙，（三）丁，a) 戊，1）己2）庚'],
    ['《〈条例〉办法》（国令〔2019〕711号）“‘一’网”【公开】(a（b）)〔2019]3号'],
  ],
  'text/personal-data': [
    ['联系电话：138-1234-5678', '138-****-5678'],
    ['申请人李某13812345678', '138****5678'],
    ['身份证11010519491231002X', '110***********002X'],
    ['身份证110105194912310021'],
    ['卡号6222021234567890128', '622************0128'],
    ['编号6222021234567890128，电话0533-1234567，138****5678，20241234567890123，邮箱ylx2008@163.com'],
    ['邮箱123456789@qq.com', '123******@*q.com'],
    ['http://a.gov.cn/art/13812345678.html'],
  ],
  'text/internal-submission': [
    ['区政府：', '区政府：'],
    ['县委、县政府:', '县委、县政府:'],
    ['现将情况予以上报。', '现将情况予以上报'],
    ['特此报告。', '特此报告'],
    ['以上报告，妥否，请批示。', '妥否，请批示'],
    ['请予审阅。', '请予审阅'],
    ['现将工作报告如下：'],
    ['舆情信息按规定将有关情况予以上报县网信办。'],
    ['及时上报信息，向县政府办报送信息20条，文件报送备案，报送的数据准确。'],
    ['联系单位：'],
  ],
};

for (const [id, list] of Object.entries(cases)) {
  const rule = rules.filter((candidate) => candidate.id === id);
  for (const [text, ...quotes] of list) {
    test(`${id}: ${text.slice(0, 60)}`, () => {
      assert.deepEqual(
        judgeWords({ unit: UNIT, overview: [text] }, rule).map(({ place }) => place.quote),
        quotes,
      );
    });
  }
}

test('names of parties that are hidden on purpose are no placeholders', () => {
  const rule = rules.filter(({ id }) => id === 'text/placeholder');
  assert.deepEqual(judgeWords({ unit: UNIT, overview: ['申请人王××、原告李××、村民张XX的诉求均已答复。'] }, rule), []);
});

const width = (text: string): string =>
  halfWidthMarks(text)
    .map(({ span, found }) => `${span[0]}${found}`)
    .join(' ');

test('half-width marks between Chinese words, each with its place', () => {
  assert.equal(width('一是更新慢,二是形式少;共12条,其中3条:'), '5, 11; 16, 21:');
  assert.equal(width('(一)主动公开(含规划)'), '0( 2) 7( 11)');
  assert.equal(width('已完成.'), '3.');
  assert.equal(width('“好”,“坏”?很好!'), '3, 7? 10!');
  assert.equal(width('截至2024,共公开'), '6,');
  assert.equal(width('见http://a.gov.cn/x,y,谢谢'), '20,');
});

test('marks of numbers, times, addresses, Latin text, numbering and the form’s notes are right', () => {
  for (const text of [
    '访问量18,708,325次',
    '8:30-17:30',
    'http://a.gov.cn/x?y=1;z=2',
    'Word, Excel (docx)',
    '1.主动公开',
    '一.总体情况',
    '(docx)',
    '占3.5%',
    '国办发(2019)60号',
    '（本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和）',
    '全角，都对。',
    'only Latin, here.',
  ])
    assert.equal(width(text), '', text);
});

test('doubled marks, and those that only look so', () => {
  const doubled = (text: string): readonly string[] => doubledMarks(text).map(({ found, due }) => `${found}→${due}`);
  assert.deepEqual(doubled('完成。。办结，，答复，。收到、、共,,其中'), ['。。→。', '，，→，', '，。→。', '、、→、', ',,→，']);
  for (const text of ['文号区间为2006..2008', '第1 ..1048号', '联系人：……..，服务', '详见..\\附件\\表1', '目录......1', '见xxgk/../nb/'])
    assert.deepEqual(doubled(text), [], text);
  assert.deepEqual(doubled('等等……“甲”“乙”《丙》《丁》。”（戊。）。3..5……'), []);
});

test('only what can be read in one way is repaired', () => {
  const sure = (faults: readonly { readonly found: string; readonly sure: boolean }[]): readonly string[] =>
    faults.filter((fault) => fault.sure).map(({ found }) => found);
  assert.deepEqual(sure(doubledMarks('完成。。办结，，答复，。收到、、共；；等。。。')), ['。。', '，，']);
  assert.deepEqual(sure(halfWidthMarks('省.市.县三级,国办函?2021?30号;张?明(含规划)等)是否公开?')), [',', ';', '(', ')', '?']);
  assert.deepEqual(sure(halfWidthMarks('工作.已完成.')), ['.']);
});

test('marks parted by a picture are no doubled marks', () => {
  const rule = rules.filter(({ id }) => id === 'text/punctuation');
  const judged = (kind: 'image' | 'comments'): number => {
    const reading = readingOf(reportOf({ unit: UNIT, overview: ['标识为、、等。', '另一段、、等。'] }));
    const locations = new Map([...reading.locations].map(([pointer, located], paragraph) => [pointer, { ...located, place: { paragraph } }]));
    const { place } = locations.get('/sections/0/paragraphs/0')!;
    const notes = [{ kind, count: 2, place, block: 0, on: '/sections/0' }] as const;
    return judge(
      createContext({ ...reading, locations, notes }),
      rule.map((one) => ({ rule: one })),
      'zh',
    ).diagnostics.length;
  };
  assert.deepEqual([judged('image'), judged('comments')], [1, 2]);
});

test('residue that may part two words or figures is not taken out unasked', () => {
  const rule = rules.filter(({ id }) => id === 'text/conversion-artifact');
  const removed = (text: string): readonly string[] => {
    const context = createContext(readingOf(reportOf({ unit: UNIT, overview: [text] })));
    return judge(
      context,
      rule.map((one) => ({ rule: one })),
      'zh',
    ).repairs.map(({ span }) => text.slice(...span!));
  };
  assert.deepEqual(removed('收到3</td><td>4件，<br/>其中<b>12</b>件&nbsp;。'), ['<br/>', '<b>', '</b>', '&nbsp;']);
  assert.deepEqual(removed('张&nbsp;三，3&nbsp;4；[bookmark: _GoBack]完成'), ['[bookmark: _GoBack]']);
});

test('a report typed with half-width marks throughout gets one finding, others one a paragraph', () => {
  const rule = rules.filter(({ id }) => id === 'text/punctuation');
  const few = judgeWords({ unit: UNIT, overview: ['甲,乙,丙。', '丁,戊。', '己，庚。'] }, rule);
  assert.deepEqual(
    few.map(({ pointer, severity, message }) => [pointer, severity, message]),
    [
      ['/sections/0/paragraphs/0', 'info', '这一段有 2 处半角标点：“甲,乙,”、“甲,乙,丙。”'],
      ['/sections/0/paragraphs/1', 'info', '中文语句中用了半角标点：“丁,戊。”，“,”应为“，”'],
    ],
  );
  const many = judgeWords({ unit: UNIT, overview: Array.from({ length: 12 }, () => '甲,乙,丙。') }, rule);
  assert.equal(many.length, 1);
  assert.match(many[0]!.message, /^全文有 12 段共 24 处半角标点/);
});

test('a contact and a citizen’s number weigh differently', () => {
  const rule = rules.filter(({ id }) => id === 'text/personal-data');
  const severity = (text: string): readonly string[] => judgeWords({ unit: UNIT, overview: [text] }, rule).map((found) => found.severity);
  assert.deepEqual(severity('联系电话：13812345678。'), ['info']);
  assert.deepEqual(severity('申请人李某，电话13812345678。'), ['warning']);
});

test('check digits', () => {
  assert.ok(isIdentityNumber('11010519491231002X'));
  assert.ok(isIdentityNumber('11010519491231002x'));
  assert.ok(!isIdentityNumber('110105194912310021'));
  assert.ok(isCardNumber('4111111111111111'));
  assert.ok(!isCardNumber('4111111111111112'));
});

test('a quotation over two paragraphs is whole, one over two sections is not', () => {
  const rule = rules.filter(({ id }) => id === 'text/unbalanced-marks');
  assert.deepEqual(judgeWords({ unit: UNIT, overview: ['群众说：“内容', '要更好懂。”'] }, rule), []);
  assert.deepEqual(
    judgeWords({ unit: UNIT, preface: ['根据《条例'], overview: ['》编制。'] }, rule).map(({ pointer }) => pointer),
    ['/preface/0', '/sections/0/paragraphs/0'],
  );
});
