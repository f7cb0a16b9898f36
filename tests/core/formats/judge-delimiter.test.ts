// What stands between cells: found again in tables written with it, alone or with others here and there in a cell, as
// papaparse finds it; and the ends of lines.

import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { judgeDelimiter } from "../../../src/core/formats/judge-delimiter.ts";

const DELIMITERS = [",", "\t", ";", "|", "，", Papa.RECORD_SEP, Papa.UNIT_SEP];
const plain = fc.string({ unit: fc.constantFrom("a", "户", "1", '"', "\n", " "), maxLength: 6 });

/** Rows of one width whose first cell is filled. */
const tables = (least: number, cell: fc.Arbitrary<string>): fc.Arbitrary<string[][]> =>
  fc.integer({ min: least, max: least + 4 }).chain((width) =>
    fc.array(
      fc
        .array(cell, { minLength: width - 1, maxLength: width - 1 })
        .map((cells) => [`x${cells.length}`, ...cells]),
      { minLength: 1, maxLength: 12 },
    ),
  );

const papaGuess = (text: string): string =>
  Papa.parse(text, { skipEmptyLines: "greedy", delimitersToGuess: DELIMITERS, preview: 5 }).meta.delimiter;

describe("the delimiter", () => {
  it("is the one a table was written with", () => {
    fc.assert(
      fc.property(tables(2, plain), fc.constantFrom(...DELIMITERS), (rows, delimiter) => {
        const text = Papa.unparse(rows, { delimiter, newline: "\n" });
        expect(judgeDelimiter(text, "").delimiter).toBe(delimiter);
      }),
      { numRuns: 500 },
    );
  });

  it("is not mistaken for one that stands in some cells, as papaparse does not", () => {
    const noted = fc.oneof(
      { weight: 5, arbitrary: plain },
      { weight: 1, arbitrary: fc.constantFrom("a;b", "a|b", "a，b") },
    );
    fc.assert(
      fc.property(tables(5, noted), (rows) => {
        const text = Papa.unparse(rows, { newline: "\r\n" });
        expect(judgeDelimiter(text, "").delimiter).toBe(",");
        expect(papaGuess(text)).toBe(",");
      }),
      { numRuns: 500 },
    );
  });

  it("is what the file states, and a comma where there is only one column", () => {
    expect(judgeDelimiter("a;b\n1;2", "|").delimiter).toBe("|");
    expect(judgeDelimiter("a\nb\n", "").delimiter).toBe(",");
    expect(judgeDelimiter("", "").delimiter).toBe(",");
  });
});

describe("a carriage return", () => {
  it.each([
    ["a,b\r1,2\r", true],
    ["a,b\r\n1,2\r\n", false],
    ["a,b\n1,2\n", false],
    ['a,"x\ry"\n1,2\n', false],
    ["a,b\n1\r2\r", false],
    ["a,b", false],
  ])("ends lines of %j by itself: %s", (text, expected) => {
    expect(judgeDelimiter(text, "").isCarriageReturn).toBe(expected);
  });
});
