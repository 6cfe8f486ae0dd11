/** Markup compatibility: of the alternatives that a document offers, the one that Word shows (ECMA-376 part 3). */
import { allText } from './character-data.js';
import { NS, W, X } from './names.js';
import { attribute, child, lookAhead, prefixUri, type Scanner, skip } from './scanner.js';

/** Word's own extensions keep their text in elements that we know; what they wrap them in does not matter. */
const WORD_EXTENSION = /^http:\/\/schemas\.microsoft\.com\/office\/word\/20\d\d\//;

/** What stands in running text without being text. */
const PROPERTIES = new Set<number>([W.pPr, W.rPr, W.tblPr, W.tblGrid, W.tblPrEx, W.trPr, W.tcPr, W.sectPr]);
/** What has alternatives or a text of its own: the search for unknown elements ends before it, or nested ones would be searched again and again. */
const OWN_TEXT = new Set<number>([X.AlternateContent, W.drawing, W.pict, W.object]);

/**
 * Visits the children of the first alternative that can be read, else of the fallback: never of both, or a text box would be read twice.
 * In running text an alternative with an element that nobody here knows cannot be read, because that element may be the text.
 * Gives the words of the first alternative when none could be read.
 */
export function readAlternative(s: Scanner, visit: (id: number) => void, inText: boolean): string | undefined {
  let taken = false;
  let passed: string | undefined;
  for (let id = child(s); id !== 0; id = child(s)) {
    if (!taken && (id === X.Fallback || (id === X.Choice && isUnderstood(s) && !(inText && lookAhead(s, hasForeign))))) {
      taken = true;
      for (let inner = child(s); inner !== 0; inner = child(s)) visit(inner);
    } else if (id === X.Choice && passed === undefined && !s.selfClosed) passed = allText(s);
    else skip(s);
  }
  return taken ? undefined : passed;
}

function isUnderstood(s: Scanner): boolean {
  const prefixes = (attribute(s, NS.compatibility, 'Requires') ?? '').trim().split(/\s+/);
  return prefixes.every((prefix) => WORD_EXTENSION.test(prefixUri(s, prefix) ?? ''));
}

/** Whether an element of an unknown vocabulary stands in the running text of the element entered last. */
function hasForeign(s: Scanner): boolean {
  const outside = s.depth;
  while (s.depth >= outside) {
    const id = child(s);
    if (id === X.foreign) return true;
    if (OWN_TEXT.has(id)) return false;
    if (PROPERTIES.has(id)) skip(s);
  }
  return false;
}
