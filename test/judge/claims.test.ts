import assert from 'node:assert/strict';
import { test } from 'node:test';
import { score } from '../../bench/accuracy-claims.js';
import { cellsOf, editions, tableSpec } from '../../src/form/editions/index.js';
import { valueAt } from '../../src/form/model/pointer.js';
import { type Claims, judgeClaims } from '../../src/judge/claims/index.js';
import { compileLexicon } from '../../src/judge/claims/lex.js';
import { lexicon } from '../../src/judge/claims/lexicon.js';
import { numberAt, parseChinese } from '../../src/judge/claims/number.js';
import { readClaims } from '../../src/judge/claims/read.js';
import { distractors, named, phrases } from '../support/claim-sentences.js';
import { baseReport, put } from '../support/reading.js';

const UNIT = '云岭县人民政府';

function judged(text: string | readonly string[], unit = UNIT, year = 2024, report = baseReport('2021')): Claims {
  const paragraphs = (typeof text === 'string' ? [text] : text).map((paragraph, index) => ({ pointer: `/p/${index}`, text: paragraph, section: 0 }));
  return judgeClaims({ paragraphs, sections: ['overview'], year, unit }, (pointer) => valueAt(report, pointer) as number | null | undefined);
}

/** `agrees`, `differs` or a reason, for each claim in the order of the text. */
function fates(text: string | readonly string[], unit?: string, year?: number): readonly string[] {
  const { compared, leftAside } = judged(text, unit, year);
  return [
    ...compared.map(({ claim, agrees }) => ({ at: claim.span[0], pointer: claim.pointer, fate: agrees ? 'agrees' : 'differs' })),
    ...leftAside.map(({ span, pointer, reason }) => ({ at: span[0], pointer, fate: reason as string })),
  ]
    .sort((one, other) => (one.pointer < other.pointer ? -1 : one.pointer > other.pointer ? 1 : one.at - other.at))
    .map(({ fate }) => fate);
}

for (const each of [...phrases, ...distractors]) {
  test(`claims of ${each.phrase}: every sentence read as a person reads it`, () => {
    assert.ok(each.sentences.length >= 3);
    assert.equal(new Set(each.sentences.map(([text]) => text)).size, each.sentences.length);
    const { right, wrong, leftAside, remarks } = score(each);
    assert.deepEqual(remarks, []);
    assert.deepEqual([right, wrong, leftAside], [each.sentences.flatMap(([, ...claims]) => claims).length, 0, 0]);
  });
}

test('the sentences agree with the clean report; each number changed in turn does not', () => {
  const skip = new Set(['未收到', '没有收到', '未受理', '零申请', '0件', '未发生复议、诉讼', '无纠错、败诉', '纠正']);
  let changed = 0;
  for (const { phrase, sentences } of phrases.filter((each) => !skip.has(each.phrase))) {
    for (const [text] of sentences) {
      const { compared, leftAside } = judged(text);
      assert.deepEqual([...compared.filter(({ agrees }) => !agrees).map(({ claim }) => text.slice(...claim.span)), ...leftAside], [], `${phrase}: ${text}`);
      for (const { claim } of compared) {
        const words = text.slice(...claim.span);
        const figure = String(claim.value);
        if (!words.includes(figure)) continue;
        const broken = text.slice(0, claim.span[0]) + words.replace(figure, String(claim.value + 1000)) + text.slice(claim.span[1]);
        const differing = judged(broken).compared.filter(({ agrees }) => !agrees);
        assert.equal(differing.length, 1, broken);
        assert.ok(differing[0]!.evaluated.length > 0);
        changed += 1;
      }
    }
  }
  assert.ok(changed > 180, String(changed));
});

test('every name of the expected claims stands for cells of a form', () => {
  const cells = new Set(
    editions.flatMap(({ edition, tables }) => tables.flatMap(({ key }) => cellsOf(tableSpec(edition, key)).map(({ pointer }) => pointer as string))),
  );
  for (const [name, pointers] of Object.entries(named)) for (const pointer of pointers) assert.ok(cells.has(pointer), `${name}: ${pointer}`);
});

