// A border drawn by hand: added, changed, removed.

import type { DrawnBorder } from "./drawn-border.ts";
import { addRecord, changeRecord, isPosition, removeRecord } from "./edit-record.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import { type Refusal, refuse } from "./refusal.ts";

export interface ChangeBorder extends Partial<Omit<DrawnBorder, "id">> {
  readonly id: string;
}
export interface RemoveBorder {
  readonly id: string;
}

export function addBorder(plan: PlanState, border: DrawnBorder): Patch | Refusal {
  if (!isLine(border)) return refuse("border.invalidLine");
  return addRecord(plan, "borders", { ...border, name: border.name.trim() });
}

export function changeBorder(plan: PlanState, { id, ...fields }: ChangeBorder): Patch | Refusal {
  const border = plan.borders.find((one) => one.id === id);
  if (border !== undefined && !isLine({ ...border, ...fields })) return refuse("border.invalidLine");
  return changeRecord(plan, "borders", id, fields);
}

export const removeBorder = (plan: PlanState, { id }: RemoveBorder): Patch | Refusal =>
  removeRecord(plan, "borders", id);

/** Two places at least. */
const isLine = ({ line }: DrawnBorder): boolean =>
  line.length >= 4 &&
  line.length % 2 === 0 &&
  line.every((lon, i) => i % 2 === 1 || isPosition(lon, line[i + 1]!));
