// The independent check of a net, whoever drew it: each unit of a community in exactly one grid, each grid in
// one community and connected on the ground, households within the range, compounds whole. Looks at nothing
// but units, neighbours and the net; shares no code with the partition engines.

import type { GridUnits, HouseholdRange, UnitGraph } from "./grid-units.ts";

export interface GridFacts {
  readonly grid: number;
  /** Community of the grid's first unit; -1 = it has none. */
  readonly area: number;
  readonly units: number;
  /** Sum of the known figures. */
  readonly households: number;
  /** Units without a figure: with any, the sum is a lower bound and the verdict on the range is open. */
  readonly unknown: number;
  /** 1 when connected; each further piece is a fault. */
  readonly pieces: number;
  /** null: not decided, a unit's figure is unknown. */
  readonly inRange: boolean | null;
  /** Two or more communities. */
  readonly crossesAreas: boolean;
}

export interface GridReport {
  readonly grids: readonly GridFacts[];
  /** Units that lie in a community and in no grid. */
  readonly without: readonly number[];
  /** Units outside every community that a grid holds. */
  readonly stray: readonly number[];
  /** Compounds in more than one grid with their households; a fault (HN-18) unless above the maximum. */
  readonly split: readonly {
    readonly compound: number;
    readonly grids: number;
    readonly households: number;
    readonly fault: boolean;
  }[];
  /** Every unit placed, every grid connected and inside one community. */
  readonly isValid: boolean;
}

/** `gridOf`: grid per unit, -1 = none; grid numbers need not be consecutive. */
export function validateGrids(
  units: GridUnits,
  graph: Pick<UnitGraph, "offsets" | "neighbours">,
  gridOf: Int32Array,
  range: HouseholdRange,
): GridReport {
  if (gridOf.length !== units.count) throw new Error(`${gridOf.length} grids for ${units.count} units`);
  const members = new Map<number, number[]>();
  const without: number[] = [];
  const stray: number[] = [];
  for (let unit = 0; unit < units.count; unit++) {
    const grid = gridOf[unit]!;
    if (grid < 0) {
      if (units.area[unit]! >= 0) without.push(unit);
      continue;
    }
    if (units.area[unit]! < 0) stray.push(unit);
    const list = members.get(grid);
    if (list) list.push(unit);
    else members.set(grid, [unit]);
  }
  const seen = new Uint8Array(units.count);
  const grids = [...members.keys()]
    .sort((a, b) => a - b)
    .map((grid) => {
      const own = members.get(grid)!;
      return factsOf(grid, own, units, countPieces(own, graph, gridOf, seen), range);
    });
  return {
    grids,
    without,
    stray,
    split: splitCompounds(units, gridOf, range),
    isValid:
      without.length === 0 &&
      stray.length === 0 &&
      grids.every((grid) => grid.pieces === 1 && !grid.crossesAreas),
  };
}

function factsOf(
  grid: number,
  members: readonly number[],
  units: GridUnits,
  pieces: number,
  range: HouseholdRange,
): GridFacts {
  const area = units.area[members[0]!]!;
  let [households, unknown, crossesAreas] = [0, 0, false];
  for (const unit of members) {
    const own = units.households[unit]!;
    if (Number.isNaN(own)) unknown++;
    else households += own;
    crossesAreas ||= units.area[unit] !== area;
  }
  const inRange = households >= range.min && households <= range.max;
  return {
    grid,
    area,
    units: members.length,
    households,
    unknown,
    pieces,
    inRange: households > range.max ? false : unknown > 0 ? null : inRange,
    crossesAreas,
  };
}

/** Depth first over the grid's own arcs; marks its members in `seen`. */
function countPieces(
  members: readonly number[],
  { offsets, neighbours }: Pick<UnitGraph, "offsets" | "neighbours">,
  gridOf: Int32Array,
  seen: Uint8Array,
): number {
  let pieces = 0;
  for (const start of members) {
    if (seen[start] === 1) continue;
    pieces++;
    const stack = [start];
    seen[start] = 1;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      for (let arc = offsets[at]!; arc < offsets[at + 1]!; arc++) {
        const next = neighbours[arc]!;
        if (gridOf[next] !== gridOf[start] || seen[next] === 1) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
  }
  return pieces;
}

function splitCompounds(units: GridUnits, gridOf: Int32Array, range: HouseholdRange): GridReport["split"] {
  const grids = new Map<number, Set<number>>();
  const households = new Map<number, number>();
  for (let unit = 0; unit < units.count; unit++) {
    const compound = units.compound[unit]!;
    if (compound < 0 || gridOf[unit]! < 0) continue;
    grids.set(compound, (grids.get(compound) ?? new Set()).add(gridOf[unit]!));
    households.set(compound, (households.get(compound) ?? 0) + (units.households[unit]! || 0));
  }
  return [...grids.entries()]
    .filter(([, own]) => own.size > 1)
    .map(([compound, own]) => {
      const sum = households.get(compound)!;
      return { compound, grids: own.size, households: sum, fault: sum <= range.max };
    })
    .sort((a, b) => a.compound - b.compound);
}
