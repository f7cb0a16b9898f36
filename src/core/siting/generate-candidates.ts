// Where a centre could close a gap: junctions and blocks from which most households without one are within reach. Each
// group of uncovered households spreads its count over the nodes it can walk to; the best node is taken, those it
// covers count no more, and so on (greedy maximal covering, Church & ReVelle 1974). Every group counts for a few picks
// before it is out, so that there is something to choose from.

import type { NodeFields } from "../access/index.ts";
import { type Decimetres, Failure, type Metres, type TaskControl } from "../base/index.ts";

export interface GapGround {
  readonly nodeCount: number;
  readonly fields: Pick<NodeFields, "within">;
  /** Metres in one frame, pair per node. */
  readonly nodeXY: Float64Array;
  /** 1: a candidate may stand here, because paths meet. */
  readonly isJunction: Uint8Array;
  /** 1: no candidate here: water, an excluded zone. */
  readonly isBarred: Uint8Array;
}

/** Households without a centre, each at the node nearest to it. */
export interface GapHomes {
  readonly node: Uint32Array;
  /** Walk from the home to that node. */
  readonly rest: Uint32Array;
  readonly households: Float64Array;
}

export interface GapRule {
  readonly limit: Decimetres;
  readonly most: number;
  /** Metres that two candidates keep apart. */
  readonly spacing: Metres;
}

export interface GapNode {
  readonly node: number;
  /** junction: where paths meet; block: where the homes are. */
  readonly origin: "junction" | "block";
  /** Households it would bring within reach, by nodes: a guide, to be measured exactly. */
  readonly households: number;
}

/** Groups between two turns of the host's event loop. */
const TURN = 64;
/** Picks that a group of homes counts for. */
const CHOICES = 3;

export async function generateCandidates(
  ground: GapGround,
  homes: GapHomes,
  rule: GapRule,
  control: TaskControl,
): Promise<GapNode[]> {
  const groups = groupByNode(homes, rule.limit);
  const gain = new Float64Array(ground.nodeCount);
  const isBlock = new Uint8Array(ground.nodeCount);
  const spread = (group: Group, sign: number): void => {
    const { nodes } = ground.fields.within(group.node, rule.limit - group.rest);
    for (const node of nodes) gain[node]! += sign * group.households;
  };
  for (const [place, group] of groups.entries()) {
    spread(group, 1);
    isBlock[group.node] = 1;
    if (place % TURN !== 0) continue;
    control.report({ stage: "search", done: place / groups.length });
    await control.pause();
    if (control.cancelled()) throw new Failure("cancelled");
  }
  const may = ground.isBarred.map((barred, node) =>
    barred === 0 && (ground.isJunction[node] === 1 || isBlock[node] === 1) ? 1 : 0,
  );
  const byNode = new Map(groups.map((group) => [group.node, group]));
  const picks: GapNode[] = [];
  while (picks.length < rule.most) {
    const node = bestNode(gain, may);
    if (node < 0) break;
    const origin = ground.isJunction[node] === 1 ? "junction" : "block";
    picks.push({ node, origin, households: gain[node]! });
    keepApart(ground.nodeXY, may, node, rule.spacing);
    const { nodes, distance } = ground.fields.within(node, rule.limit);
    for (let k = 0; k < nodes.length; k++) {
      const group = byNode.get(nodes[k]!);
      if (group === undefined || group.choices === 0 || distance[k]! + group.rest > rule.limit) continue;
      if (--group.choices === 0) spread(group, -1);
    }
  }
  return picks;
}

interface Group {
  readonly node: number;
  /** Of the homes at this node, by households. */
  readonly rest: number;
  readonly households: number;
  choices: number;
}

function groupByNode({ node, rest, households }: GapHomes, limit: Decimetres): Group[] {
  const sums = new Map<number, { households: number; walked: number }>();
  for (let i = 0; i < node.length; i++) {
    if (!(households[i]! > 0) || rest[i]! > limit) continue;
    const sum = sums.get(node[i]!) ?? { households: 0, walked: 0 };
    sum.households += households[i]!;
    sum.walked += households[i]! * rest[i]!;
    sums.set(node[i]!, sum);
  }
  return [...sums].map(([at, sum]) => ({
    node: at,
    rest: Math.round(sum.walked / sum.households),
    households: sum.households,
    choices: CHOICES,
  }));
}

/** Households below this are rounding. */
const NOBODY = 1e-6;

function bestNode(gain: Float64Array, may: Uint8Array): number {
  let best = -1;
  for (let node = 0; node < gain.length; node++) {
    if (may[node] === 1 && gain[node]! > NOBODY && (best < 0 || gain[node]! > gain[best]!)) best = node;
  }
  return best;
}

function keepApart(xy: Float64Array, may: Uint8Array, node: number, spacing: Metres): void {
  for (let other = 0; other < may.length; other++) {
    const apart = Math.hypot(xy[2 * other]! - xy[2 * node]!, xy[2 * other + 1]! - xy[2 * node + 1]!);
    if (apart < spacing) may[other] = 0;
  }
  may[node] = 0;
}
