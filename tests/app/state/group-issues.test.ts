import { describe, expect, it } from "vitest";
import { groupIssues } from "../../../src/app/state/group-issues.ts";

describe("groupIssues", () => {
  it("puts alike issues together, errors first", () => {
    const groups = groupIssues([
      { code: "households.withUnit", severity: "info", file: "a", row: 1 },
      { code: "row.noGeometry", severity: "error", file: "a", row: 2 },
      { code: "households.withUnit", severity: "info", file: "a", row: 3 },
    ]);
    expect(groups.map(({ severity, issues }) => [severity, issues.map(({ row }) => row)])).toEqual([
      ["error", [2]],
      ["info", [1, 3]],
    ]);
  });
});
