/** `--shard K/N`: which files are of one part of a run, and what its results carry so that the parts can be put together. */
import { folderOf, matchesGlob, pathFrom } from '../../base/glob.js';
import type { Lang } from '../../base/lang.js';
import { sha256 } from '../../base/sha256.js';
import { version } from '../../base/version.js';
import type { RunFact } from '../../judge/run/facts.js';
import type { Accepted, Shard, ShardFile } from '../../judge/run/shard.js';
import type { Configuration } from './configuration.js';
import type { Job } from './run.js';
import type { Texts } from './texts.js';
import { UsageError } from './usage-error.js';

/** One part of how many. */
export interface ShardNumber {
  readonly number: number;
  readonly of: number;
}

/** Most parts that a run is parted into. */
const MOST = 100_000;

/** Reads `K/N`. Errors: UsageError. */
export function shardNumber(texts: Texts): (value: string) => ShardNumber {
  return (value) => {
    const [, number, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(value)?.map(Number) ?? [];
    if (number === undefined || of === undefined || number < 1 || number > of || of > MOST) throw new UsageError(texts.notAShard(value, MOST));
    return { number, of };
  };
}

const nameOf = (job: Job): string => ('input' in job ? job.input.name : job.failed.file);

/** The part that a file is of: by its name alone (FNV-1a), so that a part run again has the same files whatever became of the others. */
function partOf(name: string, of: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) >>> 0;
  return (((hash ^ (hash >>> 16)) >>> 0) % of) + 1;
}

/** A part in the making. */
export interface Share {
  /** The jobs of this part. */
  readonly jobs: readonly Job[];
  /** The files left aside outside the run itself belong to its first part. */
  readonly first: boolean;
  /** Notes that the job of this part has a result, with what its report tells to others. */
  add(job: number, fact: RunFact | undefined): void;
  /** Notes that the job of this part was left aside. */
  leaveAside(job: number): void;
  /** What the results carry. */
  shard(): Shard;
}

function hex(text: string): string {
  return [...sha256(new TextEncoder().encode(text)).subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Parts a run: takes the jobs of one part, each with its place in the whole. */
export function shareOf(all: readonly Job[], { number, of }: ShardNumber, configuration: Configuration, lang: Lang): Share {
  const { profiles, suppressionsOf } = configuration;
  const own = all.flatMap((job, index) => (partOf(nameOf(job), of) === number ? [{ job, index }] : []));
  const files: ShardFile[] = [];
  const aside: number[] = [];
  const acceptedIn = (job: Job): readonly Accepted[] => {
    const file = 'input' in job ? suppressionsOf(job.input) : undefined;
    if (!file || !('input' in job)) return [];
    const path = pathFrom(folderOf(file.path), job.input.path ?? job.input.name);
    return file.entries.flatMap(({ line: _line, file: pattern, ...entry }) => (pattern === undefined || matchesGlob(pattern, path) ? [entry] : []));
  };
  return {
    jobs: own.map(({ job }) => job),
    first: number === 1,
    add(at, fact) {
      const { job, index } = own[at]!;
      const accepted = fact ? acceptedIn(job) : [];
      files.push({ index, ...('input' in job ? { profile: job.profile } : {}), ...(fact ? { fact } : {}), ...(accepted.length > 0 ? { accepted } : {}) });
    },
    leaveAside(at) {
      aside.push(own[at]!.index);
    },
    shard: () => ({
      number,
      of,
      run: hex(JSON.stringify([version, lang, of, profiles, all.map((job) => [nameOf(job), 'input' in job ? job.profile : null])])),
      version,
      lang,
      profiles,
      files,
      aside,
    }),
  };
}
