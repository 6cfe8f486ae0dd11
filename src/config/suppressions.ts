/** Findings that were accepted with a reason: they stay in the data, count for nothing, and are said to be there. */
import type { Diagnostic, FileResult } from '../diagnostic.js';
import { validate } from '../schema/generated/suppressions.js';
import type { Suppression, Suppressions } from '../schema/suppressions.js';
import { matchesGlob } from './glob.js';
import { withDiagnostics } from './result.js';
import { readSettings } from './settings-file.js';

/** An entry of a suppressions file with the line it starts on. */
export interface SuppressionEntry extends Suppression {
  readonly line: number;
}

/** Reads a suppressions file. Errors: InputError `bad-settings`, one sentence with the line. */
export function parseSuppressions(bytes: Uint8Array, name: string): readonly SuppressionEntry[] {
  const { value, line } = readSettings<Suppressions>(bytes, name, {
    schema: 'suppressions',
    validate,
    known: (pointer) => (pointer === '' ? ['suppressions'] : ['fingerprint', 'reason', 'file', 'rule', 'author', 'until']),
    patterns: {
      '\\S': { zh: '非空白的文字', en: 'a text that is not blank' },
      '^[0-9a-f]{16}$': { zh: ' 16 位的指纹（0–9、a–f）', en: 'a fingerprint of 16 digits (0–9, a–f)' },
      '^[a-z]+/[a-z-]+$': { zh: '规则编号，如 "cells/blank"', en: 'the id of a rule such as "cells/blank"' },
    },
  });
  return value.suppressions.map((entry, index) => ({ ...entry, line: line(`/suppressions/${index}`) }));
}

/** A result after suppression, and what became of the entries. */
export interface Suppressed {
  readonly result: FileResult;
  /** Entries that could have matched in this file, and those that did. */
  readonly tried: readonly SuppressionEntry[];
  readonly used: readonly SuppressionEntry[];
}

/**
 * Marks the findings that an entry accepts. `path` is the report's path seen from the folder of the suppressions file;
 * `off` tells rules that did not run, whose entries cannot match.
 */
export function applySuppressions(result: FileResult, path: string, entries: readonly SuppressionEntry[], off: (rule: string) => boolean): Suppressed {
  const own = entries.filter(({ file }) => file === undefined || matchesGlob(file, path));
  if (result.status === 'failed') return { result, tried: [], used: [] };
  const used = new Set<SuppressionEntry>();
  const diagnostics = result.diagnostics.map((diagnostic): Diagnostic => {
    const matching = own.filter(({ fingerprint, rule }) => fingerprint === diagnostic.fingerprint && (rule === undefined || rule === diagnostic.ruleId));
    for (const entry of matching) used.add(entry);
    const [first] = matching;
    if (!first) return diagnostic;
    const { reason, author, until } = first;
    return { ...diagnostic, suppressed: { reason, ...(author === undefined ? {} : { author }), ...(until === undefined ? {} : { until }) } };
  });
  const tried = own.filter(({ rule }) => rule === undefined || !off(rule));
  return { result: used.size === 0 ? result : withDiagnostics(result, diagnostics), tried, used: [...used] };
}
