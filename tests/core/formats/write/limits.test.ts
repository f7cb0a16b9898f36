// What a format cannot hold is changed as little as can be and noted, never in silence.

import { describe, expect, it } from "vitest";
import { ISSUE_CODES } from "../../../../src/core/base/index.ts";
import { encodeUtf8 } from "../../../../src/core/formats/write/byte-writer.ts";
import { datumWkt } from "../../../../src/core/formats/write/datum-wkt.ts";
import { createGbkEncoder } from "../../../../src/core/formats/write/encode-gbk.ts";
import type { ExportTable } from "../../../../src/core/formats/write/export-types.ts";
import { shortNames } from "../../../../src/core/formats/write/short-names.ts";
import { WRITER_IDS, writerFor } from "../../../../src/core/formats/write/writer-ids.ts";
import { fromWgs84, readPrj, toWgs84 } from "../../../../src/core/geo/index.ts";
import { issueSentence } from "../../../../src/messages/issues.ts";
import { LANGUAGES } from "../../../../src/messages/language.ts";
import { readBytes } from "../readers/reading.ts";
import {
  members,
  only,
  readCsv,
  readDbf,
  readGeojson,
  readGeopackage,
  readKml,
  readShapefile,
  readWorkbook,
  textOf,
} from "./readers.ts";
import { BARE, HOST, linesOf, POINTS, POLYGONS, polygonsOf, ring, write } from "./samples.ts";

const textTable = (names: readonly string[], rows: readonly (readonly string[])[]): ExportTable => ({
  name: "表",
  columns: names.map((name) => ({ name, type: "string" })),
  rows,
  geometry: null,
});
const codes = (notes: readonly { code: string }[]): string[] => notes.map(({ code }) => code);

describe("encodings", () => {
  it("writes UTF-8 as the platform does", () => {
    const text = "a\u07ff中😀\ud800x\udc00\u0000\uffff";
    expect(encodeUtf8(text)).toEqual(new TextEncoder().encode(text));
  });

  it("writes every character that GBK has so that GBK reads it", () => {
    const encode = createGbkEncoder(HOST.decode);
    const decoder = new TextDecoder("gbk", { fatal: true });
    let has = 0;
    for (let unit = 1; unit < 0x10000; unit++) {
      if (unit >= 0xd800 && unit < 0xe000) continue;
      const { bytes, lost } = encode(String.fromCharCode(unit));
      if (lost === 0) expect(decoder.decode(bytes)).toBe(String.fromCharCode(unit));
      has += 1 - lost;
    }
    expect(has).toBeGreaterThan(21_886 + 127);
    expect([...encode("党群€😀").bytes]).toEqual([0xb5, 0xb3, 0xc8, 0xba, 0x80, 0x3f]);
    expect(encode("党群€😀é").lost).toBe(1);
  });
});

