/** Markup compatibility: of the alternatives that a document offers, the one that Word shows (ECMA-376 part 3). */
import { NS, X } from './names.js';
import { attribute, child, prefixUri, type Scanner, skip } from './scanner.js';

/** Word's own extensions keep their text in elements that we know; what they wrap them in does not matter. */
const WORD_EXTENSION = /^http:\/\/schemas\.microsoft\.com\/office\/word\/20\d\d\//;

/** Visits the children of the first alternative that can be read, else of the fallback: never of both, or a text box would be read twice. */
export function readAlternative(s: Scanner, visit: (id: number) => void): void {
  let taken = false;
  for (let id = child(s); id !== 0; id = child(s)) {
    if (taken || !(id === X.Fallback || (id === X.Choice && isUnderstood(s)))) {
      skip(s);
      continue;
    }
    taken = true;
    for (let inner = child(s); inner !== 0; inner = child(s)) visit(inner);
  }
}

function isUnderstood(s: Scanner): boolean {
  const prefixes = (attribute(s, NS.compatibility, 'Requires') ?? '').trim().split(/\s+/);
  return prefixes.every((prefix) => WORD_EXTENSION.test(prefixUri(s, prefix) ?? ''));
}
