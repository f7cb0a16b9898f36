import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { neutralise, restore } from "../../../../src/core/formats/write/neutralise.ts";
import { writeCsv } from "../../../../src/core/formats/write/write-csv.ts";

describe("writeCsv", () => {
  it("starts with a byte order mark and reads back", () => {
    const text = writeCsv(
      ["名称", "n"],
      [
        ['a,"b"\n', 1.5],
        ["", null],
        ["x", Number.NaN],
        ["y", true],
      ],
    );
    expect(text.startsWith("\ufeff")).toBe(true);
    expect(Papa.parse(text.slice(1).trimEnd()).data).toEqual([
      ["名称", "n"],
      ['a,"b"\n', "1.5"],
      ["", ""],
      ["x", ""],
      ["y", "true"],
    ]);
  });

  it.each(["=cmd()", "+1", "-1", "@x", "\t=1", " =1", "＝1", "\r1"])("takes the sting out of %j", (cell) => {
    expect(Papa.parse<string[]>(writeCsv(["a"], [[cell]]).slice(1)).data[1]?.[0]).toBe(`'${cell}`);
  });

  it("leaves negative numbers and plain text alone", () => {
    expect(writeCsv(["a", "b"], [[-1, "绿地-1栋"]])).toContain("-1,绿地-1栋");
  });
});

describe("neutralise", () => {
  it("leaves nothing that runs, and restore gives every text back", () => {
    const text = fc.string({
      unit: fc.constantFrom("'", "=", "+", "-", "@", "＝", " ", "\t", "\r", "a", "号"),
    });
    fc.assert(
      fc.property(text, (original) => {
        const safe = neutralise(original);
        expect(safe).not.toMatch(/^(\s*[=+\-@＝＋－＠]|[\t\r\n])/);
        expect(restore(safe)).toBe(original);
      }),
    );
  });
});
