// Makes a history that was read from somewhere part of this session: its revisions get numbers never used here, so
// that no cached result is taken for another state; and a record as the baseline has it is the baseline's record.

import type { Baseline } from "../../core/model/index.ts";
import {
  type ChangeEntry,
  COLLECTION_NAMES,
  type History,
  type HistoryStep,
  mapPatch,
  mapPlan,
  openPlan,
  type PlanRecord,
  sameRecord,
} from "../../core/model/index.ts";

/** `after` is the history shown until now, of the same scene. */
export function adoptHistory(read: History, baseline: Baseline, after: History): History {
  const plan = openPlan(baseline);
  const imported = new Map<string, ReadonlyMap<string, PlanRecord>>(
    COLLECTION_NAMES.map((name) => [name, new Map(plan[name].map((record) => [record.id, record]))]),
  );
  const shift = after.nextRevision;
  const number = (revision: number): number => (revision === 0 ? 0 : revision + shift);
  const own = (name: string, record: PlanRecord): PlanRecord => {
    const known = imported.get(name)?.get(record.id);
    return known !== undefined && sameRecord(known, record) ? known : record;
  };
  const entry = (old: ChangeEntry): ChangeEntry => ({ ...old, patch: mapPatch(old.patch, own) });
  const step = (old: HistoryStep): HistoryStep => ({
    entry: entry(old.entry),
    revision: number(old.revision),
  });
  return {
    plan: mapPlan(read.plan, own),
    past: read.past.map(step),
    future: read.future.map(step),
    revision: number(read.revision),
    savedRevision: number(read.savedRevision),
    nextRevision: read.nextRevision + shift,
  };
}
