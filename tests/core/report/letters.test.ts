import { describe, expect, it } from "vitest";
import { openFont } from "../../../src/adapters/pages/truetype.ts";
import { readPageFonts } from "../../../src/cli/page-canvas.ts";
import { advanceOf } from "../../../src/core/report/text/measure-text.ts";
import { groupDigits } from "../../../src/core/report/write-figure.ts";

describe("advanceOf", () => {
  it("is what the font file says, for both weights", () => {
    const fonts = readPageFonts();
    for (const [weight, bytes] of [
      [400, fonts.regular],
      [700, fonts.bold],
    ] as const) {
      const font = openFont(bytes);
      const codes = [
        ...Array.from({ length: 95 }, (_, i) => 32 + i),
        ..."圈点户㎡²·–—“”（），。、·×÷°①éü",
      ].map((each) => (typeof each === "string" ? each.codePointAt(0)! : each));
      for (const code of codes) {
        const said = { code, advance: advanceOf(code, weight) };
        expect(said).toEqual({ code, advance: font.advanceOf(font.glyphOf(code)) });
      }
    }
  });
});

describe("groupDigits", () => {
  it("puts thousands apart and drops noughts after the point", () => {
    expect([0, 999, 1000, 1234567.89, -1234.5, 692.7, 300].map((n) => groupDigits(n, 1))).toEqual([
      "0",
      "999",
      "1,000",
      "1,234,567.9",
      "-1,234.5",
      "692.7",
      "300",
    ]);
  });
});
