/** The schemas: generated from the forms, strict, complete, and adding up in anyone's Ajv. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { _, Ajv2020, type ErrorObject, Name } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import type { Config } from '../../src/app/config/types.js';
import { cellsOf, type Edition, editionSpec, editions, type Relation, relationsOf } from '../../src/form/editions/index.js';
import { valueAt } from '../../src/form/model/pointer.js';
import type { Report } from '../../src/form/model/report.js';
import { validate as validateConfig } from '../../src/form/schema/generated/config.js';
import { validate as validateReport } from '../../src/form/schema/generated/report.js';
import type { SumParams } from '../../src/form/schema/sums.js';
import { addGovReportVocabulary, govReportVocabulary } from '../../src/form/schema/vocabulary.js';
import { createContext } from '../../src/judge/context.js';
import type { FileResult, RunResult } from '../../src/judge/diagnostic.js';
import { judge } from '../../src/judge/engine.js';
import { rules } from '../../src/judge/rules/index.js';
import { emptySummary } from '../../src/write/result/index.js';
import { cases, long } from '../support/long.js';
import { fc } from '../support/properties.js';
import { baseReport, examplePrevious, exampleReading, exampleRollUp, put, without } from '../support/reading.js';

const root = new URL('../../', import.meta.url);
const schema = (name: string): Record<string, unknown> => JSON.parse(readFileSync(new URL(`schemas/${name}.json`, root), 'utf8')) as Record<string, unknown>;
const strict = () => addGovReportVocabulary(new Ajv2020({ strict: true, allErrors: true }));
const complete = Object.fromEntries(editions.map(({ edition }) => [edition, strict().compile(schema(`report-${edition}`))]));
const sumsIn = (edition: Edition): readonly Relation[] => editionSpec(edition).tables.flatMap(relationsOf);
const equations = (edition: Edition): readonly Relation[] => sumsIn(edition).filter(({ comparison }) => comparison === '=');
const uses = (relation: Relation, pointer: string): boolean => [...relation.left, ...relation.right].some((term) => term.pointer === pointer);
const nameOf = (relation: Relation): string => `${relation.rule} ${relation.right[0]?.pointer}`;

function errorsOf(edition: Edition, value: unknown): readonly ErrorObject[] {
  const validate = complete[edition]!;
  return validate(value) ? [] : (validate.errors ?? []);
}

const brokenIn = (edition: Edition, value: unknown): readonly string[] =>
  errorsOf(edition, value)
    .map((error) => (error.keyword === 'sums' ? `${error.params.rule} ${error.instancePath}` : `${error.keyword} ${error.instancePath}`))
    .toSorted();

test('what is committed is what npm run generate writes', long, () => {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/generate/index.ts', '--check'], { cwd: fileURLToPath(root), stdio: 'pipe' });
});

for (const { edition } of editions) {
  const base = baseReport(edition);

  test(`${edition}: the base report is complete and adds up, in strict mode and in a model of either form`, () => {
    assert.deepEqual(errorsOf(edition, base), []);
    assert.equal(validateReport(base), true);
  });

  test(`${edition}: the schema carries every relation of the form, in order, with its basis`, () => {
    assert.deepEqual(
      schema(`report-${edition}`).sums,
      sumsIn(edition).map(({ rule, comparison, left, right, basis }) => ({ rule, comparison, left, right, basis })),
    );
    assert.equal(equations(edition).length, edition === '2019' ? 23 + 7 + 7 + 3 : 25 + 7 + 7 + 3);
  });

  test(`${edition}: a total one too high breaks its own relation and those that share the cell, and no other`, () => {
    for (const relation of equations(edition)) {
      const { pointer } = relation.right[0]!;
      const broken = put(base, pointer, Number(valueAt(base, pointer)) + 1);
      const expected = equations(edition).filter((other) => uses(other, pointer));
      assert.ok(expected.includes(relation));
      assert.deepEqual(brokenIn(edition, broken), expected.map(nameOf).toSorted());
    }
  });

  test(`${edition}: a blank cell is a type error, and its sums are left unevaluated`, () => {
    for (const { pointer } of editionSpec(edition).tables.flatMap(cellsOf)) {
      const blank = put(base, pointer, null);
      assert.deepEqual(brokenIn(edition, blank), [`type ${pointer}`]);
      assert.equal(validateReport(blank), true);
    }
  });

  test(`${edition}: a missing table, row or column is named`, () => {
    for (const { pointer } of editionSpec(edition).tables.flatMap(cellsOf)) {
      for (let node: string = pointer; node !== '/tables'; node = node.slice(0, node.lastIndexOf('/'))) {
        const less = without(base, node);
        const [error, ...more] = errorsOf(edition, less);
        assert.deepEqual(more, []);
        assert.equal(error?.keyword, 'required');
        assert.equal(`${error.instancePath}/${error.params.missingProperty}`, node);
        assert.equal(validateReport(less), true);
      }
    }
  });

  test(`${edition}: a missing, doubled or misplaced section is an error`, () => {
    base.sections.forEach((_section, index) => {
      assert.ok(errorsOf(edition, without(base, `/sections/${index}`)).some(({ keyword }) => keyword === 'minItems'));
    });
    const [first, second, ...rest] = base.sections;
    const swapped = { ...base, sections: [second, first, ...rest] };
    assert.deepEqual(
      errorsOf(edition, swapped)
        .filter(({ keyword }) => keyword === 'const')
        .map(({ instancePath }) => instancePath),
      ['/sections/0/key', '/sections/1/key'],
    );
    assert.equal(validateReport(swapped), true);
    assert.ok(errorsOf(edition, put(base, '/sections/-', first)).some(({ keyword }) => keyword === 'maxItems'));
  });

  test(`${edition}: an unknown key is an error in both, a wrong type in a model too`, () => {
    for (const pointer of ['/colour', '/tables/requests/outcomes/colour', '/tables/disputes/colour', '/sections/0/colour']) {
      assert.deepEqual(brokenIn(edition, put(base, pointer, 1)), [`additionalProperties ${pointer.slice(0, pointer.lastIndexOf('/'))}`]);
      assert.equal(validateReport(put(base, pointer, 1)), false);
    }
    assert.equal(validateReport(put(base, '/tables/requests/carriedOver/total', '7')), false);
    assert.deepEqual(
      validateReport.errors?.map(({ instancePath, keyword }) => `${keyword} ${instancePath}`),
      ['type /tables/requests/carriedOver/total'],
    );
  });

  test(`${edition}: figures that satisfy the relations are valid; one changed cell breaks exactly the relations that contain it`, () => {
    const cells = editionSpec(edition).tables.flatMap(cellsOf);
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(9999)), fc.nat(cells.length - 1), fc.integer({ min: 1, max: 500 }), (stream, index, change) => {
        const filled = addedUp(edition, base, stream);
        assert.deepEqual(brokenIn(edition, filled), []);
        const cell = cells[index]!;
        const broken = put(filled, cell.pointer, Number(valueAt(filled, cell.pointer)) + change);
        assert.deepEqual(
          brokenIn(edition, broken),
          equations(edition)
            .filter((relation) => uses(relation, cell.pointer))
            .map(nameOf)
            .toSorted(),
        );
      }),
      { numRuns: cases(60, 15) },
    );
  });
}

/**
 * Random figures that satisfy every relation, found without knowing a table: cells on no right side are drawn, then each
 * right side is worked out from its left; of two cells on one right side the last takes what is left over.
 */
