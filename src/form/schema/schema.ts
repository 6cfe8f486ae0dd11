/** What the schema builders share: ids, and object schemas that cannot drift from the types they describe. */

/** A JSON Schema, draft 2020-12. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** The dialect of every schema of this package. */
export const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** The stable `$id` of a schema: an identifier, not an address. */
export function schemaId(name: string): string {
  return `urn:gov-report:schema:${name}`;
}

/** A JSON Pointer (RFC 6901) of the model: empty, or parts each behind a slash. */
export const POINTER: JsonSchema = { type: 'string', pattern: '^(/[^/]+)*$' };

/** A text with something in it. (A pattern, because compiled validators need Ajv at run time for `minLength`.) */
export const NOT_BLANK: JsonSchema = { type: 'string', pattern: '\\S' };

/** The keys of a type as `objectOf` wants them: optional ones end in `?`. */
export type DeclaredKey<T> = { [K in keyof T & string]-?: object extends Pick<T, K> ? `${K}?` : K }[keyof T & string];

/**
 * The closed object schema of a TypeScript interface. Every key of `T` must be given, optional ones with a trailing `?`:
 * a field that is added to or taken from the type does not compile here until the schema follows.
 */
export function objectOf<T>(properties: { readonly [K in DeclaredKey<T>]: JsonSchema }, more: JsonSchema = {}): JsonSchema {
  const entries = Object.entries<JsonSchema>(properties);
  const required = entries.filter(([key]) => !key.endsWith('?')).map(([key]) => key);
  return {
    ...more,
    type: 'object',
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(entries.map(([key, schema]) => [key.replace(/\?$/, ''), schema])),
    additionalProperties: false,
  };
}

/** JSON for people: two blanks of indentation, but whatever fits on a line of 120 characters stays on it. */
export function printJson(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }'];
  const parts = (inner: string): readonly string[] =>
    Array.isArray(value)
      ? value.map((item) => printJson(item, inner))
      : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${printJson(item, inner)}`);
  const flat = `${open}${parts('').join(', ')}${close}`;
  if (!flat.includes('\n') && indent.length + flat.length <= 120) return flat;
  const inner = `${indent}  `;
  return `${open.trim()}\n${parts(inner)
    .map((part) => inner + part)
    .join(',\n')}\n${indent}${close.trim()}`;
}
