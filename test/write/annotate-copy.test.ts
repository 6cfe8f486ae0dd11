/** Annotating what takes no comments: a review copy with the findings of the original, each where it belongs. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { InputError } from '../../src/base/errors.js';
import { annotate, fix, lint } from '../../src/index.js';
import { readDoc } from '../../src/read/formats/doc/index.js';
import { readDocx } from '../../src/read/formats/docx/index.js';
import { docFile, p, row } from '../support/doc-file.js';
import { partText } from '../support/docx-compare.js';
import { shape } from '../support/docx-read.js';

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../fixtures/documents/doc/${name}`, import.meta.url));

test('the copy holds the text and cells of the .doc, and its comments the findings of the .doc', async () => {
  for (const name of ['suqian-2024.doc', 'zhangjiapo-2020.doc']) {
    const bytes = fixture(name);
    const { bytes: copy, copy: isCopy, result, comments } = await annotate(bytes, { file: name });
    assert.equal(isCopy, true);
    const read = readDocx(copy);
    const original = readDoc(bytes);
    const asRead = { ...original, blocks: original.blocks.filter((block) => block.kind === 'table' || block.text.trim() !== '') };
    assert.deepEqual(shape({ ...read, notes: [] }), shape(asRead));
    const judged = await lint(bytes, { file: name });
    assert.ok(judged.status === 'checked');
    assert.deepEqual(result.diagnostics, judged.diagnostics);
    const words = partText(copy, 'word/comments.xml');
    for (const { ruleId } of result.diagnostics) assert.ok(words.includes(ruleId), ruleId);
    assert.ok(words.includes('审阅副本'));
    assert.equal(comments, words.split('<w:comment ').length - 1);
  }
});

test('a finding of a place in the original is told at the same words in the copy', async () => {
  const bytes = docFile([
    p(''),
    p('云岭县2024年政府信息公开工作年度报告'),
    p(''),
    p('一、总体情况'),
    ...row({ cells: ['甲', '乙'], edges: [0, 900, 1800] }),
    p('联系人', new Uint8Array()),
    p([{ text: '公开' }, { text: '藏着', sprms: [Uint8Array.of(0x3c, 0x08, 1)] }]),
  ]);
  const { bytes: copy, result } = await annotate(bytes, { file: 'a.wps' });
  const hidden = result.diagnostics.find(({ ruleId }) => ruleId === 'document/hidden-text');
  assert.equal(hidden?.place.paragraph, 8);
  const main = partText(copy, 'word/document.xml');
  const id = /<w:comment w:id="(\d+)"(?:(?!<\/w:comment>).)*document\/hidden-text/.exec(partText(copy, 'word/comments.xml'))?.[1];
  const from = main.indexOf(`<w:commentRangeStart w:id="${id}"/>`);
  assert.match(main.slice(from, main.indexOf(`<w:commentRangeEnd w:id="${id}"/>`)), /公开/);
});

test('fix says what to do with a .doc', async () => {
  await assert.rejects(fix(fixture('suqian-2024.doc'), { file: 'a.doc' }), (error: unknown) => {
    assert.ok(error instanceof InputError);
    assert.equal(error.code, 'not-editable');
    assert.match(error.remedy.zh, /另存为 \.docx/);
    return true;
  });
});
