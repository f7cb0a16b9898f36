// What lies under the pointer, answered from the data by packed R-trees (flatbush) instead of by reading
// pixels back: a deck.gl pick costs 134 ms and more on software rendering, this costs microseconds.
// Order: centre (its drawn disc), then residence, then community.

import Flatbush from "flatbush";
import { boxOf, contains } from "../../core/geo/index.ts";
import type { Areas, Residences } from "../../core/model/index.ts";
import type { CenterMark } from "./map-model.ts";
import { CENTER_DIAMETER } from "./mark-images.ts";
import { hasFootprint } from "./residence-shapes.ts";

/** Reach of the pointer around small things, pixels. */
const SLACK = 4;

export interface Pickable {
  readonly residences: Residences;
  readonly communities: Areas;
  readonly residenceBoxes: Flatbush | null;
  readonly communityBoxes: Flatbush | null;
}

export type Target =
  | { readonly kind: "center"; readonly row: number }
  | { readonly kind: "residence"; readonly row: number }
  | { readonly kind: "community"; readonly row: number };

/** A place on screen (pixels) and on the ground, and how degrees turn into pixels there. */
export interface Pointer {
  readonly x: number;
  readonly y: number;
  readonly lon: number;
  readonly lat: number;
  /** Degrees of longitude and latitude that one pixel spans. */
  readonly perPixel: readonly [number, number];
  readonly project: (lon: number, lat: number) => readonly [number, number];
}

export function indexPickable(residences: Residences, communities: Areas): Pickable {
  return {
    residences,
    communities,
    residenceBoxes: indexBoxes(residences.count, (row) => residenceBox(residences, row)),
    communityBoxes: indexBoxes(communities.polygons.count, (row) => boxOf(communities.polygons, row)),
  };
}

export function pick(pickable: Pickable, centers: readonly CenterMark[], pointer: Pointer): Target | null {
  const center = pickCenter(centers, pointer);
  if (center !== -1) return { kind: "center", row: center };
  const residence = pickResidence(pickable, pointer);
  if (residence !== -1) return { kind: "residence", row: residence };
  const community = pickCommunity(pickable, pointer);
  return community === -1 ? null : { kind: "community", row: community };
}

/** The centre whose disc is under the pointer, the nearest when several are; -1 for none. */
export function pickCenter(centers: readonly CenterMark[], pointer: Pointer): number {
  let best = -1;
  let nearest = Infinity;
  centers.forEach(({ lon, lat, level }, row) => {
    const reach = CENTER_DIAMETER[level] / 2 + SLACK;
    if (Math.abs(lon - pointer.lon) > reach * pointer.perPixel[0] * 1.01) return;
    const [x, y] = pointer.project(lon, lat);
    const away = Math.hypot(x - pointer.x, y - pointer.y);
    if (away <= reach && away < nearest) {
      nearest = away;
      best = row;
    }
  });
  return best;
}

function pickResidence({ residences, residenceBoxes }: Pickable, pointer: Pointer): number {
  if (residenceBoxes === null) return -1;
  const { lon, lat } = pointer;
  const [padX, padY] = [SLACK * pointer.perPixel[0], SLACK * pointer.perPixel[1]];
  let best = -1;
  let nearest = Infinity;
  for (const row of residenceBoxes.search(lon - padX, lat - padY, lon + padX, lat + padY)) {
    if (hasFootprint(residences, row) && contains(residences.footprints, row, lon, lat)) return row;
    const [west, south, east, north] = residenceBox(residences, row);
    const dx = Math.max(west - lon, lon - east, 0) / padX;
    const dy = Math.max(south - lat, lat - north, 0) / padY;
    const away = Math.hypot(dx, dy);
    const small = east - west < 4 * padX && north - south < 4 * padY;
    if (small && away < nearest) {
      nearest = away;
      best = row;
    }
  }
  return best;
}

function pickCommunity({ communities, communityBoxes }: Pickable, { lon, lat }: Pointer): number {
  if (communityBoxes === null) return -1;
  const holding = communityBoxes
    .search(lon, lat, lon, lat)
    .filter((row) => contains(communities.polygons, row, lon, lat));
  return holding.length === 0 ? -1 : Math.min(...holding);
}

function residenceBox(residences: Residences, row: number): [number, number, number, number] {
  if (hasFootprint(residences, row)) return boxOf(residences.footprints, row);
  const [lon, lat] = [residences.xy[2 * row]!, residences.xy[2 * row + 1]!];
  return [lon, lat, lon, lat];
}

function indexBoxes(
  count: number,
  boxAt: (row: number) => readonly [number, number, number, number],
): Flatbush | null {
  if (count === 0) return null;
  const boxes = new Flatbush(count);
  for (let row = 0; row < count; row++) boxes.add(...boxAt(row));
  boxes.finish();
  return boxes;
}