test('the lexicon is small, every entry has sentences that it is needed for, and they agree with the clean report', () => {
  assert.ok(lexicon.length <= 200, String(lexicon.length));
  const read = (text: string, entries: typeof lexicon): string => {
    const { claims, leftAside, sentences } = readClaims(
      { paragraphs: [{ pointer: '/p', text, section: 0 }], sections: ['overview'], year: 2024, unit: UNIT },
      compileLexicon(entries),
    );
    const words = sentences.map(({ phrases }) => phrases.map((phrase) => phrase.words.map(({ kind, of }) => `${kind}:${of}`)));
    return JSON.stringify([claims, leftAside, words]);
  };
  for (const entry of lexicon) {
    assert.ok(entry.as.length > 0, entry.means);
    const without = lexicon.filter((other) => other !== entry);
    for (const text of entry.as) {
      assert.notEqual(read(text, without), read(text, lexicon), `${entry.means}: ${text}`);
      const differing = judged(text).compared.filter(({ agrees }) => !agrees);
      assert.deepEqual(
        differing.map(({ claim }) => text.slice(...claim.span)),
        [],
        `${entry.means}: ${text}`,
      );
    }
  }
});

test('numbers: Arabic, full-width, separators, 万, Chinese, with unit and precision', () => {
  const at = (text: string, start = 0): readonly unknown[] | undefined => {
    const found = numberAt(text, start);
    return found && [found.value, found.step, found.unit, found.bound ?? 'exactly', text.slice(found.start, found.end)];
  };
  assert.deepEqual(at('35件'), [35, 1, '件', 'exactly', '35件']);
  assert.deepEqual(at('1,362 条'), [1362, 1, '条', 'exactly', '1,362 条']);
  assert.deepEqual(at('18,708,325次'), [18708325, 1, '次', 'exactly', '18,708,325次']);
  assert.deepEqual(at('1.2万件'), [12000, 1000, '件', 'exactly', '1.2万件']);
  assert.deepEqual(at('318.46万元'), [3184600, 100, '元', 'exactly', '318.46万元']);
  assert.deepEqual(at('58.5%'), [58.5, 0.1, '%', 'exactly', '58.5%']);
  assert.deepEqual(at('100余件'), [100, 1, '件', 'over', '100余件']);
  assert.deepEqual(at('近100件', 1), [100, 1, '件', 'under', '100件']);
  assert.deepEqual(at('35件以上'), [35, 1, '件', 'over', '35件']);
  assert.deepEqual(at('两件'), [2, 1, '件', 'exactly', '两件']);
  assert.deepEqual(at('一百零五件'), [105, 1, '件', 'exactly', '一百零五件']);
  assert.deepEqual(at('二十余件'), [20, 1, '件', 'over', '二十余件']);
  assert.deepEqual(at('百分之四十一点三'), [41.3, 0.1, '%', 'exactly', '百分之四十一点三']);
  assert.deepEqual(at('六成以上'), [60, 10, '%', 'over', '六成']);
  assert.deepEqual(at('近七成', 1), [70, 10, '%', 'under', '七成']);
  assert.deepEqual(at('壹佰壹拾件'), [110, 1, '件', 'exactly', '壹佰壹拾件']);
  for (const none of ['一件事', '二十分', '万件', '一例外', '一成熟']) assert.equal(at(none), undefined, none);
  for (const [text, start] of [
    ['第20条', 1],
    ['第二十条', 1],
    ['〔2021〕30号', 1],
    ['0000-1234567', 0],
    ['1.主动公开', 0],
  ] as const)
    assert.equal(at(text, start), undefined, text);
  assert.deepEqual(
    ['十', '十二', '二十', '一百', '一百一十', '三千零六', '一万二千', '二〇', '零'].map(parseChinese),
    [10, 12, 20, 100, 110, 3006, 12000, 20, 0],
  );
  for (const odd of ['百', '十百', '二三十']) assert.equal(parseChinese(odd), undefined, odd);
});

test('收到 means new or new with those carried over; the reading that fits is told', () => {
  const reading = (text: string): string =>
    judged(text)
      .compared[0]!.agrees!.reading.map(({ pointer }) => pointer)
      .join(' ');
  assert.equal(reading('收到政府信息公开申请110件。'), '/tables/requests/newlyReceived/total');
  assert.equal(reading('收到政府信息公开申请117件。'), '/tables/requests/newlyReceived/total /tables/requests/carriedOver/total');
  assert.deepEqual(fates('收到政府信息公开申请111件。'), ['differs']);
  assert.deepEqual(fates('新收政府信息公开申请117件。'), ['differs']);
});

