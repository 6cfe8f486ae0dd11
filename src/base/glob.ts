/** Matching a path against a pattern with `*`, `**` and `?`. */

/** A path with slashes, without a leading `./`. */
export function slashed(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
}

/** The folder of a file. */
export function folderOf(path: string): string {
  const whole = slashed(path);
  return whole.slice(0, Math.max(0, whole.lastIndexOf('/')));
}

/** The path seen from a folder, both absolute, with `../` where it lies beside or above; the whole path when it is on another drive or not absolute. */
export function pathFrom(folder: string, path: string): string {
  const [base, whole] = [slashed(folder).replace(/\/+$/, '').split('/'), slashed(path).split('/')];
  if (base[0] !== whole[0]) return whole.join('/');
  const apart = base.findIndex((name, index) => name !== whole[index]);
  const common = apart === -1 ? base.length : apart;
  return [...base.slice(common).map(() => '..'), ...whole.slice(common)].join('/');
}

const PART: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };

/** Whether a path matches: `*` within one name, `**` over folders, `?` one character; a pattern without a slash is for the file's name alone. */
export function matchesGlob(pattern: string, path: string): boolean {
  const wanted = slashed(pattern);
  const source = wanted.replace(/\*\*\/|\*\*|\*|\?|[\\^$.|+()[\]{}]/g, (sign) => PART[sign] ?? `\\${sign}`);
  const subject = slashed(path);
  return new RegExp(`^${source}$`, 'u').test(wanted.includes('/') ? subject : subject.slice(subject.lastIndexOf('/') + 1));
}
