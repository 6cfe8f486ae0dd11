/**
 * The vocabulary of the report schemas for Ajv 8 (`ajv/dist/2020`). It has one keyword, `sums`; validators that do not
 * know it still check everything else, because draft 2020-12 treats an unknown keyword as an annotation.
 */
import type { Name as AjvName, CodeKeywordDefinition, _ as CodeTag, FuncKeywordDefinition, KeywordDefinition } from 'ajv/dist/2020.js';
import { brokenSums, type SumSpec } from './sums.js';

const terms = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['sign', 'pointer'],
    properties: { sign: { enum: [1, -1] }, pointer: { type: 'string', pattern: '^(/[^/]+)+$' } },
    additionalProperties: false,
  },
};

/** What the value of `sums` must look like; Ajv refuses a schema whose `sums` is malformed. */
const metaSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['rule', 'comparison', 'left', 'right', 'basis'],
    properties: {
      rule: { type: 'string' },
      comparison: { enum: ['=', '>='] },
      left: terms,
      right: terms,
      basis: { type: 'object', required: ['document'], properties: { document: { type: 'string' }, clause: { type: 'string' } }, additionalProperties: false },
    },
    additionalProperties: false,
  },
};

/** The parts of Ajv's public code generation that writing a validator out takes: `import { _, Name } from 'ajv/dist/2020.js'`. */
export interface AjvCodeTools {
  readonly _: typeof CodeTag;
  readonly Name: typeof AjvName;
}

const common = { keyword: 'sums', type: 'object', schemaType: 'array', metaSchema } as const;

/** Evaluates by calling a function; works in any copy of Ajv, because it needs nothing of Ajv's own. */
const calling: FuncKeywordDefinition = {
  ...common,
  errors: true,
  compile(sums: readonly SumSpec[], _parent, { allErrors }) {
    const validate: ReturnType<NonNullable<FuncKeywordDefinition['compile']>> = (data, context) => {
      const errors = brokenSums(sums, data, context?.instancePath ?? '', allErrors === true);
      validate.errors = errors;
      return errors.length === 0;
    };
    return validate;
  },
};

/** The same as code: Ajv's standalone generation cannot write out a keyword that is a function. */
function written({ _, Name }: AjvCodeTools): CodeKeywordDefinition {
  const [instancePath, vErrors, errors] = ['instancePath', 'vErrors', 'errors'].map((name) => new Name(name));
  return {
    ...common,
    code({ gen, data, schema, it }) {
      const sums = schema as readonly SumSpec[];
      const all = it.allErrors === true;
      const source = `((data, path) => (${brokenSums.toString()})(${JSON.stringify(sums)}, data, path, ${all}))`;
      const find = gen.scopeValue('func', {
        ref: (value: unknown, path: string) => brokenSums(sums, value, path, all),
        code: _(Object.assign([source], { raw: [source] })),
      });
      const found = gen.const(
        'broken',
        _`${find}(${data}, ${instancePath} + ${it.errorPath}).map((error) => ({ ...error, schemaPath: ${`${it.errSchemaPath}/sums`} }))`,
      );
      gen.if(_`${found}.length > 0`, () => {
        gen.code(_`${vErrors} = ${vErrors} === null ? ${found} : ${vErrors}.concat(${found})`);
        gen.code(_`${errors} = ${vErrors}.length`);
        if (all || it.compositeRule) return;
        gen.code(_`${it.validateName}.errors = ${vErrors}`);
        gen.return(false);
      });
    },
  };
}

/**
 * The keywords of the report schemas, for `new Ajv2020({ keywords: govReportVocabulary })`. An error of `sums` points with
 * `instancePath` at the total cell; its `params` are `SumParams`.
 */
export const govReportVocabulary: FuncKeywordDefinition[] = [calling];

/**
 * Teaches an Ajv 2020 instance the vocabulary and returns the instance. Give Ajv's own `{ _, Name }` too when validators are
 * to be written out by `ajv/dist/standalone`: the module then needs nothing of this package.
 */
export function addGovReportVocabulary<A extends { addKeyword(definition: KeywordDefinition): unknown }>(ajv: A, tools?: AjvCodeTools): A {
  ajv.addKeyword(tools ? written(tools) : calling);
  return ajv;
}
