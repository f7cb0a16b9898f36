import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { uncontrolled } from "../../../../src/core/base/index.ts";
import type { FeatureTable } from "../../../../src/core/formats/feature-table.ts";
import { readShape } from "../../../../src/core/formats/read-shape.ts";
import { cellOf, overlayRow, shapeOf } from "../../../../src/core/formats/row-access.ts";
import { readShapefile } from "../../../../src/core/formats/shapefile/read-shapefile.ts";
import { encodeAs } from "../encodings.ts";
import { bytesOf, decode } from "../fixtures.ts";
import { plainRows } from "../readers/reading.ts";
import type { Ring, Shape } from "./write-shapefile.ts";
import { dbfBytes, shpBytes } from "./write-shapefile.ts";

type Members = Readonly<Record<string, Uint8Array | string>>;

async function read(members: Members, encoding?: string) {
  const [main, ...parts] = Object.entries(members).map(([extension, bytes]) => ({
    name: `楼.${extension}`,
    bytes: typeof bytes === "string" ? bytesOf(bytes) : bytes,
  }));
  const context = { decode, libraries: {}, control: uncontrolled, ...(encoding ? { encoding } : {}) };
  const [first] = await readShapefile({ main: main!, parts }, context);
  return {
    table: first!.table as FeatureTable,
    codes: first!.issues.map(({ code }) => code),
    issues: first!.issues,
  };
}

const POINTS: readonly Shape[] = [
  { type: 1, point: [112.98, 28.2] },
  { type: 0 },
  { type: 1, point: [112.99, 28.21] },
];
const FIELDS = [
  { name: "NAME", type: "C", length: 20 },
  { name: "HUSHU", type: "N", length: 8 },
];
const RECORDS = [
  ["one", "     372"],
  ["two", "        "],
  ["three", "********"],
];
const { shp, shx } = shpBytes(POINTS);
const dbf = dbfBytes(FIELDS, RECORDS);
const square = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x, y + size],
  [x + size, y + size],
  [x + size, y],
  [x, y],
];

describe("readShapefile: members", () => {
  it("joins shapes and attributes by their order; blank and starred numbers are unknown", async () => {
    const { table, codes } = await read({ shp, shx, dbf });
    expect(codes).toEqual([]);
    expect(table.columns).toEqual(["NAME", "HUSHU"]);
    expect(plainRows(table.rows)).toEqual([
      {
        row: 1,
        properties: { NAME: "one", HUSHU: 372 },
        geometry: { type: "Point", coordinates: [112.98, 28.2] },
      },
      { row: 2, properties: { NAME: "two", HUSHU: null }, geometry: null },
      {
        row: 3,
        properties: { NAME: "three", HUSHU: null },
        geometry: { type: "Point", coordinates: [112.99, 28.21] },
      },
    ]);
  });

  it.each([
    ["no index", { shp, dbf }, [], 3],
    ["no attributes", { shp, shx }, ["file.partMissing"], 3],
    ["no shapes", { dbf }, ["file.partMissing"], 3],
    ["a web page for an index", { shp, dbf, shx: "<html>" }, [], 3],
    ["a web page for a projection", { shp, dbf, prj: "<html>" }, ["file.partWrong"], 3],
    ["a web page for an encoding", { shp, dbf, cpg: "<!DOCTYPE html>" }, ["file.partWrong"], 3],
    ["fewer attributes", { shp, dbf: dbfBytes(FIELDS, RECORDS.slice(1)) }, ["file.partsDiffer"], 3],
    ["an index of another file", { shp, dbf, shx: shpBytes(TWO_LINES()).shx }, [], 3],
  ])("reads what is there: %s", async (_, members: Members, codes, count) => {
    const result = await read(members);
    expect(result.codes).toEqual(codes);
    expect(result.table.rows).toHaveLength(count);
  });

  it.each([
    ["a web page", { shp: "<!DOCTYPE html><html></html>" }],
    ["nothing", { shp: "" }],
    ["text", { dbf: "hello, this is no table at all, whatever its name says of it" }],
  ])("refuses %s with a reason", async (_, members: Members) => {
    const { table, codes } = await read(members);
    expect(table).toBeNull();
    expect(codes.length).toBeGreaterThan(0);
  });

  it("leaves deleted records out with their shapes", async () => {
    const { table } = await read({ shp, shx, dbf: dbfBytes(FIELDS, RECORDS, { deleted: [0] }) });
    expect(table.rows.map(({ row }) => row)).toEqual([2, 3]);
  });

  it("keeps the .prj as it is", async () => {
    const { table } = await read({ shp, dbf, prj: 'GEOGCS["GCS_WGS_1984"]' });
    expect(table.prj).toBe('GEOGCS["GCS_WGS_1984"]');
  });

  it.each([1, 8, 20, 27, 40])(
    "uses the good records of a file cut %i bytes short, and lists the rest",
    async (cut) => {
      const { table, codes } = await read({ shp: shp.subarray(0, shp.length - cut), dbf });
      expect(codes).toContain("file.cutShort");
      expect(table.rows).toHaveLength(3);
      expect(table.rows[0]!.geometry).not.toBeNull();
      expect(table.rows[2]!.geometry).toBeNull();
    },
  );

  it("says how many attribute records a cut table lacks", async () => {
    const { issues } = await read({ shp, dbf: dbf.subarray(0, dbf.length - 40) });
    expect(issues).toContainEqual(
      expect.objectContaining({ code: "file.cutShort", values: { read: 1, wanted: 3 } }),
    );
  });
});

