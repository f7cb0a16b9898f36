// A way drawn by hand: added, changed, removed.

import { type DrawnLink, LINK_KINDS } from "./drawn-link.ts";
import { addRecord, changeRecord, isPosition, removeRecord } from "./edit-record.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import { type Refusal, refuse } from "./refusal.ts";

export interface ChangeLink extends Partial<Omit<DrawnLink, "id">> {
  readonly id: string;
}
export interface RemoveLink {
  readonly id: string;
}

export function addLink(plan: PlanState, link: DrawnLink): Patch | Refusal {
  if (!isSound(link)) return refuse("link.invalidLine");
  return addRecord(plan, "links", { ...link, name: link.name.trim() });
}

export function changeLink(plan: PlanState, { id, ...fields }: ChangeLink): Patch | Refusal {
  const link = plan.links.find((one) => one.id === id);
  if (link !== undefined && !isSound({ ...link, ...fields })) return refuse("link.invalidLine");
  return changeRecord(plan, "links", id, fields);
}

export const removeLink = (plan: PlanState, { id }: RemoveLink): Patch | Refusal =>
  removeRecord(plan, "links", id);

/** A gate is one place, any other way has two ends at least. */
function isSound({ kind, line, level }: DrawnLink): boolean {
  const places = line.length / 2;
  return (
    LINK_KINDS.includes(kind) &&
    Number.isInteger(level) &&
    (kind === "gate" ? places === 1 : Number.isInteger(places) && places >= 2) &&
    line.every((lon, i) => i % 2 === 1 || isPosition(lon, line[i + 1]!))
  );
}
