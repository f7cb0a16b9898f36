// The answers about walking on one network with one set of residences. It owns the scratch of all searches,
// so a question costs what it touches; it is for one caller at a time. Networks and joins are read-only.

import type { Decimetres } from "../base/index.ts";
import type { Joins, PathNetwork } from "../network/index.ts";
import { beginMove, type MoveSession } from "./move-session.ts";
import { type NearestAccess, nearestAccess } from "./nearest-access.ts";
import { ownAccess } from "./own-access.ts";
import { createReach, type Reach } from "./reach.ts";
import { type CenterPath, walkingPath } from "./walking-path.ts";
import { createWorkspace } from "./workspace.ts";

export type { CenterPath, MoveSession, NearestAccess, Reach };

export interface AccessSolver {
  /** Nearest centre of every residence, as if centre `skip` were not there; no bound. */
  nearest(centers: Joins, skip?: number): NearestAccess;
  /**
   * Distance from every residence to the nearest centre of its own group, decimetres; UNREACHED when none.
   * Groups are communities; -1 belongs to none.
   */
  own(centers: Joins, groupOfCenter: Int32Array, groupOfPoint: Int32Array): Uint32Array;
  /** Residences within `limit` of one centre. */
  reach(centers: Joins, center: number, limit: Decimetres): Reach;
  /** The walk from residence `point` to `center`, or to its nearest (null); null when there is none. */
  path(centers: Joins, center: number | null, point: number): CenterPath | null;
  /** For dragging centre `moving`: what does not depend on it is computed now, each step is then local. */
  beginMove(centers: Joins, moving: number): MoveSession;
}

/** `points`: how the residences join the network. */
export function createAccessSolver(network: PathNetwork, points: Joins): AccessSolver {
  const space = createWorkspace(network, points);
  return {
    nearest: (centers, skip = -1) => nearestAccess(space, space.search, centers, skip),
    own: (centers, groupOfCenter, groupOfPoint) => ownAccess(space, centers, groupOfCenter, groupOfPoint),
    reach: createReach(space),
    path: (centers, center, point) => walkingPath(space, centers, center, point),
    beginMove: (centers, moving) => beginMove(space, centers, moving),
  };
}
