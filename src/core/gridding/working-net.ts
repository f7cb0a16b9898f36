// A net while an engine works on it: grids as lists of units, the cost of any few neighbouring grids without
// looking at the others (costs are sums over grids and over borders between two), and their replacement.

import type { GridCost } from "./grid-cost.ts";
import { outsideOf, targetOf, unevenOf } from "./grid-cost.ts";
import type { GridProblem, HouseholdRange } from "./grid-units.ts";

export class WorkingNet {
  readonly problem: GridProblem;
  readonly range: HouseholdRange;
  /** Grid of each unit. */
  readonly gridOf: Int32Array;
  private readonly members = new Map<number, readonly number[]>();
  /** Households of each grid. */
  private readonly totals = new Map<number, number>();
  private readonly all: number;
  private readonly target: number;
  private fresh: number;
  /** Part of each unit in the question at hand, -1 for none; left clean by every method. */
  private readonly mark: Int32Array;
  private readonly stack: number[] = [];

  /** `gridOf` is taken over, not copied. Numbers from `fresh` on are free for new grids. */
  constructor(problem: GridProblem, range: HouseholdRange, gridOf: Int32Array, fresh?: number) {
    this.problem = problem;
    this.range = range;
    this.gridOf = gridOf;
    this.all = problem.households.reduce((sum, own) => sum + own, 0);
    this.target = targetOf(problem, this.all, range);
    this.mark = new Int32Array(problem.count).fill(-1);
    this.fresh = fresh ?? gridOf.reduce((most, grid) => Math.max(most, grid), -1) + 1;
    const lists = new Map<number, number[]>();
    for (let unit = 0; unit < gridOf.length; unit++) {
      const list = lists.get(gridOf[unit]!);
      if (list) list.push(unit);
      else lists.set(gridOf[unit]!, [unit]);
    }
    for (const [grid, list] of lists) {
      this.members.set(grid, list);
      this.totals.set(grid, this.householdsOf(list));
    }
  }

  /** The first of the numbers free for new grids. */
  get nextName(): number {
    return this.fresh;
  }

  get grids(): number[] {
    return [...this.members.keys()];
  }

  unitsOf(grid: number): readonly number[] {
    return this.members.get(grid) ?? [];
  }

  householdsOf(units: readonly number[]): number {
    let sum = 0;
    for (const unit of units) sum += this.problem.households[unit]!;
    return sum;
  }

  isOutside(grid: number): boolean {
    return outsideOf(this.totals.get(grid) ?? 0, this.range) > 0;
  }

  /** Grids that touch `grid`, ascending. */
  besides(grid: number): number[] {
    const { offsets, neighbours } = this.problem.graph;
    const found = new Set<number>();
    for (const unit of this.unitsOf(grid)) {
      for (let arc = offsets[unit]!; arc < offsets[unit + 1]!; arc++)
        found.add(this.gridOf[neighbours[arc]!]!);
    }
    found.delete(grid);
    return [...found].sort((a, b) => a - b);
  }

  /**
   * What a few grids add to the net's cost, given as lists of units with their grid numbers: `cuts` without the
   * constant number of compounds, `border` only between them (what lies around them stays as it is).
   */
  costOf(parts: readonly (readonly number[])[], names: readonly number[]): GridCost {
    const { households, compound, graph, previous } = this.problem;
    const { mark } = this;
    parts.forEach((part, k) => {
      for (const unit of part) mark[unit] = k;
    });
    let [outside, moved, cuts, uneven, border] = [0, 0, 0, 0, 0];
    parts.forEach((part, k) => {
      let own = 0;
      const compounds = new Set<number>();
      for (const unit of part) {
        own += households[unit]!;
        if (compound[unit]! >= 0) compounds.add(compound[unit]!);
        if (previous && previous[unit]! >= 0 && previous[unit] !== names[k]) moved += households[unit]!;
        for (let arc = graph.offsets[unit]!; arc < graph.offsets[unit + 1]!; arc++) {
          if (mark[graph.neighbours[arc]!]! > k) border += graph.border[arc]!;
        }
      }
      outside += outsideOf(own, this.range);
      uneven += unevenOf(own, this.all, this.target, this.range);
      cuts += compounds.size;
    });
    for (const part of parts) for (const unit of part) mark[unit] = -1;
    return { outside, moved, cuts, uneven, border };
  }

  /** Names for `parts` that take over `grids`: each keeps the name under which most of its households stay. */
  nameParts(parts: readonly (readonly number[])[], grids: readonly number[]): number[] {
    if (this.problem.previous === null) return parts.map((_, k) => grids[k] ?? this.fresh + k - grids.length);
    const before = this.problem.previous;
    const shares: { readonly part: number; readonly grid: number; readonly households: number }[] = [];
    parts.forEach((units, part) => {
      for (const grid of grids) {
        const households = this.householdsOf(units.filter((unit) => before[unit] === grid));
        shares.push({ part, grid, households });
      }
    });
    shares.sort((a, b) => b.households - a.households || a.part - b.part || a.grid - b.grid);
    const names = parts.map(() => -1);
    const taken = new Set<number>();
    for (const { part, grid } of shares) {
      if (names[part] !== -1 || taken.has(grid)) continue;
      names[part] = grid;
      taken.add(grid);
    }
    let next = this.fresh;
    return names.map((name) => (name === -1 ? next++ : name));
  }

  /** Puts `parts` under `names` in the place of `grids`, which hold the same units. */
  replace(grids: readonly number[], parts: readonly (readonly number[])[], names: readonly number[]): void {
    for (const grid of grids) {
      this.members.delete(grid);
      this.totals.delete(grid);
    }
    parts.forEach((part, k) => {
      this.members.set(names[k]!, part);
      this.totals.set(names[k]!, this.householdsOf(part));
      this.fresh = Math.max(this.fresh, names[k]! + 1);
      for (const unit of part) this.gridOf[unit] = names[k]!;
    });
  }

  /** Is this list of units connected without any other? */
  isConnected(units: readonly number[]): boolean {
    if (units.length === 0) return false;
    const { mark, stack } = this;
    const { offsets, neighbours } = this.problem.graph;
    for (const unit of units) mark[unit] = 0;
    let left = units.length - 1;
    mark[units[0]!] = -1;
    stack.push(units[0]!);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      for (let arc = offsets[at]!; arc < offsets[at + 1]!; arc++) {
        const next = neighbours[arc]!;
        if (mark[next] !== 0) continue;
        mark[next] = -1;
        left--;
        stack.push(next);
      }
    }
    for (const unit of units) mark[unit] = -1;
    return left === 0;
  }
}
