/** The version of the program. */
import packageJson from '../../package.json' with { type: 'json' };

/** Semantic version, as in package.json. */
export const version: string = packageJson.version;