test('scope decides whether a number is compared, and is told', () => {
  const expected: readonly (readonly [string, string])[] = [
    ['全市共收到政府信息公开申请1862件。', 'area'],
    ['县教育局收到政府信息公开申请15件。', 'other-unit'],
    ['作为行政复议机构，受理政府信息公开行政复议96件。', 'agency'],
    ['累计收到政府信息公开申请930件。', 'cumulative'],
    ['截至6月底，收到政府信息公开申请52件。', 'cutoff'],
    ['2023年收到政府信息公开申请96件。', 'other-year'],
    ['政府信息公开申请较上年增加35件。', 'comparison'],
    ['收到政府信息公开申请近百件、100余件。', 'approximate'],
    ['收到涉及土地征收的政府信息公开申请26件。', 'subset'],
    ['受理政府信息公开申请业务咨询45次。', 'foreign'],
    ['公开行政处罚信息460条。', 'publication'],
    ['收到市政府转来的政府信息公开申请4件。', 'unread'],
  ];
  for (const [text, reason] of expected) assert.deepEqual([...new Set(fates(text))], [reason], text);
  assert.deepEqual(fates('截至2024年12月31日，收到政府信息公开申请110件。'), ['agrees']);
  assert.deepEqual(fates('2024年1月至12月，收到政府信息公开申请110件。'), ['agrees']);
});

test('a whole area is compared only when several of its figures are those of the table', () => {
  assert.deepEqual(fates('全市共收到政府信息公开申请110件，上年结转7件，办结109件，结转下年度9件。'), ['agrees', 'agrees', 'agrees', 'differs']);
  assert.deepEqual(fates('全市共收到政府信息公开申请110件，办结90件。'), ['area', 'area']);
  // In the report of the county's own government 全县 is what it reports on.
  assert.deepEqual(fates('全县共收到政府信息公开申请110件，办结90件。'), ['agrees', 'differs']);
  assert.deepEqual(fates('全县各部门收到政府信息公开申请90件。'), ['area']);
});

test('a part is not the whole, and parts said one after the other are', () => {
  assert.deepEqual(fates('收到政府信息公开申请110件，全年被提起行政诉讼21件，其中政府信息公开类5件。'), ['agrees', 'foreign']);
  assert.deepEqual(fates('依申请公开转办申请30件，直接办理80件。'), ['subset', 'subset']);
  assert.deepEqual(fates('政府信息公开申请线上收到80件，线下收到30件。'), ['subset', 'subset']);
  assert.deepEqual(fates('废止行政规范性文件2件，宣布失效行政规范性文件1件。'), ['subset', 'subset']);
  assert.deepEqual(fates('办理行政许可1300件。', '云岭县市场监督管理局'), ['subset']);
  assert.deepEqual(fates('作出行政许可决定1300件。', '云岭县市场监督管理局'), ['differs']);
  assert.deepEqual(fates('受理政府信息公开申请110件，其中2件由我县答复，其中有效政府信息公开申请105件。'), ['agrees', 'subset', 'subset']);
  assert.deepEqual(fates('制发行政规范性文件5件，印发文件36份，废止文件3件。'), ['agrees', 'agrees']);
});

