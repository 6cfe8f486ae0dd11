/** `gov-report annotate` from the command line. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commented, partText } from '../support/docx-compare.js';
import { standInFolder, write } from '../support/folder.js';
import { runCli } from '../support/run-cli.js';
import { spoiled } from '../support/spoil.js';

const report = readFileSync(fileURLToPath(new URL('../../fixtures/documents/2019/zhangjiapo-2020.docx', import.meta.url)));

standInFolder();

function comments(file: string): readonly (readonly [words: string, rules: string])[] {
  const bytes = new Uint8Array(readFileSync(file));
  const xml = partText(bytes, 'word/comments.xml');
  return [...commented(partText(bytes, 'word/document.xml'))].map(([id, words]) => {
    const content = xml.slice(xml.indexOf(`<w:comment w:id="${id}"`)).split('</w:comment>')[0]!;
    return [words, [...content.matchAll(/（([a-z]+\/[a-z-]+)）/g)].map(([, rule]) => rule).join(' ')];
  });
}

test('the real report: each finding on its words; the original stays; a second run is the same', async () => {
  write({ '报告.docx': new Uint8Array(report) });
  const { exitCode, stdout, stderr } = await runCli(['annotate', '报告.docx', '-o', '批注.docx']);
  assert.deepEqual([exitCode, stdout, stderr], [0, '', '已写入 9 条批注：批注.docx\n']);
  assert.deepEqual(readFileSync('报告.docx'), report);
  const said = comments('批注.docx');
  assert.deepEqual(said[0], ['张家坡镇2020年度政府信息公开工作年度报 告', 'structure/title']);
  assert.deepEqual(said.filter(([, rules]) => rules !== 'text/punctuation').slice(1), [
    [
      '根据《中华人民共和国政府信息公开条例》和《山东省政府信息公开办法》，结合张家坡镇政府信息公开工作实际，现向社会公开张家坡镇2020年政府信息公开年度报告。',
      'structure/statistics-period',
    ],
    ['[bookmark: _GoBack]', 'text/conversion-artifact'],
    ['我街道', 'identity/unit-kind'],
    ['街道各部门', 'identity/unit-kind'],
  ]);
  await runCli(['annotate', '批注.docx', '-o', '再批注.docx']);
  assert.deepEqual(readFileSync('再批注.docx'), readFileSync('批注.docx'));
});

test('options of lint choose the findings; English on request', async () => {
  write({ 'a.docx': new Uint8Array(report) });
  await runCli(['annotate', 'a.docx', '-o', 'b.docx', '--rule', 'text/punctuation:off', '--rule', 'identity/unit-kind:off', '--lang', 'en']);
  const bytes = new Uint8Array(readFileSync('b.docx'));
  assert.equal(commented(partText(bytes, 'word/document.xml')).size, 3);
  assert.match(partText(bytes, 'word/comments.xml'), /\[Warning\] The title “[^”]+” says 年度 twice; [^<]*\(structure\/title\)<.*How to mend: Write/);
});

test('corrections and findings of tables stand in their cells, corrections first; a mended copy loses the comments', async () => {
  const clean = new Uint8Array(readFileSync(new URL('../../fixtures/documents/docx/libreoffice-2021.docx', import.meta.url)));
  const cell = '/tables/requests/outcomes/partiallyGranted/naturalPerson';
  write({ 'a.docx': spoiled(clean, { [cell]: '21', '/tables/requests/carriedOver/legalService': '' }) });
  await runCli(['annotate', 'a.docx', '-o', 'b.docx']);
  const bytes = new Uint8Array(readFileSync('b.docx'));
  const [main, xml] = [partText(bytes, 'word/document.xml'), partText(bytes, 'word/comments.xml')];
  const said = new Map(
    [...xml.matchAll(/<w:comment w:id="(\d+)".*?<\/w:comment>/gs)].map(([comment, id]) => [
      id!,
      [...comment.matchAll(/<w:t [^>]*>([^<]*)</g)].map(([, text]) => text!),
    ]),
  );
  const [wrong] = [...said].find(([, lines]) => lines[0]!.startsWith('这一格'))!;
  assert.equal(said.get(wrong)![0], '这一格最可能写错：21 应为 12。');
  assert.equal(commented(main).get(wrong), '21');
  const [blank] = [...said].find(([, lines]) => lines[0]!.includes('cells/blank'))!;
  assert.equal(commented(main).get(blank), '');
  const at = main.indexOf(`<w:commentRangeStart w:id="${blank}"/>`);
  assert.ok(main.lastIndexOf('<w:tc>', at) > main.lastIndexOf('</w:tc>', at), 'in a cell');
  // Mended by hand: the next run takes the comments away.
  write({ 'c.docx': spoiled(bytes, { [cell]: '12', '/tables/requests/carriedOver/legalService': '0' }) });
  await runCli(['annotate', 'c.docx', '-o', 'd.docx', '--rule', 'cells/blank:off']);
  assert.ok(!partText(new Uint8Array(readFileSync('d.docx')), 'word/document.xml').includes('comment'));
});

test('what cannot be done is said in a sentence, and nothing is written', async () => {
  write({ 'a.docx': new Uint8Array(report), 'a.txt': readFileSync(new URL('../../fixtures/documents/2019/zhangjiapo-2020.txt', import.meta.url)) });
  for (const [argv, sentence] of [
    [['annotate', 'a.docx'], '错误：请用 -o 写明输出文件\n'],
    [['annotate', 'a.docx', '-o', 'b.pdf'], '错误：b.pdf：写入的是 .docx 文件，扩展名也应是 .docx\n'],
    [['fix', 'a.docx', '-o', 'b.txt'], '错误：b.txt：写入的是 .docx 文件，扩展名也应是 .docx\n'],
    [['fix', 'a.txt', '-o', 'b.DOCX'], '错误：b.DOCX：写入的是文本，扩展名不能是 .docx\n'],
    [['template', '-o', 'b.txt'], '错误：b.txt：写入的是 .docx 文件，扩展名也应是 .docx\n'],
    [['annotate', 'a.docx', '-o', 'a.docx'], '错误：a.docx：输出文件就是输入文件，没有写入。请换一个输出文件名。\n'],
    [
      ['annotate', 'a.txt', '-o', 'b.docx'],
      '错误：a.txt：批注只能写入 Word 文档（.docx）和 PDF，这份文件都不是。请提供报告的 .docx 原稿，或查看标注了问题的检查结果网页',
    ],
  ] as const) {
    const run = await runCli(argv);
    assert.equal(run.exitCode, 2);
    assert.ok(run.stderr.startsWith(sentence), run.stderr);
  }
  assert.deepEqual(readdirSync('.').sort(), ['a.docx', 'a.txt']);
  assert.deepEqual(readFileSync('a.docx'), report);
});
