/** SHA-256 (FIPS 180-4) wherever JavaScript runs: a page that was not served safely has no `crypto.subtle`. */

/** The first 32 bits of the fractional part of a number. */
function fraction(value: number): number {
  return ((value - Math.floor(value)) * 0x1_0000_0000) | 0;
}

function primes(count: number): readonly number[] {
  const found: number[] = [];
  for (let value = 2; found.length < count; value += 1) if (found.every((prime) => value % prime !== 0)) found.push(value);
  return found;
}

const turned = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

/** The digest of bytes: 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const first = primes(64);
  const constants = Int32Array.from(first, (prime) => fraction(Math.cbrt(prime)));
  const state = Int32Array.from(first.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  const words = new Int32Array(64);
  for (let block = 0; block < padded.length; block += 64) {
    for (let index = 0; index < 16; index += 1) words[index] = view.getInt32(block + index * 4);
    for (let index = 16; index < 64; index += 1) {
      const [near, far] = [words[index - 2]!, words[index - 15]!];
      const low = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
      const high = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
      words[index] = words[index - 16]! + low + words[index - 7]! + high;
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
    for (let index = 0; index < 64; index += 1) {
      const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + constants[index]! + words[index]!) | 0;
      const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
    }
    [a, b, c, d, e, f, g, h].forEach((word, index) => {
      state[index] = state[index]! + word;
    });
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => {
    digest.setInt32(index * 4, word);
  });
  return new Uint8Array(digest.buffer);
}
