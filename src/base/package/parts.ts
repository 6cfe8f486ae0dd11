/** Finding the parts of an Office package by their relationships and content types (ECMA-376 part 2). */
import { NS, X } from '../xml/names.js';
import { attribute, child, finish, root, type Scanner, scan, skip } from '../xml/scanner.js';
import { decodePart } from './decode.js';
import { type InflationBudget, readEntry, type ZipArchive, type ZipEntry } from './zip.js';

/** Bytes that the content types and root relationships may inflate to; those of real packages are a few kilobytes. */
const MAX_INFLATED = 4 * 1024 * 1024;

/** The main part of an Office package. */
export interface MainPart {
  readonly entry: ZipEntry | undefined;
  readonly contentType: string | undefined;
}

/** A relationship of a part: its id, the last step of its type, and the name of the part it leads to in the archive's lower case. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** The main part that the package names, by its root relationship or, where that is lost, by content type; undefined when it is no Office package. */
export function mainPart(archive: ZipArchive): MainPart | undefined {
  const budget: InflationBudget = { left: MAX_INFLATED };
  const types = contentTypes(archive, budget);
  const target = relationships(archive, '', budget).find((relationship) => relationship.type === 'officeDocument')?.target;
  if (target !== undefined) return { entry: archive.entries.get(target), contentType: types?.of(target) };
  const byType =
    types &&
    [...archive.entries.values()].find((entry) => /wordprocessingml\.(?:document|template)\.main\+xml$/.test(types.of(entry.name.toLowerCase()) ?? ''));
  return byType && { entry: byType, contentType: types?.of(byType.name.toLowerCase()) };
}

/** The text of a part, within the budget. @throws InputError when it cannot be read. */
export function partText(archive: ZipArchive, entry: ZipEntry, budget: InflationBudget): string {
  return decodePart(readEntry(archive, entry, budget), entry.name);
}

function openPart(archive: ZipArchive, name: string, budget: InflationBudget): Scanner | undefined {
  const entry = archive.entries.get(name);
  return entry && scan(partText(archive, entry, budget), entry.name);
}

function contentTypes(archive: ZipArchive, budget: InflationBudget): { readonly of: (part: string) => string | undefined } | undefined {
  const s = openPart(archive, '[content_types].xml', budget);
  if (!s) return undefined;
  const overrides = new Map<string, string>();
  const defaults = new Map<string, string>();
  root(s);
  for (let id = child(s); id !== 0; id = child(s)) {
    const type = attribute(s, NS.package, 'ContentType') ?? '';
    if (id === X.Override) overrides.set(resolveTarget('', attribute(s, NS.package, 'PartName') ?? ''), type);
    else if (id === X.Default) defaults.set((attribute(s, NS.package, 'Extension') ?? '').toLowerCase(), type);
    skip(s);
  }
  finish(s);
  return { of: (part) => overrides.get(part) ?? defaults.get(part.slice(part.lastIndexOf('.') + 1)) };
}

/** The internal relationships of a part of this name; the package's own for the empty name. */
export function relationships(archive: ZipArchive, part: string, budget: InflationBudget): readonly Relationship[] {
  const slash = part.lastIndexOf('/') + 1;
  const s = openPart(archive, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`.toLowerCase(), budget);
  if (!s) return [];
  const found: Relationship[] = [];
  root(s);
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === X.Relationship && attribute(s, NS.package, 'TargetMode') !== 'External') {
      const type = attribute(s, NS.package, 'Type') ?? '';
      const target = attribute(s, NS.package, 'Target') ?? '';
      found.push({
        id: attribute(s, NS.package, 'Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolveTarget(part.slice(0, slash), target),
      });
    }
    skip(s);
  }
  finish(s);
  return found;
}

/** The part name, in lower case, that a relative reference leads to from a folder of the package. */
function resolveTarget(folder: string, reference: string): string {
  const steps: string[] = [];
  const path = reference.replaceAll('\\', '/');
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const name = steps.join('/');
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}
