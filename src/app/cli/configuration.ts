/** By which settings each report is judged: the command line, the nearest configuration file, the nearest suppressions file. */
import type { ProfileFile } from '../../judge/profiles/duties.js';
import { rules } from '../../judge/rules/index.js';
import type { Profile } from '../config/config.js';
import { CONFIG_FILE, SUPPRESSIONS_FILE } from '../config/names.js';
import type { SuppressionEntry } from '../config/suppressions.js';
import { withName } from './about.js';
import type { FileInput, Input } from './host.js';
import type { Session } from './session.js';

/** The suppressions file that is valid for a report. */
export interface SuppressionsFile extends FileInput {
  readonly entries: readonly SuppressionEntry[];
}

/** The options that name settings files. */
export interface SettingsFlags {
  /** `--config FILE`; false for `--no-config`. */
  readonly config?: string | false;
  readonly suppressions?: string;
}

/** The settings of every report of a run. */
export interface Configuration {
  readonly profiles: readonly Profile[];
  /** Every settings file that was read or is named in one that was. */
  readonly files: readonly string[];
  /** The number of the profile of a report. */
  profileOf(input: Input): number;
  suppressionsOf(input: Input): SuppressionsFile | undefined;
  /** What the configuration of a file leaves out, with the path of that configuration. */
  ignoredBy(input: Input): { readonly path: string; readonly patterns: readonly string[] } | undefined;
}

/** A profile with what its configuration file says beside it. */
interface Loaded {
  readonly profile: number;
  readonly suppressions?: FileInput;
  readonly ignore: readonly string[];
}

/** Reads a file that the user or a configuration names. Errors: InputError with the name. */
export async function readNamed({ host }: Session, { path, name }: FileInput): Promise<Uint8Array> {
  try {
    return await host.files.read(path);
  } catch (error) {
    throw withName(name, error);
  }
}

function fail(error: Error): never {
  throw error;
}

/** Loads the settings of all inputs, each file once. Errors: InputError for a file that cannot be read or is wrong. */
export async function loadConfiguration(session: Session, flags: SettingsFlags, commandLine: Profile, inputs: readonly Input[]): Promise<Configuration> {
  const { files } = session.host;
  const profiles: Profile[] = [commandLine];
  const configs = new Map<string, Loaded>();
  const suppressions = new Map<string, SuppressionsFile>();
  const profileFiles = new Set<string>();
  const named = (path: string | false | undefined): FileInput | undefined =>
    typeof path === 'string' ? { path: files.beside('', path).path, name: path } : undefined;
  const [ownConfig, ownSuppressions] = [named(flags.config), named(flags.suppressions)];
  const [nearestConfig, nearestSuppressions] = [files.lookUp(CONFIG_FILE), files.lookUp(SUPPRESSIONS_FILE)];

  const configFile = (input: Input): FileInput | undefined => ownConfig ?? (flags.config === false ? undefined : nearestConfig(input.path));
  const suppressionsFile = (input: Input): FileInput | undefined => {
    const config = configFile(input);
    const stated = ownSuppressions ?? (config && configs.get(config.path)?.suppressions);
    return stated ?? (flags.config === false ? undefined : nearestSuppressions(input.path));
  };

  for (const input of inputs) {
    const file = configFile(input);
    if (!file || configs.has(file.path)) continue;
    const { mergeProfile, parseConfig } = await import('../config/config.js');
    const { builtInProfile, isProfilePath, parseProfile, unknownProfile } = await import('../config/profiles.js');
    const bytes = await readNamed(session, file);
    const ids = rules.map(({ id }) => id);
    const { value } = parseConfig(bytes, file.name, ids);
    const own: ProfileFile[] = [];
    for (const name of value.extends ?? []) {
      if (isProfilePath(name)) {
        const profileFile = files.beside(file.path, name);
        profileFiles.add(profileFile.path);
        own.push(parseProfile(await readNamed(session, profileFile), profileFile.name, ids));
      } else own.push(builtInProfile(name) ?? fail(unknownProfile(name, file.name)));
    }
    configs.set(file.path, {
      profile: profiles.push(mergeProfile(value, commandLine, own)) - 1,
      ignore: value.ignore ?? [],
      ...(value.suppressions === undefined ? {} : { suppressions: files.beside(file.path, value.suppressions) }),
    });
  }
  for (const input of inputs) {
    const file = suppressionsFile(input);
    if (!file || suppressions.has(file.path)) continue;
    const { parseSuppressions } = await import('../config/suppressions.js');
    suppressions.set(file.path, { ...file, entries: parseSuppressions(await readNamed(session, file), file.name) });
  }
  return {
    profiles,
    files: [
      ...configs.keys(),
      ...profileFiles,
      ...[...configs.values()].flatMap((config) => config.suppressions?.path ?? []),
      ...[...suppressions.values()].map(({ path }) => path),
    ],
    profileOf: (input) => configs.get(configFile(input)?.path ?? '')?.profile ?? 0,
    ignoredBy: (input) => {
      const file = configFile(input);
      const patterns = file && configs.get(file.path)?.ignore;
      return file && patterns && patterns.length > 0 ? { path: file.path, patterns } : undefined;
    },
    suppressionsOf: (input) => suppressions.get(suppressionsFile(input)?.path ?? ''),
  };
}