describe("shapefile", () => {
  it("comes in GBK with its code page named twice", async () => {
    const zip = only(await write("shapefile", [POINTS], { encoding: "gbk" }));
    expect(textOf(members(zip)["住宅.cpg"]!)).toBe("GBK");
    expect(members(zip)["住宅.dbf"]![29]).toBe(0x4d);
    expect(readShapefile(zip, "住宅")[0]!.properties).toEqual({
      名称: "绿地花园1栋 <img onerror>",
      户数: 372,
      步行分钟: 0.1 + 0.2,
      接入路网: true,
      日期: "2024-02-29",
    });
  });

  it("shortens names between characters, keeps those that fit, tells alike ones apart", () => {
    const encode = (text: string) => ({ bytes: encodeUtf8(text), lost: 0 });
    const names = ["最近中心编号", "最近中心名称", "最近中", "households_total", "Households_2", "a"];
    const short = shortNames(names, encode);
    expect(short.map(({ text }) => text)).toEqual([
      "最近_1",
      "最近_2",
      "最近中",
      "households",
      "Househol_1",
      "a",
    ]);
    for (const { bytes } of short) expect(bytes.length).toBeLessThanOrEqual(10);
  });

  it("notes shortened names, cut texts and characters that GBK lacks", async () => {
    const table = textTable(
      ["名称", "服务中心全称"],
      [
        ["😀", "长".repeat(100)],
        ["𠮷", "短"],
        ["", ""],
      ],
    );
    const { files, notes } = await write("shapefile", [table], { encoding: "gbk" });
    expect(notes.map(({ code, field, values }) => [code, field, values])).toEqual([
      ["export.textLost", "名称", { rows: 2 }],
      ["export.nameShortened", "服务中心全称", { name: "服务中心全", rows: 1 }],
    ]);
    const longer = textTable(["a"], [["长".repeat(100)]]);
    const cut = await write("shapefile", [longer]);
    expect(codes(cut.notes)).toEqual(["export.textCut"]);
    expect(readDbf(members(only(cut))["表.dbf"]!, "utf-8")).toEqual([{ a: "长".repeat(84) }]);
    expect(Object.keys(members(files[0]!.bytes))).toEqual(["表.dbf", "表.cpg"]);
  });

  it("holds 255 columns and names the rest", async () => {
    const names = Array.from({ length: 300 }, (_, i) => `c${i}`);
    const { notes } = await write("shapefile", [textTable(names, [names])]);
    expect(notes).toHaveLength(45);
    expect(notes[0]).toMatchObject({ code: "export.columnLeft", field: "c255" });
  });

  it("states sizes and bounds in both headers", async () => {
    const files = members(only(await write("shapefile", [POLYGONS])));
    for (const [name, records] of [
      ["社区.shp", null],
      ["社区.shx", 3],
    ] as const) {
      const view = new DataView(files[name]!.slice().buffer);
      expect(view.getInt32(0)).toBe(9994);
      expect(2 * view.getInt32(24)).toBe(view.byteLength);
      expect(view.getInt32(32, true)).toBe(5);
      expect([36, 44, 52, 60].map((at) => view.getFloat64(at, true))).toEqual([112.8, 28, 113.01, 28.14]);
      if (records !== null) expect(view.byteLength).toBe(100 + 8 * records);
    }
  });
});

describe("geopackage", () => {
  it("is one by its marks, sound by SQLite's own checks, and lists its layers", async () => {
    const { query } = await readGeopackage(
      only(await write("geopackage", [POINTS, POLYGONS, BARE], { datum: "EPSG:4547" })),
    );
    expect(query("PRAGMA application_id")).toEqual([[0x47504b47]]);
    expect(query("PRAGMA user_version")).toEqual([[10300]]);
    expect(query("PRAGMA integrity_check")).toEqual([["ok"]]);
    expect(query("PRAGMA foreign_key_check")).toEqual([]);
    expect(query("SELECT table_name, data_type, srs_id FROM gpkg_contents")).toEqual([
      ["住宅", "features", 4547],
      ["社区", "features", 4547],
      ["清单", "attributes", null],
    ]);
    expect(query("SELECT table_name, geometry_type_name FROM gpkg_geometry_columns")).toEqual([
      ["住宅", "POINT"],
      ["社区", "MULTIPOLYGON"],
    ]);
    expect(query("SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id")).toEqual([
      [-1],
      [0],
      [4326],
      [4547],
    ]);
  });

  it("renames what it needs itself", async () => {
    const table = { ...textTable(["fid", "geom", "a"], [["1", "2", "3"]]), name: "gpkg_x" };
    const result = await write("geopackage", [table]);
    expect((await readGeopackage(only(result))).layer("_gpkg_x")[0]!.properties).toEqual({
      fid_2: "1",
      geom_2: "2",
      a: "3",
    });
    expect(codes(result.notes)).toEqual(["export.renamed", "export.renamed"]);
  });
});

