// Hues for grids so that neighbours differ: greedy colouring of the grids' adjacency, most neighbours first
// (Welsh & Powell 1967). A grid gets the hue wished for it where no neighbour has it, so that one edit does not
// recolour the whole net; else the least used hue that is free, or the one fewest neighbours have.

import type { UnitGraph } from "./grid-units.ts";

/** Hue 0 … hues - 1 per grid. `wished`: one per grid; O(arcs + grids · hues). */
export function colourGrids(
  { offsets, neighbours }: Pick<UnitGraph, "offsets" | "neighbours">,
  gridOf: Int32Array,
  gridCount: number,
  hues: number,
  wished?: ArrayLike<number>,
): Uint8Array {
  const beside = Array.from({ length: gridCount }, () => new Set<number>());
  for (let unit = 0; unit < gridOf.length; unit++) {
    const own = gridOf[unit]!;
    if (own < 0) continue;
    for (let arc = offsets[unit]!; arc < offsets[unit + 1]!; arc++) {
      const other = gridOf[neighbours[arc]!]!;
      if (other >= 0 && other !== own) beside[own]!.add(other);
    }
  }
  const order = [...beside.keys()].sort((a, b) => beside[b]!.size - beside[a]!.size || a - b);
  const hue = new Int16Array(gridCount).fill(-1);
  const used = new Uint32Array(hues);
  const taken = new Uint32Array(hues);
  for (const grid of order) {
    taken.fill(0);
    for (const other of beside[grid]!) if (hue[other]! >= 0) taken[hue[other]!]!++;
    const wish = wished === undefined ? -1 : wished[grid]! % hues;
    const best = wish >= 0 && taken[wish] === 0 ? wish : freest(taken, used);
    hue[grid] = best;
    used[best]!++;
  }
  return Uint8Array.from(hue);
}

function freest(taken: Uint32Array, used: Uint32Array): number {
  let best = 0;
  for (let k = 1; k < taken.length; k++) {
    const fewer = taken[k]! - taken[best]!;
    if (fewer < 0 || (fewer === 0 && used[k]! < used[best]!)) best = k;
  }
  return best;
}
