// Edits of grids and members: cases a person can read; then, over random scripts of all edits of a plan, that every
// state is sound, that all of it reverses, squashes and is saved, and that locked grids stay.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyPatch,
  EDITS,
  type EditCode,
  type EditInputs,
  EMPTY_PATCH,
  editsOf,
  findBrokenEdit,
  gridOf,
  invertPatch,
  isRefusal,
  openHistory,
  type PlanState,
  redo,
  squashPatches,
  undo,
} from "../../../src/core/model/index.ts";
import { faultsOf, netActs, netPlan, playNetActs, wishOf } from "../../helpers/random-net-edits.ts";

function edit<C extends EditCode>(plan: PlanState, code: C, input: EditInputs[C]): PlanState {
  const patch = EDITS[code](plan, input);
  if (isRefusal(patch)) throw new Error(patch.refused);
  const after = applyPatch(plan, patch);
  expect(faultsOf(after)).toEqual([]);
  return after;
}

const refusal = <C extends EditCode>(plan: PlanState, code: C, input: EditInputs[C]) =>
  EDITS[code](plan, input);

/** "aabb." = residences 0 and 1 in grid a, 2 and 3 in b, 4 in none; a capital letter is a locked grid. */
function drawn(grids: string, micros = ""): PlanState {
  const letters = [...new Set(grids.replaceAll(".", ""))];
  const small = [...new Set(micros.replaceAll(".", ""))];
  const column = (text: string) => [...grids].map((_, i) => ((text[i] ?? ".") === "." ? "" : text[i]!));
  return {
    ...netPlan(grids.length),
    grids: [
      ...letters.map((id) => gridOf({ id, name: id, code: `43${id}`, communityId: "c", locked: id < "a" })),
      ...small.map((id) => {
        const parentId = grids[micros.indexOf(id)]!;
        return gridOf({ id, name: id, communityId: "c", parentId });
      }),
    ],
    members: { grid: column(grids), micro: column(micros) },
  };
}
const said = ({ members }: PlanState) =>
  [members.grid, members.micro].map((column) => column.map((id) => (id === "" ? "." : id)).join(""));

describe("grid.assign", () => {
  it("paints residences into a grid, out of the one they were in and out of its micro-grids", () => {
    const after = edit(drawn("aaabbb", "xx...."), "grid.assign", {
      level: "grid",
      rows: [1, 2],
      gridId: "b",
    });
    expect(said(after)).toEqual(["abbbbb", "x....."]);
    expect(after.grids).toBe(after.grids);
  });

  it("leaves the records the very same, and residences that are there already", () => {
    const plan = drawn("aab");
    const patch = EDITS["grid.assign"](plan, { level: "grid", rows: [1, 2], gridId: "b" });
    if (isRefusal(patch)) throw new Error(patch.refused);
    expect(patch).toEqual({
      members: [{ level: "grid", rows: [1], ids: ["a", "b"], before: [0], after: [1] }],
    });
    expect(applyPatch(plan, patch).grids).toBe(plan.grids);
    expect(applyPatch(plan, patch).members.micro).toBe(plan.members.micro);
  });

  it("makes the grid first when asked to", () => {
    const create = { id: "n", name: "", communityId: "c" };
    const after = edit(drawn("aaa."), "grid.assign", { level: "grid", rows: [2, 3], gridId: "n", create });
    expect(said(after)[0]).toBe("aann");
    expect(after.grids.at(-1)).toEqual(gridOf(create));
  });

  it("refuses what cannot be", () => {
    const plan = drawn("aabbC", "x....");
    const level = "grid";
    expect(refusal(plan, "grid.assign", { level, rows: [0], gridId: "z" })).toEqual({
      refused: "grid.unknown",
    });
    expect(refusal(plan, "grid.assign", { level, rows: [0], gridId: "x" })).toEqual({
      refused: "grid.unknown",
    });
    expect(refusal(plan, "grid.assign", { level, rows: [0], gridId: "C" })).toEqual({
      refused: "grid.locked",
    });
    expect(refusal(plan, "grid.assign", { level, rows: [4], gridId: "a" })).toEqual({
      refused: "grid.locked",
    });
    expect(refusal(plan, "grid.assign", { level, rows: [5], gridId: "a" })).toEqual({
      refused: "residence.unknown",
    });
    expect(refusal(plan, "grid.assign", { level, rows: [0], gridId: "a" })).toEqual({
      refused: "nothingChanged",
    });
    expect(refusal(plan, "grid.assign", { level: "micro", rows: [2], gridId: "x" })).toEqual({
      refused: "residence.outside",
    });
  });
});

