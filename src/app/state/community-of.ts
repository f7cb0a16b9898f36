// The community that something on the map belongs to.

import type { MapSelection } from "../map/map-model.ts";
import type { AppState } from "./app-state.ts";
import { baselineOf, centersOf } from "./plan-selectors.ts";

export function communityOf(state: AppState, selection: MapSelection): MapSelection {
  if (selection === null || selection.kind === "community") return selection;
  const records = baselineOf(state)?.communities.records ?? [];
  const id =
    selection.kind === "residence"
      ? records[state.scene?.residenceCommunity[selection.index] ?? -1]?.id
      : selection.kind === "center"
        ? centersOf(state).find((center) => center.id === selection.id)?.communityId
        : state.history.plan.grids.find((grid) => grid.id === selection.id)?.communityId;
  return records.some((record) => record.id === id) && id ? { kind: "community", id } : null;
}
