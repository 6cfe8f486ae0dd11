/**
 * Small string work that must stay linear in time and memory on any input: a regular expression with a repetition before `$`
 * is not, nor is a global replacement that keeps every match.
 */

/** A copy that does not keep the whole XML text alive, as a long slice of it does in V8. */
export function ownText(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** The text without those of `characters` at its edges. */
export function trimEdges(text: string, characters: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && characters.includes(text[start]!)) start += 1;
  while (end > start && characters.includes(text[end - 1]!)) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** The text with every line end as a blank. */
export function onOneLine(text: string): string {
  if (!text.includes('\n')) return text;
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    units[at] = unit === 10 ? 32 : unit;
  }
  return textOfUnits(units);
}

const NAMED: ReadonlyMap<string, number> = new Map([
  ['amp', 38],
  ['lt', 60],
  ['gt', 62],
  ['quot', 34],
  ['apos', 39],
]);
/** The longest reference is `&#x0010FFFF;`. */
const LONGEST_REFERENCE = 12;

/** XML text with its references resolved and its line ends made `\n`; undefined when a reference stands for nothing (XML 1.0, 2.11 and 4.1). */
export function resolveReferences(raw: string): string | undefined {
  const units = new Uint16Array(raw.length);
  let length = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const unit = raw.charCodeAt(at);
    if (unit === 13) {
      if (raw.charCodeAt(at + 1) !== 10) units[length++] = 10;
    } else if (unit === 38) {
      const end = raw.slice(at, at + LONGEST_REFERENCE).indexOf(';');
      const code = end === -1 ? undefined : referenced(raw.slice(at + 1, at + end));
      if (code === undefined) return undefined;
      if (code > 0xffff) {
        units[length++] = 0xd800 + ((code - 0x10000) >> 10);
        units[length++] = 0xdc00 + ((code - 0x10000) & 0x3ff);
      } else units[length++] = code;
      at += end;
    } else units[length++] = unit;
  }
  return textOfUnits(units.subarray(0, length));
}

function referenced(name: string): number | undefined {
  if (!name.startsWith('#')) return NAMED.get(name);
  const hexadecimal = name.startsWith('#x');
  const digits = name.slice(hexadecimal ? 2 : 1);
  if (!(hexadecimal ? /^[0-9a-fA-F]+$/ : /^[0-9]+$/).test(digits)) return undefined;
  const code = Number.parseInt(digits, hexadecimal ? 16 : 10);
  const allowed = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff));
  return allowed ? code : undefined;
}

function textOfUnits(units: Uint16Array): string {
  const step = 8192;
  const pieces: string[] = [];
  // Not spread: that walks a typed array with an iterator. A typed array is array-like, which is all that apply asks for.
  for (let at = 0; at < units.length; at += step) pieces.push(String.fromCharCode.apply(null, units.subarray(at, at + step) as unknown as number[]));
  return pieces.join('');
}
