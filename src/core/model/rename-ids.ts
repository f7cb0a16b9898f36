// Other ids for records, in everything that says them: the records, the micro-grids of a grid, its members, the matters
// that a matter answers.

import { mapPatch, mapPlan } from "./map-records.ts";
import type { Patch } from "./patch.ts";
import type { CollectionName, PlanRecord, PlanState } from "./plan-state.ts";

/** Collection → old id → new id. */
export type NewIds = Readonly<Partial<Record<CollectionName, ReadonlyMap<string, string>>>>;

export function renameInPatch(patch: Patch, ids: NewIds): Patch {
  const renamed = mapPatch(patch, (name, record) => renameRecord(name, record, ids));
  const { members } = renamed;
  if (members === undefined) return renamed;
  return {
    ...renamed,
    members: members.map((move) => ({ ...move, ids: move.ids.map((id) => gridId(id, ids)) })),
  };
}

export function renameInPlan(plan: PlanState, ids: NewIds): PlanState {
  const renamed = mapPlan(plan, (name, record) => renameRecord(name, record, ids));
  if (ids.grids === undefined) return renamed;
  const column = (members: readonly string[]): readonly string[] => members.map((id) => gridId(id, ids));
  return { ...renamed, members: { grid: column(plan.members.grid), micro: column(plan.members.micro) } };
}

const gridId = (id: string, ids: NewIds): string => ids.grids?.get(id) ?? id;

function renameRecord(name: CollectionName, record: PlanRecord, ids: NewIds): PlanRecord {
  const id = ids[name]?.get(record.id) ?? record.id;
  if ("answers" in record && record.answers !== undefined && ids.matters !== undefined) {
    return { ...record, id, answers: record.answers.map((other) => ids.matters?.get(other) ?? other) };
  }
  if (!("parentId" in record) || record.parentId === null)
    return id === record.id ? record : { ...record, id };
  const parentId = gridId(record.parentId, ids);
  return id === record.id && parentId === record.parentId ? record : { ...record, id, parentId };
}
