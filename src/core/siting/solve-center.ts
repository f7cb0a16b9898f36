// Smallest worst walk (p-centre): the answer is one of the costs in the table, so the distinct costs are searched by
// bisection, asking at each whether so many sites cover everybody within it (Minieka 1970; Daskin 2000). A question
// that stays open at the end of the time leaves a gap and is counted on neither side.

import { type CostTable, firstBeyond } from "./cost-table.ts";
import { coverProblem } from "./cover-program.ts";
import { type OpeningRule, positiveRows } from "./serving.ts";
import { isOver, type SitingControl } from "./siting-control.ts";
import { solveCover } from "./solve-cover.ts";
import type { Solver } from "./solver.ts";

export interface CenterAnswer {
  /** null: no answer was found. */
  readonly open: Uint8Array | null;
  readonly objective: number;
  readonly bound: number;
}

export async function solveCenter(
  table: CostTable,
  weight: Float64Array,
  { fixed, limit }: OpeningRule,
  solver: Solver | null,
  control: SitingControl,
): Promise<CenterAnswer> {
  const rows = positiveRows(table, weight);
  const price = new Float64Array(table.siteCount).fill(1);
  const costs = distinctCosts(table, rows);
  let low = costs.findIndex((cost) => rows.every((i) => firstBeyond(table, i, cost) > table.offsets[i]!));
  let high = costs.length;
  let open: Uint8Array | null = null;
  let proven = low;
  const quiet = { ...control, gap: 0, report: () => undefined };
  while (low >= 0 && low < high && !isOver(control)) {
    const middle =
      open === null && low === proven && high === costs.length ? firstGuess(low, high) : (low + high) >> 1;
    const cover = coverProblem(table, weight, costs[middle]!, fixed, price);
    const total = cover.weight.reduce((sum, value) => sum + value, 0);
    const answer = await solveCover(cover, total, solver, quiet, { sites: limit });
    if (answer.objective <= limit) {
      open = answer.open;
      high = middle;
    } else {
      if (answer.bound > limit && proven === low) proven = middle + 1;
      low = middle + 1;
    }
    control.report(costs[high] ?? Infinity, costs[proven] ?? Infinity, open ?? undefined);
    await control.pause();
  }
  if (low < 0 || (open === null && proven >= costs.length))
    return { open: null, objective: Infinity, bound: Infinity };
  const objective = open === null ? Infinity : worstWalk(table, rows, open);
  return { open, objective, bound: Math.min(objective, costs[proven] ?? Infinity) };
}

/** Most answers lie far below the largest cost. */
const firstGuess = (low: number, high: number): number => low + ((high - low) >> 2);

function distinctCosts(table: CostTable, rows: Uint32Array): Float64Array {
  const all: Float64Array[] = [];
  for (const i of rows) all.push(table.cost.subarray(table.offsets[i]!, table.offsets[i + 1]!));
  const joined = new Float64Array(all.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of all) {
    joined.set(part, at);
    at += part.length;
  }
  joined.sort();
  return joined.filter((cost, k) => k === 0 || cost !== joined[k - 1]);
}

function worstWalk({ offsets, site, cost }: CostTable, rows: Uint32Array, open: Uint8Array): number {
  let worst = 0;
  for (const i of rows) {
    let k = offsets[i]!;
    while (k < offsets[i + 1]! && open[site[k]!] === 0) k++;
    worst = Math.max(worst, k < offsets[i + 1]! ? cost[k]! : Infinity);
  }
  return worst;
}
