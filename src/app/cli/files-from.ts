/** `--files-from`: paths out of a list, one a line, or each ended by a NUL as `find -print0` writes them. */
import { InputError } from '../../base/errors.js';
import { decodeText } from '../../read/formats/encoding.js';
import { about } from './about.js';
import type { Session } from './session.js';

const NUL = 0;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

function nothingListed(): InputError {
  return new InputError(
    'nothing-listed',
    { zh: '清单中没有路径。', en: 'The list holds no path.' },
    { zh: '清单每行写一个路径，例如由 find 年报 -name "*.docx" 生成。', en: 'Write a path a line, as find reports -name "*.docx" does.' },
  );
}

function parted(bytes: Uint8Array, at: number): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(at, start);
    const stop = end === -1 ? bytes.length : end;
    parts.push(bytes.subarray(start, stop));
    start = stop + 1;
  }
  return parts;
}

/** The bytes of a list as UTF-8 without a mark; PowerShell writes UTF-16. */
function listBytes(bytes: Uint8Array): Uint8Array {
  const [first, second, third] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return new TextEncoder().encode(decodeText(bytes).text);
  return first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
}

/** The paths that a list holds, in its order; `-` is standard input. Errors: InputError for a list that cannot be read or holds none. */
export async function pathsFrom(list: string, { host, texts }: Session): Promise<readonly string[]> {
  const name = list === '-' ? texts.stdin : list;
  return about(name, async () => {
    const bytes = listBytes(list === '-' ? await host.readStdin() : await host.files.read(list));
    const lines = bytes.includes(NUL)
      ? parted(bytes, NUL)
      : parted(bytes, LINE_FEED).map((line) => (line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line));
    // In a list a dash is a file like any other.
    const paths = lines
      .filter(({ length }) => length > 0)
      .map((line) => host.files.pathOf(line))
      .map((path) => (path === '-' ? './-' : path));
    if (paths.length === 0) throw nothingListed();
    return paths;
  });
}
