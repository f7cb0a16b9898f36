// Households per community are kept believable: scaled down where the blocks would hold too many, up where too few.

import { sum } from "./grids.mjs";
import { randomFor } from "./random.mjs";

/** The relocation community is meant to be too large. */
const LARGE = { m: 3480 };
const LEAST = 960;

export function settleHouseholds(compounds) {
  for (const community of new Set(compounds.map(({ block }) => block.community))) {
    const buildings = compounds
      .filter(({ block }) => block.community === community)
      .flatMap((one) => one.buildings);
    const most = LARGE[community] ?? randomFor(`size ${community}`).integer(2450, 2980);
    const total = sum(buildings);
    const factor = total > most || LARGE[community] ? most / total : Math.max(1, LEAST / total);
    if (factor === 1) continue;
    for (const building of buildings)
      building.households = Math.max(1, Math.round(building.households * factor));
  }
}
