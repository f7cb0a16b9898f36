// Service circles, verdicts on communities, and grids as tints of the map.

import type { ServiceAreas } from "../../access/index.ts";
import type { CommunityResult } from "../../assess/index.ts";
import type { PolygonColumns } from "../../geo/index.ts";
import type { Shape } from "../page.ts";
import { BAND_COLORS, GRID_HUES, GROUND, TOO_FAR, TOO_SMALL, UNKNOWN } from "../palette.ts";
import { fillOf, strokeOf } from "../shapes.ts";
import { colorGrids } from "./color-grids.ts";
import { hatchLines } from "./hatch.ts";
import type { MapGround } from "./map-ground.ts";
import type { MapWindow } from "./map-window.ts";
import { isEmptyPath, type Placed, placePolygons, tracePolygons } from "./trace.ts";

/** Areas of `only` these centres (all when absent), widest band first. */
export function drawServiceAreas(
  ground: MapGround,
  window: MapWindow,
  areas: ServiceAreas,
  minutes: number,
  only?: ReadonlySet<number>,
): Shape[] {
  const placed = placePolygons({ ...areas.polygons, xy: ground.frame.toMetres(areas.polygons.xy) });
  const bandOf = (row: number): number =>
    Math.min(2, Math.max(0, Math.ceil((areas.minutes[row]! / minutes) * 3 - 1e-6) - 1));
  return [2, 1, 0].flatMap((band): Shape[] => {
    const lines = tracePolygons(
      placed,
      window,
      (row) => bandOf(row) === band && (only?.has(areas.center[row]!) ?? true),
    );
    if (isEmptyPath(lines)) return [];
    const edge = band === 2 ? { color: BAND_COLORS[0], width: 0.35, opacity: 0.75 } : null;
    const fill = fillOf(BAND_COLORS[band]!, [0.16, 0.2, 0.34][band]!);
    return [{ kind: "path", lines, closed: true, fill, stroke: edge === null ? null : strokeOf(edge) }];
  });
}

export const COMMUNITY_STATES = ["met", "tooSmall", "tooFar", "both", "unknown"] as const;
export type CommunityState = (typeof COMMUNITY_STATES)[number];

/** A community without a centre of its own has nothing of the area it needs: too small. */
export function communityState({ flags }: Pick<CommunityResult, "flags">): CommunityState {
  const small = flags.includes("tooSmall") || flags.includes("noCenter");
  const far = flags.includes("tooFar");
  if (small) return far ? "both" : "tooSmall";
  if (far) return "tooFar";
  return flags.some((flag) => flag.startsWith("unknown")) ? "unknown" : "met";
}

export function drawVerdicts(
  { communities }: MapGround,
  window: MapWindow,
  states: readonly CommunityState[],
): Shape[] {
  const trace = (state: CommunityState) => tracePolygons(communities, window, (row) => states[row] === state);
  const tint = (state: CommunityState, color: string): Shape[] => {
    const lines = trace(state);
    return isEmptyPath(lines)
      ? []
      : [{ kind: "path", lines, closed: true, fill: fillOf(color, 0.3), stroke: null }];
  };
  const both = trace("both");
  const unknown = trace("unknown");
  return [
    ...tint("tooSmall", TOO_SMALL),
    ...tint("tooFar", TOO_FAR),
    ...(isEmptyPath(both) ? [] : [hatchLines(both, window.box, BOTH_HATCH)]),
    ...(isEmptyPath(unknown) ? [] : [hatchLines(unknown, window.box, UNKNOWN_HATCH)]),
  ];
}

export const BOTH_HATCH = { colors: [TOO_SMALL, TOO_FAR], gap: 1.6, width: 1.13, opacity: 0.42 };
export const UNKNOWN_HATCH = { colors: [UNKNOWN], gap: 1.3, width: 0.16, opacity: 0.75 };

/** Grids in hues that differ between neighbours. */
export const drawGridNet = (
  ground: MapGround,
  window: MapWindow,
  hues: readonly number[] = gridHues(ground.grids),
): Shape[] =>
  GRID_HUES.flatMap((color, hue): Shape[] => {
    const lines = tracePolygons(ground.grids, window, (row) => hues[row] === hue);
    return isEmptyPath(lines)
      ? []
      : [{ kind: "path", lines, closed: true, fill: fillOf(color, 0.85), stroke: null }];
  });

/** A heavier outline about the grids that are out of range. */
export function drawGridsOut(
  { grids }: MapGround,
  window: MapWindow,
  outOfRange: ReadonlySet<number>,
): Shape[] {
  const lines = tracePolygons(grids, window, (row) => outOfRange.has(row));
  const stroke = strokeOf({ color: GROUND.ink, width: 0.5 });
  return isEmptyPath(lines) ? [] : [{ kind: "path", lines, closed: true, fill: null, stroke }];
}

export const gridHues = ({ shapes }: Placed<PolygonColumns>): readonly number[] =>
  colorGrids(shapes, GRID_HUES.length);
