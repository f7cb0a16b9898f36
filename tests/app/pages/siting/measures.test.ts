// Figures as the pages of siting write them: gaps never look smaller than they are, differences are those one reads.

import { describe, expect, it } from "vitest";
import type { ComparedOption } from "../../../../src/app/commands/siting/compare-options.ts";
import { COMPARE_MEASURES, changeOf, MEASURES } from "../../../../src/app/pages/siting/compare-measures.ts";
import { formatGap } from "../../../../src/app/pages/siting/format-gap.ts";
import { nextOptionName } from "../../../../src/app/state/option-names.ts";

const option = (figures: Partial<ComparedOption["figures"]>): ComparedOption => ({
  id: "x",
  name: "x",
  centers: 3,
  edits: 0,
  figures: {
    households: 1000,
    covered: 900,
    coverage: 0.9,
    reached: 1000,
    unreached: 0,
    p50: 7.72,
    p90: 13.14,
    mean: 8,
    worstTenth: 15,
    gini: 0.27,
    floorArea: 300,
    unknownAreas: 0,
    areaPer100: 30,
    cost: 0,
    flags: 4,
    resolved: [],
    raised: [],
    ...figures,
  },
});

describe("gaps", () => {
  it.each([
    [0, "0"],
    [0.0080001, "0.9"],
    [0.008, "0.8"],
    [0.00001, "0.01"],
    [0.0005, "0.05"],
    [1, "100"],
  ])("%d is %s percent at most", (gap, text) => {
    expect(formatGap(gap)).toBe(text);
  });
});

describe("differences", () => {
  it("are those between the figures as they read", () => {
    const change = changeOf("p50", option({}), option({ p50: 7.41 }));
    expect(change).toEqual({ text: "−0.3", verdict: "better" });
    expect(changeOf("p50", option({ p50: 7.74 }), option({ p50: 7.76 }))).toEqual({
      text: null,
      verdict: null,
    });
  });

  it("know which way is better", () => {
    const verdict = (
      measure: (typeof COMPARE_MEASURES)[number],
      figures: Partial<ComparedOption["figures"]>,
    ) => changeOf(measure, option({}), option(figures)).verdict;
    expect(verdict("coverage", { coverage: 0.95 })).toBe("better");
    expect(verdict("covered", { covered: 800 })).toBe("worse");
    expect(verdict("gini", { gini: 0.3 })).toBe("worse");
    expect(verdict("flags", { flags: 2 })).toBe("better");
    expect(verdict("cost", { cost: 500 })).toBeNull();
  });

  it("say nothing where one end is unknown", () => {
    expect(changeOf("cost", option({}), option({ cost: null }))).toEqual({ text: null, verdict: null });
  });

  it("have every measure read and written", () => {
    for (const measure of COMPARE_MEASURES) {
      const value = MEASURES[measure].read(option({}));
      expect(value === null ? "" : MEASURES[measure].write(value), measure).toMatch(/\d/);
    }
  });
});

describe("names of new options", () => {
  it("are the first letter that none has", () => {
    const named = (letter: string): string => `方案${letter}`;
    const next = (...names: string[]) =>
      nextOptionName(
        names.map((name) => ({ name })),
        named,
      );
    expect(next("")).toBe("方案A");
    expect(next("", "方案A", "方案C")).toBe("方案B");
    const letters = Array.from({ length: 26 }, (_, i) => named(String.fromCharCode(65 + i)));
    expect(next(...letters)).toBe("方案AA");
    expect(next(...letters, "方案AA")).toBe("方案AB");
  });
});
