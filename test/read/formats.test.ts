import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { InputError } from '../../src/base/errors.js';
import type { Format } from '../../src/read/formats/format.js';
import { formats } from '../../src/read/formats/index.js';
import { readText } from '../../src/read/formats/text/index.js';
import { readInput, readReport } from '../../src/read/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const report = readFileSync(join(root, 'fixtures/documents/2019/zhangjiapo-2020.txt'));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const reversed = (content: Uint8Array): Uint8Array => Uint8Array.from(content).reverse();

/** A format that nobody has: a mark, then the bytes of a text backwards. */
const backwards: Format = {
  name: 'backwards',
  sniff: ({ head }) => head.startsWith('BACK'),
  read: async ({ bytes: content }) => readText(new TextDecoder().decode(reversed(content.subarray(4)))),
};
const backwardsFile = Uint8Array.from([...bytes('BACK'), ...reversed(report)]);

/** A container that nobody has: a mark, then one file. */
const crate: Format = {
  name: 'crate',
  sniff: ({ head }) => head.startsWith('CRATE'),
  async *open({ bytes: content }) {
    yield { name: '报告.back', read: async () => content.subarray(5) };
  },
};

test('a format is one entry: a report is read through an invented one', async () => {
  const direct = await readReport(report);
  const { reading } = await readReport(backwardsFile, undefined, [backwards, ...formats]);
  assert.deepEqual(reading, direct.reading);
  await assert.rejects(readReport(backwardsFile), InputError);
});

test('the files of an invented container are told apart in turn', async () => {
  const list = [crate, backwards, ...formats];
  const input = await readInput(Uint8Array.from([...bytes('CRATE'), ...backwardsFile]), undefined, list);
  assert.equal(input.kind, 'container');
  const names: string[] = [];
  for await (const { name, read } of input.kind === 'container' ? input.entries : []) {
    const { reading } = await readReport(await read(), name, list);
    names.push(`${name} ${reading.report.year}`);
  }
  assert.deepEqual(names, ['报告.back 2020']);
  await assert.rejects(readReport(bytes('CRATE'), undefined, list), (error) => error instanceof InputError && error.code === 'container');
});

test('names of the list are unique, and the last entry takes what no other knows', () => {
  const names = formats.map(({ name }) => name);
  assert.deepEqual([...new Set(names)], names);
  assert.equal(names.at(-1), 'text');
});

test('nothing outside the readers asks what format a document has', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  const asking = files.filter((file) =>
    /(?:reading|document|source)\.format\s*[!=]==|\bformat\s*[!=]==\s*'(?:docx|doc|odt|rtf|mht|pdf|ofd)'/.test(readFileSync(file, 'utf8')),
  );
  assert.deepEqual(
    asking.map((file) => file.slice(root.length)).filter((file) => !file.startsWith('src/read/formats/')),
    [],
  );
});
