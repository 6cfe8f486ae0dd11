/** Whether JSON has the shape that a schema asks for; what does not is told with its line and what is expected there. */
import type { Sentence } from '../../../base/errors.js';
import type { JsonFault } from '../../../base/json/faults.js';
import type { JsonNode } from '../../../base/json/parse.js';
import type { ValidationError, Validator } from '../../../form/schema/validator.js';

/** Nodes by JSON Pointer, and the place of the key that names each. */
export interface NodeIndex {
  readonly nodes: ReadonlyMap<string, JsonNode>;
  readonly keys: ReadonlyMap<string, number>;
  /** Offset and key of every key that stands twice in one object. */
  readonly doubled: readonly { readonly pointer: string; readonly key: string; readonly from: number }[];
}

/** Indexes a tree; of doubled keys the last is kept. */
export function indexNodes(root: JsonNode): NodeIndex {
  const nodes = new Map<string, JsonNode>();
  const keys = new Map<string, number>();
  const doubled: NodeIndex['doubled'][number][] = [];
  const walk = (node: JsonNode, pointer: string): void => {
    nodes.set(pointer, node);
    if (node.kind === 'array') for (const [index, item] of node.items.entries()) walk(item, `${pointer}/${index}`);
    if (node.kind !== 'object') return;
    for (const { key, from, node: child } of node.members) {
      const below = `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
      if (keys.has(below)) doubled.push({ pointer, key, from });
      keys.set(below, from);
      walk(child, below);
    }
  };
  walk(root, '');
  return { nodes, keys, doubled };
}

/** A schema as its faults are explained. */
export interface Shape {
  readonly validate: Validator;
  /** The keys to name when the object at a pointer has the unknown key `extra`; none when that would help nobody. */
  known(pointer: string, extra: string): readonly string[];
  /** What patterns of the schema ask for, by their source: “非空白的文字”. */
  readonly patterns?: Readonly<Record<string, Sentence>>;
}

/** Every fault of the shape. `value` is the plain value of the root. */
export function shapeFaults(
  value: unknown,
  index: NodeIndex,
  text: string,
  locate: (offset: number) => Pick<JsonFault, 'line' | 'column'>,
  shape: Shape,
): readonly JsonFault[] {
  const { validate } = shape;
  const faults: JsonFault[] = index.doubled.map(({ pointer, key, from }) => ({
    ...locate(from),
    what: { zh: `${name(pointer).zh}中的键“${shorten(key)}”重复`, en: `the key “${shorten(key)}” stands twice at ${name(pointer).en}` },
  }));
  if (validate(value)) return faults;
  for (const error of validate.errors ?? []) {
    // The verdict on a name is followed by one on the whole object.
    if (error.keyword === 'propertyNames') continue;
    const extra = error.params['additionalProperty'];
    const pointer = typeof extra === 'string' ? `${error.instancePath}/${extra.replace(/~/g, '~0').replace(/\//g, '~1')}` : error.instancePath;
    const at = (typeof extra === 'string' ? index.keys.get(pointer) : index.nodes.get(pointer)?.from) ?? 0;
    faults.push({ ...locate(at), what: words(error, index, text, shape) });
  }
  return faults;
}

function words({ instancePath, keyword, params }: ValidationError, index: NodeIndex, text: string, shape: Shape): JsonFault['what'] {
  const where = name(instancePath);
  if (keyword === 'required') {
    const missing = quote(String(params['missingProperty']));
    return { zh: `${where.zh}缺少${missing}`, en: `${where.en} lacks ${missing}` };
  }
  if (keyword === 'additionalProperties') {
    const name = String(params['additionalProperty']);
    const known = shape.known(instancePath, name).map(quote).join('、');
    const extra = quote(name);
    return {
      zh: `${where.zh}中有不认识的键${extra}${known === '' ? '' : `，可用的是${known}`}`,
      en: `${where.en} has the unknown key ${extra}${known === '' ? '' : `; known are ${known.replace(/、/g, ', ')}`}`,
    };
  }
  const node = index.nodes.get(instancePath);
  const actual = node ? shorten(text.slice(node.from, Math.min(node.to, node.from + 60))) : '';
  const wanted = wantedWords(keyword, params, shape);
  return {
    zh: `${where.zh}${wanted ? `应为${wanted.zh}` : '的值不合要求'}，却是 ${actual}`,
    en: `${where.en} ${wanted ? `must be ${wanted.en}` : 'has a value that does not fit'}, not ${actual}`,
  };
}

function wantedWords(keyword: string, params: ValidationError['params'], { patterns }: Shape): Sentence | undefined {
  if (keyword === 'type') return typeWords(params['type']);
  if (keyword === 'enum' || keyword === 'const') return choiceWords(params);
  if (keyword === 'minimum') return { zh: `不小于 ${params['limit']} 的数`, en: `a number of at least ${params['limit']}` };
  return keyword === 'pattern' ? patterns?.[String(params['pattern'])] : undefined;
}

const TYPES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  string: { zh: '字符串', en: 'a string' },
  number: { zh: '数', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  array: { zh: '数组', en: 'an array' },
  object: { zh: '对象', en: 'an object' },
  null: { zh: ' null（空白）', en: 'null (blank)' },
};

function typeWords(type: unknown): { readonly zh: string; readonly en: string } {
  const names = [type].flat().map((item) => TYPES[String(item)] ?? { zh: String(item), en: String(item) });
  return { zh: names.map(({ zh }) => zh).join('或'), en: names.map(({ en }) => en).join(' or ') };
}

function choiceWords(params: ValidationError['params']): { readonly zh: string; readonly en: string } {
  const choices = [params['allowedValues'] ?? params['allowedValue']].flat().map((choice) => JSON.stringify(choice));
  return { zh: ` ${choices.join('、')}`, en: choices.join(', ') };
}

function name(pointer: string): { readonly zh: string; readonly en: string } {
  return pointer === '' ? { zh: '最外层', en: 'the top level' } : { zh: `${shorten(pointer)} `, en: shorten(pointer) };
}

function quote(key: string): string {
  return `“${shorten(key)}”`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
