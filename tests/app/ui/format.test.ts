import { describe, expect, it } from "vitest";
import {
  formatCount,
  formatKnown,
  formatMinutes,
  formatShare,
  formatSpeed,
} from "../../../src/app/ui/format.ts";

describe("numbers on screen", () => {
  it("never look better than they are", () => {
    expect(formatShare(0.9999)).toBe("99.9");
    expect(formatShare(1)).toBe("100");
    expect(formatShare(0.95)).toBe("95.0");
    expect(formatMinutes(15)).toBe("15.0");
    expect(formatMinutes(15 + 1 / 60)).toBe("15.1");
  });

  it("keep the unknown unknown", () => {
    expect([formatShare(null), formatMinutes(Number.NaN), formatKnown(null)]).toEqual([null, null, null]);
  });

  it("have separators and no needless decimals", () => {
    expect(formatCount(91283)).toBe("91,283");
    expect([formatSpeed(1), formatSpeed(0.8), formatSpeed(800 / 900), formatSpeed(1.25)]).toEqual([
      "1.0",
      "0.8",
      "0.89",
      "1.25",
    ]);
  });
});
