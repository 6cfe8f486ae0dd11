import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readDocx } from '../../src/read/formats/docx/index.js';
import { documentXml, p, r, tbl, val, word, wordWithMain } from '../support/docx-parts.js';
import { shape, shapeOf } from '../support/docx-read.js';

const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const instruction = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const complex = (told: string, shown: string): string => field('begin') + instruction(told) + field('separate') + shown + field('end');

test('paragraphs come in order, empty ones are left out', () => {
  assert.deepEqual(shapeOf(p('一、总体情况') + p() + p('   ') + p('正文')), ['一、总体情况', '正文']);
});

test('runs split anywhere read as one text', () => {
  assert.deepEqual(
    shapeOf(
      p(`${r('共收到')}<w:proofErr w:type="spellStart"/>${r('1')}<w:bookmarkStart w:id="0" w:name="_GoBack"/>${r('2')}<w:bookmarkEnd w:id="0"/>${r('件')}`),
    ),
    ['共收到12件'],
  );
});

test('tabs, breaks, hyphens and symbols', () => {
  const run = `<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t><w:noBreakHyphen/><w:t>戊</w:t><w:softHyphen/><w:t>己</w:t><w:ptab w:alignment="right"/><w:t>庚</w:t></w:r>`;
  assert.deepEqual(shapeOf(p(run, '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>')), ['甲\t乙\n丙\n丁-戊己\t庚']);
});

test('a page break at the edge of a paragraph is no text', () => {
  assert.deepEqual(
    shapeOf(
      p(`<w:r><w:br w:type="page"/></w:r>${r('三、收到')}`) +
        p('<w:r><w:br w:type="page"/></w:r>') +
        p(`${r('尾')}<w:r><w:lastRenderedPageBreak/><w:br w:type="page"/></w:r>`),
    ),
    ['三、收到', '尾'],
  );
});

test('symbols have their Unicode meaning, whatever the font', () => {
  const sym = (font: string, char: string): string => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
  assert.deepEqual(
    shapeOf(
      p(
        sym('Wingdings', 'F0FC') +
          sym('Wingdings', 'FE') +
          sym('Symbol', 'F0B3') +
          sym('Wingdings 2', 'F052') +
          sym('宋体', '2014') +
          sym('Unknown', 'F041') +
          sym('Unknown', 'E123') +
          sym('Wingdings', 'zz'),
      ),
    ),
    ['✓☑≥☑—A□□'],
  );
});

test('entities, character references and CDATA', () => {
  assert.deepEqual(shapeOf(p('<w:r><w:t>A&amp;B &lt;&gt;&quot;&apos;&#19968;&#x4e8c;&#x1F600;</w:t></w:r>')), ['A&B <>"\'一二😀']);
  assert.deepEqual(shapeOf(p('<w:r><w:t>甲<![CDATA[<乙>&]]><!-- 注 -->丙<?x y?></w:t></w:r>')), ['甲<乙>&丙']);
});

test('blanks at the edge of a text count only when it says so', () => {
  assert.deepEqual(shapeOf(p('<w:r><w:t> 1 </w:t></w:r><w:r><w:t xml:space="preserve"> 2 </w:t></w:r><w:r><w:t xml:space="default"> 3 </w:t></w:r>')), [
    '1 2 3',
  ]);
  const preserved = documentXml(p('<w:r><w:t> 1 </w:t></w:r>')).replace('<w:document ', '<w:document xml:space="preserve" ');
  assert.deepEqual(shape(readDocx(wordWithMain(preserved))), [' 1 ']);
});

test('a pretty-printed file reads like a compact one', () => {
  const pretty = documentXml(tbl(['甲', '1'], ['乙', '2'])).replace(/></g, '>\n    <');
  assert.deepEqual(shape(readDocx(wordWithMain(pretty))), [
    [
      ['甲', '1'],
      ['乙', '2'],
    ],
  ]);
});

