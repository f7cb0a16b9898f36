import { describe, expect, it } from "vitest";
import { searchPlaces } from "../../../src/app/state/search-places.ts";
import { testBaseline } from "../app-fixture.ts";

describe("searchPlaces", () => {
  const baseline = testBaseline();
  const find = (typed: string): string[] =>
    searchPlaces(baseline, baseline.centers, typed, 9).map(({ name }) => name);

  it("finds communities, centres and compounds, each compound once", () => {
    expect(find("garden")).toEqual(["Garden Road", "Garden"]);
    expect(find("centre b")).toEqual(["Centre B"]);
    expect(find("R2")).toEqual(["Garden"]);
    expect(find("  ")).toEqual([]);
    expect(find("zzz")).toEqual([]);
  });
});
