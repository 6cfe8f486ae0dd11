/** What a check of many files needs to know; plain data, so that a worker can be told. */
import type { Lang } from '../../base/lang.js';
import type { Alike } from '../../judge/alike/index.js';
import type { PreviousSource } from '../../judge/previous.js';
import type { Profile } from '../config/config.js';

/** The settings of one `lint` run. */
export interface LintSettings {
  readonly lang: Lang;
  /** How reports are judged: each file by one of these, told by its number. */
  readonly profiles: readonly Profile[];
  /** Where last year's reports are, when they are to be compared. */
  readonly previous?: PreviousSource;
  /** The sections that are alike with other units', by the name of the file. */
  readonly alike?: ReadonlyMap<string, readonly Alike[]>;
  /** Each document is to be shown beside its result. */
  readonly views?: boolean;
}