test('content controls, smart tags and custom XML hide nothing', () => {
  const sdt = (content: string): string =>
    `<w:sdt><w:sdtPr><w:alias w:val="别名"/><w:placeholder><w:docPart w:val="x"/></w:placeholder><w:showingPlcHdr/></w:sdtPr><w:sdtEndPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  assert.deepEqual(shapeOf(sdt(p('块') + tbl(['格']))), ['块', '格']);
  assert.deepEqual(
    shapeOf(
      p(
        `${r('前')}${sdt(r('单击此处输入文字'))}<w:smartTag w:element="x"><w:smartTagPr/>${r('标')}</w:smartTag><w:customXml>${r('自')}</w:customXml><w:hyperlink r:id="rId9">${r('链')}</w:hyperlink><w:bdo w:val="ltr">${r('向')}</w:bdo>`,
      ),
    ),
    ['前单击此处输入文字标自链向'],
  );
  assert.deepEqual(shapeOf(`<w:customXml w:element="x">${p('甲')}<w:customXml>${sdt(p('乙'))}</w:customXml></w:customXml>`), ['甲', '乙']);
});

test('fields show their result and hide their instruction', () => {
  assert.deepEqual(shapeOf(p(`${r('共')}<w:fldSimple w:instr=" DOCPROPERTY n ">${r('7')}</w:fldSimple>${r('件')}`)), ['共7件']);
  assert.deepEqual(shapeOf(p(r('第') + complex(' REF x ', r('3')) + r('页'))), ['第3页']);
  const nested =
    field('begin') +
    instruction(' IF ') +
    complex(' MERGEFIELD a ', r('1')) +
    instruction(' = 1 ') +
    field('separate') +
    r('甲') +
    complex(' REF y ', r('乙')) +
    field('end') +
    r('丙');
  assert.deepEqual(shapeOf(p(nested)), ['甲乙丙']);
});

test('a field may go on over several paragraphs', () => {
  assert.deepEqual(shapeOf(p(field('begin') + instruction('TOC') + field('separate') + r('一、总体情况')) + p('二、主动公开') + p(field('end') + r('正文'))), [
    '一、总体情况',
    '二、主动公开',
    '正文',
  ]);
});

test('a broken field loses no text', () => {
  assert.deepEqual(shapeOf(p(r('收到') + field('begin') + r('12') + r('件')) + p('下段')), ['收到12件', '下段']);
  assert.deepEqual(shapeOf(p(r('甲') + field('end') + r('乙') + field('separate') + r('丙'))), ['甲乙丙']);
});

test('equation fields draw their own text', () => {
  assert.deepEqual(shapeOf(p(field('begin') + instruction('eq \\o\\ac(○,1)') + field('end') + r('项'))), ['1项']);
  assert.deepEqual(shapeOf(p(field('begin') + instruction('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(zhen),镇)') + field('end'))), ['镇']);
});

test('a paragraph that is nothing but a page number is left out', () => {
  assert.deepEqual(
    shapeOf(
      p('前') +
        p(r('— ') + complex(' PAGE \\* MERGEFORMAT ', r('5')) + r(' —')) +
        p('<w:fldSimple w:instr="PAGE"><w:r><w:t>6</w:t></w:r></w:fldSimple>') +
        p('后'),
    ),
    ['前', '后'],
  );
  assert.deepEqual(shapeOf(p(r('见第') + complex('PAGE', r('5')) + r('页表格'))), ['见第5页表格']);
  assert.deepEqual(shapeOf(p('- 4 -')), ['- 4 -']);
});

test('insertions, deletions and moves read as accepted, and are counted', () => {
  const body = p(
    `${r('共')}<w:ins w:id="1" w:author="a">${r('13')}</w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>12</w:delText></w:r></w:del><w:moveFrom w:id="3">${r('旧')}</w:moveFrom><w:moveTo w:id="4">${r('件')}</w:moveTo>`,
  );
  const document = readDocx(word(p('前') + body));
  assert.deepEqual(shape(document), ['前', '共13件']);
  assert.deepEqual(
    document.notes.map(({ kind, count, sample, block, place }) => ({ kind, count, sample, block, paragraph: place.paragraph })),
    [{ kind: 'tracked-changes', count: 4, sample: '13', block: 1, paragraph: 2 }],
  );
});

test('a deleted paragraph mark joins two paragraphs; the properties of the second stay', () => {
  const removed = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>';
  assert.deepEqual(shapeOf(p('甲', removed) + p('乙') + p('丙')), ['甲乙', '丙']);
  assert.deepEqual(shapeOf(p('<w:del><w:r><w:delText>整段</w:delText></w:r></w:del>', removed) + p('留')), ['留']);
  assert.deepEqual(shapeOf(p('甲', removed) + tbl(['1', '2'])), ['甲', [['1', '2']]]);
  const joined = readDocx(word(p('', removed) + p('留') + p('甲', removed) + p('乙')));
  assert.deepEqual(
    joined.blocks.map((block) => block.place.paragraph),
    [2, 3],
  );
});

test('recorded old properties are not properties', () => {
  const change = `<w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="H"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>`;
  const document = readDocx(word(p(r('甲', '<w:rPrChange w:id="2"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'), change)));
  assert.deepEqual(shape(document), ['甲']);
  assert.equal(document.notes[0]?.count, 2);
});

test('hidden text is left out and noted, however it is hidden', () => {
  const styles =
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"/><w:style w:type="character" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="character" w:styleId="Derived"><w:basedOn w:val="Base"/></w:style><w:style w:type="character" w:styleId="Shown"><w:basedOn w:val="Base"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Hide"><w:rPr><w:vanish/></w:rPr></w:style>';
  const body =
    p(r('显') + r('隐', val('vanish')) + r('现', val('vanish', 'false')) + r('网', val('webHidden'))) +
    p(r('甲', val('rStyle', 'Derived')) + r('乙', val('rStyle', 'Shown'))) +
    p(r('丙') + r('丁', val('vanish', 0)) + r('戊', val('rStyle', 'Base')), val('pStyle', 'Hide'));
  const document = readDocx(word(body, { styles }));
  assert.deepEqual(shape(document), ['显现网', '乙', '丁戊']);
  assert.deepEqual(
    document.notes.map(({ kind, count, sample, block }) => ({ kind, count, sample, block })),
    [{ kind: 'hidden-text', count: 3, sample: '隐', block: 0 }],
  );
});

test('a style that is based on itself does no harm', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>';
  assert.deepEqual(shapeOf(p('甲', val('pStyle', 'A')), { styles }), ['甲']);
});

test('a hidden paragraph mark joins, a wholly hidden paragraph is gone', () => {
  const mark = `<w:rPr>${val('vanish')}</w:rPr>`;
  assert.deepEqual(shapeOf(p('标题', mark) + p('正文') + p(r('隐', val('vanish')), mark) + p('后')), ['标题正文', '后']);
});

test('a ruby reads as its base', () => {
  assert.deepEqual(shapeOf(p(`${r('张')}<w:r><w:ruby><w:rubyPr/><w:rt>${r('jia')}</w:rt><w:rubyBase>${r('家')}</w:rubyBase></w:ruby></w:r>${r('坡')}`)), [
    '张家坡',
  ]);
});

test('a text box is read once, behind the paragraph that anchors it', () => {
  const box = `<w:txbxContent>${p('框一')}${tbl(['1', '2'])}</w:txbxContent>`;
  const modern = `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
  const legacy = `<w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict>`;
  const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${modern}</mc:Choice><mc:Fallback>${legacy}</mc:Fallback></mc:AlternateContent></w:r>`;
  const expected = ['前后', '框一', [['1', '2']], '下'];
  assert.deepEqual(shapeOf(p(r('前') + both + r('后')) + p('下')), expected);
  assert.deepEqual(shapeOf(p(`${r('前')}<w:r>${legacy}</w:r>${r('后')}`) + p('下')), expected);
  assert.deepEqual(shapeOf(tbl([`<w:tc><w:tcPr/>${p(r('格') + both)}</w:tc>`, 'x'])), [[['格\n框一', 'x']], [['1', '2']]]);
});

test('of alternatives, the first that can be read is taken, else the fallback', () => {
  const choose = (requires: string): string =>
    p(
      `<mc:AlternateContent xmlns:zz="urn:unknown"><mc:Choice Requires="${requires}">${r('选')}</mc:Choice><mc:Choice Requires="w14">${r('次')}</mc:Choice><mc:Fallback>${r('备')}</mc:Fallback></mc:AlternateContent>`,
    );
  assert.deepEqual(shapeOf(choose('wps w14')), ['选']);
  assert.deepEqual(shapeOf(choose('zz')), ['次']);
  assert.deepEqual(
    shapeOf(
      p(
        `<mc:AlternateContent xmlns:zz="urn:unknown"><mc:Choice Requires="zz">${r('选')}</mc:Choice><mc:Fallback>${r('备')}</mc:Fallback></mc:AlternateContent>`,
      ),
    ),
    ['备'],
  );
});

test('an ignorable element nobody knows takes its content with it, unless that is to be processed', () => {
  const z = (declared: string, content: string): string => `<z:wrap xmlns:z="urn:unknown" ${declared}>${content}</z:wrap>`;
  const both = 'mc:Ignorable="z w14" mc:ProcessContent="z:wrap"';
  const content = p('段') + tbl(['1', '2']);
  assert.deepEqual(shapeOf(z('', content)), []);
  assert.deepEqual(shapeOf(z('mc:Ignorable="z"', content)), []);
  assert.deepEqual(shapeOf(z('mc:ProcessContent="z:wrap"', content)), [], 'not ignorable');
  assert.deepEqual(shapeOf(z('mc:Ignorable="z" mc:ProcessContent="z:other"', content)), []);
  assert.deepEqual(shapeOf(z(both, content)), ['段', [['1', '2']]]);
  assert.deepEqual(shapeOf(z('mc:Ignorable="z" mc:ProcessContent="z:*"', `<z:any/>${content}<z:any>${p('尾')}</z:any>`)), ['段', [['1', '2']], '尾']);
  assert.deepEqual(shapeOf(z(both, p('段')) + z('', p('外'))), ['段'], 'said of its own content only');
  assert.deepEqual(shapeOf(z(both, z('', p('内')) + p('后'))), ['内', '后'], 'and of all of it');
  assert.deepEqual(shapeOf(z(both, `<y:wrap xmlns:y="urn:unknown">${p('内')}</y:wrap>`)), ['内'], 'whatever the prefix');
  assert.deepEqual(
    shapeOf(z(both, `<w:sdt xmlns:z="urn:another">${p('前')}<z:wrap>${p('内')}</z:wrap></w:sdt>`)),
    ['前'],
    'a prefix that means something else',
  );
});

test('content to be processed is read wherever it stands', () => {
  const z = (content: string): string => `<z:x>${content}</z:x>`;
  const all = (content: string): string =>
    `<w:sdt xmlns:z="urn:unknown" mc:Ignorable="z" mc:ProcessContent="z:x"><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  assert.deepEqual(shapeOf(all(p(`${r('甲')}${z(r('乙') + z(r('丙')))}${r('丁')}`))), ['甲乙丙丁']);
  assert.deepEqual(shapeOf(all(p(`<w:r>${z('<w:t>甲</w:t><w:tab/>')}<w:t>乙</w:t></w:r>`))), ['甲\t乙']);
  assert.deepEqual(shapeOf(all(p('<w:r><w:t>甲<z:x>乙</z:x>丙<z:x/>丁</w:t></w:r>'))), ['甲乙丙丁']);
  const row = `<w:tr>${z(`<w:tc>${z(`<w:tcPr>${z(val('gridSpan', '2'))}</w:tcPr>`)}${p('合')}</w:tc>`)}</w:tr>`;
  assert.deepEqual(shapeOf(all(`<w:tbl>${z(row)}<w:tr><w:tc>${p('1')}</w:tc><w:tc>${z(p('2'))}</w:tc></w:tr></w:tbl>`)), [
    [
      ['合', '合'],
      ['1', '2'],
    ],
  ]);
  assert.deepEqual(shapeOf(all(`<w:p><w:pPr>${z(val('vanish'))}</w:pPr>${r('段')}</w:p>`) + p('后')), ['段', '后'], 'properties that are none');
});

