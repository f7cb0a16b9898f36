// KML, DXF, GeoPackage and FlatGeobuf: small files with the awkward things real ones hold.

import { zipSync } from "fflate";
import { Builder, ByteBuffer } from "flatbuffers";
import { Feature } from "flatgeobuf/lib/mjs/flat-geobuf/feature.js";
import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import initSqlJs from "sql.js";
import { describe, expect, it } from "vitest";
import { arcVertices, bulgeVertices, splineVertices } from "../../../../src/core/formats/dxf/dxf-curves.ts";
import { codesOf, readBytes, tablesOf, utf8 } from "./reading.ts";

const shapesOf = (rows: readonly { readonly geometry: unknown }[]) => rows.map(({ geometry }) => geometry);

describe("KML", () => {
  const KML = `<?xml version="1.0" encoding="UTF-8"?>
    <kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>
      <name>星河区</name><Style id="s"><LineStyle><color>ff0000ff</color></LineStyle></Style>
      <Folder><name>中心</name>
        <Placemark><name>一号站 &amp; 二号站</name><styleUrl>#s</styleUrl>
          <description><![CDATA[<b>面积</b>&nbsp;410]]></description>
          <ExtendedData><Data name="面积"><value>410</value></Data>
            <SchemaData><SimpleData name="级别">社区</SimpleData></SchemaData></ExtendedData>
          <Point><coordinates> 113.1, 28.2, 5 </coordinates></Point></Placemark>
      </Folder>
      <Folder><name>边界</name><Folder><name>社区</name>
        <Placemark><name>芙蓉</name><MultiGeometry>
          <Polygon><innerBoundaryIs><LinearRing><coordinates>1,1 2,1 2,2 1,1</coordinates></LinearRing></innerBoundaryIs>
            <outerBoundaryIs><LinearRing><coordinates>0,0 9,0 9,9 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon>
          <Polygon><outerBoundaryIs><LinearRing><coordinates>20,0 29,0 29,9 20,0</coordinates></LinearRing></outerBoundaryIs></Polygon>
        </MultiGeometry></Placemark></Folder>
        <Placemark><gx:Track><when>2026-01-01</when><gx:coord>1 2 3</gx:coord><gx:coord>4 5 6</gx:coord></gx:Track></Placemark>
        <Placemark><name>没有位置</name></Placemark>
      </Folder>
    </Document></kml>`;

  it("gives folders as layers, with extended data and without styles", async () => {
    const tables = await tablesOf("图.kml", utf8(KML));
    expect([...tables.keys()]).toEqual(["中心", "边界/社区", "边界"]);
    expect(tables.get("中心")!.rows).toEqual([
      {
        row: 1,
        properties: { name: "一号站 & 二号站", description: "面积 410", 面积: "410", 级别: "社区" },
        geometry: { type: "Point", coordinates: [113.1, 28.2] },
      },
    ]);
    expect(tables.get("中心")!.datum).toBe("wgs84");
  });

  it("puts the outer ring first, reads tracks, keeps placemarks without a place", async () => {
    const tables = await tablesOf("图.kml", utf8(KML));
    const [collection] = shapesOf(tables.get("边界/社区")!.rows) as [
      { geometries: { coordinates: number[][][] }[] },
    ];
    expect(collection.geometries.map(({ coordinates }) => coordinates.map((ring) => ring[1]))).toEqual([
      [
        [9, 0],
        [2, 1],
      ],
      [[29, 0]],
    ]);
    expect(shapesOf(tables.get("边界")!.rows)).toEqual([
      {
        type: "LineString",
        coordinates: [
          [1, 2],
          [4, 5],
        ],
      },
      null,
    ]);
  });

  it("is read as far as it is whole, and says where it is not", async () => {
    const [first, ...rest] = await readBytes("图.kml", utf8(KML.slice(0, KML.indexOf("没有位置"))));
    expect(first!.issues).toMatchObject([{ code: "file.damaged", severity: "warning" }]);
    expect([first, ...rest].map((read) => read!.table!.rows.length)).toEqual([1, 1, 1]);
    const loose = KML.replace("&amp;", "&");
    expect((await readBytes("图.kml", utf8(loose)))[0]!.table!.rows[0]!.properties["name"]).toBe(
      "一号站 & 二号站",
    );
    expect(codesOf(await readBytes("图.kml", utf8("not xml")))).toEqual(["file.damaged"]);
  });

  it("is found in a KMZ, the index of links passed over", async () => {
    const index = utf8(
      "<kml><Document><NetworkLink><Link><href>a/layer.kml</href></Link></NetworkLink></Document></kml>",
    );
    const zip = zipSync({ "doc.kml": index, "a/layer.kml": utf8(KML), "a/icon.png": Uint8Array.of(1) });
    expect([...(await tablesOf("图.kmz", zip)).keys()]).toEqual([
      "a/layer/中心",
      "a/layer/边界/社区",
      "a/layer/边界",
    ]);
    expect([...(await tablesOf("图.kmz", zipSync({ "doc.kml": utf8(KML) }))).keys()]).toContain("中心");
    expect(codesOf(await readBytes("图.kmz", utf8("PK")))).toEqual(["file.badArchive"]);
  });
});

