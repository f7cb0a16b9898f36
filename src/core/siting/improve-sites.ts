// Good sites quickly: greedy addition, then exchange of one open site for one closed as long as it pays. Gains and
// losses of all exchanges come from one pass over the demand points, each looking only at sites nearer than its second
// nearest open one (Resende & Werneck 2007, "A fast swap-based local search procedure for location problems").

import type { Random } from "../base/index.ts";
import { nearestOpen, servingCost } from "./nearest-open.ts";
import type { ServingProblem } from "./serving.ts";

/** Opens what pays most for its price until nothing more fits or pays; `open` begins with the fixed sites or more. */
export function addGreedily(problem: ServingProblem, open: Uint8Array): void {
  let left = problem.limit - spent(problem, open);
  const { firstCost } = nearestOpen(problem, open);
  const gain = new Float64Array(problem.siteCount);
  for (;;) {
    addUp(problem, firstCost, gain);
    const best = bestForPrice(problem, open, gain, left);
    if (best === -1) return;
    open[best] = 1;
    left -= problem.price[best]!;
    serveFrom(problem, best, firstCost);
  }
}

/** What opening each site would save. */
function addUp({ count, offsets, site, cost }: ServingProblem, now: Float64Array, gain: Float64Array): void {
  gain.fill(0);
  for (let i = 0; i < count; i++) {
    const most = now[i]!;
    const end = offsets[i + 1]!;
    for (let k = offsets[i]!; k < end && cost[k]! < most; k++) gain[site[k]!]! += most - cost[k]!;
  }
}

function bestForPrice(
  { siteCount, price, limit }: ServingProblem,
  open: Uint8Array,
  gain: Float64Array,
  left: number,
): number {
  let best = -1;
  for (let j = 0; j < siteCount; j++) {
    if (open[j] === 1 || gain[j]! <= 0 || price[j]! > left + SLIP * limit) continue;
    if (best === -1 || gain[j]! * price[best]! > gain[best]! * price[j]!) best = j;
  }
  return best;
}

function serveFrom({ count, offsets, site, cost }: ServingProblem, opened: number, now: Float64Array): void {
  for (let i = 0; i < count; i++) {
    const end = offsets[i + 1]!;
    for (let k = offsets[i]!; k < end && cost[k]! < now[i]!; k++) if (site[k] === opened) now[i] = cost[k]!;
  }
}

/** Exchanges and adds while that lowers the cost; changes `open` and returns its cost. */
export function swapSites(problem: ServingProblem, open: Uint8Array, isOver: () => boolean): number {
  for (;;) {
    const near = nearestOpen(problem, open);
    const move = isOver() ? null : bestMove(problem, open, near);
    if (move === null || move.profit <= 1e-9 * Math.max(1, near.total)) return near.total;
    open[move.add] = 1;
    if (move.drop >= 0) open[move.drop] = 0;
  }
}

/**
 * Iterated local search: some open sites close at random, greed refills, exchange mends; what is better stays
 * (Lourenço, Martin & Stützle 2003). Returns the best sites found.
 */
export function kickSites(
  problem: ServingProblem,
  start: Uint8Array,
  rounds: number,
  random: Random,
  isOver: () => boolean,
): Uint8Array {
  let open = start;
  let best = servingCost(problem, start);
  for (let round = 0; round < rounds && !isOver(); round++) {
    const tried = open.slice();
    const movable: number[] = [];
    for (let j = 0; j < tried.length; j++) if (tried[j] === 1 && problem.fixed[j] === 0) movable.push(j);
    if (movable.length === 0) break;
    for (let closing = 1 + Math.floor(random() * Math.ceil(movable.length / 4)); closing > 0; closing--) {
      const place = Math.floor(random() * movable.length);
      tried[movable[place]!] = 0;
      movable[place] = movable[movable.length - 1]!;
      movable.pop();
    }
    fillAtRandom(problem, tried, random);
    addGreedily(problem, tried);
    const cost = swapSites(problem, tried, isOver);
    if (cost >= best) continue;
    best = cost;
    open = tried;
  }
  return open;
}

/** One random site that fits, so that greed does not find back to where it came from. */
function fillAtRandom(problem: ServingProblem, open: Uint8Array, random: Random): void {
  const left = problem.limit - spent(problem, open);
  const j = Math.floor(random() * problem.siteCount);
  if (open[j] === 0 && problem.price[j]! <= left) open[j] = 1;
}

/** What of the limit the open sites take. */
export function spent({ siteCount, price }: ServingProblem, open: Uint8Array): number {
  let sum = 0;
  for (let j = 0; j < siteCount; j++) if (open[j] === 1) sum += price[j]!;
  return sum;
}

/** Rounding allowed when prices are added up. */
const SLIP = 1e-9;

interface Move {
  readonly add: number;
  /** -1: nothing needs to close. */
  readonly drop: number;
  readonly profit: number;
}

function bestMove(
  problem: ServingProblem,
  open: Uint8Array,
  { first, firstCost, secondCost }: ReturnType<typeof nearestOpen>,
): Move | null {
  const { count, siteCount, offsets, site, cost } = problem;
  const sites: number[] = [];
  const placeOf = new Int32Array(siteCount).fill(-1);
  for (let j = 0; j < siteCount; j++) if (open[j] === 1) placeOf[j] = sites.push(j) - 1;
  const gain = new Float64Array(siteCount);
  const loss = new Float64Array(sites.length);
  /** What closing place r and opening j together saves beyond gain[j] - loss[r], at j × places + r. */
  const extra = new Float64Array(siteCount * sites.length);
  for (let i = 0; i < count; i++) {
    const nearest = firstCost[i]!;
    const second = secondCost[i]!;
    const place = first[i]! < 0 ? -1 : placeOf[first[i]!]!;
    if (place >= 0) loss[place]! += second - nearest;
    for (let k = offsets[i]!; k < offsets[i + 1]! && cost[k]! < second; k++) {
      const j = site[k]!;
      if (cost[k]! < nearest) gain[j]! += nearest - cost[k]!;
      if (place >= 0) extra[j * sites.length + place]! += second - Math.max(nearest, cost[k]!);
    }
  }
  return pickMove(problem, open, sites, gain, loss, extra);
}

function pickMove(
  problem: ServingProblem,
  open: Uint8Array,
  sites: readonly number[],
  gain: Float64Array,
  loss: Float64Array,
  extra: Float64Array,
): Move | null {
  const { siteCount, price, limit, fixed } = problem;
  const left = limit - spent(problem, open) + SLIP * limit;
  let best: Move | null = null;
  for (let add = 0; add < siteCount; add++) {
    if (open[add] === 1) continue;
    if (price[add]! <= left && gain[add]! > (best?.profit ?? 0)) best = { add, drop: -1, profit: gain[add]! };
    for (let r = 0; r < sites.length; r++) {
      const drop = sites[r]!;
      if (fixed[drop] === 1 || price[add]! - price[drop]! > left) continue;
      const profit = gain[add]! - loss[r]! + extra[add * sites.length + r]!;
      if (profit > (best?.profit ?? 0)) best = { add, drop, profit };
    }
  }
  return best;
}
