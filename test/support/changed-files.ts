/** Files of real programs that went wrong somewhere: in a part of a package, in the text, in the bytes. */
import { readdirSync, readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type Chance, changeBytes, changeText, pick } from './fuzz.js';

const folder = new URL('../../fixtures/documents/', import.meta.url);

/** The files that are read, by name. */
export const originals: readonly (readonly [name: string, bytes: Uint8Array])[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:docx?|odt|fodt|rtf|pdf|xml|html?|txt|json)$/.test(name))
  .sort()
  .map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))]);

function changeSomewhere(text: string, random: Chance): string {
  let changed = text;
  for (let times = 1 + random(3); times > 0; times -= 1) changed = changeText(changed, random);
  return changed;
}

/** One of the files, changed. A package is changed in a part and packed again, so that what reads its XML sees the change. */
export function changedFile(random: Chance): { readonly name: string; readonly bytes: Uint8Array } {
  const [name, bytes] = pick(originals, random);
  if (random(4) === 0 || /\.(?:doc|pdf)$/.test(name)) return { name, bytes: changeBytes(bytes, random) };
  if (!/\.(?:docx|odt)$/.test(name)) return { name, bytes: strToU8(changeSomewhere(strFromU8(bytes), random)) };
  const parts = unzipSync(bytes);
  const part = random(3) > 0 ? (name.endsWith('.odt') ? 'content.xml' : 'word/document.xml') : pick(Object.keys(parts), random);
  return { name: `${name} ${part}`, bytes: zipSync({ ...parts, [part]: strToU8(changeSomewhere(strFromU8(parts[part]!), random)) }, { level: 1 }) };
}
