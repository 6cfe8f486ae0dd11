/** What a step of `gov-report inspect` is. */
import type { Lang } from '../../base/lang.js';

/** One step of reading, as lines. Errors: InputError. */
export type Inspect = (bytes: Uint8Array, name: string, lang: Lang) => Promise<readonly string[]>;
