// Bringing a merge onto a plan: cases a person can read; then, over random lists and choices, that all items give
// the merge, that any of them can be left out, and that their entries are a sound change record.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyPatch,
  type ChangeEntry,
  entriesOfItems,
  findBrokenEdit,
  type MergeSide,
  mergeHistories,
  mergeItems,
  openHistory,
  type PlanState,
  record,
  redoAct,
  undoAct,
} from "../../../src/core/model/index.ts";
import { type Act, acts, planOf, playActs } from "../../helpers/random-edits.ts";

const BASE = planOf(5);
const play = (who: string, ...script: Act[]) => playActs(BASE, script, { who });
const endOf = (edits: readonly ChangeEntry[], base: PlanState = BASE) =>
  edits.reduce<PlanState>((list, { patch }) => applyPatch(list, patch), base);

function offer(
  mine: readonly ChangeEntry[],
  theirs: readonly ChangeEntry[],
  choices: readonly MergeSide[] = [],
) {
  const merge = mergeHistories(BASE, mine, theirs, choices);
  const merged = endOf(merge.edits);
  return { merge, merged, items: mergeItems(endOf(mine), merged, theirs.slice(merge.common), merge.renamed) };
}

/** Contents without ids and order: two people's added centres may swap ids. */
const contents = ({ centers }: PlanState) => centers.map(({ id: _, ...rest }) => JSON.stringify(rest)).sort();

describe("mergeItems", () => {
  it("credits each aspect to the last entry that touched it", () => {
    const theirs = play("theirs", ["move", 1, 1], ["rename", 1, 2], ["move", 1, 3]);
    const { items } = offer(play("mine", ["resize", 1, 3]), theirs);
    expect(items.map(({ label, source }) => [label, source])).toEqual([
      ["center.rename", theirs[1]],
      ["center.move", theirs[2]],
    ]);
  });

  it("keeps my added centre when both used one id", () => {
    for (const [mine, theirs] of [
      [play("m", ["add", 7, 1]), play("theirs!", ["add", 7, 2])],
      [play("mine late", ["add", 7, 1]), play("t", ["add", 7, 2])],
    ] as const) {
      const { items, merged } = offer(mine, theirs);
      expect(items.map(({ label }) => label)).toEqual(["center.add"]);
      expect(contents(endOf(entriesOfItems(endOf(mine), items, "g"), endOf(mine)))).toEqual(contents(merged));
    }
  });

  it("brings back a centre that I removed when theirs is chosen", () => {
    const mine = play("mine", ["remove", 1, 0]);
    const { items } = offer(mine, play("theirs", ["move", 1, 3]), ["theirs"]);
    expect(items.map(({ label, patch }) => [label, patch.centers?.[0]?.after?.id])).toEqual([
      ["center.add", "c1"],
    ]);
  });
});

describe("entriesOfItems", () => {
  const sides = fc.array(fc.constantFrom<MergeSide>("mine", "theirs"), { maxLength: 12 });

  it("gives the merge when all items are taken", () => {
    fc.assert(
      fc.property(acts(), acts(), acts(6), sides, (a, b, shared, choices) => {
        const before = playActs(BASE, shared);
        const mine = playActs(BASE, a, { before, who: "mine" });
        const theirs = playActs(BASE, b, { before, who: "theirs" });
        const { items, merged } = offer(mine, theirs, choices);
        const entries = entriesOfItems(endOf(mine), items, "g");
        expect(findBrokenEdit(BASE, [...mine, ...entries])).toBe(-1);
        expect(contents(endOf(entries, endOf(mine)))).toEqual(contents(merged));
      }),
    );
  });

  it("is a sound record whichever items are left out", () => {
    fc.assert(
      fc.property(
        acts(),
        acts(),
        sides,
        fc.array(fc.boolean(), { maxLength: 20 }),
        (a, b, choices, taken) => {
          const mine = playActs(BASE, a, { who: "mine" });
          const { items } = offer(mine, playActs(BASE, b, { who: "theirs" }), choices);
          const some = items.filter((_, index) => taken[index] === true);
          expect(findBrokenEdit(BASE, [...mine, ...entriesOfItems(endOf(mine), some, "g")])).toBe(-1);
        },
      ),
    );
  });

  it("is undone and redone as one act", () => {
    const mine = play("mine", ["resize", 1, 3]);
    const { items } = offer(mine, play("theirs", ["move", 1, 1], ["rename", 2, 2], ["remove", 3, 0]));
    const before = openHistory(BASE, { id: "A", name: "A", edits: mine });
    const after = entriesOfItems(before.plan, items, "g").reduce(record, before);
    expect(after.past.length).toBe(4);
    const back = undoAct(after);
    expect(back.plan).toEqual(before.plan);
    expect(back.past.length).toBe(1);
    expect(redoAct(back).plan).toEqual(after.plan);
    expect(undoAct(back).past.length).toBe(0);
  });
});
