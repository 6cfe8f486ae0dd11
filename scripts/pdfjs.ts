/**
 * pdf.js as it is bundled. The package of the exact version is changed in a few places, each of which must be found or the build fails:
 * what it inflates, how many operators and glyphs it makes and how long it works are counted (`read/formats/pdf/guard.ts` sets the bounds),
 * damage that it would pass over is noted, no outlines of glyphs are made, and nothing looks for a program that draws.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';

const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')));

interface Change {
  readonly find: string;
  readonly put: string;
}

const PARSING: readonly Change[] = [
  {
    find: '    const buffer2 = new Uint8Array(size);\n',
    put: '    guard.spend(size - buffer.byteLength);\n    const buffer2 = new Uint8Array(size);\n',
  },
  { find: '        totalLength += chunk.byteLength;\n', put: '        totalLength += chunk.byteLength;\n        guard.spend(chunk.byteLength);\n' },
  { find: '  addOp(fn, args) {\n', put: '  addOp(fn, args) {\n    guard.operator();\n' },
  {
    find: '    const glyphs = font.charsToGlyphs(chars);\n    if (font.data) {',
    put: '    const glyphs = font.charsToGlyphs(chars);\n    guard.glyphs(glyphs.length);\n    if (false) {',
  },
  // Pictures are counted, not decoded.
  {
    find: '      const msg = "Image exceeded maximum allowed size and was removed.";\n      if (!ignoreErrors) {\n        throw new Error(msg);\n      }\n      warn(msg);\n      return;\n',
    put: '      operatorList.addOp(OPS.paintImageXObject, []);\n      return;\n',
  },
  // A page that ends in an error is handed out as far as it was read.
  {
    find: '    handler.on("GetOperatorList", function (data, sink) {\n',
    put: '    handler.on("GetOperatorList", function (data, sink) {\n      const tell = sink.error.bind(sink);\n      sink.error = (reason) => {\n        guard.damaged = true;\n        tell(reason);\n      };\n',
  },
  { find: '  #endsStreamOnError(err) {\n', put: '  #endsStreamOnError(err) {\n    guard.damaged = true;\n    this.checked = true;\n' },
  {
    find: '  readBlock() {\n    let buffer, hdr, len;\n    const str = this.stream;\n    try {\n      hdr = this.getBits(3);',
    put: '  readBlock() {\n    this.readOneBlock();\n    if (this.eof && !this.checked) {\n      this.checked = true;\n      guard.proveFlate(this);\n    }\n  }\n  readOneBlock() {\n    let buffer, hdr, len;\n    const str = this.stream;\n    try {\n      hdr = this.getBits(3);',
  },
  // In a worker of its own it would take the messages of that worker for its own.
  {
    find: '    if (typeof window === "undefined" && !isNodeJS && typeof self !== "undefined" && typeof self.postMessage === "function" && "onmessage" in self) {\n',
    put: '    if (false) {\n',
  },
  { find: '  getObj() {\n    let comment = false;\n', put: '  getObj() {\n    guard.step();\n    let comment = false;\n' },
];

/** What the changes call. It stands in the parsing part itself, so that there is one of it however the parts are bundled. */
const GUARD = `
const guard = {
  bytes: Infinity, steps: Infinity, operators: Infinity, marks: Infinity, until: Infinity, tripped: false, damaged: false,
  trip() { this.tripped = true; throw new Error("beyond bounds"); },
  spend(bytes) { this.bytes -= bytes; if (this.bytes < 0) this.trip(); this.time(); },
  step() { this.steps -= 1; if (this.steps < 0) this.trip(); if ((this.steps & 1023) === 0) this.time(); },
  operator() { this.operators -= 1; if (this.operators < 0) this.trip(); },
  glyphs(count) { this.marks -= count; if (this.marks < 0) this.trip(); },
  time() { if (Date.now() > this.until) this.trip(); },
  proveFlate(stream) {
    let a = 1, b = 0;
    for (let at = 0; at < stream.bufferLength; ) {
      const stop = Math.min(at + 3800, stream.bufferLength);
      for (; at < stop; at += 1) { a += stream.buffer[at]; b += a; }
      a %= 65521; b %= 65521;
    }
    let left = stream.codeSize >> 3, bits = stream.codeBuf >> (stream.codeSize & 7), stated = 0;
    for (let byte = 0; byte < 4; byte += 1) {
      let value;
      if (left > 0) { value = bits & 255; bits >>= 8; left -= 1; } else value = stream.stream.getByte();
      if (value === -1) return;
      stated = stated * 256 + value;
    }
    if (stated !== b * 65536 + a) this.damaged = true;
  },
};
export { guard };
`;

const SHOWING: readonly Change[] = [{ find: 'if (isNodeJS) {\n  let canvas;\n', put: 'if (false) {\n  let canvas;\n' }];

function changed(path: string, changes: readonly Change[]): string {
  let code = readFileSync(path, 'utf8');
  for (const { find, put } of changes) {
    if (code.split(find).length !== 2) throw new Error(`${path} is not the version that the changes are written for: ${find}`);
    code = code.replace(find, () => put);
  }
  return code;
}

/** The tables of Chinese fonts, and those from the glyphs of other East Asian ones to characters. */
const CMAPS = /^(?:Adobe-GB1|UniGB|GB)|-UCS2\.bcmap$/;

function cmaps(): string {
  const names = readdirSync(join(folder, 'cmaps')).filter((name) => CMAPS.test(name));
  const entries = names.map((name) => `${JSON.stringify(name)}: ${JSON.stringify(readFileSync(join(folder, 'cmaps', name)).toString('base64'))}`);
  return `
const files = { ${entries.join(',\n')} };
class Carried {
  async fetch({ filename }) {
    const text = files[filename];
    if (text === undefined) throw new Error('no table ' + filename);
    return Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  }
}
export const binaryData = () => ({ BinaryDataFactory: Carried, cMapUrl: '/', standardFontDataUrl: '/' });
`;
}

/** Puts pdf.js into a bundle. */
export const pdfjs: Plugin = {
  name: 'pdfjs',
  setup({ onLoad }) {
    onLoad({ filter: /pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.worker\.mjs$/ }, ({ path }) => ({ contents: changed(path, PARSING) + GUARD }));
    onLoad({ filter: /pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.mjs$/ }, ({ path }) => ({ contents: changed(path, SHOWING) }));
    onLoad({ filter: /read[\\/]formats[\\/]pdf[\\/]cmaps\.ts$/ }, () => ({ contents: cmaps(), loader: 'js' }));
  },
};
