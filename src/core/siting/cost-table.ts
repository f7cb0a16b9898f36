// What it costs each demand point to reach each candidate: metres, minutes or whatever the caller measures in, one
// unit throughout. Rows of demand points, candidates in ascending cost, so that "the nearest open site" and "all
// within T" are both a walk from the front.

export interface CostTable {
  readonly demandCount: number;
  readonly siteCount: number;
  /** CSR: pairs of demand i are [offsets[i], offsets[i+1]), cheapest first; a pair that is absent cannot be walked. */
  readonly offsets: Uint32Array;
  readonly site: Uint32Array;
  readonly cost: Float64Array;
}

/** From a full matrix, row by demand; Infinity and NaN are pairs that cannot be walked. */
export function tableFromMatrix(costs: Float64Array, demandCount: number, siteCount: number): CostTable {
  if (costs.length !== demandCount * siteCount) {
    throw new Error(`a matrix of ${demandCount} × ${siteCount} needs that many costs, not ${costs.length}`);
  }
  const offsets = new Uint32Array(demandCount + 1);
  for (let i = 0, k = 0; i < demandCount; i++) {
    let count = 0;
    for (let j = 0; j < siteCount; j++, k++) if (costs[k]! < Infinity) count++;
    offsets[i + 1] = offsets[i]! + count;
  }
  const site = new Uint32Array(offsets[demandCount]!);
  const cost = new Float64Array(site.length);
  for (let i = 0, at = 0; i < demandCount; i++) {
    for (let j = 0; j < siteCount; j++) {
      const value = costs[i * siteCount + j]!;
      if (!(value < Infinity)) continue;
      site[at] = j;
      cost[at++] = value;
    }
  }
  return sortRows({ demandCount, siteCount, offsets, site, cost });
}

/** From pairs in any order; of a pair that is there twice both are kept, the cheaper comes first. */
export function tableFromPairs(
  pairs: {
    readonly demand: ArrayLike<number>;
    readonly site: ArrayLike<number>;
    readonly cost: ArrayLike<number>;
  },
  demandCount: number,
  siteCount: number,
): CostTable {
  const offsets = new Uint32Array(demandCount + 1);
  for (let k = 0; k < pairs.demand.length; k++) offsets[pairs.demand[k]! + 1]!++;
  for (let i = 0; i < demandCount; i++) offsets[i + 1]! += offsets[i]!;
  const next = offsets.slice(0, demandCount);
  const site = new Uint32Array(pairs.demand.length);
  const cost = new Float64Array(pairs.demand.length);
  for (let k = 0; k < pairs.demand.length; k++) {
    const at = next[pairs.demand[k]!]!++;
    site[at] = pairs.site[k]!;
    cost[at] = pairs.cost[k]!;
  }
  return sortRows({ demandCount, siteCount, offsets, site, cost });
}

/** From what each candidate reaches: demand points and their distances, `perUnit` of which are one of the table's. */
export function tableFromReach(
  reached: readonly { readonly points: Uint32Array; readonly distance: Uint32Array }[],
  demandCount: number,
  perUnit: number,
): CostTable {
  const offsets = new Uint32Array(demandCount + 1);
  for (const { points } of reached) for (const i of points) offsets[i + 1]!++;
  for (let i = 0; i < demandCount; i++) offsets[i + 1]! += offsets[i]!;
  const next = offsets.slice(0, demandCount);
  const site = new Uint32Array(offsets[demandCount]!);
  const cost = new Float64Array(site.length);
  reached.forEach(({ points, distance }, j) => {
    for (let k = 0; k < points.length; k++) {
      const at = next[points[k]!]!++;
      site[at] = j;
      cost[at] = distance[k]! / perUnit;
    }
  });
  return sortRows({ demandCount, siteCount: reached.length, offsets, site, cost });
}

/** The first pair of demand i that costs more than `limit`, by bisection. */
export function firstBeyond({ offsets, cost }: CostTable, i: number, limit: number): number {
  let low = offsets[i]!;
  let high = offsets[i + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cost[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Sorts every row in place. A cost as a 32-bit float keeps its order as an integer; beside the candidate's place in
 * 21 bits it fits a 53-bit whole number, which typed arrays sort natively. What rounding to 32 bits leaves out of
 * order lies side by side, and one insertion pass mends it.
 */
function sortRows(table: CostTable): CostTable {
  const { demandCount, offsets, site, cost } = table;
  let widest = 0;
  for (let i = 0; i < demandCount; i++) widest = Math.max(widest, offsets[i + 1]! - offsets[i]!);
  if (widest > PLACES) throw new Error(`at most ${PLACES} candidates a demand point, not ${widest}`);
  const keys = new Float64Array(widest);
  const sites = new Uint32Array(widest);
  const costs = new Float64Array(widest);
  const rounded = new Float32Array(1);
  const bits = new Uint32Array(rounded.buffer);
  for (let i = 0; i < demandCount; i++) {
    const from = offsets[i]!;
    const count = offsets[i + 1]! - from;
    for (let k = 0; k < count; k++) {
      rounded[0] = cost[from + k]!;
      keys[k] = bits[0]! * PLACES + k;
      sites[k] = site[from + k]!;
      costs[k] = cost[from + k]!;
    }
    keys.subarray(0, count).sort();
    for (let k = 0; k < count; k++) {
      const place = keys[k]! % PLACES;
      let at = from + k;
      for (; at > from && cost[at - 1]! > costs[place]!; at--) {
        cost[at] = cost[at - 1]!;
        site[at] = site[at - 1]!;
      }
      cost[at] = costs[place]!;
      site[at] = sites[place]!;
    }
  }
  return table;
}

const PLACES = 2 ** 21;
