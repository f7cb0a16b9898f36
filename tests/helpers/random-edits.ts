// Random scripts of edits played on a plan of centres, for properties of histories, merges and project files.
// Ids come from a small pool, so that centres are removed, added again and edits meet.

import fc from "fast-check";
import {
  type ChangeEntry,
  EDITS,
  type EditCode,
  EMPTY_PLAN,
  editsOf,
  freshId,
  isRefusal,
  openHistory,
  type Patch,
  type PlanState,
  type Refusal,
  record,
  type ServiceCenter,
} from "../../src/core/model/index.ts";

export type Act = readonly ["move" | "add" | "resize" | "rename" | "remove", number, number];

export const acts = (maxLength = 20): fc.Arbitrary<readonly Act[]> =>
  fc.array(
    fc.tuple(
      fc.constantFrom("move", "add", "resize", "rename", "remove"),
      fc.nat({ max: 7 }),
      fc.nat({ max: 3 }),
    ) as fc.Arbitrary<Act>,
    { maxLength },
  );

export const centersOf = (count: number): ServiceCenter[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `c${i}`,
    name: `centre ${i}`,
    level: "community",
    kind: null,
    lon: 112 + i / 100,
    lat: 28,
    floorArea: i % 3 === 0 ? null : 500 + i,
    communityId: null,
    row: i + 1,
  }));

/** A plan of nothing but centres. */
export const planOf = (count: number): PlanState => ({ ...EMPTY_PLAN, centers: centersOf(count) });

/** The entries a script makes after `before`; `minute` apart, so that two people's entries interleave. */
export function playActs(
  baseline: PlanState,
  script: readonly Act[],
  { before = [], who = "a" }: { before?: readonly ChangeEntry[]; who?: string } = {},
): readonly ChangeEntry[] {
  const opened = openHistory(baseline, { id: "A", name: "方案A", edits: before });
  const end = script.reduce((history, act, index) => {
    const { label, patch } = perform(history.plan, act);
    if (isRefusal(patch)) return history;
    const minute = String((index * 7 + act[1] + who.length * 3) % 60).padStart(2, "0");
    const time = `2026-03-01T${String(10 + Math.floor(index / 8))}:${minute}:00Z`;
    return record(history, { label, patch, figures: { metres: act[2] }, note: who, time });
  }, opened);
  return editsOf(end);
}

function perform(plan: PlanState, [verb, which, value]: Act): { label: EditCode; patch: Patch | Refusal } {
  const id = plan.centers[which]?.id ?? `c${which}`;
  switch (verb) {
    case "move":
      return { label: "center.move", patch: EDITS["center.move"](plan, { id, lon: 110 + value, lat: 28 }) };
    case "resize": {
      const floorArea = value ? value * 100 : null;
      return { label: "center.resize", patch: EDITS["center.resize"](plan, { id, floorArea }) };
    }
    case "rename":
      return { label: "center.rename", patch: EDITS["center.rename"](plan, { id, name: `name ${value}` }) };
    case "remove":
      return { label: "center.remove", patch: EDITS["center.remove"](plan, { id }) };
    case "add": {
      const own = which < 4 ? `c${which}` : freshId(plan.centers);
      const added = { id: own, name: `added ${value}`, level: "station", lon: 111 + value, lat: 27 } as const;
      return { label: "center.add", patch: EDITS["center.add"](plan, { ...added, floorArea: null }) };
    }
  }
}
