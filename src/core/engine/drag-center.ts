// One step of dragging a centre. What the moving centre cannot change is computed once, when the drag begins:
// the field of all other centres, the other communities' own distances, the other centres' reach. A step then
// searches from the moved centre alone, pruned by that field, and gives the same numbers as a whole analysis.

import { reachLimit } from "../base/index.ts";
import { conclude } from "./analyse-scene.ts";
import type { DragState, PlacedCenters, Scene } from "./scene.ts";
import { placeCenters } from "./scene.ts";
import { areasOf } from "./scene-areas.ts";
import type { TaskInput, TaskOutput } from "./tasks.ts";
import { reachHouseholds } from "./walk-centers.ts";

export function dragCenter(scene: Scene, input: TaskInput<"scene.drag">): TaskOutput<"scene.drag"> {
  const { centers, moving, walk, pack, net, bands } = input;
  const placed = placeCenters(scene, centers);
  const drag = continues(scene.drag, input) ? scene.drag : beginDrag(scene, input, placed);
  scene.drag = drag;

  const { nearest, distance } = drag.session.at(placed.joins, moving);
  const ownDistance = withMoved(scene, drag.ownWithout, placed, moving);
  const reach = drag.reach.slice();
  reach[moving] = reachHouseholds(scene, placed, moving, reachLimit(walk.minutes, walk.speed));
  const access = { nearest, distance, ownDistance };
  return {
    analysis: conclude(scene, { centers, walk, pack, net, placed, access, reach }),
    areas: areasOf(scene, placed, { bands, speed: walk.speed, view: "overlap", only: [moving] }),
  };
}

function beginDrag(scene: Scene, input: TaskInput<"scene.drag">, placed: PlacedCenters): DragState {
  const { centers, moving, walk } = input;
  const limit = reachLimit(walk.minutes, walk.speed);
  const withoutMoving = placed.community.slice();
  withoutMoving[moving] = -1;
  return {
    moving,
    walk,
    centers,
    session: scene.solver.beginMove(placed.joins, moving),
    ownWithout: scene.solver.own(placed.joins, withoutMoving, scene.residenceCommunity),
    reach: Float64Array.from(centers, (_, i) =>
      i === moving ? 0 : reachHouseholds(scene, placed, i, limit),
    ),
  };
}

/** Is this a further step of the drag begun before: same centre moving, all else where it was? */
function continues(drag: DragState | null, input: TaskInput<"scene.drag">): drag is DragState {
  return (
    drag !== null &&
    drag.moving === input.moving &&
    drag.walk.minutes === input.walk.minutes &&
    drag.walk.speed === input.walk.speed &&
    drag.centers.length === input.centers.length &&
    drag.centers.every((was, i) => {
      const now = input.centers[i]!;
      return (
        i === drag.moving ||
        (was.lon === now.lon && was.lat === now.lat && was.communityId === now.communityId)
      );
    })
  );
}

/** Own-community distances with the moved centre serving the community it now stands in. */
function withMoved(scene: Scene, without: Uint32Array, placed: PlacedCenters, moving: number): Uint32Array {
  const community = placed.community[moving]!;
  if (community === -1) return without.slice();
  const onlyMoving = new Int32Array(placed.community.length).fill(-1);
  onlyMoving[moving] = community;
  const served = scene.solver.own(placed.joins, onlyMoving, scene.residenceCommunity);
  return without.map((distance, i) => Math.min(distance, served[i]!));
}
