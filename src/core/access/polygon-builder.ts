// Rings to polygons: vertices that lie on a line with their neighbours go, rings smaller than a cell go,
// holes go into the smallest outer ring around them, and everything lands in columns.

import type { PolygonColumns } from "../geo/index.ts";

/** Metres by which a vertex may miss the line of its neighbours and still be left out. */
const STRAIGHT = 0.02;

interface Ring {
  readonly xy: readonly number[];
  /** Twice is signed: positive counter-clockwise, square metres. */
  readonly area: number;
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

export class PolygonBuilder {
  private readonly featureOffsets: number[] = [0];
  private readonly partOffsets: number[] = [0];
  private readonly ringOffsets: number[] = [0];
  private readonly xy: number[] = [];
  private rings: Ring[] = [];

  /** Adds a ring, in metres, to the feature being built; rings under `least` square metres are dropped. */
  addRing(xy: readonly number[], least: number): void {
    const kept = withoutStraight(xy);
    const area = signedArea(kept);
    if (Math.abs(area) >= least) this.rings.push({ xy: kept, area, box: boxOf(kept) });
  }

  /** Closes the feature; false, and no feature, when it has no ring. */
  endFeature(): boolean {
    const outers = this.rings.filter((ring) => ring.area > 0).sort((a, b) => a.area - b.area);
    const holes = new Map<Ring, Ring[]>(outers.map((outer) => [outer, []]));
    for (const hole of this.rings) {
      if (hole.area < 0) holes.get(outers.find((outer) => surrounds(outer, hole))!)?.push(hole);
    }
    this.rings = [];
    for (const outer of outers.toReversed()) {
      for (const ring of [outer, ...holes.get(outer)!]) {
        for (const value of ring.xy) this.xy.push(value);
        this.ringOffsets.push(this.xy.length / 2);
      }
      this.partOffsets.push(this.ringOffsets.length - 1);
    }
    if (outers.length > 0) this.featureOffsets.push(this.partOffsets.length - 1);
    return outers.length > 0;
  }

  finish(): PolygonColumns {
    return {
      count: this.featureOffsets.length - 1,
      featureOffsets: Uint32Array.from(this.featureOffsets),
      partOffsets: Uint32Array.from(this.partOffsets),
      ringOffsets: Uint32Array.from(this.ringOffsets),
      xy: Float64Array.from(this.xy),
    };
  }
}

function withoutStraight(xy: readonly number[]): number[] {
  const kept: number[] = [];
  const n = xy.length;
  let px = xy[n - 2]!;
  let py = xy[n - 1]!;
  for (let i = 0; i < n; i += 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    const nx = xy[(i + 2) % n]!;
    const ny = xy[(i + 3) % n]!;
    const turn = (x - px) * (ny - py) - (y - py) * (nx - px);
    if (Math.abs(turn) <= STRAIGHT * (Math.abs(nx - px) + Math.abs(ny - py))) continue;
    kept.push(x, y);
    px = x;
    py = y;
  }
  return kept;
}

function signedArea(xy: readonly number[]): number {
  let twice = 0;
  const n = xy.length;
  for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
    twice += xy[j]! * xy[i + 1]! - xy[i]! * xy[j + 1]!;
  }
  return twice / 2;
}

function boxOf(xy: readonly number[]): Ring["box"] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    west = Math.min(west, xy[i]!);
    east = Math.max(east, xy[i]!);
    south = Math.min(south, xy[i + 1]!);
    north = Math.max(north, xy[i + 1]!);
  }
  return [west, south, east, north];
}

/** Is the hole, which touches no other ring, inside `outer`? By its first vertex. */
function surrounds(outer: Ring, hole: Ring): boolean {
  const [west, south, east, north] = outer.box;
  const x = hole.xy[0]!;
  const y = hole.xy[1]!;
  if (outer.area < -hole.area || x < west || x > east || y < south || y > north) return false;
  let inside = false;
  const { xy } = outer;
  for (let i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
    if (xy[i + 1]! > y === xy[j + 1]! > y) continue;
    const crossing = xy[j]! + ((y - xy[j + 1]!) / (xy[i + 1]! - xy[j + 1]!)) * (xy[i]! - xy[j]!);
    if (x < crossing) inside = !inside;
  }
  return inside;
}
