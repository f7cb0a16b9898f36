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
import { type BandRings, outlineBand } from "./outline-band.ts";
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
      const output = new Output(surface.frame.cell);
      const farthest = limits.at(-1) ?? 0;
      const bands = () => limits.map((limit) => outlineBand(surface, window, limit));
      if (view === "overlap") {
        for (const center of drawn) {
          stamp(centers, [center], farthest, false);
          output.add(center, center, limits, bands());
        }
      } else if (view === "nearest") {
        stamp(centers, all, farthest, false);
        const outlined = bands();
        for (const center of drawn) output.add(center, center, limits, outlined);
      } else {
        stamp(centers, drawn, farthest, true);
        output.add(-1, TOGETHER, limits, bands());
      }
      return output.finish();
    },
  };
}

/** One-off form of createAreaMaker; what was laid for a network is kept as long as the network is. */
export function serviceAreas(
  network: PathNetwork,
  centers: Joins,
  { barriers, buffer, cell, ...options }: AreaOptions & GroundOptions,
): AreaPolygons {
  let kept = makers.get(network);
  if (!kept || kept.barriers !== barriers || kept.buffer !== buffer || kept.cell !== cell) {
    kept = { barriers, buffer, cell, maker: createAreaMaker(network, { barriers, buffer, cell }) };
    makers.set(network, kept);
  }
  return kept.maker.areas(centers, options);
}

const makers = new WeakMap<PathNetwork, GroundOptions & { readonly maker: AreaMaker }>();

class Output {
  private readonly builder = new PolygonBuilder();
  private readonly center: number[] = [];
  private readonly limit: number[] = [];
  private readonly least: number;

  /** Rings smaller than one cell are dropped. */
  constructor(cell: Metres) {
    this.least = cell * cell;
  }

  add(center: number, label: number, limits: readonly Decimetres[], bands: readonly BandRings[]): void {
    limits.forEach((limit, band) => {
      for (const ring of bands[band]!.get(label) ?? []) this.builder.addRing(ring, this.least);
      if (!this.builder.endFeature()) return;
      this.center.push(center);
      this.limit.push(limit);
    });
  }

  finish(): AreaPolygons {
    return {
      center: Int32Array.from(this.center),
      limit: Uint32Array.from(this.limit),
      polygons: this.builder.finish(),
    };
  }
}
