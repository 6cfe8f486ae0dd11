/** What a heading says about itself when its section is already known. */
import { headingText, matchTitle } from '../../../base/text/heading.js';
import { leadingNumber } from '../../../base/text/normalise.js';
import { editionSpec } from '../../../form/editions/index.js';
import type { HeadingFact } from '../../../form/model/reading.js';
import type { Report } from '../../../form/model/report.js';

/** The facts of every heading of a report. */
export function headingFacts(report: Report): readonly HeadingFact[] {
  const specs = editionSpec(report.edition).sections;
  return report.sections.map(({ key, heading }, index) => {
    const number = leadingNumber(heading);
    const spec = specs.find((section) => section.key === key);
    return {
      pointer: `/sections/${index}/heading`,
      number: number.trim(),
      text: headingText(heading.slice(number.length)),
      match: spec ? matchTitle(heading, spec) : 'similar',
    };
  });
}
