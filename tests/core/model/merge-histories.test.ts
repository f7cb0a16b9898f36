// Merging two people's edits: cases a person can read, then properties against a naive three-way merge.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyPatch,
  type ChangeEntry,
  findBrokenEdit,
  freshId,
  MERGE_FATES,
  type Merge,
  type MergeSide,
  mergeHistories,
  type PlanState,
  type ServiceCenter,
  sameRecords,
} from "../../../src/core/model/index.ts";
import { type Act, acts, planOf, playActs } from "../../helpers/random-edits.ts";

const BASE = planOf(5);
const play = (who: string, ...script: Act[]) => playActs(BASE, script, { who });
const endOf = (edits: readonly ChangeEntry[], base: PlanState = BASE) =>
  edits.reduce((list, { patch }) => applyPatch(list, patch), base);
const centerOf = (edits: readonly ChangeEntry[], id: string) =>
  endOf(edits).centers.find((center) => center.id === id);

describe("mergeHistories", () => {
  it("takes what only one side changed, also on one centre", () => {
    const merge = mergeHistories(
      BASE,
      play("mine", ["move", 1, 2], ["resize", 2, 3]),
      play("theirs!", ["rename", 1, 1], ["remove", 4, 0]),
    );
    expect(merge.conflicts).toEqual([]);
    expect(centerOf(merge.edits, "c1")).toMatchObject({ lon: 112, name: "name 1" });
    expect(centerOf(merge.edits, "c2")).toMatchObject({ floorArea: 300 });
    expect(centerOf(merge.edits, "c4")).toBeUndefined();
    expect(merge.fates).toEqual({ mine: ["kept", "kept"], theirs: ["kept", "kept"] });
  });

  it("lists a centre moved to two places side by side, and follows the choice", () => {
    const mine = play("mine", ["move", 1, 1], ["move", 1, 2]);
    const theirs = play("theirs", ["move", 1, 3]);
    const merge = mergeHistories(BASE, mine, theirs);
    expect(merge.conflicts).toEqual([
      {
        kind: "moved",
        collection: "centers",
        id: "c1",
        mine: expect.objectContaining({ lon: 112 }),
        theirs: expect.objectContaining({ lon: 113 }),
        mineEntries: mine,
        theirsEntries: theirs,
      },
    ]);
    expect(centerOf(merge.edits, "c1")?.lon).toBe(112);
    const taken = mergeHistories(BASE, mine, theirs, ["theirs"]);
    expect(centerOf(taken.edits, "c1")?.lon).toBe(113);
    expect(taken.fates).toEqual({ mine: ["refused", "refused"], theirs: ["kept"] });
    expect(taken.conflicts).toEqual(merge.conflicts);
  });

  it("lists a centre that one removed and the other enlarged", () => {
    const mine = play("mine", ["remove", 1, 0]);
    const theirs = play("theirs", ["resize", 1, 3]);
    const merge = mergeHistories(BASE, mine, theirs);
    expect(merge.conflicts.map(({ kind }) => kind)).toEqual(["removedByMe"]);
    expect(centerOf(merge.edits, "c1")).toBeUndefined();
    expect(centerOf(mergeHistories(BASE, mine, theirs, ["theirs"]).edits, "c1")?.floorArea).toBe(300);
    expect(mergeHistories(BASE, theirs, mine).conflicts.map(({ kind }) => kind)).toEqual(["removedByThem"]);
  });

  it("takes once what both decided alike", () => {
    const merge = mergeHistories(BASE, play("mine", ["remove", 1, 0]), play("theirs", ["remove", 1, 0]));
    expect(merge.conflicts).toEqual([]);
    expect(merge.edits).toHaveLength(1);
    expect([...merge.fates.mine, ...merge.fates.theirs].sort()).toEqual(["kept", "same"]);
  });

  it("does not let a move that came back overrule one that stayed", () => {
    const away = play("mine", ["move", 2, 1], ["rename", 2, 2]);
    const before = centerOf(away, "c2")!;
    const back: ChangeEntry = {
      ...away[0]!,
      time: "2020-01-01T00:00:00Z",
      patch: { centers: [{ before, after: { ...before, lon: BASE.centers[2]!.lon }, at: -1 }] },
    };
    const merge = mergeHistories(BASE, [...away, back], play("theirs", ["move", 2, 3]));
    expect(merge.conflicts).toEqual([]);
    expect(centerOf(merge.edits, "c2")).toMatchObject({ lon: 113, name: "name 2" });
  });

  it("keeps two centres added under one id as two, with what was done to each", () => {
    const mine = play("mine", ["add", 7, 1], ["move", 5, 3]);
    const theirs = play("theirs", ["add", 7, 2], ["rename", 5, 3]);
    const merge = mergeHistories(BASE, mine, theirs);
    expect(merge.conflicts).toEqual([]);
    expect(merge.renamed).toEqual([{ side: "theirs", collection: "centers", from: "new-1", to: "new-2" }]);
    expect(centerOf(merge.edits, "new-1")).toMatchObject({ name: "added 1", lon: 113 });
    expect(centerOf(merge.edits, "new-2")).toMatchObject({ name: "name 3", lon: 113 });
  });

  it("keeps the entries both have once", () => {
    const before = play("both", ["move", 0, 1], ["rename", 3, 2]);
    const mine = playActs(BASE, [["resize", 0, 2]], { before });
    const theirs = playActs(BASE, [["resize", 1, 2]], { before, who: "theirs" });
    const merge = mergeHistories(BASE, mine, theirs);
    expect(merge.common).toBe(2);
    expect(merge.edits).toHaveLength(4);
    expect(merge.edits.slice(0, 2)).toEqual(before);
  });
});

