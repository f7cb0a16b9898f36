// The history as a record: going back to a step, and noting why one was made.

import { describe, expect, it } from "vitest";
import { historyWrites } from "../../../src/adapters/history-writes.ts";
import { annotateStep, openHistory, undo, undoTo } from "../../../src/core/model/index.ts";
import { planOf, playActs } from "../../helpers/random-edits.ts";

const BASE = planOf(4);
const EDITS = playActs(BASE, [
  ["move", 0, 1],
  ["rename", 1, 2],
  ["resize", 2, 3],
]);
const HISTORY = openHistory(BASE, { id: "A", name: "A", edits: EDITS });

describe("undoTo", () => {
  it("leaves the first steps made and the others to redo", () => {
    const back = undoTo(HISTORY, 1);
    expect(back.plan).toEqual(openHistory(BASE, { id: "A", name: "A", edits: EDITS.slice(0, 1) }).plan);
    expect([back.past.length, back.future.length]).toEqual([1, 2]);
    expect(undoTo(HISTORY, -3).past.length).toBe(0);
    expect(undoTo(HISTORY, 9)).toBe(HISTORY);
  });
});

describe("annotateStep", () => {
  it("notes one step, changes no centre and no revision", () => {
    const noted = annotateStep(HISTORY, 1, "why");
    expect(noted.past.map(({ entry }) => entry.note)).toEqual(["a", "why", "a"]);
    expect(noted.plan).toBe(HISTORY.plan);
    expect(noted.past.map(({ revision }) => revision)).toEqual([1, 2, 3]);
    expect(annotateStep(noted, 1, "why")).toBe(noted);
    expect(annotateStep(noted, 7, "why")).toBe(noted);
  });

  it("is written, together with all that follows, undone steps too", () => {
    const history = undo(HISTORY);
    const noted = annotateStep(history, 0, "why");
    const write = historyWrites(history, noted);
    expect(write?.keep).toBe(0);
    expect(write?.entries.map(({ note }) => note)).toEqual(["why", "a", "a"]);
    expect(write?.made).toBe(2);
  });
});
