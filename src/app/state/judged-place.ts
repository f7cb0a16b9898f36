// The place whose findings a selection is about: a centre that no rule speaks of, and every residence, stand for
// their community.

import type { PlaceKind } from "../../core/assess/index.ts";
import { locate } from "../../core/geo/index.ts";
import type { Areas, ServiceCenter } from "../../core/model/index.ts";
import type { AppState } from "./app-state.ts";
import { recordId } from "./judged-net.ts";
import { analysisOf, baselineOf, centersOf } from "./plan-selectors.ts";

export interface JudgedPlace {
  readonly kind: PlaceKind;
  readonly id: string;
}

export function judgedPlace(state: AppState): JudgedPlace | null {
  const { selection } = state.view;
  const communities = baselineOf(state)?.communities;
  if (selection === null || communities === undefined) return null;
  if (selection.kind === "community") return selection;
  if (selection.kind === "grid") {
    const grid = state.history.plan.grids.find(({ id }) => id === selection.id);
    return grid === undefined ? null : { kind: "grid", id: recordId(grid) };
  }
  if (selection.kind === "residence") {
    const row = state.scene?.residenceCommunity[selection.index] ?? -1;
    return inCommunity(communities.records[row]?.id);
  }
  const judged = analysisOf(state)?.findings.some(
    ({ place }) => place.kind === "center" && place.id === selection.id,
  );
  if (judged === true) return selection;
  const center = centersOf(state).find(({ id }) => id === selection.id);
  return center === undefined ? null : inCommunity(communityOf(center, communities));
}

/** The community a centre names, else the one it stands in. */
export function communityOf(center: ServiceCenter, { records, polygons }: Areas): string | undefined {
  const said = records.find(({ id }) => id === center.communityId);
  return said?.id ?? records[locate(polygons, Float64Array.of(center.lon, center.lat))[0] ?? -1]?.id;
}

const inCommunity = (id: string | undefined): JudgedPlace | null =>
  id === undefined ? null : { kind: "community", id };
