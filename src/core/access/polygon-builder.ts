// Rings to polygons: vertices on a line with their neighbours go, small rings go, each hole goes into the
// smallest outer ring around it, and everything lands in columns.

import type { Metres, SquareMetres } from "../base/index.ts";
import type { PolygonColumns } from "../geo/index.ts";

/** By how much a vertex may miss the line of its neighbours and still be left out. */
const STRAIGHT: Metres = 0.02;

interface Ring {
  /** Pairs [start, end) of the pool. */
  readonly start: number;
  readonly end: number;
  /** Positive when counter-clockwise. */
  readonly area: SquareMetres;
  readonly west: Metres;
  readonly south: Metres;
  readonly east: Metres;
  readonly north: Metres;
}

export class PolygonBuilder {
  private pool = new Float64Array(4096);
  private used = 0;
  private readonly features = new Map<number, Ring[]>();
  private readonly least: SquareMetres;

  /** Rings smaller than `least` are dropped. */
  constructor(least: SquareMetres) {
    this.least = least;
  }

  /** Adds a ring of `size` vertices, pairs in metres, to feature `feature`; rings of one feature never touch. */
  addRing(feature: number, xy: Float64Array, size: number): void {
    if (2 * (this.used + size) > this.pool.length) {
      const larger = new Float64Array(2 * this.pool.length + 2 * size);
      larger.set(this.pool);
      this.pool = larger;
    }
    const end = copyBends(xy, size, this.pool, this.used);
    const ring = measure(this.pool, this.used, end);
    if (Math.abs(ring.area) < this.least) return;
    this.used = end;
    const rings = this.features.get(feature);
    if (rings) rings.push(ring);
    else this.features.set(feature, [ring]);
  }

  /** Polygons of the features that have a ring, in ascending order, and their numbers. */
  finish(): { polygons: PolygonColumns; features: readonly number[] } {
    const features = [...this.features.keys()].sort((a, b) => a - b);
    const featureOffsets = [0];
    const partOffsets = [0];
    const ringOffsets = [0];
    const xy = new Float64Array(2 * this.used);
    let written = 0;
    const put = ({ start, end }: Ring): void => {
      xy.set(this.pool.subarray(2 * start, 2 * end), 2 * written);
      written += end - start;
      ringOffsets.push(written);
    };
    for (const feature of features) {
      for (const part of partsOf(this.features.get(feature)!, this.pool)) {
        for (const ring of part) put(ring);
        partOffsets.push(ringOffsets.length - 1);
      }
      featureOffsets.push(partOffsets.length - 1);
    }
    const polygons = {
      count: features.length,
      featureOffsets: Uint32Array.from(featureOffsets),
      partOffsets: Uint32Array.from(partOffsets),
      ringOffsets: Uint32Array.from(ringOffsets),
      xy: xy.subarray(0, 2 * written),
    };
    return { polygons, features };
  }
}

/** Outer rings, largest first, each followed by its holes. */
function partsOf(rings: readonly Ring[], pool: Float64Array): readonly (readonly Ring[])[] {
  const parts = rings.filter((ring) => ring.area > 0).map((outer) => [outer]);
  parts.sort((a, b) => b[0]!.area - a[0]!.area);
  for (const hole of rings) {
    if (hole.area > 0) continue;
    const around = parts.filter(([outer]) => boxHolds(outer!, hole));
    const part = around.length > 1 ? around.findLast(([outer]) => surrounds(outer!, hole, pool)) : around[0];
    part?.push(hole);
  }
  return parts;
}

/** Copies the vertices that are not on a line with their neighbours; returns the end. */
function copyBends(from: Float64Array, size: number, to: Float64Array, start: number): number {
  let px = from[2 * size - 2]!;
  let py = from[2 * size - 1]!;
  let x = from[0]!;
  let y = from[1]!;
  let end = start;
  for (let i = 0; i < size; i++) {
    const after = i + 1 < size ? 2 * i + 2 : 0;
    const nx = from[after]!;
    const ny = from[after + 1]!;
    const turn = (x - px) * (ny - py) - (y - py) * (nx - px);
    if (Math.abs(turn) > STRAIGHT * (Math.abs(nx - px) + Math.abs(ny - py))) {
      to[2 * end] = px = x;
      to[2 * end + 1] = py = y;
      end++;
    }
    x = nx;
    y = ny;
  }
  return end;
}

function measure(pool: Float64Array, start: number, end: number): Ring {
  let twice = 0;
  let west = Number.POSITIVE_INFINITY;
  let south = west;
  let east = -west;
  let north = -west;
  for (let i = start, j = end - 1; i < end; j = i++) {
    const x = pool[2 * i]!;
    const y = pool[2 * i + 1]!;
    twice += pool[2 * j]! * y - x * pool[2 * j + 1]!;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return { start, end, area: twice / 2, west, south, east, north };
}

const boxHolds = (outer: Ring, hole: Ring): boolean =>
  outer.area > -hole.area &&
  outer.west < hole.west &&
  outer.south < hole.south &&
  outer.east > hole.east &&
  outer.north > hole.north;

/** Is the hole, which touches no other ring, inside `outer`? By its first vertex. */
function surrounds(outer: Ring, hole: Ring, pool: Float64Array): boolean {
  const x = pool[2 * hole.start]!;
  const y = pool[2 * hole.start + 1]!;
  let inside = false;
  for (let i = outer.start, j = outer.end - 1; i < outer.end; j = i++) {
    const yi = pool[2 * i + 1]!;
    const yj = pool[2 * j + 1]!;
    if (yi > y === yj > y) continue;
    const crossing = pool[2 * j]! + ((y - yj) / (yi - yj)) * (pool[2 * i]! - pool[2 * j]!);
    if (x < crossing) inside = !inside;
  }
  return inside;
}
