/** Comments as other programs read them: pandoc, LibreOffice and mammoth find every one of them on its words. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import mammoth from 'mammoth';
import { annotated, everywhere, type Spot } from '../support/annotated.js';
import { partsOf } from '../support/docx-compare.js';

const documents = new URL('../../fixtures/documents/', import.meta.url);
/** Documents without constructs that the other programs show otherwise than Word: those have reasons in test/oracle.test.ts. */
const REPORTS = [
  '2019/zhangjiapo-2020.docx',
  '2021/suqian-2024.docx',
  'docx/libreoffice-2019.docx',
  'docx/libreoffice-2021.docx',
  'docx/pandoc-2019.docx',
  'docx/pandoc-2021.docx',
];
const ALL = readdirSync(documents, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.docx'))
  .sort();

/** LibreOffice 7 drops comments, and the words they stand on, in paragraphs that are wholly a content control; Word does not. */
const LOSES = new Set(['docx/built-controls.docx']);

const folder = mkdtempSync(join(tmpdir(), 'gov-report-annotate-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The comment on each of these spots, as a program found it: what it says → the words it stands on, blanks left out. */
type Found = ReadonlyMap<string, string>;

const squeezed = (text: string): string => text.replace(/[\s\u00a0]+/g, '');

function spots(texts: readonly string[], cells: readonly string[]): readonly Spot[] {
  // One comment a place, and a word in the middle of each paragraph; the same place twice would be one comment.
  const seen = new Set<string>();
  return everywhere(texts, cells).filter(([pointer, span]) => {
    const length = span ? span[1] - span[0] : 2;
    const key = `${pointer} ${span?.join('-')}`;
    return length > 1 && (span === undefined || span[0] > 0) && !seen.has(key) && seen.add(key) !== undefined;
  });
}

function annotate(name: string): { readonly file: string; readonly expected: Found; readonly comments: number } {
  const done = annotated(new Uint8Array(readFileSync(new URL(name, documents))), spots);
  const file = join(folder, `${name.replaceAll('/', '-')}`);
  writeFileSync(file, done.bytes);
  return { file, expected: new Map(done.words.map((words, index) => [`rule-${index}`, squeezed(words)])), comments: done.comments };
}

interface Node {
  readonly t?: string;
  readonly c?: unknown;
}

/** Comments as pandoc reads them. */
function byPandoc(file: string): Found {
  const { stdout, status } = spawnSync('pandoc', ['--track-changes=all', '-f', 'docx', '-t', 'json', file], { encoding: 'utf8', maxBuffer: 1e8 });
  assert.equal(status, 0);
  const open = new Map<string, { readonly says: string; words: string }>();
  const found = new Map<string, string>();
  const plain = (node: unknown): string => {
    if (Array.isArray(node)) return node.map(plain).join('');
    const { t, c } = (node ?? {}) as Node;
    if (t === 'Str') return c as string;
    return t === undefined || t === 'Attr' ? '' : plain(c);
  };
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const child of node) walk(child);
      return;
    }
    if (node === null || typeof node !== 'object') return;
    const { t, c } = node as Node;
    if (t === 'Span') {
      const [[, classes, attributes], content] = c as [[string, string[], [string, string][]], unknown];
      const id = Object.fromEntries(attributes)['id'] ?? (c as [[string]])[0][0];
      if (classes.includes('comment-start')) {
        open.set(id, { says: plain(content), words: '' });
        return;
      }
      if (classes.includes('comment-end')) {
        const { says, words } = open.get(id)!;
        for (const [rule] of says.matchAll(/rule-\d+/g)) found.set(rule, squeezed(words));
        open.delete(id);
        walk(content);
        return;
      }
    }
    if (t === 'Str') for (const each of open.values()) each.words += c as string;
    else if (t === 'Quoted') {
      const [kind, content] = c as [Node, unknown];
      const [left, right] = kind.t === 'DoubleQuote' ? ['“', '”'] : ['‘', '’'];
      walk({ t: 'Str', c: left });
      walk(content);
      walk({ t: 'Str', c: right });
    } else for (const child of Object.values(node)) walk(child);
  };
  walk(JSON.parse(stdout));
  assert.deepEqual([...open.keys()], [], 'comments without an end');
  return found;
}

/** Comments as LibreOffice reads them, by way of its own format. */
function byLibreOffice(file: string): Found {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const { status, stderr } = spawnSync('soffice', [profile, '--headless', '--convert-to', 'odt', '--outdir', folder, file], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  assert.equal(status, 0, stderr);
  const xml = new TextDecoder().decode(partsOf(new Uint8Array(readFileSync(file.replace(/\.docx$/, '.odt')))).get('content.xml'));
  const text = (from: number, to: number): string =>
    squeezed(
      xml
        .slice(from, to)
        .replace(/<office:annotation .*?<\/office:annotation>/gs, '')
        .replace(/<[^>]*>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&apos;/g, "'")
        .replace(/&amp;/g, '&'),
    );
  const found = new Map<string, string>();
  for (const match of xml.matchAll(/<office:annotation (?:[^>]*?office:name="([^"]*)")?[^>]*>(.*?)<\/office:annotation>/gs)) {
    const from = match.index + match[0].length;
    const end = match[1] === undefined ? -1 : xml.indexOf(`<office:annotation-end office:name="${match[1]}"/>`);
    for (const [rule] of match[2]!.matchAll(/rule-\d+/g)) found.set(rule, end === -1 ? '' : text(from, end));
  }
  return found;
}

for (const name of REPORTS) {
  test(`${name}: pandoc, LibreOffice and mammoth read every comment on its words`, { timeout: 300_000 }, async () => {
    const { file, expected, comments } = annotate(name);
    assert.ok(comments > 50, `${comments}`);
    const compare = (found: Found, who: string): void => {
      assert.deepEqual(
        [...expected.keys()].filter((rule) => !found.has(rule)),
        [],
        `${who} does not see these`,
      );
      const differing = [...expected].filter(([rule, words]) => found.get(rule) !== words).map(([rule, words]) => [rule, words, found.get(rule)]);
      assert.deepEqual(differing, [], who);
    };
    compare(byPandoc(file), 'pandoc');
    compare(byLibreOffice(file), 'LibreOffice');
    const { value } = await mammoth.convertToHtml({ path: file }, { styleMap: ['comment-reference => sup'] });
    const said = new Set([...value.matchAll(/rule-\d+/g)].map(([rule]) => rule));
    assert.deepEqual(
      [...expected.keys()].filter((rule) => !said.has(rule)),
      [],
      'mammoth does not see these',
    );
    assert.equal([...value.matchAll(/<a href="#comment-\d+"/g)].length, comments, 'mammoth sees a reference for each');
  });
}

test('every fixture: LibreOffice opens it and shows every comment', { timeout: 600_000 }, () => {
  for (const name of ALL) {
    if (LOSES.has(name)) continue;
    const { file, expected } = annotate(name);
    const found = byLibreOffice(file);
    assert.deepEqual(
      [...expected.keys()].filter((rule) => !found.has(rule)),
      [],
      name,
    );
  }
});
