/** The suppressions file: what it says, entry by entry. */

import { validate } from '../../form/schema/generated/suppressions.js';
import { readSettings } from './settings-file.js';
import type { Suppression, Suppressions } from './types.js';

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
