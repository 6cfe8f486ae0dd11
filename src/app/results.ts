/** Results of earlier runs: read from a file that `lint` wrote, and parts of one run put together. */
import { InputError, type Sentence } from '../base/errors.js';
import { version } from '../base/version.js';
import { validate } from '../form/schema/generated/diagnostics.js';
import type { FileResult, Skipped } from '../judge/diagnostic.js';
import { rules } from '../judge/rules/index.js';
import { judgeRun, rulesOfRun, withRunDiagnostics } from '../judge/run/index.js';
import type { Shard, ShardFile, StoredRun } from '../judge/run/shard.js';
import { selectRules } from '../judge/select.js';
import { decodeText } from '../read/formats/encoding.js';
import { applySuppressions } from './config/suppress.js';

/** Results as they were read, with the name of their file. */
export interface Stored {
  readonly name: string;
  readonly run: StoredRun;
}

/** A part of a run. */
interface Part extends Stored {
  readonly shard: Shard;
}

/** What a run in one would have given. */
export interface Merged {
  readonly files: readonly FileResult[];
  readonly skipped: readonly Skipped[];
  /** Results that hold nothing that others do not hold, and are left out. */
  readonly repeated: readonly string[];
}

const AGAIN: Sentence = {
  zh: '请用 gov-report lint … -f json:文件 或 -f ndjson:文件 重新生成。',
  en: 'Make it anew with gov-report lint … -f json:FILE or -f ndjson:FILE.',
};

function resultsError(code: string, zh: string, en: string, remedy: Sentence = AGAIN): InputError {
  return new InputError(code, { zh, en }, remedy);
}

/** One document, or lines: a result each, and in the last one what belongs to the whole run. */
function parsed(text: string): unknown {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (!lines.at(-1)?.startsWith('{"schemaVersion"')) return JSON.parse(text);
  const values = lines.map((line): unknown => JSON.parse(line));
  // A document that somebody has put on one line has its files.
  return { files: values.slice(0, -1), ...(values.at(-1) as object) };
}

