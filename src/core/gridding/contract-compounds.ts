// Takes each compound of at most `max` households for one unit, so that no grid can cut it. Exactly the nets
// without such cuts remain, and a search over far fewer units finds the best of them. A compound that is not
// connected on the ground becomes one unit for each piece.

import type { GridProblem, HouseholdRange } from "./grid-units.ts";
import { piecesOf } from "./grid-units.ts";

export interface Contraction {
  readonly problem: GridProblem;
  /** Unit of the contracted problem for each unit of the whole one. */
  readonly blockOf: Int32Array;
}

export function contractCompounds(problem: GridProblem, range: HouseholdRange): Contraction {
  const { count, households, compound, graph, previous } = problem;
  const total = new Map<number, number>();
  for (let unit = 0; unit < count; unit++) {
    total.set(compound[unit]!, (total.get(compound[unit]!) ?? 0) + households[unit]!);
  }
  const isWhole = (unit: number): boolean => compound[unit]! >= 0 && total.get(compound[unit]!)! <= range.max;
  const { piece, pieces } = piecesOf(graph, count, (a, b) => compound[a] === compound[b] && isWhole(a));
  const sums = new Float64Array(pieces);
  const owner = new Int32Array(pieces).fill(-1);
  const before = new Int32Array(pieces).fill(-1);
  const borders: Map<number, number>[] = Array.from({ length: pieces }, () => new Map<number, number>());
  for (let unit = 0; unit < count; unit++) {
    const block = piece[unit]!;
    sums[block]! += households[unit]!;
    owner[block] = compound[unit]!;
    if (previous && before[block] === -1) before[block] = previous[unit]!;
    for (let arc = graph.offsets[unit]!; arc < graph.offsets[unit + 1]!; arc++) {
      const other = piece[graph.neighbours[arc]!]!;
      if (other === block) continue;
      borders[block]!.set(other, (borders[block]!.get(other) ?? 0) + graph.border[arc]!);
    }
  }
  const offsets = new Uint32Array(pieces + 1);
  for (let block = 0; block < pieces; block++) offsets[block + 1] = offsets[block]! + borders[block]!.size;
  return {
    problem: {
      count: pieces,
      households: sums,
      compound: owner,
      graph: {
        offsets,
        neighbours: Uint32Array.from(borders.flatMap((list) => [...list.keys()])),
        border: Uint32Array.from(borders.flatMap((list) => [...list.values()])),
      },
      previous: previous && before,
      ...(problem.parts === undefined ? {} : { parts: problem.parts }),
    },
    blockOf: piece,
  };
}
