// Tables as rows of registers and as matters: places by id or name, values as people write them, and every kind of row
// that is set aside, with its row, field and value. The residents' columns are refused before anything reads them.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  checkRows,
  mattersOfTable,
  type Register,
  type RulePack,
  rowsOfTable,
} from "../../../src/core/standards/index.ts";

const FILE = new URL("../../../data/standards/hunan-2022.json", import.meta.url);
const { registers = [], matters: kinds = [] } = JSON.parse(readFileSync(FILE, "utf8")) as RulePack;

const PLACES = [
  { id: "C1", name: "花园社区" },
  { id: "C2", name: "河滨社区" },
  { id: "C3", name: "新村社区" },
  { id: "C4", name: "新村社区" },
];

const STATION: Register = {
  id: "station",
  name: { zh: "服务站", en: "Station" },
  place: "community",
  attributes: [
    { id: "area", name: { zh: "面积", en: "Area" }, type: "number" },
    { id: "sign", name: { zh: "挂牌", en: "Sign" }, type: "yes" },
    { id: "opened", name: { zh: "启用日期", en: "Opened" }, type: "date" },
    {
      id: "light",
      name: { zh: "三色", en: "Light" },
      type: "colour",
      options: [
        { id: "red", name: { zh: "红", en: "Red" }, colour: "#cc0000" },
        { id: "green", name: { zh: "绿", en: "Green" }, colour: "#00aa00" },
      ],
    },
  ],
};

const table = (...rows: Readonly<Record<string, unknown>>[]) => ({
  columns: [...new Set(rows.flatMap((row) => Object.keys(row)))],
  rows: rows.map((cells, i) => ({ row: i + 1, cells })),
});

const GOOD = {
  名称: "东门站",
  社区: "花园社区",
  "面积（㎡）": "1,200",
  挂牌: "有",
  启用日期: "2025年3月1日",
  三色: "绿",
};

