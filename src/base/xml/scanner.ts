/**
 * A pull scanner over the text of one XML part. It builds no tree and no token objects: the caller walks down with `child`,
 * asks for the attributes it wants, and skips the rest. What is not well-formed is refused, never repaired: the reader
 * must not see another document than Word does.
 */
import type { InputError } from '../errors.js';
import { type NamespaceCode, NS, type Vocabulary, WORD, X } from './names.js';
import { documentType, malformed, tooDeep, tooLarge } from './refusals.js';
import { isProcessed, type Name, newScope, type Scope, uriOf } from './scope.js';
import { resolveReferences } from './strings.js';

/** Elements inside one another. Word's own nesting of tables, text boxes and content controls stays far below. */
const MAX_DEPTH = 400;
/** Different element names of one part; the whole of WordprocessingML has fewer. */
const MAX_NAMES = 4096;
/** Start tags that are kept, and their longest. */
const MOST_TAGS = 500;
const LONGEST_TAG = 120;
/** Whole elements whose reading is kept, and their longest. */
const MOST_ELEMENTS = 500;
const LONGEST_ELEMENT = 1000;

/** State of a scan; only the functions of this module write to it. */
export interface Scanner {
  readonly xml: string;
  /** Name of the part, for messages. */
  readonly part: string;
  readonly vocabulary: Vocabulary;
  /** Offset behind the last tag read. */
  pos: number;
  /** How many elements are open. */
  depth: number;
  /** Offset of the start tag of the element entered last, and the extent of its attributes. */
  tag: number;
  attributesStart: number;
  attributesEnd: number;
  /** The attribute looked at last. */
  nameStart: number;
  nameEnd: number;
  valueStart: number;
  selfClosed: boolean;
  readonly open: string[];
  /** Depths of the open elements that `child` walked into unasked. */
  readonly entered: number[];
  /** Whether the part has content that must be processed inside of elements that nobody knows; next to none has. */
  readonly processes: boolean;
  /** Whether something was met that changes nothing of what is read but that XML forbids: a doubled attribute, `--` in a comment. */
  unsound: boolean;
  scope: Scope;
}

/** Starts a scan of the text of a part. */
export function scan(xml: string, part: string, vocabulary: Vocabulary = WORD): Scanner {
  const prefixes = new Map([
    ['', ''],
    ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ]);
  return {
    xml,
    part,
    vocabulary,
    pos: 0,
    depth: 0,
    tag: 0,
    attributesStart: 0,
    attributesEnd: 0,
    nameStart: 0,
    nameEnd: 0,
    valueStart: 0,
    selfClosed: false,
    open: [],
    entered: [],
    processes: xml.includes('ProcessContent'),
    unsound: false,
    scope: newScope(prefixes, undefined, 0),
  };
}

/** Enters the root element and returns its number. @throws InputError when there is none. */
export function root(s: Scanner): number {
  const lt = nextMarkup(s, true);
  if (s.xml.charCodeAt(lt + 1) === 47) throw malformed(s.part, lt);
  return enter(s, lt);
}

/** Reads to the end of the part: a cut-off one, or one with something behind its root element, shows here. */
export function finish(s: Scanner): void {
  while (s.depth > 0) if (child(s) !== 0) skip(s);
  const at = nextMarkup(s, true, true);
  if (at !== -1) throw malformed(s.part, at);
}

/**
 * Enters the next child of the open element and returns its number; 0 when the open element ends instead and is left. The children of
 * a `processed` element are children of the element around it.
 */
export function child(s: Scanner): number {
  for (;;) {
    const id = ownChild(s);
    if (id === X.processed) s.entered.push(s.depth);
    else if (id !== 0 || s.entered.at(-1) !== s.depth + 1) return id;
    else s.entered.pop();
  }
}

/** The same, but a `processed` element is a child like any other. */
export function ownChild(s: Scanner): number {
  if (s.selfClosed) {
    s.selfClosed = false;
    leave(s);
    return 0;
  }
  const lt = nextMarkup(s, false);
  if (s.xml.charCodeAt(lt + 1) !== 47) return enter(s, lt);
  const name = s.open[s.depth - 1]!;
  let at = lt + 2 + name.length;
  if (!s.xml.startsWith(name, lt + 2)) throw malformed(s.part, lt);
  while (isSpace(s.xml.charCodeAt(at))) at += 1;
  if (s.xml.charCodeAt(at) !== 62) throw malformed(s.part, lt);
  s.pos = at + 1;
  leave(s);
  return 0;
}

