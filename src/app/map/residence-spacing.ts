// How far apart residences stand: the distance from each to its nearest neighbour, metres (uniform cells, hashed).
// Enlarged shapes keep within it, so a dense village stays a texture of houses and never a solid block. Asked for a
// stretch of rows at a time, so that a city need not be measured at once.

import type { Residences } from "../../core/model/index.ts";
import { degreesPerMetre } from "./ground-metres.ts";

/** Side of a cell, metres; whoever has nobody in the cells around stands alone. */
const CELL = 120;
const BUCKETS = 1 << 16;

/** Distances of rows [from, to); Infinity for a residence that stands alone. */
export type Spacing = (from: number, to: number) => Float32Array;

export function residenceSpacing({ count, xy }: Pick<Residences, "count" | "xy">): Spacing {
  const [perX, perY] = degreesPerMetre(count === 0 ? 0 : xy[1]!);
  const [x0, y0] = [xy[0] ?? 0, xy[1] ?? 0];
  const xAt = (row: number): number => (xy[2 * row]! - x0) / perX;
  const yAt = (row: number): number => (xy[2 * row + 1]! - y0) / perY;
  const starts = new Uint32Array(BUCKETS + 1);
  const bucketOf = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    bucketOf[row] = hash(Math.floor(xAt(row) / CELL), Math.floor(yAt(row) / CELL));
    starts[bucketOf[row]! + 1]!++;
  }
  for (let bucket = 0; bucket < BUCKETS; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const rows = new Uint32Array(count);
  const next = starts.slice();
  for (let row = 0; row < count; row++) rows[next[bucketOf[row]!]!++] = row;

  const nearest = (row: number): number => {
    const [x, y] = [xAt(row), yAt(row)];
    const [column, line] = [Math.floor(x / CELL), Math.floor(y / CELL)];
    let least = Infinity;
    for (let cell = 0; cell < 9; cell++) {
      const bucket = hash(column - 1 + (cell % 3), line - 1 + Math.floor(cell / 3));
      for (let k = starts[bucket]!; k < starts[bucket + 1]!; k++) {
        const other = rows[k]!;
        if (other !== row) least = Math.min(least, (xAt(other) - x) ** 2 + (yAt(other) - y) ** 2);
      }
    }
    return least <= CELL * CELL ? Math.sqrt(least) : Infinity;
  };
  return (from, to) => Float32Array.from({ length: to - from }, (_, i) => nearest(from + i));
}

const hash = (column: number, line: number): number =>
  (Math.imul(column, 73_856_093) ^ Math.imul(line, 19_349_663)) & (BUCKETS - 1);
