// Several sets of polygons or lines as one, in the order given.

import type { LineColumns, PolygonColumns } from "../geo/index.ts";

export const joinLines = (sets: readonly LineColumns[]): LineColumns => ({
  count: sets.reduce((sum, { count }) => sum + count, 0),
  offsets: chainOffsets(sets.map(({ offsets }) => offsets)),
  xy: joinNumbers(sets.map(({ xy }) => xy)),
});

export const joinPolygons = (sets: readonly PolygonColumns[]): PolygonColumns => ({
  count: sets.reduce((sum, { count }) => sum + count, 0),
  featureOffsets: chainOffsets(sets.map(({ featureOffsets }) => featureOffsets)),
  partOffsets: chainOffsets(sets.map(({ partOffsets }) => partOffsets)),
  ringOffsets: chainOffsets(sets.map(({ ringOffsets }) => ringOffsets)),
  xy: joinNumbers(sets.map(({ xy }) => xy)),
});

/** Each list goes on from where the one before ends. */
function chainOffsets(lists: readonly Uint32Array[]): Uint32Array {
  const joined = [0];
  for (const list of lists) {
    const shift = joined.at(-1)!;
    for (let i = 1; i < list.length; i++) joined.push(shift + list[i]!);
  }
  return Uint32Array.from(joined);
}

function joinNumbers(lists: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    joined.set(list, at);
    at += list.length;
  }
  return joined;
}

/** The lines for which `has` holds, in their order. */
export function pickLines({ count, offsets, xy }: LineColumns, has: (line: number) => boolean): LineColumns {
  const kept = Array.from({ length: count }, (_, line) => line).filter(has);
  const starts = [0];
  const chosen: number[] = [];
  for (const line of kept) {
    for (let v = 2 * offsets[line]!; v < 2 * offsets[line + 1]!; v++) chosen.push(xy[v]!);
    starts.push(chosen.length / 2);
  }
  return { count: kept.length, offsets: Uint32Array.from(starts), xy: Float64Array.from(chosen) };
}

/** The lines of these rows, in this order. */
export function takeLines({ offsets, xy }: LineColumns, rows: readonly number[]): LineColumns {
  const ends = [0];
  const pieces = rows.map((row) => {
    ends.push(ends.at(-1)! + offsets[row + 1]! - offsets[row]!);
    return xy.subarray(2 * offsets[row]!, 2 * offsets[row + 1]!);
  });
  return { count: rows.length, offsets: Uint32Array.from(ends), xy: joinNumbers(pieces) };
}

/** A feature for each group of rows, with the parts of all of them; one without rows has none. */
export function takePolygons(
  { featureOffsets, partOffsets, ringOffsets, xy }: PolygonColumns,
  groups: readonly (readonly number[])[],
): PolygonColumns {
  const [features, parts, rings] = [[0], [0], [0]];
  const pieces: Float64Array[] = [];
  const addPart = (part: number): void => {
    for (let ring = partOffsets[part]!; ring < partOffsets[part + 1]!; ring++) {
      const [start, end] = [ringOffsets[ring]!, ringOffsets[ring + 1]!];
      pieces.push(xy.subarray(2 * start, 2 * end));
      rings.push(rings.at(-1)! + end - start);
    }
    parts.push(rings.length - 1);
  };
  for (const rows of groups) {
    for (const row of rows) {
      for (let part = featureOffsets[row]!; part < featureOffsets[row + 1]!; part++) addPart(part);
    }
    features.push(parts.length - 1);
  }
  return {
    count: groups.length,
    featureOffsets: Uint32Array.from(features),
    partOffsets: Uint32Array.from(parts),
    ringOffsets: Uint32Array.from(rings),
    xy: joinNumbers(pieces),
  };
}