test('sentences of whole reports are read to their end', () => {
  // 组织申请 is who applied, no other matter; what follows it is still about disclosure.
  assert.deepEqual(fates('收到政府信息公开申请110件，自然人申请100件，企业等组织申请10件。已办结108件。'), ['agrees', 'agrees', 'agrees', 'differs']);
  assert.deepEqual(fates('收到政府信息公开申请110件；本地用地申请10件。已办结108件。'), ['agrees', 'foreign']);
  // 1件至2025年 is no range.
  assert.deepEqual(fates('办结政府信息公开申请109件，结转9件至2025年办理。'), ['agrees', 'differs']);
  assert.deepEqual(fates('受理政府信息公开申请3至5件。'), ['approximate']);
  // An outcome with the reason that the form lists under it.
  assert.deepEqual(fates('政府信息公开申请中，属于三类内部事务信息不予公开5件，予以公开45件。'), ['differs', 'agrees']);
  assert.deepEqual(fates('政府信息公开申请中，属于三类内部事务信息不予公开4件。'), ['agrees']);
  assert.deepEqual(fates('政府信息公开申请中，1件经补正后内容仍不明确无法提供。'), ['agrees']);
  // The year of a title is not the year of the figures.
  assert.deepEqual(fates('公布《住房公积金2023年年度报告》，制发行政规范性文件6件。'), ['differs']);
  // What the cases are about may be said at the end.
  assert.deepEqual(fates('全年行政复议9件、行政诉讼21件，均因政府信息公开引起。'), ['differs', 'differs']);
  assert.deepEqual(fates('全年行政复议9件、行政诉讼21件，均未因政府信息公开引起。'), ['foreign', 'foreign']);
  assert.deepEqual(fates('行政复议4件、行政诉讼2件，均因政府信息公开引起，全部维持。'), ['differs', 'differs']);
  // Those answered and those carried forward are all of them, unless other outcomes are named besides.
  assert.deepEqual(fates('收到政府信息公开申请110件，答复103件。'), ['agrees', 'agrees']);
  assert.deepEqual(fates('收到政府信息公开申请110件，答复103件，结转下年度8件。'), ['agrees', 'differs', 'agrees']);
  // A list on one breath ends at the semicolon.
  assert.deepEqual(fates('收到政府信息公开申请110件，其中自然人100件；全年办理90件。'), ['agrees', 'agrees', 'differs']);
  assert.deepEqual(fates('收到政府信息公开申请110件，其中：书面答复2件；当场办结90件。').at(-1), 'subset');
  assert.deepEqual(fates('政府信息公开申请新收110件，承接上年度未办结9件，合计119件。'), ['agrees', 'differs', 'differs']);
  assert.deepEqual(fates('政府信息公开申请应办116件。'), ['differs']);
  assert.deepEqual(fates('政府信息公开申请来自自然人（90件）和商业企业（7件）。'), ['differs', 'agrees']);
  assert.deepEqual(fates('（二）依申请公开。以行政处罚案卷等信息为主，属于行政执法案卷不予公开3件。'), ['differs']);
  assert.deepEqual(fates('共收到向县政府及县政府办公室提出的申请111件，均为政府信息公开申请。'), ['differs']);
  assert.deepEqual(fates('收到向市政府转交的政府信息公开申请111件。'), ['subset']);
  // Each group has its own results; a list behind both divides them together.
  const results = (other: number): string => `政府信息公开行政复议8件，其中维持4件、其他结果1件；行政诉讼5件，其中维持3件、其他结果${other}件。`;
  assert.deepEqual(fates(results(1)), ['agrees', 'agrees', 'agrees', 'agrees', 'agrees', 'agrees']);
  assert.deepEqual(fates(results(2)).at(-1), 'differs');
  assert.deepEqual(fates('政府信息公开行政复议8件、行政诉讼5件，其中维持7件、其他结果2件。'), ['agrees', 'agrees', 'agrees', 'agrees']);
  // What was withdrawn, handled elsewhere or is a part of those named before.
  assert.deepEqual(fates('收到政府信息公开申请110件，转相关部门办理60件，直接答复49件。'), ['agrees', 'subset', 'subset']);
  assert.deepEqual(fates('收到政府信息公开申请110件，撤回2件，实际办理108件。').at(-1), 'subset');
  assert.deepEqual(fates('收到政府信息公开申请111件，撤回2件，实际办理109件。').at(-1), 'agrees');
  assert.deepEqual(fates('新收政府信息公开申请111件；办结109件（其中本年新收102件、上年结转7件）。'), ['differs', 'agrees', 'subset', 'agrees']);
  assert.deepEqual(fates('政府信息公开申请本年新收的110件中102件已办结，8件结转；上年结转的7件全部办结。')[1], 'subset');
  assert.deepEqual(fates('（二）依申请公开。申请总量111件，其中网上提交80件。'), ['differs']);
  assert.deepEqual(fates('（二）依申请公开。申请表下载111次，补贴申请总量36件。'), []);
  // 登记 and 办理 may stand for the same cells; they are two statements.
  assert.deepEqual(fates('全年登记政府信息公开申请111件，按时办理109件。'), ['differs', 'agrees']);
  assert.deepEqual(fates('收到政府信息公开申请110件，网上收到80件。'), ['agrees', 'subset']);
  assert.deepEqual(fates('新增政府信息公开申请110件，延续办理2023年申请9件，办结108件。'), ['agrees', 'differs', 'differs']);
  assert.deepEqual(fates('办结政府信息公开申请109件，其中公开46件，部分公开14件，不公开15件。'), ['agrees', 'differs', 'agrees', 'agrees']);
  // Documents of table 二.
  assert.deepEqual(fates('制发行政规范性文件6件，废止3件，截至2024年底现行有效36件。'), ['differs', 'agrees', 'agrees']);
  assert.deepEqual(fates('废止行政规范性文件3件，新制定6件，目前有效36件。'), ['agrees', 'differs', 'agrees']);
  assert.deepEqual(fates('现行有效的行政规范性文件37件；修订审核规定。'), ['differs']);
  assert.deepEqual(fates('制发行政规范性文件6件（其中修订1件）。')[0], 'ambiguous');
  assert.deepEqual(fates('修订办法。梳理制发的行政规范性文件，现行有效37件。'), ['differs']);
  assert.deepEqual(fates('县人民政府制定规章1件，县人民政府制发行政规范性文件4件。'), ['differs', 'subset']);
  // One answer with which somebody was not content.
  assert.deepEqual(fates('收到政府信息公开申请110件。申请人对1件答复不服，申请行政复议8件。'), ['agrees', 'agrees']);
});

