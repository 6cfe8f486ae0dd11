/** What a check of many files needs to know; plain data, so that a worker can be told. */
import type { Lang } from '../../base/lang.js';
import type { PreviousSource } from '../../judge/previous.js';
import type { Profile } from '../config/config.js';

/** The settings of one `lint` run. */
export interface LintSettings {
  readonly lang: Lang;
  /** How reports are judged: each file by one of these, told by its number. */
  readonly profiles: readonly Profile[];
  /** Where last year's reports are, when they are to be compared. */
  readonly previous?: PreviousSource;
  /** Each report is to tell what findings about several reports need. */
  readonly facts?: boolean;
  /** Each document is to be shown beside its result. */
  readonly views?: boolean;
}
