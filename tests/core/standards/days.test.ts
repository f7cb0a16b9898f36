// Days by our own count against the platform's calendar.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, isDate } from "../../../src/core/standards/index.ts";

const iso = fc
  .date({ min: new Date("1600-01-01"), max: new Date("2399-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("days", () => {
  it("count as the platform counts", () => {
    fc.assert(
      fc.property(iso, iso, (a, b) => {
        expect(daysBetween(a, b)).toBe((Date.parse(b) - Date.parse(a)) / 86_400_000);
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(isDate(a)).toBe(true);
      }),
    );
  });

  it.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "1 May 2026", "", "2026-1-1"])(
    "%j is no date",
    (text) => {
      expect(isDate(text)).toBe(false);
    },
  );

  it("knows leap years", () => {
    expect(isDate("2024-02-29")).toBe(true);
    expect(isDate("2000-02-29")).toBe(true);
    expect(isDate("1900-02-29")).toBe(false);
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
  });
});
