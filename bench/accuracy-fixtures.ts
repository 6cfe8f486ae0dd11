/** The documents that accuracy is measured on. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cellsOf, tableSpec } from '../src/form/editions/index.js';
import { valueAt } from '../src/form/model/pointer.js';
import type { Reading } from '../src/form/model/reading.js';
import type { Report } from '../src/form/model/report.js';
import { lintReading } from '../src/judge/judge.js';
import type { RuleOptions } from '../src/judge/rule.js';
import { rules } from '../src/judge/rules/index.js';
import { parseBytes } from '../src/read/index.js';

/** Every rule at its own severity. */
export const ALL = rules.map((rule) => ({ rule }));

const root = fileURLToPath(new URL('../', import.meta.url));

/** A document that could be read, with its path below the project root. */
export interface Document {
  readonly file: string;
  readonly reading: Reading;
}

/** Judges a reading with every rule, in Chinese. */
export function judged(reading: Reading, options: RuleOptions = {}): ReturnType<typeof lintReading> {
  return lintReading(reading, 'report', { lang: 'zh', rules: ALL, ruleOptions: options });
}

/** Documents for the reader's tests: their figures are there to be told apart, and mean nothing. */
const LAYOUTS = /\/(?:form|cut)-\d{4}\./;

/** Every report under fixtures/base and fixtures/documents, and the files there that are none (pieces of Word for the reader's tests). */
export async function documents(): Promise<{ readonly reports: readonly Document[]; readonly others: readonly string[] }> {
  const reports: Document[] = [];
  const others: string[] = [];
  for (const folder of ['fixtures/base', 'fixtures/documents'].filter((name) => existsSync(join(root, name)))) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const path of entries.map((entry) => join(entry.parentPath, entry.name)).sort()) {
      const file = relative(root, path);
      try {
        const reading = await parseBytes(readFileSync(path), file);
        if (Object.keys(reading.report.tables).length === 3 && !LAYOUTS.test(file)) reports.push({ file, reading });
        else others.push(file);
      } catch {
        others.push(file);
      }
    }
  }
  return { reports, others };
}

/** The reports whose sums all hold and whose cells are all filled in, each set of figures once. */
export function cleanFigures(reports: readonly Document[]): readonly { readonly file: string; readonly report: Report }[] {
  const seen = new Set<string>();
  return reports.flatMap(({ file, reading }) => {
    const { report } = reading;
    const figures = JSON.stringify(report.tables);
    const cells = (['requests', 'disputes'] as const).flatMap((key) => cellsOf(reading.tables[key]?.spec ?? tableSpec(report.edition, key)));
    const whole = cells.every(({ pointer }) => typeof valueAt(report, pointer) === 'number');
    if (!whole || seen.has(figures) || judged(reading).diagnostics.some(({ ruleId }) => ruleId.startsWith('arithmetic/'))) return [];
    seen.add(figures);
    return [{ file, report }];
  });
}
