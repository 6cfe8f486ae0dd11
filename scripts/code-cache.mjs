// Writes what V8 has compiled of the command once it has done its commonest work, so that no start has to do it again.
// Usage: node scripts/code-cache.mjs <folder of the command>
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const root = fileURLToPath(new URL('../', import.meta.url));
const file = resolve(process.argv[2], 'command.js');
const script = new Script(readFileSync(file, 'latin1'), { filename: file });
const module = { exports: {} };
script.runInThisContext()(module, createRequire(file));
const { main, nodeHost, partsIn } = module.exports;
const documents = resolve(root, 'fixtures', 'documents');
// A report with findings and one without: what either takes is compiled.
for (const argv of [['--help'], ['lint', resolve(documents, '2019', 'zhangjiapo-2020.docx')], ['lint', resolve(documents, '2021', 'suqian-2024.docx')]]) {
  process.argv = [process.execPath, file, ...argv];
  await main(nodeHost(partsIn(root)));
}
writeFileSync(resolve(file, '..', 'command.cache'), script.createCachedData());
