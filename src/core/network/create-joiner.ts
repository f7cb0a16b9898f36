// Joins points (residences, centres) to the network at the nearest edge point, not node, by a straight access leg
// that crosses no barrier; directly, or through the open gates of their compound. The walk from a residence to its
// gate lies inside the compound: it is straight, counted, not capped, and no barrier is looked for on it.

import type { Metres } from "../base/index.ts";
import { indexBarriers, OPENING } from "./barrier-index.ts";
import { type EdgePoint, EdgePointFinder } from "./edge-point-finder.ts";
import { GrowingFloat64, GrowingInt32 } from "./growing.ts";
import type { Joins, PathNetwork } from "./path-network.ts";
import type { RouteLinesInFrame } from "./route-lines.ts";

export interface GatesInFrame {
  /** Metres, pair per gate. */
  readonly xy: Float64Array;
  readonly compound: readonly string[];
  /** 1 open, 0 closed. */
  readonly open: Uint8Array;
}

export interface Joiner {
  /** One join per point (pairs of `xy`, metres), none for a point further than `cap` from every path. */
  readonly join: (xy: Float64Array, cap: Metres) => Joins;
  /**
   * A point whose compound has open gates joins once through each gate that is within `cap` of a path; every
   * other point joins as in `join`. `compoundOf` is "" for a point of no compound.
   */
  readonly joinThroughGates: (
    xy: Float64Array,
    compoundOf: readonly string[],
    gates: GatesInFrame,
    cap: Metres,
  ) => Joins;
}

export function createJoiner(network: PathNetwork, barriers: RouteLinesInFrame): Joiner {
  const finder = new EdgePointFinder(network, indexBarriers(barriers));
  return {
    join(xy, cap) {
      const out = new JoinWriter();
      for (let i = 0; i < xy.length / 2; i++) {
        out.add(finder.find(xy[2 * i]!, xy[2 * i + 1]!, cap, 0), 0);
        out.endPoint();
      }
      return out.finish();
    },
    joinThroughGates(xy, compoundOf, gates, cap) {
      const out = new JoinWriter();
      const gatesOf = openGates(gates);
      const found = gates.compound.map((_, g) =>
        gates.open[g] === 1 ? finder.find(gates.xy[2 * g]!, gates.xy[2 * g + 1]!, cap, OPENING) : null,
      );
      for (let i = 0; i < xy.length / 2; i++) {
        const x = xy[2 * i]!;
        const y = xy[2 * i + 1]!;
        const own = gatesOf.get(compoundOf[i]!);
        if (own === undefined) out.add(finder.find(x, y, cap, 0), 0);
        for (const g of own ?? []) {
          out.add(found[g]!, Math.hypot(gates.xy[2 * g]! - x, gates.xy[2 * g + 1]! - y));
        }
        out.endPoint();
      }
      return out.finish();
    },
  };
}

function openGates(gates: GatesInFrame): Map<string, number[]> {
  const gatesOf = new Map<string, number[]>();
  gates.compound.forEach((compound, g) => {
    if (compound === "" || gates.open[g] !== 1) return;
    const own = gatesOf.get(compound);
    if (own === undefined) gatesOf.set(compound, [g]);
    else own.push(g);
  });
  return gatesOf;
}

class JoinWriter {
  private readonly offsets = new GrowingInt32();
  private readonly edge = new GrowingInt32();
  private readonly along = new GrowingInt32();
  private readonly leg = new GrowingInt32();
  private readonly xy = new GrowingFloat64();
  constructor() {
    this.offsets.push(0);
  }
  /** `before`: metres walked before the leg starts. */
  add(point: EdgePoint | null, before: number): void {
    if (point === null) return;
    this.edge.push(point.edge);
    this.along.push(point.along);
    this.leg.push(Math.round(10 * (before + point.leg)));
    this.xy.push(point.x);
    this.xy.push(point.y);
  }
  endPoint(): void {
    this.offsets.push(this.edge.length);
  }
  finish(): Joins {
    return {
      count: this.offsets.length - 1,
      offsets: Uint32Array.from(this.offsets.view()),
      edge: Uint32Array.from(this.edge.view()),
      along: Uint32Array.from(this.along.view()),
      leg: Uint32Array.from(this.leg.view()),
      xy: this.xy.view().slice(),
    };
  }
}
