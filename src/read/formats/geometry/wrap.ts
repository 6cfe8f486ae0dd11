/** Where a program may break a line. */
import type { TextLine } from './lines.js';

const UNIT = /^[《（“‘「『〔(]*(?:[A-Za-z0-9.,:/\-_%]+|.)[，。、；：？！）》”’」』〕)%]*/u;

/** What of a line a program would have had to put on the line before: its text, and its width in points. */
export function firstUnit({ letters }: TextLine): { readonly text: string; readonly width: number } {
  const visible = letters.filter(({ text }) => text.trim() !== '');
  const text = UNIT.exec(visible.map((letter) => letter.text).join(''))?.[0] ?? '';
  let taken = 0;
  let right = visible[0]?.left ?? 0;
  for (const letter of visible) {
    if (taken >= text.length) break;
    taken += letter.text.length;
    right = letter.right;
  }
  return { text, width: right - (visible[0]?.left ?? 0) };
}