test('formulas read as their characters', () => {
  assert.deepEqual(shapeOf(p(`${r('即')}<m:oMath><m:r><m:t>a</m:t></m:r><m:sSup><m:e><m:r><m:t>b</m:t></m:r></m:e></m:sSup></m:oMath>`)), ['即ab']);
});

test('references to notes and comments are no text; comments are counted', () => {
  const document = readDocx(
    word(
      p('甲') +
        p(
          `<w:commentRangeStart w:id="0"/>${r('乙')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>`,
        ),
    ),
  );
  assert.deepEqual(shape(document), ['甲', '乙']);
  assert.deepEqual(document.notes, [{ kind: 'comments', count: 1, place: document.blocks[1]!.place, block: 1 }]);
});

test('pictures are noted with the block they stand in or before', () => {
  const picture =
    '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId5"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
  const object = '<w:r><w:object><v:shape><v:imagedata r:id="rId6"/></v:shape><o:OLEObject/></w:object></w:r>';
  const document = readDocx(word(p('三、收到') + p(picture + picture) + p('四、复议') + tbl([`<w:tc><w:tcPr/>${p(object)}</w:tc>`, '1']) + p(picture)));
  assert.deepEqual(
    document.notes.map(({ kind, count, block }) => [kind, count, block]),
    [
      ['image', 2, 1],
      ['image', 1, 2],
      ['image', 1, 3],
    ],
  );
  assert.equal(document.blocks.length, 3);
});

