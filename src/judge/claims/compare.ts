/** Comparing claims with the tables. */
import type { CellPointer } from '../../form/editions/index.js';
import type { ClaimReading } from './cells.js';
import type { AsideReason, Claim, LeftAside } from './claim.js';

/** The number at a cell, null when blank or unreadable, undefined when the table has no such cell. */
export type CellValue = (pointer: CellPointer) => number | null | undefined;

/** A way to read a claim, with what the table says for it. */
export interface Evaluated {
  readonly reading: ClaimReading;
  readonly sum: number;
}

/** A claim that was compared. */
export interface ComparedClaim {
  readonly claim: Claim;
  /** The reading that agrees with the table; absent when none does. */
  readonly agrees?: Evaluated;
  /** What the table says for each reading. */
  readonly evaluated: readonly Evaluated[];
}

/** What became of all claims. */
export interface ClaimsCompared {
  readonly compared: readonly ComparedClaim[];
  readonly leftAside: readonly LeftAside[];
}

/** Whether a written number stands for `actual`: exactly when it is written to the unit, else within less than its last place. */
export function standsFor(written: { readonly value: number; readonly step: number }, actual: number): boolean {
  const difference = Math.abs(written.value - actual);
  return written.step === 1 ? difference < 1e-9 : difference < written.step - 1e-9;
}

/** An area's figures are the table's when at least two of the paragraph agree, on different cells and not by small numbers. */
const PROOF_SUM = 10;

function sumOf(reading: ClaimReading, value: CellValue): number | null | undefined {
  let sum = 0;
  let blank = false;
  for (const { pointer, sign } of reading) {
    const cell = value(pointer);
    if (cell === undefined) return undefined;
    if (cell === null) blank = true;
    else sum += sign * cell;
  }
  return blank ? null : Number(sum.toPrecision(12));
}

function compareOne(claim: Claim, value: CellValue): ComparedClaim | AsideReason {
  const sums = claim.readings.map((reading) => ({ reading, sum: sumOf(reading, value) }));
  const evaluated = sums.filter((entry): entry is Evaluated => typeof entry.sum === 'number');
  // An amount in the table is rounded too: 3184637元 is 318.46 万元.
  const printed = (sum: number): number => 10 ** -(/\.(\d+)$/.exec(String(sum))?.[1]?.length ?? 0);
  const agrees = evaluated.find(({ sum }) =>
    standsFor(claim.unit === '万元' ? { value: claim.value, step: Math.max(claim.step, Math.min(printed(sum), 0.99)) } : claim, sum),
  );
  if (agrees) return { claim, agrees, evaluated };
  if (sums.some(({ sum }) => sum === null)) return 'blank';
  return evaluated.length > 0 ? { claim, evaluated } : 'no-cell';
}

/** Whether a claim agrees with these tables. */
export function fits(claim: Claim, value: CellValue): boolean {
  const result = compareOne(claim, value);
  return typeof result === 'object' && result.agrees !== undefined;
}

function key({ reading }: Evaluated): string {
  return reading.map(({ pointer }) => pointer).join();
}

/** The claims of one sentence about one figure. */
interface Sayings {
  count: number;
  sum: number;
  agreed: boolean;
}

/** The claims of each sentence about each figure, by sentence and readings. */
function sayings(
  results: readonly { readonly claim: Claim; readonly result: ComparedClaim | AsideReason }[],
  keyOf: (claim: Claim) => string,
): ReadonlyMap<string, Sayings> {
  const all = new Map<string, Sayings>();
  for (const { claim, result } of results) {
    const said = all.get(keyOf(claim)) ?? { count: 0, sum: 0, agreed: false };
    said.count += 1;
    said.sum += claim.value;
    said.agreed ||= typeof result === 'object' && result.agrees !== undefined;
    all.set(keyOf(claim), said);
  }
  return all;
}

/** Compares every claim with the tables; what cannot be compared is left aside with its reason. */
export function compareClaims(claims: readonly Claim[], value: CellValue): ClaimsCompared {
  const compared: ComparedClaim[] = [];
  const leftAside: LeftAside[] = [];
  const results = claims.map((claim) => ({ claim, result: compareOne(claim, value) }));
  const agreed = results.flatMap(({ result }) => (typeof result === 'object' && result.agrees ? [result] : []));
  const proven = ({ pointer, level }: Claim): boolean => {
    const beside = new Map(
      agreed
        .filter(({ claim }) => claim.pointer === pointer && claim.doubt === 'area' && claim.level === level && claim.value > 0)
        .map((entry) => [key(entry.agrees!), entry.claim.value]),
    );
    return beside.size >= 2 && [...beside.values()].reduce((sum, figure) => sum + figure, 0) >= PROOF_SUM;
  };
  const keyOf = (claim: Claim): string => `${claim.sentence} ${claim.named} ${JSON.stringify(claim.readings)}`;
  let said: ReadonlyMap<string, Sayings> | undefined;
  // Said more than once in a sentence: the whole and a part of it (收到110件，网上收到80件), or all parts (废止3件，宣布失效2件).
  const isPart = (claim: Claim): boolean => {
    said ??= sayings(results, keyOf);
    const { count, sum, agreed: whole } = said.get(keyOf(claim))!;
    return count > 1 && (whole || claim.readings.some((reading) => sumOf(reading, value) === sum));
  };
  for (const { claim, result } of results) {
    const aside = (reason: AsideReason): void => {
      leftAside.push({ pointer: claim.pointer, span: claim.span, reason });
    };
    if (typeof result === 'string') aside(result);
    else if (claim.doubt === 'area' ? !proven(claim) : claim.doubt && !result.agrees) aside(claim.doubt!);
    else if (!result.agrees && isPart(claim)) aside('subset');
    else compared.push(result);
  }
  return { compared, leftAside };
}
