// Are polygon columns valid? Independent of how they were made: every pair of segments of a feature that lie
// in one bucket of a grid is tested, so rings that cross or touch (themselves or each other) are found; then
// direction of rings, holes inside their outer ring, parts apart. Returns sentences, none when valid.

import type { PolygonColumns } from "../../src/core/geo/index.ts";

interface Segment {
  readonly ring: number;
  readonly index: number;
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

export function validatePolygons(polygons: PolygonColumns): string[] {
  const faults: string[] = [];
  const { count, featureOffsets, partOffsets, ringOffsets, xy } = polygons;
  if (featureOffsets.length !== count + 1) faults.push("feature offsets do not fit the count");
  if (ringOffsets.at(-1)! * 2 !== xy.length) faults.push("ring offsets do not fit the vertices");
  for (let feature = 0; feature < count; feature++) {
    const rings: number[] = [];
    for (let part = featureOffsets[feature]!; part < featureOffsets[feature + 1]!; part++) {
      const first = partOffsets[part]!;
      if (partOffsets[part + 1]! <= first) faults.push(`feature ${feature}: part without ring`);
      for (let ring = first; ring < partOffsets[part + 1]!; ring++) {
        rings.push(ring);
        const area = ringArea(polygons, ring);
        if (ring === first ? area <= 0 : area >= 0)
          faults.push(`feature ${feature}: ring ${ring} runs the wrong way`);
        if (ring > first && !inRing(polygons, first, ...vertexOf(polygons, ring))) {
          faults.push(`feature ${feature}: hole ${ring} outside its outer ring`);
        }
        for (let other = first + 1; other < partOffsets[part + 1]!; other++) {
          if (ring > first && other !== ring && inRing(polygons, other, ...vertexOf(polygons, ring))) {
            faults.push(`feature ${feature}: hole ${ring} inside hole ${other}`);
          }
        }
      }
      for (let other = featureOffsets[feature]!; other < featureOffsets[feature + 1]!; other++) {
        if (other !== part && inPart(polygons, other, ...vertexOf(polygons, first))) {
          faults.push(`feature ${feature}: part ${part} inside part ${other}`);
        }
      }
    }
    faults.push(...crossings(polygons, feature, rings));
  }
  return faults;
}

/** Is (x, y) in the feature, by crossing number over all its rings? */
export function inFeature(polygons: PolygonColumns, feature: number, x: number, y: number): boolean {
  const { featureOffsets } = polygons;
  for (let part = featureOffsets[feature]!; part < featureOffsets[feature + 1]!; part++) {
    if (inPart(polygons, part, x, y)) return true;
  }
  return false;
}

function inPart(polygons: PolygonColumns, part: number, x: number, y: number): boolean {
  let inside = false;
  for (let ring = polygons.partOffsets[part]!; ring < polygons.partOffsets[part + 1]!; ring++) {
    if (inRing(polygons, ring, x, y)) inside = !inside;
  }
  return inside;
}

const vertexOf = ({ ringOffsets, xy }: PolygonColumns, ring: number): [number, number] => [
  xy[2 * ringOffsets[ring]!]!,
  xy[2 * ringOffsets[ring]! + 1]!,
];

function ringArea({ ringOffsets, xy }: PolygonColumns, ring: number): number {
  let area = 0;
  const first = ringOffsets[ring]!;
  const end = ringOffsets[ring + 1]!;
  for (let v = first, u = end - 1; v < end; u = v++)
    area += xy[2 * u]! * xy[2 * v + 1]! - xy[2 * v]! * xy[2 * u + 1]!;
  return area / 2;
}

function inRing({ ringOffsets, xy }: PolygonColumns, ring: number, x: number, y: number): boolean {
  let inside = false;
  const first = ringOffsets[ring]!;
  const end = ringOffsets[ring + 1]!;
  for (let v = first, u = end - 1; v < end; u = v++) {
    const [ax, ay, bx, by] = [xy[2 * u]!, xy[2 * u + 1]!, xy[2 * v]!, xy[2 * v + 1]!];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}

function crossings({ ringOffsets, xy }: PolygonColumns, feature: number, rings: readonly number[]): string[] {
  const segments: Segment[] = [];
  const sizes = new Map<number, number>();
  for (const ring of rings) {
    const first = ringOffsets[ring]!;
    const size = ringOffsets[ring + 1]! - first;
    sizes.set(ring, size);
    for (let i = 0; i < size; i++) {
      const [a, b] = [first + i, first + ((i + 1) % size)];
      segments.push({
        ring,
        index: i,
        ax: xy[2 * a]!,
        ay: xy[2 * a + 1]!,
        bx: xy[2 * b]!,
        by: xy[2 * b + 1]!,
      });
    }
  }
  const lengths = segments.map((s) => Math.hypot(s.bx - s.ax, s.by - s.ay));
  const bucket = Math.max(1e-6, 2 * (lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length)));
  const grid = new Map<string, Segment[]>();
  const faults: string[] = [];
  for (const s of segments) {
    const seen = new Set<Segment>();
    for (
      let gx = Math.floor(Math.min(s.ax, s.bx) / bucket);
      gx <= Math.floor(Math.max(s.ax, s.bx) / bucket);
      gx++
    ) {
      for (
        let gy = Math.floor(Math.min(s.ay, s.by) / bucket);
        gy <= Math.floor(Math.max(s.ay, s.by) / bucket);
        gy++
      ) {
        const key = `${gx},${gy}`;
        const list = grid.get(key) ?? [];
        for (const other of list) {
          if (seen.has(other)) continue;
          seen.add(other);
          const gap = Math.abs(other.index - s.index);
          const neighbours = other.ring === s.ring && (gap === 1 || gap === sizes.get(s.ring)! - 1);
          if (neighbours ? foldsBack(s, other) : meet(s, other)) {
            faults.push(`feature ${feature}: rings ${other.ring} and ${s.ring} meet near ${s.ax}, ${s.ay}`);
          }
        }
        list.push(s);
        grid.set(key, list);
      }
    }
  }
  return faults;
}

const side = (s: Segment, x: number, y: number): number =>
  (s.bx - s.ax) * (y - s.ay) - (s.by - s.ay) * (x - s.ax);

function meet(s: Segment, t: Segment): boolean {
  if (Math.max(s.ax, s.bx) < Math.min(t.ax, t.bx) || Math.max(t.ax, t.bx) < Math.min(s.ax, s.bx))
    return false;
  if (Math.max(s.ay, s.by) < Math.min(t.ay, t.by) || Math.max(t.ay, t.by) < Math.min(s.ay, s.by))
    return false;
  return side(s, t.ax, t.ay) * side(s, t.bx, t.by) <= 0 && side(t, s.ax, s.ay) * side(t, s.bx, s.by) <= 0;
}

/** Do two segments that share an end lie on each other? */
function foldsBack(s: Segment, t: Segment): boolean {
  const parallel = (s.bx - s.ax) * (t.by - t.ay) - (s.by - s.ay) * (t.bx - t.ax);
  const along = (s.bx - s.ax) * (t.bx - t.ax) + (s.by - s.ay) * (t.by - t.ay);
  return parallel === 0 && along < 0;
}
