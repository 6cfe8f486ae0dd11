/** What attributes say about an element: inline style, whether it is shown, where it stands. */
import type { SourcePlace } from '../../../form/place.js';
import type { Element, Node } from './tree.js';

/** The value of an attribute; the empty string when it has none, undefined when it is absent. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

const declarations = new Map<string, RegExp>();

/** A property of the inline style, lower case; the last one wins. */
export function style(element: Element, property: string): string | undefined {
  const text = attribute(element, 'style');
  if (text === undefined) return undefined;
  let pattern = declarations.get(property);
  if (!pattern) declarations.set(property, (pattern = new RegExp(`(?:^|;)[ \\t\\n]*${property}[ \\t\\n]*:([^;]*)`, 'gi')));
  let found: string | undefined;
  for (const match of text.matchAll(pattern)) found = match[1];
  return found
    ?.replace(/!important/i, '')
    .trim()
    .toLowerCase();
}

/** Whether the page itself says that an element is not to be seen. Style sheets are not consulted. */
export function isHidden(element: Element): boolean {
  return (
    attribute(element, 'hidden') !== undefined ||
    attribute(element, 'aria-hidden')?.trim().toLowerCase() === 'true' ||
    style(element, 'display') === 'none' ||
    /^(?:hidden|collapse)$/.test(style(element, 'visibility') ?? '') ||
    style(element, 'mso-hide') === 'all'
  );
}

/** Where a node starts in the source; empty for nodes that the parser added. */
export function placeOf(node: Node, origin: { readonly firstLine: number; readonly columns: boolean }): SourcePlace {
  const location = node.sourceCodeLocation;
  if (!location) return {};
  // The parser drops the line end after <pre> but does not move the start of the text; the end is right.
  const start =
    'value' in node && node.value.includes('\n') ? Math.max(location.startLine, location.endLine - node.value.split('\n').length + 1) : location.startLine;
  const line = start + origin.firstLine - 1;
  return origin.columns && start === location.startLine ? { line, columnNumber: location.startCol } : { line };
}
