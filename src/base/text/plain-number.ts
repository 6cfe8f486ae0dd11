/** Writing numbers. */

/** A number in plain digits, never as 1e-7 or 1e21, with a point for decimals and no separators. */
export function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : text;
}