/** Leaves the element entered last, with all that is in it. */
export function skip(s: Scanner): void {
  if (s.selfClosed) {
    s.selfClosed = false;
    leave(s);
    return;
  }
  const target = s.depth - 1;
  while (s.depth > target) child(s);
}

/** What `look` says of the element entered last and its children, before any of them is read. It may stop anywhere within. */
export function lookAhead<T>(s: Scanner, look: (s: Scanner) => T): T {
  const { pos, depth, tag, attributesStart, attributesEnd, selfClosed, scope } = s;
  const name = s.open[depth - 1]!;
  const entered = [...s.entered];
  const answer = look(s);
  Object.assign(s, { pos, depth, tag, attributesStart, attributesEnd, selfClosed, scope });
  s.open[depth - 1] = name;
  s.entered.splice(0, s.entered.length, ...entered);
  return answer;
}

/**
 * What `read` gives for the element entered last. One whose whole text was read before under the same prefixes is passed over and
 * gives the same again, so an element of one name must always be read by the same function, which takes nothing but its text.
 */
export function readOnce<T extends object>(s: Scanner, read: (s: Scanner) => T): T {
  if (s.selfClosed) return read(s);
  const { elements } = s.scope;
  const start = s.tag;
  const close = `</${s.open[s.depth - 1]!}>`;
  const at = s.xml.slice(s.pos, s.pos + LONGEST_ELEMENT).indexOf(close);
  const end = s.pos + at + close.length;
  const text = at === -1 ? undefined : s.xml.slice(start, end);
  const known = text === undefined ? undefined : elements.get(text);
  if (known !== undefined) {
    s.pos = end;
    leave(s);
    return known as T;
  }
  const result = read(s);
  if (text !== undefined && s.pos === end && elements.size < MOST_ELEMENTS) elements.set(text, result);
  return result;
}

/**
 * The value of an attribute of the element entered last, before any of its children is entered. Attributes without a prefix
 * count as the element's own namespace, as several programs write them.
 */
export function attribute(s: Scanner, namespace: NamespaceCode, local: string): string | undefined {
  let at = nextAttribute(s, s.attributesStart);
  for (; at !== -1; at = nextAttribute(s, at)) {
    const start = s.nameEnd - local.length;
    if (s.xml.startsWith(local, start) && isNamed(s, s.nameStart, start, namespace)) return plain(s, s.valueStart, at - 1);
  }
  return undefined;
}

/** The namespace name that a prefix stands for at the element entered last. */
export function prefixUri(s: Scanner, prefix: string): string | undefined {
  return uriOf(s.scope, prefix);
}

function isNamed(s: Scanner, start: number, localStart: number, namespace: NamespaceCode): boolean {
  if (localStart === start) return namespace !== NS.xml && namespace !== NS.word14;
  if (localStart < start || s.xml.charCodeAt(localStart - 1) !== 58) return false;
  const uri = prefixUri(s, s.xml.slice(start, localStart - 1));
  return uri !== undefined && s.vocabulary.namespace(uri) === namespace;
}

/** Offset of the next tag. Comments and processing instructions are passed over; `-1` at the end only when `mayEnd`. */
function nextMarkup(s: Scanner, outside: boolean, mayEnd = false): number {
  const { xml } = s;
  for (;;) {
    const found = xml.charCodeAt(s.pos) === 60 ? s.pos : xml.indexOf('<', s.pos);
    const lt = found === -1 ? xml.length : found;
    if (outside) for (let at = s.pos; at < lt; at += 1) if (!isSpace(xml.charCodeAt(at))) throw malformed(s.part, at);
    if (found === -1) {
      if (mayEnd) return -1;
      throw malformed(s.part, lt);
    }
    const code = xml.charCodeAt(lt + 1);
    if (code !== 33 && code !== 63) return lt;
    s.pos = passOver(s, lt);
  }
}

