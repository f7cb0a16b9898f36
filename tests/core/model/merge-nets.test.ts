// Merging two people's work on grids: cases a person can read; then, over random scripts of all edits, that the merge
// is a sound record of a sound plan, the same on both machines, and takes what only one side decided.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyPatch,
  type ChangeEntry,
  EDITS,
  type EditCode,
  type EditInputs,
  entriesOfItems,
  findBrokenEdit,
  gridOf,
  isRefusal,
  type MergeSide,
  mergeHistories,
  mergeItems,
  type PlanState,
} from "../../../src/core/model/index.ts";
import { faultsOf, netActs, netPlan, playNetActs } from "../../helpers/random-net-edits.ts";

const BASE: PlanState = {
  ...netPlan(6),
  grids: ["a", "b"].map((id) => gridOf({ id, name: id, communityId: "c" })),
  members: { grid: [..."aaabbb"], micro: Array(6).fill("") },
};
const endOf = (edits: readonly ChangeEntry[], base: PlanState) =>
  edits.reduce((plan, { patch }) => applyPatch(plan, patch), base);
const said = ({ members }: PlanState) => members.grid.map((id) => id || ".").join("");

type Edit = { [C in EditCode]: readonly [C, EditInputs[C]] }[EditCode];

/** One person's edits of BASE, an hour apart. */
function work(who: string, ...edits: readonly Edit[]): readonly ChangeEntry[] {
  let plan = BASE;
  return edits.map(([label, input], hour) => {
    const patch = EDITS[label](plan, input as never);
    if (isRefusal(patch)) throw new Error(patch.refused);
    plan = applyPatch(plan, patch);
    const minute = who === "mine" ? "00" : "30";
    return { label, patch, figures: {}, note: who, time: `2026-03-01T1${hour}:${minute}:00Z` };
  });
}

const paint = (rows: readonly number[], gridId: string): Edit => [
  "grid.assign",
  { level: "grid", rows, gridId },
];
const adopt = (...ids: readonly string[]): Edit => [
  "grids.adopt",
  {
    ...{ level: "grid", within: ["c"], rows: [0, 1, 2, 3, 4, 5] },
    grids: ids.map((id) => gridOf({ id, name: id, communityId: "c" })),
    gridOf: [0, 1, 2, 3, 4, 5].map((row) => row % ids.length),
  },
];

describe("two people at one net", () => {
  it("takes strokes over different residences from both", () => {
    const merge = mergeHistories(BASE, work("mine", paint([2], "b")), work("theirs", paint([4], "a")));
    expect([said(merge.plan), merge.conflicts]).toEqual(["aabbab", []]);
  });

  it("lists residences put into different grids once, and follows the choice", () => {
    const mine = work("mine", ["grid.add", { id: "m", name: "m", communityId: "c" }], paint([1, 2, 3], "m"));
    const theirs = work("theirs", paint([0, 1, 2], "b"));
    const merge = mergeHistories(BASE, mine, theirs);
    expect(merge.conflicts).toEqual([
      { kind: "assigned", level: "grid", rows: [1, 2], mineEntries: [mine[1]], theirsEntries: [theirs[0]] },
    ]);
    expect(said(merge.plan)).toBe("bmmmbb");
    expect(said(mergeHistories(BASE, mine, theirs, ["theirs"]).plan)).toBe("bbbmbb");
    expect(merge.fates).toEqual({ mine: ["kept", "kept"], theirs: ["partly"] });
  });

  it("asks once about two drafts of one community, whose grids are not mixed up", () => {
    const [mine, theirs] = [work("mine", adopt("x", "y")), work("theirs", adopt("x", "y", "z"))];
    const merge = mergeHistories(BASE, mine, theirs);
    expect(merge.conflicts.map(({ kind }) => kind)).toEqual(["assigned"]);
    expect(said(merge.plan)).toBe("xyxyxy");
    const other = mergeHistories(BASE, mine, theirs, ["theirs"]).plan;
    const [x, y, z] = other.members.grid;
    expect(other.members.grid).toEqual([x, y, z, x, y, z]);
  });

  it("keeps a removed grid when the side that paints into it is chosen, members and all", () => {
    const mine = work("mine", ["grid.remove", { id: "b" }]);
    const theirs = work("theirs", paint([2], "b"));
    const merge = mergeHistories(BASE, mine, theirs);
    expect(merge.conflicts).toMatchObject([
      { kind: "removedByMe", collection: "grids", id: "b", mine: null },
    ]);
    expect(said(merge.plan)).toBe("aaa...");
    expect(merge.plan.grids.map(({ id }) => id)).toEqual(["a"]);
    const kept = mergeHistories(BASE, mine, theirs, ["theirs"]);
    expect(said(kept.plan)).toBe("aabbbb");
    expect(kept.fates).toEqual({ mine: ["refused"], theirs: ["kept"] });
  });

  it("merges posts and codes of one grid, and says when they differ", () => {
    const mine = work("mine", ["grid.recode", { codes: { a: "431" } }]);
    const posts = (gridWorkers: number): Edit => ["grid.setPosts", { id: "a", posts: { gridWorkers } }];
    const merge = mergeHistories(BASE, mine, work("theirs", posts(2)));
    expect(merge.conflicts).toEqual([]);
    expect(merge.plan.grids[0]).toMatchObject({ code: "431", posts: { gridWorkers: 2 } });
    const differ = mergeHistories(BASE, work("mine", posts(1)), work("theirs", posts(2)));
    expect(differ.conflicts.map(({ kind }) => kind)).toEqual(["changed"]);
  });

  it("offers a whole draft as one item", () => {
    const theirs = work("theirs", adopt("x", "y"), ["grid.lock", { ids: ["x"], locked: true }]);
    const mine = work("mine", ["center.rename", { id: "c0", name: "x" }]);
    const merge = mergeHistories(BASE, mine, theirs);
    const items = mergeItems(endOf(mine, BASE), merge.plan, theirs, merge.renamed);
    expect(items.map(({ label }) => label)).toEqual(["grids.adopt"]);
    const [entry] = entriesOfItems(endOf(mine, BASE), items.slice(0, 1), "g");
    expect(said(applyPatch(endOf(mine, BASE), entry!.patch))).toBe("xyxyxy");
  });
});

