/** Walking the text of a part that is known to be well-formed, element by element. */
import { elementEnd, type Tag, tags } from './tags.js';

/** The first child of an element when it has the name; undefined when another comes first. */
export function firstChild(xml: string, element: Tag, name: string): Tag | undefined {
  if (element.kind === 'empty') return undefined;
  for (const tag of tags(xml, element.end)) return tag.kind !== 'close' && tag.name === name ? tag : undefined;
  return undefined;
}

/** The direct children of an element. */
export function* childrenOf(xml: string, element: Tag): Generator<Tag> {
  let at = element.end;
  while (element.kind === 'open') {
    const tag = tags(xml, at).next().value;
    if (!tag || tag.kind === 'close') return;
    yield tag;
    at = elementEnd(xml, tag);
  }
}