/** Offset behind a comment, CDATA section or processing instruction. A document type is refused: it is how entities are defined. */
export function passOver(s: Scanner, lt: number): number {
  const { xml } = s;
  const [open, close] = xml.startsWith('<!--', lt) ? ['<!--', '-->'] : xml.startsWith('<![CDATA[', lt) ? ['<![CDATA[', ']]>'] : ['<?', '?>'];
  if (!xml.startsWith(open!, lt)) throw xml.startsWith('<!DOCTYPE', lt) || xml.startsWith('<!ENTITY', lt) ? documentType(s.part) : malformed(s.part, lt);
  const end = xml.indexOf(close!, lt + open!.length);
  if (end === -1) throw malformed(s.part, lt);
  if (open === '<!--' && (xml.indexOf('--', lt + 4) < end || xml[end - 1] === '-')) s.unsound = true;
  return end + close!.length;
}

function enter(s: Scanner, lt: number): number {
  // A tag that was read to this very “>” before is read the same way again.
  const gt = s.xml.indexOf('>', lt);
  const text = gt !== -1 && gt - lt < LONGEST_TAG ? s.xml.slice(lt, gt + 1) : undefined;
  const known = text === undefined ? undefined : s.scope.tags.get(text);
  if (known === undefined) return enterNew(s, lt, text);
  s.tag = lt;
  s.attributesStart = lt + known.attributesStart;
  s.attributesEnd = lt + known.attributesEnd;
  s.selfClosed = known.selfClosed;
  s.pos = gt + 1;
  if (s.depth >= MAX_DEPTH) throw tooDeep(s.part);
  s.open[s.depth] = known.name.text;
  s.depth += 1;
  return known.name.id;
}

function enterNew(s: Scanner, lt: number, tag: string | undefined): number {
  const { xml } = s;
  let at = lt + 1;
  let hash = 0;
  let code = xml.charCodeAt(at);
  // Written so that NaN, which charCodeAt gives behind the end, stops every loop.
  while (code > 32 && code !== 62 && code !== 47) {
    hash = (Math.imul(hash, 31) + code) | 0;
    code = xml.charCodeAt(++at);
  }
  const nameEnd = at;
  let declares = false;
  // Attributes by a small mark of their names: only where two have the same, their names are compared.
  let marks = 0;
  let alike = false;
  for (;;) {
    while (isSpace(code)) code = xml.charCodeAt(++at);
    if (code === 62 || code === 47) break;
    if (code === 120 && xml.startsWith('xmlns', at)) declares = true;
    const start = at;
    while (code > 32 && code !== 61 && code !== 60 && code !== 62) code = xml.charCodeAt(++at);
    const mark = 1 << ((xml.charCodeAt(start + 2) * 7 + xml.charCodeAt(at - 1) + at - start) & 31);
    alike ||= (marks & mark) !== 0;
    marks |= mark;
    while (isSpace(code)) code = xml.charCodeAt(++at);
    if (code !== 61) throw malformed(s.part, lt);
    code = xml.charCodeAt(++at);
    while (isSpace(code)) code = xml.charCodeAt(++at);
    const quote = code;
    if (quote !== 34 && quote !== 39) throw malformed(s.part, lt);
    do code = xml.charCodeAt(++at);
    while (code !== quote && code > 0 && code !== 60);
    if (code !== quote) throw malformed(s.part, lt);
    code = xml.charCodeAt(++at);
    if (code !== 62 && code !== 47 && !isSpace(code)) throw malformed(s.part, lt);
  }
  s.tag = lt;
  s.attributesStart = nameEnd;
  s.attributesEnd = at;
  s.selfClosed = code === 47;
  if (s.selfClosed && xml.charCodeAt(++at) !== 62) throw malformed(s.part, lt);
  s.pos = at + 1;
  if (alike && hasDoubled(s)) s.unsound = true;
  if (s.depth >= MAX_DEPTH) throw tooDeep(s.part);
  s.depth += 1;
  if (declares) declare(s);
  const scoped = s.processes && declareProcessed(s);
  let name = s.scope.names.get(hash);
  while (name !== undefined && !(name.text.length === nameEnd - lt - 1 && xml.startsWith(name.text, lt + 1))) name = name.next;
  name ??= newName(s, xml.slice(lt + 1, nameEnd), hash);
  s.open[s.depth - 1] = name.text;
  const { tags } = s.scope;
  if (tag !== undefined && tag.length === s.pos - lt && !declares && !scoped && tags.size < MOST_TAGS)
    tags.set(tag, { name, attributesStart: nameEnd - lt, attributesEnd: s.attributesEnd - lt, selfClosed: s.selfClosed });
  return name.id;
}

