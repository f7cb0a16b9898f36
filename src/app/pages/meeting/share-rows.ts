// Rows that several lists have between them: dealt one at a time in turn, so that a short list leaves its room to a long one.

/** Rows of each list, never more than it has; together at most `room`. */
export function shareRows(counts: readonly number[], room: number): readonly number[] {
  const shares = counts.map(() => 0);
  for (let left = room, dealt = true; left > 0 && dealt; ) {
    dealt = false;
    counts.forEach((count, list) => {
      if (left === 0 || (shares[list] ?? 0) >= count) return;
      shares[list] = (shares[list] ?? 0) + 1;
      left -= 1;
      dealt = true;
    });
  }
  return shares;
}
