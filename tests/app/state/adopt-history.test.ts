// A history read from the database in the place of the one shown: same states, numbers of its own.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adoptHistory } from "../../../src/app/state/adopt-history.ts";
import { openHistory, openPlan, record, redo, undo } from "../../../src/core/model/index.ts";
import { acts, playActs } from "../../helpers/random-edits.ts";
import { smallBaseline } from "../../helpers/small-project.ts";

const BASE = smallBaseline(5);
const PLAN = openPlan(BASE);
const opened = (script: Parameters<typeof playActs>[1]) =>
  openHistory(PLAN, { id: "A", name: "A", edits: playActs(PLAN, script) });

describe("adoptHistory", () => {
  it("gives no state a number that another state had", () => {
    fc.assert(
      fc.property(acts(), acts(), fc.nat({ max: 20 }), (a, b, steps) => {
        const shown = opened(a);
        let read = structuredClone(opened(b));
        for (let i = 0; i < steps; i++) read = undo(read);
        const adopted = adoptHistory(read, BASE, shown);
        const numbers = [...adopted.past, ...adopted.future].map(({ revision }) => revision);
        const used = new Set(shown.past.map(({ revision }) => revision));
        expect(numbers.filter((number) => used.has(number))).toEqual([]);
        expect(adopted.plan).toEqual(read.plan);
        expect(adopted.revision === 0).toBe(adopted.past.length === 0);
        expect(Math.max(0, ...numbers)).toBeLessThan(adopted.nextRevision);
      }),
    );
  });

  it("takes an unchanged centre for the very record of the baseline, also after undo", () => {
    const read = structuredClone(opened([["move", 0, 1]]));
    const adopted = adoptHistory(read, BASE, openHistory(PLAN));
    expect(adopted.plan.centers.slice(1).every((center, i) => center === BASE.centers[i + 1])).toBe(true);
    expect(undo(adopted).plan.centers[0]).toBe(BASE.centers[0]);
    expect(redo(undo(adopted)).plan).toEqual(adopted.plan);
    expect(record(adopted, { ...adopted.past[0]!.entry, patch: { centers: [] } })).toBe(adopted);
  });
});