const sides = fc.array(fc.constantFrom<MergeSide>("mine", "theirs"), { maxLength: 12 });

describe("any two scripts", () => {
  const each = (
    check: (
      mine: readonly ChangeEntry[],
      theirs: readonly ChangeEntry[],
      choices: MergeSide[],
      base: PlanState,
    ) => void,
  ) =>
    fc.assert(
      fc.property(netActs(12), netActs(14), netActs(14), sides, (shared, a, b, choices) => {
        const base = netPlan();
        const before = playNetActs(base, [["adopt", 0, 2], ["adopt", 1, 1], ...shared]);
        const mine = playNetActs(base, a, { before });
        check(mine, playNetActs(base, b, { before, who: "theirs" }), choices, base);
      }),
      { numRuns: 150 },
    );

  it("merge to a sound record of a sound plan, every entry accounted for", () => {
    each((mine, theirs, choices, base) => {
      const merge = mergeHistories(base, mine, theirs, choices);
      expect(findBrokenEdit(base, merge.edits)).toBe(-1);
      expect(faultsOf(merge.plan)).toEqual([]);
      expect(endOf(merge.edits, base)).toEqual(merge.plan);
      expect(merge.fates.mine).toHaveLength(mine.length - merge.common);
      expect(merge.fates.theirs).toHaveLength(theirs.length - merge.common);
    });
  });

  it("merge with nothing, or with itself, to itself", () => {
    each((mine, _theirs, _choices, base) => {
      for (const other of [mine, []]) {
        expect(mergeHistories(base, mine, other).edits).toEqual(mine);
        expect(mergeHistories(base, other, mine).edits).toEqual(mine);
      }
    });
  });

  it("merge alike on both people's machines", () => {
    each((mine, theirs, choices, base) => {
      const here = mergeHistories(base, mine, theirs, choices);
      const decided = here.conflicts.map((_, i) => (choices[i] === "theirs" ? "mine" : "theirs"));
      const there = mergeHistories(base, theirs, mine, decided);
      expect(there.edits).toEqual(here.edits);
      expect(there.fates).toEqual({ mine: here.fates.theirs, theirs: here.fates.mine });
    });
  });

  it("leave each residence where a side put it, or where a grid that is gone left it", () => {
    each((mine, theirs, choices, base) => {
      const merge = mergeHistories(base, mine, theirs, choices);
      const common = endOf(mine.slice(0, merge.common), base);
      const name = (side: MergeSide, id: string) =>
        merge.renamed.find((one) => one.side === side && one.collection === "grids" && one.from === id)?.to ??
        id;
      const [a, b] = [endOf(mine, base), endOf(theirs, base)];
      const there = new Set(merge.plan.grids.map(({ id }) => id));
      merge.plan.members.grid.forEach((id, row) => {
        const was = common.members.grid[row]!;
        const [x, y] = [name("mine", a.members.grid[row]!), name("theirs", b.members.grid[row]!)];
        if (x === y) expect(["", x]).toContain(id);
        else expect(["", x, y, was]).toContain(id);
        if (x === was && y !== was && there.has(y) && merge.conflicts.length === 0) expect(id).toBe(y);
        if (y === was && x !== was && there.has(x) && merge.conflicts.length === 0) expect(id).toBe(x);
      });
    });
  });

  it("come onto the plan as items, all or some, as a sound record", () => {
    fc.assert(
      fc.property(
        netActs(14),
        netActs(14),
        sides,
        fc.array(fc.boolean(), { maxLength: 20 }),
        (a, b, choices, taken) => {
          const base = netPlan();
          const before = playNetActs(base, [
            ["adopt", 0, 2],
            ["adopt", 1, 1],
          ]);
          const mine = playNetActs(base, a, { before });
          const theirs = playNetActs(base, b, { before, who: "theirs" });
          const merge = mergeHistories(base, mine, theirs, choices);
          const plan = endOf(mine, base);
          const items = mergeItems(plan, merge.plan, theirs.slice(merge.common), merge.renamed);
          const all = entriesOfItems(plan, items, "g");
          expect(findBrokenEdit(base, [...mine, ...all])).toBe(-1);
          expect(shapeOf(endOf(all, plan))).toEqual(shapeOf(merge.plan));
          const some = entriesOfItems(
            plan,
            items.filter((_, i) => taken[i] === true),
            "g",
          );
          expect(findBrokenEdit(base, [...mine, ...some])).toBe(-1);
          expect(faultsOf(endOf(some, plan))).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** A plan without ids and order: two people's added records may swap ids. */
function shapeOf({ grids, members, centers, links, candidates }: PlanState) {
  const words = new Map(
    grids.map(({ id, parentId, ...rest }) => [id, JSON.stringify([rest, parentId === null])]),
  );
  const bare = (list: readonly { readonly id: string }[]) =>
    list.map(({ id: _, ...rest }) => JSON.stringify(rest)).sort();
  return {
    grids: [...words.values()].sort(),
    members: members.grid.map((id) => words.get(id) ?? ""),
    others: [centers, links, candidates].map(bare),
  };
}
