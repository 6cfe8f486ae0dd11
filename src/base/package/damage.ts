/**
 * What is wrong with a package though its text can be read: Word refuses to open such a file, or opens another one. Parts that nobody
 * reads are only scanned, and those beyond a size of their own are left out, so that the search costs next to nothing.
 */
import { InputError } from '../errors.js';
import { finish, root, scan } from '../xml/scanner.js';
import { partText } from './parts.js';
import type { WordPackage } from './word.js';
import { headersAgree, type InflationBudget, type ZipArchive } from './zip.js';

/** A part that is damaged: it is not there, its two headers disagree, or it is no well-formed XML. */
export interface Damage {
  readonly kind: 'missing' | 'header' | 'xml';
  /** Name of the part in the archive. */
  readonly part: string;
}

const TYPES = '[Content_Types].xml';
/** Bytes that the parts which are not read may inflate to; those of a report have a hundred thousand. */
const MAX_SCANNED = 2 * 1024 * 1024;
/** Characters that XML has no place for (XML 1.0, 2.2); surrogates come in pairs from the decoder. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const MARKUP = /<!\[CDATA\[.*?\]\]>|<!--.*?-->|<[^>]*>/gs;

/** The damages of a package whose main part could be read. */
export function packageDamages({ archive, mainName, main, related }: WordPackage): readonly Damage[] {
  const parts = [...new Set(related.map(({ target }) => target))].filter((name) => name.endsWith('.xml') && name !== mainName.toLowerCase());
  return [
    ...(archive.entries.has(TYPES.toLowerCase()) ? [] : [{ kind: 'missing', part: TYPES } as const]),
    ...[...archive.entries.values()].flatMap((entry) => (headersAgree(archive, entry) ? [] : [{ kind: 'header', part: entry.name } as const])),
    ...(hasForbidden(main) ? [{ kind: 'xml', part: mainName } as const] : []),
    ...unsoundParts(archive, parts),
  ];
}

function unsoundParts(archive: ZipArchive, names: readonly string[]): readonly Damage[] {
  const budget: InflationBudget = { left: MAX_SCANNED };
  return names.flatMap((name): readonly Damage[] => {
    const entry = archive.entries.get(name);
    if (!entry || entry.size > budget.left || isSound(() => partText(archive, entry, budget), name)) return [];
    return [{ kind: 'xml', part: entry.name }];
  });
}

/** Whether a part is well-formed XML. */
function isSound(read: () => string, name: string): boolean {
  try {
    const text = read();
    const s = scan(text, name);
    root(s);
    finish(s);
    return !s.unsound && !hasForbidden(text);
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** Whether a text that was scanned to its end holds a character that XML forbids, or `]]>` in running text. */
function hasForbidden(xml: string): boolean {
  return FORBIDDEN.test(xml) || (xml.includes(']]>') && xml.replace(MARKUP, '').includes(']]>'));
}
