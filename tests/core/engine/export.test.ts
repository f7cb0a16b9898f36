// The demo district analysed and written out whole: the files hold the analysis's own numbers, and our importer reads
// the layers back as they were.

import { describe, expect, it } from "vitest";
import { walkMinutes } from "../../../src/core/base/index.ts";
import { createEngine } from "../../../src/core/engine/index.ts";
import { exportWords } from "../../../src/messages/export-words.ts";
import { LANGUAGES } from "../../../src/messages/language.ts";
import { openDemo, readPack } from "../../helpers/demo-scene.ts";
import { only, readCsv, readGeojson, readWorkbook } from "../formats/write/readers.ts";
import { HOST, OPTIONS } from "../formats/write/samples.ts";

const WALK = { minutes: 15, speed: 1 };
const { engine, baseline, summary } = await openDemo();
const { scene } = summary;
const { centers } = baseline;
const analysis = await engine.run("scene.analyse", {
  scene,
  centers,
  walk: WALK,
  pack: readPack("hunan-2022"),
});
const areas = await engine.run("scene.areas", { scene, centers, bands: [5, 15], speed: 1, view: "overlap" });
const words = exportWords("zh-CN");
const plan = { scene, centers, analysis, areas, words };

describe("files.export", () => {
  it("writes each layer and result of a plan, with the analysis's numbers", async () => {
    const { files } = await engine.run("files.export", { plan, format: "geojson", options: OPTIONS });
    const rows = Object.fromEntries(files.map(({ name, bytes }) => [name, readGeojson(bytes)]));
    const { residences } = baseline;
    expect(rows["住宅.geojson"]).toHaveLength(residences.count);
    const covered = rows["住宅.geojson"]!.filter(({ properties }) => properties["在服务圈内"] === true);
    const households = covered.reduce((sum, { properties }) => sum + Number(properties["户数"] ?? 0), 0);
    expect(households).toBe(analysis.totals.covered);
    rows["住宅.geojson"]!.forEach(({ properties, geometry }, i) => {
      const minutes = walkMinutes(analysis.access.distance[i]!, 1);
      expect(properties["步行分钟"]).toBe(Number.isNaN(minutes) ? null : minutes);
      expect(geometry).toEqual({ type: "Point", coordinates: [...residences.xy.slice(2 * i, 2 * i + 2)] });
    });
    expect(rows["社区.geojson"]!.map(({ properties }) => [properties["编号"], properties["覆盖率"]])).toEqual(
      baseline.communities.records.map(({ id }) => [
        id,
        analysis.communities.find((c) => c.id === id)!.coverage,
      ]),
    );
    expect(rows["评估结论.geojson"]).toHaveLength(analysis.findings.length);
    expect(rows["服务圈.geojson"]).toHaveLength(areas.polygons.count);
    expect(rows["路网.geojson"]).toHaveLength(baseline.network.lines.count);
  });

  it("writes only what is asked for, in the user's words", async () => {
    const some = { ...plan, words: exportWords("en"), only: ["communities", "findings"] as const };
    const result = await engine.run("files.export", { plan: some, format: "xlsx", options: OPTIONS });
    const { sheets } = await readWorkbook(only(result));
    expect(sheets.map(({ name }) => name)).toEqual(["communities", "findings"]);
    expect(sheets[0]!.rows[0]!.slice(0, 3)).toEqual(["id", "name", "households (households)"]);
    expect(sheets[1]!.rows[1]!.join(" ")).not.toMatch(/[\u4e00-\u9fff]{2}.*unmet/);
  });

  it("has a word for every header and code, none of them twice in a table", () => {
    for (const language of LANGUAGES) {
      const { names, values } = exportWords(language);
      for (const word of [...Object.values(names), ...Object.values(values)]) expect(word).toMatch(/\S/);
      expect(Object.keys(values).length).toBeGreaterThan(40);
    }
  });

  it("is read again by our own importer: same places, same households", async () => {
    const reader = createEngine({ pause: () => Promise.resolve(), ...HOST });
    const asked = { ...plan, only: ["residences", "centers", "network", "communities"] as const };
    for (const [format, datum] of [
      ["geojson", "wgs84"],
      ["shapefile", "EPSG:4547"],
      ["geopackage", "EPSG:4490"],
      ["flatgeobuf", "EPSG:32649"],
    ] as const) {
      const options = { ...OPTIONS, datum };
      const { files } = await engine.run("files.export", { plan: asked, format, options });
      const again = await reader.run("files.import", { name: "again", files, datum });
      const { residences } = again.baseline!;
      expect(residences.count, format).toBe(baseline.residences.count);
      // FlatGeobuf keeps its rows in the order of its index.
      const rowOf = new Map(residences.id.map((id, row) => [id, row]));
      baseline.residences.id.forEach((id, row) => {
        const there = rowOf.get(id)!;
        expect(residences.households[there], `${format} ${id}`).toBe(baseline.residences.households[row]);
        expect(residences.name[there]).toBe(baseline.residences.name[row]);
        for (const k of [0, 1]) {
          const away = residences.xy[2 * there + k]! - baseline.residences.xy[2 * row + k]!;
          expect(Math.abs(away)).toBeLessThan(1e-9);
        }
      });
      expect(again.baseline!.centers).toHaveLength(centers.length);
    }
  });
});

describe("files.convert", () => {
  it("puts a CSV into another format and datum, and back", async () => {
    const text =
      '编号,名称,经度,纬度,日期\r\n0012,绿地花园,112.987654321,28.2,2024-05-01\r\n0013,"=1+1",,,\r\n';
    const files = [{ name: "in/中心.csv", bytes: new TextEncoder().encode(text) }];
    const there = await engine.run("files.convert", {
      files,
      format: "geojson",
      from: "bd09",
      options: { ...OPTIONS, datum: "EPSG:4547" },
    });
    expect(there.files.map(({ name }) => name)).toEqual(["中心.geojson"]);
    const [row] = readGeojson(only(there));
    expect(row!.properties).toEqual({ 编号: "0012", 名称: "绿地花园", 日期: "2024-05-01" });
    const back = await engine.run("files.convert", {
      files: there.files,
      format: "csv",
      from: "",
      options: { ...OPTIONS, datum: "bd09" },
    });
    const [header, first, second] = readCsv(only(back));
    expect(header).toEqual(["编号", "名称", "日期", "lon", "lat"]);
    expect(Number(first![3])).toBeCloseTo(112.987654321, 8);
    expect(second).toEqual(["0013", "'=1+1", "", "", ""]);
  });
});
