// Outlines of single things: the selected community or residence, the residence under the pointer, and the
// residences that are hatched because something about them is unknown.

import type { Feature, FeatureCollection } from "geojson";
import type { Areas, Residences } from "../../core/model/index.ts";
import { collection, feature, pairs, polygonParts } from "./features.ts";
import { metresPerPixel } from "./ground-metres.ts";
import type { MapModel } from "./map-model.ts";
import { hasFootprint, pointShape } from "./residence-shapes.ts";

/** "place": selected community; "selected": selected residence; "pointed": residence under the pointer. */
export type FocusKind = "place" | "selected" | "pointed";

export function focusFeatures(
  { baseline, selection }: MapModel,
  pointed: number | null,
  zoom: number,
): FeatureCollection {
  const features: Feature[] = [];
  if (pointed !== null) features.push(outline(baseline.residences, pointed, zoom, "pointed"));
  if (selection?.kind === "residence" && selection.index < baseline.residences.count) {
    features.push(outline(baseline.residences, selection.index, zoom, "selected"));
  }
  if (selection?.kind === "community") features.push(...placeOutline(baseline.communities, selection.id));
  return collection(features);
}

/** Outlines of some residences, filled with a hatch by the style. */
export const residenceOutlines = (
  residences: Residences,
  rows: readonly number[],
  zoom: number,
): FeatureCollection => collection(rows.map((row) => outline(residences, row, zoom, "selected")));

function placeOutline({ records, polygons }: Areas, id: string): Feature[] {
  const row = records.findIndex((record) => record.id === id);
  if (row === -1) return [];
  const kind: FocusKind = "place";
  return [feature(row, { type: "MultiPolygon", coordinates: polygonParts(polygons, row) }, { kind })];
}

/** Footprint of a residence, or the octagon of one known as a point. */
function outline(residences: Residences, row: number, zoom: number, kind: FocusKind): Feature {
  if (hasFootprint(residences, row)) {
    const coordinates = polygonParts(residences.footprints, row);
    return feature(row, { type: "MultiPolygon", coordinates }, { kind });
  }
  const ring = pairs(pointShape(residences, row, metresPerPixel(zoom, residences.xy[2 * row + 1]!)));
  return feature(row, { type: "Polygon", coordinates: [[...ring, ring[0]!]] }, { kind });
}