test('places name the paragraph by ordinal, paraId and offset of its start tag', () => {
  const main = documentXml(`<w:p w14:paraId="4032E3AF">${r('甲')}</w:p>${tbl(['', `<w:tc><w:tcPr/><w:p w14:paraId="0000000B"/>${p('乙')}</w:tc>`])}`);
  const { blocks } = readDocx(wordWithMain(main));
  assert.deepEqual(blocks[0]!.place, { paragraph: 1, paraId: '4032E3AF', offset: main.indexOf('<w:p w14:paraId="4032E3AF">') });
  const table = blocks[1]!;
  assert.ok(table.kind === 'table');
  assert.deepEqual(
    table.grid.cells.map((cell) => cell.place),
    [
      { paragraph: 2, offset: main.indexOf('<w:p></w:p>') },
      { paragraph: 3, paraId: '0000000B', offset: main.indexOf('<w:p w14:paraId="0000000B"/>') },
    ],
  );
  assert.deepEqual(table.place, table.grid.cells[0]!.place);
});

test('any prefix, the strict namespace, UTF-16', () => {
  const main = documentXml(p('甲') + tbl(['乙', '1'], ['丙', '2']));
  const expected = [
    '甲',
    [
      ['乙', '1'],
      ['丙', '2'],
    ],
  ];
  const renamed = main.replaceAll('<w:', '<文:').replaceAll('</w:', '</文:').replaceAll(' w:', ' 文:').replace('xmlns:w=', 'xmlns:文=');
  assert.deepEqual(shape(readDocx(wordWithMain(renamed))), expected);
  const unprefixed = main.replaceAll('<w:', '<').replaceAll('</w:', '</').replaceAll(' w:', ' ').replace('xmlns:w=', 'xmlns=');
  assert.deepEqual(shape(readDocx(wordWithMain(unprefixed))), expected);
  const strict = main.replaceAll('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main');
  assert.deepEqual(shape(readDocx(wordWithMain(strict))), expected);
  const wide = new Uint8Array(Buffer.from(`\ufeff${main.replace('UTF-8', 'UTF-16')}`, 'utf16le'));
  assert.deepEqual(shape(readDocx(wordWithMain(wide))), expected);
  assert.deepEqual(shape(readDocx(wordWithMain(wide.slice().map((_, index) => wide[index ^ 1]!)))), expected);
  assert.deepEqual(shape(readDocx(wordWithMain(new Uint8Array(Buffer.from(`\ufeff${main}`))))), expected);
});

