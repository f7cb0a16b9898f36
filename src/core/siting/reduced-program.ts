// What the bound leaves undecided, as a mixed-integer program in the radius formulation (Cornuéjols, Nemhauser &
// Wolsey 1980; García, Labbé & Marín 2011): per demand point one column a distinct cost, "no open site within it",
// each row adding the sites of that cost only. Sites decided by reduced cost are gone, and so is each
// pair that costs more than its multiplier by more than the gap (Beasley 1993): no better answer uses it.

import { ProgramBuilder } from "./build-program.ts";
import type { LagrangeState } from "./lagrange-bound.ts";
import type { ServingProblem } from "./serving.ts";
import type { MixedProgram } from "./solver.ts";

export interface ReducedProgram {
  readonly program: MixedProgram;
  /** Cost that no column bears; add it to the program's. */
  readonly base: number;
  /** Candidate of each of the first columns. */
  readonly sites: Uint32Array;
  /** A feasible point from open sites, or null when it uses what was left out. */
  readonly pointOf: (open: Uint8Array) => Float64Array | null;
}

/** null: more than `mostEntries` entries. */
export function reduceProgram(
  problem: ServingProblem,
  state: LagrangeState,
  mostEntries: number,
): ReducedProgram | null {
  const { siteCount, price, limit } = problem;
  const builder = new ProgramBuilder();
  const columnOf = new Int32Array(siteCount).fill(-1);
  const sites: number[] = [];
  let left = limit;
  for (let j = 0; j < siteCount; j++) {
    if (state.decided[j] === 2) left -= price[j]!;
    if (state.decided[j] !== 0) continue;
    columnOf[j] = builder.choice(0);
    sites.push(j);
  }
  for (let j = 0; j < siteCount; j++) if (columnOf[j]! >= 0) builder.entry(columnOf[j]!, price[j]!);
  builder.row(-Infinity, left);
  const ladder: Ladder = { builder, columnOf, demand: [], level: [] };
  let base = 0;
  for (let i = 0; i < problem.count; i++) {
    base += addDemand(problem, state, i, ladder);
    if (builder.entryCount > mostEntries) return null;
  }
  const program = builder.build();
  const pointOf = (open: Uint8Array): Float64Array | null =>
    pointFrom(problem, state, sites, ladder, program, open);
  return { program, base, sites: Uint32Array.from(sites), pointOf };
}

interface Ladder {
  readonly builder: ProgramBuilder;
  readonly columnOf: Int32Array;
  /** Demand and cost of each column after the sites': 1 when no open site is within that cost. */
  readonly demand: number[];
  readonly level: number[];
}

/** Columns and rows of one demand point; returns the least it costs. */
function addDemand(problem: ServingProblem, state: LagrangeState, i: number, ladder: Ladder): number {
  const { builder } = ladder;
  const fallback = problem.fallback[i]!;
  const slack = Math.max(0, state.best - state.bound) + 1e-7 * Math.max(1, Math.abs(state.best));
  const most = state.multiplier[i]! + slack;
  let base = -1;
  let previous = -1;
  for (const { level, columns, isCertain } of levelsOf(problem, state, ladder.columnOf, i, most)) {
    if (base < 0) base = level;
    else rise(ladder, previous, level);
    if (isCertain) return base;
    for (const column of columns) builder.entry(column, 1);
    const isFirst = previous < 0;
    if (!isFirst) builder.entry(previous, -1);
    previous = builder.column(0, 0, 1, false);
    ladder.demand.push(i);
    ladder.level.push(level);
    builder.entry(previous, 1);
    builder.row(isFirst ? 1 : 0, Infinity);
  }
  if (base < 0) return fallback;
  if (fallback <= most) rise(ladder, previous, fallback);
  else builder.forbid(previous);
  return base;
}

interface Level {
  readonly level: number;
  /** Undecided sites of that cost; `isCertain`: one that is open in any case is among its sites. */
  readonly columns: readonly number[];
  readonly isCertain: boolean;
}

/** Distinct costs up to `most` at which demand i has a site that may be open. */
function* levelsOf(
  { offsets, site, cost }: ServingProblem,
  { decided }: LagrangeState,
  columnOf: Int32Array,
  i: number,
  most: number,
): Generator<Level> {
  const end = offsets[i + 1]!;
  let k = offsets[i]!;
  while (k < end && cost[k]! <= most) {
    const level = cost[k]!;
    const columns: number[] = [];
    let isCertain = false;
    for (; k < end && cost[k] === level; k++) {
      const column = columnOf[site[k]!]!;
      if (column >= 0) columns.push(column);
      isCertain ||= decided[site[k]!] === 2;
    }
    if (columns.length > 0 || isCertain) yield { level, columns, isCertain };
  }
}

/** The column that stands for "beyond the last level" bears what the next level costs more. */
function rise({ builder, level }: Ladder, column: number, to: number): void {
  builder.setCost(column, to - level[level.length - 1]!);
}

function pointFrom(
  { offsets, site, cost }: ServingProblem,
  { decided }: LagrangeState,
  sites: readonly number[],
  { demand, level }: Ladder,
  program: MixedProgram,
  open: Uint8Array,
): Float64Array | null {
  if (decided.some((fate, j) => (fate === 1 && open[j] === 1) || (fate === 2 && open[j] === 0))) return null;
  const point = new Float64Array(program.cost.length);
  sites.forEach((j, column) => {
    point[column] = open[j]!;
  });
  for (let z = 0; z < demand.length; z++) {
    const i = demand[z]!;
    let k = offsets[i]!;
    while (k < offsets[i + 1]! && cost[k]! <= level[z]! && open[site[k]!] === 0) k++;
    const column = sites.length + z;
    point[column] = k < offsets[i + 1]! && cost[k]! <= level[z]! ? 0 : 1;
    if (point[column]! > program.upper[column]!) return null;
  }
  return point;
}
