// The walk from one residence to a centre, with its minutes, as a line from door to door in degrees.

import type { WalkingPath } from "../access/index.ts";
import { walkMeters, walkMinutes } from "../base/index.ts";
import type { Scene } from "./scene.ts";
import { placeCenters } from "./scene.ts";
import type { TaskInput } from "./tasks.ts";

export function scenePath(scene: Scene, input: TaskInput<"scene.path">): WalkingPath | null {
  const { centers, speed, residence } = input;
  const placed = placeCenters(scene, centers);
  const walk = scene.solver.path(placed.joins, input.center ?? null, residence);
  const center = walk === null ? undefined : centers[walk.center];
  if (walk === null || center === undefined) return null;
  const between = scene.frame.toDegrees(walk.xy);
  const door = scene.baseline.residences.xy.subarray(2 * residence, 2 * residence + 2);
  return {
    center: walk.center,
    minutes: walkMinutes(walk.distance, speed),
    meters: walkMeters(walk.distance),
    xy: Float64Array.of(...door, ...between, center.lon, center.lat),
    estimate: scene.network === null,
  };
}
