/** JSON Schemas of the statutory tables, from the form data. */
import type { CellKind, CellSpec, ColumnSpec } from '../../src/form/editions/index.js';
import type { JsonSchema } from '../../src/form/schema/schema.js';

const kinds: { readonly [kind in CellKind]: { readonly schema: JsonSchema; readonly words: string } } = {
  count: { schema: { type: 'integer', minimum: 0 }, words: '非负整数' },
  change: { schema: { type: 'integer' }, words: '整数，减少为负' },
  amount: { schema: { type: 'number', minimum: 0 }, words: '非负数，可有小数' },
};

/** A cell that is filled in as the form wants it. */
export function filledCell({ column }: CellSpec): JsonSchema {
  const { schema, words } = kinds[column.kind];
  return { title: columnTitle(column), description: [column.unit, words].filter(Boolean).join('，'), ...schema };
}

/** A cell as it may come: any number, or null where the document is blank or unreadable. */
export function anyCell({ column }: CellSpec): JsonSchema {
  return { title: columnTitle(column), type: ['number', 'null'] };
}

/** Printed labels of those groups that are nodes of the model too, outermost first. */
function nodeGroups(key: string, groups: readonly string[] = []): readonly string[] {
  return groups.slice(0, key.split('/').length - 1);
}

function columnTitle({ key, groups, label }: ColumnSpec): string {
  return [...(groups ?? []).slice(nodeGroups(key, groups).length), label].join(' ');
}

interface Branch {
  title?: string;
  readonly children: Map<string, Branch | JsonSchema>;
}

function isBranch(node: Branch | JsonSchema): node is Branch {
  return 'children' in node && node.children instanceof Map;
}

/** The schema of the object that holds these cells; `required` asks for every key. */
export function cellsSchema(cells: readonly CellSpec[], cellSchema: (cell: CellSpec) => JsonSchema, required: boolean): JsonSchema {
  const root: Branch = { children: new Map() };
  for (const cell of cells) {
    const { row, column } = cell;
    const titles = [...nodeGroups(row.key, row.groups), ...(row.key === '' ? [] : [row.label]), ...nodeGroups(column.key, column.groups)];
    const path = cell.pointer.split('/').slice(3);
    let branch = root;
    path.slice(0, -1).forEach((key, depth) => {
      const known = branch.children.get(key);
      const next: Branch = known && isBranch(known) ? known : { children: new Map() };
      next.title ??= titles[depth] ?? '';
      branch.children.set(key, next);
      branch = next;
    });
    branch.children.set(path.at(-1) ?? '', cellSchema(cell));
  }
  const spell = ({ title, children }: Branch): JsonSchema => ({
    ...(title ? { title } : {}),
    type: 'object',
    ...(required ? { required: [...children.keys()] } : {}),
    properties: Object.fromEntries([...children].map(([key, child]) => [key, isBranch(child) ? spell(child) : child])),
    additionalProperties: false,
  });
  return spell(root);
}

/** A schema whose repeated rows are written once: `definitions` are for its `$defs`. */
export function shareRows(schema: JsonSchema, name: string): { readonly schema: JsonSchema; readonly definitions: { readonly [name: string]: JsonSchema } } {
  const properties = (node: JsonSchema): readonly [string, JsonSchema][] => Object.entries((node.properties ?? {}) as { readonly [key: string]: JsonSchema });
  const isRow = (node: JsonSchema): boolean => properties(node).length > 0 && properties(node).every(([, child]) => !child.properties);
  const body = ({ title: _, ...rest }: JsonSchema): string => JSON.stringify(rest);
  const counts = new Map<string, number>();
  const tally = (node: JsonSchema): void => {
    if (isRow(node)) counts.set(body(node), (counts.get(body(node)) ?? 0) + 1);
    properties(node).forEach(([, child]) => {
      tally(child);
    });
  };
  tally(schema);
  const repeated = [...counts].filter(([, count]) => count > 1).map(([text]) => text);
  const nameOf = (text: string): string => `${name}Row${repeated.length > 1 ? repeated.indexOf(text) + 1 : ''}`;
  const share = (node: JsonSchema): JsonSchema => {
    if (isRow(node) && repeated.includes(body(node))) return { ...(node.title ? { title: node.title } : {}), $ref: `#/$defs/${nameOf(body(node))}` };
    if (!node.properties) return node;
    return { ...node, properties: Object.fromEntries(properties(node).map(([key, child]) => [key, share(child)])) };
  };
  return { schema: share(schema), definitions: Object.fromEntries(repeated.map((text) => [nameOf(text), JSON.parse(text) as JsonSchema])) };
}