describe("spreadsheets", () => {
  it("run no formula, and keep numbers numbers", async () => {
    const csv = await write("csv", [POINTS]);
    expect(readCsv(only(csv))[2]!.slice(0, 3)).toEqual(["'=cmd|' /C calc'!A0", "-1", "-1.5e-7"]);
    const xlsx = await write("xlsx", [POINTS]);
    const [sheet] = (await readWorkbook(only(xlsx))).sheets;
    expect(sheet!.rows[2]!.slice(0, 3)).toEqual(["'=cmd|' /C calc'!A0", -1, -1.5e-7]);
    expect(textOf(members(only(xlsx))["xl/worksheets/sheet1.xml"]!)).not.toContain("<f>");
    for (const { notes } of [csv, xlsx]) expect(codes(notes)).toEqual(["export.formula"]);
  });

  it("keep the header in view, filter by it, and name sheets as Excel allows", async () => {
    const long = "星河区".repeat(12);
    const names = ["社区[1]/a", long, `${long}2`, "住宅"];
    const bytes = only(
      await write(
        "xlsx",
        names.map((name) => ({ ...POINTS, name })),
      ),
    );
    const found = (await readWorkbook(bytes)).sheets.map(({ name }) => name);
    expect(found).toHaveLength(4);
    expect(found[0]).toBe("社区_1__a");
    for (const name of found) expect(name.length).toBeLessThanOrEqual(31);
    expect(new Set(found).size).toBe(4);
    const xml = textOf(members(bytes)["xl/worksheets/sheet1.xml"]!);
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(xml).toContain('<autoFilter ref="A1:G4"');
  });

  it("leave out shapes that no cell can hold, and say so", async () => {
    const vertices = Array.from({ length: 3000 }, (_, i): [number, number] => [
      112 + i * 1e-5,
      28 + (i % 2) * 1e-5,
    ]);
    const table = { ...BARE, geometry: linesOf([vertices, [], []]) };
    const result = await write("xlsx", [table]);
    expect((await readWorkbook(only(result))).sheets[0]!.rows[0]).toHaveLength(BARE.columns.length);
    expect(codes(result.notes)).toContain("export.geometryLeft");
  });
});

describe("datums", () => {
  it.each([
    "EPSG:4490",
    "EPSG:4547",
    "EPSG:4526",
    "EPSG:4498",
    "EPSG:4509",
    "EPSG:32649",
    "EPSG:32733",
    "EPSG:3857",
  ])("states %s so that it is understood again, in both spellings", (datum) => {
    const place = Float64Array.of(113.2, 28.3);
    const there = fromWgs84(datum)!(place);
    for (const flavour of ["esri", "ogc"] as const) {
      const back = toWgs84(readPrj(datumWkt(datum, flavour)!).datum ?? "")?.(there) ?? [];
      expect(back[0]).toBeCloseTo(113.2, 9);
      expect(back[1]).toBeCloseTo(28.3, 9);
    }
  });

  it("puts coordinates into the datum asked for, rows without a place left alone", async () => {
    const [first, , last] = readGeojson(only(await write("geojson", [POINTS], { datum: "gcj02" })));
    const there = fromWgs84("gcj02")!(Float64Array.of(112.987654321987, 28.2));
    expect(first!.geometry).toEqual({ type: "Point", coordinates: [...there] });
    expect(last!.geometry).toBeNull();
    const header = readCsv(only(await write("csv", [POINTS], { datum: "EPSG:4547" })))[0]!;
    expect(header.slice(-2)).toEqual(["x", "y"]);
  });

  it("writes longitude first even where the datum was read latitude first", async () => {
    const { geometry } = readGeojson(only(await write("geojson", [POINTS], { datum: "wgs84/yx" })))[0]!;
    expect(geometry).toEqual({ type: "Point", coordinates: [112.987654321987, 28.2] });
  });

  it("keeps KML in WGS-84 and says so", async () => {
    const result = await write("kml", [POINTS], { datum: "EPSG:4547" });
    expect(readKml(only(result))[0]!.geometry).toEqual({
      type: "Point",
      coordinates: [112.987654321987, 28.2],
    });
    expect(codes(result.notes)).toEqual(["export.datumKept"]);
  });

  it.each(WRITER_IDS.filter((id) => id !== "kml" && id !== "geojson"))(
    "notes that %s cannot state BD-09",
    async (id) => {
      expect(codes((await write(id, [POLYGONS], { datum: "bd09" })).notes)).toContain("export.datumUnstated");
    },
  );

  it.each(["gcj02", "bd09", "EPSG:4547", "EPSG:3857"])(
    "notes that a GeoJSON in %s is not what web maps take it for, and reads it back where it was",
    async (datum) => {
      const result = await write("geojson", [POINTS], { datum });
      expect(codes(result.notes)).toEqual(["export.datumUnusual"]);
      const [read] = await readBytes("a.geojson", only(result));
      expect(read!.table!.datum).toBe(datum);
    },
  );

  it.each(["wgs84", "cgcs2000", "EPSG:4490"])("has nothing to note of a GeoJSON in %s", async (datum) => {
    expect((await write("geojson", [POINTS], { datum })).notes).toEqual([]);
  });

  it("writes nothing in a datum it does not know", async () => {
    const { files, notes } = await write("geojson", [POINTS], { datum: "EPSG:9999" });
    expect(files).toEqual([]);
    expect(codes(notes)).toEqual(["coords.datumUnknown"]);
  });
});

