import { describe, expect, it } from "vitest";
import { CODE_15, CODE_20, numberGrids } from "../../../src/core/gridding/index.ts";

const AREA = "430101001002";
//  north   0  1
//  south   2  3
const square = {
  rule: CODE_15,
  areaCodes: [AREA],
  areaOf: new Int32Array(4),
  centres: Float64Array.of(0, 90, 100, 100, 0, 10, 100, 0),
  held: ["", "", "", ""],
  used: [],
};

describe("numberGrids", () => {
  it("counts west to east, then north to south", () => {
    const { codes, retired } = numberGrids(square);
    expect(codes).toEqual(["001", "002", "003", "004"].map((serial) => AREA + serial));
    expect(codes.every((code) => code.length === 15)).toBe(true);
    expect(retired).toEqual([]);
  });

  it("keeps codes, never gives a retired one again", () => {
    const used = ["001", "002", "003", "005"].map((serial) => AREA + serial);
    const held = [used[2]!, "", used[0]!, used[2]!];
    const { codes, retired } = numberGrids({ ...square, held, used });
    expect(codes).toEqual(["003", "006", "001", "007"].map((serial) => AREA + serial));
    expect(retired).toEqual([used[1], used[3]]);
  });

  it("makes 20 digits by another rule", () => {
    const { codes } = numberGrids({ ...square, rule: CODE_20 });
    expect(codes[0]).toBe(`000000${AREA}01`);
  });

  it("gives no code rather than a wrong one", () => {
    expect(numberGrids({ ...square, areaCodes: ["A7"] }).failed).toEqual([0, 1, 2, 3]);
    const full = { ...square, rule: CODE_20, used: [`000000${AREA}98`] };
    expect(numberGrids(full)).toMatchObject({ failed: [1, 2, 3] });
  });
});
