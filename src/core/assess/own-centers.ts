// The centres a community may call its own: those of community level that serve it. Stations in compounds,
// area centres and the subdistrict's centre follow rules of their own and are not counted towards it.

import type { AssessInput } from "./assess-input.ts";

/** Per community. */
export interface OwnCenters {
  readonly count: Uint32Array;
  /** Known square metres, and centres whose area is unknown. */
  readonly floorArea: Float64Array;
  readonly unknownAreas: Uint32Array;
  /** Known households whose nearest centre is one of these. */
  readonly allocated: Float64Array;
  /** Centres of any level in the community that join no path. */
  readonly unlinked: Uint32Array;
}

export function tallyOwnCenters(input: AssessInput, nearest: Float64Array): OwnCenters {
  const places = input.communities.records.length;
  const own = {
    count: new Uint32Array(places),
    floorArea: new Float64Array(places),
    unknownAreas: new Uint32Array(places),
    allocated: new Float64Array(places),
    unlinked: new Uint32Array(places),
  };
  input.centers.forEach(({ level, floorArea }, center) => {
    const community = input.centerCommunity[center]!;
    if (community < 0) return;
    if (input.centerLinked[center] !== 1) own.unlinked[community]! += 1;
    if (level !== "community") return;
    own.count[community]! += 1;
    own.allocated[community]! += nearest[center]!;
    if (floorArea === null) own.unknownAreas[community]! += 1;
    else own.floorArea[community]! += floorArea;
  });
  return own;
}
