// Brings one grid of a net back into the range with the fewest households moved: best-first search over single
// units crossing a border of whichever grid is then worst (so that a neighbour left short is served by its own
// neighbours in turn), and over cuts of a grid that is large enough for two. States are ordered by households
// moved so far plus what the grids still lack or hold too many; the budget is states, and a repair within it is
// the cheapest the search met, not proven the cheapest there is.

import type { Random } from "../base/index.ts";
import { outsideOf, targetGrids } from "./grid-cost.ts";
import type { GridProblem, HouseholdRange } from "./grid-units.ts";
import { sliceProblem } from "./grid-units.ts";
import { splitByTree } from "./split-by-tree.ts";
import type { WorkingNet } from "./working-net.ts";

/** Random cuts tried of a grid that is large enough for two. */
const CUTS = 12;

/** Changes `net` and says true when a net with less `outside` was found within `states`; `locked` grids stay. */
export function repairGrid(
  net: WorkingNet,
  grid: number,
  locked: ReadonlySet<number>,
  states: number,
  random: Random,
): boolean {
  const region = regionOf(net, grid, locked);
  const members = Uint32Array.from(region.flatMap((own) => net.unitsOf(own))).sort();
  const local = sliceProblem(net.problem, net.problem.graph, members, null);
  const previous = Int32Array.from(members, (unit) => net.problem.previous?.[unit] ?? net.gridOf[unit]!);
  const start = Int32Array.from(members, (unit) => net.gridOf[unit]!);
  const search = new RepairSearch({ ...local, previous }, net.range, net.nextName, random);
  const labels = search.run(start, grid, states);
  if (labels === null) return false;
  const parts = new Map<number, number[]>();
  labels.forEach((name, i) => {
    parts.set(name, [...(parts.get(name) ?? []), members[i]!]);
  });
  net.replace(region, [...parts.values()], [...parts.keys()]);
  return true;
}

/** The grid and the grids at most two borders away. */
function regionOf(net: WorkingNet, grid: number, locked: ReadonlySet<number>): number[] {
  const region = new Set([grid]);
  for (let ring = 0; ring < 2; ring++) {
    for (const own of [...region]) {
      for (const beside of net.besides(own)) if (!locked.has(beside)) region.add(beside);
    }
  }
  return [...region];
}

interface State {
  readonly labels: Int32Array;
  /** Households moved from the previous net plus households still wrong. */
  readonly estimate: number;
  readonly wrong: number;
  readonly outside: number;
}

class RepairSearch {
  private readonly problem: GridProblem & { readonly previous: Int32Array };
  private readonly range: HouseholdRange;
  private readonly fresh: number;
  private readonly random: Random;
  /** Best last. */
  private readonly open: State[] = [];
  private readonly seen = new Set<string>();

  constructor(
    problem: GridProblem & { readonly previous: Int32Array },
    range: HouseholdRange,
    fresh: number,
    random: Random,
  ) {
    this.problem = problem;
    this.range = range;
    this.fresh = fresh;
    this.random = random;
  }

  run(start: Int32Array, grid: number, states: number): Int32Array | null {
    const first = this.add(start);
    if (first === null) return null;
    this.addCuts(start, grid);
    for (let count = 0; count < states; count++) {
      const state = this.open.pop();
      if (state === undefined) return null;
      if (state.outside < first.outside) return state.labels;
      this.expand(state);
    }
    return null;
  }

  /** Puts a state in its place unless it was there before. */
  private add(labels: Int32Array): State | null {
    const key = labels.join();
    if (this.seen.has(key)) return null;
    this.seen.add(key);
    const { households, previous } = this.problem;
    let moved = 0;
    for (let i = 0; i < labels.length; i++) {
      if (previous[i]! >= 0 && previous[i] !== labels[i]) moved += households[i]!;
    }
    const totals = this.totalsOf(labels);
    let [lacking, excess, outside] = [0, 0, 0];
    for (const own of totals.values()) {
      if (own < this.range.min) lacking += Math.min(this.range.min - own, own);
      excess += Math.max(0, own - this.range.max);
      outside += outsideOf(own, this.range);
    }
    const wrong = Math.max(lacking, excess);
    const state = { labels, estimate: moved + wrong, wrong, outside };
    let low = 0;
    for (let high = this.open.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (isWorse(this.open[middle]!, state)) low = middle + 1;
      else high = middle;
    }
    this.open.splice(low, 0, state);
    return state;
  }

  private addCuts(start: Int32Array, grid: number): void {
    const units = [...start.keys()].filter((i) => start[i] === grid);
    const total = units.reduce((sum, i) => sum + this.problem.households[i]!, 0);
    const parts = Math.max(2, targetGrids(total, this.range));
    if (total < 2 * this.range.min) return;
    for (let cut = 0; cut < CUTS; cut++) {
      const pieces = splitByTree(this.problem, units, parts, this.range, this.random);
      const sums = pieces.map((piece) =>
        piece.reduce(
          (sum, i) => sum + (this.problem.previous[i] === grid ? this.problem.households[i]! : 0),
          0,
        ),
      );
      const heir = sums.indexOf(Math.max(...sums));
      const labels = Int32Array.from(start);
      pieces.forEach((piece, k) => {
        for (const i of piece) labels[i] = k === heir ? grid : this.fresh + k;
      });
      this.add(labels);
    }
  }

  /** Every single unit that may cross the border of the worst grid. */
  private expand({ labels }: State): void {
    const totals = this.totalsOf(labels);
    let worst = -1;
    let need = 0;
    for (const [grid, own] of totals) {
      const wrong = Math.max(this.range.min - own, own - this.range.max);
      if (wrong > need) [worst, need] = [grid, wrong];
    }
    const isLarge = (totals.get(worst) ?? 0) > this.range.max;
    const { offsets, neighbours } = this.problem.graph;
    for (let unit = 0; unit < labels.length; unit++) {
      if (labels[unit] !== worst) continue;
      for (let arc = offsets[unit]!; arc < offsets[unit + 1]!; arc++) {
        const other = neighbours[arc]!;
        if (labels[other] === worst) continue;
        this.move(labels, unit, labels[other]!);
        if (!isLarge) this.move(labels, other, worst);
      }
    }
  }

  private move(labels: Int32Array, unit: number, to: number): void {
    const next = Int32Array.from(labels);
    next[unit] = to;
    if (this.isConnected(next, labels[unit]!)) this.add(next);
  }

  private isConnected(labels: Int32Array, grid: number): boolean {
    const start = labels.indexOf(grid);
    if (start < 0) return true;
    const { offsets, neighbours } = this.problem.graph;
    const seen = new Uint8Array(labels.length);
    const stack = [start];
    seen[start] = 1;
    let count = 1;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      for (let arc = offsets[at]!; arc < offsets[at + 1]!; arc++) {
        const next = neighbours[arc]!;
        if (seen[next] || labels[next] !== grid) continue;
        seen[next] = 1;
        count++;
        stack.push(next);
      }
    }
    return count === labels.reduce((sum, own) => sum + (own === grid ? 1 : 0), 0);
  }

  private totalsOf(labels: Int32Array): Map<number, number> {
    const totals = new Map<number, number>();
    for (let i = 0; i < labels.length; i++) {
      totals.set(labels[i]!, (totals.get(labels[i]!) ?? 0) + this.problem.households[i]!);
    }
    return totals;
  }
}

const isWorse = (a: State, b: State): boolean =>
  a.estimate > b.estimate || (a.estimate === b.estimate && a.wrong > b.wrong);
