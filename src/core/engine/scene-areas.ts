// Service areas of the centres in degrees: walking-time bands along the network, or circles of the
// straight-line estimate where there is no network.

import type { ServiceAreas } from "../access/index.ts";
import { estimateAreas } from "../access/index.ts";
import type { TaskControl } from "../base/index.ts";
import { reachLimit } from "../base/index.ts";
import type { PlacedCenters, Scene } from "./scene.ts";
import { placeCenters } from "./scene.ts";
import type { TaskInput } from "./tasks.ts";

/** Width of the strip along a path that counts as served, and cell of the raster it is drawn on, in metres. */
export const AREA_BUFFER = 30;
export const AREA_CELL = 10;

export function sceneAreas(
  scene: Scene,
  input: TaskInput<"scene.areas">,
  control: TaskControl,
): ServiceAreas {
  control.report({ stage: "areas", done: 0 });
  return areasOf(scene, placeCenters(scene, input.centers), input);
}

export function areasOf(
  scene: Scene,
  placed: PlacedCenters,
  { bands, speed, view, only }: Pick<TaskInput<"scene.areas">, "bands" | "speed" | "view" | "only">,
): ServiceAreas {
  const limits = bands.map((minutes) => reachLimit(minutes, speed));
  const options = { limits, view, ...(only === undefined ? {} : { only }) };
  const { center, limit, polygons } = estimateAreas(placed.joins, {
    ...options,
    detourRatio: scene.settings.detourRatio,
  });
  return {
    center,
    minutes: Float64Array.from(limit, (decimetres) => bands[limits.indexOf(decimetres)]!),
    polygons: { ...polygons, xy: scene.frame.toDegrees(polygons.xy) },
  };
}
