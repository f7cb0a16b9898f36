// A plan or a patch with every record put through one function; what the function leaves alone stays the very same.

import { changesOf, type Patch, patchOf } from "./patch.ts";
import { COLLECTION_NAMES, type CollectionName, type PlanRecord, type PlanState } from "./plan-state.ts";

export type RecordMap = (name: CollectionName, record: PlanRecord) => PlanRecord;

export const mapPatch = (patch: Patch, map: RecordMap): Patch =>
  patchOf(
    COLLECTION_NAMES.map((name) => [
      name,
      changesOf(patch, name).map(({ before, after, at }) => ({
        before: before && map(name, before),
        after: after && map(name, after),
        at,
      })),
    ]),
    patch.members,
  );

export function mapPlan(plan: PlanState, map: RecordMap): PlanState {
  const lists = COLLECTION_NAMES.map((name) => {
    const records: readonly PlanRecord[] = plan[name];
    return [name, records.map((record) => map(name, record))] as const;
  });
  return { ...plan, ...Object.fromEntries(lists) } as unknown as PlanState;
}
