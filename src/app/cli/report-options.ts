/** The options of a command that prints results: how they are shown, and what they are measured by. */
import { version } from '../../base/version.js';
import { rules } from '../../judge/rules/index.js';
import type { ReportOptions } from '../../write/result/index.js';
import { colorLevel } from './color.js';
import type { Session } from './session.js';

/** Their values on the command line. */
export interface ReportFlags {
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly fingerprints?: boolean;
  readonly since?: string;
}

/** What the reporters are told. */
export function reportOptions({ host, lang }: Session, flags: ReportFlags): ReportOptions {
  const { stdout } = host;
  return {
    lang,
    color: colorLevel(host, flags.color),
    width: stdout.isTTY ? (stdout.columns ?? 80) : Number.POSITIVE_INFINITY,
    catalogue: rules,
    toolVersion: version,
    ...(flags.quiet ? { quiet: true } : {}),
    ...(flags.fingerprints ? { fingerprints: true } : {}),
    ...(flags.since === undefined ? {} : { since: true }),
    ...(flags.maxWarnings === undefined ? {} : { maxWarnings: flags.maxWarnings }),
  };
}
