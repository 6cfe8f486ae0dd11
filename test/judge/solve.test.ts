import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cellsOf, type Edition, tableSpec } from '../../src/form/editions/index.js';
import { valueAt } from '../../src/form/model/pointer.js';
import type { Report } from '../../src/form/model/report.js';
import { createContext } from '../../src/judge/context.js';
import { smallestChanges } from '../../src/judge/solve/changes.js';
import { correctionsOf } from '../../src/judge/solve/corrections.js';
import { consistentReport, seeded } from '../support/consistent.js';
import { fc } from '../support/properties.js';
import { baseReport, put, readingOf } from '../support/reading.js';

const silent = { claimed: () => undefined, carried: () => undefined };
const editions = fc.constantFrom<Edition>('2019', '2021');

function solve(report: Report, raw?: Record<string, string>, stated: Parameters<typeof correctionsOf>[2] = silent) {
  return correctionsOf(createContext(readingOf(report, raw)), [], stated);
}

function change(report: Report, pointer: string, by: number): Report {
  return put(report, pointer, (valueAt(report, pointer) as number) + by);
}

describe('the wrong cell', () => {
  it('a report whose sums hold has no correction', () => {
    fc.assert(
      fc.property(fc.nat(), editions, (seed, edition) => {
        const report = consistentReport(edition, seeded(seed));
        const { sums } = createContext(readingOf(report));
        assert.ok(sums.filter(({ relation }) => relation.comparison === '=').every(({ left, right }) => left === right && left !== null));
        assert.deepEqual(solve(report), []);
      }),
      { numRuns: 60 },
    );
  });

  it('one wrong cell of table 三 is named with its right value, whichever cell and whatever value', () => {
    fc.assert(
      fc.property(fc.nat(), editions, fc.nat(), fc.integer({ min: -40, max: 400 }), (seed, edition, pick, by) => {
        const report = consistentReport(edition, seeded(seed));
        const cells = cellsOf(tableSpec(edition, 'requests'));
        const { pointer } = cells[pick % cells.length]!;
        const right = valueAt(report, pointer) as number;
        fc.pre(by !== 0 && right + by >= 0);
        const [only, ...rest] = solve(change(report, pointer, by));
        assert.deepEqual([only?.pointer, only?.from, only?.to, only?.certainty, rest.length], [pointer, right + by, right, 'unique', 0]);
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('one wrong cell of table 四: the right answer is among the alternatives of its group, and only that group', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 90 }), (seed, pick, by) => {
        const report = consistentReport('2021', seeded(seed));
        const cells = cellsOf(tableSpec('2021', 'disputes'));
        const { pointer } = cells[pick % cells.length]!;
        const found = solve(change(report, pointer, by));
        const group = pointer.slice(0, pointer.lastIndexOf('/'));
        assert.ok(found.some((item) => item.pointer === pointer && item.to === valueAt(report, pointer)));
        assert.ok(found.every((item) => item.pointer.startsWith(`${group}/`) && (item.certainty === 'alternative') === found.length > 1));
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });

  it('two wrong cells of table 三: every answer satisfies all sums, and the truth is among them or a smaller answer exists', () => {
    fc.assert(
      fc.property(fc.nat(), editions, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), (seed, edition, a, b, byA, byB) => {
        const report = consistentReport(edition, seeded(seed));
        const cells = cellsOf(tableSpec(edition, 'requests'));
        const first = cells[a % cells.length]!.pointer;
        const second = cells[b % cells.length]!.pointer;
        fc.pre(first !== second);
        const broken = change(change(report, first, byA), second, byB);
        const context = createContext(readingOf(broken));
        const [component, ...others] = smallestChanges(context.sums, (pointer) => context.value(pointer) as number);
        assert.ok(component && others.length === 0 && component.alternatives.length > 0);
        for (const set of component.alternatives) {
          const mended = set.reduce((current, { pointer, to }) => put(current, pointer, to), broken);
          const { sums } = createContext(readingOf(mended));
          assert.ok(sums.filter(({ relation }) => relation.comparison === '=').every(({ left, right }) => left === right));
          assert.ok(set.every(({ to }) => to >= 0));
        }
        const truth = component.alternatives.some((set) => set.some(({ pointer }) => pointer === first) && set.some(({ pointer }) => pointer === second));
        assert.ok(truth || component.alternatives.every((set) => set.length === 1));
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('says nothing when two cells cannot explain it', () => {
    const cells = ['newlyReceived/naturalPerson', 'carriedOver/enterprise', 'outcomes/granted/researchInstitution', 'carriedForward/legalService'];
    const broken = cells.reduce((report, path, index) => change(report, `/tables/requests/${path}`, index + 3), baseReport());
    assert.deepEqual(solve(broken), []);
  });
});

describe('evidence where the sums leave several answers', () => {
  const wrong = put(baseReport(), '/tables/disputes/reconsideration/upheld', 40);

  it('lists the five answers of a group of table 四 when nothing decides', () => {
    const found = solve(wrong);
    assert.deepEqual([...new Set(found.map(({ certainty }) => certainty))], ['alternative']);
    assert.deepEqual(
      found.map(({ pointer, to }) => [pointer.split('/').at(-1), to]),
      [
        ['upheld', 4],
        ['total', 44],
      ],
      'the other three would have to fall below zero',
    );
  });

  it('lets the figure in the text decide', () => {
    const [only, ...rest] = solve(wrong, {}, { ...silent, claimed: (pointer) => (pointer.endsWith('reconsideration/total') ? 8 : undefined) });
    assert.deepEqual(rest, []);
    assert.deepEqual([only?.pointer, only?.to, only?.certainty, only?.evidence], ['/tables/disputes/reconsideration/upheld', 4, 'unique', ['text']]);
    const [stated] = solve(wrong, {}, { ...silent, claimed: (pointer) => (pointer.endsWith('reconsideration/upheld') ? 4 : undefined) });
    assert.deepEqual(stated?.evidence, ['text']);
  });

  it('puts the answer first in which two digits changed places, without calling it certain', () => {
    const swapped = put(
      put(put(baseReport(), '/tables/disputes/reconsideration/upheld', 21), '/tables/disputes/reconsideration/other', 20),
      '/tables/disputes/reconsideration/total',
      35,
    );
    const [first, ...rest] = solve(swapped);
    assert.deepEqual(
      [first?.pointer, first?.from, first?.to, first?.certainty, first?.evidence],
      ['/tables/disputes/reconsideration/upheld', 21, 12, 'alternative', ['swapped-digits']],
    );
    assert.deepEqual(
      rest.map(({ pointer, evidence }) => [pointer.split('/').at(-1), evidence]),
      [
        ['other', undefined],
        ['total', undefined],
      ],
    );
  });

  it('puts the row first in which two neighbouring columns changed places', () => {
    const report = consistentReport('2021', seeded(11), 30);
    const row = '/tables/requests/outcomes/granted';
    const [a, b] = [valueAt(report, `${row}/naturalPerson`) as number, valueAt(report, `${row}/enterprise`) as number];
    assert.ok(a !== b, 'the seed gives two different figures');
    const found = solve(put(put(report, `${row}/naturalPerson`, b), `${row}/enterprise`, a));
    const first = found.filter(({ set }) => set === found[0]?.set);
    assert.deepEqual(
      first.map(({ pointer, to, evidence }) => [pointer, to, evidence]),
      [
        [`${row}/naturalPerson`, a, ['neighbouring-columns']],
        [`${row}/enterprise`, b, ['neighbouring-columns']],
      ],
    );
    assert.ok(found.every(({ certainty }) => certainty === 'alternative'));
  });

  it('lets last year decide', () => {
    const found = solve(
      put(put(baseReport(), '/tables/requests/carriedOver/naturalPerson', 9), '/tables/requests/carriedOver/enterprise', 4),
      {},
      {
        ...silent,
        carried: (pointer) => ({ '/tables/requests/carriedOver/naturalPerson': 6, '/tables/requests/carriedOver/enterprise': 1 })[pointer as string],
      },
    );
    assert.deepEqual(
      found.map(({ pointer, to }) => [pointer.split('/').at(-1), to]),
      [
        ['naturalPerson', 6],
        ['enterprise', 1],
      ],
    );
  });

  it('joins a figure that fell apart into two cells', () => {
    const report = put(baseReport(), '/tables/requests/outcomes/partiallyGranted/naturalPerson', null);
    const [only, ...rest] = solve(report, { '/tables/requests/outcomes/partiallyGranted/naturalPerson': '1|2' });
    assert.deepEqual([only?.from, only?.to, only?.evidence, rest.length], [null, 12, ['split-figure'], 0]);
    assert.deepEqual(solve(report, { '/tables/requests/outcomes/partiallyGranted/naturalPerson': '1|3' }), []);
    assert.deepEqual(solve(report), [], 'a blank is a blank');
  });
});
