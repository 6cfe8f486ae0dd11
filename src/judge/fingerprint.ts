/** A short, stable hash for recognising the same finding again. */

/** 64 bits as 16 hex digits (two 32-bit multiplicative hashes); built from rule, pointer and values only, never from line numbers. */
export function fingerprint(ruleId: string, pointer: string, values: readonly (string | number)[]): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const text = JSON.stringify([ruleId, pointer, ...values]);
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
