/** Findings of the rules that hold the text's figures against the tables. */
import type { Sentence } from '../../base/errors.js';
import type { Lang } from '../../base/lang.js';
import type { TableKey } from '../../form/editions/index.js';
import { cellName, cellSpec, nodeName } from '../../form/model/names.js';
import { parentPointer } from '../../form/model/pointer.js';
import { type Claim, type ComparedClaim, type Evaluated, fits } from '../claims/index.js';
import type { Finding, RuleContext } from '../rule.js';
import { mendedTables } from './mended.js';

/** Names a list of cells of one sum; the rows of one group and the columns of one group by the group's name. */
function partName(pointers: readonly string[], context: RuleContext, lang: Lang): string {
  const cells = pointers.map((pointer) => cellName(pointer, lang) ?? pointer).join(lang === 'zh' ? ' ＋ ' : ' + ');
  if (pointers.length <= 2) return cells;
  const spec = context.reading.tables[cellSpec(pointers[0]!)!.table]!.spec;
  const rows = [...new Set(pointers.map(parentPointer))];
  const group = (nodes: readonly string[]): string | undefined => {
    const above = [...new Set(nodes.map(parentPointer))];
    return above.length === 1 ? nodeName(above[0]!, spec, lang) : undefined;
  };
  const name = rows.length === 1 ? nodeName(rows[0]!, spec, lang) : group(rows);
  return name || cells;
}

/** What the tables say for one reading: 一、本年新收… × 总计 ＝ 110. */
function readingName({ reading, sum }: Evaluated, context: RuleContext, lang: Lang): string {
  const added = reading.filter(({ sign }) => sign === 1).map(({ pointer }) => pointer);
  const taken = reading.filter(({ sign }) => sign === -1).map(({ pointer }) => pointer);
  const { kind, unit } = cellSpec(reading[0]!.pointer)!.column;
  const [minus, equals] = lang === 'zh' ? ['－', '＝'] : ['−', '='];
  return `${partName(added, context, lang)}${taken.length > 0 ? ` ${minus} ${partName(taken, context, lang)}` : ''} ${equals} ${sum}${kind === 'amount' ? (unit ?? '') : ''}`;
}

/** All readings in words; of those with one value the first. */
function tableSays(evaluated: readonly Evaluated[], context: RuleContext): Sentence {
  const distinct = [...new Map([...evaluated].reverse().map((entry) => [entry.sum, entry])).values()].reverse();
  const words = (lang: Lang): string => distinct.map((entry) => readingName(entry, context, lang)).join(lang === 'zh' ? '；' : '; ');
  return { zh: words('zh'), en: words('en') };
}

/** The finding for a claim that fits none of its readings. */
export function claimFinding({ claim, evaluated }: ComparedClaim, context: RuleContext): Finding {
  const [first] = evaluated;
  const distinct = new Set(evaluated.map(({ sum }) => sum));
  return {
    on: claim.pointer,
    span: claim.span,
    message: distinct.size > 1 ? 'several' : 'one',
    data: { table: tableSays(evaluated, context) },
    actual: Number(claim.value.toPrecision(12)),
    ...(distinct.size === 1 ? { expected: first!.sum } : {}),
    related: [...new Set(evaluated.flatMap(({ reading }) => reading.map(({ pointer }) => pointer)))].slice(0, 12).map((pointer) => ({ pointer })),
  };
}

/** The claims that contradict the tables, whether their sums are broken or mended. */
export function contradictions(context: RuleContext): readonly ComparedClaim[] {
  return context.claims.compared.filter(({ claim, agrees }) => !agrees && !mendedTables(context).some((value) => fits(claim, value)));
}

/** Chooses the claims that give a figure of the table; negations are another rule's. */
export function figuresOf(table: TableKey): (claim: Claim) => boolean {
  return (claim) => claim.table === table && !claim.negative;
}

/** Findings for the claims of a rule that contradict the tables. */
export function* contradicted(context: RuleContext, compares: (claim: Claim) => boolean): Iterable<Finding> {
  for (const compared of contradictions(context)) if (compares(compared.claim)) yield claimFinding(compared, context);
}

/** The two messages of a rule about claims. */
export const claimMessages = {
  zh: { one: '正文写“{quote}”，表中 {table}', several: '正文写“{quote}”，按哪一种理解都与表格不符：{table}' },
  en: { one: 'The text says “{quote}”, the table has {table}', several: 'The text says “{quote}”, which fits no reading of the table: {table}' },
} as const;
