// Households to open sites within reach so that most find room: a maximum flow from classes of demand to sites by
// shortest augmenting paths (Edmonds & Karp 1972). Where no path leads from a class to room, none ever will from any
// site it met, so those sites are closed to later searches and each is searched in vain once.

import type { CapacityPlan, CapacityProblem } from "./capacity-problem.ts";

export interface RoomFlow {
  /** Households of each (class, site) entry that find room. */
  readonly flow: Float64Array;
  /** Households with an open site in reach, and those of them who find no room. */
  readonly covered: number;
  readonly short: number;
}

export function allotHouseholds(problem: CapacityProblem, plan: CapacityPlan): RoomFlow {
  const { classes, siteCount } = problem;
  const { offsets, site, weight } = classes;
  const search = beginFlow(problem, plan);
  const { flow, left, isOpen } = search;
  const slip = 1e-9 * Math.max(1, problem.households);
  let covered = 0;
  let short = 0;
  for (let c = 0; c < weight.length; c++) {
    let need = weight[c]!;
    let isCovered = false;
    for (let k = offsets[c]!; k < offsets[c + 1]!; k++) {
      const j = site[k]!;
      if (isOpen[j] === 0) continue;
      isCovered = true;
      const taken = Math.min(need, left[j]!);
      flow[k] = taken;
      left[j]! -= taken;
      need -= taken;
    }
    if (!isCovered) continue;
    covered += weight[c]!;
    while (need > slip) {
      const pushed = pushFrom(problem, search, c, need, slip);
      if (pushed === 0) break;
      need -= pushed;
    }
    if (need > slip) short += need;
  }
  if (siteCount === 0) return { flow, covered: 0, short: 0 };
  return { flow, covered, short };
}

interface FlowSearch {
  readonly flow: Float64Array;
  /** Room left at each site. */
  readonly left: Float64Array;
  readonly isOpen: Uint8Array;
  /** Sites from which no room can be reached any more. */
  readonly isFull: Uint8Array;
  readonly seen: Uint32Array;
  /** Entry by which a site was reached, and the entry by which the class before it was; -1: from the start. */
  readonly into: Int32Array;
  readonly from: Int32Array;
  readonly queue: Uint32Array;
  stamp: number;
}

function beginFlow({ siteCount, classes, options }: CapacityProblem, plan: CapacityPlan): FlowSearch {
  const left = new Float64Array(siteCount);
  const isOpen = new Uint8Array(siteCount);
  for (let j = 0; j < siteCount; j++) {
    const option = options[j]![plan[j]!]!;
    left[j] = option.room;
    isOpen[j] = option.isOpen ? 1 : 0;
  }
  return {
    flow: new Float64Array(classes.site.length),
    left,
    isOpen,
    isFull: new Uint8Array(siteCount),
    seen: new Uint32Array(siteCount),
    into: new Int32Array(siteCount),
    from: new Int32Array(siteCount),
    queue: new Uint32Array(siteCount),
    stamp: 0,
  };
}

/** Pushes up to `need` households of class c along one shortest path; 0: there is none. */
function pushFrom(
  problem: CapacityProblem,
  search: FlowSearch,
  c: number,
  need: number,
  slip: number,
): number {
  const { classes, siteOffsets, siteClass, siteEntry } = problem;
  const { flow, left, isFull, queue } = search;
  search.stamp++;
  let tail = reachSites(problem, search, c, -1, 0);
  for (let head = 0; head < tail; head++) {
    const j = queue[head]!;
    if (left[j]! > slip) return augment(classes.site, search, j, need);
    for (let p = siteOffsets[j]!; p < siteOffsets[j + 1]!; p++) {
      const entry = siteEntry[p]!;
      if (flow[entry]! > slip) tail = reachSites(problem, search, siteClass[p]!, entry, tail);
    }
  }
  for (let head = 0; head < tail; head++) isFull[queue[head]!] = 1;
  return 0;
}

/** Queues the sites of a class not met yet; `by`: the entry whose households would move. */
function reachSites(
  { classes: { offsets, site } }: CapacityProblem,
  { isOpen, isFull, seen, stamp, into, from, queue }: FlowSearch,
  c: number,
  by: number,
  end: number,
): number {
  let tail = end;
  for (let k = offsets[c]!; k < offsets[c + 1]!; k++) {
    const j = site[k]!;
    if (isOpen[j] === 0 || isFull[j] === 1 || seen[j] === stamp) continue;
    seen[j] = stamp;
    into[j] = k;
    from[j] = by;
    queue[tail++] = j;
  }
  return tail;
}

function augment(
  site: Uint32Array,
  { flow, left, into, from }: FlowSearch,
  last: number,
  need: number,
): number {
  let pushed = Math.min(need, left[last]!);
  for (let j = last; from[j]! >= 0; j = site[from[j]!]!) pushed = Math.min(pushed, flow[from[j]!]!);
  left[last]! -= pushed;
  for (let j = last; ; j = site[from[j]!]!) {
    flow[into[j]!]! += pushed;
    if (from[j]! < 0) return pushed;
    flow[from[j]!]! -= pushed;
  }
}
