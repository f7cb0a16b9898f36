// A candidate site: added by hand, corrected, taken out.

import { NO_ROW } from "./add-center.ts";
import { addRecord, changeRecord, isAmount, isFloorArea, isPosition, removeRecord } from "./edit-record.ts";
import type { CandidateSite } from "./layers.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import { type Refusal, type RefusalCode, refuse } from "./refusal.ts";

/** What is absent is unknown. */
export interface AddCandidate extends Partial<CandidateSite> {
  readonly id: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}
export interface ChangeCandidate extends Partial<Omit<CandidateSite, "id" | "row">> {
  readonly id: string;
}
export interface RemoveCandidate {
  readonly id: string;
}

const NOTHING_KNOWN = {
  kind: null,
  floorArea: null,
  cost: null,
  floor: null,
  openHours: null,
  communityId: null,
  row: NO_ROW,
} as const;

export function addCandidate(plan: PlanState, input: AddCandidate): Patch | Refusal {
  const candidate: CandidateSite = { ...NOTHING_KNOWN, ...input, name: input.name.trim() };
  const fault = faultOf(candidate);
  return fault === null ? addRecord(plan, "candidates", candidate) : refuse(fault);
}

export function changeCandidate(plan: PlanState, { id, ...fields }: ChangeCandidate): Patch | Refusal {
  const candidate = plan.candidates.find((one) => one.id === id);
  const fault = candidate === undefined ? null : faultOf({ ...candidate, ...fields });
  return fault === null ? changeRecord(plan, "candidates", id, fields) : refuse(fault);
}

export const removeCandidate = (plan: PlanState, { id }: RemoveCandidate): Patch | Refusal =>
  removeRecord(plan, "candidates", id);

function faultOf({ lon, lat, floorArea, cost }: CandidateSite): RefusalCode | null {
  if (!isPosition(lon, lat)) return "position.invalid";
  if (!isFloorArea(floorArea)) return "floorArea.invalid";
  return isAmount(cost) ? null : "cost.invalid";
}
