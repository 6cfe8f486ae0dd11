/**
 * The vocabulary of the report schemas for Ajv 8 (`ajv/dist/2020`). It has one keyword, `sums`; validators that do not
 * know it still check everything else, because draft 2020-12 treats an unknown keyword as an annotation.
 */
import type { _ as CodeTag, FuncKeywordDefinition } from 'ajv/dist/2020.js';
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

/** The same validator as in `compile` below, as source text for a module that stands alone. */
function sourceOf(sums: readonly SumSpec[], all: boolean): string {
  const wrapper = 'const validate = (data, { instancePath }) => (validate.errors = broken(sums, data, instancePath, all)).length === 0; return validate;';
  return `((broken, sums, all) => { ${wrapper} })(${brokenSums.toString()}, ${JSON.stringify(sums)}, ${all})`;
}

function sumsKeyword(code?: typeof CodeTag): FuncKeywordDefinition {
  return {
    keyword: 'sums',
    type: 'object',
    schemaType: 'array',
    metaSchema,
    errors: true,
    compile(sums: readonly SumSpec[], _parent, { allErrors, gen }) {
      const all = allErrors === true;
      const validate: ReturnType<NonNullable<FuncKeywordDefinition['compile']>> = (data, context) => {
        const errors = brokenSums(sums, data, context?.instancePath ?? '', all);
        validate.errors = errors;
        return errors.length === 0;
      };
      // Ajv looks its keyword functions up by identity: registered here with source text, the function can be written out.
      if (code) gen.scopeValue('keyword', { ref: validate, code: code(Object.assign([sourceOf(sums, all)], { raw: [] })) });
      return validate;
    },
  };
}

/**
 * The keywords of the report schemas, for `new Ajv2020({ keywords: govReportVocabulary })`. An error of `sums` points with
 * `instancePath` at the total cell; its `params` are `SumParams`.
 */
export const govReportVocabulary: readonly FuncKeywordDefinition[] = [sumsKeyword()];

/**
 * Teaches an Ajv 2020 instance the vocabulary and returns the instance. Give Ajv's own `_` too when validators are to be
 * written out by `ajv/dist/standalone`: the module then needs nothing of this package.
 */
export function addGovReportVocabulary<A extends { addKeyword(definition: FuncKeywordDefinition): unknown }>(ajv: A, code?: typeof CodeTag): A {
  ajv.addKeyword(sumsKeyword(code));
  return ajv;
}
