/** Runs rules over a report and turns their findings into diagnostics. Knows no rule and no table by name. */
import type { Sentence } from '../base/errors.js';
import type { Lang } from '../base/lang.js';
import { surroundings } from '../base/text/excerpt.js';
import { type CellPointer, cellsOf } from '../form/editions/index.js';
import { cellSpec, columnName, nodeName, rowName } from '../form/model/names.js';
import { isWithin, parentPointer, valueAt } from '../form/model/pointer.js';
import type { Located } from '../form/model/reading.js';
import type { Report } from '../form/model/report.js';
import type { SourcePlace } from '../form/place.js';
import { countClaims } from './claims/index.js';
import type { Checks, Diagnostic, Place, Related, Severity } from './diagnostic.js';
import { fingerprint } from './fingerprint.js';
import { withoutSecrets } from './masked.js';
import { compareOrder, readingOrder } from './reading-order.js';
import type { Finding, Formatting, Repair, Rule, RuleContext } from './rule.js';
import { isUnreadable } from './unreadable.js';

/** A rule with the severity it has in this run. */
export interface ActiveRule {
  readonly rule: Rule;
  /** Set by the user; the rule's own when absent. */
  readonly severity?: Severity;
}

/** A rule threw: a bug of this program, never a fault of the report. `cause` is what was thrown. */
export class RuleFault extends Error {
  readonly ruleId: string;

  constructor(ruleId: string, cause: unknown) {
    super(`rule ${ruleId} failed`, { cause });
    this.name = 'RuleFault';
    this.ruleId = ruleId;
  }
}

/** Fills `{name}` placeholders. A placeholder without its fact is a bug of the rule. */
export function fillMessage(template: string, data: Readonly<Record<string, string | number | Sentence>>, lang: Lang): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = data[name];
    if (fact === undefined) throw new Error(`message lacks the fact {${name}}`);
    return String(typeof fact === 'object' ? fact[lang] : fact);
  });
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The nearest source of a node: its own, that of its heading or first paragraph, or the same of a node above it. */
function nearest(pointer: string, context: RuleContext): { readonly node: string; readonly located: Located } | undefined {
  for (let node = pointer; node !== ''; node = parentPointer(node)) {
    const located = context.locate(node) ?? context.locate(`${node}/heading`) ?? context.locate(`${node}/0`);
    if (located) return { node, located };
  }
  return undefined;
}

/** The place of a node, for people and tools: section, table, row, column, and where in the file (at `where`, when the finding says so). */
export function placeOf(pointer: string, context: RuleContext, span?: readonly [number, number], where?: SourcePlace): Place {
  const { report, tables } = context.reading;
  const cell = cellSpec(pointer);
  const tableKey = /^\/tables\/(\w+)/.exec(pointer)?.[1] as Place['table'];
  const sectionIndex = /^\/sections\/(\d+)/.exec(pointer)?.[1];
  const section = sectionIndex === undefined ? report.sections.find((candidate) => candidate.key === tableKey) : report.sections[Number(sectionIndex)];
  const spec = tableKey && tables[tableKey]?.spec;
  const row = cell ? rowName(cell.row) : spec && pointer !== `/tables/${tableKey}` ? nodeName(pointer, spec) : '';
  const source = nearest(pointer, context);
  const line = source?.located.lines && span ? source.located.lines.findLast((candidate) => candidate.start <= span[0]) : undefined;
  const { offset: _offset, ...at } = where ?? line?.place ?? source?.located.place ?? {};
  const shift = span && source?.node === pointer ? span[0] - (line?.start ?? 0) : 0;
  const text = span ? valueAt(report, pointer) : undefined;
  return {
    ...(section ? { section: section.heading, sectionKey: section.key } : {}),
    ...(tableKey ? { table: tableKey } : {}),
    ...(row ? { row } : {}),
    ...(cell ? { column: columnName(cell.column, cell.block.columns) } : {}),
    ...at,
    ...(at.columnNumber !== undefined ? { columnNumber: at.columnNumber + shift } : {}),
    ...(span && typeof text === 'string' ? { quote: text.slice(span[0], span[1]), span, context: surroundings(text, span) } : {}),
  };
}

function stamp(active: ActiveRule, finding: Finding, context: RuleContext, lang: Lang): Diagnostic {
  try {
    return stamped(active, finding, context, lang);
  } catch (cause) {
    throw new RuleFault(active.rule.id, cause);
  }
}

function stamped({ rule, severity }: ActiveRule, finding: Finding, context: RuleContext, lang: Lang): Diagnostic {
  const own = rule.severityIn?.[context.edition] ?? rule.severity;
  const messages = rule.message[lang];
  const template = finding.message === undefined ? Object.values(messages)[0] : messages[finding.message];
  if (template === undefined) throw new Error(`no message ${finding.message} in ${lang}`);
  const related: Related[] = (finding.related ?? []).map((item) => {
    const value = context.value(item.pointer as CellPointer);
    return { ...item, place: placeOf(item.pointer, context), value: value ?? null };
  });
  const data = finding.data ?? {};
  const place = placeOf(finding.on, context, finding.span, finding.place);
  const facts = Object.entries(data).flatMap(([name, fact]) => [name, typeof fact === 'object' ? fact.zh : fact]);
  const { actual, expected } = finding;
  return {
    ruleId: rule.id,
    severity: severity ?? finding.weaker ?? own,
    message: capitalised(fillMessage(template, { ...data, ...(place.quote === undefined ? {} : { quote: place.quote }) }, lang)),
    help: finding.help?.[lang] ?? rule.docs[lang].fix,
    basis: finding.basis ?? [rule.basis.document, rule.basis.clause].filter(Boolean).join(' '),
    pointer: finding.on,
    place,
    ...(actual === undefined ? {} : { actual }),
    ...(expected === undefined ? {} : { expected }),
    related,
    fingerprint: fingerprint(rule.id, finding.on, [place.quote ?? '', actual ?? '', expected ?? '', ...facts, ...related.map(({ value }) => value ?? '')]),
  };
}