function TWO_LINES(): Shape[] {
  const line: Ring = [
    [0, 0],
    [1, 1],
    [2, 5],
  ];
  return [
    { type: 3, parts: [line] },
    { type: 3, parts: [line] },
  ];
}

describe("readShapefile: shapes", () => {
  it("drops heights and measures", async () => {
    const point = { type: "Point", coordinates: [1, 2] };
    const shapes: Shape[] = [
      { type: 11, point: [1, 2] },
      { type: 21, point: [1, 2] },
      {
        type: 13,
        parts: [
          [
            [0, 0],
            [1, 1],
          ],
        ],
      },
    ];
    const { table } = await read({ shp: shpBytes(shapes).shp });
    expect(table.rows.map(({ geometry }) => geometry)).toEqual([
      point,
      point,
      {
        type: "LineString",
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      },
    ]);
  });

  it("gives each hole to the smallest ring around it", async () => {
    const hole = [...square(1, 1, 1)].reverse();
    const inHole = square(1.2, 1.2, 0.5);
    const deepest = [...square(1.3, 1.3, 0.1)].reverse();
    const far = square(10, 10, 1);
    const { table } = await read({
      shp: shpBytes([{ type: 5, parts: [deepest, square(0, 0, 4), hole, inHole, far] }]).shp,
    });
    expect(table.rows[0]!.geometry).toEqual({
      type: "MultiPolygon",
      coordinates: [[square(0, 0, 4), hole], [inHole, deepest], [far]],
    });
  });

  it("loses no ground to rings turned the wrong way", async () => {
    const wrong = [...square(0, 0, 1)].reverse();
    const alsoWrong = [...square(5, 5, 1)].reverse();
    const { table } = await read({ shp: shpBytes([{ type: 5, parts: [wrong, alsoWrong] }]).shp });
    expect(table.rows[0]!.geometry).toEqual({ type: "MultiPolygon", coordinates: [[wrong], [alsoWrong]] });
  });
});

