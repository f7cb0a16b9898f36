// The places of cells against papaparse, which cuts every cell out at once: on any text of telling characters, on
// text that papaparse itself wrote, and on the ends of lines and of the text.

import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { type CsvDialect, scanCsv } from "../../../src/core/formats/scan-csv.ts";

const COMMAS: CsvDialect = { delimiter: ",", isCarriageReturn: false };

function cellsOf(text: string, dialect = COMMAS): string[][] {
  const scan = scanCsv(text, dialect);
  return Array.from({ length: scan.count }, (_, record) =>
    Array.from({ length: scan.width(record) }, (_, k) => scan.cell(record, k)!),
  );
}

const papaCells = (text: string): string[][] =>
  Papa.parse<string[]>(text, { delimiter: ",", newline: "\n", skipEmptyLines: "greedy" }).data;

describe("scanCsv", () => {
  it("finds the cells that papaparse finds, also where quotes stand wrong", () => {
    const text = fc.string({
      unit: fc.constantFrom('"', ",", "\n", "a", "户", " ", '""', '","'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, (any) => {
        const text = `${any}\nend`;
        expect(cellsOf(text)).toEqual(papaCells(text));
      }),
      { numRuns: 3000 },
    );
  });

  it("reads what papaparse writes", () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "甲", "1", " "), maxLength: 8 });
    const record = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => [...cells, "x"]);
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 6 }),
        fc.constantFrom("\n", "\r\n"),
        (grid, newline) => {
          expect(cellsOf(Papa.unparse(grid, { newline, quotes: true }))).toEqual(grid);
        },
      ),
    );
  });

  it.each([
    [
      "a line feed, with and without a carriage return",
      "a,b\r\n1,2\n3,4",
      [
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    [
      "a byte order mark and no last line end",
      "\ufeffa,b\n1,",
      [
        ["a", "b"],
        ["1", ""],
      ],
    ],
    ["blank records", 'a\n\n , \n"",""\n\u3000\nb\n', [["a"], ["b"]]],
    ["blanks behind a quote at the end", '"a","b" ', [["a", "b"]]],
    ["a quote that nobody closes", 'a,"b\n""c', [["a", 'b\n""c']]],
  ])("knows %s", (_, text, cells) => expect(cellsOf(text)).toEqual(cells));

  it("takes carriage returns for line ends only where it is told to", () => {
    expect(cellsOf("a,b\r1,2\r", { delimiter: ",", isCarriageReturn: true })).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(cellsOf("a,b\r1,2")).toEqual([["a", "b\r1", "2"]]);
  });

  it("stops after as many records as are wanted", () => {
    expect(scanCsv("a\nb\nc\n", COMMAS, 2).count).toBe(2);
    expect(scanCsv("a\nb", COMMAS).cell(0, 1)).toBeUndefined();
  });
});
