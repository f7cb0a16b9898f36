import { describe, expect, it } from "vitest";
import { FINDING_COLUMNS, orderFindings } from "../../../src/app/state/order-findings.ts";
import type { Finding } from "../../../src/core/assess/index.ts";

describe("orderFindings", () => {
  const finding = (verdict: Finding["verdict"], name: string, shortfall: number | null): Finding => ({
    ruleId: "R",
    metric: "community.areaPer100Households",
    force: "must",
    place: { kind: "community", id: name, name },
    verdict,
    actual: null,
    required: null,
    shortfall,
    unit: "m2",
    flag: verdict === "unmet" ? "tooSmall" : null,
    inputs: [],
  });
  const findings = [
    finding("met", "a", 0),
    finding("unmet", "b", 20),
    finding("unknown", "c", null),
    finding("unmet", "d", 300),
  ];
  const all = { verdict: null, flag: null };

  it("begins with what is not met", () => {
    expect(orderFindings(findings, all, { column: "verdict", descending: false })).toEqual([1, 3, 2, 0]);
  });

  it("sorts figures either way with the unknown last", () => {
    expect(orderFindings(findings, all, { column: "shortfall", descending: true })).toEqual([3, 1, 0, 2]);
    expect(orderFindings(findings, all, { column: "shortfall", descending: false })).toEqual([0, 1, 3, 2]);
  });

  it("filters by verdict and flag, and sorts by every column", () => {
    const unmet = { verdict: "unmet", flag: "tooSmall" } as const;
    for (const column of FINDING_COLUMNS) {
      expect(orderFindings(findings, unmet, { column, descending: false }).sort()).toEqual([1, 3]);
    }
  });
});
