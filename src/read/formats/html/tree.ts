/**
 * The element tree of an HTML page, built by parse5 as every browser builds it (stray end tags, missing ones and text between
 * table rows included), but within bounds: a hostile page is refused before it costs more than a moment.
 */
import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser, type ParserOptions, type Token } from 'parse5';
import { InputError } from '../../../base/errors.js';

/** An element of the page. */
export type Element = DefaultTreeAdapterTypes.Element;
/** An element, a text or a comment. */
export type Node = DefaultTreeAdapterTypes.ChildNode;

/** A parsed page. */
export interface Page {
  readonly nodes: readonly Node[];
  /** Whether columns given by the parser are those of the source: not after embedded files were taken out. */
  readonly columns: boolean;
}

/** Longest page in characters, embedded files not counted; the longest real one seen has a tenth of it. */
const LONGEST = 3_000_000;
/** Most elements and attributes of a page. */
const MOST_PARTS = 150_000;
/** Deepest nesting; browsers stop at the same depth. */
const DEEPEST = 512;
/** Most attributes of one tag: finding doubles takes the square of it. */
const MOST_ATTRIBUTES = 200;
/** Most steps for moving misplaced content out of tables and formatting. */
const MOST_REPAIRS = 100_000_000;
/** Characters given to the parser between two looks at what it has. */
const CHUNK = 1 << 16;

/** Parses a page, or with `fragment` a piece of one. @throws InputError `too-large` past the bounds. */
export function parsePage(source: string, fragment = false): Page {
  const text = withoutEndlessReferences(withoutEmbeddedFiles(source));
  if (text.length > LONGEST) throw tooLarge(`网页超过 ${LONGEST} 个字符`, `it has more than ${LONGEST} characters`);
  const options: ParserOptions<DefaultTreeAdapterMap> = { sourceCodeLocationInfo: true, treeAdapter: boundedAdapter() };
  const parser = fragment ? Parser.getFragmentParser<DefaultTreeAdapterMap>(null, options) : new Parser<DefaultTreeAdapterMap>(options);
  const start = parser.onStartTag.bind(parser);
  const end = parser.onEndTag.bind(parser);
  parser.onStartTag = (token) => start(fewAttributes(token));
  parser.onEndTag = (token) => end(fewAttributes(token));
  // The type hides the token under construction; the version of the parser is pinned.
  const tokenizer = parser.tokenizer as unknown as { readonly currentToken: Partial<Token.TagToken> | null };
  for (let at = 0; at < text.length || at === 0; at += CHUNK) {
    parser.tokenizer.write(text.slice(at, at + CHUNK), at + CHUNK >= text.length);
    if (tokenizer.currentToken) fewAttributes(tokenizer.currentToken);
  }
  return { nodes: fragment ? parser.getFragment().childNodes : parser.document.childNodes, columns: text.length === source.length };
}

/** Images and fonts that were saved into the page itself (`data:` addresses) can be larger than any text. */
function withoutEmbeddedFiles(source: string): string {
  const marker = ';base64,';
  let kept = '';
  let from = 0;
  for (let at = source.indexOf(marker); at !== -1; at = source.indexOf(marker, at)) {
    at += marker.length;
    let end = at;
    while (isBase64(source.charCodeAt(end))) end += 1;
    if (end - at > 64) {
      kept += source.slice(from, at);
      from = end;
    }
    at = end;
  }
  return from === 0 ? source : kept + source.slice(from);
}

/** A reference of hundreds of digits is more than a number of JavaScript can hold, and the parser breaks down at it: as its value, in few digits. */
function withoutEndlessReferences(text: string): string {
  return text.replace(/&#(?:x[\da-f]{200,}|\d{200,})/gi, (reference) => {
    const [, base, digits] = /^&#(x?)0*(.*)$/i.exec(reference)!;
    return `&#${base}${digits!.length > 8 ? '99999999' : digits || '0'}`;
  });
}

/** Letters, digits and + / = %; false past the end. */
function isBase64(code: number): boolean {
  return (code > 0x60 && code < 0x7b) || (code > 0x40 && code < 0x5b) || (code > 0x2e && code < 0x3a) || code === 0x2b || code === 0x3d || code === 0x25;
}

function fewAttributes<T extends Partial<Token.TagToken>>(token: T): T {
  if ((token.attrs?.length ?? 0) <= MOST_ATTRIBUTES) return token;
  throw tooLarge(`一个标签带有 ${MOST_ATTRIBUTES} 个以上的属性`, `one tag has more than ${MOST_ATTRIBUTES} attributes`);
}

function boundedAdapter(): typeof defaultTreeAdapter {
  let parts = 0;
  let depth = 0;
  let repairs = 0;
  const repair = (siblings: number): void => {
    repairs += siblings + 100;
    if (repairs > MOST_REPAIRS) throw tooLarge('网页标签错乱过多', 'too many of its tags are misplaced');
  };
  return {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attributes) {
      parts += 1 + attributes.length;
      if (parts > MOST_PARTS) throw tooLarge(`网页的标签和属性超过 ${MOST_PARTS} 个`, `it has more than ${MOST_PARTS} tags and attributes`);
      return defaultTreeAdapter.createElement(tagName, namespace, attributes);
    },
    // Only a second <html> or <body> tag comes here; nothing of it matters.
    adoptAttributes() {},
    insertBefore(parent, node, reference) {
      repair(parent.childNodes.length);
      defaultTreeAdapter.insertBefore(parent, node, reference);
    },
    insertTextBefore(parent, text, reference) {
      repair(parent.childNodes.length);
      defaultTreeAdapter.insertTextBefore(parent, text, reference);
    },
    detachNode(node) {
      repair(node.parentNode?.childNodes.length ?? 0);
      defaultTreeAdapter.detachNode(node);
    },
    onItemPush() {
      depth += 1;
      if (depth > DEEPEST) throw tooLarge(`网页标签嵌套超过 ${DEEPEST} 层`, `its tags are nested more than ${DEEPEST} deep`);
    },
    onItemPop() {
      depth -= 1;
    },
  };
}

/** The refusal of a page that is larger or more tangled than any report. */
export function tooLarge(zh: string, en: string): InputError {
  return new InputError(
    'too-large',
    { zh: `网页过大或结构异常，未读取：${zh}。`, en: `The page is too large or malformed and was not read: ${en}.` },
    {
      zh: '请只保存报告正文所在的网页，或把正文复制到 Word 中另存为 .docx。',
      en: 'Save only the page with the report itself, or copy the report into Word and save it as .docx.',
    },
  );
}