/** Whether two attributes of the tag read last have one name. */
function hasDoubled(s: Scanner): boolean {
  const names = new Set<string>();
  let count = 0;
  for (let at = nextAttribute(s, s.attributesStart); at !== -1; at = nextAttribute(s, at)) {
    names.add(s.xml.slice(s.nameStart, s.nameEnd));
    count += 1;
  }
  return names.size < count;
}

function leave(s: Scanner): void {
  if (s.scope.depth === s.depth && s.scope.outer) s.scope = s.scope.outer;
  s.depth -= 1;
}

function newName(s: Scanner, text: string, hash: number): Name {
  if (!/^[^\s"'&=<>/!?:]+(?::[^\s"'&=<>/!?:]+)?$/.test(text)) throw malformed(s.part, s.tag);
  s.scope.count += 1;
  if (s.scope.count > MAX_NAMES) throw tooManyNames();
  const colon = text.indexOf(':');
  const uri = prefixUri(s, colon === -1 ? '' : text.slice(0, colon));
  if (uri === undefined) throw malformed(s.part, s.tag);
  const local = text.slice(colon + 1);
  const known = s.vocabulary.element(s.vocabulary.namespace(uri), local);
  const name: Name = { text, id: known === X.foreign && s.processes && isProcessed(s.scope, uri, local) ? X.processed : known, next: s.scope.names.get(hash) };
  s.scope.names.set(hash, name);
  return name;
}

/** Takes in the declarations of the element entered last. Only a prefix that changes its meaning opens a scope: Word repeats the others on every drawing. */
function declare(s: Scanner): void {
  for (let at = nextAttribute(s, s.attributesStart); at !== -1; at = nextAttribute(s, at)) {
    const name = s.xml.slice(s.nameStart, s.nameEnd);
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const prefix = name.slice(6);
    const uri = plain(s, s.valueStart, at - 1);
    const known = prefixUri(s, prefix);
    if (known === uri) continue;
    if (known !== undefined) openScope(s);
    s.scope.prefixes.set(prefix, uri);
  }
}

function tooManyNames(): InputError {
  return tooLarge('元素名称', 'element names');
}

function openScope(s: Scanner): void {
  if (s.scope.depth !== s.depth) s.scope = newScope(new Map(), s.scope, s.depth);
}

/**
 * Takes in what the element entered last says of elements that nobody knows: whether any (ECMA-376 part 3, 9.2 and 9.3). A prefix
 * means there what it means at this element.
 */
function declareProcessed(s: Scanner): boolean {
  const [ignorable, processed] = ['Ignorable', 'ProcessContent'].map((name) =>
    (attribute(s, NS.compatibility, name) ?? '')
      .trim()
      .split(/\s+/, MAX_NAMES + 1)
      .filter(Boolean),
  );
  if (ignorable!.length + processed!.length === 0) return false;
  if (Math.max(ignorable!.length, processed!.length) > MAX_NAMES) throw tooManyNames();
  openScope(s);
  for (const prefix of ignorable!) s.scope.ignorable.add(prefixUri(s, prefix) ?? '');
  for (const name of processed!) {
    const [prefix, local] = name.split(':');
    s.scope.processed.add(`${prefixUri(s, prefix!) ?? ''} ${local}`);
  }
  return true;
}

/** Steps to the attribute that starts at or behind an offset and returns the offset behind its closing quote; -1 when there is none. */
function nextAttribute(s: Scanner, from: number): number {
  const { xml } = s;
  let at = from;
  while (isSpace(xml.charCodeAt(at))) at += 1;
  if (at >= s.attributesEnd) return -1;
  s.nameStart = at;
  let code = xml.charCodeAt(at);
  while (code !== 61 && !isSpace(code)) code = xml.charCodeAt(++at);
  s.nameEnd = at;
  while (code !== 34 && code !== 39) code = xml.charCodeAt(++at);
  s.valueStart = at + 1;
  return xml.indexOf(xml[at]!, at + 1) + 1;
}

/** Character data or an attribute value, references resolved. @throws InputError when one stands for nothing. */
export function plain(s: Scanner, start: number, end: number): string {
  const raw = s.xml.slice(start, end);
  if (!raw.includes('&') && !raw.includes('\r')) return raw;
  const text = resolveReferences(raw);
  if (text === undefined) throw malformed(s.part, start);
  return text;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
