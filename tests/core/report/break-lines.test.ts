import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLines } from "../../../src/core/report/text/break-lines.ts";
import { measureText } from "../../../src/core/report/text/measure-text.ts";

const STYLE = { size: 8, weight: 400, color: "#000000" } as const;
const textsOf = (text: string, width: number): string[] =>
  breakLines([{ ...STYLE, text }], width).map(({ runs }) => runs.map((run) => run.text).join(""));

const words = fc.array(
  fc.constantFrom(
    "社区",
    "，",
    "。",
    "（",
    "）",
    "《",
    "》",
    "372",
    " ",
    "Riverside",
    "m²",
    "、",
    "居民",
    "\n",
    "A",
  ),
  { maxLength: 60 },
);

describe("breakLines", () => {
  it("keeps every letter, and every line within the width", () => {
    fc.assert(
      fc.property(words, fc.double({ min: 12, max: 80, noNaN: true }), (parts, width) => {
        const text = parts.join("");
        const lines = textsOf(text, width);
        expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        for (const line of breakLines([{ ...STYLE, text }], width)) {
          const letters = [...line.runs.map((run) => run.text).join("")];
          if (letters.length > 1) expect(line.width).toBeLessThanOrEqual(width + 1e-6);
        }
      }),
    );
  });

  it("begins no line with closing punctuation and ends none with an opening one", () => {
    const lines = textsOf("依据《关于全域推进（试行）的若干措施》，第五段，共三百七十二户。（续）", 20);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。、）》]/);
      expect(line).not.toMatch(/[（《]$/);
    }
  });

  it("keeps words and figures whole until one is wider than the line", () => {
    expect(textsOf("within 1,234 households of Riverside", 22)).toEqual([
      "within 1,234",
      "households of",
      "Riverside",
    ]);
    expect(textsOf("Riverside", 6).join("")).toBe("Riverside");
  });

  it("breaks where a line feed says so, and gives one empty line for nothing", () => {
    expect(textsOf("甲\n乙", 50)).toEqual(["甲", "乙"]);
    expect(textsOf("Not met\n723 of 1,931", 50)).toEqual(["Not met", "723 of 1,931"]);
    expect(textsOf("", 50)).toEqual([""]);
  });

  it("measures runs of two styles side by side", () => {
    const bold = { ...STYLE, weight: 700, text: "重点" } as const;
    const [line] = breakLines([bold, { ...STYLE, text: "说明" }], 100);
    expect(line!.runs.map(({ text }) => text)).toEqual(["重点", "说明"]);
    expect(line!.width).toBeCloseTo(measureText("重点", bold) + measureText("说明", STYLE), 9);
  });
});
