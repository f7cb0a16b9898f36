// Rows of registers and matters put into a plan and taken out: later ones replace, all can be undone, and another order
// of the table gives the same rows.

import { describe, expect, it } from "vitest";
import {
  applyPatch,
  EDITS,
  EMPTY_PLAN,
  invertPatch,
  isRefusal,
  type Matter,
  type PlanState,
  type RegisterRow,
} from "../../../src/core/model/index.ts";

const row = (id: string, name: string, numbers: Record<string, number> = {}): RegisterRow => ({
  ...{ id, kind: "community", name, placeId: id, position: null },
  ...{ numbers, texts: {}, dates: {} },
});

const matter = (id: string, state: string): Matter => ({
  ...{ id, kind: "order", name: `事项 ${id}`, placeId: null, state, opened: "2026-01-01", due: null },
  ...{ texts: {}, dates: {}, moves: [] },
});

function made(plan: PlanState, patch: ReturnType<(typeof EDITS)["register.add"]>): PlanState {
  if (isRefusal(patch)) throw new Error(patch.refused);
  const after = applyPatch(plan, patch);
  expect(applyPatch(after, invertPatch(patch))).toEqual(plan);
  return after;
}

describe("rows of registers", () => {
  const first = made(
    EMPTY_PLAN,
    EDITS["register.add"](EMPTY_PLAN, { rows: [row("a", "甲"), row("b", "乙")] }),
  );

  it("adds new rows and replaces known ones in their place", () => {
    const second = made(
      first,
      EDITS["register.add"](first, { rows: [row("c", " 丙 "), row("a", "甲", { beds: 0 })] }),
    );
    expect(second.registers).toEqual([row("a", "甲", { beds: 0 }), row("b", "乙"), row("c", "丙")]);
  });

  it("takes rows out, whichever are named first", () => {
    const third = made(first, EDITS["register.add"](first, { rows: [row("c", "丙")] }));
    const left = made(third, EDITS["register.remove"](third, { ids: ["c", "a"] }));
    expect(left.registers).toEqual([row("b", "乙")]);
  });

  it("refuses what changes nothing, is there twice, is not there or has no name", () => {
    expect(EDITS["register.add"](first, { rows: [row("a", "甲")] })).toEqual({ refused: "nothingChanged" });
    expect(EDITS["register.add"](first, { rows: [row("x", "丁"), row("x", "戊")] })).toEqual({
      refused: "register.duplicateId",
    });
    expect(EDITS["register.add"](first, { rows: [row("x", " ")] })).toEqual({ refused: "name.blank" });
    expect(EDITS["register.remove"](first, { ids: ["a", "x"] })).toEqual({ refused: "register.unknown" });
  });
});

it("moves a matter by replacing it", () => {
  const plan = made(EMPTY_PLAN, EDITS["matter.add"](EMPTY_PLAN, { matters: [matter("m", "new")] }));
  const moved = made(plan, EDITS["matter.change"](plan, { matters: [matter("m", "done")] }));
  expect(moved.matters.map(({ state }) => state)).toEqual(["done"]);
  expect(EDITS["matter.remove"](moved, { ids: ["other"] })).toEqual({ refused: "matter.unknown" });
});