function addedUp(edition: Edition, base: Report, stream: Iterator<number>): Report {
  const report = structuredClone(base);
  const known = new Map<string, number>();
  const relations = equations(edition);
  const derived = new Set(relations.flatMap(({ right }) => right.map(({ pointer }) => pointer)));
  for (const { pointer } of editionSpec(edition).tables.flatMap(cellsOf)) if (!derived.has(pointer)) known.set(pointer, stream.next().value);
  // What came in must be at least what went out: the incoming side of a relation with two right terms is drawn high.
  for (const { left, right } of relations) {
    const drawn = known.get(left[0]!.pointer);
    if (right.length > 1 && drawn !== undefined) known.set(left[0]!.pointer, drawn + 1_000_000);
  }
  for (let open = relations; open.length > 0; ) {
    const rest = open.filter(({ left, right }) => {
      const unknown = right.filter(({ pointer }) => !known.has(pointer));
      if (unknown.length > 1 || left.some(({ pointer }) => !known.has(pointer))) return true;
      const sum = (terms: Relation['left']): number => terms.reduce((total, term) => total + term.sign * (known.get(term.pointer) ?? 0), 0);
      if (unknown[0]) known.set(unknown[0].pointer, sum(left) - sum(right));
      return false;
    });
    assert.ok(rest.length < open.length, 'the relations of the form can be worked out one after the other');
    open = rest;
  }
  for (const [pointer, value] of known) {
    const parts = pointer.slice(1).split('/');
    const row = parts
      .slice(0, -1)
      .reduce<Record<string, unknown>>((node, part) => node[part] as Record<string, unknown>, report as unknown as Record<string, unknown>);
    row[parts.at(-1)!] = value;
  }
  return report;
}