describe("a table as rows of a register", () => {
  it("reads names of columns and values as people write them", () => {
    const { rows, faults } = rowsOfTable(table(GOOD, { 社区: "C2", 挂牌: "否" }), STATION, PLACES);
    expect(faults).toEqual([]);
    expect(rows[0]).toEqual({
      ...{ id: "station:C1/东门站", kind: "station", name: "东门站", placeId: "C1", position: null },
      numbers: { area: 1200, sign: 1 },
      texts: { light: "green" },
      dates: { opened: "2025-03-01" },
    });
    expect(rows[1]).toMatchObject({ placeId: "C2", numbers: { sign: 0 }, texts: {}, dates: {} });
    const known = checkRows(rows, [STATION], (_, id) => PLACES.filter((place) => place.id === id).length);
    expect(known.faults).toEqual([]);
  });

  it.each([
    ["noPlace", "placeId", { ...GOOD, 社区: "不存在" }, "不存在"],
    ["twoPlaces", "placeId", { ...GOOD, 社区: "新村社区" }, "新村社区"],
    ["wrongType", "area", { ...GOOD, "面积（㎡）": "约一百" }, "约一百"],
    ["wrongType", "sign", { ...GOOD, 挂牌: "大概" }, "大概"],
    ["badDate", "opened", { ...GOOD, 启用日期: "2025-02-30" }, "2025-02-30"],
    ["unknownOption", "light", { ...GOOD, 三色: "紫" }, "紫"],
    ["personalData", "name", { ...GOOD, 名称: "13812345678" }, ""],
  ] as const)("sets aside a row: %s in %s", (code, field, row, value) => {
    const { rows, faults } = rowsOfTable(table(GOOD, row, { ...GOOD, 名称: "西门站" }), STATION, PLACES);
    expect(rows.map(({ name }) => name)).toEqual(["东门站", "西门站"]);
    expect(faults).toEqual([{ code, row: 1, field, value }]);
  });

  it.each([
    ["WGS-84", 0],
    ["国家2000", 0],
    ["2000国家大地坐标系", 0],
    ["CGCS2000", 0],
    ["EPSG:4490", 0],
    ["GCJ-02", 700],
    ["高德", 700],
    ["BD-09", 1400],
    ["百度坐标", 1400],
  ])("takes a position in %s, within %d m of what the numbers say in degrees", (坐标系, metres) => {
    const cells = { ...GOOD, 经度: "112.27", 纬度: "29.21", 坐标系 };
    const { rows, faults } = rowsOfTable(table(cells), STATION, PLACES);
    expect(faults).toEqual([]);
    const [lon, lat] = rows[0]!.position!;
    const moved = Math.hypot((lon - 112.27) * 97_000, (lat - 29.21) * 111_000);
    expect(moved).toBeLessThan(metres + 1);
    expect(moved).toBeGreaterThanOrEqual(metres / 3);
  });

  it.each([
    ["", "112.27 29.21"],
    ["CGCS2000 / 3-degree Gauss-Kruger zone 38", "112.27 29.21 CGCS2000 / 3-degree Gauss-Kruger zone 38"],
  ])("sets a position aside whose datum is “%s”", (坐标系, value) => {
    const cells = { ...GOOD, 经度: "112.27", 纬度: "29.21", 坐标系 };
    expect(rowsOfTable(table(cells), STATION, PLACES).faults).toEqual([
      { code: "badPosition", row: 0, field: "lon", value },
    ]);
  });

  it("sets aside numbers that are no position, and needs no place where there is one", () => {
    const at = { 经度: "112.27", 坐标系: "WGS-84", 名称: "南站" };
    expect(rowsOfTable(table({ ...at, 纬度: "129.21" }), STATION, PLACES).faults[0]?.code).toBe(
      "badPosition",
    );
    const { rows } = rowsOfTable(table({ ...at, 纬度: "29.21" }), STATION, PLACES);
    expect(rows[0]).toMatchObject({ placeId: null, position: [112.27, 29.21], name: "南站" });
  });

  it("keeps the first of two equal rows", () => {
    const { rows, faults } = rowsOfTable(table(GOOD, GOOD), STATION, PLACES);
    expect(rows).toHaveLength(1);
    expect(faults).toEqual([{ code: "duplicateRow", row: 1, field: "id", value: "东门站" }]);
  });

  it("refuses columns of residents' data, and names columns without use", () => {
    const { rows, refused, unused } = rowsOfTable(
      table({ ...GOOD, 户主姓名: "某某", 电话: "13812345678", 备用: "x" }),
      STATION,
      PLACES,
    );
    expect(refused).toEqual(["户主姓名", "电话"]);
    expect(unused).toEqual(["备用"]);
    expect(JSON.stringify(rows)).not.toMatch(/某某|13812345678/);
  });

  it("describes places themselves by their own name", () => {
    const register = registers.find(({ id }) => id === "community")!;
    const yes = register.attributes.find(({ type }) => type === "yes")!;
    const { rows } = rowsOfTable(table({ 名称: "河滨社区", [yes.name.zh]: "是" }), register, PLACES);
    expect(rows).toMatchObject([
      { id: "community:C2", placeId: "C2", name: "河滨社区", numbers: { [yes.id]: 1 } },
    ]);
  });
});

describe("a table as matters", () => {
  const kind = kinds[0]!;
  const good = { 编号: "M1", 类别: kind.name.zh, 事项: "路灯不亮", 社区: "花园社区", 开始: "2026/3/1" };
  const read = (...rows: Readonly<Record<string, unknown>>[]) =>
    mattersOfTable(table(...rows), kinds, PLACES, "2026-06-30");

  it("begins in the first state of its kind, today when no date is said", () => {
    const { matters } = read(good, { ...good, 编号: "M2", 开始: "", 社区: "" });
    expect(matters).toMatchObject([
      { id: "M1", kind: kind.id, state: kind.states[0]!.id, placeId: "C1", opened: "2026-03-01", due: null },
      { id: "M2", placeId: null, opened: "2026-06-30" },
    ]);
  });

  it.each([
    ["unknownKind", "kind", { ...good, 类别: "没有" }, "没有"],
    ["unknownState", "state", { ...good, 状态: "没有" }, "没有"],
    ["noName", "name", { ...good, 事项: "" }, ""],
    ["noPlace", "placeId", { ...good, 社区: "不存在" }, "不存在"],
    ["badDate", "due", { ...good, 期限: "月底" }, "月底"],
    ["duplicateRow", "id", good, "M1"],
  ] as const)("sets aside a row: %s", (code, field, row, value) => {
    const { matters, faults } = read(good, row);
    expect(matters).toHaveLength(1);
    expect(faults).toEqual([{ code, row: 1, field, value }]);
  });
});