/** Order of reading: by place in the model, then by rule. */
function orderKey(pointer: string, { reading: { report, tables } }: RuleContext): readonly number[] {
  return readingOrder(pointer, report.sections, (table, path) => {
    const blocks = tables[table]?.spec.blocks ?? [];
    return blocks
      .flatMap(({ rows, columns }) => rows.flatMap((row) => columns.map(({ key }) => (row.key === '' ? key : `${row.key}/${key}`))))
      .findIndex((key) => isWithin(key, path));
  });
}

/** A change of the setting with the rule and the fingerprint of the finding that it mends. */
export interface FoundFormatting extends Formatting {
  readonly ruleId: string;
  readonly fingerprint: string;
}

/** A repair with the rule and the fingerprint of the finding that it mends. */
export interface FoundRepair extends Repair {
  readonly ruleId: string;
  readonly fingerprint: string;
}

/** More findings of one rule on one paragraph or cell tell a person nothing new; the rest is counted. */
const MOST_PER_NODE = 50;

/** What a run counts that holds no claim against a table. */
const NO_CLAIMS: Checks['claims'] = { read: 0, compared: 0, aside: {} };

/** What stands in the cells of the tables that were found; rows and columns that a table lacks have none. */
function countCells(context: RuleContext): Checks['cells'] {
  const counts = { figures: 0, blanks: 0, lost: 0 };
  const cells = Object.values(context.reading.tables).flatMap(({ spec }) => cellsOf(spec));
  for (const { pointer, column } of cells) {
    const value = context.value(pointer);
    const located = context.locate(pointer);
    if (typeof value === 'number') counts.figures += 1;
    else if (value === null) counts[isUnreadable(located, column) ? 'lost' : 'blanks'] += 1;
  }
  return counts;
}

/** Runs the rules in the order given; the result is in order of reading; `printable` is the report with what must not be printed masked. An exception in a rule is a bug and names the rule. */
export function judge(
  context: RuleContext,
  rules: readonly ActiveRule[],
  lang: Lang,
): {
  readonly diagnostics: readonly Diagnostic[];
  readonly checks: Checks;
  readonly repairs: readonly FoundRepair[];
  readonly formatting: readonly FoundFormatting[];
  readonly printable: Report;
} {
  const found: { readonly active: ActiveRule; readonly finding: Finding }[] = [];
  const ran: Rule[] = [];
  let unlisted = 0;
  for (const active of rules) {
    if (active.rule.editions && !active.rule.editions.includes(context.edition)) continue;
    if (active.rule.isAsked && !active.rule.isAsked(context)) continue;
    ran.push(active.rule);
    const perNode = new Map<string, number>();
    try {
      for (const finding of active.rule.check(context.reading.report, context)) {
        const count = (perNode.get(finding.on) ?? 0) + 1;
        perNode.set(finding.on, count);
        if (count > MOST_PER_NODE) unlisted += 1;
        else found.push({ active, finding });
      }
    } catch (cause) {
      throw new RuleFault(active.rule.id, cause);
    }
  }
  const speaks = (id: string, on: string): boolean => found.some(({ active, finding }) => active.rule.id === id && isWithin(on, finding.on));
  const kept = found.filter(({ active, finding }) => !active.rule.yieldsTo?.some((id) => speaks(id, finding.on)));
  const secrets = found.flatMap(({ active, finding: { on, span } }) => (active.rule.secret && span ? [{ pointer: on, span }] : []));
  const report = withoutSecrets(context.reading.report, secrets);
  // Everything else of the context stays, claims that nobody asked for unread.
  const shown = secrets.length === 0 ? context : (Object.create(context, { reading: { value: { ...context.reading, report } } }) as RuleContext);
  const keyed = kept.map(({ active, finding }, index) => ({
    diagnostic: stamp(active, finding, shown, lang),
    finding,
    key: orderKey(finding.on, context),
    index,
  }));
  keyed.sort((a, b) => compareOrder(a.key, b.key) || (a.diagnostic.place.span?.[0] ?? -1) - (b.diagnostic.place.span?.[0] ?? -1) || a.index - b.index);
  const sums = context.sums.filter(({ relation }) => ran.some(({ id }) => id === relation.rule));
  const evaluated = sums.filter(({ unknown }) => unknown.length === 0).length;
  const comparing = ran.flatMap(({ compares }) => compares ?? []);
  const tables = Object.keys(context.reading.tables).length;
  return {
    diagnostics: keyed.map(({ diagnostic }) => diagnostic),
    printable: report,
    repairs: keyed.flatMap(({ finding, diagnostic: { ruleId, fingerprint: mark } }) =>
      (finding.repairs ?? []).map((repair) => ({ ...repair, ruleId, fingerprint: mark })),
    ),
    formatting: keyed.flatMap(({ finding, diagnostic: { ruleId, fingerprint: mark } }) =>
      (finding.formatting ?? []).map((change) => ({ ...change, ruleId, fingerprint: mark })),
    ),
    checks: {
      tables,
      cells: countCells(context),
      relations: evaluated,
      relationsSkipped: sums.length - evaluated,
      claims: comparing.length === 0 ? NO_CLAIMS : countClaims(context.claims, (claim) => comparing.some((compares) => compares(claim))),
      rules: ran.length,
      ...(unlisted > 0 ? { unlisted } : {}),
    },
  };
}
