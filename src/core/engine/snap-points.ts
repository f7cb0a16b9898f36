// Where drawn ways can begin and end: each position moved onto the nearest path within `within` that no barrier parts
// it from.

import type { Scene } from "./scene.ts";
import type { TaskInput, TaskOutput } from "./tasks.ts";

export function snapPoints(
  scene: Scene,
  { points, within }: Pick<TaskInput<"scene.snap">, "points" | "within">,
): TaskOutput<"scene.snap"> {
  const snapped = points.slice();
  if (scene.network === null) return snapped;
  const joins = scene.joinCenters(scene.frame.toMetres(points));
  const onPath = scene.frame.toDegrees(joins.xy);
  for (let i = 0; i < joins.count; i++) {
    const join = joins.offsets[i]!;
    if (join === joins.offsets[i + 1]! || joins.leg[join]! > 10 * within) continue;
    snapped.set(onPath.subarray(2 * join, 2 * join + 2), 2 * i);
  }
  return snapped;
}