describe("grids.adopt", () => {
  const grids = ["a", "n"].map((id) => gridOf({ id, name: id, code: `43${id}`, communityId: "c" }));

  it("replaces the net of a community; grids of the draft that were there keep their place", () => {
    const plan = drawn("aabb.", "xx...");
    const after = edit(plan, "grids.adopt", {
      ...{ level: "grid", within: ["c"], grids },
      ...{ rows: [0, 1, 2, 3, 4], gridOf: [0, 1, 1, 1, -1] },
    });
    expect(said(after)).toEqual(["annn.", "x...."]);
    expect(after.grids.map(({ id }) => id)).toEqual(["a", "x", "n"]);
    expect(after.grids[0]).toBe(plan.grids[0]);
  });

  it("puts residences of replaced grids that the draft does not name into none", () => {
    const input = { level: "grid", within: ["c"], grids, rows: [0], gridOf: [1] } as const;
    expect(said(edit(drawn("aabb"), "grids.adopt", input))[0]).toBe("n...");
  });

  it("draws micro-grids within grids", () => {
    const micro = gridOf({ id: "m", name: "m", communityId: "c", parentId: "a" });
    const input = { level: "micro", within: ["a"], grids: [micro], rows: [0, 2], gridOf: [0, 0] } as const;
    expect(said(edit(drawn("aaab", "x..."), "grids.adopt", input))).toEqual(["aaab", "m.m."]);
  });

  it("refuses to change a locked grid, its members, or to draw outside", () => {
    const locked = gridOf({ id: "B", name: "B", code: "43B", communityId: "c", locked: true });
    const input = { level: "grid", within: ["c"], rows: [0, 1, 2], gridOf: [0, 0, 1] } as const;
    const net = [gridOf({ id: "a", name: "a", code: "43a", communityId: "c" }), locked];
    expect(said(edit(drawn("a.B"), "grids.adopt", { ...input, grids: net }))[0]).toBe("aaB");
    const unlocked = [net[0]!, { ...locked, locked: false }];
    expect(refusal(drawn("a.B"), "grids.adopt", { ...input, grids: unlocked })).toEqual({
      refused: "grid.locked",
    });
    expect(refusal(drawn("aBB"), "grids.adopt", { ...input, grids: net })).toEqual({
      refused: "grid.locked",
    });
    expect(refusal(drawn("a.B"), "grids.adopt", { ...input, grids: [net[0]!] })).toEqual({
      refused: "grid.locked",
    });
    const elsewhere = [gridOf({ id: "e", name: "e", communityId: "d" })];
    expect(refusal(drawn("a"), "grids.adopt", { ...input, grids: elsewhere })).toEqual({
      refused: "grid.apart",
    });
  });
});

describe("grid.merge, grid.split and grid.remove", () => {
  it("merge into the first, micro-grids and all", () => {
    const after = edit(drawn("aabbcc", "..xx.."), "grid.merge", { ids: ["a", "b", "c"] });
    expect(said(after)).toEqual(["aaaaaa", "..xx.."]);
    expect(after.grids.map(({ id, parentId }) => [id, parentId])).toEqual([
      ["a", null],
      ["x", "a"],
    ]);
    expect(refusal(drawn("aB"), "grid.merge", { ids: ["a", "B"] })).toEqual({ refused: "grid.locked" });
    expect(refusal(drawn("ab", "x."), "grid.merge", { ids: ["b", "x"] })).toEqual({ refused: "grid.apart" });
  });

  it("split into two of the same community and kind, the new one without code and posts", () => {
    const created = { id: "n", name: "新格" };
    const after = edit(drawn("aaaa"), "grid.split", { id: "a", rows: [1, 3], created });
    expect(said(after)[0]).toBe("anan");
    expect(after.grids[1]).toEqual(gridOf({ ...created, communityId: "c" }));
    expect(refusal(drawn("aab"), "grid.split", { id: "a", rows: [2], created })).toEqual({
      refused: "residence.outside",
    });
    expect(refusal(drawn("aab"), "grid.split", { id: "a", rows: [0, 1], created })).toEqual({
      refused: "nothingChanged",
    });
  });

  it("remove a grid with its micro-grids; its residences are in none", () => {
    const after = edit(drawn("aab", "x.."), "grid.remove", { id: "a" });
    expect([said(after), after.grids.map(({ id }) => id)]).toEqual([["..b", "..."], ["b"]]);
    expect(refusal(drawn("A"), "grid.remove", { id: "A" })).toEqual({ refused: "grid.locked" });
  });
});

