// Service areas: the ground from which a centre is within the limit, walking straight to the nearest path
// (at most the buffer) and along the network. One search a picture gives the walk to every raster vertex of
// the surface (area-surface.ts), and all bands are outlined from that one raster (trace-rings.ts).
// Compared: exact isocontours of the path faces (Baum, Bläsius, Gemsa, Rutter, Wegner, ESA 2016) fill every
// block, river and railway yard that has no path in it; the strip along the paths claims less.

import type { Decimetres, Metres } from "../base/index.ts";
import type { LineColumns, PolygonColumns } from "../geo/index.ts";
import type { Joins, PathNetwork } from "../network/index.ts";
import type { AreaView } from "./access-types.ts";
import { createAreaSurface } from "./area-surface.ts";
import { AreaWindow } from "./area-window.ts";
import { outlineBand } from "./outline-band.ts";
import { PolygonBuilder } from "./polygon-builder.ts";
import { createStamp, TOGETHER } from "./stamp-walks.ts";

export interface AreaOptions {
  /** Bands, ascending. */
  readonly limits: readonly Decimetres[];
  readonly view: AreaView;
  /** Only these centres are drawn; all when absent. In the nearest view the others still hold their ground. */
  readonly only?: readonly number[];
}

/** Feature i is centre `center[i]` (-1: all together) within `limit[i]`; those without ground are left out. */
export interface AreaPolygons {
  readonly center: Int32Array;
  readonly limit: Uint32Array;
  /** Metres in the network's frame; outer rings counter-clockwise, holes clockwise. */
  readonly polygons: PolygonColumns;
}

/** What areas on one network have in common. */
export interface GroundOptions {
  readonly barriers: LineColumns;
  /** Greatest distance from a path that counts as served. */
  readonly buffer: Metres;
  /** Size of the raster's cells. */
  readonly cell: Metres;
}

export interface AreaMaker {
  /** Centre by centre, bands ascending. */
  areas(centers: Joins, options: AreaOptions): AreaPolygons;
}

/** Lays the surface of a network once; each area on it then costs a fraction of a millisecond. */
export function createAreaMaker(network: PathNetwork, ground: GroundOptions): AreaMaker {
  const surface = createAreaSurface(network, ground);
  const window = new AreaWindow(surface.frame);
  const stamp = createStamp(network, surface, window);
  return {
    areas(centers, { limits, view, only }) {
      const all = Array.from({ length: centers.count }, (_, i) => i);
      const drawn = only ?? all;
      const farthest = limits.at(-1) ?? 0;
      // Features are numbered drawn centre × bands + band; a ring of a centre not drawn is let go.
      const slot = new Int32Array(centers.count).fill(-1);
      const builder = new PolygonBuilder(ground.cell * ground.cell);
      const outline = (): void =>
        limits.forEach((limit, band) => {
          outlineBand(surface, window, limit, (label, ring, size) => {
            if (slot[label]! >= 0) builder.addRing(slot[label]! * limits.length + band, ring, size);
          });
        });
      if (view === "overlap") {
        drawn.forEach((center, i) => {
          slot[center] = i;
          stamp(centers, [center], farthest, false);
          outline();
        });
      } else {
        const together = view === "dissolve";
        if (together) slot[TOGETHER] = 0;
        else for (const [i, center] of drawn.entries()) slot[center] = i;
        stamp(centers, together ? drawn : all, farthest, together);
        outline();
      }
      const { polygons, features } = builder.finish();
      return {
        center: Int32Array.from(features, (f) =>
          view === "dissolve" ? -1 : drawn[Math.floor(f / limits.length)]!,
        ),
        limit: Uint32Array.from(features, (f) => limits[f % limits.length]!),
        polygons,
      };
    },
  };
}
