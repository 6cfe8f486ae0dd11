/** Messages of several parts (RFC 2045–2047, 2557): the page that a web archive is about. */

/** The page of a message, as its bytes. */
export interface MessagePage {
  readonly bytes: Uint8Array;
  /** The character set that its part names, in lower case. */
  readonly charset: string | undefined;
}

/** Parts inside one another, and parts in all; a browser writes one level and a part for every picture. */
const DEEPEST = 8;
const MOST_PARTS = 5_000;
/** Longest head of a part, in characters. */
const LONGEST_HEAD = 65_536;

interface Part {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly encoding: string;
  readonly id: string;
  /** Extent of its content. */
  readonly from: number;
  readonly to: number;
}

/** The page of a message; undefined when none of its parts is one. `message` has a character for each byte. */
export function pageOf(message: string): MessagePage | undefined {
  const part = findPage(message, readPart(message, 0, message.length), 0, { left: MOST_PARTS });
  return part && { bytes: decoded(message.slice(part.from, part.to), part.encoding), charset: part.parameters.get('charset')?.toLowerCase() };
}

function findPage(message: string, part: Part, depth: number, budget: { left: number }): Part | undefined {
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(part.type)) return part;
  const boundary = part.parameters.get('boundary');
  if (!part.type.startsWith('multipart/') || boundary === undefined || depth >= DEEPEST) return undefined;
  const start = part.parameters.get('start');
  let first: Part | undefined;
  for (const inner of partsOf(message, part, boundary)) {
    budget.left -= 1;
    if (budget.left < 0) return first;
    const page = findPage(message, inner, depth + 1, budget);
    if (page && (start === undefined || inner.id === start)) return page;
    first ??= page;
  }
  return first;
}

function* partsOf(message: string, { from, to }: Part, boundary: string): Iterable<Part> {
  const mark = `--${boundary}`;
  let begun: number | undefined;
  for (let at = message.indexOf(mark, from); at !== -1 && at < to; at = message.indexOf(mark, at + mark.length)) {
    if (at > from && message[at - 1] !== '\n') continue;
    if (begun !== undefined) yield readPart(message, begun, at);
    if (message.startsWith('--', at + mark.length)) return;
    const line = message.indexOf('\n', at);
    if (line === -1) return;
    begun = line + 1;
  }
  // The last boundary is missing when the file was cut off; the page stands in front and may be whole.
  if (begun !== undefined) yield readPart(message, begun, to);
}

function readPart(message: string, from: number, to: number): Part {
  const start = message.slice(from, Math.min(to, from + LONGEST_HEAD));
  // A part may have no head at all.
  const gap = /^\r?\n|\r?\n\r?\n/.exec(start);
  const head = start.slice(0, gap?.index ?? 0).replace(/\r?\n[ \t]+/g, ' ');
  const fields = new Map(
    head.split(/\r?\n/).flatMap((line): readonly (readonly [string, string])[] => {
      const colon = line.indexOf(':');
      return colon === -1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
    }),
  );
  const content = fields.get('content-type') ?? 'text/plain';
  const parameters = new Map(
    [...content.matchAll(/;\s*([\w*-]+)\s*=\s*(?:"([^"]*)"|([^\s;"]+))/g)].map(([, name, quoted, plain]) => [name!.toLowerCase(), quoted ?? plain!] as const),
  );
  return {
    type: content.split(';')[0]!.trim().toLowerCase(),
    parameters,
    encoding: (fields.get('content-transfer-encoding') ?? '').toLowerCase(),
    id: fields.get('content-id') ?? '',
    from: gap ? from + gap.index + gap[0].length : to,
    to,
  };
}

function decoded(content: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return fromBase64(content);
  const text = encoding === 'quoted-printable' ? content.replace(/[ \t]+(?=\r?\n)/g, '').replace(/=(?:\r?\n|([0-9A-Fa-f]{2}))/g, unquoted) : content;
  return asBytes(text);
}

function asBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

function unquoted(_: string, code: string | undefined): string {
  return code === undefined ? '' : String.fromCharCode(Number.parseInt(code, 16));
}

/** Bytes of base64; what follows a damaged stretch is left out. */
function fromBase64(content: string): Uint8Array {
  const clean = content.replace(/[^A-Za-z0-9+/]/g, '');
  const whole = clean.slice(0, clean.length % 4 === 1 ? -1 : undefined);
  return asBytes(atob(whole));
}
