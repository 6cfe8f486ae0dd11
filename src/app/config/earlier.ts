/** The results of an earlier run, as `lint -f json` wrote them: its reports with their findings, and which of them a report of now is. */
import type { Sentence } from '../../base/errors.js';
import { slashed } from '../../base/glob.js';
import { parseJson } from '../../base/json/parse.js';
import { foldUnit } from '../../judge/organs/same-name.js';
import { decodeText } from '../../read/formats/encoding.js';
import { named, settingsError } from './settings-file.js';

/** A finding of the earlier run that was not accepted there. */
export interface EarlierFinding {
  readonly fingerprint: string;
  readonly ruleId: string;
  readonly severity: string;
  readonly pointer: string;
  readonly message: string;
  /** The words it spoke of, where it spoke of words. */
  readonly quote: string | undefined;
}

/** One report of the earlier run. */
export interface EarlierReport {
  readonly file: string;
  /** As the report printed it. */
  readonly unit: string | undefined;
  readonly year: number | undefined;
  /** None where the file could not be checked. */
  readonly findings: readonly EarlierFinding[] | undefined;
}

/** The reports of an earlier run. */
export type EarlierRun = readonly EarlierReport[];

const REMEDY: Sentence = {
  zh: '请用 gov-report lint <路径> -f json:<文件> 重新生成。',
  en: 'Make it anew with gov-report lint <paths> -f json:<file>.',
};

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Our own parser says where it breaks off.
    parseJson(text);
    return undefined;
  }
}

function findingOf(value: unknown): readonly EarlierFinding[] {
  // What was suppressed was accepted only as long as its reason stands.
  if (!isRecord(value) || typeof value['fingerprint'] !== 'string' || value['suppressed'] !== undefined) return [];
  const { fingerprint, ruleId, severity, pointer, message, place } = value;
  const quote = isRecord(place) && typeof place['quote'] === 'string' ? place['quote'] : undefined;
  return [{ fingerprint, ruleId: textOf(ruleId), severity: textOf(severity), pointer: textOf(pointer), message: textOf(message), quote }];
}

function reportOf(value: unknown): readonly EarlierReport[] {
  if (!isRecord(value) || typeof value['file'] !== 'string') return [];
  const { file, unit, year, diagnostics } = value;
  return [
    {
      file: slashed(file),
      unit: typeof unit === 'string' ? unit : undefined,
      year: typeof year === 'number' ? year : undefined,
      findings: Array.isArray(diagnostics) ? (diagnostics as readonly unknown[]).flatMap(findingOf) : undefined,
    },
  ];
}

/** Reads what `lint --format json` wrote. Errors: InputError `bad-settings`, one sentence. */
export function parseEarlier(bytes: Uint8Array, name: string): EarlierRun {
  const value = named(name, REMEDY, () => parsed(decodeText(bytes).text));
  if (!isRecord(value) || !Array.isArray(value['files']) || !isRecord(value['summary'])) {
    throw settingsError('bad-settings', name, { zh: '不是 lint --format json 的输出', en: 'this is no output of lint --format json' }, REMEDY);
  }
  return (value['files'] as readonly unknown[]).flatMap(reportOf);
}

/** What is known of a report. */
type Known = Pick<EarlierReport, 'file' | 'unit' | 'year'>;

/** Another unit or year means another report, whatever the file is called. */
function contradicts(a: Known, b: Known): boolean {
  const differ = <T>(one: T | undefined, other: T | undefined): boolean => one !== undefined && other !== undefined && one !== other;
  return differ(a.unit && foldUnit(a.unit), b.unit && foldUnit(b.unit)) || differ(a.year, b.year);
}

/** The report in the earlier run: the file of that name, else the only one of that unit and year. */
export function findEarlier(
  run: EarlierRun,
  { file, unit, year }: { readonly file: string; readonly unit: string | null; readonly year: number | null },
): EarlierReport | undefined {
  const own: Known = { file: slashed(file), unit: unit ?? undefined, year: year ?? undefined };
  const possible = run.filter((entry) => !contradicts(entry, own));
  const byName = possible.find((entry) => entry.file === own.file);
  if (byName || own.unit === undefined || own.year === undefined) return byName;
  const same = possible.filter((entry) => entry.unit !== undefined && entry.year === own.year);
  const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const alike = same.length > 1 ? same.filter((entry) => baseName(entry.file) === baseName(own.file)) : same;
  return alike.length === 1 ? alike[0] : undefined;
}
