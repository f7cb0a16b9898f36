// How far apart residences stand: the distance from each to its nearest neighbour, metres (packed R-tree).
// Enlarged shapes keep within it, so a dense village stays a texture of houses and never a solid block.

import Flatbush from "flatbush";
import type { Residences } from "../../core/model/index.ts";
import { degreesPerMetre } from "./ground-metres.ts";

/** Infinity for a residence that stands alone. */
export function residenceSpacing({ count, xy }: Residences): Float32Array {
  const spacing = new Float32Array(count).fill(Infinity);
  if (count < 2) return spacing;
  const [perX, perY] = degreesPerMetre(xy[1]!);
  const points = new Flatbush(count);
  for (let i = 0; i < count; i++) {
    const [x, y] = [xy[2 * i]! / perX, xy[2 * i + 1]! / perY];
    points.add(x, y, x, y);
  }
  points.finish();
  for (let i = 0; i < count; i++) {
    const [x, y] = [xy[2 * i]! / perX, xy[2 * i + 1]! / perY];
    const [other] = points.neighbors(x, y, 1, Infinity, (row) => row !== i);
    if (other === undefined) continue;
    spacing[i] = Math.hypot(xy[2 * other]! / perX - x, xy[2 * other + 1]! / perY - y);
  }
  return spacing;
}
