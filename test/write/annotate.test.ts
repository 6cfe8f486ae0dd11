/** Comments in Word documents: on the very words, everything else untouched, twice the same as once. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { readDocx } from '../../src/read/formats/docx/index.js';
import { annotated, everywhere, type Spot } from '../support/annotated.js';
import { commented, packedEntries, partsOf, partText, unmarked } from '../support/docx-compare.js';
import { contentTypes, documentXml, p, pack, r, relationships, tbl, tc, word, wordWithMain } from '../support/docx-parts.js';
import { sampled } from '../support/long.js';
import { rawZip } from '../support/zip-raw.js';

const documents = new URL('../../fixtures/documents/', import.meta.url);
const fixtures = readdirSync(documents, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.docx'))
  .sort();

function blocksOf(bytes: Uint8Array): unknown {
  // Offsets move with the marks; everything else of the blocks stays.
  return JSON.parse(JSON.stringify(readDocx(bytes).blocks, (key, value: unknown) => (key === 'offset' || key === 'slots' ? undefined : value)));
}

const WORDS_CHANGED = new Set(['word/document.xml', 'word/comments.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml']);

function assertUntouched(before: Uint8Array, after: Uint8Array): void {
  assert.deepEqual(blocksOf(after), blocksOf(before));
  const [old, now] = [packedEntries(before), packedEntries(after)];
  assert.deepEqual([...now.keys()].slice(0, old.size), [...old.keys()], 'order of entries');
  for (const [name, entry] of old) if (!WORDS_CHANGED.has(name)) assert.deepEqual(Buffer.from(now.get(name)!), Buffer.from(entry), name);
  assert.equal(unmarked(partText(after, 'word/document.xml')), unmarked(partText(before, 'word/document.xml')));
}

function ids(xml: string, pattern: RegExp): readonly string[] {
  return [...xml.matchAll(pattern)].map(([, id]) => id!).sort();
}

function assertPaired(bytes: Uint8Array, count: number): void {
  const main = partText(bytes, 'word/document.xml');
  const own = ids(partText(bytes, 'word/comments.xml'), /<w:comment (?:[^>]*\s)?w:id="(\d+)"/g);
  assert.equal(own.length, count);
  assert.equal(new Set(own).size, own.length);
  for (const name of ['commentRangeStart', 'commentRangeEnd', 'commentReference'])
    assert.deepEqual(ids(main, new RegExp(`<w:${name} w:id="(\\d+)"/>`, 'g')), own, name);
}

test('there are fixtures', () => {
  assert.ok(fixtures.length >= 20, `${fixtures.length}`);
});

for (const [index, name] of fixtures.entries()) {
  test(`${name}: comments everywhere change nothing else, and a second run changes nothing`, sampled(index, 3), () => {
    const before = new Uint8Array(readFileSync(new URL(name, documents)));
    const once = annotated(before, everywhere);
    assert.ok(once.comments > 0);
    assertUntouched(before, once.bytes);
    assertPaired(once.bytes, once.comments);
    assert.deepEqual(Buffer.from(annotated(once.bytes, everywhere).bytes), Buffer.from(once.bytes));
    const cleared = annotated(once.bytes, () => []);
    assert.equal(cleared.comments, 0);
    assert.deepEqual([...partsOf(cleared.bytes).keys()], [...partsOf(before).keys()]);
    for (const [part, content] of partsOf(before)) {
      if (part === 'word/document.xml') continue;
      // An empty list of comments may have been one tag before it was filled.
      const now = partText(cleared.bytes, part).replace(/><\/w:comments>$/, ' />');
      assert.equal(part === 'word/comments.xml' ? now : partText(cleared.bytes, part), new TextDecoder().decode(content), part);
    }
    assert.ok(!partText(cleared.bytes, 'word/document.xml').includes('comment'));
    assertUntouched(before, cleared.bytes);
  });
}

/** The words that the comments on these spans of the first paragraph stand on. */
function wordsOn(body: string, ...spans: readonly (readonly [number, number])[]): readonly string[] {
  const before = word(body);
  const { bytes, comments } = annotated(before, () => spans.map((span): Spot => ['/preface/0', span]));
  assertUntouched(before, bytes);
  assertPaired(bytes, comments);
  return [...commented(partText(bytes, 'word/document.xml')).values()];
}