describe("DXF", () => {
  const dxf = (entities: string, head = ""): string =>
    `0\nSECTION\n2\nHEADER\n${head}0\nENDSEC\n0\nSECTION\n2\nBLOCKS\n0\nLINE\n8\n块内\n10\n0\n20\n0\n11\n1\n21\n1\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n${entities
      .trim()
      .split(/\s*[|\n]\s*/)
      .join("\n")}\n0\nENDSEC\n0\nEOF\n`;

  const DRAWING = dxf(`
    0|LWPOLYLINE|8|建筑|70|1|10|0|20|0|10|4|20|0|10|4|20|3
    0|LINE|8|道路|10|0|20|0|30|9|11|5|21|6
    0|POLYLINE|8|道路|70|0|0|VERTEX|10|1|20|1|0|VERTEX|10|2|20|2|0|SEQEND|8|道路
    0|INSERT|8|楼号|2|标注块|10|7|20|8|66|1|0|ATTRIB|8|楼号|2|户数|1|36|10|7|20|8|0|SEQEND
    0|MTEXT|8|楼号|10|1|20|2|1|{\\fSimSun\u003b芙蓉}\\P\\U+5C0F区
    0|POINT|8|楼号|10|3|20|4
    0|DIMENSION|8|标注|10|3|20|4
    0|LINE|8|图纸|67|1|10|0|20|0|11|1|21|1
  `);

  it("gives CAD layers as layers: shapes, texts, block attributes; blocks and paper stay out", async () => {
    const reads = await readBytes("总图.dxf", utf8(DRAWING));
    expect(reads.map(({ table }) => table!.layer)).toEqual(["建筑", "道路", "楼号"]);
    expect(reads[0]!.issues).toMatchObject([
      { code: "dxf.left", values: { count: 2, kinds: "DIMENSION, LINE" } },
    ]);
    const [buildings, roads, labels] = reads.map(({ table }) => table!.rows);
    expect(shapesOf(buildings!)).toEqual([
      {
        type: "Polygon",
        coordinates: [
          [
            [0, 0],
            [4, 0],
            [4, 3],
            [0, 0],
          ],
        ],
      },
    ]);
    expect(shapesOf(roads!)).toEqual([
      {
        type: "LineString",
        coordinates: [
          [0, 0],
          [5, 6],
        ],
      },
      {
        type: "LineString",
        coordinates: [
          [1, 1],
          [2, 2],
        ],
      },
    ]);
    expect(labels!.map(({ properties }) => properties)).toEqual([
      { cad_layer: "楼号", type: "INSERT", block: "标注块", 户数: "36" },
      { cad_layer: "楼号", type: "MTEXT", text: "芙蓉 小区" },
      { cad_layer: "楼号", type: "POINT" },
    ]);
  });

  it("is read in the code page it names, or that reading tells", async () => {
    const gbk = Uint8Array.from([
      ...utf8(dxf("0|POINT|8|").slice(0, -16)),
      0xb5,
      0xc0,
      0xc2,
      0xb7,
      ...utf8("\n10\n1\n20\n2\n0\nENDSEC\n0\nEOF\n"),
    ]);
    const [read] = await readBytes("图.dxf", gbk);
    expect(read!.table).toMatchObject({ encoding: "gb18030", rows: [{ properties: { cad_layer: "道路" } }] });
  });

  it("gives what stands before a break, and says so; refuses what is no drawing", async () => {
    const cut = DRAWING.slice(0, DRAWING.indexOf("INSERT"));
    expect(codesOf(await readBytes("图.dxf", utf8(cut)))).toEqual(["file.damaged"]);
    expect((await readBytes("图.dxf", utf8(cut))).map(({ table }) => table!.rows.length)).toEqual([1, 2]);
    expect((await readBytes("图.dxf", utf8("AutoCAD Binary DXF\r\n\u001a\u0000")))[0]!.table).toBeNull();
    expect((await readBytes("图.dxf", utf8("<html>")))[0]!.table).toBeNull();
  });

  it("draws arcs on their circle, with the sweep and side they have", () => {
    const half = bulgeVertices([1, 0], [-1, 0], 1);
    expect(half.length).toBeGreaterThan(20);
    for (const [x, y] of half) {
      expect(Math.hypot(x, y)).toBeCloseTo(1, 12);
      expect(y).toBeGreaterThan(0);
    }
    expect(bulgeVertices([1, 0], [-1, 0], -0.5).every(([, y]) => y < 0)).toBe(true);
    expect(bulgeVertices([1, 0], [-1, 0], 0)).toEqual([]);
    const quarter = arcVertices([5, 5], [2, 0], [0, 2], (3 * Math.PI) / 2, 0);
    expect(quarter[0]![1]).toBeCloseTo(3, 12);
    expect(quarter.at(-1)![0]).toBeCloseTo(7, 12);
    expect(quarter.length).toBe(16);
  });

  it("draws a spline as de Boor does: a clamped cubic of four points is Bézier's curve", () => {
    const controls = [
      [0, 0],
      [0, 3],
      [3, 3],
      [3, 0],
    ] as const;
    const vertices = splineVertices(3, [0, 0, 0, 0, 1, 1, 1, 1], controls)!;
    const bezier = (t: number): number[] =>
      [0, 1].map((axis) =>
        [1, 3, 3, 1].reduce(
          (sum, weight, i) => sum + weight * (1 - t) ** (3 - i) * t ** i * controls[i]![axis]!,
          0,
        ),
      );
    vertices.forEach((vertex, i) => {
      const [x, y] = bezier(i / (vertices.length - 1));
      expect(vertex[0]).toBeCloseTo(x!, 12);
      expect(vertex[1]).toBeCloseTo(y!, 12);
    });
    expect(splineVertices(3, [0, 1], controls)).toBeNull();
  });
});

