// Which units a gesture touches: those whose middle lies under the brush on its way, those inside a lasso, and the
// building under the pointer itself. Distances are measured on screen, because that is where the ring is seen.

import Flatbush from "flatbush";
import { boxOf, contains } from "../../../core/geo/index.ts";
import type { Residences } from "../../../core/model/index.ts";
import type { GridPointer } from "../../map/grids/grid-scene.ts";
import { hasFootprint } from "../../map/residence-shapes.ts";

export interface UnitHits {
  /** Units within `radius` pixels of the way from point to point. */
  readonly along: (trail: readonly GridPointer[], radius: number) => number[];
  /** Units whose middle lies in the ring. */
  readonly within: (ring: readonly GridPointer[]) => number[];
  /** The unit whose footprint holds the point, else the nearest within `radius` pixels; -1 = none. */
  readonly at: (pointer: GridPointer, radius: number) => number;
}

export function indexUnits(residences: Residences): UnitHits {
  const { count, xy, footprints } = residences;
  const boxes = count === 0 ? null : new Flatbush(count);
  for (let row = 0; row < count; row++) {
    const [x, y] = [xy[2 * row]!, xy[2 * row + 1]!];
    const [west, south, east, north] = hasFootprint(residences, row) ? boxOf(footprints, row) : [x, y, x, y];
    boxes?.add(Math.min(x, west), Math.min(y, south), Math.max(x, east), Math.max(y, north));
  }
  boxes?.finish();
  /** Whose footprint or middle may be that near to the way. */
  const near = (from: GridPointer, to: GridPointer, radius: number): number[] => {
    const [padX, padY] = [radius * to.perPixel[0], radius * to.perPixel[1]];
    return (
      boxes?.search(
        Math.min(from.lon, to.lon) - padX,
        Math.min(from.lat, to.lat) - padY,
        Math.max(from.lon, to.lon) + padX,
        Math.max(from.lat, to.lat) + padY,
      ) ?? []
    );
  };
  const at = (pointer: GridPointer, radius: number): number => {
    let [best, least] = [-1, radius];
    for (const row of near(pointer, pointer, radius)) {
      if (hasFootprint(residences, row) && contains(footprints, row, pointer.lon, pointer.lat)) return row;
      const away = pixelsToWay(xy[2 * row]!, xy[2 * row + 1]!, pointer, pointer);
      if (away <= least) [best, least] = [row, away];
    }
    return best;
  };
  return {
    at,
    along: (trail, radius) => {
      const found = new Set<number>();
      for (let k = 0; k < trail.length; k++) {
        const [from, to] = [trail[Math.max(0, k - 1)]!, trail[k]!];
        for (const row of near(from, to, radius)) {
          if (pixelsToWay(xy[2 * row]!, xy[2 * row + 1]!, from, to) <= radius) found.add(row);
        }
        const under = at(to, 0);
        if (under >= 0) found.add(under);
      }
      return [...found];
    },
    within: (ring) => {
      const lons = ring.map(({ lon }) => lon);
      const lats = ring.map(({ lat }) => lat);
      const inside = boxes?.search(
        Math.min(...lons),
        Math.min(...lats),
        Math.max(...lons),
        Math.max(...lats),
      );
      return (inside ?? []).filter((row) => isInRing(xy[2 * row]!, xy[2 * row + 1]!, ring));
    },
  };
}

function pixelsToWay(
  lon: number,
  lat: number,
  from: GridPointer,
  { lon: toLon, lat: toLat, perPixel }: GridPointer,
): number {
  const [x, y] = [(lon - from.lon) / perPixel[0], (lat - from.lat) / perPixel[1]];
  const [dx, dy] = [(toLon - from.lon) / perPixel[0], (toLat - from.lat) / perPixel[1]];
  const t = Math.min(1, Math.max(0, (x * dx + y * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - t * dx, y - t * dy);
}

/** Even-odd rule. */
function isInRing(lon: number, lat: number, ring: readonly GridPointer[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i]!, ring[j]!];
    const crosses = a.lat > lat !== b.lat > lat;
    if (crosses && lon < ((b.lon - a.lon) * (lat - a.lat)) / (b.lat - a.lat) + a.lon) inside = !inside;
  }
  return inside;
}