describe("records of a plan", () => {
  it("recodes a whole net at once, no code twice", () => {
    const after = edit(drawn("ab"), "grid.recode", { codes: { a: "43b", b: "43a" } });
    expect(after.grids.map(({ code }) => code)).toEqual(["43b", "43a"]);
    expect(refusal(drawn("ab"), "grid.recode", { codes: { a: "43b" } })).toEqual({
      refused: "grid.duplicateCode",
    });
  });

  it("counts posts, keeps unknown unknown, and refuses halves", () => {
    const plan = edit(drawn("a"), "grid.setPosts", { id: "a", posts: { gridChiefs: 1, gridWorkers: null } });
    const after = edit(plan, "grid.setPosts", { id: "a", posts: { gridWorkers: 2 } });
    expect(after.grids[0]?.posts).toEqual({ gridChiefs: 1, gridWorkers: 2 });
    const half = { id: "a", posts: { gridWorkers: 0.5 } };
    expect(refusal(plan, "grid.setPosts", half)).toEqual({ refused: "posts.invalid" });
  });

  it("draws ways and candidates, and says what is wrong with them", () => {
    const bridge = {
      id: "l",
      name: " 天桥 ",
      kind: "footbridge",
      level: 1,
      open: true,
      compound: null,
    } as const;
    const plan = edit(netPlan(), "link.add", { ...bridge, line: [112, 28, 112.001, 28] });
    expect(plan.links[0]?.name).toBe("天桥");
    expect(edit(plan, "link.change", { id: "l", open: false }).links[0]?.open).toBe(false);
    for (const line of [
      [112, 28],
      [112, 28, 112],
      [112, 28, 200, 28],
      [Number.NaN, 28, 112, 28],
    ]) {
      expect(refusal(plan, "link.change", { id: "l", line })).toEqual({ refused: "link.invalidLine" });
    }
    const room = edit(plan, "candidate.add", { id: "r", name: "旧厂房", lon: 112, lat: 28, cost: 80 });
    expect(room.candidates[0]).toMatchObject({ cost: 80, floorArea: null, row: 0 });
    expect(refusal(room, "candidate.change", { id: "r", cost: -1 })).toEqual({ refused: "cost.invalid" });
    expect(refusal(room, "candidate.change", { id: "r", name: " " })).toEqual({ refused: "name.blank" });
  });
});

describe("any script of edits", () => {
  it("leads through sound plans only, and never moves a member of a locked grid", () => {
    fc.assert(
      fc.property(netActs(30), (script) => {
        let plan = netPlan();
        for (const act of script) {
          const { label, input } = wishOf(plan, act);
          const patch = EDITS[label](plan, input as never);
          if (isRefusal(patch)) continue;
          const after = applyPatch(plan, patch);
          expect(faultsOf(after)).toEqual([]);
          for (const { id } of plan.grids.filter(({ locked }) => locked)) {
            for (const level of ["grid", "micro"] as const) {
              const rowsOf = ({ members }: PlanState) => members[level].map((own) => own === id);
              expect(rowsOf(after)).toEqual(rowsOf(plan));
            }
          }
          plan = after;
        }
      }),
      { numRuns: 300 },
    );
  });

  it("reverses, squashes to one patch, and is a sound record", () => {
    fc.assert(
      fc.property(netActs(30), (script) => {
        const plan = netPlan();
        const edits = playNetActs(plan, script);
        const end = edits.reduce((state, { patch }) => applyPatch(state, patch), plan);
        const patch = edits.map((entry) => entry.patch).reduce(squashPatches, EMPTY_PATCH);
        expect(applyPatch(plan, patch)).toEqual(end);
        expect(applyPatch(end, invertPatch(patch))).toEqual(plan);
        expect(findBrokenEdit(plan, edits)).toBe(-1);
        expect(findBrokenEdit(plan, JSON.parse(JSON.stringify(edits)))).toBe(-1);
      }),
      { numRuns: 300 },
    );
  });

  it("undoes to the start and redoes to the end", () => {
    fc.assert(
      fc.property(netActs(20), (script) => {
        const opened = openHistory(netPlan());
        const end = openHistory(netPlan(), { id: "A", name: "A", edits: playNetActs(netPlan(), script) });
        let state = end;
        while (state.past.length > 0) state = undo(state);
        expect(state.plan).toEqual(opened.plan);
        while (state.future.length > 0) state = redo(state);
        expect(state).toEqual(end);
        expect(editsOf(state)).toEqual(editsOf(end));
      }),
    );
  });

  it("is found broken when an entry is left out that others stand on", () => {
    const plan = netPlan();
    const edits = playNetActs(plan, [
      ["add", 0, 0],
      ["assign", 0, 2],
      ["assign", 4, 2],
    ]);
    expect(edits).toHaveLength(3);
    expect(findBrokenEdit(plan, edits.slice(1))).toBe(0);
    expect(findBrokenEdit(plan, [edits[0]!, edits[1]!, edits[1]!])).toBe(2);
    expect(findBrokenEdit(netPlan(2), edits)).toBe(1);
  });
});
