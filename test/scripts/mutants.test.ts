import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutantsOf, mutated } from '../../scripts/mutants.js';

const TEXT = `import { a } from './1.js';
interface Pair { readonly size: 2; }
export const rule = { docs: { what: 3 > 2 }, check: (list: number[]) => !list.some((n) => n === 1 && n < 4) };
for (const n of [0]) if (n > 5) continue;
const words = 'a' + a;
`;

test('mutants change what is done, not types, imports or the words about a rule', () => {
  const mutants = mutantsOf('x.ts', TEXT);
  assert.deepEqual(
    mutants.map(({ line, from, to }) => `${line}: ${from} ${to}`),
    ['3: ! ', '3: some every', '3: === !==', '3: 1 2', '3: && ||', '3: < <=', '3: 4 5', '4: 0 1', '4: > >=', '4: 5 6', '4: continue; ;'],
  );
  assert.equal(mutated(TEXT, mutants.at(-1)!), TEXT.replace('continue;', ';'));
});
