/** Damages of a package as notes: on the report as a whole, because no place of its text is meant. */
import { type Damage, packageDamages } from '../../../base/package/damage.js';
import type { WordPackage } from '../../../base/package/word.js';
import type { SourceNote } from '../../../form/place.js';
import type { SourceDocument } from '../../document.js';

/** One damaged part as a note. */
export function damageNote({ kind, part }: Damage): SourceNote {
  return { kind: 'damaged', damage: kind, sample: part, count: 1, place: {}, block: 0 };
}

/** A document with the damages of the package it was read from. */
export function withDamages(source: WordPackage, document: SourceDocument): SourceDocument {
  const damages = packageDamages(source);
  return damages.length === 0 ? document : { ...document, notes: [...document.notes, ...damages.map(damageNote)] };
}
