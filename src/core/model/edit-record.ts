// What the verbs share, whichever collection they are about: finding a record, adding and removing one, changing
// some of its fields, and what a field may hold.

import type { Patch, RecordChange } from "./patch.ts";
import { patchOf } from "./patch.ts";
import {
  COLLECTIONS,
  type CollectionName,
  type PlanRecord,
  type PlanRecords,
  type PlanState,
} from "./plan-state.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { sameValue } from "./same-record.ts";

/** The patch that adds a record at the end of its list, so that the others keep their places. */
export function addRecord<C extends CollectionName>(
  plan: PlanState,
  name: C,
  record: PlanRecords[C],
): Patch | Refusal {
  if (plan[name].some(({ id }) => id === record.id)) return refuse(`${COLLECTIONS[name].noun}.duplicateId`);
  if (record.name === "") return refuse("name.blank");
  return onlyChange(name, { before: null, after: record, at: plan[name].length });
}

export function removeRecord(plan: PlanState, name: CollectionName, id: string): Patch | Refusal {
  const at = plan[name].findIndex((record) => record.id === id);
  const before = plan[name][at];
  if (before === undefined) return refuse(`${COLLECTIONS[name].noun}.unknown`);
  return onlyChange(name, { before, after: null, at });
}

/** The patch that sets `fields` on record `id`; blanks around a name are dropped. */
export function changeRecord<C extends CollectionName>(
  plan: PlanState,
  name: C,
  id: string,
  fields: Readonly<Partial<PlanRecords[C]>>,
): Patch | Refusal {
  const list: readonly PlanRecord[] = plan[name];
  const before = list.find((record) => record.id === id);
  if (before === undefined) return refuse(`${COLLECTIONS[name].noun}.unknown`);
  const after: PlanRecord = { ...before, ...fields, id };
  if ("name" in fields && after.name.trim() === "") return refuse("name.blank");
  if (sameValue(before, after)) return refuse("nothingChanged");
  return onlyChange(name, { before, after, at: -1 });
}

const onlyChange = (name: CollectionName, change: RecordChange): Patch => patchOf([[name, [change]]]);

/** Degrees; the poles and beyond are not places a record can be. */
export const isPosition = (lon: number, lat: number): boolean => Math.abs(lon) <= 180 && Math.abs(lat) < 90;

/** Square metres, or null = unknown. Zero is not an area: say unknown, or remove the centre. */
export const isFloorArea = (area: number | null): boolean =>
  area === null || (Number.isFinite(area) && area > 0);

/** A count or an amount, or null = unknown; zero is one. */
export const isAmount = (amount: number | null): boolean =>
  amount === null || (Number.isFinite(amount) && amount >= 0);
