// The ground of a printed plan from the user's own layers: land, green, water, buildings, roads with casing by class,
// railway and walls. Widths follow the true ones, within what the eye can tell apart on paper.

import { BARRIER_CLASSES, ROAD_CLASSES, type RoadClass } from "../../model/index.ts";
import type { Millimetres, Shape } from "../page.ts";
import { GROUND } from "../palette.ts";
import { boxShape, fillOf, strokeOf } from "../shapes.ts";
import type { MapGround } from "./map-ground.ts";
import type { MapWindow } from "./map-window.ts";
import { isEmptyPath, traceLines, tracePolygons } from "./trace.ts";

/** Paper and green: what tints lie on. */
export function drawLand(ground: MapGround, window: MapWindow): Shape[] {
  const hasCommunities = ground.communities.shapes.count > 0;
  return [
    boxShape(window.box, fillOf(hasCommunities ? GROUND.outside : GROUND.paper)),
    ...area(tracePolygons(ground.communities, window), GROUND.paper),
    ...area(tracePolygons(ground.green, window), GROUND.green),
  ];
}

/** What lies over tints: nobody lives on water, and buildings and roads stay readable. */
export function drawTopography(ground: MapGround, window: MapWindow): Shape[] {
  return [
    ...area(tracePolygons(ground.water, window), GROUND.water, GROUND.waterEdge),
    ...(window.scale <= 30000
      ? area(tracePolygons(ground.buildings, window), GROUND.building, GROUND.buildingEdge)
      : []),
    ...drawRoads(ground, window),
    ...drawBarriers(ground, window),
  ];
}

function area(lines: ReturnType<typeof tracePolygons>, color: string, edge: string | null = null): Shape[] {
  if (isEmptyPath(lines)) return [];
  const stroke = edge === null ? null : strokeOf({ color: edge, width: 0.08 });
  return [{ kind: "path", lines, closed: true, fill: fillOf(color), stroke }];
}

/** Width of the road in metres, and the least and most on paper in millimetres. */
const ROAD_WIDTHS: Readonly<Partial<Record<RoadClass, readonly [number, Millimetres, Millimetres]>>> = {
  arterial: [20, 0.62, 3.6],
  collector: [13, 0.38, 2.4],
  local: [7, 0.16, 1.5],
};
const CASING: Millimetres = 0.11;

/** Width of a road's white on paper. */
export function roadWidth(kind: RoadClass, scale: number): Millimetres {
  const entry = ROAD_WIDTHS[kind];
  if (entry === undefined) return 0.14;
  const [metres, least, most] = entry;
  return Math.min(most, Math.max(least, (metres * 1000) / scale));
}

function drawRoads({ roads, baseline: { network } }: MapGround, window: MapWindow): Shape[] {
  const kindOf = (row: number): RoadClass => ROAD_CLASSES[network.class[row]!] ?? "local";
  const shapes: Shape[] = [];
  if (window.scale <= 12500) {
    const lines = traceLines(roads, window, (row) => kindOf(row) === "path" || kindOf(row) === "steps");
    const look = { color: GROUND.path, width: 0.14, dash: [0.9, 0.5] };
    shapes.push({ kind: "path", lines, closed: false, fill: null, stroke: strokeOf(look) });
  }
  const drawn = (["local", "collector", "arterial"] as const).filter(
    (kind) => kind !== "local" || window.scale <= 40000,
  );
  const lines = drawn.map((kind) => traceLines(roads, window, (row) => kindOf(row) === kind));
  for (const [color, more] of [
    [GROUND.roadEdge, 2 * CASING],
    [GROUND.road, 0],
  ] as const) {
    drawn.forEach((kind, i) => {
      const width = roadWidth(kind, window.scale) + more;
      const stroke = strokeOf({ color, width, cap: "round" });
      shapes.push({ kind: "path", lines: lines[i]!, closed: false, fill: null, stroke });
    });
  }
  return shapes.filter((shape) => shape.kind !== "path" || !isEmptyPath(shape.lines));
}

function drawBarriers({ barriers, baseline }: MapGround, window: MapWindow): Shape[] {
  const kindOf = (row: number) => BARRIER_CLASSES[baseline.barriers.class[row]!] ?? "other";
  const rail = traceLines(barriers, window, (row) => kindOf(row) === "rail");
  const walls = traceLines(barriers, window, (row) => kindOf(row) === "wall");
  const line = (lines: typeof rail, look: Parameters<typeof strokeOf>[0]): Shape[] =>
    isEmptyPath(lines) ? [] : [{ kind: "path", lines, closed: false, fill: null, stroke: strokeOf(look) }];
  return [
    ...line(rail, { color: GROUND.rail, width: 0.55 }),
    ...line(rail, { color: "#FFFFFF", width: 0.32, dash: [1.6, 1.6] }),
    ...(window.scale <= 12500 ? line(walls, { color: GROUND.wall, width: 0.15 }) : []),
  ];
}
