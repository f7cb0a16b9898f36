// How much ground two nets share, polygon by polygon, exact: boolean intersection by Clipper2 (A. Johnson; Vatti's
// sweep) on centimetres, of those pairs whose boxes meet. The library is loaded when areas are first compared.

import type { Path64, Paths64 } from "clipper2-ts";
import Flatbush from "flatbush";
import type { PolygonColumns } from "../geo/index.ts";
import { boxOf } from "../geo/index.ts";

/** Whole numbers per metre. */
const UNITS = 100;

/** Square metres where polygons of both nets lie, keyed [a · b.count + b's polygon]. Coordinates in metres. */
export async function overlapAreas(a: PolygonColumns, b: PolygonColumns): Promise<Map<number, number>> {
  const { area, FillRule, intersect } = await import("clipper2-ts");
  const shared = new Map<number, number>();
  if (a.count === 0 || b.count === 0) return shared;
  const index = new Flatbush(b.count);
  for (let feature = 0; feature < b.count; feature++) index.add(...boxOf(b, feature));
  index.finish();
  const others = Array.from({ length: b.count }, (_, feature) => pathsOf(b, feature));
  for (let feature = 0; feature < a.count; feature++) {
    const own = pathsOf(a, feature);
    for (const other of index.search(...boxOf(a, feature)).sort((p, q) => p - q)) {
      const common = intersect(own, others[other]!, FillRule.EvenOdd);
      const size = Math.abs(common.reduce((sum, path) => sum + area(path), 0)) / UNITS ** 2;
      if (size > 0) shared.set(feature * b.count + other, size);
    }
  }
  return shared;
}

function pathsOf({ featureOffsets, partOffsets, ringOffsets, xy }: PolygonColumns, feature: number): Paths64 {
  const paths: Paths64 = [];
  const last = partOffsets[featureOffsets[feature + 1]!]!;
  for (let ring = partOffsets[featureOffsets[feature]!]!; ring < last; ring++) {
    const path: Path64 = [];
    for (let v = ringOffsets[ring]!; v < ringOffsets[ring + 1]!; v++) {
      path.push({ x: Math.round(UNITS * xy[2 * v]!), y: Math.round(UNITS * xy[2 * v + 1]!) });
    }
    paths.push(path);
  }
  return paths;
}