test('who speaks: a bureau is not its county, a town is itself', () => {
  assert.deepEqual(fates('区人社局收到政府信息公开申请110件。', '云岭区人力资源和社会保障局'), ['agrees']);
  assert.deepEqual(fates('区财政局收到政府信息公开申请15件。', '云岭区人力资源和社会保障局'), ['other-unit']);
  assert.deepEqual(fates('云岭县共收到政府信息公开申请1500件。', '云岭县教育局'), ['other-unit']);
  assert.deepEqual(fates('全镇受理政府信息公开申请110件。', '大河镇人民政府'), ['agrees']);
  assert.deepEqual(fates('全镇受理政府信息公开申请110件。', '大河镇财政所'), ['area']);
  assert.deepEqual(fates('县政府收到政府信息公开申请110件。'), ['agrees']);
});

test('the topic comes from the sentence, the paragraph before it, or the numbered heading', () => {
  assert.deepEqual(fates(['（二）依申请公开。', '全年收到110件，办结109件。']), ['agrees', 'agrees']);
  assert.deepEqual(fates(['（二）热线办理。', '全年收到110件，办结109件。']), ['foreign', 'foreign']);
  assert.deepEqual(fates('收到网民留言60条，办结59条。收到政府信息公开申请110件，办结109件。'), ['foreign', 'foreign', 'agrees', 'agrees']);
  assert.deepEqual(fates('组织培训，收到反馈110件。'), []);
});

test('a blank cell is not compared, a table that is not there neither', () => {
  const report = baseReport('2021');
  const read = readClaims({
    paragraphs: [{ pointer: '/p', text: '收到政府信息公开申请110件，予以公开45件。', section: 0 }],
    sections: ['overview'],
    year: 2024,
  });
  assert.equal(read.claims.length, 2);
  const blank = judged('办结政府信息公开申请109件，予以公开45件。', UNIT, 2024, put(report, '/tables/requests/outcomes/granted/total', null));
  assert.deepEqual([blank.compared.length, blank.leftAside.map(({ reason }) => reason)], [1, ['blank']]);
  const none = judged('办结政府信息公开申请109件。', UNIT, 2024, { ...report, tables: {} });
  assert.deepEqual([none.compared.length, none.leftAside.map(({ reason }) => reason)], [0, ['no-cell']]);
});

test('the older form divides other handling and documents in its own way', () => {
  const report = baseReport('2019');
  const { compared, leftAside } = judged('（二）依申请公开。其他处理6件，无法提供23件。新制定规范性文件5件，现行有效的规范性文件36件。', UNIT, 2020, report);
  assert.deepEqual(
    compared.map(({ agrees }) => agrees?.sum),
    [6, 23, 5],
  );
  assert.deepEqual(
    leftAside.map(({ reason }) => reason),
    ['no-cell'],
  );
});

test('text without end, brackets without partner and strange characters do no harm', () => {
  const odd = [
    '（'.repeat(500),
    '收到'.repeat(2000),
    '1'.repeat(5000),
    '其中'.repeat(800),
    '一百'.repeat(900),
    '未'.repeat(900),
    '申请1件，'.repeat(600),
    '\u0000\ud800收到申请1件',
    '',
  ];
  for (const text of odd) {
    assert.doesNotThrow(() => judged(text));
  }
});