describe("any two lists", () => {
  const pair = fc.tuple(acts(8), acts(), acts(), fc.array(fc.constantFrom<MergeSide>("mine", "theirs")));
  const each = (
    check: (mine: readonly ChangeEntry[], theirs: readonly ChangeEntry[], choices: MergeSide[]) => void,
  ) =>
    fc.assert(
      fc.property(pair, ([prefix, a, b, choices]) => {
        const before = playActs(BASE, prefix);
        check(playActs(BASE, a, { before }), playActs(BASE, b, { before, who: "theirs" }), choices);
      }),
      { numRuns: 1000 },
    );

  it("merge to a valid change record, every entry accounted for", () => {
    each((mine, theirs, choices) => {
      const merge = mergeHistories(BASE, mine, theirs, choices);
      expect(findBrokenEdit(BASE, merge.edits)).toBe(-1);
      expect(merge.fates.mine).toHaveLength(mine.length - merge.common);
      expect(merge.fates.theirs).toHaveLength(theirs.length - merge.common);
      const fates = [...merge.fates.mine, ...merge.fates.theirs];
      expect(fates.every((fate) => MERGE_FATES.includes(fate))).toBe(true);
      const made = fates.filter((fate) => fate === "kept" || fate === "partly").length;
      expect(merge.edits).toHaveLength(merge.common + made);
      if (merge.conflicts.length === 0) expect(fates).not.toContain("refused");
    });
  });

  it("merge with nothing, or with itself, to itself", () => {
    each((mine) => {
      for (const other of [mine, []]) {
        expect(mergeHistories(BASE, mine, other).edits).toEqual(mine);
        expect(mergeHistories(BASE, other, mine).edits).toEqual(mine);
      }
    });
  });

  it("merge alike on both people's machines", () => {
    each((mine, theirs, choices) => {
      const here = mergeHistories(BASE, mine, theirs, choices);
      const decided = here.conflicts.map((_, i) => (choices[i] === "theirs" ? "mine" : "theirs"));
      const there = mergeHistories(BASE, theirs, mine, decided);
      expect(there.edits).toEqual(here.edits);
      expect(there.fates).toEqual({ mine: here.fates.theirs, theirs: here.fates.mine });
    });
  });

  it("agree with a naive three-way merge of the outcomes", () => {
    each((mine, theirs, choices) => {
      const merge = mergeHistories(BASE, mine, theirs, choices);
      const base = endOf(mine.slice(0, merge.common));
      const wanted = naiveMerge(base.centers, endOf(mine).centers, endOf(theirs).centers, merge, choices);
      expect(byId(endOf(merge.edits).centers)).toEqual(wanted);
    });
  });
});

