/** A strict JSON parser that keeps where every value stands, names doubled keys, and stops at hostile depth. */
import { InputError, type Sentence } from '../errors.js';
import { type JsonFault, syntaxError } from './faults.js';

/** A value with its place; `from` and `to` are UTF-16 offsets in the text, end exclusive. */
export type JsonNode = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
);

/** A key of an object with its value; `from` is the offset of the key. */
export interface JsonMember {
  readonly key: string;
  readonly from: number;
  readonly node: JsonNode;
}

/** Deepest nesting; a report with its locations has eight levels. */
const DEEPEST = 64;
/** Most values; a report with its locations has under ten thousand. */
const MOST_VALUES = 300_000;

/** Tells line and column (both 1-based) of an offset. */
export function createLocator(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) starts.push(at + 1);
  }
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
const WORD = /[\w$.+-]{1,400}/y;
const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/**
 * Parses every value of a text: one, or several parted by white space (NDJSON).
 * @throws InputError `json-syntax` with line and column, `too-large` past the bounds.
 */
export function parseJson(text: string): readonly JsonNode[] {
  let at = 0;
  let values = 0;

  function fail(zh: string, en: string, offset = at): never {
    const fault: JsonFault = { ...createLocator(text)(offset), what: { zh, en } };
    throw syntaxError(fault);
  }

  // By hand: a regular expression runs out of stack on a few million blanks or letters.
  function skipSpace(): void {
    for (let code = text.charCodeAt(at); code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09; code = text.charCodeAt(at)) at += 1;
  }

  function expect(sign: string, zh: string, en: string): void {
    skipSpace();
    if (text[at] !== sign) fail(at >= text.length ? '内容突然中断' : zh, at >= text.length ? 'the text breaks off' : en);
    at += 1;
  }

  function string(): string {
    const from = at;
    at += 1;
    let value = '';
    for (;;) {
      const start = at;
      while (text.charCodeAt(at) >= 0x20 && text[at] !== '"' && text[at] !== '\\') at += 1;
      value += text.slice(start, at);
      const sign = text[at];
      if (sign === '"') {
        at += 1;
        return value;
      }
      if (sign === undefined) fail('的字符串没有结尾的引号', 'a string has no closing quote', from);
      if (sign !== '\\') fail('的字符串里有未转义的控制字符或换行', 'a string holds a raw control character or line end');
      const letter = text[at + 1] ?? '';
      const hex = /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6)) ? text.slice(at + 2, at + 6) : undefined;
      if (letter === 'u' && hex !== undefined) {
        value += String.fromCharCode(Number.parseInt(hex, 16));
        at += 6;
      } else if (ESCAPES[letter] !== undefined) {
        value += ESCAPES[letter];
        at += 2;
      } else fail('的转义写法无效', 'an escape is not valid');
    }
  }

  function scalar(): string | number | boolean | null {
    if (text[at] === '"') return string();
    const from = at;
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0] ?? '';
    at += word.length;
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (NUMBER.test(word)) {
      const number = Number(word);
      if (Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))) return number + 0;
      fail(`的数 ${word.slice(0, 40)} 大到无法精确表示`, `the number ${word.slice(0, 40)} is too large to be held exactly`, from);
    }
    if (/^[-+]?(?:NaN|Infinity)$/.test(word)) fail(`的 ${word} 不是 JSON 的值，空白应写 null`, `${word} is no JSON value; a blank is written null`, from);
    if (at >= text.length && word === '') fail('内容突然中断', 'the text breaks off', from);
    fail(
      `应为一个值，却是 ${word === '' ? text[at] : word.slice(0, 40)}`,
      `a value is expected instead of ${word === '' ? text[at] : word.slice(0, 40)}`,
      from,
    );
  }

  function value(depth: number): JsonNode {
    skipSpace();
    values += 1;
    if (depth > DEEPEST || values > MOST_VALUES) throw tooLarge();
    const from = at;
    if (text[at] === '{') return object(from, depth);
    if (text[at] === '[') return array(from, depth);
    const found = scalar();
    return { kind: 'value', value: found, from, to: at };
  }

  function object(from: number, depth: number): JsonNode {
    const members: JsonMember[] = [];
    at += 1;
    skipSpace();
    if (text[at] === '}') at += 1;
    else {
      for (;;) {
        skipSpace();
        const keyAt = at;
        if (text[at] !== '"')
          fail(at >= text.length ? '内容突然中断' : '应为带双引号的键', at >= text.length ? 'the text breaks off' : 'a key in double quotes is expected');
        const key = string();
        expect(':', '应为冒号', 'a colon is expected');
        members.push({ key, from: keyAt, node: value(depth + 1) });
        skipSpace();
        if (text[at] !== ',') break;
        at += 1;
      }
      expect('}', '应为逗号或 }', 'a comma or } is expected');
    }
    return { kind: 'object', members, from, to: at };
  }

  function array(from: number, depth: number): JsonNode {
    const items: JsonNode[] = [];
    at += 1;
    skipSpace();
    if (text[at] === ']') at += 1;
    else {
      for (;;) {
        items.push(value(depth + 1));
        skipSpace();
        if (text[at] !== ',') break;
        at += 1;
      }
      expect(']', '应为逗号或 ]', 'a comma or ] is expected');
    }
    return { kind: 'array', items, from, to: at };
  }

  const nodes: JsonNode[] = [];
  for (at = Math.max(0, text.search(/[^\s\u200b-\u200f\u2060\ufeff]/)); at < text.length; skipSpace()) nodes.push(value(0));
  return nodes;
}

/** The plain value of a node; the last of doubled keys. */
export function plain(node: JsonNode): unknown {
  if (node.kind === 'value') return node.value;
  if (node.kind === 'array') return node.items.map(plain);
  return Object.fromEntries(node.members.map(({ key, node: child }) => [key, plain(child)]));
}

function tooLarge(): InputError {
  const sentence: Sentence = {
    zh: `JSON 嵌套超过 ${DEEPEST} 层或超过 ${MOST_VALUES} 个值，不像一份年度报告，未读取。`,
    en: `The JSON is nested more than ${DEEPEST} deep or has more than ${MOST_VALUES} values, unlike any yearly report, and was not read.`,
  };
  return new InputError('too-large', sentence, { zh: '请检查是否选错了文件。', en: 'Check that it is the right file.' });
}
