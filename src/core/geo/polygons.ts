// Point and polygon: which polygon holds a point (ray crossing, even–odd over all rings, so holes and parts
// need no care), a point surely inside a polygon, areas and boxes. Plane coordinates of any one unit.

import Flatbush from "flatbush";
import type { PolygonColumns } from "./columns.ts";

/** Is (x, y) inside feature `feature`? Points exactly on an edge fall to one side, the same one every time. */
export function contains(polygons: PolygonColumns, feature: number, x: number, y: number): boolean {
  const { xy, ringOffsets } = polygons;
  const [firstRing, lastRing] = ringsOf(polygons, feature);
  let inside = false;
  for (let ring = firstRing; ring < lastRing; ring++) {
    const start = ringOffsets[ring]!;
    const end = ringOffsets[ring + 1]!;
    for (let i = start, j = end - 1; i < end; j = i++) {
      const yi = xy[2 * i + 1]!;
      const yj = xy[2 * j + 1]!;
      if (yi > y === yj > y) continue;
      const xi = xy[2 * i]!;
      if (x < ((xy[2 * j]! - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}

/** For each point pair the first feature that holds it, -1 for none. O(n log m) by a packed R-tree of boxes. */
export function locate(polygons: PolygonColumns, points: Float64Array): Int32Array {
  const count = points.length / 2;
  const found = new Int32Array(count).fill(-1);
  if (polygons.count === 0) return found;
  const boxes = new Flatbush(polygons.count);
  for (let f = 0; f < polygons.count; f++) {
    const [west, south, east, north] = boxOf(polygons, f);
    boxes.add(west, south, east, north);
  }
  boxes.finish();
  for (let i = 0; i < count; i++) {
    const x = points[2 * i]!;
    const y = points[2 * i + 1]!;
    let best = -1;
    for (const f of boxes.search(x, y, x, y)) {
      if ((best === -1 || f < best) && contains(polygons, f, x, y)) best = f;
    }
    found[i] = best;
  }
  return found;
}

/**
 * A point inside the feature: its area centroid where that lies inside, else the middle of the longest
 * inner stretch of a horizontal line through the largest part. NaN for a feature without area.
 */
export function interiorPoint(polygons: PolygonColumns, feature: number): [number, number] {
  const ring = largestRing(polygons, feature);
  if (ring === -1) return [Number.NaN, Number.NaN];
  const start = polygons.ringOffsets[ring]!;
  const end = polygons.ringOffsets[ring + 1]!;
  const x0 = polygons.xy[2 * start]!;
  const y0 = polygons.xy[2 * start + 1]!;
  let doubled = 0;
  let cx = 0;
  let cy = 0;
  for (let i = start, j = end - 1; i < end; j = i++) {
    const xi = polygons.xy[2 * i]! - x0;
    const yi = polygons.xy[2 * i + 1]! - y0;
    const xj = polygons.xy[2 * j]! - x0;
    const yj = polygons.xy[2 * j + 1]! - y0;
    const cross = xj * yi - xi * yj;
    doubled += cross;
    cx += (xi + xj) * cross;
    cy += (yi + yj) * cross;
  }
  const centroid: [number, number] = [x0 + cx / (3 * doubled), y0 + cy / (3 * doubled)];
  return contains(polygons, feature, centroid[0], centroid[1])
    ? centroid
    : middleOfLongestStretch(polygons, feature, ring);
}

/** [west, south, east, north]; infinities for an empty feature. */
export function boxOf(polygons: PolygonColumns, feature: number): [number, number, number, number] {
  const [firstRing, lastRing] = ringsOf(polygons, feature);
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = polygons.ringOffsets[firstRing]!; i < polygons.ringOffsets[lastRing]!; i++) {
    box[0] = Math.min(box[0], polygons.xy[2 * i]!);
    box[1] = Math.min(box[1], polygons.xy[2 * i + 1]!);
    box[2] = Math.max(box[2], polygons.xy[2 * i]!);
    box[3] = Math.max(box[3], polygons.xy[2 * i + 1]!);
  }
  return box;
}

/** Area of a feature, holes taken out, in the square of the coordinate unit. */
export function areaOf(polygons: PolygonColumns, feature: number): number {
  let area = 0;
  for (let part = polygons.featureOffsets[feature]!; part < polygons.featureOffsets[feature + 1]!; part++) {
    const first = polygons.partOffsets[part]!;
    for (let ring = first; ring < polygons.partOffsets[part + 1]!; ring++) {
      area += (ring === first ? 1 : -1) * Math.abs(ringArea(polygons, ring));
    }
  }
  return area;
}

/** Signed area of one ring: positive when counter-clockwise. */
export function ringArea(polygons: PolygonColumns, ring: number): number {
  const { xy, ringOffsets } = polygons;
  const start = ringOffsets[ring]!;
  const end = ringOffsets[ring + 1]!;
  if (end - start < 3) return 0;
  const x0 = xy[2 * start]!;
  const y0 = xy[2 * start + 1]!;
  let doubled = 0;
  for (let i = start, j = end - 1; i < end; j = i++) {
    doubled += (xy[2 * j]! - x0) * (xy[2 * i + 1]! - y0) - (xy[2 * i]! - x0) * (xy[2 * j + 1]! - y0);
  }
  return doubled / 2;
}

function ringsOf(polygons: PolygonColumns, feature: number): [number, number] {
  return [
    polygons.partOffsets[polygons.featureOffsets[feature]!]!,
    polygons.partOffsets[polygons.featureOffsets[feature + 1]!]!,
  ];
}

function largestRing(polygons: PolygonColumns, feature: number): number {
  let best = -1;
  let bestArea = 0;
  for (let part = polygons.featureOffsets[feature]!; part < polygons.featureOffsets[feature + 1]!; part++) {
    const outer = polygons.partOffsets[part]!;
    const area = Math.abs(ringArea(polygons, outer));
    if (area > bestArea) {
      bestArea = area;
      best = outer;
    }
  }
  return best;
}

function middleOfLongestStretch(polygons: PolygonColumns, feature: number, outer: number): [number, number] {
  const { xy, ringOffsets } = polygons;
  let south = Infinity;
  let north = -Infinity;
  for (let i = ringOffsets[outer]!; i < ringOffsets[outer + 1]!; i++) {
    south = Math.min(south, xy[2 * i + 1]!);
    north = Math.max(north, xy[2 * i + 1]!);
  }
  const y = south + (north - south) * 0.5003;
  const crossings = crossingsAt(polygons, feature, y);
  let best: [number, number] = [Number.NaN, Number.NaN];
  let longest = 0;
  for (let k = 0; k + 1 < crossings.length; k += 2) {
    const stretch = crossings[k + 1]! - crossings[k]!;
    if (stretch > longest) {
      longest = stretch;
      best = [(crossings[k]! + crossings[k + 1]!) / 2, y];
    }
  }
  return best;
}

function crossingsAt(polygons: PolygonColumns, feature: number, y: number): number[] {
  const { xy, ringOffsets } = polygons;
  const [firstRing, lastRing] = ringsOf(polygons, feature);
  const crossings: number[] = [];
  for (let ring = firstRing; ring < lastRing; ring++) {
    const start = ringOffsets[ring]!;
    const end = ringOffsets[ring + 1]!;
    for (let i = start, j = end - 1; i < end; j = i++) {
      const yi = xy[2 * i + 1]!;
      const yj = xy[2 * j + 1]!;
      if (yi > y !== yj > y) crossings.push(((xy[2 * j]! - xy[2 * i]!) * (y - yi)) / (yj - yi) + xy[2 * i]!);
    }
  }
  return crossings.sort((a, b) => a - b);
}
