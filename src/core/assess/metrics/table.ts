// The table of metrics: one implementation for each id of the vocabulary.

import type { MetricId } from "../../standards/index.ts";
import { accessCoverage } from "./access-coverage.ts";
import { districtMergedNets, placeGapHouseholds, placeTiling } from "./area-overlays.ts";
import { areaPer100Households } from "./area-per-100-households.ts";
import { centerFloorArea } from "./center-floor-area.ts";
import { communityLinkedResidences, communityUnhungUnits, placeInGrids } from "./chain-links.ts";
import { communityFacilityCoverage, communityServiceKinds, placeNearestMinutes } from "./facility-walks.ts";
import { gridCompounds } from "./grid-compounds.ts";
import { gridCount } from "./grid-count.ts";
import { gridFullTimeWorkers, gridPartyOrgs } from "./grid-numbers.ts";
import { communityHouseholds, gridHouseholds } from "./households-in-range.ts";
import type { MetricImplementation } from "./metric.ts";
import { communityBandArea, communityFloorArea, districtLargeCenters } from "./own-floor-area.ts";
import { placeDaysSince } from "./register-dates.ts";
import { placeCoreNetwork, placeMissingOpinions } from "./register-links.ts";
import { placeChecklist, placePartyBody, placeShareWith } from "./register-lists.ts";
import {
  placeAreaPerPerson,
  placeDifference,
  placeNumber,
  placePartyBudget,
  placePer10000,
  placeRatio,
  placeRecords,
  placeYuanPerPerson,
} from "./register-numbers.ts";

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
  "community.floorArea": communityFloorArea,
  "community.bandArea": communityBandArea,
  "community.serviceKinds": communityServiceKinds,
  "community.facilityCoverage": communityFacilityCoverage,
  "community.unhungUnits": communityUnhungUnits,
  "community.linkedResidences": communityLinkedResidences,
  "district.largeCenters": districtLargeCenters,
  "district.mergedNets": districtMergedNets,
  "place.records": placeRecords,
  "place.shareWith": placeShareWith,
  "place.number": placeNumber,
  "place.difference": placeDifference,
  "place.ratio": placeRatio,
  "place.areaPerPerson": placeAreaPerPerson,
  "place.per10000": placePer10000,
  "place.yuanPerPerson": placeYuanPerPerson,
  "place.partyBudget": placePartyBudget,
  "place.partyBody": placePartyBody,
  "place.checklist": placeChecklist,
  "place.daysSince": placeDaysSince,
  "place.nearestMinutes": placeNearestMinutes,
  "place.gapHouseholds": placeGapHouseholds,
  "place.tiling": placeTiling,
  "place.inGrids": placeInGrids,
  "place.coreNetwork": placeCoreNetwork,
  "place.missingOpinions": placeMissingOpinions,
};
