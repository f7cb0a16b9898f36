import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Issue } from "../../../src/core/base/index.ts";
import type { ImportResult } from "../../../src/core/formats/index.ts";
import type { Residences } from "../../../src/core/model/index.ts";
import { bytesOf, collection, importTexts, line, point, square, TOWN } from "./fixtures.ts";

/** Issues that are not mere remarks, by code and row. */
const faults = ({ issues }: ImportResult): string[] =>
  issues
    .filter(({ severity }) => severity !== "info")
    .map(({ code, row }) => (row === undefined ? code : `${code} ${row}`));
const issueOf = ({ issues }: ImportResult, code: Issue["code"]): Issue => {
  const found = issues.find((issue) => issue.code === code);
  if (found === undefined)
    throw new Error(`no ${code} among ${issues.map((issue) => issue.code).join(", ")}`);
  return found;
};
const residencesOf = ({ baseline }: ImportResult): Residences => {
  if (baseline === null) throw new Error("no baseline");
  return baseline.residences;
};
const blocks = (...features: readonly unknown[]) => ({ ...TOWN, "residences.geojson": collection(features) });
const R = (x: unknown, y: unknown, households: unknown, id: unknown = "R") => point(x, y, { id, households });

describe("importFiles", () => {
  it("reads a town, saying only what it guessed", async () => {
    const result = await importTexts(TOWN);
    expect(faults(result)).toEqual([]);
    expect(result.setAside).toEqual([]);
    expect(result.layers.map(({ role, datum }) => [role, datum])).toEqual([
      ["network", "wgs84"],
      ["residences", "wgs84"],
      ["centers", "wgs84"],
    ]);
    expect(residencesOf(result)).toMatchObject({
      count: 3,
      id: ["R1", "R2", "R3"],
      name: ["1栋", "2栋", "3栋"],
      households: Float64Array.of(100, 200, 300),
      row: Uint32Array.of(1, 2, 3),
    });
    expect(result.baseline?.centers).toEqual([
      {
        id: "C1",
        name: "星河社区党群服务中心",
        level: "community",
        kind: null,
        lon: 112.9815,
        lat: 28.2012,
        floorArea: 410,
        communityId: null,
        row: 1,
      },
    ]);
    expect(issueOf(result, "layer.fieldGuessed")).toMatchObject({
      file: "residences.geojson",
      field: "households",
    });
  });

  it("reads the same town from a GB18030 table and a project file", async () => {
    const header = [0xbb, 0xa7, 0xca, 0xfd]; // 户数
    const body = bytesOf(",lon,lat\r\n100,112.981,28.201\r\n200,112.982,28.201\r\n");
    const project = {
      version: 1,
      name: "星河区",
      layers: [
        { role: "residences", file: "楼.csv", asOf: "2024-06-30" },
        { role: "network", file: "network.geojson" },
        { role: "centers", file: "centers.geojson" },
      ],
    };
    const result = await importTexts({
      ...TOWN,
      "楼.csv": Uint8Array.from([...header, ...body]),
      "project.json": JSON.stringify(project),
    });
    expect(residencesOf(result).households).toEqual(Float64Array.of(100, 200));
    expect(result.baseline?.sources.find(({ role }) => role === "residences")).toMatchObject({
      file: "楼.csv",
      asOf: "2024-06-30",
      fields: { households: "户数", lon: "lon", lat: "lat" },
    });
    expect(issueOf(result, "file.encoding").file).toBe("楼.csv");
  });

  it("takes what the caller names before what the project names", async () => {
    const named = { role: "residences", file: "new.geojson", datum: "", fields: {}, asOf: null } as const;
    const result = await importTexts(
      { ...TOWN, "new.geojson": collection([R(112.981, 28.201, 7)]) },
      { layers: [named] },
    );
    expect(residencesOf(result).households).toEqual(Float64Array.of(7));
    expect(result.layers.filter(({ role }) => role === "residences")).toHaveLength(1);
    expect(issueOf(result, "layer.roleTaken").file).toBe("residences.geojson");
  });

  it.each([
    ["an empty file", "", "file.empty"],
    ["blanks only", " \n", "file.empty"],
    ["JSON cut off", TOWN["residences.geojson"].slice(0, 200), "file.truncated"],
    ["no JSON at all", "id,households\n1,2", "file.notJson"],
    ["JSON that is no GeoJSON", '{"rows":[]}', "file.notGeoJson"],
    ["no features", collection([]), "file.noFeatures"],
  ] as const)("says what is wrong with %s and that residences are lacking", async (_, text, code) => {
    const result = await importTexts({ ...TOWN, "residences.geojson": text });
    expect(issueOf(result, code).file).toBe("residences.geojson");
    expect(issueOf(result, "layer.required").values).toEqual({ role: "residences" });
    expect(residencesOf(result).count).toBe(0);
  });

  it("tells where JSON was cut off", async () => {
    const text = '{"type":"FeatureCollection",\n"features":[{"type"';
    const result = await importTexts({ "a.geojson": text });
    expect(issueOf(result, "file.truncated").values).toMatchObject({
      line: 2,
      column: 20,
      length: text.length,
    });
    expect(result.baseline).toBeNull();
  });

  it("misses a named file", async () => {
    const layers = [{ role: "network", file: "roads.geojson", datum: "", fields: {}, asOf: null }] as const;
    expect(issueOf(await importTexts(TOWN, { layers }), "file.missing").file).toBe("roads.geojson");
  });

  it("keeps residences whose households cannot be read, as unknown", async () => {
    const counts = ["372户", "约400", "", null, -5, "很多", 0, "１２"];
    const result = await importTexts(
      blocks(...counts.map((n, i) => R(112.981 + i / 1000, 28.2, n, `R${i}`))),
    );
    const { households } = residencesOf(result);
    const unknown = Number.NaN;
    expect(households).toEqual(Float64Array.of(372, 400, unknown, unknown, unknown, unknown, 0, 12));
    expect(
      result.issues
        .filter(({ code }) => code.startsWith("households."))
        .map(({ code, row }) => `${code} ${row}`),
    ).toEqual([
      "households.withUnit 1",
      "households.approximate 2",
      "households.blank 3",
      "households.blank 4",
      "households.negative 5",
      "households.notNumber 6",
      "households.zero 7",
    ]);
    expect(result.setAside).toEqual([]);
    expect(issueOf(result, "households.negative")).toMatchObject({
      field: "households",
      values: { value: "-5" },
    });
  });

  it("says once what all rows of a long layer share", async () => {
    const rows = Array.from({ length: 30 }, (_, i) => R(112.981 + i / 1000, 28.2, `${i + 1}户`, `R${i}`));
    const result = await importTexts(blocks(...rows));
    expect(result.issues.filter(({ code }) => code === "households.withUnit")).toMatchObject([
      { row: 1, values: { value: "1户", used: 1, rows: 30 } },
    ]);
    const half = await importTexts(
      blocks(...rows, ...rows.map((_, i) => R(112.981 + i / 1000, 28.201, i % 2 === 0 ? "" : 5, `S${i}`))),
    );
    expect(half.issues.filter(({ code }) => code === "households.withUnit")).toHaveLength(1);
    expect(half.issues.filter(({ code }) => code === "households.blank")).toHaveLength(15);
  });

  it("takes no household field for zero", async () => {
    const result = await importTexts(blocks(point(112.98, 28.2, { blk: "1", floor: 3 })));
    expect(residencesOf(result).households).toEqual(Float64Array.of(Number.NaN));
    expect(issueOf(result, "layer.fieldMissing")).toMatchObject({
      file: "residences.geojson",
      values: { wanted: "households", found: "blk, floor" },
    });
  });

  it("does not fall back on another column when the named one is not there", async () => {
    const result = await importTexts(TOWN, { prefer: { households: "hh", name: "nobody" } });
    expect(residencesOf(result).households).toEqual(Float64Array.of(Number.NaN, Number.NaN, Number.NaN));
    const missing = result.issues.filter(({ code }) => code === "layer.fieldMissing");
    expect(missing.map(({ file, field }) => [file, field])).toEqual([
      ["residences.geojson", "hh"],
      [undefined, "nobody"],
    ]);
    expect(residencesOf(result).name).toEqual(["1栋", "2栋", "3栋"]);
  });

  it("keeps both of two equal ids apart", async () => {
    const result = await importTexts(
      blocks(
        R(112.981, 28.2, 1, "A"),
        R(112.982, 28.2, 2, "A"),
        R(112.983, 28.2, 3, " A "),
        R(112.984, 28.2, 4, ""),
      ),
    );
    expect(residencesOf(result).id).toEqual(["A", "A#2", "A#3", "4"]);
    expect(faults(result)).toEqual(["id.duplicate 2", "id.duplicate 3", "id.missing 4"]);
    expect(issueOf(result, "id.duplicate").values).toEqual({ value: "A", used: "A#2", first: 1 });
  });

  it("sets aside rows without a usable place, whole", async () => {
    const result = await importTexts(
      blocks(
        R(112.981, 28.201, 1),
        { type: "Feature", properties: { households: 2 }, geometry: null },
        R("112.98", 28.2, 3),
        R(0, 0, 4),
        line(
          [
            [112.98, 28.2],
            [112.99, 28.2],
          ],
          { households: 5 },
        ),
      ),
    );
    expect(faults(result)).toEqual([
      "row.noGeometry 2",
      "row.badGeometry 3",
      "coords.outOfRange 4",
      "row.wrongGeometry 5",
    ]);
    expect(result.setAside.map(({ row, properties }) => [row, properties["households"]])).toEqual([
      [2, 2],
      [3, 3],
      [4, 4],
      [5, 5],
    ]);
    expect(residencesOf(result).row).toEqual(Uint32Array.of(1));
  });

  it("accounts for every row of every file", async () => {
    const result = await importTexts(
      blocks(R(112.981, 28.201, 1), R(28.2, 112.9, 2), R(540_000, 3_120_000, 3)),
    );
    for (const { file, rowsRead, rowsUsed } of result.baseline!.sources) {
      expect(rowsUsed + result.setAside.filter((row) => row.file === file).length).toBe(rowsRead);
    }
  });
});

