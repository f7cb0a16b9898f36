// Walking estimated without any network: straight line × a stated detour ratio. The same questions as
// AccessSolver answers on a network, so that everything after it is the same; every result of it is
// labelled an estimate. Plain O(points × centres): a fallback, not the product.

import type { Decimetres } from "../base/index.ts";
import { UNREACHED } from "../base/index.ts";
import type { Joins } from "../network/index.ts";
import type { AccessSolver } from "./access-solver.ts";
import type { NearestAccess } from "./nearest-access.ts";
import type { AreaMaker } from "./service-areas.ts";

/** Points (pairs, metres) as joins of their own: no edge, no leg, the point itself. */
export function straightJoins(xy: Float64Array): Joins {
  const count = xy.length / 2;
  return {
    count,
    offsets: Uint32Array.from({ length: count + 1 }, (_, i) => i),
    edge: new Uint32Array(count),
    along: new Uint32Array(count),
    leg: new Uint32Array(count),
    xy,
  };
}

/** Answers as AccessSolver does for residences at `points` (pairs, metres) and centres from straightJoins. */
export function createEstimateSolver(points: Float64Array, detourRatio: number): AccessSolver {
  const count = points.length / 2;
  const between = (point: number, centers: Joins, center: number): Decimetres =>
    Math.round(
      10 *
        detourRatio *
        Math.hypot(
          points[2 * point]! - centers.xy[2 * center]!,
          points[2 * point + 1]! - centers.xy[2 * center + 1]!,
        ),
    );

  const nearestOf = (centers: Joins, skip = -1): NearestAccess => {
    const nearest = new Int32Array(count).fill(-1);
    const distance = new Uint32Array(count).fill(UNREACHED);
    for (let point = 0; point < count; point++) {
      for (let center = 0; center < centers.count; center++) {
        if (center === skip) continue;
        const walk = between(point, centers, center);
        if (walk >= distance[point]!) continue;
        distance[point] = walk;
        nearest[point] = center;
      }
    }
    return { nearest, distance };
  };

  return {
    nearest: nearestOf,
    own: (centers, groupOfCenter, groupOfPoint) => {
      const own = new Uint32Array(count).fill(UNREACHED);
      for (let center = 0; center < centers.count; center++) {
        const group = groupOfCenter[center]!;
        if (group < 0) continue;
        for (let point = 0; point < count; point++) {
          if (groupOfPoint[point] !== group) continue;
          own[point] = Math.min(own[point]!, between(point, centers, center));
        }
      }
      return own;
    },
    reach: (centers, center, limit) => {
      const within = Array.from({ length: count }, (_, point) => point).filter(
        (point) => between(point, centers, center) <= limit,
      );
      return {
        points: Uint32Array.from(within),
        distance: Uint32Array.from(within, (point) => between(point, centers, center)),
      };
    },
    path: (centers, center, point) => {
      const to = center ?? nearestOf(centers).nearest[point]!;
      if (to < 0) return null;
      const xy = Float64Array.of(
        points[2 * point]!,
        points[2 * point + 1]!,
        centers.xy[2 * to]!,
        centers.xy[2 * to + 1]!,
      );
      return { center: to, distance: between(point, centers, to), xy };
    },
    beginMove: (centers, moving) => ({
      at: (join, row = 0) => {
        const xy = centers.xy.slice();
        xy[2 * moving] = join.xy[2 * row]!;
        xy[2 * moving + 1] = join.xy[2 * row + 1]!;
        return nearestOf({ ...centers, xy });
      },
    }),
  };
}

/** Circles of the estimate, 64 corners each, metres: centre by centre, bands ascending, in every view. */
export function createEstimateAreas(detourRatio: number): AreaMaker {
  return {
    areas: (centers, { limits, only }) => {
      const which = only ?? Array.from({ length: centers.count }, (_, i) => i);
      const circles = which.flatMap((center) => limits.map((limit) => ({ center, limit })));
      const xy = new Float64Array(circles.length * CORNERS * 2);
      circles.forEach(({ center, limit }, circle) => {
        const radius = limit / 10 / detourRatio;
        for (let k = 0; k < CORNERS; k++) {
          const angle = (2 * Math.PI * k) / CORNERS;
          const at = 2 * (circle * CORNERS + k);
          xy[at] = centers.xy[2 * center]! + radius * Math.cos(angle);
          xy[at + 1] = centers.xy[2 * center + 1]! + radius * Math.sin(angle);
        }
      });
      const steps = (size: number): Uint32Array =>
        Uint32Array.from({ length: circles.length + 1 }, (_, i) => i * size);
      return {
        center: Int32Array.from(circles, ({ center }) => center),
        limit: Uint32Array.from(circles, ({ limit }) => limit),
        polygons: {
          count: circles.length,
          featureOffsets: steps(1),
          partOffsets: steps(1),
          ringOffsets: steps(CORNERS),
          xy,
        },
      };
    },
  };
}

const CORNERS = 64;
