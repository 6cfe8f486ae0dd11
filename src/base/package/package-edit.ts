/** A Word package whose parts are changed as texts and written back in one go. */
import { InputError } from '../errors.js';
import { appendToRoot, attributeOf, encodePart, escapeText, rootPrefix, tags } from '../xml/tags.js';
import { decodePart } from './decode.js';
import type { WordPackage } from './word.js';
import { type InflationBudget, readEntry } from './zip.js';
import { rewriteZip } from './zip-edit.js';

/** Bytes that the parts looked at for a change may inflate to. */
const MAX_INFLATED = 32 * 1024 * 1024;

/** The parts of a package under change. Part names are compared without regard to case. */
export interface PackageEdit {
  /** Name of the main part, as in the archive. */
  readonly mainName: string;
  /** The text of a part as it is now; undefined when there is none. @throws InputError when it cannot be read. */
  text(name: string): string | undefined;
  /** Sets the text of a part, which may be new; undefined takes it away. */
  set(name: string, text: string | undefined): void;
  /** The part that the main part is related to by this type (the last step of the type's name), as it is now. */
  related(type: string): { readonly id: string; readonly name: string } | undefined;
  /** The changed archive. Parts whose text is as before keep their bytes. @throws InputError `part-encoding`. */
  finish(): Uint8Array;
}

/** Begins to change a package. */
export function editPackage({ archive, mainName, main }: WordPackage): PackageEdit {
  const budget: InflationBudget = { left: MAX_INFLATED };
  const before = new Map<string, Uint8Array>();
  const texts = new Map<string, { readonly name: string; readonly old: string | undefined; text: string | undefined }>();
  const load = (name: string): { readonly name: string; readonly old: string | undefined; text: string | undefined } => {
    const key = name.toLowerCase();
    const known = texts.get(key);
    if (known) return known;
    const entry = archive.entries.get(key);
    const bytes = entry && readEntry(archive, entry, budget);
    if (bytes) before.set(key, bytes);
    const old = bytes && decodePart(bytes, name);
    const part = { name, old, text: old };
    texts.set(key, part);
    return part;
  };
  if (load(mainName).old !== main) throw new Error('the main part is not that of its archive');
  return {
    mainName,
    text: (name) => load(name).text,
    set: (name, text) => {
      load(name).text = text;
    },
    related: (type) => {
      const xml = load(relationsName(mainName)).text;
      if (xml === undefined) return undefined;
      for (const tag of tags(xml)) {
        if (tag.name !== 'Relationship' || !(attributeOf(tag, 'Type') ?? '').endsWith(`/${type}`)) continue;
        // What lies outside the package is no part of it.
        if (attributeOf(tag, 'TargetMode') === 'External') continue;
        // The resolved name comes from the reader; a part that this edit made is named as it was made.
        const id = attributeOf(tag, 'Id') ?? '';
        const name = resolve(mainName, attributeOf(tag, 'Target') ?? '');
        return { id, name: [...archive.entries.values()].find((entry) => entry.name.toLowerCase() === name.toLowerCase())?.name ?? name };
      }
      return undefined;
    },
    finish: () => {
      const changes = new Map<string, Uint8Array | undefined>();
      for (const [key, { name, old, text }] of texts) {
        if (text === old) continue;
        const known = archive.entries.has(key) ? key : name;
        changes.set(known, text === undefined ? undefined : encodePart(text, before.get(key) ?? new Uint8Array(), name));
      }
      return rewriteZip(archive, changes);
    },
  };
}

function resolve(from: string, target: string): string {
  const steps: string[] = [];
  const path = target.replaceAll('\\', '/');
  for (const step of (path.startsWith('/') ? path : from.slice(0, from.lastIndexOf('/') + 1) + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const name = steps.join('/');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Name of the part that holds the relationships of a part. */
export function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

const RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** Whether the content types mean a part by a name, which is written as in an address. */
function isNamed(partName: string | undefined, name: string): boolean {
  return [name, encodeURI(name)].some((form) => partName?.toLowerCase() === `/${form}`.toLowerCase());
}

/** Adds a part beside the main one, with its content type and, unless a relationship leads to its name already, its relationship. */
export function addPart(
  edit: PackageEdit,
  part: { readonly name: string; readonly relation?: { readonly id: string; readonly type: string }; readonly type: string; readonly xml: string },
): void {
  if (part.relation) {
    const relations = relationsName(edit.mainName);
    const xml = edit.text(relations) ?? RELATIONS;
    const target = escapeText(part.name.slice(part.name.lastIndexOf('/') + 1));
    const id = freeId(part.relation.id, xml);
    edit.set(relations, appendToRoot(xml, `<${rootPrefix(xml)}Relationship Id="${id}" Type="${part.relation.type}" Target="${target}"/>`));
  }
  const types = edit.text('[Content_Types].xml');
  if (types === undefined || [...tags(types)].length === 0) throw noContentTypes();
  const listed = [...tags(types)].some((tag) => isNamed(attributeOf(tag, 'PartName'), part.name));
  if (!listed)
    edit.set(
      '[Content_Types].xml',
      appendToRoot(types, `<${rootPrefix(types)}Override PartName="/${escapeText(encodeURI(part.name))}" ContentType="${part.type}"/>`),
    );
  edit.set(part.name, part.xml);
}

/** The id, or with a number behind it when a relationship has it already. */
function freeId(id: string, relations: string): string {
  const taken = new Set([...tags(relations)].map((tag) => attributeOf(tag, 'Id')));
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}${number}`;
  return free;
}

function noContentTypes(): InputError {
  return new InputError(
    'damaged-package',
    {
      zh: '文件已损坏：缺少 [Content_Types].xml，Word 打不开，不能写入批注。',
      en: 'The file is damaged: it lacks [Content_Types].xml, so that Word cannot open it and no comment can be written.',
    },
    { zh: '请取得完好的原稿，或用 WPS 打开并另存为 .docx 后再试。', en: 'Get a sound original, or open it in another program and save it as .docx.' },
  );
}

/** Takes a part away that `addPart` added, with its relationship and content type. */
export function removePart(edit: PackageEdit, name: string, id: string): void {
  const without = (part: string, test: (attributes: { of: (attribute: string) => string | undefined }) => boolean): void => {
    const xml = edit.text(part);
    if (xml === undefined) return;
    for (const tag of tags(xml)) {
      if (tag.kind === 'empty' && test({ of: (attribute) => attributeOf(tag, attribute) })) {
        edit.set(part, xml.slice(0, tag.start) + xml.slice(tag.end));
        return;
      }
    }
  };
  const relations = relationsName(edit.mainName);
  without(relations, ({ of }) => of('Id') === id);
  if (edit.text(relations) === RELATIONS) edit.set(relations, undefined);
  without('[Content_Types].xml', ({ of }) => isNamed(of('PartName'), name));
  edit.set(name, undefined);
}
