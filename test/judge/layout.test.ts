/** layout/*: what our own documents are set like, and what is planted in them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { convert, lint, parse, rules, template } from '../../src/index.js';
import { createContext } from '../../src/judge/context.js';
import { judge } from '../../src/judge/engine.js';
import { dutiesOf } from '../../src/judge/profiles/duties.js';
import { builtIn } from '../../src/judge/profiles/generated/built-in.js';
import type { RuleOptions } from '../../src/judge/rule.js';
import { baseReport } from '../support/reading.js';

const NATIONAL = builtIn['default']!;
const official: RuleOptions = { duties: dutiesOf([NATIONAL, builtIn['gbt-9704']!]) };

/** What the layout rules say of a document: rule, node, what was found. */
async function said(bytes: Uint8Array, options: RuleOptions = official): Promise<readonly string[]> {
  const result = await lint(bytes, options);
  assert.ok(result.status === 'checked');
  return result.diagnostics.filter(({ ruleId }) => ruleId.startsWith('layout/')).map(({ ruleId, pointer, message }) => `${ruleId} ${pointer} ${message}`);
}

type Change = readonly [part: string, from: string | RegExp, to: string];

/** A document with its parts changed; each change must hit. */
function changed(bytes: Uint8Array, ...changes: readonly Change[]): Uint8Array {
  const files = unzipSync(bytes);
  for (const [name, from, to] of changes) {
    const before = files[name] ? strFromU8(files[name]) : '';
    const after = name in files ? before.replace(from, to) : to;
    assert.notEqual(after, before, `${name}: ${from}`);
    files[name] = strToU8(after);
  }
  return zipSync(files);
}

const base = (): Promise<Uint8Array> => convert(baseReport('2021'), { to: 'docx' });

test('the documents that the program writes are set as GB/T 9704 asks', async () => {
  for (const edition of ['2019', '2021'] as const) {
    assert.deepEqual(await said(await convert(baseReport(edition), { to: 'docx' })), []);
    assert.deepEqual(await said(await template({ edition, unit: '云岭县林业局', year: edition === '2019' ? 2020 : 2024 })), []);
  }
});

test('without a profile that asks nothing is said, and nothing of the setting is read', async () => {
  const bytes = changed(await base(), ['word/document.xml', 'w:top="2098"', 'w:top="720"']);
  assert.deepEqual(await said(bytes, {}), []);
  let asked = 0;
  const reading = await parse(bytes);
  const counting = {
    ...reading,
    layout: () => {
      asked += 1;
      return reading.layout!();
    },
  };
  judge(
    createContext(counting),
    rules.map((rule) => ({ rule })),
    'zh',
  );
  assert.equal(asked, 0);
  judge(
    createContext(counting, official),
    rules.map((rule) => ({ rule })),
    'zh',
  );
  assert.ok(asked > 0);
});

