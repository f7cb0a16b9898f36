// The merged net: the base net gives way to the departments wherever that brings the nets together and spoils nothing.
// A conflict is settled by moving its units into the base grid that they touch most of those that belong to the
// department's grid they lie in; greedily, most households first, round after round until nothing more can be settled,
// as one move may make room for another. What cannot be settled is told with the reason, and is the department's to
// change (compare-nets.ts).

import type { NetComparison, NetConflict } from "./compare-nets.ts";
import { Contiguity } from "./contiguity.ts";
import type { GridUnits, HouseholdRange, UnitGraph } from "./grid-units.ts";

export const MERGE_REASONS = ["locked", "noCounterpart", "contested", "breaks", "outside", "cuts"] as const;
/**
 * locked: one of the two grids is; noCounterpart: no grid beside goes with the department's; contested: other departments would lose as much;
 * breaks: a grid would fall in pieces or lose its last unit; outside: more grids would be out of range; cuts: a
 * compound that fits in one grid would be in more grids than now.
 */
export type MergeReason = (typeof MERGE_REASONS)[number];

export interface MergeGrid {
  readonly locked: boolean;
  /** False for grids set aside: they have no range to keep. */
  readonly ranged: boolean;
}

export type MergeDepartment = Pick<NetComparison, "home" | "conflicts"> & {
  /** The department's grid of each unit, -1 = none. */
  readonly gridOf: Int32Array;
};

export interface MergeItem {
  /** Place of the department. */
  readonly department: number;
  readonly conflict: NetConflict;
}

export interface MergedNet {
  readonly gridOf: Int32Array;
  readonly settled: readonly MergeItem[];
  readonly open: readonly (MergeItem & { readonly reason: MergeReason })[];
}

export interface MergeGround {
  readonly units: GridUnits;
  readonly graph: UnitGraph;
}

/** `base`: grid per unit, -1 = none, an index into `grids`. */
export function mergeDepartments(
  ground: MergeGround,
  base: Int32Array,
  grids: readonly MergeGrid[],
  departments: readonly MergeDepartment[],
  range: HouseholdRange,
): MergedNet {
  const net = new MergingNet(ground, base, grids, departments, range);
  const settled: MergeItem[] = [];
  let open = departments
    .flatMap(({ conflicts }, department) => conflicts.map((conflict) => ({ department, conflict })))
    .sort((a, b) => b.conflict.households - a.conflict.households || a.department - b.department)
    .map((item) => ({ ...item, reason: "noCounterpart" as MergeReason }));
  for (let before = -1; before !== settled.length; ) {
    before = settled.length;
    open = open.flatMap((item) => {
      const into = counterpartOf(ground, net.gridOf, departments[item.department]!, item.conflict);
      const reason = net.settle(item, into);
      if (reason === null) settled.push({ department: item.department, conflict: item.conflict });
      return reason === null ? [] : [{ ...item, reason }];
    });
  }
  return { gridOf: net.gridOf, settled, open };
}

/** The base grid of the same community that goes with the department's grid they lie in, the one they touch most; -1: none. */
export function counterpartOf(
  {
    units,
    graph,
  }: { readonly units: Pick<GridUnits, "area">; readonly graph: Pick<UnitGraph, "offsets" | "neighbours"> },
  gridOf: Int32Array,
  { home }: Pick<NetComparison, "home">,
  { base, lies, units: rows }: NetConflict,
): number {
  const { offsets, neighbours } = graph;
  const touches = new Map<number, number>();
  for (const unit of rows) {
    for (let arc = offsets[unit]!; arc < offsets[unit + 1]!; arc++) {
      const beside = neighbours[arc]!;
      const grid = gridOf[beside]!;
      const fits = grid >= 0 && grid !== base && home.get(grid) === lies;
      if (fits && units.area[beside] === units.area[unit]) touches.set(grid, (touches.get(grid) ?? 0) + 1);
    }
  }
  return [...touches].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1;
}

/** The net while it is merged: members and households of each grid, grids of each compound. */
class MergingNet {
  readonly gridOf: Int32Array;
  readonly #ground: MergeGround;
  readonly #grids: readonly MergeGrid[];
  readonly #departments: readonly MergeDepartment[];
  readonly #range: HouseholdRange;
  readonly #contiguity: Contiguity;
  readonly #members: Set<number>[];
  /** Units of each compound. */
  readonly #compounds = new Map<number, number[]>();

