// A net as GeoJSON: its polygons, its borders, a number in the middle of each grid.

import type { Feature, FeatureCollection } from "geojson";
import { areaOf, interiorPoint } from "../../../core/geo/index.ts";
import { collection, feature, lineFeatures, NO_FEATURES, polygonFeatures } from "../features.ts";
import type { GridOutlines, GridScene } from "./grid-scene.ts";

export function shapeFeatures({ outlines, marks, selected, isDraft }: GridScene): FeatureCollection {
  if (outlines === null) return NO_FEATURES;
  return polygonFeatures(outlines.polygons, (row) => {
    const grid = outlines.grids[row] ?? -1;
    const mark = marks[grid];
    return {
      hue: mark?.hue ?? -1,
      state: mark?.state ?? "unknown",
      draft: isDraft,
      selected: selected >= 0 && grid === selected,
    };
  });
}

/** Borders between two grids; the community's own outline is drawn by the ground. */
export function borderFeatures({ outlines, stale, tool }: GridScene): FeatureCollection {
  if (outlines === null) return NO_FEATURES;
  const { arcs, left, right } = outlines;
  return lineFeatures(
    arcs,
    () => ({ stale, held: tool === "border" }),
    (row) => (left[row] ?? -1) >= 0 && (right[row] ?? -1) >= 0,
  );
}

export function nameFeatures({ outlines, marks, selected }: GridScene): FeatureCollection {
  if (outlines === null) return NO_FEATURES;
  const places = placesOf(outlines);
  const features: Feature[] = [];
  for (const [grid, { lon, lat }] of places) {
    const mark = marks[grid];
    if (mark === undefined) continue;
    const { label, households, state } = mark;
    const order = grid === selected ? 0 : state === "inRange" ? 2 : 1;
    features.push(
      feature(
        grid,
        { type: "Point", coordinates: [lon, lat] },
        { label: mark.locked ? `${label} ▣` : label, households, order, selected: grid === selected },
      ),
    );
  }
  return collection(features);
}

interface Place {
  readonly lon: number;
  readonly lat: number;
  readonly area: number;
}

const places = new WeakMap<GridOutlines, ReadonlyMap<number, Place>>();

/** A point inside the largest polygon of each grid; found once for each set of outlines. */
function placesOf(outlines: GridOutlines): ReadonlyMap<number, Place> {
  const known = places.get(outlines);
  if (known !== undefined) return known;
  const found = new Map<number, Place>();
  for (let row = 0; row < outlines.polygons.count; row++) {
    const grid = outlines.grids[row] ?? -1;
    const area = Math.abs(areaOf(outlines.polygons, row));
    if (grid < 0 || area <= (found.get(grid)?.area ?? 0)) continue;
    const [lon, lat] = interiorPoint(outlines.polygons, row);
    if (!Number.isNaN(lon)) found.set(grid, { lon, lat, area });
  }
  places.set(outlines, found);
  return found;
}
