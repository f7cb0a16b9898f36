// Workflows of the packs, walked by every move they declare, and what they refuse.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  addDays,
  countMatters,
  daysOverdue,
  dueDate,
  type Matter,
  type MatterKind,
  matterKindProblems,
  moveMatter,
  movesFrom,
  type RulePack,
} from "../../../src/core/standards/index.ts";

const FOLDER = new URL("../../../data/standards/", import.meta.url);
const packs = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json") && name !== "coverage.json")
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as RulePack);
const kinds: readonly MatterKind[] = packs.flatMap(({ matters = [] }) => matters);
const kindOf = (id: string) => kinds.find((kind) => kind.id === id)!;

const start = (kind: MatterKind, more: Partial<Matter> = {}): Matter => ({
  id: "m1",
  kind: kind.id,
  name: "事项",
  placeId: "c1",
  state: kind.states[0]!.id,
  opened: "2026-01-01",
  due: null,
  texts: {},
  dates: {},
  moves: [],
  ...more,
});
const filled = (kind: MatterKind) => Object.fromEntries(kind.fields.map(({ id }) => [id, "x"]));

describe("kinds of matters", () => {
  it("are those the documents name", () => {
    const ids = new Set(kinds.map(({ id }) => id));
    for (const id of [
      "order",
      "event",
      "opinionRound",
      "need",
      "resource",
      "project",
      "whistle",
      "review",
      "sevenSteps",
      "departmentOrder",
      "herdersLoop",
      "task",
    ]) {
      expect(ids).toContain(id);
    }
  });

  it.each(kinds.map((kind) => [kind.id, kind] as const))(
    "%s can be walked to its end, each move allowed, others refused",
    (_, kind) => {
      const closed = new Set(kind.states.flatMap((state) => (state.closed === true ? [state.id] : [])));
      const seen = new Set<string>([kind.states[0]!.id]);
      for (const state of seen) {
        const matter = start(kind, { state, texts: filled(kind) });
        const next = movesFrom(matter, [kind]);
        expect(closed.has(state)).toBe(next.length === 0);
        for (const { id } of kind.states) {
          const moved = moveMatter(matter, [kind], id, "2026-01-02", "街道办");
          expect("matter" in moved).toBe(next.includes(id));
          if ("matter" in moved) seen.add(moved.matter.state);
        }
      }
      expect(seen.size).toBe(kind.states.length);
    },
  );

  it("say what does not hold together", () => {
    const kind = kindOf("order");
    const paths = (changed: Partial<MatterKind>) =>
      matterKindProblems({ ...kind, ...changed }).map(([path]) => path);
    expect(paths({})).toEqual([]);
    expect(paths({ moves: [...kind.moves, { from: "rated", to: "nowhere", name: kind.name }] })).toEqual([
      `moves.${kind.moves.length}.to`,
      `moves.${kind.moves.length}.from`,
    ]);
    expect(paths({ moves: kind.moves.slice(0, 1) })).toContain("states");
    expect(paths({ states: kind.states.map(({ closed: _closed, ...state }) => state) })).toEqual(["states"]);
    expect(paths({ fields: [] })).toContain("moves.0.needs");
  });
});

describe("moving a matter", () => {
  const order = kindOf("order");
  const refusal = (matter: Matter, to: string, date = "2026-01-02") => {
    const moved = moveMatter(matter, kinds, to, date, "");
    return "refusal" in moved ? moved.refusal : null;
  };

  it("goes order, assign, accept, finish, rate, and keeps who moved it and when", () => {
    let matter = start(order, { texts: filled(order) });
    for (const [to, date] of [
      ["assigned", "2026-01-02"],
      ["accepted", "2026-01-03"],
      ["done", "2026-01-05"],
      ["rated", "2026-01-06"],
    ] as const) {
      const moved = moveMatter(matter, kinds, to, date, "小区站");
      if (!("matter" in moved)) throw new Error(moved.refusal);
      matter = moved.matter;
    }
    expect(matter.moves.map(({ from, to }) => `${from}>${to}`)).toEqual([
      "ordered>assigned",
      "assigned>accepted",
      "accepted>done",
      "done>rated",
    ]);
    expect(refusal(matter, "ordered")).toBe("alreadyClosed");
  });

  it.each([
    [{}, "rated", "noSuchMove"],
    [{}, "assigned", "fieldMissing"],
    [{ kind: "party" }, "assigned", "unknownKind"],
    [{ state: "lost" }, "assigned", "unknownState"],
  ] as const)("%j to %s is refused: %s", (more, to, code) =>
    expect(refusal(start(order, more), to)).toBe(code),
  );

  it("does not go back in time", () => {
    const matter = start(order, { texts: filled(order) });
    expect(refusal(matter, "assigned", "2025-12-31")).toBe("beforeLastMove");
    expect(refusal(matter, "assigned", "2026-01-01")).toBeNull();
  });
});

describe("due dates", () => {
  const order = kindOf("order");
  const days = order.states[0]!.days!;

  it("fall at the state's own limit or the matter's, whichever is first; the day itself is in time", () => {
    const matter = start(order);
    const due = addDays("2026-01-01", days);
    expect(dueDate(matter, kinds)).toBe(due);
    expect(daysOverdue(matter, kinds, due)).toBe(0);
    expect(daysOverdue(matter, kinds, addDays(due, 1))).toBe(1);
    expect(dueDate({ ...matter, due: "2026-01-02" }, kinds)).toBe("2026-01-02");
    expect(dueDate({ ...matter, due: "2027-01-01" }, kinds)).toBe(due);
    expect(dueDate({ ...matter, state: "rated", due: "2026-01-02" }, kinds)).toBeNull();
  });

  it("are counted", () => {
    const matters = [
      start(order),
      start(order, { state: "rated" }),
      start(order, { state: "assigned", due: "2025-01-01" }),
    ];
    const counts = countMatters(matters, kinds, "2026-01-02");
    expect(counts).toMatchObject({ all: 3, closed: 1, overdue: 1 });
    expect([...counts.byState]).toEqual([
      ["ordered", 1],
      ["rated", 1],
      ["assigned", 1],
    ]);
  });

  it("come every half year for a review", () => {
    const review = kindOf("review");
    expect(daysOverdue(start(review), kinds, "2026-07-03")).toBe(0);
    expect(daysOverdue(start(review), kinds, "2026-07-04")).toBe(1);
  });
});
