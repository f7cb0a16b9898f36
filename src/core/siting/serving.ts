// Serving at least cost: open sites so that Σ over demand of the cheapest open site, or of the fallback where that is
// cheaper, is least. p-median is this with no fallback in sight; maximal covering is this with cost 0 inside the
// radius and the demand's weight as fallback. Costs are totals: weight × cost of one.

import type { CostTable } from "./cost-table.ts";

export interface ServingProblem {
  readonly count: number;
  readonly siteCount: number;
  /** CSR by demand, cheapest first; only pairs cheaper than the fallback. */
  readonly offsets: Uint32Array;
  readonly site: Uint32Array;
  readonly cost: Float64Array;
  /** Cost of leaving demand i without a site. */
  readonly fallback: Float64Array;
  /** 1: stays open whatever happens. */
  readonly fixed: Uint8Array;
  /** What opening takes of `limit`: 1 each when sites are counted, money when there is a budget. */
  readonly price: Float64Array;
  readonly limit: number;
  /** Every objective is a multiple of this; 0 when no such step is known. */
  readonly step: number;
}

export interface OpeningRule {
  readonly fixed: Uint8Array;
  readonly price: Float64Array;
  readonly limit: number;
}

/**
 * p-median: weighted cost, everybody served. Leaving one out costs more than any answer that leaves nobody out, so an
 * optimum that reaches `mustServe` proves that there is no such answer.
 */
export function medianProblem(
  table: CostTable,
  weight: Float64Array,
  rule: OpeningRule,
): { readonly serving: ServingProblem; readonly mustServe: number } {
  const rows = positiveRows(table, weight);
  const { offsets, site, cost } = selectRows(table, rows, (i) => table.offsets[i + 1]!);
  let mustServe = 1;
  rows.forEach((i, row) => {
    for (let k = offsets[row]!; k < offsets[row + 1]!; k++) cost[k]! *= weight[i]!;
    if (offsets[row]! < offsets[row + 1]!) mustServe += cost[offsets[row + 1]! - 1]!;
  });
  const fallback = new Float64Array(rows.length).fill(mustServe);
  const step = stepOf(cost);
  return {
    serving: { count: rows.length, siteCount: table.siteCount, offsets, site, cost, fallback, step, ...rule },
    mustServe,
  };
}

/** Demand rows that count. */
export const positiveRows = (table: CostTable, weight: Float64Array): Uint32Array =>
  Uint32Array.from({ length: table.demandCount }, (_, i) => i).filter((i) => weight[i]! > 0);

/** Copies of some rows, each up to where `end` says. */
export function selectRows(
  table: CostTable,
  rows: Uint32Array,
  end: (i: number) => number,
): { offsets: Uint32Array; site: Uint32Array; cost: Float64Array } {
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((i, row) => {
    offsets[row + 1] = offsets[row]! + end(i) - table.offsets[i]!;
  });
  const site = new Uint32Array(offsets[rows.length]!);
  const cost = new Float64Array(site.length);
  rows.forEach((i, row) => {
    const from = table.offsets[i]!;
    const to = from + offsets[row + 1]! - offsets[row]!;
    site.set(table.site.subarray(from, to), offsets[row]!);
    cost.set(table.cost.subarray(from, to), offsets[row]!);
  });
  return { offsets, site, cost };
}

/** The largest step of which all values are multiples, in thousandths; 0 when there is none. */
export function stepOf(values: Float64Array): number {
  for (const scale of [1, 10, 100, 1000]) {
    const step = commonStep(values, scale);
    if (step > 0) return step / scale;
  }
  return 0;
}

function commonStep(values: Float64Array, scale: number): number {
  let step = 0;
  for (const value of values) {
    const whole = Math.round(value * scale);
    if (Math.abs(value * scale - whole) > 1e-9 * Math.max(1, whole) || whole > 2 ** 52) return 0;
    if (step !== 1) step = greatestDivisor(step, whole);
  }
  return step;
}

function greatestDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