test('a prefix means what it is bound to where it stands', () => {
  const inner = `<w:p xmlns:w="urn:other"><w:r><w:t>假</w:t></w:r></w:p>`;
  assert.deepEqual(shapeOf(p('甲') + inner + p('乙')), ['甲', '乙']);
  const other = documentXml(`<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:r><x:t>真</x:t></x:r></x:p>${p('乙')}`);
  assert.deepEqual(shape(readDocx(wordWithMain(other))), ['真', '乙']);
});

test('text that points to another file is not passed over in silence', () => {
  assert.throws(() => shapeOf(`${p('甲')}<w:altChunk r:id="rId1"/>`), { code: 'embedded-document' });
});

test('what is read does not keep the XML it was read from alive', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const bytes = word(`${p('一段不短的正文，长到会成为原文的切片。')}${p('', val('jc', 'left')).repeat(40_000)}`);
  const kept = [readDocx(bytes)];
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let count = 0; count < 10; count += 1) kept.push(readDocx(bytes));
  collect();
  // Ten such documents have more than 30 MB of XML text.
  assert.ok(process.memoryUsage().heapUsed - before < 3_000_000);
  assert.equal(kept.length, 11);
});

test('properties written alike are read alike, recorded changes counted each time, unless a prefix stands for something else in between', () => {
  const run = (text: string): string => `<x:r><x:rPr><x:vanish/></x:rPr><x:t>${text}</x:t></x:r>`;
  const bound = (uri: string, content: string): string => `<w:p xmlns:x="${uri}">${content}</w:p>`;
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const foreign = `<w:r><x:rPr><x:vanish/></x:rPr><w:t>丙</w:t></w:r>`;
  const changed = '<w:rPr><w:ins w:id="1"/></w:rPr>';
  const blocks = bound(word, run('甲') + run('乙')) + bound('urn:other', foreign) + bound(word, run('丁')) + p(r('戊'), changed) + p(r('己'), changed);
  const document = readDocx(wordWithMain(documentXml(blocks)));
  assert.deepEqual(shape(document), ['丙', '戊', '己']);
  assert.deepEqual(
    document.notes.filter(({ kind }) => kind === 'tracked-changes').map(({ count }) => count),
    [2],
  );
});

test('a run with a recorded change that was cut in two has one change', () => {
  const change = (id: number): string => `<w:rPrChange w:id="${id}"><w:rPr/></w:rPrChange>`;
  const count = (body: string): readonly number[] => readDocx(word(body)).notes.flatMap((note) => (note.kind === 'tracked-changes' ? [note.count] : []));
  assert.deepEqual(count(p(r('甲', change(1)) + r('乙', change(1)) + r('丙'))), [1]);
  assert.deepEqual(count(p(r('甲', change(1)) + r('乙', change(2)))), [2]);
});