test('an error of a sum points at the total and names both sides and every term', () => {
  const report = put(baseReport('2021'), '/tables/requests/carriedOver/total', 9);
  const error = errorsOf('2021', report).find(({ params }) => params.rule === 'arithmetic/requests-row-total');
  const row = '/tables/requests/carriedOver';
  const columns = ['naturalPerson', 'enterprise', 'researchInstitution', 'socialOrganization', 'legalService', 'otherOrganization'];
  assert.deepEqual(error, {
    keyword: 'sums',
    instancePath: `${row}/total`,
    schemaPath: '#/sums',
    message: 'must satisfy the sum arithmetic/requests-row-total: 7 is not 9',
    params: {
      rule: 'arithmetic/requests-row-total',
      left: 7,
      right: 9,
      terms: [
        ...columns.map((column, index) => ({ pointer: `${row}/${column}`, side: 'left', sign: 1, value: [6, 1][index] ?? 0 }) as const),
        { pointer: `${row}/total`, side: 'right', sign: 1, value: 9 } as const,
      ],
    } satisfies SumParams,
  });
});

test('pointers are relative to the value the keyword applies to: a list of reports', () => {
  const validate = strict()
    .addSchema(schema('report-2021'))
    .compile({ type: 'array', items: { $ref: 'urn:gov-report:schema:report-2021' } });
  const broken = put(baseReport('2021'), '/tables/disputes/reconsideration/total', 1);
  assert.equal(validate([baseReport('2021'), broken]), false);
  assert.deepEqual(
    validate.errors?.map(({ instancePath, params }) => [instancePath, params.terms[0].pointer]),
    [['/1/tables/disputes/reconsideration/total', '/1/tables/disputes/reconsideration/upheld']],
  );
});

test('>= is advice: 现行有效 below 制发 − 废止 stays valid', () => {
  const report = put(put(baseReport('2021'), '/tables/disclosure/regulations/issued', 2), '/tables/disclosure/regulations/inForce', 0);
  assert.deepEqual(errorsOf('2021', report), []);
  assert.equal(sumsIn('2021').filter(({ comparison }) => comparison === '>=').length, 2);
});

test('without allErrors the first broken sum ends it', () => {
  const validate = addGovReportVocabulary(new Ajv2020()).compile(schema('report-2021'));
  assert.equal(validate(put(put(baseReport('2021'), '/tables/requests/carriedOver/total', 9), '/tables/disputes/reconsideration/total', 1)), false);
  assert.equal(validate.errors?.length, 1);
});

test('a malformed sum is refused when the schema is compiled', () => {
  const sum = { rule: 'a/b', comparison: '=', left: [{ sign: 1, pointer: '/a' }], right: [{ sign: 1, pointer: '/b' }], basis: { document: 'x' } };
  assert.doesNotThrow(() => strict().compile({ type: 'object', sums: [sum] }));
  for (const bad of [
    { ...sum, comparison: '<' },
    { ...sum, left: [] },
    { ...sum, left: [{ sign: 2, pointer: '/a' }] },
    { ...sum, right: [{ sign: 1, pointer: 'b' }] },
  ]) {
    assert.throws(() => strict().compile({ type: 'object', sums: [bad] }), /keyword "sums" value is invalid/);
  }
});

