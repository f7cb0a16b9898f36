// What is around homes and centres: candidate sites, other departments' nets, transit stops, exercise points and
// renewal areas, by name, by header or by what they say; the demo's own files among them.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { inspectFiles } from "../../../src/core/formats/inspect-files.ts";
import { costUnit, parseCost } from "../../../src/core/formats/parse-cost.ts";
import { parseFloor } from "../../../src/core/formats/parse-floor.ts";
import { collection, decode, importTexts, point, square, TOWN } from "./fixtures.ts";
import { writePbf } from "./osm/write-pbf.ts";

const DEMO = fileURLToPath(new URL("../../../data/demo/", import.meta.url));
const demo = (name: string): Uint8Array => readFileSync(`${DEMO}${name}`);

const rolesOf = async (texts: Readonly<Record<string, string>>) => {
  const { layers } = await importTexts({ ...TOWN, ...texts });
  return Object.fromEntries(layers.filter(({ file }) => file in texts).map(({ file, role }) => [file, role]));
};

describe("the demo's surroundings", () => {
  const names = readdirSync(DEMO).filter((name) => /^(?:candid|depart|exerc|transit)/.test(name));

  it("are recognised without a hint, alone or with the rest of the town", async () => {
    const expected = {
      "candidates.geojson": "candidates",
      "departments-police.geojson": "departments",
      "departments-urban.geojson": "departments",
      "exercise-points.geojson": "exercise",
      "transit-stops.geojson": "transit",
    };
    const alone = await inspectFiles({ files: names.map((name) => ({ name, bytes: demo(name) })) }, decode);
    expect(Object.fromEntries(alone.map(({ file, role }) => [file, role]))).toEqual(expected);
    const data = readdirSync(DEMO).filter((name) => /\.(?:geojson|csv)$/.test(name));
    const { layers } = await importTexts(Object.fromEntries(data.map((name) => [name, demo(name)])));
    const roles = Object.fromEntries(layers.map(({ file, role }) => [file, role]));
    expect(roles).toEqual({
      ...expected,
      ...Object.fromEntries(
        data.filter((name) => !names.includes(name)).map((name) => [name, name.split(".")[0]]),
      ),
      "roads.geojson": "network",
    });
  });

  it("become records with every figure of the files", async () => {
    const texts = Object.fromEntries([...names, "communities.geojson"].map((name) => [name, demo(name)]));
    const { baseline, setAside } = await importTexts({ ...TOWN, ...texts });
    const { candidates, departmentNets, exercise, transit } = baseline!;
    expect(setAside).toEqual([]);
    expect(candidates[0]).toEqual({
      id: "HX01",
      name: "北坡共享用房点",
      lon: 112.261663,
      lat: 29.219996,
      kind: "共享用房",
      floorArea: 430,
      cost: 17,
      floor: null,
      openHours: null,
      communityId: "990101001001",
      row: 1,
    });
    expect(departmentNets.map(({ department, areas }) => [department, areas.records.length])).toEqual([
      ["警务区", 100],
      ["城市管理", 69],
    ]);
    expect(departmentNets[0]!.areas.records[0]!.statedHouseholds).toBe(823);
    expect([exercise.count, exercise.id[0], exercise.kind[0]]).toEqual([78, "JS001", "公园晨晚练点"]);
    expect([transit.count, transit.name[0]]).toEqual([138, "第1东2站"]);
  });
});

describe("a file is taken for", () => {
  const at = (properties: object) => collection([point(112.981, 28.201, { ...properties })]);
  const ground = (properties: object) => collection([square(112.98, 28.2, 0.01, { ...properties })]);

  it.each([
    ["闲置房屋.geojson", at({ 名称: "甲", 面积: 300, "费用（万元）": 20 }), "candidates"],
    ["a.geojson", at({ 候选点编号: "1" }), "candidates"],
    ["rooms.geojson", at({ name: "a", area: 300, cost: 20 }), "candidates"],
    ["城管网格.geojson", ground({ 编号: "1" }), "departments"],
    ["综治.geojson", ground({ 编号: "1" }), "departments"],
    ["b.geojson", ground({ 警务区编号: "1" }), "departments"],
    ["c.geojson", ground({ 网格编号: "1", 主管部门: "城管" }), "departments"],
    ["公交站.geojson", at({ 名称: "东站" }), "transit"],
    ["地铁口.geojson", at({ 名称: "A口" }), "transit"],
    ["bus_stops.geojson", at({ name: "East" }), "transit"],
    ["d.geojson", at({ 编号: "1", 类型: "公园晨晚练点" }), "exercise"],
    ["健身点.geojson", at({ 编号: "1" }), "exercise"],
    ["城市更新片区.geojson", ground({ 名称: "甲" }), "renewal"],
    ["renewal.geojson", ground({ name: "a" }), "renewal"],
    ["2025网格.geojson", ground({ 网格编码: "1" }), "grids"],
    ["服务站.geojson", at({ 名称: "某社区党群服务站", 建筑面积: 300 }), "centers"],
    ["楼.geojson", at({ 户数: 3, 更新时间: "2025-01-01" }), "residences"],
  ])("%s: %s", async (file, text, role) => {
    const [inspected] = await inspectFiles(
      { files: [{ name: file, bytes: new TextEncoder().encode(text) }] },
      decode,
    );
    expect(inspected!.role).toBe(role);
  });

  it("a layer goes by its own name before that of its file", async () => {
    const nodes = [1, 2, 3].map((id) => ({ id, lon: 113 + (id % 2) / 1000, lat: 28 + id / 1000 }));
    const ways = [
      { id: 1, refs: [1, 2], tags: { highway: "footway" } },
      { id: 2, refs: [1, 2, 3, 1], tags: { building: "yes" } },
    ];
    const bytes = writePbf({ nodes, ways });
    const found = await inspectFiles({ files: [{ name: "街道.osm.pbf", bytes }] }, decode);
    expect(found.map(({ layer, role }) => [layer, role])).toEqual([
      ["network", "network"],
      ["buildings", "buildings"],
    ]);
  });

  it("many files of the same kind stay many layers", async () => {
    const roles = await rolesOf({
      "警务网格.geojson": ground({ 编号: "1" }),
      "城管网格.geojson": ground({ 编号: "1" }),
      "公交站.geojson": at({ 名称: "东站" }),
      "地铁站.geojson": at({ 名称: "西站" }),
    });
    expect(roles).toEqual({
      "警务网格.geojson": "departments",
      "城管网格.geojson": "departments",
      "公交站.geojson": "transit",
      "地铁站.geojson": "transit",
    });
  });
});

