/** The version of the program. */
import type { Host } from './host.js';

/** The version in package.json. */
export function versionOf(host: Host): string {
  const { version } = JSON.parse(host.packageFile('package.json') ?? '{}') as { readonly version?: string };
  return version ?? '';
}
