/** Writes 300 long lines to standard output, then says on standard error how that went. */
import { writeSync } from 'node:fs';
import { outputOf } from '../../src/app/node/streams.js';
import { InputError } from '../../src/base/errors.js';

const output = outputOf(1, () => process.stdout);
try {
  for (let index = 0; index < 300; index += 1) await output.write(`${index}:${'宿'.repeat(5_000)}\n`);
  await output.settled();
  writeSync(2, 'done\n');
} catch (fault) {
  writeSync(2, fault instanceof InputError ? `InputError ${fault.code}\n` : `${fault}\n`);
}
