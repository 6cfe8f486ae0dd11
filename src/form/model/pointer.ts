/** JSON Pointers (RFC 6901) into the model. */

/** The node a pointer names, or undefined. The empty pointer is the whole. */
export function valueAt(root: unknown, pointer: string): unknown {
  if (pointer === '') return root;
  let node: unknown = root;
  for (let from = 1, to: number; from <= pointer.length; from = to + 1) {
    to = pointer.indexOf('/', from);
    if (to === -1) to = pointer.length;
    if (node === null || typeof node !== 'object') return undefined;
    const part = pointer.slice(from, to);
    const key = part.includes('~') ? part.replace(/~1/g, '/').replace(/~0/g, '~') : part;
    node = Object.hasOwn(node, key) ? (node as Record<string, unknown>)[key] : undefined;
  }
  return node;
}

/** The pointer one level up; the empty pointer is its own parent. */
export function parentPointer(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** The key or index that a pointer ends with. */
export function lastPart(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}

/** Whether `pointer` is `ancestor` or lies below it. */
export function isWithin(pointer: string, ancestor: string): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}

/** The node that a pointer names, or the nearest one above it that is there. */
export function nearestExisting(root: unknown, pointer: string): string {
  let node = pointer;
  while (node !== '' && valueAt(root, node) === undefined) node = parentPointer(node);
  return node;
}
