// Fewest sites that cover enough weight, as a program: a column a site, and where not everything has to be covered a
// column a demand point (Toregas et al. 1971; Daskin & Owen 1999 for the partial form). Demand points with the same
// sites are one, and a site that covers nothing another does not cover as cheaply is left out.

import { ProgramBuilder } from "./build-program.ts";
import type { CostTable } from "./cost-table.ts";
import { firstBeyond } from "./cost-table.ts";
import { positiveRows } from "./serving.ts";
import type { MixedProgram } from "./solver.ts";

/** Who covers whom, reduced. Everything by class of demand points that the same sites cover. */
export interface CoverProblem {
  readonly siteCount: number;
  /** CSR: sites of class i. */
  readonly offsets: Uint32Array;
  readonly site: Uint32Array;
  readonly weight: Float64Array;
  /** Class of each demand point; -1: without weight, or no site covers it. */
  readonly classOf: Int32Array;
  readonly fixed: Uint8Array;
  /** 1: another site covers all it covers at no higher price. */
  readonly dominated: Uint8Array;
}

export function coverProblem(
  table: CostTable,
  weight: Float64Array,
  radius: number,
  fixed: Uint8Array,
  price: Float64Array,
): CoverProblem {
  const classOf = new Int32Array(table.demandCount).fill(-1);
  const places = new Map<string, number>();
  const classes: Uint32Array[] = [];
  const sums: number[] = [];
  for (const i of positiveRows(table, weight)) {
    const sites = table.site.slice(table.offsets[i]!, firstBeyond(table, i, radius)).sort();
    if (sites.length === 0) continue;
    const key = sites.join();
    let place = places.get(key);
    if (place === undefined) {
      place = classes.push(sites) - 1;
      places.set(key, place);
      sums.push(0);
    }
    sums[place]! += weight[i]!;
    classOf[i] = place;
  }
  const offsets = new Uint32Array(classes.length + 1);
  classes.forEach((sites, c) => {
    offsets[c + 1] = offsets[c]! + sites.length;
  });
  const site = new Uint32Array(offsets[classes.length]!);
  classes.forEach((sites, c) => {
    site.set(sites, offsets[c]!);
  });
  const { siteCount } = table;
  const dominated = dominatedSites(siteCount, offsets, site, fixed, price);
  return { siteCount, offsets, site, weight: Float64Array.from(sums), classOf, fixed, dominated };
}

export interface CoverProgram {
  readonly program: MixedProgram;
  readonly columnOf: Int32Array;
  readonly pointOf: (open: Uint8Array) => Float64Array;
}

/** `target`: weight to cover; the whole of `weight` makes every class a must. */
export function coverProgram(cover: CoverProblem, target: number): CoverProgram {
  const { siteCount, offsets, site, weight, fixed, dominated } = cover;
  const builder = new ProgramBuilder();
  const columnOf = new Int32Array(siteCount).fill(-1);
  for (let j = 0; j < siteCount; j++) {
    if (dominated[j] === 0) columnOf[j] = builder.column(1, fixed[j]!, 1, true);
  }
  const total = weight.reduce((sum, value) => sum + value, 0);
  const isFull = target >= total * (1 - 1e-12);
  const served: number[] = [];
  for (let c = 0; c < weight.length; c++) {
    for (let k = offsets[c]!; k < offsets[c + 1]!; k++) {
      if (columnOf[site[k]!]! >= 0) builder.entry(columnOf[site[k]!]!, 1);
    }
    if (!isFull) {
      served.push(builder.column(0, 0, 1, false));
      builder.entry(served[c]!, -1);
    }
    builder.row(isFull ? 1 : 0, Infinity);
  }
  if (!isFull) {
    served.forEach((column, c) => {
      builder.entry(column, weight[c]!);
    });
    builder.row(target, Infinity);
  }
  const program = builder.build();
  const pointOf = (open: Uint8Array): Float64Array => {
    const point = new Float64Array(program.cost.length);
    columnOf.forEach((column, j) => {
      if (column >= 0) point[column] = open[j]!;
    });
    served.forEach((column, c) => {
      for (let k = offsets[c]!; k < offsets[c + 1]!; k++) if (open[site[k]!] === 1) point[column] = 1;
    });
    return point;
  };
  return { program, columnOf, pointOf };
}

/** A site is compared with those that cover its rarest class; of equals the first stays. Fixed sites stay. */
function dominatedSites(
  siteCount: number,
  offsets: Uint32Array,
  site: Uint32Array,
  fixed: Uint8Array,
  price: Float64Array,
): Uint8Array {
  const covers: number[][] = Array.from({ length: siteCount }, () => []);
  for (let c = 0; c + 1 < offsets.length; c++) {
    for (let k = offsets[c]!; k < offsets[c + 1]!; k++) covers[site[k]!]!.push(c);
  }
  const size = (c: number): number => offsets[c + 1]! - offsets[c]!;
  const dominated = new Uint8Array(siteCount);
  const mark = new Int32Array(offsets.length).fill(-1);
  for (let j = 0; j < siteCount; j++) {
    const mine = covers[j]!;
    if (fixed[j] === 1) continue;
    for (const c of mine) mark[c] = j;
    const holdsMine = (other: number): boolean =>
      other !== j &&
      dominated[other] === 0 &&
      (fixed[other] === 1 || price[other]! <= price[j]!) &&
      covers[other]!.length >= mine.length &&
      covers[other]!.filter((c) => mark[c] === j).length === mine.length;
    const rarest = mine.reduce((a, b) => (size(b) < size(a) ? b : a), mine[0] ?? -1);
    const rivals = rarest < 0 ? [] : [...site.subarray(offsets[rarest]!, offsets[rarest + 1]!)];
    if (rarest < 0 || rivals.some(holdsMine)) dominated[j] = 1;
  }
  return dominated;
}
