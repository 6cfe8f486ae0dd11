/** Writing GB18030: the platform only reads it, so its table is turned round. */
const codes = new Map<string, readonly number[]>();

function table(): ReadonlyMap<string, readonly number[]> {
  if (codes.size > 0) return codes;
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && !codes.has(character)) codes.set(character, [lead, trail]);
    }
  }
  return codes;
}

/** The text in GB18030; characters outside the Basic Multilingual Plane and 㐂 in four bytes. */
export function toGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0)!;
    const pair = table().get(character);
    if (point < 0x80) bytes.push(point);
    else if (pair) bytes.push(...pair);
    else if (point >= 0x10000) bytes.push(...fourBytes(point - 0x10000 + 189000));
    else bytes.push(...searched(character));
  }
  return Uint8Array.from(bytes);
}

function fourBytes(linear: number): readonly number[] {
  return [0x81 + Math.floor(linear / 12600), 0x30 + (Math.floor(linear / 1260) % 10), 0x81 + (Math.floor(linear / 10) % 126), 0x30 + (linear % 10)];
}

/** Four-byte codes of the Basic Multilingual Plane, put up when the first is needed: looking each up by decoding would take a third of a second. */
const longCodes = new Map<string, readonly number[]>();

function searched(character: string): readonly number[] {
  if (longCodes.size === 0) {
    const decoder = new TextDecoder('gb18030');
    for (let linear = 0; linear < 39420; linear += 1) {
      const bytes = fourBytes(linear);
      longCodes.set(decoder.decode(Uint8Array.from(bytes)), bytes);
    }
  }
  const bytes = longCodes.get(character);
  if (!bytes) throw new Error(`no GB18030 code for ${character}`);
  return bytes;
}
