// Edits made again on other data: what still has its place is made, the rest is handed back; nothing else is invented.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carryEdits } from "../../../src/app/state/carry-edits.ts";
import {
  type Baseline,
  EDITS,
  editsOf,
  type Grid,
  type History,
  openHistory,
  openPlan,
  type Patch,
  record,
} from "../../../src/core/model/index.ts";
import { center, testBaseline } from "../app-fixture.ts";

const enter = (
  history: History,
  label: "center.rename" | "center.remove" | "center.add",
  patch: Patch,
): History => record(history, { label, patch, figures: {}, note: "why", time: "2026-01-01T00:00:00.000Z" });

function make<T>(
  edit: (plan: History["plan"], input: T) => Patch | { readonly refused: string },
  history: History,
  input: T,
): Patch {
  const patch = edit(history.plan, input);
  if ("refused" in patch) throw new Error(String(patch.refused));
  return patch as Patch;
}

/** A renamed, B removed, a third one added. */
function edited(baseline: Baseline): History {
  let history = openHistory(openPlan(baseline));
  history = enter(
    history,
    "center.rename",
    make(EDITS["center.rename"], history, { id: "A", name: "Renamed" }),
  );
  history = enter(history, "center.remove", make(EDITS["center.remove"], history, { id: "B" }));
  const fresh = { id: "new-1", name: "New", level: "community", lon: 113, lat: 28, floorArea: null } as const;
  return enter(history, "center.add", make(EDITS["center.add"], history, fresh));
}

const idsOf = ({ plan }: History): readonly string[] => plan.centers.map(({ id }) => id).sort();

const GRID: Grid = {
  ...{ id: "G", code: "1", name: "Grid", kind: "base", communityId: "C1", parentId: null },
  ...{ locked: false, posts: {}, note: "" },
};

describe("edits carried to other data", () => {
  const from = testBaseline();

  it("are all made again where nothing they speak of has changed", () => {
    const before = edited(from);
    const { history, left } = carryEdits(editsOf(before), from, { ...from, name: "again" });
    expect(left).toEqual([]);
    expect(history.plan.centers).toEqual(before.plan.centers);
    expect(editsOf(history)).toEqual(editsOf(before));
  });

  it("keep what the new data says about everything else", () => {
    const centers = [
      { ...center("A", 113.5, 28.5), floorArea: 900 },
      center("B", 113, 28),
      center("C", 113, 28),
    ];
    const { history, left } = carryEdits(editsOf(edited(from)), from, { ...from, centers });
    expect(left).toEqual([]);
    expect(history.plan.centers[0]).toMatchObject({ id: "A", name: "Renamed", floorArea: 900, lon: 113.5 });
    expect(idsOf(history)).toEqual(["A", "C", "new-1"]);
  });

  it("are handed back where what they speak of is gone", () => {
    const centers = [center("B", 113, 28)];
    const { history, left } = carryEdits(editsOf(edited(from)), from, { ...from, centers });
    expect(left.map(({ label }) => label)).toEqual(["center.rename"]);
    expect(idsOf(history)).toEqual(["new-1"]);
    expect(history.past.map(({ entry }) => entry.note)).toEqual(["why", "why"]);
  });

  it("move residences by their ids, in whatever rows they lie now", () => {
    const members = { level: "grid", rows: [0, 2], ids: ["", "G"], before: [0, 0], after: [1, 1] } as const;
    const grids = [{ before: null, after: GRID, at: 0 }];
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3]), (rows) => {
        const residences = { ...from.residences, count: rows.length, id: rows.map((row) => `R${row + 1}`) };
        const entry = {
          label: "grid.assign",
          patch: { grids, members: [members] },
          figures: {},
          note: "",
          time: "t",
        } as const;
        const { history, left } = carryEdits([entry], from, { ...from, residences });
        const inGrid = history.plan.members.grid.flatMap((id, row) =>
          id === "G" ? [residences.id[row]] : [],
        );
        expect(inGrid.sort()).toEqual(["R1", "R3"].filter((id) => residences.id.includes(id)));
        expect(left).toHaveLength(inGrid.length === 2 ? 0 : 1);
      }),
    );
  });
});
