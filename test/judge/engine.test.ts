import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContext } from '../../src/judge/context.js';
import { fillMessage, judge, placeOf } from '../../src/judge/engine.js';
import { defineRule, type Finding, type Rule } from '../../src/judge/rule.js';
import { rules as catalogue } from '../../src/judge/rules/index.js';
import { baseReport, put, readingOf, without } from '../support/reading.js';

const doc = { title: '题', what: '查什么', why: '为什么', fix: '怎么改' };

function rule(id: string, findings: readonly Finding[], more: Partial<Rule> = {}): Rule {
  return defineRule({
    id,
    severity: 'error',
    basis: { document: '《某规定》', clause: '第一条' },
    docs: { zh: doc, en: { ...doc, fix: 'mend it' } },
    message: { zh: { plain: '有{count}处', named: '{where}不对' }, en: { plain: 'there are {count}', named: '{where} is wrong' } },
    examples: { good: [], bad: [] },
    check: () => findings,
    ...more,
  });
}

const clean = createContext(readingOf(baseReport()));
const run = (rules: readonly Rule[], lang: 'zh' | 'en' = 'zh') =>
  judge(
    clean,
    rules.map((each) => ({ rule: each })),
    lang,
  ).diagnostics;
const total = '/tables/requests/outcomes/granted/total';

test('a finding is stamped with id, severity, wording, help, basis and place', () => {
  const [found] = run([
    rule('a/b', [
      {
        on: total,
        data: { count: 2 },
        actual: 45,
        expected: 46,
        related: [{ pointer: '/tables/requests/outcomes/granted/enterprise', side: 'left', sign: 1 }],
      },
    ]),
  ]);
  assert.ok(found);
  const { fingerprint, place, related, ...rest } = found;
  assert.deepEqual(rest, {
    ruleId: 'a/b',
    severity: 'error',
    message: '有2处',
    help: '怎么改',
    basis: '《某规定》 第一条',
    pointer: total,
    actual: 45,
    expected: 46,
  });
  assert.match(fingerprint, /^[0-9a-f]{16}$/);
  assert.deepEqual(
    { ...place, line: typeof place.line },
    {
      section: '三、收到和处理政府信息公开申请情况',
      sectionKey: 'requests',
      table: 'requests',
      row: '（一）予以公开',
      column: '总计',
      line: 'number',
      columnNumber: 1,
    },
  );
  assert.deepEqual(
    related.map(({ pointer, value, side, sign, place: at }) => [pointer, value, side, sign, at.column]),
    [['/tables/requests/outcomes/granted/enterprise', 3, 'left', 1, '商业企业']],
  );
});

test('English messages start with a capital and name things in English', () => {
  const rules = [
    rule('a/b', [
      { on: total, data: { count: 2 } },
      { on: total, message: 'named', data: { where: { zh: '这一行', en: 'this row' } } },
    ]),
  ];
  assert.deepEqual(
    run(rules, 'en').map(({ message, help }) => [message, help]),
    [
      ['There are 2', 'mend it'],
      ['This row is wrong', 'mend it'],
    ],
  );
  assert.deepEqual(
    run(rules).map(({ message }) => message),
    ['有2处', '这一行不对'],
  );
});

test('the same finding has the same fingerprint in both languages and on another line, and another one when a value differs', () => {
  const rules = [rule('a/b', [{ on: total, message: 'named', data: { where: { zh: '这一行', en: 'this row' } }, actual: 45 }])];
  const moved = createContext(readingOf(put(baseReport(), '/preface/-', '又一段')));
  const of = (context: typeof clean, lang: 'zh' | 'en', each = rules) =>
    judge(
      context,
      each.map((one) => ({ rule: one })),
      lang,
    ).diagnostics[0]!;
  assert.equal(of(clean, 'zh').fingerprint, of(clean, 'en').fingerprint);
  assert.notEqual(of(clean, 'zh').place.line, of(moved, 'zh').place.line);
  assert.equal(of(clean, 'zh').fingerprint, of(moved, 'zh').fingerprint);
  assert.notEqual(
    of(clean, 'zh').fingerprint,
    of(clean, 'zh', [rule('a/b', [{ on: total, message: 'named', data: { where: { zh: '这一行', en: 'this row' } }, actual: 46 }])]).fingerprint,
  );
});

