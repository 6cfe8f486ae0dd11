/** The order in which files are read: the same on every system, and 第2稿 before 第10稿. */

type Key = readonly (readonly string[])[];

const DIGITS = /^\d/;

const keyOf = (path: string): Key => path.split(/[\\/]/).map((name) => name.match(/\d+|\D+/g) ?? []);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function compareParts(a: string, b: string): number {
  if (!DIGITS.test(a) || !DIGITS.test(b)) return compareText(a, b);
  const [left, right] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return left.length - right.length || compareText(left, right);
}

function compareLists<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = compare(a[i]!, b[i]!);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Sorts by path, folder by folder: characters by their code, runs of digits by their value. */
export function inPathOrder<T>(items: readonly T[], pathOf: (item: T) => string): readonly T[] {
  return items
    .map((item) => ({ item, path: pathOf(item), key: keyOf(pathOf(item)) }))
    .sort((a, b) => compareLists(a.key, b.key, (left, right) => compareLists(left, right, compareParts)) || compareText(a.path, b.path))
    .map(({ item }) => item);
}
