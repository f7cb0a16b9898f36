// Moves of residences between grids, packed into columns with a dictionary of the grids' ids: a whole net adopted
// is three columns of small numbers.

import type { GridLevel } from "./grid.ts";
import type { MemberChange } from "./patch.ts";

/** `ends`: residence row → grid before and after; rows that stay are left out. */
export function memberChange(
  level: GridLevel,
  ends: ReadonlyMap<number, readonly [before: string, after: string]>,
): MemberChange {
  const rows = [...ends.keys()].sort((a, b) => a - b);
  return packMoves(
    level,
    rows,
    rows.map((row) => ends.get(row)![0]),
    rows.map((row) => ends.get(row)![1]),
  );
}

/** The change that makes one column of members the other; both of one length. */
export function membersBetween(
  level: GridLevel,
  before: readonly string[],
  after: readonly string[],
): MemberChange {
  const rows: number[] = [];
  for (let row = 0; before !== after && row < before.length; row++) {
    if (before[row] !== after[row]) rows.push(row);
  }
  return packMoves(
    level,
    rows,
    rows.map((row) => before[row]!),
    rows.map((row) => after[row]!),
  );
}

/** `from[i]` and `to[i]` are the grids of `rows[i]`, which ascend. */
function packMoves(
  level: GridLevel,
  rows: readonly number[],
  from: readonly string[],
  to: readonly string[],
): MemberChange {
  const moved = [...rows.keys()].filter((i) => from[i] !== to[i]);
  const places = new Map<string, number>();
  const placeOf = (id: string): number => {
    const known = places.get(id);
    if (known !== undefined) return known;
    places.set(id, places.size);
    return places.size - 1;
  };
  const before = moved.map((i) => placeOf(from[i]!));
  const after = moved.map((i) => placeOf(to[i]!));
  return { level, rows: moved.map((i) => rows[i]!), ids: [...places.keys()], before, after };
}

/** Calls `visit` for every residence a change moves. */
export function eachMove(
  { rows, ids, before, after }: MemberChange,
  visit: (row: number, before: string, after: string) => void,
): void {
  for (let i = 0; i < rows.length; i++) visit(rows[i]!, ids[before[i]!]!, ids[after[i]!]!);
}
