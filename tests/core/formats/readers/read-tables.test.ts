// Tables that people make: Excel sheets with titles and merged cells, text with odd delimiters, and ones that are
// not to be opened.

import { writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import type { Cell, Merge } from "../../../../src/core/formats/find-header.ts";
import { findTable } from "../../../../src/core/formats/find-header.ts";
import { codesOf, plainRows, readBytes, tablesOf, utf8 } from "./reading.ts";

/** "a | b" lines to cells; digits are numbers, "" is nothing. */
const grid = (drawn: string): Cell[][] =>
  drawn
    .trim()
    .split("\n")
    .map((line) =>
      line.split("|").map((cell) => {
        const text = cell.trim();
        return text === "" ? null : /^\d+$/.test(text) ? Number(text) : text;
      }),
    );
const merge = (startRow: number, startCol: number, endRow: number, endCol: number): Merge => ({
  startRow,
  startCol,
  endRow,
  endCol,
});

describe("findTable", () => {
  it("passes titles, and fills merged cells below the header", () => {
    const found = findTable(
      grid(`
        党群服务中心一览表 |        |
        单位：平方米       |        |
        社区               | 名称   | 面积
        芙蓉社区           | 一号站 | 410
                           | 二号站 | 96
                           |        |
        桃花社区           | 三号站 |
      `),
      [merge(0, 0, 0, 2), merge(3, 0, 4, 0)],
    );
    expect(found).toEqual({
      columns: ["社区", "名称", "面积"],
      records: [
        { row: 1, cells: ["芙蓉社区", "一号站", 410] },
        { row: 2, cells: ["芙蓉社区", "二号站", 96] },
        { row: 4, cells: ["桃花社区", "三号站", null] },
      ],
    });
  });

  it("joins a header of two rows, groups over columns", () => {
    const found = findTable(
      grid(`
        名称   | 面积 |      | 户数
               | 建筑 | 使用 |
        一号站 | 410  | 300  | 2340
      `),
      [merge(0, 0, 1, 0), merge(0, 1, 0, 2), merge(0, 3, 1, 3)],
    );
    expect(found!.columns).toEqual(["名称", "面积 建筑", "面积 使用", "户数"]);
    expect(found!.records).toHaveLength(1);
  });

  it("takes a plain table as it is, columns of the same name told apart, empty ones left out", () => {
    const found = findTable(grid("户数 | 户数 |  | 名称\n1 | 2 | | 甲"), []);
    expect(found!.columns).toEqual(["户数", "户数 (2)", "名称"]);
    expect(findTable([], [])).toBeNull();
    expect(findTable([[null, " "]], [])).toBeNull();
  });
});

describe("a workbook", () => {
  it("gives a layer a sheet: text, numbers, dates, truth, geometry in a cell", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "居民楼",
          rows: [
            ["编号", "户数", "建成", "有电梯", "位置"],
            ["B-1", 36, new Date(Date.UTC(1998, 4, 1)), true, "POINT(113 28)"],
            ["007", "约400", new Date(Date.UTC(2001, 0, 2, 8, 30)), false, "POINT(113.1 28.1)"],
          ],
        },
        { name: "空表", rows: [] },
        { name: "藏起", rows: [["a"], [1]], hidden: true },
        {
          name: "中心",
          rows: [
            ["名称", "面积"],
            ["一号站", 410.5],
          ],
        },
      ],
    });
    const tables = await tablesOf("台账.xlsx", bytes as Uint8Array);
    expect([...tables.keys()]).toEqual(["居民楼", "中心"]);
    const [first, second] = tables.get("居民楼")!.rows;
    expect(first).toEqual({
      row: 1,
      properties: { 编号: "B-1", 户数: 36, 建成: "1998-05-01", 有电梯: true, 位置: "POINT(113 28)" },
      geometry: { type: "Point", coordinates: [113, 28] },
    });
    expect(second!.properties).toMatchObject({ 编号: "007", 户数: "约400", 建成: "2001-01-02 08:30:00" });
    expect(tables.get("居民楼")!.columns).toEqual(["编号", "户数", "建成", "有电梯"]);
  });

  it("is told when it is none, or breaks off", async () => {
    const bytes = (await writeXlsx({
      sheets: [
        {
          name: "a",
          rows: [
            ["x", "y"],
            [1, 2],
          ],
        },
      ],
    })) as Uint8Array;
    expect(codesOf(await readBytes("a.xlsx", bytes.subarray(0, 400)))).toEqual(["file.damaged"]);
    expect(codesOf(await readBytes("a.xls", utf8("<html>404</html>").with(0, 0xd0)))).toEqual([
      "file.damaged",
    ]);
  });
});

describe("a text table", () => {
  const only = async (name: string, text: string) => [...(await tablesOf(name, utf8(text))).values()][0]!;

  it.each([
    ["comma", "编号,户数\nA,3\n"],
    ["tab", "编号\t户数\nA\t3\n"],
    ["semicolon", "编号;户数\r\nA;3\r\n"],
    ["bar", "编号|户数\nA|3\n"],
    ["full-width comma", "编号，户数\nA，3\n"],
    ["stated", "sep=|\n编号|户数\nA|3\n"],
    ["title above", "一览表,\n编号,户数\nA,3\n"],
  ])("is read with its delimiter: %s", async (_, text) => {
    const { columns, rows } = await only("楼.txt", text);
    expect(columns).toEqual(["编号", "户数"]);
    expect(plainRows(rows)).toEqual([{ row: 1, properties: { 编号: "A", 户数: "3" }, geometry: null }]);
  });

  it("is read in UTF-16, with a mark and without", async () => {
    const text = "编号,户数\nA,3\nB,4\n";
    const wide = new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
    const marked = Uint8Array.from([0xff, 0xfe, ...wide]);
    for (const bytes of [wide, marked]) {
      expect((await tablesOf("楼.csv", bytes)).get("")).toMatchObject({
        columns: ["编号", "户数"],
        encoding: "utf-16le",
      });
    }
  });

  it("is refused with a million columns, and when it is only a text", async () => {
    expect(codesOf(await readBytes("wide.csv", utf8(`${"c,".repeat(1_000_000)}\n1\n`)))).toEqual([
      "file.tooManyColumns",
    ]);
    expect(codesOf(await readBytes("wide.csv", utf8(`a,b\n${"1,".repeat(99_999)}\n`)))).toEqual([
      "file.tooManyColumns",
    ]);
    expect(codesOf(await readBytes("readme.txt", utf8("说明\n请先解压\n")))).toEqual(["file.unknownFormat"]);
  });
});

describe("text that was made harmless for a spreadsheet", () => {
  const harmless = "'=1+1";
  const meant = { 名称: "=1+1", 备注: "'号房" };

  it("is taken back from CSV, and other apostrophes stay", async () => {
    const tables = await tablesOf("notes.csv", utf8(`名称,备注\n${harmless},'号房\n`));
    expect(tables.get("")!.rows[0]!.properties).toEqual(meant);
  });

  it("is taken back from XLSX", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "表",
          rows: [
            ["名称", "备注"],
            [harmless, "'号房"],
          ],
        },
      ],
    });
    const [table] = [...(await tablesOf("notes.xlsx", bytes)).values()];
    expect(table!.rows[0]!.properties).toEqual(meant);
  });
});
