// Places that items of the lists sit at: communities, each at a point inside it, and centres as they stand.

import { interiorPoint } from "../../core/geo/index.ts";
import type { Baseline, ServiceCenter } from "../../core/model/index.ts";

export interface MatterPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: "community" | "center";
  readonly lon: number;
  readonly lat: number;
}

/** By id; a community goes before a centre of the same id. */
export function matterPlaces(
  { communities }: Pick<Baseline, "communities">,
  centers: readonly ServiceCenter[],
): ReadonlyMap<string, MatterPlace> {
  const places = new Map<string, MatterPlace>();
  for (const { id, name, lon, lat } of centers) places.set(id, { id, name, kind: "center", lon, lat });
  communities.records.forEach(({ id, name }, row) => {
    const [lon, lat] = interiorPoint(communities.polygons, row);
    if (Number.isFinite(lon)) places.set(id, { id, name, kind: "community", lon, lat });
  });
  return places;
}
