// Small communities for property tests: points on a jittered lattice, some arcs taken away, and the brute force
// over every partition into connected grids that the exact method is held against.

import { seededRandom } from "../../../src/core/base/index.ts";
import type { GridProblem, GridUnits, HouseholdRange, UnitGraph } from "../../../src/core/gridding/index.ts";
import {
  buildUnitGraph,
  compareCosts,
  costOf,
  type GridCost,
  sliceProblem,
} from "../../../src/core/gridding/index.ts";

export interface Community {
  readonly units: GridUnits;
  readonly graph: UnitGraph;
  readonly problem: GridProblem;
}

/** `households`: lowest and highest per unit. About one in three units stands in a compound with its neighbours. */
export function randomCommunity(
  seed: number,
  count: number,
  households: readonly [number, number],
): Community {
  const random = seededRandom(seed);
  const side = Math.ceil(Math.sqrt(count));
  const xy = new Float64Array(2 * count);
  const own = new Float64Array(count);
  const compound = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i++) {
    xy[2 * i] = (i % side) * 60 + random() * 50;
    xy[2 * i + 1] = Math.floor(i / side) * 60 + random() * 50;
    own[i] = Math.floor(households[0] + random() * (households[1] - households[0] + 1));
    if (random() < 0.5) compound[i] = i > 0 && compound[i - 1]! >= 0 && random() < 0.6 ? compound[i - 1]! : i;
  }
  const units: GridUnits = { count, xy, households: own, area: new Int32Array(count), compound };
  const graph = buildUnitGraph({ units, areaCount: 1, barriers: null, reach: 70 + random() * 60 });
  return {
    units,
    graph,
    problem: sliceProblem(
      units,
      graph,
      Uint32Array.from({ length: count }, (_, i) => i),
    ),
  };
}

/** The best cost over all partitions into connected grids (as many as `parts` says, where it does); at most a dozen units. */
export function bruteForce(problem: GridProblem, range: HouseholdRange): { cost: GridCost; nets: number } {
  let best: GridCost | null = null;
  let nets = 0;
  eachNet(problem, (gridOf) => {
    nets++;
    const cost = costOf(problem, gridOf, range);
    if (best === null || compareCosts(cost, best) < 0) best = cost;
  });
  return { cost: best!, nets };
}

/** Shows every partition into connected grids, as many as `parts` says where it does, in one array that changes. */
export function eachNet({ count, graph, parts }: GridProblem, visit: (gridOf: Int32Array) => void): void {
  const gridOf = new Int32Array(count).fill(-1);
  const place = (unit: number, grids: number): void => {
    if (unit === count) {
      if (grids === (parts ?? grids) && isConnected(grids)) visit(gridOf);
      return;
    }
    for (let grid = 0; grid <= grids; grid++) {
      gridOf[unit] = grid;
      place(unit + 1, Math.max(grids, grid + 1));
    }
    gridOf[unit] = -1;
  };
  const isConnected = (grids: number): boolean => {
    const seen = new Uint8Array(count);
    let pieces = 0;
    for (let start = 0; start < count; start++) {
      if (seen[start]) continue;
      if (++pieces > grids) return false;
      const stack = [start];
      seen[start] = 1;
      while (stack.length > 0) {
        const at = stack.pop()!;
        for (let arc = graph.offsets[at]!; arc < graph.offsets[at + 1]!; arc++) {
          const next = graph.neighbours[arc]!;
          if (seen[next] || gridOf[next] !== gridOf[at]) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    return pieces === grids;
  };
  place(0, 0);
}