test('severity: the user’s word, then the finding’s, then the edition’s, then the rule’s', () => {
  const weak = rule(
    'a/b',
    [
      { on: total, data: { count: 1 } },
      { on: total, data: { count: 1 }, weaker: 'info' },
    ],
    { severityIn: { '2019': 'warning' } },
  );
  const older = createContext(readingOf(baseReport('2019')));
  const of = (context: typeof clean, severity?: 'warning') =>
    judge(context, [{ rule: weak, ...(severity ? { severity } : {}) }], 'zh').diagnostics.map((found) => found.severity);
  assert.deepEqual(of(clean), ['error', 'info']);
  assert.deepEqual(of(older), ['warning', 'info']);
  assert.deepEqual(of(clean, 'warning'), ['warning', 'warning']);
});

test('a finding yields to one of another rule at the same node or above, and only when that rule ran', () => {
  const above = rule('a/above', [{ on: '/tables/requests', data: { count: 1 } }]);
  const below = rule(
    'a/below',
    [
      { on: total, data: { count: 1 } },
      { on: '/tables/disputes', data: { count: 1 } },
    ],
    { yieldsTo: ['a/above'] },
  );
  assert.deepEqual(
    run([above, below]).map(({ ruleId, pointer }) => `${ruleId} ${pointer}`),
    ['a/above /tables/requests', 'a/below /tables/disputes'],
  );
  assert.deepEqual(
    run([below]).map(({ pointer }) => pointer),
    [total, '/tables/disputes'],
  );
});

test('a rule of another edition does not run and is not counted', () => {
  const older = rule('a/older', [{ on: total, data: { count: 1 } }], { editions: ['2019'] });
  const { diagnostics, checks } = judge(clean, [{ rule: older }, { rule: rule('a/b', []) }], 'zh');
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(checks.rules, 1);
});

test('what was examined is counted: sums and claims only where a rule of the run compares them', () => {
  // What only a profile asks for is not asked here.
  const active = catalogue.filter(({ isAsked }) => !isAsked).map((each) => ({ rule: each }));
  const { checks } = judge(clean, active, 'zh');
  assert.deepEqual(
    { ...checks, claims: [checks.claims.read, checks.claims.compared] },
    { tables: 3, cells: { figures: 10 + 25 * 7 + 15, blanks: 0, lost: 0 }, relations: 44, relationsSkipped: 0, claims: [10, 10], rules: active.length },
  );
  const blank = createContext(readingOf(put(baseReport(), '/tables/requests/newlyReceived/naturalPerson', null)));
  const partly = judge(blank, active, 'zh').checks;
  assert.deepEqual([partly.relations, partly.relationsSkipped], [42, 2]);
  const without = (id: string) => {
    const { relations, relationsSkipped, claims } = judge(
      blank,
      active.filter((each) => each.rule.id !== id),
      'zh',
    ).checks;
    return [relations, relationsSkipped, claims.read, claims.compared];
  };
  assert.deepEqual(without('arithmetic/requests-balance'), [36, 1, 10, 10]);
  assert.deepEqual(without('consistency/requests-claim'), [42, 2, 0, 0]);
  assert.deepEqual(judge(clean, [], 'zh').checks, {
    tables: 3,
    cells: { figures: 200, blanks: 0, lost: 0 },
    relations: 0,
    relationsSkipped: 0,
    claims: { read: 0, compared: 0, aside: {} },
    rules: 0,
  });
});

test('findings come in the order of reading', () => {
  const order = [
    '',
    '/title',
    '/preface/0',
    '/sections/0/heading',
    '/sections/0/paragraphs/1',
    '/tables/disclosure',
    '/tables/requests/newlyReceived/total',
    total,
    '/tables/disputes',
    '/sections/5',
    '/closing/1',
  ];
  const shuffled = [...order].reverse().map((on) => ({ on, data: { count: 1 } }));
  assert.deepEqual(
    run([rule('a/b', shuffled)]).map(({ pointer }) => pointer),
    order,
  );
});