describe("every format", () => {
  it.each(WRITER_IDS.filter((id) => id !== "xlsx"))(
    "%s gives the same bytes for the same input",
    async (id) => {
      expect(await write(id, [POINTS, POLYGONS])).toEqual(await write(id, [POINTS, POLYGONS]));
    },
  );

  it.each(WRITER_IDS)(
    "%s takes an empty table, one without columns, and names that are alike",
    async (id) => {
      const empty: ExportTable = { ...POINTS, rows: [], geometry: { count: 0, xy: new Float64Array(0) } };
      const nameless: ExportTable = {
        name: "../x:y",
        columns: [],
        rows: [[]],
        geometry: polygonsOf([[[ring(1, 1, 1)]]]),
      };
      const { files } = await write(id, [empty, nameless, nameless]);
      expect(files.length).toBeGreaterThan(0);
      for (const { name, bytes } of files) {
        expect(name).not.toMatch(/[\\/:*?"<>|]/);
        expect(bytes.length).toBeGreaterThan(0);
      }
      expect(new Set(files.map(({ name }) => name.toLowerCase())).size).toBe(files.length);
    },
  );

  it("keeps what columns promise: widens types, names the nameless, tells alike names apart", async () => {
    const table: ExportTable = {
      name: "t",
      columns: [
        { name: "A", type: "integer" },
        { name: "a", type: "date" },
        { name: " ", type: "boolean" },
      ],
      rows: [
        [1.5, "去年", "是"],
        [Number.POSITIVE_INFINITY, null, true],
      ],
      geometry: null,
    };
    const result = await write("geojson", [table]);
    expect(readGeojson(only(result)).map(({ properties }) => properties)).toEqual([
      { A: 1.5, a_2: "去年", field_3: "是" },
      { A: null, a_2: null, field_3: "true" },
    ]);
    expect(result.notes.map(({ field, values }) => [field, values?.["name"]])).toEqual([
      ["a", "a_2"],
      [" ", "field_3"],
    ]);
  });

  it("has sentences without a gap for its notes", async () => {
    const odd = textTable(["服务中心全称一", "b"], [["=😀".repeat(150), "\t"]]);
    const results = await Promise.all(
      WRITER_IDS.map((id) => write(id, [odd, POLYGONS], { datum: "bd09", encoding: "gbk" })),
    );
    const notes = results.flatMap((result) => result.notes);
    expect(new Set(codes(notes)).size).toBeGreaterThan(5);
    for (const note of notes) {
      expect(ISSUE_CODES).toContain(note.code);
      for (const language of LANGUAGES)
        expect(issueSentence(note, language)).not.toMatch(/\{|undefined|: \?/);
    }
  });

  it("is found by the extension", () => {
    expect(["a.GPKG", "b.zip", "c.shp", "d.json", "e.txt", "f"].map(writerFor)).toEqual([
      "geopackage",
      "shapefile",
      "shapefile",
      "geojson",
      null,
      null,
    ]);
  });
});