  constructor(
    ground: MergeGround,
    base: Int32Array,
    grids: readonly MergeGrid[],
    departments: readonly MergeDepartment[],
    range: HouseholdRange,
  ) {
    this.gridOf = Int32Array.from(base);
    this.#ground = ground;
    this.#grids = grids;
    this.#departments = departments;
    this.#range = range;
    this.#contiguity = new Contiguity(ground.graph);
    this.#members = grids.map(() => new Set());
    base.forEach((grid, unit) => {
      if (grid >= 0) this.#members[grid]!.add(unit);
      const compound = ground.units.compound[unit]!;
      if (compound < 0) return;
      const own = this.#compounds.get(compound);
      if (own === undefined) this.#compounds.set(compound, [unit]);
      else own.push(unit);
    });
  }

  /** null when the department has its way with the units, else why not. */
  settle({ department, conflict: { base: from, lies, units } }: MergeItem, into: number): MergeReason | null {
    const { home } = this.#departments[department]!;
    const left = units.filter((unit) => home.get(this.gridOf[unit]!) !== lies);
    if (left.length === 0) return null;
    if (left.some((unit) => this.gridOf[unit] !== from)) return "contested";
    if (into < 0) return "noCounterpart";
    if (this.#grids[from]!.locked || this.#grids[into]!.locked) return "locked";
    if (!this.#gains(left, from, into)) return "contested";
    const before = this.#worthOf(left, from, into);
    this.#move(left, from, into);
    const reason = worse(before, this.#worthOf(left, from, into));
    if (reason !== null) this.#move(left, into, from);
    return reason;
  }

  /** Departments agree with more households (or as many, and more units) than before. */
  #gains(units: readonly number[], from: number, into: number): boolean {
    let [households, count] = [0, 0];
    for (const { home, gridOf } of this.#departments) {
      for (const unit of units) {
        const lies = gridOf[unit]!;
        if (lies < 0) continue;
        const won = Number(lies === home.get(into)) - Number(lies === home.get(from));
        households += won * (this.#ground.units.households[unit]! || 0);
        count += won;
      }
    }
    return households > 0 || (households === 0 && count > 0);
  }

  #worthOf(units: readonly number[], from: number, into: number): Worth {
    const both = [from, into];
    return {
      pieces: both.reduce((sum, grid) => sum + this.#piecesOf(grid), 0),
      isEmpty: this.#members[from]!.size === 0,
      outside: both.reduce((sum, grid) => sum + this.#outsideOf(grid), 0),
      cuts: this.#cutsOf(units),
    };
  }

  #piecesOf(grid: number): number {
    return this.#contiguity.piecesOf(this.gridOf, [...this.#members[grid]!]).length;
  }

  /** 1 when the known households of a grid are out of range. */
  #outsideOf(grid: number): number {
    const households = this.#sum(this.#members[grid]!);
    const { min, max } = this.#range;
    return this.#grids[grid]!.ranged && (households < min || households > max) ? 1 : 0;
  }

  /** Grids beyond the first of the units' compounds that would fit in one. */
  #cutsOf(units: readonly number[]): number {
    let cuts = 0;
    for (const compound of new Set(units.map((unit) => this.#ground.units.compound[unit]!))) {
      const own = this.#compounds.get(compound) ?? [];
      if (this.#sum(own) > this.#range.max) continue;
      cuts += new Set(own.map((unit) => this.gridOf[unit]!).filter((grid) => grid >= 0)).size;
    }
    return cuts;
  }

  #sum(units: Iterable<number>): number {
    let sum = 0;
    for (const unit of units) sum += this.#ground.units.households[unit]! || 0;
    return sum;
  }

  #move(units: readonly number[], from: number, into: number): void {
    for (const unit of units) {
      this.gridOf[unit] = into;
      this.#members[from]!.delete(unit);
      this.#members[into]!.add(unit);
    }
  }
}

interface Worth {
  readonly pieces: number;
  readonly isEmpty: boolean;
  readonly outside: number;
  readonly cuts: number;
}

function worse(before: Worth, after: Worth): MergeReason | null {
  if (after.pieces > before.pieces || after.isEmpty) return "breaks";
  if (after.outside > before.outside) return "outside";
  return after.cuts > before.cuts ? "cuts" : null;
}
