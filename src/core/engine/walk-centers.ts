// Walks from all centres of a plan, kept with the scene: another rule pack, other registers or another colour of the
// same centres are judged on the minutes that are known. Only where centres stand and whose they are decides.

import type { ResidenceAccess } from "../access/index.ts";
import type { ServiceCenter } from "../model/index.ts";
import { type PlacedCenters, placeCenters, type Scene } from "./scene.ts";

export interface CenterWalks {
  readonly placed: PlacedCenters;
  readonly access: ResidenceAccess;
  /** Households within so many decimetres of each centre, whoever else is near. */
  readonly reach: (limit: number) => Float64Array;
}

interface Kept extends CenterWalks {
  readonly key: string;
}

/** The last set of centres walked in each scene. */
const kept = new WeakMap<Scene, Kept>();

export function walkCenters(scene: Scene, centers: readonly ServiceCenter[]): CenterWalks {
  const key = JSON.stringify(centers.map(({ lon, lat, communityId }) => [lon, lat, communityId]));
  const known = kept.get(scene);
  if (known?.key === key) return known;
  const placed = placeCenters(scene, centers);
  const { nearest, distance } = scene.solver.nearest(placed.joins);
  const ownDistance = scene.solver.own(placed.joins, placed.community, scene.residenceCommunity);
  let last: { readonly limit: number; readonly sums: Float64Array } | null = null;
  const made: Kept = {
    key,
    placed,
    access: { nearest, distance, ownDistance },
    reach: (limit) => {
      if (last?.limit !== limit) {
        last = {
          limit,
          sums: Float64Array.from(centers, (_, i) => reachHouseholds(scene, placed, i, limit)),
        };
      }
      return last.sums;
    },
  };
  kept.set(scene, made);
  return made;
}

/** Households within `limit` decimetres of one centre; residences with unknown counts are in no sum. */
export function reachHouseholds(scene: Scene, placed: PlacedCenters, center: number, limit: number): number {
  const { households } = scene.baseline.residences;
  let sum = 0;
  for (const point of scene.solver.reach(placed.joins, center, limit).points) {
    const count = households[point]!;
    if (!Number.isNaN(count)) sum += count;
  }
  return sum;
}
