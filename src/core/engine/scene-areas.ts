// Service areas of the centres in degrees: walking-time bands along the network, or circles of the
// straight-line estimate where there is no network.

import { type AreaMaker, createAreaMaker, createEstimateAreas, type ServiceAreas } from "../access/index.ts";
import type { TaskControl } from "../base/index.ts";
import { reachLimit } from "../base/index.ts";
import type { PlacedCenters, Scene } from "./scene.ts";
import { placeCenters } from "./scene.ts";
import type { TaskInput } from "./tasks.ts";

/** Width of the strip along a path that counts as served, and cell of the raster it is drawn on, in metres. */
export const AREA_BUFFER = 80;
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
  const { center, limit, polygons } = makerOf(scene).areas(placed.joins, {
    limits,
    view,
    ...(only === undefined ? {} : { only }),
  });
  return {
    center,
    minutes: Float64Array.from(limit, (decimetres) => bands[limits.indexOf(decimetres)]!),
    polygons: { ...polygons, xy: scene.frame.toDegrees(polygons.xy) },
  };
}

/** The surface is laid when the first picture is asked for. */
function makerOf(scene: Scene): AreaMaker {
  scene.areas ??=
    scene.network === null
      ? createEstimateAreas(scene.settings.detourRatio)
      : createAreaMaker(scene.network, {
          barriers: scene.barriers.lines,
          buffer: AREA_BUFFER,
          cell: AREA_CELL,
        });
  return scene.areas;
}
