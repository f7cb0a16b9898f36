// Moves of residences between grids, packed into columns with a dictionary of the grids' ids: a whole net adopted
// is three columns of small numbers.

import type { GridLevel } from "./grid.ts";
import type { MemberChange } from "./patch.ts";

/** `ends`: residence row → grid before and after; rows that stay are left out. */
export function memberChange(
  level: GridLevel,
  ends: ReadonlyMap<number, readonly [before: string, after: string]>,
): MemberChange {
  const moved = [...ends].filter(([, [before, after]]) => before !== after).sort(([a], [b]) => a - b);
  const places = new Map<string, number>();
  const place = (id: string): number => {
    const known = places.get(id) ?? places.size;
    places.set(id, known);
    return known;
  };
  const before = moved.map(([, [id]]) => place(id));
  const after = moved.map(([, [, id]]) => place(id));
  return { level, rows: moved.map(([row]) => row), ids: [...places.keys()], before, after };
}

/** The change that makes one column of members the other; both of one length. */
export function membersBetween(
  level: GridLevel,
  before: readonly string[],
  after: readonly string[],
): MemberChange {
  const ends = new Map<number, readonly [string, string]>();
  if (before !== after) {
    for (let row = 0; row < before.length; row++) {
      if (before[row] !== after[row]) ends.set(row, [before[row]!, after[row]!]);
    }
  }
  return memberChange(level, ends);
}

/** Calls `visit` for every residence a change moves. */
export function eachMove(
  { rows, ids, before, after }: MemberChange,
  visit: (row: number, before: string, after: string) => void,
): void {
  for (let i = 0; i < rows.length; i++) visit(rows[i]!, ids[before[i]!]!, ids[after[i]!]!);
}