test('comments stand on the words, across runs, tabs, entities, fields and hidden text', () => {
  assert.deepEqual(wordsOn(p('全年公开信息119条'), [4, 6], [6, 9]), ['信息', '119']);
  assert.deepEqual(wordsOn(p(r('全年') + r('公开', '<w:b/>') + r('信息')), [1, 5]), ['年公开信']);
  assert.deepEqual(wordsOn(p(r('甲&lt;乙&amp;丙')), [1, 4]), ['<乙&']);
  assert.deepEqual(wordsOn(p('<w:r><w:t>甲</w:t><w:tab/><w:t>乙丙</w:t></w:r>'), [2, 3]), ['乙']);
  assert.deepEqual(wordsOn(p(`${r('甲')}${r('藏', '<w:vanish/>')}${r('乙丙')}`), [1, 2]), ['乙']);
  assert.deepEqual(wordsOn(p(`<w:fldSimple w:instr="HYPERLINK &quot;x&quot;">${r('甲乙')}</w:fldSimple>${r('丙')}`), [1, 3]), ['乙丙']);
  assert.deepEqual(wordsOn(p(r('𠮷甲乙')), [2, 3]), ['甲'], 'offsets are UTF-16');
});

test('a comment on the result of a field stands around the field, which would drop it when it is calculated anew', () => {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const field = (instruction: string, result: string): string =>
    `${mark('begin')}<w:r><w:instrText>${instruction}</w:instrText></w:r>${mark('separate')}${result}${mark('end')}`;
  const marked = (body: string, span: readonly [number, number]): string =>
    partText(annotated(word(body), () => [['/preface/0', span]]).bytes, 'word/document.xml')
      .replace(/.*<w:body><w:p>|<\/w:p>.*/gs, '')
      .replace(/<w:comment(Range|Ref)(\w)\w* w:id="0"\/>/g, '[$1$2]')
      .replace(/<w:r>(\[Refe\])<\/w:r>/g, '$1')
      .replace(/<w:fldChar w:fldCharType="(\w)\w*"\/>|<w:instrText>.*?<\/w:instrText>/g, '$1')
      .replace(/<\/?w:[^>]*>/g, '');
  assert.equal(marked(p(`${r('甲')}${field('REF x', r('乙丙'))}${r('丁')}`), [1, 2]), '甲[RangeS]bs乙丙e[RangeE][Refe]丁');
  assert.equal(marked(p(`${r('甲')}${field('=SUM(LEFT)', r('乙丙'))}${r('丁')}`), [0, 2]), '[RangeS]甲bs乙丙e[RangeE][Refe]丁');
  assert.equal(marked(p(`${field('IF 1', `${r('甲')}${field('REF x', r('乙'))}`)}${r('丁')}`), [1, 3]), '[RangeS]bs甲bs乙ee丁[RangeE][Refe]');
  assert.equal(marked(p(`${r('甲')}${field('HYPERLINK x', r('乙丙'))}`), [1, 2]), '甲bs[RangeS]乙[RangeE][Refe]丙e');
  assert.equal(marked(p(`${r('甲')}<w:fldSimple w:instr="DATE">${r('乙丙')}</w:fldSimple>${r('丁')}`), [2, 3]), '甲[RangeS]乙丙[RangeE][Refe]丁');
  assert.equal(
    marked(
      p(
        `<w:r><w:t>甲</w:t><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>乙</w:t><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
      [1, 2],
    ),
    '[RangeS]甲bs乙e[RangeE][Refe]',
  );
  // A field that goes on in another paragraph cannot be enclosed.
  const open = `${mark('begin')}<w:r><w:instrText>TOC</w:instrText></w:r>${mark('separate')}`;
  assert.equal(marked(p(`${open}${r('甲乙')}`) + p(`${r('丙')}${mark('end')}`), [0, 1]), 'bs[RangeS]甲[RangeE][Refe]乙');
});

test('a split run keeps its tag and formatting on both sides', () => {
  const before = word(p('<w:r w:rsidR="00AA"><w:rPr><w:b/></w:rPr><w:t>甲乙丙</w:t></w:r>'));
  const xml = partText(annotated(before, () => [['/preface/0', [1, 2]]]).bytes, 'word/document.xml');
  const run = (text: string): string => `<w:r w:rsidR="00AA"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const expected = `<w:p>${run('甲')}<w:commentRangeStart w:id="0"/>${run('乙')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${run('丙')}</w:p>`;
  assert.ok(xml.includes(expected), xml);
});

test('empty cells and self-closed paragraphs take comments too', () => {
  const before = word(tbl([tc('<w:p/>'), tc('<w:p></w:p>'), '5']));
  const { bytes } = annotated(before, () => [['/cells/0'], ['/cells/1'], ['/cells/2']]);
  const xml = partText(bytes, 'word/document.xml');
  const mark = (id: number): string => `<w:commentRangeStart w:id="${id}"/><w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
  assert.ok(xml.includes(`<w:p>${mark(0)}</w:p>`) && xml.includes(`<w:p>${mark(1)}</w:p>`), xml);
  assert.equal(commented(xml).get('2'), '5');
});

test('several findings of one place are one comment', () => {
  const { bytes, comments } = annotated(word(p('甲乙丙')), () => [
    ['/preface/0', [1, 2]],
    ['/preface/0', [1, 2]],
  ]);
  assert.equal(comments, 1);
  const xml = partText(bytes, 'word/comments.xml');
  assert.deepEqual(
    [...xml.matchAll(/<w:t xml:space="preserve">([^<]*)</g)].map(([, text]) => text),
    ['【警告】第0处 &lt;&amp;&gt;（text/rule-0）', '修改建议：改', '【警告】第1处 &lt;&amp;&gt;（text/rule-1）', '修改建议：改'],
  );
});

test('a comment on inserted words keeps its reference outside the insertion; one in a text box goes to the paragraph that holds it', () => {
  const inserted = `<w:ins w:id="9" w:author="甲">${r('甲乙丙')}</w:ins>`;
  const xml = partText(annotated(word(p(inserted)), () => [['/preface/0', [1, 2]]]).bytes, 'word/document.xml');
  assert.match(
    xml,
    /<w:commentRangeStart w:id="0"\/><w:r><w:t xml:space="preserve">乙<\/w:t><\/w:r><w:commentRangeEnd w:id="0"\/><w:r><w:t[^>]*>丙<\/w:t><\/w:r><\/w:ins><w:r><w:commentReference/,
  );
  const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('框中字')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
  const boxed = partText(annotated(word(p(r('外') + box)), () => [['/preface/1', [0, 2]]]).bytes, 'word/document.xml');
  assert.equal(commented(boxed).get('0'), '外');
});

const THEIRS = '<w:comment w:id="4" w:author="张三" w:initials="z"><w:p w14:paraId="00000001"><w:r><w:t>请核实</w:t></w:r></w:p></w:comment>';
const withComments = (comments: string, more: Readonly<Record<string, string>> = {}): Uint8Array => {
  const marked = `<w:commentRangeStart w:id="4"/>${r('甲乙')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>${r('丙丁')}`;
  return word(p(marked), {
    files: {
      'word/_rels/document.xml.rels': relationships({ comments: 'comments.xml', ...(more['word/ex.xml'] ? { commentsExtended: 'ex.xml' } : {}) }),
      'word/comments.xml': comments,
      ...more,
    },
  });
};
const commentsXml = (content: string): string =>
  `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">${content}</w:comments>`;

test('comments of others keep their text, ids and places', () => {
  const before = withComments(commentsXml(THEIRS));
  const once = annotated(before, () => [['/preface/0', [1, 3]]]);
  const comments = partText(once.bytes, 'word/comments.xml');
  assert.ok(comments.startsWith(commentsXml(THEIRS).replace('</w:comments>', '<w:comment w:id="5" w:author="年报校验（gov-report）"')), comments);
  assert.deepEqual(
    [...commented(partText(once.bytes, 'word/document.xml'))],
    [
      ['4', '甲乙'],
      ['5', '乙丙'],
    ],
  );
  assert.equal(partText(once.bytes, '[Content_Types].xml'), partText(before, '[Content_Types].xml'));
  assert.deepEqual(annotated(once.bytes, () => [['/preface/0', [1, 3]]]).bytes, once.bytes);
  assert.equal(partText(annotated(once.bytes, () => []).bytes, 'word/comments.xml'), commentsXml(THEIRS));
});

test('our comments go even when Word has saved them: formatted references, extended data; answers to them stay', () => {
  const ours = '<w:comment w:id="7" w:author="gov-report" w:date="2025-01-01T00:00:00Z"><w:p w14:paraId="0000000A"><w:r><w:t>旧</w:t></w:r></w:p></w:comment>';
  const extended =
    '<w15:commentsEx xmlns:w15="x"><w15:commentEx w15:paraId="0000000A" w15:done="0"/><w15:commentEx w15:paraId="00000001" w15:paraIdParent="0000000A" w15:done="0"/></w15:commentsEx>';
  const source = withComments(commentsXml(ours + THEIRS), { 'word/ex.xml': extended });
  const main = partText(source, 'word/document.xml').replace(
    r('丙丁'),
    `<w:commentRangeStart w:id="7"/>${r('丙丁')}<w:commentRangeEnd w:id="7"/><w:r w:rsidR="1"><w:rPr><w:rStyle w:val="a3"/></w:rPr><w:commentReference w:id="7"/></w:r>`,
  );
  const before = pack({ ...Object.fromEntries(partsOf(source)), 'word/document.xml': main });
  const { bytes } = annotated(before, () => []);
  assert.equal(partText(bytes, 'word/document.xml'), partText(source, 'word/document.xml'));
  assert.equal(partText(bytes, 'word/comments.xml'), commentsXml(THEIRS));
  assert.equal(partText(bytes, 'word/ex.xml'), '<w15:commentsEx xmlns:w15="x"><w15:commentEx w15:paraId="00000001" w15:done="0"/></w15:commentsEx>');
});

test('a relationship to comments that were lost is taken up, not doubled', () => {
  const lost = { 'word/_rels/document.xml.rels': relationships({ styles: 'styles.xml', comments: 'my%20comments.xml' }) };
  const { bytes } = annotated(word(p('甲乙'), { files: lost }), () => [['/preface/0', [0, 1]]]);
  assert.equal(partText(bytes, 'word/_rels/document.xml.rels').split('/comments"').length, 2);
  assert.match(partText(bytes, 'word/my comments.xml'), /<w:comment w:id="0" w:author="年报校验（gov-report）"/);
  assert.match(partText(bytes, '[Content_Types].xml'), /PartName="\/word\/my%20comments\.xml"/);
  assert.deepEqual(Buffer.from(annotated(bytes, () => [['/preface/0', [0, 1]]]).bytes), Buffer.from(bytes));
});

test('in a folder with a Chinese name our part comes and goes without a trace', () => {
  const before = pack({
    '[Content_Types].xml': contentTypes(undefined, '/%E6%96%87/document.xml'),
    '_rels/.rels': relationships({ officeDocument: '%E6%96%87/document.xml' }),
    '文/document.xml': documentXml(p(r('甲', '<w:b/>'))),
  });
  const once = annotated(before, () => [['/preface/0']]);
  assert.match(partText(once.bytes, '[Content_Types].xml'), /PartName="\/%E6%96%87\/comments\.xml"/);
  assert.deepEqual(partsOf(annotated(once.bytes, () => []).bytes), partsOf(before));
});

test('archives of every legal build are rewritten so that others can read them', () => {
  const files = [
    { name: '[Content_Types].xml', content: contentTypes() },
    { name: '_rels/.rels', content: relationships({ officeDocument: 'word/document.xml' }) },
    { name: 'word/document.xml', content: documentXml(p('甲乙')) },
    { name: 'word/media/image1.png', content: new Uint8Array([1, 2, 3]) },
  ];
  const builds = [rawZip(files), rawZip(files, true), rawZip(files.map((file) => ({ ...file, method: 0 })))];
  for (const before of builds) {
    const once = annotated(before, () => [['/preface/0', [0, 1]]]);
    assert.equal(once.comments, 1);
    assert.equal(commented(partText(once.bytes, 'word/document.xml')).get('0'), '甲');
    // fflate is not our reader.
    assert.deepEqual(Object.keys(unzipSync(once.bytes)).sort(), [...files.map(({ name }) => name), 'word/_rels/document.xml.rels', 'word/comments.xml'].sort());
    assert.deepEqual(unzipSync(once.bytes)['word/media/image1.png'], new Uint8Array([1, 2, 3]));
    assert.deepEqual(Buffer.from(annotated(once.bytes, () => [['/preface/0', [0, 1]]]).bytes), Buffer.from(once.bytes));
  }
});

test('strict files, other prefixes, a default namespace and UTF-16 parts', () => {
  const plain = documentXml(p('甲乙丙'));
  const strict = wordWithMain(
    plain.replaceAll('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'),
  );
  const one = annotated(strict, () => [['/preface/0', [1, 2]]]).bytes;
  assert.match(partText(one, 'word/_rels/document.xml.rels'), /Type="http:\/\/purl\.oclc\.org\/ooxml\/officeDocument\/relationships\/comments"/);
  assert.match(partText(one, 'word/comments.xml'), /xmlns:w="http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main"/);

  const other = annotated(wordWithMain(plain.replaceAll('<w:', '<z:').replaceAll('</w:', '</z:').replace('xmlns:w=', 'xmlns:z=')), () => [
    ['/preface/0', [1, 2]],
  ]).bytes;
  assert.match(
    partText(other, 'word/document.xml'),
    /<z:commentRangeStart z:id="0"\/><z:r><z:t xml:space="preserve">乙<\/z:t><\/z:r><z:commentRangeEnd z:id="0"\/><z:r><z:commentReference z:id="0"\/><\/z:r>/,
  );

  const bare = plain.replaceAll('<w:', '<').replaceAll('</w:', '</').replace('xmlns:w=', 'xmlns=');
  const named = annotated(wordWithMain(bare), () => [['/preface/0', [1, 2]]]).bytes;
  assert.match(partText(named, 'word/document.xml'), /<w:commentRangeStart xmlns:w="[^"]*main" w:id="0"\/><r><t xml:space="preserve">乙<\/t><\/r>/);
  assert.deepEqual(annotated(named, () => [['/preface/0', [1, 2]]]).bytes, named);

  for (const big of [false, true]) {
    const text = plain.replace('UTF-8', 'UTF-16');
    const wide = new Uint8Array(2 * text.length + 2);
    [0xfeff, ...Array.from(text, (unit) => unit.charCodeAt(0))].forEach((unit, index) => {
      new DataView(wide.buffer).setUint16(2 * index, unit, !big);
    });
    const { bytes } = annotated(wordWithMain(wide), () => [['/preface/0', [1, 2]]]);
    const main = partsOf(bytes).get('word/document.xml')!;
    assert.deepEqual([...main.subarray(0, 2)], big ? [0xfe, 0xff] : [0xff, 0xfe]);
    assert.equal(commented(new TextDecoder(big ? 'utf-16be' : 'utf-16le').decode(main)).get('0'), '乙');
  }
});

test('odd packages: a taken id, comments elsewhere, an empty part of comments, no list of content types', () => {
  const first: Parameters<typeof annotated>[1] = () => [['/preface/0', [0, 1]]];
  const relations = (...all: readonly string[]): Readonly<Record<string, string>> => ({
    'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`,
  });
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const taken = annotated(word(p('甲乙'), { files: relations(`<Relationship Id="rIdGovReport" Type="${office}/image" Target="media/a.png"/>`) }), first);
  assert.match(partText(taken.bytes, 'word/_rels/document.xml.rels'), /Id="rIdGovReport2" Type="[^"]*\/comments" Target="comments\.xml"/);
  assert.ok(!partsOf(annotated(taken.bytes, () => []).bytes).has('word/comments.xml'), 'and goes again');
  const outside = relations(`<Relationship Id="rId9" Type="${office}/comments" Target="http://x/c.xml" TargetMode="External"/>`);
  const inside = partsOf(annotated(word(p('甲乙'), { files: outside }), first).bytes);
  assert.deepEqual([inside.has('word/comments.xml'), [...inside.keys()].filter((name) => name.includes('http'))], [true, []]);
  for (const content of ['', '<?xml version="1.0"?>']) {
    const empty = word(p('甲乙'), {
      files: { ...relations(`<Relationship Id="rId1" Type="${office}/comments" Target="comments.xml"/>`), 'word/comments.xml': content },
    });
    assertPaired(annotated(empty, first).bytes, 1);
  }
  const bare = pack({ '_rels/.rels': relationships({ officeDocument: 'word/document.xml' }), 'word/document.xml': documentXml(p('甲乙')) });
  assert.throws(() => annotated(bare, first), { name: 'InputError', code: 'damaged-package' });
});
