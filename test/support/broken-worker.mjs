// A thread of the pool in which a rule breaks down; the source is loaded as the tests load it.
import { register } from 'tsx/esm/api';

register();
const { breakTitleRule } = await import('./broken-rule.ts');
breakTitleRule('坏县人民政府');
await import('../../src/app/node/worker.ts');