describe("importFiles: coordinates", () => {
  it("turns a layer that has all its latitudes and longitudes the wrong way round", async () => {
    const result = await importTexts(blocks(R(28.201, 112.981, 1, "a"), R(28.202, 112.982, 2, "b")));
    expect(residencesOf(result).xy).toEqual(Float64Array.of(112.981, 28.201, 112.982, 28.202));
    expect(issueOf(result, "coords.swapped")).toMatchObject({
      severity: "warning",
      file: "residences.geojson",
      values: { rows: 2, x: 28.201, y: 112.981 },
    });
  });

  it("sets single swapped rows aside", async () => {
    const result = await importTexts(
      blocks(R(112.981, 28.201, 1, "a"), R(28.202, 112.982, 2, "b"), R(112.983, 28.2, 3, "c")),
    );
    expect(residencesOf(result).row).toEqual(Uint32Array.of(1, 3));
    expect(issueOf(result, "coords.swapped")).toMatchObject({ severity: "error", row: 2 });
  });

  it("finds swapping where both readings are possible by the other layers", async () => {
    const europe = {
      "network.geojson": collection([
        line(
          [
            [11.5, 48.1],
            [11.6, 48.1],
          ],
          { highway: "path" },
        ),
      ]),
      "residences.geojson": collection([R(48.1, 11.55, 1, "a"), R(48.1, 11.56, 2, "b")]),
      "centers.geojson": collection([point(11.55, 48.1, { area: 1 })]),
    };
    const result = await importTexts(europe);
    expect(faults(result)).toEqual(["coords.swapped 1"]);
    expect(residencesOf(result).xy).toEqual(Float64Array.of(11.55, 48.1, 11.56, 48.1));
  });

  it("leaves a layer alone that lies elsewhere either way", async () => {
    const result = await importTexts(blocks(R(10, 20, 1, "a"), R(10, 20.1, 2, "b")));
    expect(faults(result)).toEqual([]);
    expect(residencesOf(result).count).toBe(2);
  });

  it.each([
    ["with zone", 38_497_000, 3_120_000, "EPSG:4526"],
    ["without zone", 497_000, 3_120_000, "EPSG:4547"],
    ["northing first", 3_120_000, 497_000, "EPSG:4547"],
  ])("tells metres from degrees and which zone they may be of: %s", async (_, x, y, guess) => {
    const result = await importTexts(blocks(R(x, y, 1, "a"), R(112.98, 28.2, 2, "b")));
    expect(issueOf(result, "coords.projected")).toMatchObject({
      row: 1,
      severity: "error",
      values: { x, y, guess },
    });
    expect(residencesOf(result).row).toEqual(Uint32Array.of(2));
  });

  it.each([
    ["easting first", [497_000, 3_120_000]],
    ["northing first", [3_120_000, 497_000]],
  ])("reads projected metres of a named zone, %s", async (_, [x, y]) => {
    const result = await importTexts(blocks(R(x, y, 1)), {
      layers: [
        { role: "residences", file: "residences.geojson", datum: "EPSG:4547", fields: {}, asOf: null },
      ],
    });
    const { xy } = residencesOf(result);
    expect(xy[0]).toBeCloseTo(113.97, 1);
    expect(xy[1]).toBeCloseTo(28.19, 1);
  });

  it("says when degrees are called metres, and when a datum is not known", async () => {
    const layer = { role: "residences", file: "residences.geojson", fields: {}, asOf: null } as const;
    const metres = await importTexts(TOWN, { layers: [{ ...layer, datum: "EPSG:4547" }] });
    expect(faults(metres)).toContain("coords.notProjected 1");
    const unknown = await importTexts(TOWN, { layers: [{ ...layer, datum: "beijing54" }] });
    expect(issueOf(unknown, "coords.datumUnknown").values).toEqual({ datum: "beijing54" });
    expect(unknown.setAside).toHaveLength(3);
  });

  it("reads the datum of the file's own crs member, and moves GCJ-02", async () => {
    const crs = { crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::4547" } } };
    const result = await importTexts({
      ...TOWN,
      "residences.geojson": collection([R(497_000, 3_120_000, 1)], crs),
    });
    expect(result.layers.find(({ role }) => role === "residences")?.datum).toBe("EPSG:4547");
    const moved = residencesOf(await importTexts(TOWN, { datum: "gcj02" })).xy;
    const shift = Math.hypot((moved[0]! - 112.981) * 98_000, (moved[1]! - 28.201) * 111_000);
    expect(shift).toBeGreaterThan(50);
    expect(shift).toBeLessThan(1000);
  });

  it("asks for coordinate columns when a table has none", async () => {
    const result = await importTexts(
      { ...TOWN, "centers.geojson": "", "党群服务中心.csv": "名称,经度\n甲,112\n乙,113\n" },
      {
        layers: [{ role: "centers", file: "党群服务中心.csv", datum: "", fields: {}, asOf: null }],
      },
    );
    expect(
      result.issues.find(({ code, severity }) => code === "layer.fieldMissing" && severity === "error"),
    ).toMatchObject({
      file: "党群服务中心.csv",
      values: { wanted: "lon/lat", found: "名称, 经度" },
    });
    expect(result.setAside.map(({ row }) => row)).toEqual([1, 2]);
  });

  it("reads degrees with signs and letters from a table", async () => {
    const csv = "id,户数,经度,纬度\n1,5,东经112.981°,28.201°N\n2,6,,\n";
    const result = await importTexts({ ...TOWN, "residences.geojson": "", "居民楼.csv": csv });
    expect(residencesOf(result).xy).toEqual(Float64Array.of(112.981, 28.201));
    expect(faults(result)).toContain("row.noGeometry 2");
  });
});

describe("importFiles: layers", () => {
  const community = (x: number, properties: object) => square(x, 28.2, 0.002, { ...properties });

  it("takes polygons for residences and keeps their outlines in step", async () => {
    const result = await importTexts(
      blocks(
        square(112.98, 28.2, 0.001, { households: 5 }),
        R(112.99, 28.2, 6),
        square(113, 28.2, 0.002, { households: 7 }),
      ),
    );
    const { footprints, xy, count } = residencesOf(result);
    expect([count, footprints.count]).toEqual([3, 3]);
    expect(footprints.featureOffsets).toEqual(Uint32Array.of(0, 1, 1, 2));
    expect(xy[0]).toBeCloseTo(112.9805, 9);
    expect(xy[4]).toBeCloseTo(113.001, 9);
    expect(issueOf(result, "layer.footprints").values).toEqual({ rows: 2 });
  });

  it("takes a point inside a centre drawn as a polygon, and says so", async () => {
    const centers = collection([
      square(112.98, 28.2, 0.001, { name: "甲", 建筑面积: "410㎡" }),
      point(112.99, 28.2, { name: "乙" }),
    ]);
    const result = await importTexts({ ...TOWN, "centers.geojson": centers });
    expect(result.baseline?.centers.map(({ lon, floorArea }) => [lon, floorArea])).toEqual([
      [expect.closeTo(112.9805, 9), 410],
      [112.99, null],
    ]);
    expect(faults(result)).toEqual(["row.polygonAsPoint 1", "area.blank 2"]);
  });

  it.each([
    ["network", "network.geojson", square(112.98, 28.2, 0.01), "polygon", "line"],
    ["communities", "communities.geojson", point(112.98, 28.2), "point", "polygon"],
    [
      "residences",
      "residences.geojson",
      line([
        [1, 1],
        [2, 2],
      ]),
      "line",
      "point/polygon",
    ],
  ] as const)("refuses the wrong geometry for %s", async (role, file, feature, found, wanted) => {
    const layers = [{ role, file, datum: "", fields: {}, asOf: null }];
    const result = await importTexts({ ...TOWN, [file]: collection([feature]) }, { layers });
    expect(issueOf(result, "layer.wrongGeometry")).toMatchObject({ file, values: { role, found, wanted } });
    expect(result.setAside.map((row) => row.file)).toEqual([file]);
  });

  it("knows a community by its code or its name, and leaves doubtful names to the position", async () => {
    const communities = collection([
      community(112.98, { code: "001", 社区: "银河", 街道: "星河", 户数: "2,000户" }),
      community(112.99, { code: "002", 社区: "天河", 街道: "星河", 户数: "" }),
      community(113, { code: "003", 社区: "天河", 街道: "星河", 户数: 1 }),
    ]);
    const result = await importTexts({
      ...blocks(
        point(112.981, 28.201, { id: 1, households: 1, 社区: "银河" }),
        point(112.981, 28.202, { id: 2, households: 1, 社区: "002" }),
        point(112.981, 28.203, { id: 3, households: 1, 社区: "天河" }),
        point(112.981, 28.204, { id: 4, households: 1, 社区: "天河" }),
      ),
      "communities.geojson": communities,
    });
    expect(residencesOf(result).communityId).toEqual(["001", "002", "", ""]);
    expect(result.issues.filter(({ code }) => code === "place.unmatched").map(({ row }) => row)).toEqual([3]);
    const records = result.baseline?.communities.records ?? [];
    expect(records.map(({ id, name, statedHouseholds }) => [id, name, statedHouseholds])).toEqual([
      ["001", "银河", 2000],
      ["002", "天河", null],
      ["003", "天河", 1],
    ]);
  });

  it("reads levels, classes and closed ways of roads", async () => {
    const road = (properties: object) =>
      line(
        [
          [112.98, 28.2],
          [112.99, 28.2],
        ],
        { ...properties },
      );
    const network = collection([
      road({ highway: "primary", bridge: "yes" }),
      road({ highway: "footway", tunnel: "yes", layer: "-2" }),
      road({ highway: "steps", tunnel: "building_passage" }),
      road({ highway: "motorway" }),
      road({ highway: "service", foot: "no" }),
      road({ highway: "service", access: "private" }),
      {
        type: "Feature",
        properties: { highway: "次干路", bridge: "是" },
        geometry: {
          type: "MultiLineString",
          coordinates: [
            [
              [112.98, 28.2],
              [112.99, 28.2],
            ],
            [
              [112.98, 28.21],
              [112.99, 28.21],
            ],
          ],
        },
      },
    ]);
    const result = await importTexts({ ...TOWN, "network.geojson": network });
    const { lines, level, row } = result.baseline!.network;
    expect(Array.from(row)).toEqual([1, 2, 3, 7, 7]);
    expect(Array.from(level)).toEqual([1, -2, 0, 1, 1]);
    expect(Array.from(result.baseline!.network.class)).toEqual([0, 3, 4, 1, 1]);
    expect(lines.offsets).toEqual(Uint32Array.of(0, 2, 4, 6, 8, 10));
    expect(issueOf(result, "network.notWalkable").values).toEqual({ rows: 3 });
    expect(result.setAside.map((aside) => aside.row)).toEqual([4, 5, 6]);
  });

  it("makes a barrier of a river's rings, closed", async () => {
    const result = await importTexts(
      { ...TOWN, "河.geojson": collection([square(112.98, 28.2, 0.01)]) },
      { layers: [{ role: "barriers", file: "河.geojson", datum: "", fields: {}, asOf: null }] },
    );
    const { lines } = result.baseline!.barriers;
    expect(lines.count).toBe(1);
    expect(lines.xy.slice(-2)).toEqual(lines.xy.slice(0, 2));
    expect(result.baseline!.barriers.class[0]).toBe(0);
  });

  it("tells the level of a centre from its column or its name", async () => {
    const names = [
      "星河街道党群服务中心",
      "星河街道银河社区党群服务中心",
      "绿地小区党群服务站",
      "万达商圈党群服务中心",
      "甲",
    ];
    const rows = names.map((name, i) =>
      point(112.98 + i / 1000, 28.2, { name, area: 1, 级别: i === 4 ? "街道级" : "" }),
    );
    const result = await importTexts({ ...TOWN, "centers.geojson": collection(rows) });
    expect(result.baseline?.centers.map(({ level }) => level)).toEqual([
      "subdistrict",
      "community",
      "station",
      "area",
      "subdistrict",
    ]);
  });
});

describe("importFiles: whatever comes", () => {
  /** Any JSON, with the members that GeoJSON looks for more often than chance would give them. */
  const wild = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom<unknown>(null, 0, -1, 112.98, 28.2, 1e7, "", "372户", "Point", "Polygon", true),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(
        fc.constantFrom(
          "type",
          "coordinates",
          "geometry",
          "geometries",
          "properties",
          "features",
          "id",
          "户数",
        ),
        tie("value"),
        { maxKeys: 4 },
      ),
    ),
  })).value;
  const feature = fc.record({
    type: fc.constant("Feature"),
    properties: fc.oneof(wild, fc.constant({ id: "a", households: "5户" })),
    geometry: fc.oneof(
      wild,
      fc.record({
        type: fc.constantFrom("Point", "LineString", "Polygon", "MultiPolygon", "GeometryCollection"),
        coordinates: wild,
      }),
    ),
  });

  it("never throws, and every row is used or set aside", async () => {
    const files = fc.constantFrom(
      "residences.geojson",
      "centers.geojson",
      "network.geojson",
      "communities.geojson",
    );
    await fc.assert(
      fc.asyncProperty(files, fc.array(fc.oneof(feature, wild), { maxLength: 5 }), async (file, features) => {
        const result = await importTexts({ ...TOWN, [file]: collection(features) });
        for (const source of result.baseline?.sources ?? []) {
          const aside = result.setAside.filter((row) => row.file === source.file).length;
          expect(source.rowsUsed + aside).toBeGreaterThanOrEqual(source.rowsRead);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("never throws on a file cut anywhere or with any bytes", async () => {
    const whole = bytesOf(TOWN["residences.geojson"]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.uint8Array({ maxLength: 60 }), async (end, bytes) => {
        await importTexts({
          ...TOWN,
          "residences.geojson": whole.slice(0, end),
          "more.csv": bytes,
          extra: bytes,
        });
      }),
      { numRuns: 200 },
    );
  });
});