const byId = (centers: readonly ServiceCenter[]) =>
  new Map(centers.map((center) => [center.id, center] as const).sort());

/** Field by field over the three end states; knows of the lists only which conflicts there are and who got new ids. */
function naiveMerge(
  base: readonly ServiceCenter[],
  mine: readonly ServiceCenter[],
  theirs: readonly ServiceCenter[],
  { conflicts, renamed }: Merge,
  choices: readonly MergeSide[],
): ReadonlyMap<string, ServiceCenter> {
  const sides = { mine: renameIds(mine, renamed, "mine"), theirs: renameIds(theirs, renamed, "theirs") };
  const [o, a, b] = [byId(base), byId(sides.mine), byId(sides.theirs)];
  const chosen = (id: string, kinds: readonly string[]) => {
    const index = conflicts.findIndex(
      (one) => one.kind !== "assigned" && one.id === id && kinds.includes(one.kind),
    );
    return index < 0 ? null : (choices[index] ?? "mine");
  };
  const merged = new Map<string, ServiceCenter>();
  for (const id of new Set([...o.keys(), ...a.keys(), ...b.keys()])) {
    const whole = chosen(id, ["removedByMe", "removedByThem", "replaced"]);
    const [was, x, y] = [o.get(id), a.get(id), b.get(id)];
    const same = (p?: ServiceCenter, q?: ServiceCenter) => JSON.stringify(p) === JSON.stringify(q);
    let result: ServiceCenter | undefined;
    if (whole !== null) result = whole === "mine" ? x : y;
    else if (same(x, was)) result = y;
    else if (same(y, was) || same(x, y)) result = x;
    else if (was !== undefined && x !== undefined && y !== undefined) {
      const take = (kind: string, mineChanged: boolean) =>
        (chosen(id, [kind]) ?? (mineChanged ? "mine" : "theirs")) === "mine" ? x : y;
      const place = take("moved", x.lon !== was.lon || x.lat !== was.lat);
      result = {
        ...was,
        lon: place.lon,
        lat: place.lat,
        name: take("renamed", x.name !== was.name).name,
        floorArea: take("resized", x.floorArea !== was.floorArea).floorArea,
      };
    } else throw new Error(`${id} differs and is no conflict`);
    if (result !== undefined) merged.set(id, result);
  }
  return new Map([...merged].sort());
}

const renameIds = (centers: readonly ServiceCenter[], renamed: Merge["renamed"], side: MergeSide) =>
  centers.map((center) => {
    const to = renamed.find((one) => one.side === side && one.from === center.id)?.to;
    return to === undefined ? center : { ...center, id: to };
  });

describe("sameRecords", () => {
  it("tells whether two people started from the same centres", () => {
    expect(sameRecords(BASE, planOf(5))).toBe(true);
    expect(sameRecords(BASE, { ...BASE, centers: BASE.centers.slice(1) })).toBe(false);
    expect(sameRecords(BASE, { ...BASE, centers: BASE.centers.toReversed() })).toBe(false);
    expect(sameRecords(BASE, endOf(play("mine", ["rename", 2, 1])))).toBe(false);
  });
});

describe("findBrokenEdit", () => {
  it("finds the first entry whose record is not what it says", () => {
    const edits = play("mine", ["move", 1, 2], ["resize", 1, 3], ["add", 7, 1], ["remove", 0, 0]);
    expect(findBrokenEdit(BASE, edits)).toBe(-1);
    expect(findBrokenEdit(BASE, edits.slice(1))).toBe(0);
    expect(findBrokenEdit(BASE, [edits[0]!, edits[0]!])).toBe(1);
    expect(findBrokenEdit({ ...BASE, centers: BASE.centers.slice(0, 1) }, edits)).toBe(0);
    expect(findBrokenEdit(BASE, [...edits.slice(0, 3), edits[2]!])).toBe(3);
    expect(freshId(endOf(edits).centers)).toBe("new-2");
  });
});
