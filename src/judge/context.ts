/** What rules are told about a report, worked out once. */
import { type CellPointer, editionForYear, relationsOf } from '../form/editions/index.js';
import type { Reading } from '../form/model/reading.js';
import { type Claims, judgeClaims } from './claims/index.js';
import { nationalDuties } from './profiles/index.js';
import type { RollUp, RuleContext, RuleOptions, Sum, TextNode } from './rule.js';

function textNodes({ report }: Reading): readonly TextNode[] {
  const nodes: TextNode[] = report.preface.map((text, index) => ({ pointer: `/preface/${index}`, text }));
  report.sections.forEach((section, sectionIndex) => {
    section.paragraphs.forEach((text, index) => {
      nodes.push({ pointer: `/sections/${sectionIndex}/paragraphs/${index}`, text, section: sectionIndex });
    });
  });
  report.closing.forEach((text, index) => {
    nodes.push({ pointer: `/closing/${index}`, text });
  });
  return nodes;
}

/** Every figure of the tables by its pointer. */
function figures(node: unknown, pointer: string, into: Map<string, number | null>): ReadonlyMap<string, number | null> {
  if (typeof node === 'number' || node === null) into.set(pointer, node);
  else if (typeof node === 'object') for (const [key, child] of Object.entries(node)) figures(child, `${pointer}/${key}`, into);
  return into;
}

function evaluate(reading: Reading, value: RuleContext['value']): readonly Sum[] {
  return Object.values(reading.tables).flatMap((facts) =>
    relationsOf(facts.spec).map((relation) => {
      const unknown = [...relation.left, ...relation.right].filter((term) => typeof value(term.pointer) !== 'number').map((term) => term.pointer);
      const side = (terms: typeof relation.left): number | null => {
        let sum = 0;
        for (const term of terms) {
          const cell = value(term.pointer);
          if (typeof cell !== 'number') return null;
          sum += term.sign * cell;
        }
        return sum;
      };
      return { relation, left: side(relation.left), right: side(relation.right), unknown };
    }),
  );
}

/** Prepares a report for judging. `previous` is last year's report of the same unit, `rollUp` the reports of the units below, `run` what the others of the run tell. */
export function createContext(reading: Reading, options: RuleOptions = {}, previous?: Reading, rollUp?: RollUp, run?: RuleContext['run']): RuleContext {
  const { report } = reading;
  const cells = figures(report.tables, '/tables', new Map());
  const value = (pointer: CellPointer): number | null | undefined => cells.get(pointer);
  const year = options.year ?? report.year;
  const paragraphs = textNodes(reading);
  let claims: Claims | undefined;
  const unit = options.unit ?? report.unit;
  return {
    reading,
    edition: options.edition ?? (year === undefined ? report.edition : editionForYear(year)),
    locate: (pointer) => reading.locations.get(pointer),
    value,
    sums: evaluate(reading, value),
    paragraphs,
    get claims() {
      claims ??= judgeClaims(
        { paragraphs, sections: report.sections.map(({ key }) => key), ...(year === undefined ? {} : { year }), ...(unit === undefined ? {} : { unit }) },
        value,
      );
      return claims;
    },
    options,
    duties: options.duties ?? nationalDuties,
    ...(previous ? { previous } : {}),
    ...(rollUp ? { rollUp } : {}),
    ...(run ? { run } : {}),
  };
}
