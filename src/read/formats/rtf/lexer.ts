/** The tokens of RTF: groups, control words, characters and bytes ([MS-RTF] 1.9.1, “Conventions of an RTF Reader”). */

/** What stands at one point of a file: `byte` is a byte of text, `ascii` a stretch of printable ASCII. */
export type Token = 'open' | 'close' | 'word' | 'byte' | 'ascii' | 'end';

/** A file being read, and what is told of its last token; only the functions of this module write to it. */
export interface Lexer {
  readonly bytes: Uint8Array;
  pos: number;
  /** A control word or symbol, with the number behind it. */
  word: string;
  value: number | undefined;
  byte: number;
  ascii: string;
}

/** A file whose first token comes next. */
export function newLexer(bytes: Uint8Array): Lexer {
  return { bytes, pos: 0, word: '', value: undefined, byte: 0, ascii: '' };
}

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
  if (code === undefined) return 'end';
  if (code === BRACE_OPEN || code === BRACE_CLOSE) {
    lexer.pos += 1;
    return code === BRACE_OPEN ? 'open' : 'close';
  }
  if (code === BACKSLASH) return control(lexer);
  if (!isPlain(code)) {
    lexer.pos += 1;
    // A tab may stand for \tab.
    return code === 9 ? word(lexer, 'tab') : byte(lexer, code);
  }
  const start = lexer.pos;
  let end = start + 1;
  while (end < bytes.length && isPlain(bytes[end]!)) end += 1;
  lexer.pos = end;
  lexer.ascii = ascii(bytes, start, end);
  return 'ascii';
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
    return 'end';
  }
  if (!isLetter(first)) {
    lexer.pos = at + 1;
    if (first === 0x27) return hex(lexer);
    if (first === 0x0a || first === 0x0d) return word(lexer, 'par');
    if (first === BACKSLASH || first === BRACE_OPEN || first === BRACE_CLOSE) return byte(lexer, first);
    return word(lexer, String.fromCharCode(first));
  }
  const start = at;
  while (at < start + LONGEST_WORD && isLetter(bytes[at])) at += 1;
  const name = ascii(bytes, start, at);
  const negative = bytes[at] === 0x2d && isDigit(bytes[at + 1]);
  if (negative) at += 1;
  let value: number | undefined;
  for (let digits = 0; isDigit(bytes[at]) && digits < LONGEST_NUMBER; digits += 1) value = (value ?? 0) * 10 + bytes[at++]! - 0x30;
  if (negative && value !== undefined) value = -value;
  if (bytes[at] === 0x20) at += 1;
  lexer.pos = at;
  if (name === 'bin') lexer.pos = Math.min(bytes.length, at + Math.max(0, value ?? 0));
  return word(lexer, name, value);
}

function word(lexer: Lexer, name: string, value?: number): Token {
  lexer.word = name;
  lexer.value = value;
  return 'word';
}

function byte(lexer: Lexer, value: number): Token {
  lexer.byte = value;
  return 'byte';
}

function hex(lexer: Lexer): Token {
  const { bytes } = lexer;
  const high = hexDigit(bytes[lexer.pos]);
  const low = hexDigit(bytes[lexer.pos + 1]);
  if (high === undefined || low === undefined) return byte(lexer, 0x27);
  lexer.pos += 2;
  return byte(lexer, high * 16 + low);
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
