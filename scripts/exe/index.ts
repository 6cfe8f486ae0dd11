/** Makes executables that need no Node: npm run build:exe -- --target win-x64|linux-x64|linux-arm64 (repeatable; all when none is named) [--out folder] */
import { parseArgs } from 'node:util';
import { makeBlob, makeExecutable, writeLicences } from './make.js';
import { nodes, type Target } from './pins.js';

const known = Object.keys(nodes) as readonly Target[];
const isTarget = (word: string): word is Target => (known as readonly string[]).includes(word);
const { values } = parseArgs({ options: { target: { type: 'string', multiple: true }, out: { type: 'string', default: 'release' } } });
const targets = values.target ?? known;
const unknown = targets.find((target) => !isTarget(target));
if (unknown !== undefined) {
  console.error(`--target is one of ${known.join(', ')}, not ${unknown}`);
  process.exit(2);
}
const blob = await makeBlob();
for (const target of targets.filter(isTarget)) console.log(await makeExecutable(target, blob, values.out));
console.log(writeLicences(values.out));
