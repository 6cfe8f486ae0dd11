/** Reading the values of options. Each throws a UsageError that names the option. */
import { nearest } from '../../base/text/nearest.js';
import { editions } from '../../form/editions/index.js';
import type { Severity } from '../../judge/diagnostic.js';
import type { Texts } from './texts.js';
import { UsageError } from './usage-error.js';

/** One of a few words. */
export function oneOf<T extends string>(flag: string, choices: readonly T[], texts: Texts): (value: string) => T {
  return (value) => {
    const choice = choices.find((candidate) => candidate === value);
    if (choice === undefined) throw new UsageError(texts.notOneOf(flag, value, choices.join(texts.or)));
    return choice;
  };
}

/** A whole number of at least `least`. */
export function wholeNumber(flag: string, least: number, texts: Texts): (value: string) => number {
  return (value) => {
    if (!/^\d{1,9}$/.test(value) || Number(value) < least) throw new UsageError(texts.notANumber(flag, value, least));
    return Number(value);
  };
}

/** A report year that one of the forms is for. */
export function yearNumber(texts: Texts): (value: string) => number {
  return (value) => {
    if (!/^\d{4}$/.test(value) || Number(value) < editions[0]!.firstYear) throw new UsageError(texts.notAYear(value, editions[0]!.firstYear));
    return Number(value);
  };
}

/** Every value of an option that may be repeated. */
export function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

const LEVELS: readonly (Severity | 'off')[] = ['off', 'info', 'warning', 'error'];

/** `id:severity` of `--rule`, checked against the catalogue. */
export function ruleSeverity(value: string, ids: readonly string[], texts: Texts): readonly [id: string, severity: Severity | 'off'] {
  const colon = value.lastIndexOf(':');
  const id = value.slice(0, colon);
  const severity = LEVELS.find((level) => level === value.slice(colon + 1));
  if (colon === -1 || severity === undefined) throw new UsageError(texts.badRule(value));
  if (!ids.includes(id)) throw unknownRule(id, ids, texts);
  return [id, severity];
}

/** The error for an id that no rule has, with the rules it may have meant. */
export function unknownRule(id: string, ids: readonly string[], texts: Texts): UsageError {
  const words = nearest(id, ids);
  return new UsageError(texts.unknownRule(id) + (words.length > 0 ? texts.meant(words.join(texts.or)) : ''));
}
