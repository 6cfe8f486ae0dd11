/** Seeded chance, and the ways in which files go wrong. */

/** A source of chance: numbers from 0 up to, and without, its argument. */
export type Chance = (below: number) => number;

/** mulberry32: small, fast, and the same everywhere. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** One of these. */
export function pick<T>(pool: readonly T[], random: Chance): T {
  return pool[random(pool.length)]!;
}

/** A figure after a change: the text, and every value that a careful person could read from it; null is “cannot be read”. */
export interface ChangedFigure {
  readonly text: string;
  readonly reads: readonly (number | null)[];
}

const GARBAGE = ['', ' ', 'x', '?', '/', '—', '无', 'O', '1O', '0.0.1', '１２x', '待补', '#REF!', '12-', '＊', '…'];

/** Changes one figure. */
export function changeFigure(value: number, random: Chance): ChangedFigure {
  const digits = String(value);
  const number = (text: string): ChangedFigure => ({ text, reads: [Number(text), null] });
  const at = random(digits.length);
  switch (random(7)) {
    case 0:
      return number(String(Number(digits.slice(0, at) + ((Number(digits[at]) + 1 + random(9)) % 10) + digits.slice(at + 1))));
    case 1:
      return number(String(value + 1 + random(20)));
    case 2:
      return number(`${digits}${random(10)}`);
    case 3:
      return number(String(-1 - random(9)));
    case 4:
      return { text: `${digits}${pick(['件', '个', '（其中1件重复）', ' 件'], random)}`, reads: [value, null] };
    case 5:
      return {
        text: `${value + 1} ${random(10)}`,
        reads: [Number(`${value + 1}${0}`) === 0 ? 0 : null, ...Array.from({ length: 10 }, (_, last) => Number(`${value + 1}${last}`))],
      };
    default:
      return { text: pick(GARBAGE, random), reads: [null] };
  }
}

/** Signs that layouts are made of, and what is often mistyped. */
const SIGNS = [
  '\t',
  '|',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '0',
  '1',
  '9',
  '-',
  '—',
  '<',
  '>',
  '&',
  '</td>',
  '<td>',
  '<tr>',
  '</table>',
  '<w:tc>',
  '</w:tr>',
  '"',
  ',',
  '{',
  ']',
  '总计',
  '（七）',
  '\u3000',
  '\ufffd',
  '\0',
  '𠀀',
];

/** Changes a text somewhere: lines dropped, doubled, exchanged; stretches dropped, doubled, moved; signs put in; the end cut off. */
export function changeText(text: string, random: Chance): string {
  const lines = text.split('\n');
  const at = random(lines.length);
  const from = random(text.length);
  const to = Math.min(text.length, from + 1 + random(pick([3, 30, 300], random)));
  const target = random(text.length);
  switch (random(8)) {
    case 0:
      return lines.toSpliced(at, 1 + random(3)).join('\n');
    case 1:
      return lines.toSpliced(at, 0, ...lines.slice(at, at + 1 + random(3))).join('\n');
    case 2:
      return lines.toSpliced(at, 1).toSpliced(random(lines.length), 0, lines[at]!).join('\n');
    case 3:
      return text.slice(0, from) + text.slice(to);
    case 4:
      return text.slice(0, target) + text.slice(from, to) + text.slice(target);
    case 5:
      return text.slice(0, from) + pick(SIGNS, random) + text.slice(pick([from, from + 1], random));
    case 6:
      return text.slice(0, from) + pick(SIGNS, random).repeat(1 + random(2000)) + text.slice(from);
    default:
      return text.slice(0, target);
  }
}

/** Changes the bytes of a file: flipped, dropped, doubled, overwritten, cut off. */
export function changeBytes(bytes: Uint8Array, random: Chance): Uint8Array {
  const from = random(bytes.length);
  const to = Math.min(bytes.length, from + 1 + random(pick([2, 16, 400], random)));
  switch (random(5)) {
    case 0: {
      const changed = Uint8Array.from(bytes);
      for (let times = 1 + random(4); times > 0; times -= 1) changed[random(bytes.length)]! ^= 1 << random(8);
      return changed;
    }
    case 1:
      return Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(to)]);
    case 2:
      return Uint8Array.from([...bytes.subarray(0, to), ...bytes.subarray(from)]);
    case 3:
      return Uint8Array.from(bytes).fill(random(256), from, to);
    default:
      return bytes.slice(0, from);
  }
}
