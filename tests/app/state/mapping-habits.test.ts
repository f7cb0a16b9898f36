import { describe, expect, it } from "vitest";
import { readHabits, withHabit } from "../../../src/app/state/mapping-habits.ts";

const habit = { columns: ["a", "b"], role: "residences", datum: "", fields: { households: "b" } } as const;

describe("mapping habits", () => {
  it("keep the latest for the same columns, in front", () => {
    const other = { ...habit, columns: ["c"] };
    const later = { ...habit, datum: "bd09" };
    expect(withHabit([habit, other], later)).toEqual([later, other]);
  });

  it("come back from storage, and what is not one is passed over", () => {
    expect(readHabits(JSON.stringify([habit]))).toEqual([habit]);
    const meddled = [
      { ...habit, role: "house" },
      { columns: 1 },
      null,
      { ...habit, fields: { households: 1, x: "y" } },
    ];
    expect(readHabits(JSON.stringify(meddled))).toEqual([{ ...habit, fields: {} }]);
    for (const stored of [null, "", "{", "3"]) expect(readHabits(stored)).toEqual([]);
  });
});