test('a foreign Ajv takes the vocabulary as an option, and one without it still checks the rest', () => {
  const option = new Ajv2020({ keywords: [...govReportVocabulary] }).compile(schema('report-2019'));
  assert.equal(option(baseReport('2019')), true);
  assert.equal(option(put(baseReport('2019'), '/tables/disputes/reconsideration/total', 1)), false);
  const without = new Ajv2020({ strict: false }).compile(schema('report-2019'));
  assert.equal(without(put(baseReport('2019'), '/tables/disputes/reconsideration/total', 1)), true);
  assert.equal(without(put(baseReport('2019'), '/tables/disputes/reconsideration/total', -1)), false);
});

test('a validator written out by Ajv standalone adds up with nothing of this package', async () => {
  const ajv = addGovReportVocabulary(new Ajv2020({ strict: true, allErrors: true, code: { source: true, esm: true } }), { _, Name });
  const code = standaloneModule.default(ajv, ajv.compile(schema('report-2021')));
  assert.doesNotMatch(code, /require\(|import /);
  const { validate } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    validate: ((value: unknown) => boolean) & { errors?: ErrorObject[] };
  };
  assert.equal(validate(baseReport('2021')), true);
  const broken = put(baseReport('2021'), '/tables/requests/carriedOver/total', 9);
  assert.equal(validate(broken), false);
  const strip = ({ schemaPath: _path, ...error }: ErrorObject): Partial<ErrorObject> => error;
  assert.deepEqual(validate.errors?.map(strip), errorsOf('2021', broken).map(strip));
});

const diagnostics = strict().compile(schema('diagnostics'));
const reasons = (validate: { errors?: readonly { keyword: string; instancePath: string }[] | null }): readonly string[] =>
  validate.errors?.map(({ keyword, instancePath }) => `${keyword} ${instancePath}`) ?? [];

test('what every bad example of every rule gives is valid output of lint, in either language', () => {
  const files = rules.flatMap((rule) =>
    rule.examples.bad.flatMap((example) =>
      (['zh', 'en'] as const).map((lang): FileResult => {
        const reading = exampleReading(example);
        const { report } = reading;
        const { diagnostics: said, checks } = judge(
          createContext(reading, example.options, examplePrevious(example), exampleRollUp(example)),
          [{ rule }],
          lang,
        );
        const [unit, year] = [report.unit ?? null, report.year ?? null];
        return { file: rule.id, status: 'checked', verdict: 'pass', edition: report.edition, unit, year, checks, diagnostics: said, corrections: [] };
      }),
    ),
  );
  assert.ok(files.some((file) => file.status === 'checked' && file.diagnostics.length > 0));
  const summary = {
    files: files.length,
    checked: files.length,
    failed: 0,
    crashed: 0,
    skipped: 0,
    verdicts: { ...emptySummary.verdicts, pass: files.length },
    errors: 0,
    warnings: 0,
    infos: 0,
    suppressed: 0,
    known: 0,
  };
  assert.equal(diagnostics({ schemaVersion: 2, files, summary } satisfies RunResult), true, JSON.stringify(diagnostics.errors?.slice(0, 5)));
});

