// The table of metrics: one implementation for each id of the vocabulary.

import type { MetricId } from "../../standards/index.ts";
import { accessCoverage } from "./access-coverage.ts";
import { areaPer100Households } from "./area-per-100-households.ts";
import { centerFloorArea } from "./center-floor-area.ts";
import { gridCompounds } from "./grid-compounds.ts";
import { gridCount } from "./grid-count.ts";
import { gridFullTimeWorkers, gridPartyOrgs } from "./grid-numbers.ts";
import { communityHouseholds, gridHouseholds } from "./households-in-range.ts";
import type { MetricImplementation } from "./metric.ts";

export const METRICS: Readonly<Record<MetricId, MetricImplementation>> = {
  "community.accessCoverage": accessCoverage,
  "community.areaPer100Households": areaPer100Households,
  "community.households": communityHouseholds,
  "community.gridCount": gridCount,
  "center.floorArea": centerFloorArea,
  "grid.households": gridHouseholds,
  "grid.compoundsSplit": gridCompounds,
  "grid.partyOrgs": gridPartyOrgs,
  "grid.fullTimeWorkers": gridFullTimeWorkers,
};