/** Reads what `lint` wrote as `json` or `ndjson`. Errors: InputError `not-results`. */
export function readResults(bytes: Uint8Array, name: string): Stored {
  let value: unknown;
  try {
    value = parsed(decodeText(bytes).text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw resultsError('not-results', '文件不完整，或者不是 lint 的 json、ndjson 结果。', 'The file is not complete, or no result of lint as json or ndjson.');
  }
  if (!validate(value)) {
    const [first] = validate.errors ?? [];
    const where = first?.instancePath || '/';
    throw resultsError(
      'not-results',
      `不是本版程序 lint 的 json、ndjson 结果（${where}）。`,
      `This is no result of this version of lint as json or ndjson (${where}).`,
    );
  }
  // The schema is that of exactly this type.
  return { name, run: value as StoredRun };
}

const isPart = (stored: Stored): stored is Part => stored.run.shard !== undefined;
const partOf = (stored: Stored): Part => ({ ...stored, shard: stored.run.shard! });

/** The parts in their order, each once. Errors: InputError when they are not all of the parts of one run. */
function wholeSet(parts: readonly Part[]): { readonly parts: readonly Part[]; readonly repeated: readonly string[] } {
  const { run, of } = parts[0]!.shard;
  const stranger = parts.find(({ shard }) => shard.run !== run || shard.version !== version);
  if (stranger?.shard.version !== undefined && stranger.shard.version !== version) {
    throw resultsError(
      'other-version',
      `${stranger.name} 是 ${stranger.shard.version} 版检查的，本程序是 ${version} 版。`,
      `${stranger.name} was checked by version ${stranger.shard.version}, this is ${version}.`,
      { zh: '请用同一版本检查和合并。', en: 'Check and merge with one version.' },
    );
  }
  if (stranger) {
    throw resultsError(
      'other-run',
      `${parts[0]!.name} 和 ${stranger.name} 不是同一次检查的分片：文件清单、设置或分片数不同。`,
      `${parts[0]!.name} and ${stranger.name} are not parts of one run: the files, the settings or the number of parts differ.`,
      { zh: '请用相同的清单和选项重新检查各片。', en: 'Check all parts anew with the same list and options.' },
    );
  }
  const byNumber = new Map<number, Part>();
  const repeated: string[] = [];
  for (const part of parts) {
    const known = byNumber.get(part.shard.number);
    if (!known) byNumber.set(part.shard.number, part);
    else if (JSON.stringify(known.run) === JSON.stringify(part.run)) repeated.push(part.name);
    else {
      throw resultsError(
        'two-parts',
        `${known.name} 和 ${part.name} 都是第 ${part.shard.number} 片，结果却不同。`,
        `${known.name} and ${part.name} are both part ${part.shard.number}, and differ.`,
        { zh: '请只留下较新的一份。', en: 'Keep the newer one only.' },
      );
    }
  }
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((number) => !byNumber.has(number));
  if (missing.length > 0) {
    const numbers = missing.slice(0, 20);
    const more = missing.length > numbers.length;
    throw resultsError(
      'missing-parts',
      `共 ${of} 片，缺 ${missing.length} 片：第 ${numbers.join('、')}${more ? '……' : ''} 片。`,
      `Of ${of} parts ${missing.length} are missing: ${numbers.join(', ')}${more ? ' …' : ''}.`,
      { zh: '请补做所缺的分片再合并。', en: 'Run the missing parts, then merge.' },
    );
  }
  return { parts: [...byNumber.values()].sort((a, b) => a.shard.number - b.shard.number), repeated };
}

/** A file of the run with what its part knows of it. */
interface InPart {
  readonly part: Part;
  readonly file: ShardFile;
  readonly result: FileResult;
}

function filesOf(part: Part): readonly InPart[] {
  const { files } = part.run;
  const { shard, name } = part;
  const fits = shard.files.length === files.length && shard.files.every(({ profile = 0 }) => profile < shard.profiles.length);
  const known = shard.profiles.every(({ severities }) => Object.keys(severities).every((id) => rules.some((rule) => rule.id === id)));
  if (!fits || !known) throw resultsError('not-results', `${name} 的内容前后不符，被改动过。`, `${name} contradicts itself: it was changed.`);
  return shard.files.map((file, index) => ({ part, file, result: files[index]! }));
}

/** What all reports of the run together tell, put into the result of each; what is accepted beforehand is marked. */
function judged(all: readonly InPart[]): readonly FileResult[] {
  const told = all.flatMap((own) => (own.file.fact ? [{ own, fact: own.file.fact }] : []));
  const found = judgeRun(
    told.map(({ own: { part, file }, fact }) => {
      const { severities, ruleOptions } = part.shard.profiles[file.profile ?? 0]!;
      return { fact, rules: rulesOfRun(selectRules(rules, severities)), ruleOptions };
    }),
    all[0]?.part.shard.lang ?? 'zh',
  );
  const byFile = new Map(told.map(({ own }, index) => [own, found[index]!]));
  return all.map((own) => {
    const { result, file } = own;
    const diagnostics = byFile.get(own) ?? [];
    if (result.status !== 'checked' || !file.fact || diagnostics.length === 0) return result;
    const whole = withRunDiagnostics(result, file.fact, diagnostics);
    const entries = (file.accepted ?? []).map((entry) => ({ ...entry, line: 1 }));
    return entries.length === 0 ? whole : applySuppressions(whole, result.file, entries, () => false).result;
  });
}

/** Parts of one run, put together as if it had been run in one. Errors: InputError for parts that do not fit, or are not all there. */
function mergeParts(stored: readonly Part[]): Merged {
  const { parts, repeated } = wholeSet(stored);
  const all = parts.flatMap(filesOf).sort((a, b) => a.file.index - b.file.index);
  const outside = parts.flatMap(({ run, shard }) => (run.skipped ?? []).slice(0, (run.skipped ?? []).length - shard.aside.length));
  const aside = parts
    .flatMap(({ run, shard }) =>
      shard.aside.length === 0 ? [] : (run.skipped ?? []).slice(-shard.aside.length).map((file, at) => ({ file, at: shard.aside[at]! })),
    )
    .sort((a, b) => a.at - b.at);
  return { files: judged(all), skipped: [...outside, ...aside.map(({ file }) => file)], repeated };
}

/**
 * Puts results together: the parts of one run as the run in one, whole runs one behind the other with their findings as they are.
 * Errors: InputError for a mixture of both, and for parts that are not the parts of one run.
 */
export function mergeResults(stored: readonly Stored[]): Merged {
  const parts = stored.filter(isPart).map(partOf);
  const [whole] = stored.filter((one) => !isPart(one));
  if (parts.length > 0 && whole) {
    throw resultsError(
      'parts-and-wholes',
      `${parts[0]!.name} 是一次检查的分片，${whole.name} 不是。`,
      `${parts[0]!.name} is a part of a run, ${whole.name} is not.`,
      { zh: '请先合并分片，再与其他结果合并。', en: 'Merge the parts first, then the result with others.' },
    );
  }
  if (parts.length > 0) return mergeParts(parts);
  return { files: stored.flatMap(({ run }) => run.files), skipped: stored.flatMap(({ run }) => run.skipped ?? []), repeated: [] };
}