describe("a GeoPackage", () => {
  const make = async (): Promise<Uint8Array> => {
    const sql = await initSqlJs();
    const database = new sql.Database();
    const point = [
      0x47,
      0x50,
      0,
      1,
      0,
      0,
      0,
      0,
      1,
      233,
      3,
      0,
      0,
      ...new Uint8Array(Float64Array.of(500000, 3100000, 7).buffer),
    ];
    database.run(`
      CREATE TABLE gpkg_spatial_ref_sys (srs_name, srs_id INTEGER PRIMARY KEY, organization, organization_coordsys_id, definition);
      INSERT INTO gpkg_spatial_ref_sys VALUES ('x', 4547, 'EPSG', 4547, 'PROJCS["CGCS2000 / 3-degree GK CM 114E"]'), ('u', -1, 'NONE', -1, 'undefined');
      CREATE TABLE gpkg_contents (table_name, data_type);
      INSERT INTO gpkg_contents VALUES ('居民"楼', 'features'), ('台账', 'attributes'), ('永远', 'features'), ('影像', 'tiles');
      CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id);
      INSERT INTO gpkg_geometry_columns VALUES ('居民"楼', 'geom', 4547);
      CREATE TABLE "居民""楼" (fid INTEGER PRIMARY KEY, geom BLOB, 户数 INTEGER, 照片 BLOB);
      CREATE TABLE "台账" (名称 TEXT);
      INSERT INTO "台账" VALUES ('一号站');
      CREATE VIEW "永远" AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;`);
    database.run('INSERT INTO "居民""楼" VALUES (1, ?, 36, ?), (2, NULL, NULL, NULL), (3, ?, 4, NULL)', [
      Uint8Array.from(point),
      Uint8Array.of(1),
      Uint8Array.of(1, 2, 3),
    ]);
    return database.export();
  };

  it("gives tables of features and attributes, their coordinate system, and no view", async () => {
    const tables = await tablesOf("数据.gpkg", await make());
    expect([...tables.keys()]).toEqual(['居民"楼', "台账"]);
    const buildings = tables.get('居民"楼')!;
    expect(buildings).toMatchObject({
      columns: ["fid", "户数", "照片"],
      datum: "EPSG:4547",
      prj: /CGCS2000/,
    });
    expect(shapesOf(buildings.rows)).toEqual([
      { type: "Point", coordinates: [500000, 3100000] },
      null,
      { type: "unreadable" },
    ]);
    expect(buildings.rows[0]!.properties).toEqual({ fid: 1, 户数: 36, 照片: null });
    expect(tables.get("台账")!.rows[0]).toEqual({ row: 1, properties: { 名称: "一号站" }, geometry: null });
  });

  it("is told when it is damaged, and when nobody can read it here", async () => {
    const bytes = await make();
    expect(codesOf(await readBytes("a.gpkg", bytes.subarray(0, 3000)))).toEqual(["file.damaged"]);
    expect(codesOf(await readBytes("a.gpkg", bytes, { libraries: {} }))).toEqual(["file.libraryMissing"]);
  });
});