describe("readShapefile: encodings", () => {
  const table = (label: "gb18030" | "big5", name: string, cell: string, language = 0) =>
    dbfBytes([{ name: encodeAs(label, name), type: "C", length: 20 }], [[encodeAs(label, cell)]], {
      language,
    });

  it.each([
    ["nothing said", "gb18030", "小区名称", "绿地花园", {}],
    ["nothing said", "big5", "村里名稱", "開元里辦公處", {}],
    ["CP936", "gb18030", "小区名称", "绿地花园", { cpg: "CP936" }],
    ["a false UTF-8", "gb18030", "小区名称", "绿地花园", { cpg: "UTF-8" }],
  ] as const)("reads names and cells with %s in %s", async (_, label, name, cell, more) => {
    const result = await read({ dbf: table(label, name, cell), ...more });
    expect(result.table.encoding).toBe(label);
    expect(result.table.columns).toEqual([name]);
    expect(result.table.rows[0]!.properties).toEqual({ [name]: cell });
    expect(result.codes.includes("file.encodingMisstated")).toBe("cpg" in more && more.cpg === "UTF-8");
  });

  it("takes the language id for a hint", async () => {
    expect((await read({ dbf: table("big5", "名", "里", 0x4f) })).table.encoding).toBe("big5");
    expect((await read({ dbf: table("gb18030", "名", "里", 0x4d) })).table.encoding).toBe("gb18030");
  });

  it("does as the user says", async () => {
    const { table: forced } = await read({ dbf: table("gb18030", "名称", "绿地花园") }, "big5");
    expect(forced.encoding).toBe("big5");
    expect(forced.columns).not.toEqual(["名称"]);
  });

  it("keeps all digits of long numbers", async () => {
    const digits = "430102199001011234";
    const { table: long } = await read({
      dbf: dbfBytes([{ name: "ID", type: "N", length: 19 }], [[` ${digits}`], ["               0012"]]),
    });
    expect(long.rows.map(({ properties }) => properties["ID"])).toEqual([digits, 12]);
  });

  it("tells columns of one name apart", async () => {
    const field = { name: "A", type: "C", length: 1 };
    const { table: twins } = await read({ dbf: dbfBytes([field, field], [["x", "y"]]) });
    expect(twins.rows[0]!.properties).toEqual({ A: "x", "A (2)": "y" });
  });
});

describe("readShapefile: whatever comes", () => {
  it("gives back every polygon that was written", async () => {
    const coordinate = fc.integer({ min: -1000, max: 1000 });
    const squares = fc.array(fc.tuple(coordinate, coordinate, fc.integer({ min: 1, max: 50 })), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(squares, fc.boolean(), async (boxes, indexed) => {
        const files = shpBytes(boxes.map(([x, y, size]) => ({ type: 5, parts: [square(x, y, size)] })));
        const { table } = await read(indexed ? files : { shp: files.shp });
        expect(table.rows.map(({ geometry }) => geometry)).toEqual(
          boxes.map(([x, y, size]) => ({ type: "Polygon", coordinates: [square(x, y, size)] })),
        );
      }),
      { numRuns: 50 },
    );
  });

  it("takes the short way to the same shape as by GeoJSON", async () => {
    const ordinate = fc.oneof(
      fc.integer({ min: -2, max: 2 }),
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e-300, 112.98),
    );
    const path = fc.array(fc.tuple(ordinate, ordinate), { maxLength: 7 });
    const shape = fc.oneof(
      fc.record({ type: fc.constant(1 as const), point: fc.tuple(ordinate, ordinate) }),
      fc.record({ type: fc.constantFrom(3, 5, 8, 13, 15), parts: fc.array(path, { maxLength: 3 }) }),
      fc.constant({ type: 0 as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(shape, { minLength: 1, maxLength: 8 }), async (shapes) => {
        const { table } = await read(shpBytes(shapes));
        const direct = table.rows.map((row) => shapeOf(row, {}));
        expect(direct).toEqual(table.rows.map(({ geometry }) => readShape(geometry)));
      }),
      { numRuns: 500 },
    );
  });

  it("decodes one cell as it decodes the row", async () => {
    const { table } = await read({ shp, dbf });
    for (const row of table.rows) {
      expect(table.columns.map((column) => cellOf(row, column))).toEqual(Object.values(row.properties));
    }
    const narrow = overlayRow(table.rows[0]!, { without: new Set(["NAME"]) });
    expect(plainRows([narrow])[0]!.properties).toEqual({ HUSHU: 372 });
    expect(cellOf(narrow, "NAME")).toBeUndefined();
    expect(shapeOf(narrow, {})).toEqual(shapeOf(table.rows[0]!, {}));
  });
});