describe("candidate sites", () => {
  it("without area, cost or a readable floor are kept, unknown and named", async () => {
    const rows = [
      { 编号: "1", "面积（㎡）": 300, "费用（万元）": 20, 楼层: "2F", 开放时间: "8:00-20:00" },
      { 编号: "2", "面积（㎡）": "", "费用（万元）": null, 楼层: "" },
      { 编号: "3", "面积（㎡）": "约500", "费用（万元）": "面议", 楼层: "夹层" },
      { 编号: "4", "面积（㎡）": 0, "费用（万元）": 0, 楼层: "地下一层" },
    ];
    const file = "候选点.geojson";
    const { baseline, issues, setAside } = await importTexts({
      ...TOWN,
      [file]: collection(rows.map((row) => point(112.981, 28.201, row))),
    });
    expect(
      baseline!.candidates.map(({ floorArea, cost, floor, openHours }) => [
        floorArea,
        cost,
        floor,
        openHours,
      ]),
    ).toEqual([
      [300, 20, 2, "8:00-20:00"],
      [null, null, null, null],
      [500, null, null, null],
      [0, 0, -1, null],
    ]);
    expect(setAside).toEqual([]);
    expect(issues.filter((issue) => issue.file === file).map(({ code, row }) => [code, row])).toEqual([
      ["area.blank", 2],
      ["cost.blank", 2],
      ["area.approximate", 3],
      ["cost.invalid", 3],
      ["candidate.floorUnknown", 3],
      ["area.zero", 4],
    ]);
  });

  it("say so when the unit of their cost is assumed", async () => {
    const codesOf = async (header: string, cost: unknown) => {
      const text = collection([point(112.981, 28.201, { 编号: "1", 面积: 300, [header]: cost })]);
      const { baseline, issues } = await importTexts({ ...TOWN, "候选点.geojson": text });
      return [baseline!.candidates[0]!.cost, issues.some(({ code }) => code === "cost.unitAssumed")];
    };
    expect(await codesOf("费用", 20)).toEqual([20, true]);
    expect(await codesOf("费用", "20万元")).toEqual([20, false]);
    expect(await codesOf("费用（元）", 200_000)).toEqual([20, false]);
  });

  it.each([
    ["费用（万元）", 17, 17],
    ["费用（元）", 170_000, 17],
    ["费用（元）", "17万元", 17],
    ["投资（亿元）", 0.0017, 17],
    ["cost", "170,000 yuan", 17],
    ["cost (10k yuan)", "17", 17],
    ["费用", "约17万", 17],
    ["费用（万元）", "", Number.NaN],
    ["费用（万元）", -3, Number.NaN],
    ["费用（万元）", "面议", Number.NaN],
  ])("%s %j costs %d ten thousand yuan", (header, raw, cost) => {
    const { value } = parseCost(raw, costUnit(header));
    expect(Number.isNaN(cost) ? value : Number(value.toFixed(9))).toBe(cost);
  });

  it.each([
    ["1", 1],
    ["2F", 2],
    ["3楼", 3],
    ["第十二层", 12],
    ["二十层", 20],
    ["首层", 1],
    ["B1", -1],
    ["地下一层", -1],
    ["负2楼", -2],
    ["-1", -1],
    ["1-3层", 1],
    ["一、二楼", 1],
    ["2nd floor", 2],
    ["夹层", null],
    ["0", null],
    ["", null],
  ])("floor %s is %s", (text, floor) => {
    expect(parseFloor(text)).toBe(floor);
  });
});

describe("departments' nets", () => {
  const cell = (x: number, properties: object) => square(112.98 + x, 28.2, 0.01, { ...properties });
  const netsOf = async (file: string, features: readonly unknown[]) => {
    const { baseline } = await importTexts({ ...TOWN, [file]: collection(features) });
    return baseline!.departmentNets.map(({ department, areas }) => [
      department,
      areas.records.map(({ id }) => id),
    ]);
  };

  it("are told apart by a column that names the department", async () => {
    const features = ["城管", "消防", "城管"].map((部门, i) => cell(i / 100, { 编号: `${i}`, 部门 }));
    expect(await netsOf("部门网格.geojson", features)).toEqual([
      ["城管", ["0", "2"]],
      ["消防", ["1"]],
    ]);
  });

  it.each([
    ["departments-police.geojson", "编号", "police"],
    ["部门网格.geojson", "警务区编号", "警务区"],
    ["消防网格.geojson", "网格编号", "消防网格"],
  ])("of %s with %s are those of %s", async (file, header, department) => {
    expect(await netsOf(file, [cell(0, { [header]: "1" })])).toEqual([[department, ["1"]]]);
  });
});
