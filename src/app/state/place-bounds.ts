// Where on the map a place is: its box in degrees, with some ground around a point.

import { boxOf } from "../../core/geo/index.ts";
import type { Areas } from "../../core/model/index.ts";
import type { MapSelection } from "../map/map-model.ts";
import type { AppState } from "./app-state.ts";
import { baselineOf, centersOf } from "./plan-selectors.ts";

export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Half-widths shown around a point, degrees of latitude: about 700 m for a centre, 250 m for a residence. */
const AROUND_CENTER = 0.0063;
const AROUND_RESIDENCE = 0.00225;
const AROUND_GRID = 0.0012;

export function placeBounds(state: AppState, selection: NonNullable<MapSelection>): Bounds | null {
  const baseline = baselineOf(state);
  if (baseline === null) return null;
  if (selection.kind === "grid") return memberBounds(state, selection.id);
  if (selection.kind === "community") return areaBounds(baseline.communities, selection.id);
  if (selection.kind === "center") {
    const center = centersOf(state).find(({ id }) => id === selection.id);
    return center === undefined ? null : around(center.lon, center.lat, AROUND_CENTER);
  }
  const [lon, lat] = baseline.residences.xy.subarray(2 * selection.index, 2 * selection.index + 2);
  return lon === undefined || lat === undefined ? null : around(lon, lat, AROUND_RESIDENCE);
}

/** Around the residences of a grid of the plan, or of the draft on the table. */
function memberBounds(state: AppState, id: string): Bounds | null {
  const net = state.grids?.draft?.net ?? state.grids?.net;
  const at = net?.grids.findIndex((grid) => grid.id === id) ?? -1;
  if (net === undefined || at < 0) return null;
  return boundsOfRows(
    state,
    [...net.gridOf.keys()].filter((row) => net.gridOf[row] === at),
  );
}

/** Around some residences; null for none. */
export function boundsOfRows(state: AppState, rows: readonly number[]): Bounds | null {
  const xy = baselineOf(state)?.residences.xy;
  if (xy === undefined) return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const row of rows) {
    west = Math.min(west, xy[2 * row]!);
    east = Math.max(east, xy[2 * row]!);
    south = Math.min(south, xy[2 * row + 1]!);
    north = Math.max(north, xy[2 * row + 1]!);
  }
  if (west > east) return null;
  return [west - AROUND_GRID, south - AROUND_GRID, east + AROUND_GRID, north + AROUND_GRID];
}

export function gridBounds(state: AppState, id: string): Bounds | null {
  const baseline = baselineOf(state);
  return baseline === null ? null : areaBounds(baseline.grids, id);
}

function areaBounds({ records, polygons }: Areas, id: string): Bounds | null {
  const index = records.findIndex((record) => record.id === id);
  if (index < 0) return null;
  const [west, south, east, north] = boxOf(polygons, index);
  return west <= east ? [west, south, east, north] : null;
}

/** Some ground around a point, as much as around a centre; degrees. */
export const boundsAround = (lon: number, lat: number): Bounds => around(lon, lat, AROUND_CENTER);

function around(lon: number, lat: number, half: number): Bounds {
  const wide = half / Math.cos((lat * Math.PI) / 180);
  return [lon - wide, lat - half, lon + wide, lat + half];
}
