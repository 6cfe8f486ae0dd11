/** An earlier result to compare with: only what is new since then is shown and counted. */
import type { Sentence } from '../../base/errors.js';
import { slashed } from '../../base/glob.js';
import { parseJson } from '../../base/json/parse.js';
import type { Diagnostic, FileResult } from '../../judge/diagnostic.js';
import { foldUnit } from '../../judge/organs/same-name.js';
import { withDiagnostics } from '../../judge/result.js';
import { decodeText } from '../../read/formats/encoding.js';
import { named, settingsError } from './settings-file.js';

/** One report of the earlier run. */
interface Entry {
  readonly file: string;
  readonly unit: string | undefined;
  readonly year: number | undefined;
  /** How often each fingerprint was there. */
  readonly counts: ReadonlyMap<string, number>;
}

/** The reports of an earlier run. */
export type Baseline = readonly Entry[];

const REMEDY: Sentence = {
  zh: '请用 gov-report lint <路径> -f json:<文件> 重新生成。',
  en: 'Make it anew with gov-report lint <paths> -f json:<file>.',
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Our own parser says where it breaks off.
    parseJson(text);
    return undefined;
  }
}

function entryOf(file: unknown): readonly Entry[] {
  if (!isRecord(file) || typeof file['file'] !== 'string' || !Array.isArray(file['diagnostics'])) return [];
  const counts = new Map<string, number>();
  for (const diagnostic of file['diagnostics'] as readonly unknown[]) {
    // What was suppressed was accepted only as long as its reason stands.
    if (!isRecord(diagnostic) || typeof diagnostic['fingerprint'] !== 'string' || diagnostic['suppressed'] !== undefined) continue;
    counts.set(diagnostic['fingerprint'], (counts.get(diagnostic['fingerprint']) ?? 0) + 1);
  }
  const { unit, year } = file;
  return [
    { file: slashed(file['file']), unit: typeof unit === 'string' ? foldUnit(unit) : undefined, year: typeof year === 'number' ? year : undefined, counts },
  ];
}

/** Reads what `lint --format json` wrote. Errors: InputError `bad-settings`, one sentence. */
export function parseBaseline(bytes: Uint8Array, name: string): Baseline {
  const value = named(name, REMEDY, () => parsed(decodeText(bytes).text));
  if (!isRecord(value) || !Array.isArray(value['files']) || !isRecord(value['summary'])) {
    throw settingsError('bad-settings', name, { zh: '不是 lint --format json 的输出', en: 'this is no output of lint --format json' }, REMEDY);
  }
  return (value['files'] as readonly unknown[]).flatMap(entryOf);
}

/** The same report, as far as is known: another unit or year means another report, whatever the file is called. */
function contradicts(a: Pick<Entry, 'unit' | 'year'>, b: Pick<Entry, 'unit' | 'year'>): boolean {
  const differ = <T>(one: T | undefined, other: T | undefined): boolean => one !== undefined && other !== undefined && one !== other;
  return differ(a.unit, b.unit) || differ(a.year, b.year);
}

/** The report in the earlier run: the file of that name, else the only one of that unit and year. */
function earlier(baseline: Baseline, own: Pick<Entry, 'file' | 'unit' | 'year'>): Entry | undefined {
  const possible = baseline.filter((entry) => !contradicts(entry, own));
  const byName = possible.find(({ file }) => file === own.file);
  if (byName || own.unit === undefined || own.year === undefined) return byName;
  const same = possible.filter(({ unit, year }) => unit === own.unit && year === own.year);
  const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const alike = same.length > 1 ? same.filter(({ file }) => baseName(file) === baseName(own.file)) : same;
  return alike.length === 1 ? alike[0] : undefined;
}

/** Leaves out what the earlier run found too; as many of equal findings as there were. `known` of the result counts them. */
export function applyBaseline(result: FileResult, baseline: Baseline): FileResult {
  if (result.status !== 'checked') return result;
  const { unit, year } = result;
  const entry = earlier(baseline, { file: slashed(result.file), unit: unit === null ? undefined : foldUnit(unit), year: year ?? undefined });
  const left = new Map(entry?.counts ?? []);
  const isNew = ({ fingerprint, suppressed }: Diagnostic): boolean => {
    const count = suppressed ? 0 : (left.get(fingerprint) ?? 0);
    if (count > 0) left.set(fingerprint, count - 1);
    return count === 0;
  };
  const diagnostics = result.diagnostics.filter(isNew);
  const known = result.diagnostics.length - diagnostics.length;
  return { ...(known === 0 ? result : withDiagnostics(result, diagnostics)), known };
}
