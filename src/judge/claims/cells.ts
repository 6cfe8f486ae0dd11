/** The cells that words of statements stand for, from the editions. */
import { foldCore } from '../../base/text/normalise.js';
import { type CellPointer, cellPointer, editions, type Term, tableSpec } from '../../form/editions/index.js';

/** One way to understand a figure: the signed sum of these cells. */
export type ClaimReading = readonly Term[];

/** The three groups of table 四. */
export type DisputeGroup = 'reconsideration' | 'litigation/direct' | 'litigation/afterReconsideration';

/** The four results of table 四. */
export type DisputeResult = 'upheld' | 'corrected' | 'other' | 'pending';

/** The rows of table 三 that are no outcomes. */
export type LifeRow = 'newlyReceived' | 'carriedOver' | 'outcomes/total' | 'carriedForward';

/** All groups of table 四, in its order. */
export const GROUPS: readonly DisputeGroup[] = ['reconsideration', 'litigation/direct', 'litigation/afterReconsideration'];

/** The term of one cell. */
export function plus(pointer: CellPointer): Term {
  return { pointer, sign: 1 };
}

/** The total of a row of table 三. */
export function rowTotal(row: LifeRow): Term {
  return plus(cellPointer('requests', row, 'total'));
}

/** The same cells in other columns of their rows. */
export function inColumns(reading: ClaimReading, columns: readonly string[]): ClaimReading {
  return reading.flatMap(({ pointer, sign }) => columns.map((column) => ({ pointer: pointer.replace(/[^/]*$/, column) as CellPointer, sign })));
}

/** Results of groups of table 四, added up. */
export function cases(groups: readonly DisputeGroup[], results: readonly (DisputeResult | 'total')[]): ClaimReading {
  return groups.flatMap((group) => results.map((result) => plus(cellPointer('disputes', '', `${group}/${result}`))));
}

let outcomes: ReadonlyMap<string, readonly (readonly CellPointer[])[]> | undefined;

/** The cells of each outcome of the form (不予公开) by its label without number, and of each row by its key, as each edition divides it. */
export function outcomeCells(): ReadonlyMap<string, readonly (readonly CellPointer[])[]> {
  if (outcomes) return outcomes;
  const cells = new Map<string, Map<string, CellPointer[]>>();
  const add = (label: string, edition: string, cell: CellPointer): void => {
    const ways = cells.get(label) ?? cells.set(label, new Map()).get(label)!;
    ways.set(edition, [...(ways.get(edition) ?? []), cell]);
  };
  for (const { edition } of editions) {
    for (const row of tableSpec(edition, 'requests').blocks.flatMap(({ rows }) => rows)) {
      const [section, group] = row.groups ?? [];
      if (section === undefined || row.key === 'outcomes/total') continue;
      const cell = cellPointer('requests', row.key, 'total');
      if (group !== undefined) add(foldCore(group), edition, cell);
      for (const label of [row.label, ...(row.aliases ?? [])]) {
        const core = foldCore(label.replace(/（[^（）]*）$/u, ''));
        if (core.length > 2 && !(group !== undefined && cells.has(core))) add(core, edition, cell);
      }
    }
  }
  outcomes = new Map(
    [...cells].map(([label, ways]) => {
      const distinct = new Map([...ways.values()].map((way) => [[...new Set(way)].join(), [...new Set(way)]]));
      return [label, [...distinct.values()]];
    }),
  );
  return outcomes;
}

/** The columns that a word for applicants stands for: one, or all but natural persons for 法人或其他组织. */
export function applicantColumns(of: string): readonly string[] {
  return of === 'legal' ? LEGAL : [of === 'business' ? 'enterprise' : of];
}

const LEGAL: readonly string[] = ['enterprise', 'researchInstitution', 'socialOrganization', 'legalService', 'otherOrganization'];

/** The columns that words for applicants stand for together; 企业 is also said of all that are no persons. */
export function applicantWays(ofs: readonly string[]): readonly (readonly string[])[] {
  const exact = [...new Set(ofs.flatMap(applicantColumns))];
  return ofs.includes('business') && !ofs.includes('legal') ? [exact, [...new Set([...exact, ...LEGAL])]] : [exact];
}
