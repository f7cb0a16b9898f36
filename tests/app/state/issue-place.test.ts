import { describe, expect, it } from "vitest";
import { issueBounds } from "../../../src/app/state/issue-place.ts";
import { testBaseline } from "../app-fixture.ts";

const source = (role: "residences" | "centers", file: string) => ({
  ...{ role, file, datum: "wgs84", asOf: null, rowsRead: 4, rowsUsed: 4, fields: {} },
});
const baseline = { ...testBaseline(), sources: [source("residences", "a.csv"), source("centers", "b.csv")] };

describe("issueBounds", () => {
  it("is around the row of the file's layer", () => {
    const at = (file: string, row: number) =>
      issueBounds(baseline, { code: "households.blank", severity: "warning", file, row });
    const [west, south, east, north] = at("a.csv", 3)!;
    expect((west + east) / 2).toBeCloseTo(113.002, 9);
    expect((south + north) / 2).toBeCloseTo(28, 9);
    expect(at("b.csv", 1)).not.toBeNull();
    expect(at("a.csv", 9)).toBeNull();
    expect(at("c.csv", 1)).toBeNull();
  });

  it("is where a gap is", () => {
    const gap = {
      code: "area.gap",
      severity: "warning",
      file: "x",
      values: { x: 113, y: 28, area: 3 },
    } as const;
    expect(issueBounds(baseline, gap)![1]).toBeLessThan(28);
  });
});
