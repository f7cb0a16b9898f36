// The places that rows of a register and matters belong to, as the plan has them now: by the words of places, or the
// rows of another register.

import type { PlanState, RegisterRow } from "../../core/model/index.ts";
import type { NamedPlace, Register } from "../../core/standards/index.ts";
import type { MapSelection } from "../map/map-model.ts";
import type { AppState } from "./app-state.ts";
import { gridByRecord, judgedNet } from "./judged-net.ts";
import { baselineOf } from "./plan-selectors.ts";

type Placed = Pick<AppState, "project" | "history">;

/** What a place word or a register's id stands for. */
export function placesOf(state: Placed, kind: string): readonly NamedPlace[] {
  const baseline = baselineOf(state);
  const { plan } = state.history;
  if (baseline === null) return [];
  if (kind === "district") return [{ id: "district", name: baseline.name }];
  if (kind === "subdistrict") return baseline.subdistricts.records;
  if (kind === "community") return baseline.communities.records;
  if (kind === "grid") return (judgedNet(plan).net?.grids ?? baseline.grids).records;
  if (kind === "center") return plan.centers;
  if (kind === "renewal") return [...baseline.renewal.records, ...rowsOf(plan, kind)];
  return rowsOf(plan, kind);
}

/** Every place a matter can be pinned to. */
export const matterPlaces = (state: Placed): readonly NamedPlace[] =>
  ["subdistrict", "community", "grid", "center"].flatMap((kind) => placesOf(state, kind));

/** Rows of a register, without those that only say that there is none. */
export const rowsOf = ({ registers }: Pick<PlanState, "registers">, register: string): RegisterRow[] =>
  registers.filter(({ kind, none }) => kind === register && none !== true);

/** Rows that say there is none. */
export const nonesOf = ({ registers }: Pick<PlanState, "registers">, register: string): RegisterRow[] =>
  registers.filter(({ kind, none }) => kind === register && none === true);

/** How far a register is listed: nobody spoke, some places did, or its rows are said to be all there are. */
export function listingOf(plan: Pick<PlanState, "registers">, register: string): "none" | "part" | "whole" {
  const own = plan.registers.filter(({ kind }) => kind === register);
  if (own.some(({ none, placeId }) => none === true && placeId === null)) return "whole";
  return own.length === 0 ? "none" : "part";
}

/** The kind of place and the id under which rules know what is selected; null for residences. */
export function selectedPlace(
  selection: MapSelection,
  plan: PlanState,
): { readonly kind: Register["place"]; readonly id: string } | null {
  if (selection === null || selection.kind === "residence") return null;
  if (selection.kind !== "grid") return { kind: selection.kind, id: selection.id };
  const grid = plan.grids.find(({ id }) => id === selection.id);
  return grid === undefined ? null : { kind: "grid", id: grid.code === "" ? grid.id : grid.code };
}

/** What the map selects for a place; null where it has no thing of its own. */
export function selectionOf(state: Placed, placeId: string | null): NonNullable<MapSelection> | null {
  if (placeId === null) return null;
  const grid = gridByRecord(state.history.plan, placeId);
  if (grid !== undefined) return { kind: "grid", id: grid.id };
  for (const kind of ["community", "center"] as const) {
    if (placesOf(state, kind).some(({ id }) => id === placeId)) return { kind, id: placeId };
  }
  return null;
}
