// Cuts a connected set of units into connected parts of near-equal households: a random spanning tree, then the
// tree edge whose two sides best hold whole numbers of grids, again on either side (recombination: DeFord,
// Duchin, Solomon 2021). Tree edges inside a compound are taken first, so that most cuts leave compounds whole.

import type { Random } from "../base/index.ts";
import { UnionFind } from "../network/index.ts";
import type { GridProblem, HouseholdRange } from "./grid-units.ts";

/** `units`: connected on the ground. Gives `parts` connected lists, or fewer where there are not as many units. */
export function splitByTree(
  problem: GridProblem,
  units: readonly number[],
  parts: number,
  range: HouseholdRange,
  random: Random,
): number[][] {
  const done: number[][] = [];
  const open: { readonly units: readonly number[]; readonly parts: number }[] = [{ units, parts }];
  for (let job = open.pop(); job !== undefined; job = open.pop()) {
    if (job.parts <= 1 || job.units.length <= 1) {
      done.push([...job.units]);
      continue;
    }
    const tree = growTree(problem, job.units, random);
    const cut = chooseCut(problem, tree, job.parts, range, random);
    const inside = new Uint8Array(job.units.length);
    inside[cut.node] = 1;
    for (const at of tree.order) {
      if (at !== cut.node && tree.parent[at]! >= 0 && inside[tree.parent[at]!]) inside[at] = 1;
    }
    open.push({ units: job.units.filter((_, i) => inside[i]), parts: cut.parts });
    open.push({ units: job.units.filter((_, i) => !inside[i]), parts: job.parts - cut.parts });
  }
  return done;
}

/** Nodes are positions in `units`; `order` has parents before children, `below` the households of each subtree. */
interface Tree {
  readonly units: readonly number[];
  readonly order: Int32Array;
  readonly parent: Int32Array;
  readonly below: Float64Array;
}

function growTree(problem: GridProblem, units: readonly number[], random: Random): Tree {
  const links = kruskal(problem, units, random);
  const order = new Int32Array(units.length);
  const parent = new Int32Array(units.length).fill(-1);
  const seen = new Uint8Array(units.length);
  seen[0] = 1;
  for (let head = 0, tail = 1; head < tail; head++) {
    for (const next of links[order[head]!]!) {
      if (seen[next]) continue;
      seen[next] = 1;
      parent[next] = order[head]!;
      order[tail++] = next;
    }
  }
  const below = Float64Array.from(units, (unit) => problem.households[unit]!);
  for (let i = order.length - 1; i > 0; i--) below[parent[order[i]!]!]! += below[order[i]!]!;
  return { units, order, parent, below };
}

/** A spanning tree of least random weight, edges between compounds last. */
function kruskal({ graph, compound }: GridProblem, units: readonly number[], random: Random): number[][] {
  const slot = new Int32Array(compound.length).fill(-1);
  for (let i = 0; i < units.length; i++) slot[units[i]!] = i;
  const from: number[] = [];
  const to: number[] = [];
  const weights: number[] = [];
  for (let a = 0; a < units.length; a++) {
    const unit = units[a]!;
    for (let arc = graph.offsets[unit]!; arc < graph.offsets[unit + 1]!; arc++) {
      const other = graph.neighbours[arc]!;
      const b = other > unit ? slot[other]! : -1;
      if (b < 0) continue;
      from.push(a);
      to.push(b);
      weights.push(random() + (compound[unit] !== compound[other] || compound[unit] === -1 ? 1 : 0));
    }
  }
  const order = Uint32Array.from(weights.keys()).sort((e, f) => weights[e]! - weights[f]!);
  const joined = new UnionFind(units.length);
  const links: number[][] = units.map(() => []);
  for (const edge of order) {
    if (!joined.union(from[edge]!, to[edge]!)) continue;
    links[from[edge]!]!.push(to[edge]!);
    links[to[edge]!]!.push(from[edge]!);
  }
  return links;
}

/** The node whose subtree makes `parts` grids of its own. */
function chooseCut(
  problem: GridProblem,
  { units, order, parent, below }: Tree,
  parts: number,
  range: HouseholdRange,
  random: Random,
): { readonly node: number; readonly parts: number } {
  const all = below[order[0]!]!;
  let best = { node: order[1]!, parts: 1 };
  let lowest = Infinity;
  for (let i = 1; i < order.length; i++) {
    const node = order[i]!;
    const side = below[node]!;
    const own = Math.min(parts - 1, Math.max(1, Math.round((side * parts) / (all || 1))));
    const misfit = misfitOf(side, own, range) + misfitOf(all - side, parts - own, range);
    const compound = problem.compound[units[node]!]!;
    const cutsCompound = compound >= 0 && compound === problem.compound[units[parent[node]!]!];
    const lopsided = parts > 3 ? Math.abs(own - parts / 2) / parts : 0;
    const uneven = Math.abs(side - (own * all) / parts) / range.max;
    const score = misfit * 1e3 + (cutsCompound ? 10 : 0) + (uneven + lopsided) * (0.5 + random());
    if (score >= lowest) continue;
    lowest = score;
    best = { node, parts: own };
  }
  return best;
}

/** Households too few or too many for `grids` grids. */
const misfitOf = (households: number, grids: number, { min, max }: HouseholdRange): number =>
  Math.max(0, grids * min - households, households - grids * max);
