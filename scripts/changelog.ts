/** The changelog as a release sees it: sections of level two, the topmost of which is what is not released yet. */

const UNRELEASED = '## Unreleased';

/** The changelog with what is unreleased under this version and date, and an empty section for what comes. Throws when nothing is unreleased. */
export function withRelease(changelog: string, version: string, date: string): string {
  const from = changelog.indexOf(`${UNRELEASED}\n`);
  if (from === -1) throw new Error(`CHANGELOG.md has no section “${UNRELEASED}”`);
  const to = changelog.indexOf('\n## ', from);
  const section = changelog.slice(from + UNRELEASED.length, to === -1 ? undefined : to);
  if (!/^- /m.test(section)) throw new Error('CHANGELOG.md lists nothing that is unreleased');
  if (changelog.includes(`\n## ${version} `)) throw new Error(`CHANGELOG.md has a section for ${version} already`);
  return `${changelog.slice(0, from)}${UNRELEASED}\n\n## ${version} - ${date}${changelog.slice(from + UNRELEASED.length)}`;
}

/** What the changelog says of one version, without its heading. */
export function releaseNotes(changelog: string, version: string): string {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((text) => text.startsWith(`${version} `));
  if (section === undefined) throw new Error(`CHANGELOG.md has no section for ${version}`);
  return `${section.slice(section.indexOf('\n')).trim()}\n`;
}