test('words of running text are quoted with their surroundings and their own column', () => {
  const text = baseReport().sections[0]!.paragraphs[1]!;
  const start = text.indexOf('1462');
  const [found] = run([
    rule('a/b', [{ on: '/sections/0/paragraphs/1', span: [start, start + 4], data: { count: 1 } }], {
      message: { zh: { plain: '“{quote}”' }, en: { plain: '“{quote}”' } },
    }),
  ]);
  assert.equal(found!.message, '“1462”');
  assert.deepEqual([found!.place.quote, found!.place.span, found!.place.columnNumber], ['1462', [start, start + 4], 1 + start]);
});

test('a span in a paragraph of several lines is placed on its own line', () => {
  const reading = readingOf(baseReport());
  const pointer = '/sections/0/paragraphs/0';
  const located = {
    ...reading.locations.get(pointer)!,
    lines: [
      { start: 0, place: { line: 40, columnNumber: 3 } },
      { start: 10, place: { line: 41, columnNumber: 1 } },
    ],
  };
  const context = createContext({ ...reading, locations: new Map([...reading.locations, [pointer, located]]) });
  const at = (from: number) => placeOf(pointer, context, [from, from + 2]);
  assert.deepEqual([at(4).line, at(4).columnNumber], [40, 7]);
  assert.deepEqual([at(12).line, at(12).columnNumber], [41, 3]);
});

test('a node without a place of its own takes that of its heading, its first paragraph or what is above it; a finding’s own place wins', () => {
  const line = (pointer: string): number | undefined => placeOf(pointer, clean).line;
  assert.equal(line('/sections/2'), clean.locate('/sections/2/heading')!.place.line);
  assert.equal(line('/preface'), clean.locate('/preface/0')!.place.line);
  assert.equal(line('/nowhere'), undefined);
  assert.equal(placeOf('/tables/requests', clean, undefined, { line: 77 }).line, 77);
  assert.equal(placeOf('/tables/requests/outcomes/denied', clean).row, '（三）不予公开');
  assert.equal(placeOf('/tables/disputes/litigation/direct', clean).row, '未经复议直接起诉');
  assert.equal(placeOf('/tables/requests/outcomes/other', clean).row, '（六）其他处理');
});

test('a message without its fact, an unknown message and an exception in a rule are bugs that name the rule', () => {
  assert.throws(() => fillMessage('{count}', {}, 'zh'), /\{count\}/);
  assert.throws(
    () => run([rule('a/b', [{ on: total, message: 'other' }])]),
    (error: Error) => error.message === 'rule a/b failed' && /no message other/.test(String(error.cause)),
  );
  const failing = rule('a/failing', [], {
    check: () => {
      throw new TypeError('boom');
    },
  });
  assert.throws(
    () => run([failing]),
    (error: Error) => error.message === 'rule a/failing failed' && error.cause instanceof TypeError,
  );
});

test('a report without sections or tables is judged all the same', () => {
  const bare = without(without(baseReport(), '/title'), '/closing');
  const context = createContext(readingOf({ ...bare, sections: [], tables: {}, preface: [], closing: [] }));
  const { checks } = judge(context, [], 'zh');
  assert.deepEqual([checks.tables, checks.cells, checks.relations], [0, { figures: 0, blanks: 0, lost: 0 }, 0]);
});

test('more than fifty findings of one rule on one node are counted, not listed', () => {
  const many = rule(
    'a/b',
    Array.from({ length: 60 }, (_, index) => ({ on: total, data: { count: index } })),
  );
  const { diagnostics, checks } = judge(clean, [{ rule: many }], 'zh');
  assert.deepEqual([diagnostics.length, checks.unlisted], [50, 10]);
  assert.equal(judge(clean, [{ rule: rule('a/b', [{ on: total, data: { count: 1 } }]) }], 'zh').checks.unlisted, undefined);
});
