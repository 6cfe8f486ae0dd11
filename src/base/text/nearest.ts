/** What the user may have meant. */

/** Steps (letters put in, left out, replaced or swapped with the next) from one word to another. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}

/** The known words that a mistyped one most likely stands for, best first; at most three. A part of an id (`unit-kind`) finds the whole. */
export function nearest(word: string, known: readonly string[]): readonly string[] {
  const wanted = word.toLowerCase();
  const near = known
    .map((candidate) => ({ candidate, steps: candidate.includes(wanted) && wanted.length > 2 ? 0.5 : distance(wanted, candidate) }))
    .filter(({ candidate, steps }) => steps <= Math.max(2, Math.min(wanted.length, candidate.length) * 0.4))
    .sort((a, b) => a.steps - b.steps);
  return near
    .filter(({ steps }) => steps <= near[0]!.steps + 1)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