test('a failed file, a correction and a finding in running text are valid output; unknown, missing and mixed fields are not', () => {
  const failed: FileResult = {
    file: 'a.doc',
    status: 'failed',
    verdict: 'unchecked',
    error: { code: 'legacy-doc', message: '这是 .doc', help: '另存为 .docx' },
  };
  const checked: FileResult = {
    file: 'b.docx',
    status: 'checked',
    verdict: 'pass',
    edition: '2021',
    unit: null,
    year: null,
    checks: {
      tables: 3,
      cells: { figures: 191, blanks: 0, lost: 0 },
      relations: 42,
      relationsSkipped: 0,
      claims: { read: 12, compared: 9, aside: { area: 2, blank: 1 } },
      rules: 1,
    },
    diagnostics: [
      {
        ruleId: 'text/placeholder',
        severity: 'info',
        message: '…',
        help: '…',
        basis: '…',
        pointer: '/preface/0',
        place: { section: '…', sectionKey: 'other', paragraph: 3, paraId: '4032E3AF', quote: 'XX', span: [2, 4], context: { before: '…', after: '' } },
        actual: null,
        expected: 'x',
        related: [{ pointer: '/year', place: {}, value: null, side: 'left', sign: -1 }],
        fingerprint: '0123456789abcdef',
      },
    ],
    corrections: [{ pointer: '/a', from: null, to: 3, certainty: 'alternative', explains: ['0123456789abcdef'], set: 0, evidence: ['text'] }],
  };
  const run: RunResult = {
    schemaVersion: 2,
    files: [failed, checked],
    summary: {
      files: 2,
      checked: 1,
      failed: 1,
      crashed: 0,
      skipped: 0,
      verdicts: { pass: 1, review: 0, fail: 0, unchecked: 1 },
      errors: 0,
      warnings: 0,
      infos: 1,
      suppressed: 0,
      known: 0,
    },
  };
  assert.equal(diagnostics(run), true, JSON.stringify(diagnostics.errors));
  const wrong: readonly (readonly [string, unknown])[] = [
    ['/schemaVersion', 1],
    ['/files/0/diagnostics', []],
    ['/files/0/error/code', 'Legacy Doc'],
    ['/files/1/error', failed.status === 'failed' && failed.error],
    ['/files/1/diagnostics/0/colour', 1],
    ['/files/1/diagnostics/0/severity', 'off'],
    ['/files/1/diagnostics/0/place/span', [1]],
    ['/files/1/diagnostics/0/related/0/value', '3'],
    ['/files/1/corrections/0/to', null],
    ['/files/1/checks/claims/aside/mood', 1],
    ['/summary/infos', -1],
  ];
  for (const [pointer, value] of wrong) assert.equal(diagnostics(put(run, pointer, value)), false, pointer);
  for (const pointer of ['/summary/infos', '/files/1/checks', '/files/1/unit', '/files/1/diagnostics/0/help', '/files/0/error/help']) {
    assert.equal(diagnostics(without(run, pointer)), false, pointer);
  }
});

test('a configuration file: every setting, every rule; unknown keys, rules and severities are refused by name', () => {
  const config: Config = {
    $schema: './config.json',
    rules: Object.fromEntries(rules.map(({ id }) => [id, 'off'])),
    edition: '2021',
    year: 2024,
    unit: '云岭县人民政府',
    unitClass: 'government',
    ruleMakingPower: false,
    abbreviations: ['云岭县政府'],
    deadline: '03-31',
    suppressions: 'suppressions.json',
  };
  for (const validate of [validateConfig, strict().compile(schema('config'))]) {
    assert.equal(validate(config), true, JSON.stringify(validate.errors));
    assert.equal(validate({}), true);
    const refused = (pointer: string, value: unknown): readonly string[] => {
      assert.equal(validate(put(config, pointer, value)), false, pointer);
      return reasons(validate);
    };
    assert.deepEqual(refused('/colour', 1), ['additionalProperties ']);
    assert.deepEqual(refused('/rules/no-such', 'off'), ['additionalProperties /rules']);
    assert.deepEqual(refused('/unitClass', 'village'), ['enum /unitClass']);
    assert.deepEqual(refused('/deadline', '2025-03-31'), ['pattern /deadline']);
    assert.deepEqual(refused('/unit', ' '), ['pattern /unit']);
    assert.deepEqual(refused('/year', 2018), ['minimum /year']);
    assert.deepEqual(refused('/abbreviations', '云岭'), ['type /abbreviations']);
  }
  const [first] = rules;
  assert.ok(first);
  assert.equal(validateConfig({ rules: { [first.id]: 'fatal' } }), false);
  assert.equal(validateConfig.errors?.[0]?.keyword, 'enum');
});
