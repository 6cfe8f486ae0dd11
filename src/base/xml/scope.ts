/** What names mean at one point of an XML part: its namespaces, and markup compatibility (ECMA-376 part 3). */

/** The name of an element. */
export interface Name {
  /** As written, prefix included. */
  readonly text: string;
  readonly id: number;
  /** Another name of the same hash. */
  readonly next: Name | undefined;
}

/** What prefixes mean at one point of the document, and the names already looked up under that meaning. */
export interface Scope {
  readonly prefixes: Map<string, string>;
  /** Namespaces that whoever does not know them may ignore. */
  readonly ignorable: Set<string>;
  /** Elements of these whose content is not to be ignored with them: `namespace local`, `namespace *`. */
  readonly processed: Set<string>;
  readonly outer: Scope | undefined;
  readonly depth: number;
  readonly names: Map<number, Name>;
  count: number;
  /** Start tags as written that were read before: the same few make up most of a document. */
  readonly tags: Map<string, Tag>;
  /** What reading an element gave, by its whole text. */
  readonly elements: Map<string, object>;
}

/** What reading a start tag found; none of it depends on where the tag stands. */
export interface Tag {
  readonly name: Name;
  /** How far behind the start of the tag its attributes begin and end. */
  readonly attributesStart: number;
  readonly attributesEnd: number;
  readonly selfClosed: boolean;
}

/** A scope in which nothing was read yet. */
export function newScope(prefixes: Map<string, string>, outer: Scope | undefined, depth: number): Scope {
  return { prefixes, ignorable: new Set(), processed: new Set(), outer, depth, names: new Map(), count: 0, tags: new Map(), elements: new Map() };
}

/** The namespace name that a prefix stands for. */
export function uriOf(innermost: Scope, prefix: string): string | undefined {
  for (let scope: Scope | undefined = innermost; scope; scope = scope.outer) {
    const uri = scope.prefixes.get(prefix);
    if (uri !== undefined) return uri;
  }
  return undefined;
}

/** Whether the content of an element that nobody here knows counts as if it stood without it. */
export function isProcessed(innermost: Scope, uri: string, local: string): boolean {
  const [own, all] = [`${uri} ${local}`, `${uri} *`];
  let processed = false;
  let ignorable = false;
  for (let scope: Scope | undefined = innermost; scope && !(processed && ignorable); scope = scope.outer) {
    processed ||= scope.processed.has(own) || scope.processed.has(all);
    ignorable ||= scope.ignorable.has(uri);
  }
  return processed && ignorable;
}
