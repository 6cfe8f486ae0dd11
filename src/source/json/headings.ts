/** What a heading says about itself when its section is already known. */
import { editionSpec } from '../../editions/index.js';
import type { HeadingFact } from '../../model/reading.js';
import type { Report } from '../../model/report.js';
import { foldCore, foldLabel, leadingNumber } from '../../text/normalise.js';

/** The facts of every heading of a report. */
export function headingFacts(report: Report): readonly HeadingFact[] {
  const specs = editionSpec(report.edition).sections;
  return report.sections.map(({ key, heading }, index) => {
    const number = leadingNumber(heading);
    const spec = specs.find((section) => section.key === key);
    const same = (title: string): boolean => [foldCore(heading), foldLabel(heading)].includes(foldLabel(title));
    return {
      pointer: `/sections/${index}/heading`,
      number: number.trim(),
      text: heading.slice(number.length).replace(/[\s\u00a0\u3000：:。.；;，,]+$/u, ''),
      match: spec && same(spec.title) ? 'exact' : spec?.aliases.some(same) ? 'alias' : 'similar',
    };
  });
}
