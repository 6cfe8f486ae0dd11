/** One of the parts that a large run is parted into, as its results carry it: enough to put the parts together as if the run had been one. */
import type { Lang } from '../../base/lang.js';
import type { RunResult } from '../diagnostic.js';
import type { RuleOptions } from '../rule.js';
import type { Severities } from '../select.js';
import type { RunFact } from './facts.js';

/** A finding that was accepted beforehand; see `Suppression` of the settings. */
export interface Accepted {
  readonly fingerprint: string;
  readonly rule?: string;
  readonly reason: string;
  readonly author?: string;
  readonly until?: string;
}

/** What is known of a file of the part, in the order of its results. */
export interface ShardFile {
  /** Its place in the whole run, from 0. */
  readonly index: number;
  /** The number of the profile that it is judged by; none for what is no input. */
  readonly profile?: number;
  /** What it tells to the others; only of a report that was checked, and when somebody asks. */
  readonly fact?: RunFact;
  /** What is accepted in it. */
  readonly accepted?: readonly Accepted[];
}

/** A part of a run. */
export interface Shard {
  /** Which of how many parts, from 1. */
  readonly number: number;
  readonly of: number;
  /** Hash of the whole run's files and settings: parts of one run have the same. */
  readonly run: string;
  readonly version: string;
  readonly lang: Lang;
  /** How reports are judged: each file by one of these. */
  readonly profiles: readonly { readonly severities: Severities; readonly ruleOptions: RuleOptions }[];
  /** One for each file of `files`, in their order. */
  readonly files: readonly ShardFile[];
  /** The place in the whole run of each of the last files of `skipped`; those before them lie outside it. */
  readonly aside: readonly number[];
}

/** Results as they are kept in a file. */
export interface StoredRun extends RunResult {
  readonly shard?: Shard;
}
