// Random edits on random lists: undo all comes back to the start, redo all to the end, one squashed patch
// does what the sequence did, whatever was added, removed and put back in between.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addCenter,
  amend,
  applyPatch,
  BASELINE_REVISION,
  type ChangeEntry,
  EMPTY_PATCH,
  EMPTY_PLAN,
  editsOf,
  type History,
  invertPatch,
  isEmptyPatch,
  isRefusal,
  isUnsaved,
  markSaved,
  moveCenter,
  openHistory,
  type Patch,
  type PlanState,
  type Refusal,
  record,
  redo,
  removeCenter,
  renameCenter,
  resizeCenter,
  type ServiceCenter,
  squashPatches,
  undo,
} from "../../../src/core/model/index.ts";

type Act = readonly ["move" | "add" | "resize" | "rename" | "remove", number, number];

const centersOf = (count: number): ServiceCenter[] =>
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

const start = (count: number): PlanState => ({ ...EMPTY_PLAN, centers: centersOf(count) });

const acts = fc.array(
  fc.tuple(
    fc.constantFrom("move", "add", "resize", "rename", "remove"),
    fc.nat({ max: 6 }),
    fc.nat({ max: 3 }),
  ) as fc.Arbitrary<Act>,
  { maxLength: 40 },
);

/** Ids come from a small pool, so that removed centres are added again and edits meet. */
function perform(plan: PlanState, [verb, which, value]: Act): Patch | Refusal {
  const id = `c${which}`;
  if (verb === "move") return moveCenter(plan, { id, lon: 110 + value, lat: 28 });
  if (verb === "resize") return resizeCenter(plan, { id, floorArea: value === 0 ? null : value * 100 });
  if (verb === "rename") return renameCenter(plan, { id, name: `name ${value}` });
  if (verb === "remove") return removeCenter(plan, { id });
  return addCenter(plan, {
    id,
    name: `added ${value}`,
    level: "station",
    lon: 111,
    lat: 27,
    floorArea: null,
  });
}

const entry = (patch: Patch, note = ""): ChangeEntry => ({
  label: "center.move",
  patch,
  figures: {},
  note,
  time: "2026-01-01T00:00:00Z",
});

function play(history: History, script: readonly Act[]): History {
  return script.reduce((state, act) => {
    const patch = perform(state.plan, act);
    return isRefusal(patch) ? state : record(state, entry(patch));
  }, history);
}

const patchesOf = (history: History): Patch[] => editsOf(history).map(({ patch }) => patch);

describe("patches", () => {
  it("reverse", () => {
    fc.assert(
      fc.property(acts, (script) => {
        const plan = start(4);
        const patch = patchesOf(play(openHistory(plan), script)).reduce(squashPatches, EMPTY_PATCH);
        expect(applyPatch(applyPatch(plan, patch), invertPatch(patch))).toEqual(plan);
      }),
    );
  });

  it("squash to one that does what the sequence did", () => {
    fc.assert(
      fc.property(acts, (script) => {
        const plan = start(4);
        const end = play(openHistory(plan), script);
        const patch = patchesOf(end).reduce(squashPatches, EMPTY_PATCH);
        expect(applyPatch(plan, patch)).toEqual(end.plan);
      }),
    );
  });

  it("squash a drag of two hundred steps to one change, and a drag back home to none", () => {
    const plan = start(3);
    const drag = Array.from({ length: 200 }, (_, i): Act => ["move", 1, i % 4]);
    const patch = patchesOf(play(openHistory(plan), drag)).reduce(squashPatches, EMPTY_PATCH);
    expect(patch.centers).toEqual([
      { before: plan.centers[1], after: { ...plan.centers[1], lon: 113 }, at: -1 },
    ]);
    const home = moveCenter(applyPatch(plan, patch), { id: "c1", lon: 112.01, lat: 28 }) as Patch;
    expect(isEmptyPatch(squashPatches(patch, home))).toBe(true);
  });

  it("forget a centre that was added, edited and removed", () => {
    const plan = start(2);
    const script: Act[] = [
      ["add", 6, 1],
      ["move", 6, 2],
      ["resize", 0, 1],
      ["remove", 6, 0],
    ];
    const patch = patchesOf(play(openHistory(plan), script)).reduce(squashPatches, EMPTY_PATCH);
    expect(patch.centers?.map(({ after }) => after?.id)).toEqual(["c0"]);
  });
});

describe("history", () => {
  it("undoes all to the start and redoes all to the end, with their revisions", () => {
    fc.assert(
      fc.property(acts, (script) => {
        const opened = openHistory(start(4));
        const end = play(opened, script);
        let state = end;
        while (state.past.length > 0) state = undo(state);
        expect(state.plan).toEqual(opened.plan);
        expect(state.revision).toBe(BASELINE_REVISION);
        while (state.future.length > 0) state = redo(state);
        expect(state).toEqual(end);
      }),
    );
  });

  it("opens a saved option where it was left", () => {
    fc.assert(
      fc.property(acts, (script) => {
        const end = play(openHistory(start(4)), script);
        const reopened = openHistory(start(4), { id: "A", name: "方案A", edits: editsOf(end) });
        expect(reopened.plan).toEqual(end.plan);
        expect(isUnsaved(reopened)).toBe(false);
      }),
    );
  });

  it("never uses a revision for two states", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(acts, fc.constant("undo" as const)), { maxLength: 8 }), (steps) => {
        const seen = new Map<number, string>();
        let state = openHistory(start(4));
        const check = () => {
          const plan = JSON.stringify(state.plan);
          expect(seen.get(state.revision) ?? plan).toBe(plan);
          seen.set(state.revision, plan);
        };
        for (const step of steps) {
          state = step === "undo" ? undo(state) : play(state, step);
          check();
        }
      }),
    );
  });

  it("is unsaved by revision: undo of a saved change, and back", () => {
    const saved = markSaved(play(openHistory(start(2)), [["move", 0, 1]]));
    expect(isUnsaved(saved)).toBe(false);
    expect(isUnsaved(undo(saved))).toBe(true);
    expect(isUnsaved(redo(undo(saved)))).toBe(false);
    const other = play(undo(saved), [["move", 0, 3]]);
    expect(isUnsaved(other)).toBe(true);
    expect(other.future).toEqual([]);
  });

  it("amends the last step, keeping its label and note", () => {
    const first = record(
      openHistory(start(1)),
      entry(perform(start(1), ["move", 0, 1]) as Patch, "nearer the school"),
    );
    const nudged = amend(first, entry(perform(first.plan, ["move", 0, 3]) as Patch));
    expect(nudged.past).toHaveLength(1);
    expect(nudged.plan.centers[0]!.lon).toBe(113);
    expect(editsOf(nudged)[0]!.note).toBe("nearer the school");
    expect(nudged.revision).not.toBe(first.revision);
    expect(undo(nudged).plan).toEqual(start(1));
  });

  it("drops a step that is amended back to where it began", () => {
    const plan = start(2);
    const moved = play(openHistory(plan), [["move", 1, 3]]);
    const back = moveCenter(moved.plan, { id: "c1", lon: plan.centers[1]!.lon, lat: 28 }) as Patch;
    const home = amend(moved, entry(back));
    expect(home.past).toEqual([]);
    expect(home.revision).toBe(BASELINE_REVISION);
    expect(isUnsaved(home)).toBe(false);
  });

  it("ignores an empty patch", () => {
    const history = openHistory(start(1));
    expect(record(history, entry(EMPTY_PATCH))).toBe(history);
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });
});