/** Where features begin that stand one after the other to the end of the file, by the length before each. */
function featureStarts(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let from = 12 + view.getUint32(8, true); ; from++) {
    const starts: number[] = [];
    let at = from;
    for (; at + 4 < bytes.length; at += 4 + view.getUint32(at, true)) starts.push(at);
    if (at === bytes.length && starts.length === 3) return starts;
  }
}

const concat = (a: Uint8Array, b: Uint8Array): Uint8Array => {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
};

describe("FlatGeobuf", () => {
  const collection = {
    type: "FeatureCollection" as const,
    features: Array.from({ length: 3 }, (_, i) => ({
      type: "Feature" as const,
      properties: { 名称: `楼${i}`, 户数: i },
      geometry: { type: "Point" as const, coordinates: [113 + i, 28] },
    })),
  };

  it("is read wherever its bytes lie, with its coordinate system", async () => {
    const bytes = serialize(collection, 4490);
    const shifted = new Uint8Array(bytes.length + 7);
    shifted.set(bytes, 7);
    const table = (await tablesOf("a.fgb", shifted.subarray(7))).get("")!;
    expect(table).toMatchObject({ columns: ["名称", "户数"], datum: "EPSG:4490" });
    expect(table.rows.map(({ properties, geometry }) => ({ properties, geometry }))).toEqual(
      collection.features.map(({ properties, geometry }) => ({ properties, geometry })),
    );
  });

  it("keeps the attributes of rows without geometry", async () => {
    const bytes = serialize(collection);
    const last = featureStarts(bytes)[2]!;
    const whole = new DataView(bytes.buffer, bytes.byteOffset + last);
    const feature = Feature.getSizePrefixedRootAsFeature(new ByteBuffer(bytes.slice(last)));
    const builder = new Builder();
    const properties = Feature.createPropertiesVector(builder, feature.propertiesArray()!);
    Feature.startFeature(builder);
    Feature.addProperties(builder, properties);
    builder.finishSizePrefixed(Feature.endFeature(builder));
    expect(whole.getUint32(0, true)).toBe(bytes.length - last - 4);
    const table = (await tablesOf("a.fgb", concat(bytes.subarray(0, last), builder.asUint8Array()))).get("")!;
    expect(table.rows[2]).toEqual({ row: 3, properties: { 名称: "楼2", 户数: 2 }, geometry: null });
  });

  it("gives what stands before a break, and says so", async () => {
    const bytes = serialize(collection);
    const [read] = await readBytes("a.fgb", bytes.subarray(0, bytes.length - 20));
    expect(read!.table!.rows).toHaveLength(2);
    expect(codesOf([read!])).toEqual(["file.damaged"]);
    expect(codesOf(await readBytes("a.fgb", utf8("fgb")))).toEqual(["file.damaged"]);
  });
});