const DOCUMENT = 'word/document.xml';
const STYLES = 'word/styles.xml';
const FIRST_TEXT = /(<w:pStyle w:val="BodyText"\/>)(<\/w:pPr><w:r><w:rPr>)(<w:rFonts w:hint="eastAsia"\/>)/;
const THEME = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="x"><a:majorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:font script="Hans" typeface="等线 Light"/></a:majorFont><a:minorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`;
const THEME_RELATION: Change = [
  'word/_rels/document.xml.rels',
  '</Relationships>',
  '<Relationship Id="rIdT" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml"/></Relationships>',
];

/** Name, the changes, what must be said of it and nothing else. */
const PLANTED: readonly (readonly [name: string, changes: readonly Change[], expected: readonly string[]])[] = [
  [
    'paper: Letter',
    [[DOCUMENT, 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"']],
    [
      'layout/page  纸宽是 215.9 毫米，“公文格式”要求210 毫米（209 至 211 毫米均可）',
      'layout/page  纸高是 279.4 毫米，“公文格式”要求297 毫米（296 至 298 毫米均可）',
    ],
  ],
  ['top margin of one inch', [[DOCUMENT, 'w:top="2098"', 'w:top="1440"']], ['layout/page  上边距是 25.4 毫米，“公文格式”要求37 毫米（36 至 38 毫米均可）']],
  [
    'left margin',
    [[DOCUMENT, 'w:left="1588" w:header', 'w:left="1797" w:header']],
    ['layout/page  左边距是 31.7 毫米，“公文格式”要求28 毫米（27 至 29 毫米均可）'],
  ],
  [
    'title: another font and size, in its style',
    [[STYLES, /(<w:name w:val="Title"\/>.*?)<w:rPr>.*?<\/w:rPr>/, '$1<w:rPr><w:rFonts w:eastAsia="黑体"/><w:sz w:val="36"/></w:rPr>']],
    ['layout/title /title 标题的字体是黑体，“公文格式”要求方正小标宋简体', 'layout/title /title 标题的字号是小二（18 磅），“公文格式”要求二号（22 磅）'],
  ],
  [
    'title at the left',
    [[STYLES, /(w:line="720" w:lineRule="exact"\/>)<w:jc w:val="center"\/>/, '$1']],
    ['layout/title /title 标题没有居中，“公文格式”要求居中'],
  ],
  [
    'heading: its style takes the font of the theme',
    [THEME_RELATION, ['word/theme/theme1.xml', '', THEME], [STYLES, '<w:rFonts w:eastAsia="黑体"/>', '<w:rFonts w:eastAsiaTheme="majorEastAsia"/>']],
    [
      'layout/heading /sections/0/heading 小标题的字体是等线 Light，“公文格式”要求黑体：“一、总体情况”“二、主动公开政府信息情况”“三、收到和处理政府信息公开申…”等 6 段',
    ],
  ],
  [
    'heading at the beginning of a paragraph',
    [[STYLES, /(<w:name w:val="段首标题"\/>.*?)<w:rFonts w:eastAsia="楷体_GB2312"\/>/, '$1']],
    [
      'layout/heading /sections/0/paragraphs/1 小标题的字体是仿宋_GB2312，“公文格式”要求楷体_GB2312：“（一）主动公开。”“（二）依申请公开。”“（三）政府信息管理。”等 5 段',
    ],
  ],
  [
    'text: the font of the document defaults',
    [[STYLES, 'w:eastAsia="仿宋_GB2312" w:cs', 'w:eastAsia="宋体" w:cs']],
    [
      'layout/body /preface/0 正文的字体是宋体，“公文格式”要求仿宋_GB2312：“本报告根据《中华人民共和国政…”“报告中所列数据的统计期限为2…”“2024年，云岭县人民政府坚…”等 13 段',
    ],
  ],
  [
    'text: a size of its own on one run',
    [[DOCUMENT, FIRST_TEXT, '$1$2$3<w:sz w:val="28"/>']],
    ['layout/body /preface/0 正文的字号是四号（14 磅），“公文格式”要求三号（16 磅）：“本报告根据《中华人民共和国政…”'],
  ],
  [
    'text: one and a half lines',
    [[DOCUMENT, FIRST_TEXT, '$1<w:spacing w:line="360" w:lineRule="auto"/>$2$3']],
    ['layout/body /preface/0 正文的行距是1.5 倍行距，“公文格式”要求28 至 30 磅：“本报告根据《中华人民共和国政…”'],
  ],
  [
    'text: no indent',
    [[DOCUMENT, FIRST_TEXT, '$1<w:ind w:firstLineChars="0" w:firstLine="0"/>$2$3']],
    ['layout/body /preface/0 首行缩进是0 字，“公文格式”要求2 字（1.8 至 2.2 字均可）：“本报告根据《中华人民共和国政…”'],
  ],
  ['no page number on odd pages', [['word/footer1.xml', /<w:fldSimple.*<\/w:fldSimple>/, '']], ['layout/page-number  奇数页的页脚没有页码，“公文格式”要求有']],
  [
    'a small page number',
    [[STYLES, /<w:sz w:val="28"\/><w:szCs w:val="28"\/>/, '<w:sz w:val="18"/>']],
    [
      'layout/page-number  奇数页的页脚的页码字号是小五（9 磅），“公文格式”要求四号（14 磅）',
      'layout/page-number  偶数页的页脚的页码字号是小五（9 磅），“公文格式”要求四号（14 磅）',
    ],
  ],
  [
    'red letters',
    [[DOCUMENT, FIRST_TEXT, '$1$2$3<w:color w:val="FF0000"/>']],
    ['layout/colour /preface/0 有 #FF0000 颜色的字，“公文格式”要求黑色：“本报告根据《中华人民共和国政…”'],
  ],
  [
    'a highlight',
    [[DOCUMENT, FIRST_TEXT, '$1$2$3<w:highlight w:val="yellow"/>']],
    ['layout/colour /preface/0 字后面有黄色的底色，“公文格式”要求没有底色：“本报告根据《中华人民共和国政…”'],
  ],
];

for (const [name, changes, expected] of PLANTED) {
  test(`planted: ${name}`, async () => {
    assert.deepEqual(await said(changed(await base(), ...changes)), expected);
  });
}

test('planted: a table wider than the text, and one whose head is not repeated', async () => {
  const wide = changed(await base(), [DOCUMENT, /(三、收到和处理(?:(?!<w:tbl>).)*<w:tbl>(?:(?!<w:tblW).)*<w:tblW w:w=")8844/s, '$19800']);
  assert.deepEqual(await said(wide), ['layout/table /tables/requests “三、收到和处理政府信息公开申请情况”表宽 172.9 毫米，“公文格式”要求不超过 157 毫米']);
  const headless = changed(await base(), [DOCUMENT, /<w:tblHeader\/>/g, '']);
  assert.deepEqual(await said(headless), [
    'layout/table /tables/requests “三、收到和处理政府信息公开申请情况”表有 28 行而没有设置重复表头，“公文格式”要求 20 行起设置',
  ]);
});
