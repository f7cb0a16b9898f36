// The word of a list that a misspelt one is most like: least Levenshtein distance, by rows, O(length²) a word.

/** null for an empty list; the first of those that are equally near. */
export function nearestWord(word: string, list: readonly string[]): string | null {
  let [best, least]: [string | null, number] = [null, Infinity];
  for (const candidate of list) {
    const steps = distance(word.toLowerCase(), candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** Letters put in, left out or changed between two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
