// Shorter borders by single units that change sides: simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983) on the
// border alone. A move that worsens what counts before the border is never made, one that betters it always, and a
// grid never falls apart (geo-graph test, contiguity.ts). About a million moves a second, whatever the number of
// grids, so it shapes nets of tens of thousands of units; the budget is moves, never time.

import type { Random } from "../base/index.ts";
import { Contiguity } from "./contiguity.ts";
import { compareCosts, costOf, outsideOf, targetOf, unevenOf } from "./grid-cost.ts";
import type { GridProblem, HouseholdRange } from "./grid-units.ts";

/** Moves between two looks at the search: some milliseconds. */
const BREATH = 20_000;

/** Temperature at the start and at the end, as shares of the mean border between two units. */
const HOT = 0.9;
const COLD = 0.02;

/** Changes `gridOf` in place, never for the worse in all; gives the share of moves done now and then. */
export function* annealBorders(
  problem: GridProblem,
  range: HouseholdRange,
  gridOf: Int32Array,
  moves: number,
  random: Random,
): Generator<number, void> {
  const { offsets, neighbours, border } = problem.graph;
  if (border.length === 0) return;
  const before = Int32Array.from(gridOf);
  const flips = new Flips(problem, range, gridOf);
  const mean = border.reduce((sum, own) => sum + own, 0) / border.length;
  let heat = HOT * mean;
  const cooling = (COLD / HOT) ** (BREATH / Math.max(BREATH, moves));
  for (let move = 0; move < moves; move++) {
    if (move % BREATH === BREATH - 1) {
      heat *= cooling;
      yield move / moves;
    }
    const unit = Math.floor(random() * problem.count);
    const degree = offsets[unit + 1]! - offsets[unit]!;
    if (degree === 0) continue;
    const to = gridOf[neighbours[offsets[unit]! + Math.floor(random() * degree)]!]!;
    if (to !== gridOf[unit]) flips.tryMove(unit, to, heat, random);
  }
  if (compareCosts(costOf(problem, gridOf, range), costOf(problem, before, range)) > 0) gridOf.set(before);
}

class Flips {
  private readonly problem: GridProblem;
  private readonly range: HouseholdRange;
  private readonly gridOf: Int32Array;
  private readonly contiguity: Contiguity;
  private readonly all: number;
  private readonly target: number;
  /** Per grid. */
  private readonly households: Float64Array;
  private readonly units: Uint32Array;
  /** Units of a compound in a grid, under compound · grids + grid. */
  private readonly inGrid = new Map<number, number>();

  constructor(problem: GridProblem, range: HouseholdRange, gridOf: Int32Array) {
    this.problem = problem;
    this.range = range;
    this.gridOf = gridOf;
    const { offsets, neighbours } = problem.graph;
    this.contiguity = new Contiguity({ offsets, neighbours, closed: closedArcs(problem.graph) });
    this.all = problem.households.reduce((sum, own) => sum + own, 0);
    this.target = targetOf(problem, this.all, range);
    const grids = gridOf.reduce((most, grid) => Math.max(most, grid), -1) + 1;
    this.households = new Float64Array(grids);
    this.units = new Uint32Array(grids);
    for (let unit = 0; unit < problem.count; unit++) this.count(unit, gridOf[unit]!, 1);
  }

  tryMove(unit: number, to: number, heat: number, random: Random): void {
    const from = this.gridOf[unit]!;
    if (this.units[from] === 1) return;
    const weighty = this.weightyChange(unit, from, to);
    if (weighty > 0) return;
    if (weighty === 0) {
      const change = this.borderChange(unit, from, to);
      if (change > 0 && random() >= Math.exp(-change / heat)) return;
    }
    if (!this.contiguity.mayLeave(this.gridOf, unit)) return;
    this.count(unit, from, -1);
    this.count(unit, to, 1);
    this.gridOf[unit] = to;
  }

  /** What counts before the border: the first term that changes. */
  private weightyChange(unit: number, from: number, to: number): number {
    const { households, compound, previous } = this.problem;
    const own = households[unit]!;
    const [a, b] = [this.households[from]!, this.households[to]!];
    const outside =
      outsideOf(a - own, this.range) +
      outsideOf(b + own, this.range) -
      outsideOf(a, this.range) -
      outsideOf(b, this.range);
    if (outside !== 0) return outside;
    const home = previous?.[unit] ?? -1;
    if (home >= 0 && own > 0 && (home === from || home === to)) return home === from ? own : -own;
    const place = compound[unit]! * this.units.length;
    if (compound[unit]! >= 0) {
      const cuts = (this.inGrid.get(place + to) ? 0 : 1) - (this.inGrid.get(place + from) === 1 ? 1 : 0);
      if (cuts !== 0) return cuts;
    }
    return this.uneven(a - own) + this.uneven(b + own) - this.uneven(a) - this.uneven(b);
  }

  private borderChange(unit: number, from: number, to: number): number {
    const { offsets, neighbours, border } = this.problem.graph;
    let change = 0;
    for (let arc = offsets[unit]!; arc < offsets[unit + 1]!; arc++) {
      const grid = this.gridOf[neighbours[arc]!]!;
      if (grid === from) change += border[arc]!;
      else if (grid === to) change -= border[arc]!;
    }
    return change;
  }

  private uneven(households: number): number {
    return unevenOf(households, this.all, this.target, this.range);
  }

  private count(unit: number, grid: number, sign: 1 | -1): void {
    this.households[grid]! += sign * this.problem.households[unit]!;
    this.units[grid]! += sign;
    const compound = this.problem.compound[unit]!;
    if (compound < 0) return;
    const place = compound * this.units.length + grid;
    this.inGrid.set(place, (this.inGrid.get(place) ?? 0) + sign);
  }
}

/** 1 where the unit of an arc and that of the next one in the list are neighbours themselves. */
function closedArcs({ offsets, neighbours }: GridProblem["graph"]): Uint8Array {
  const closed = new Uint8Array(neighbours.length);
  for (let unit = 0; unit + 1 < offsets.length; unit++) {
    const [first, end] = [offsets[unit]!, offsets[unit + 1]!];
    for (let arc = first; arc < end; arc++) {
      const one = neighbours[arc]!;
      const next = neighbours[arc + 1 < end ? arc + 1 : first]!;
      if (neighbours.subarray(offsets[one]!, offsets[one + 1]!).includes(next)) closed[arc] = 1;
    }
  }
  return closed;
}
