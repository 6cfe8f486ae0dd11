/** The tokens of RTF: groups, control words, characters and bytes ([MS-RTF] 1.9.1, “Conventions of an RTF Reader”). */

/** What stands at one point of a file. */
export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | undefined }
  /** A byte of text: written as `\'hh`, or as it is. `escaped` tells which. */
  | { readonly kind: 'byte'; readonly byte: number; readonly escaped: boolean }
  /** A stretch of printable ASCII. */
  | { readonly kind: 'ascii'; readonly text: string }
  | { readonly kind: 'end' };

/** A file being read; only the functions of this module write to it. */
export interface Lexer {
  readonly bytes: Uint8Array;
  pos: number;
}

const OPEN = { kind: 'open' } as const;
const CLOSE = { kind: 'close' } as const;
const END = { kind: 'end' } as const;
const BACKSLASH = 0x5c;
const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;
/** Letters of a control word, and digits of its number. */
const LONGEST_WORD = 32;
const LONGEST_NUMBER = 10;

/** The next token. The bytes of a picture written as they are (`\bin`) are passed over. */
export function next(lexer: Lexer): Token {
  const { bytes } = lexer;
  let code = bytes[lexer.pos];
  while (code === 0x0a || code === 0x0d || code === 0) code = bytes[++lexer.pos];
  if (code === undefined) return END;
  if (code === BRACE_OPEN || code === BRACE_CLOSE) {
    lexer.pos += 1;
    return code === BRACE_OPEN ? OPEN : CLOSE;
  }
  if (code === BACKSLASH) return control(lexer);
  if (!isPlain(code)) {
    lexer.pos += 1;
    // A tab may stand for \tab.
    return code === 9 ? { kind: 'word', word: 'tab', value: undefined } : { kind: 'byte', byte: code, escaped: false };
  }
  const start = lexer.pos;
  let end = start + 1;
  while (end < bytes.length && isPlain(bytes[end]!)) end += 1;
  lexer.pos = end;
  return { kind: 'ascii', text: ascii(bytes, start, end) };
}

/** Passes over the rest of the open group, its end included; whether it had one. */
export function skipGroup(lexer: Lexer): boolean {
  const { bytes } = lexer;
  let depth = 1;
  for (let at = lexer.pos; at < bytes.length; at += 1) {
    const code = bytes[at];
    if (code === BRACE_OPEN) depth += 1;
    else if (code === BRACE_CLOSE) {
      depth -= 1;
      if (depth > 0) continue;
      lexer.pos = at + 1;
      return true;
    } else if (code === BACKSLASH) {
      if (bytes[at + 1] === 0x62 && bytes[at + 2] === 0x69 && bytes[at + 3] === 0x6e) {
        lexer.pos = at;
        control(lexer);
        at = lexer.pos - 1;
      } else at += 1;
    }
  }
  lexer.pos = bytes.length;
  return false;
}

function control(lexer: Lexer): Token {
  const { bytes } = lexer;
  let at = lexer.pos + 1;
  const first = bytes[at];
  if (first === undefined) {
    lexer.pos = at;
    return END;
  }
  if (!isLetter(first)) {
    lexer.pos = at + 1;
    if (first === 0x27) return hex(lexer);
    if (first === 0x0a || first === 0x0d) return { kind: 'word', word: 'par', value: undefined };
    if (first === BACKSLASH || first === BRACE_OPEN || first === BRACE_CLOSE) return { kind: 'byte', byte: first, escaped: false };
    return { kind: 'word', word: String.fromCharCode(first), value: undefined };
  }
  const start = at;
  while (at < start + LONGEST_WORD && isLetter(bytes[at])) at += 1;
  const word = ascii(bytes, start, at);
  const negative = bytes[at] === 0x2d && isDigit(bytes[at + 1]);
  if (negative) at += 1;
  let value: number | undefined;
  for (let digits = 0; isDigit(bytes[at]) && digits < LONGEST_NUMBER; digits += 1) value = (value ?? 0) * 10 + bytes[at++]! - 0x30;
  if (negative && value !== undefined) value = -value;
  if (bytes[at] === 0x20) at += 1;
  lexer.pos = at;
  if (word === 'bin') lexer.pos = Math.min(bytes.length, at + Math.max(0, value ?? 0));
  return { kind: 'word', word, value };
}

function hex(lexer: Lexer): Token {
  const { bytes } = lexer;
  const high = hexDigit(bytes[lexer.pos]);
  const low = hexDigit(bytes[lexer.pos + 1]);
  if (high === undefined || low === undefined) return { kind: 'byte', byte: 0x27, escaped: false };
  lexer.pos += 2;
  return { kind: 'byte', byte: high * 16 + low, escaped: true };
}

function hexDigit(code: number | undefined): number | undefined {
  if (code === undefined) return undefined;
  if (isDigit(code)) return code - 0x30;
  const lower = code | 0x20;
  return lower > 0x60 && lower < 0x67 ? lower - 0x57 : undefined;
}

function isLetter(code: number | undefined): boolean {
  return code !== undefined && ((code > 0x60 && code < 0x7b) || (code > 0x40 && code < 0x5b));
}

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code > 0x2f && code < 0x3a;
}

function isPlain(code: number): boolean {
  return code > 0x1f && code < 0x7f && code !== BACKSLASH && code !== BRACE_OPEN && code !== BRACE_CLOSE;
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 8192) text += String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 8192)));
  return text;
}
