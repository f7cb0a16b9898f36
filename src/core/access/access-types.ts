// What walking yields: minutes per residence, service areas, a path. Distances are integer decimetres.

import type { Metres, MetresPerSecond, Minutes } from "../base/index.ts";
import type { PolygonColumns } from "../geo/index.ts";

export interface WalkSettings {
  readonly minutes: Minutes;
  readonly speed: MetresPerSecond;
}
export const DEFAULT_WALK: WalkSettings = { minutes: 15, speed: 1 };

/** Walking from each residence (row of the residence layer); distances in decimetres, UNREACHED when none. */
export interface ResidenceAccess {
  /** Index of the nearest centre in the analysed list, -1 when unreached. */
  readonly nearest: Int32Array;
  readonly distance: Uint32Array;
  /** Distance to the nearest centre of the residence's own community; UNREACHED when it has none. */
  readonly ownDistance: Uint32Array;
}

/** Service areas: feature i of `polygons` is centre `center[i]` within `minutes[i]`; degrees, WGS-84. */
export interface ServiceAreas {
  readonly center: Int32Array;
  readonly minutes: Float64Array;
  readonly polygons: PolygonColumns;
}

export const AREA_VIEWS = ["overlap", "dissolve", "nearest"] as const;
/** overlap: each centre's whole circle; dissolve: all together; nearest: split between centres by nearest. */
export type AreaView = (typeof AREA_VIEWS)[number];

export interface WalkingPath {
  readonly center: number;
  readonly minutes: Minutes;
  readonly meters: Metres;
  /** Access legs included: residence, edge point, …, edge point, centre. Degrees. */
  readonly xy: Float64Array;
  /** True for the straight estimate used without a network. */
  readonly estimate: boolean;
}
