/** Formatting changes of `fix`: what a profile states exactly, as changes that a person may reject. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { convert, fix, lint, parse } from '../../src/index.js';
import { dutiesOf } from '../../src/judge/profiles/duties.js';
import type { LayoutDuty } from '../../src/judge/profiles/layout.js';
import { baseReport } from '../support/reading.js';

const request = (layout: LayoutDuty) => ({ duties: dutiesOf([{ name: '某市版式', layout }]) });
const EXACT: LayoutDuty = {
  body: { font: '仿宋_GB2312', size: 16, line: { is: 28, least: 28, most: 28 }, indent: { is: 2, least: 2, most: 2 } },
  colour: { blackUpTo: 0 },
};

/** Our own document with the first paragraph of the preface set otherwise. */
async function spoilt(run: string, paragraph = ''): Promise<Uint8Array> {
  const files = unzipSync(await convert(baseReport('2021'), { to: 'docx' }));
  const before = strFromU8(files['word/document.xml']!);
  const after = before.replace(
    /(<w:pStyle w:val="BodyText"\/>)(<\/w:pPr><w:r><w:rPr>)(<w:rFonts w:hint="eastAsia"\/>)/,
    (_, style, between) => `${style}${paragraph}${between}${run}`,
  );
  assert.notEqual(after, before);
  files['word/document.xml'] = strToU8(after);
  return zipSync(files);
}

const mainOf = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['word/document.xml']!);
/** The document when every formatting change is rejected. */
const rejected = (main: string): string =>
  main.replace(/<w:(r|p)Pr>(?:(?!<w:\1Pr>).)*<w:\1PrChange [^>]*><w:\1Pr>(.*?)<\/w:\1Pr><\/w:\1PrChange><\/w:\1Pr>/gs, '<w:$1Pr>$2</w:$1Pr>');

const layoutRules = async (bytes: Uint8Array, layout: LayoutDuty): Promise<readonly string[]> => {
  const result = await lint(bytes, request(layout));
  assert.ok(result.status === 'checked');
  return result.diagnostics.map(({ ruleId }) => ruleId);
};

test('font, size, colour, lines and indent are set as changes; rejected, the document is as before', async () => {
  const run = '<w:rFonts w:hint="eastAsia" w:eastAsia="宋体"/><w:b/><w:color w:val="FF0000"/><w:sz w:val="28"/>';
  const bytes = await spoilt(run, '<w:spacing w:before="60" w:line="360" w:lineRule="auto"/><w:ind w:firstLine="0" w:firstLineChars="0"/>');
  assert.deepEqual(await layoutRules(bytes, EXACT), ['layout/body', 'layout/body', 'layout/body', 'layout/body', 'layout/colour']);
  const fixed = await fix(bytes, request(EXACT));
  assert.equal(fixed.formatting, 2);
  assert.deepEqual(fixed.skipped, []);
  assert.deepEqual(await layoutRules(fixed.bytes, EXACT), [], 'accepted, it is as the profile asks, and our own changes are no finding');
  const main = mainOf(fixed.bytes);
  assert.match(
    main,
    /<w:rPr><w:rFonts w:eastAsia="仿宋_GB2312" w:hint="eastAsia"\/><w:b\/><w:color w:val="auto"\/><w:sz w:val="32"\/><w:szCs w:val="32"\/><w:rPrChange w:id="\d+" w:author="gov-report"><w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="宋体"\/><w:b\/><w:color w:val="FF0000"\/><w:sz w:val="28"\/><\/w:rPr><\/w:rPrChange><\/w:rPr>/,
  );
  assert.match(
    main,
    /<w:pPr><w:pStyle w:val="BodyText"\/><w:spacing w:line="560" w:lineRule="exact" w:before="60"\/><w:ind w:firstLineChars="200"\/><w:pPrChange /,
  );
  assert.equal(rejected(main), mainOf(bytes));
  assert.deepEqual((await parse(fixed.bytes)).report, (await parse(bytes)).report);
  assert.equal((await fix(fixed.bytes, request(EXACT))).formatting, 0, 'a second run finds nothing to set');
});

test('what the profile states as a range only is told and not set', async () => {
  const bytes = await spoilt('<w:rFonts w:hint="eastAsia" w:eastAsia="宋体"/>', '<w:spacing w:line="360" w:lineRule="auto"/>');
  const ranges: LayoutDuty = { body: { orFonts: ['仿宋_GB2312', '仿宋'], line: { least: 28, most: 30 } } };
  assert.deepEqual(await layoutRules(bytes, ranges), ['layout/body', 'layout/body']);
  const fixed = await fix(bytes, request(ranges));
  assert.equal(fixed.formatting, 0);
  assert.deepEqual(fixed.bytes, bytes);
});

test('a formatting change of somebody else is left alone', async () => {
  const bytes = await spoilt('<w:rFonts w:eastAsia="宋体"/><w:rPrChange w:id="900" w:author="张三"><w:rPr/></w:rPrChange>');
  const fixed = await fix(bytes, request({ body: { font: '仿宋_GB2312' } }));
  assert.equal(fixed.formatting, 0);
});

test('words and setting are mended in one go', async () => {
  const files = unzipSync(await spoilt('<w:rFonts w:hint="eastAsia" w:eastAsia="宋体"/>'));
  files['word/document.xml'] = strToU8(strFromU8(files['word/document.xml']!).replace('本报告根据', '本报告根据根据'));
  const fixed = await fix(zipSync(files), request({ body: { font: '仿宋_GB2312' } }));
  assert.ok(fixed.formatting > 0);
  assert.match(mainOf(fixed.bytes), /<w:rPrChange /);
});
