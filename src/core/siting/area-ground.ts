// The ground of contiguous service areas: which building may belong to which centre. Every centre has its root, the
// nearest building that is no other's root; a building may belong to a centre within the radius when it hangs
// together with the root through buildings that may too. Everything else is stranded in any answer.

import { type CostTable, firstBeyond } from "./cost-table.ts";

export interface AreaQuestion {
  readonly table: CostTable;
  /** Households; 0 counts for nothing, but may hold an area together. */
  readonly weight: Float64Array;
  readonly radius: number;
  /** Open sites and their floor area, square metres. */
  readonly sites: Uint32Array;
  readonly area: Float64Array;
  readonly areaPer100: number;
  /** CSR, both directions: buildings beside building i on the ground. */
  readonly neighbours: { readonly offsets: Uint32Array; readonly targets: Uint32Array };
}

export interface AreaGround {
  /** Root building of each place in `sites`; -1: it has none, and no area. */
  readonly root: Int32Array;
  /** Walk of building i to place s at i × places + s; Infinity: may not belong to it. */
  readonly walk: Float64Array;
}

export function areaGround(question: AreaQuestion): AreaGround {
  const { table, radius, sites } = question;
  const places = sites.length;
  const placeOf = new Map(Array.from(sites, (site, s) => [site, s]));
  const near = new Float64Array(table.demandCount * places).fill(Infinity);
  const pairs: [cost: number, i: number, s: number][] = [];
  for (let i = 0; i < table.demandCount; i++) {
    const end = firstBeyond(table, i, radius);
    for (let k = table.offsets[i]!; k < end; k++) {
      const s = placeOf.get(table.site[k]!);
      if (s === undefined || near[i * places + s]! <= table.cost[k]!) continue;
      near[i * places + s] = table.cost[k]!;
      pairs.push([table.cost[k]!, i, s]);
    }
  }
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  const root = new Int32Array(places).fill(-1);
  const isRoot = new Uint8Array(table.demandCount);
  for (const [, i, s] of pairs) {
    if (root[s] !== -1 || isRoot[i] === 1) continue;
    root[s] = i;
    isRoot[i] = 1;
  }
  const walk = new Float64Array(near.length).fill(Infinity);
  for (let s = 0; s < places; s++) {
    const may = (i: number): boolean =>
      near[i * places + s]! < Infinity && (isRoot[i] === 0 || root[s] === i);
    for (const i of hangsTogether(question, root[s]!, may)) walk[i * places + s] = near[i * places + s]!;
  }
  return { root, walk };
}

/** Buildings connected with `from` through buildings for which `may` holds; none when it does not hold for `from`. */
export function hangsTogether(
  { neighbours: { offsets, targets } }: Pick<AreaQuestion, "neighbours">,
  from: number,
  may: (i: number) => boolean,
): Set<number> {
  const found = new Set<number>();
  if (from < 0 || !may(from)) return found;
  found.add(from);
  for (const i of found) {
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      const other = targets[k]!;
      if (!found.has(other) && may(other)) found.add(other);
    }
  }
  return found;
}

/** Square metres short, and households that belong to nobody although a centre is within the radius. */
export function valueAreas(
  { table, weight, sites, area, areaPer100, radius }: AreaQuestion,
  owner: Int32Array,
): { readonly short: number; readonly stranded: number } {
  const load = new Float64Array(sites.length);
  const open = new Set(sites);
  let stranded = 0;
  for (let i = 0; i < owner.length; i++) {
    if (!(weight[i]! > 0)) continue;
    if (owner[i]! >= 0) load[owner[i]!]! += weight[i]!;
    else {
      const end = firstBeyond(table, i, radius);
      if (table.site.subarray(table.offsets[i]!, end).some((j) => open.has(j))) stranded += weight[i]!;
    }
  }
  const short = load.reduce((sum, count, s) => sum + Math.max(0, (count * areaPer100) / 100 - area[s]!), 0);
  return { short, stranded };
}
