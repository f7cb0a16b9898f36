import { describe, expect, it } from "vitest";
import { GRID_REASONS } from "../../src/core/gridding/index.ts";
import { gridReasonSentence } from "../../src/messages/gridding.ts";
import { LANGUAGES } from "../../src/messages/language.ts";

/** Every figure that any reason carries. */
const VALUES = {
  households: 590,
  half: 295,
  min: 300,
  max: 500,
  pieces: 2,
  units: 4,
  outside: 1,
  bound: 0,
  grids: 2,
  parts: 9,
  fewest: 1,
  most: 2,
};

describe("gridReasonSentence", () => {
  it.each(GRID_REASONS)("says %s in each language with every gap filled", (code) => {
    const said = LANGUAGES.map((language) =>
      gridReasonSentence({ code, unit: 0, values: VALUES }, language, () => "3号楼"),
    );
    for (const sentence of said) {
      expect(sentence.length).toBeGreaterThan(8);
      expect(sentence).not.toMatch(/[{}?]/);
    }
    expect(new Set(said).size).toBe(LANGUAGES.length);
  });
});
