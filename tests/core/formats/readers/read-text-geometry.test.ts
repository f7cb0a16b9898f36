// WKT and WKB against writers of the test's own, over geometries at random; cells of tables that hold them.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locateRows } from "../../../../src/core/formats/geometry-cells.ts";
import { parseGeoPackageBlob, parseWkb } from "../../../../src/core/formats/parse-wkb.ts";
import { parseWkt } from "../../../../src/core/formats/parse-wkt.ts";

type Coordinates = number[] | Coordinates[];
interface Geometry {
  readonly type: string;
  readonly coordinates: Coordinates;
}

const position = fc
  .tuple(fc.double({ min: -1e7, max: 1e7, noNaN: true }), fc.double({ min: -1e7, max: 1e7, noNaN: true }))
  .map(([x, y]): number[] => [x + 0, y + 0]);
const path = fc.array(position, { minLength: 1, maxLength: 6 });
const paths = fc.array(path, { minLength: 1, maxLength: 3 });
const geometry: fc.Arbitrary<Geometry> = fc.oneof(
  fc.record({ type: fc.constant("Point"), coordinates: position }),
  fc.record({ type: fc.constantFrom("LineString", "MultiPoint"), coordinates: path }),
  fc.record({ type: fc.constantFrom("Polygon", "MultiLineString"), coordinates: paths }),
  fc.record({
    type: fc.constant("MultiPolygon"),
    coordinates: fc.array(paths, { minLength: 1, maxLength: 3 }),
  }),
);

const listText = (coordinates: Coordinates, z: string): string =>
  typeof coordinates[0] === "number"
    ? `${coordinates.join(" ")}${z}`
    : `(${(coordinates as Coordinates[]).map((member) => listText(member, z)).join(", ")})`;
const wktOf = ({ type, coordinates }: Geometry, z = ""): string =>
  `${type.toUpperCase()}${z === "" ? "" : " Z"} ${type === "Point" ? `(${listText(coordinates, z)})` : listText(coordinates, z)}`;

const TYPES = ["Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon"];

interface Dialect {
  readonly little: boolean;
  readonly z: boolean;
  readonly ewkb: boolean;
}

function wkbOf({ type, coordinates }: Geometry, dialect: Dialect, srid: number | null = null): number[] {
  const { little, z, ewkb } = dialect;
  const word = (value: number): number[] =>
    numberBytes(4, little, (view) => view.setUint32(0, value, little));
  const double = (value: number): number[] =>
    numberBytes(8, little, (view) => view.setFloat64(0, value, little));
  const vertex = ([x, y]: number[]): number[] => [...double(x!), ...double(y!), ...(z ? double(7) : [])];
  const run = (members: Coordinates[], write: (member: never) => number[]): number[] => [
    ...word(members.length),
    ...members.flatMap((member) => write(member as never)),
  ];
  const code = TYPES.indexOf(type) + 1;
  const flags = ewkb ? (z ? 0x80000000 : 0) + (srid === null ? 0 : 0x20000000) : z ? 1000 : 0;
  const head = [little ? 1 : 0, ...word(code + flags), ...(srid === null ? [] : word(srid))];
  const list = coordinates as Coordinates[];
  if (code === 1) return [...head, ...vertex(coordinates as number[])];
  if (code === 2) return [...head, ...run(list, vertex)];
  if (code === 3) return [...head, ...run(list, (ring: Coordinates[]) => run(ring, vertex))];
  const single = type.slice(5);
  return [
    ...head,
    ...run(list, (member: Coordinates) => wkbOf({ type: single, coordinates: member }, dialect)),
  ];
}

function numberBytes(size: number, _: boolean, set: (view: DataView) => void): number[] {
  const view = new DataView(new ArrayBuffer(size));
  set(view);
  return [...new Uint8Array(view.buffer)];
}

const dialect = fc.record({ little: fc.boolean(), z: fc.boolean(), ewkb: fc.boolean() });

describe("parseWkt", () => {
  it("reads what was written, with or without heights", () => {
    fc.assert(
      fc.property(geometry, fc.constantFrom("", " 12.5"), (written, z) => {
        expect(parseWkt(wktOf(written, z))).toEqual({ geometry: written, srid: null });
      }),
    );
  });

  it.each([
    ["SRID=4490;POINT(113 28)", 4490, { type: "Point", coordinates: [113, 28] }],
    [
      "  multipoint((1 2),(3 4)) ",
      null,
      {
        type: "MultiPoint",
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    ["POINTZ(1 2 3)", null, { type: "Point", coordinates: [1, 2] }],
    ["POLYGON EMPTY", null, null],
    [
      "GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(1 2,3 4))",
      null,
      {
        type: "GeometryCollection",
        geometries: [
          { type: "Point", coordinates: [1, 2] },
          {
            type: "LineString",
            coordinates: [
              [1, 2],
              [3, 4],
            ],
          },
        ],
      },
    ],
  ])("reads %s", (text, srid, expected) => {
    expect(parseWkt(text)).toEqual({ geometry: expected, srid });
  });

  it.each([
    "",
    "POINT",
    "POINT(1)",
    "POINT(1 2",
    "POINT(1 2))",
    "POINT(a b)",
    "LINESTRING((1 2))",
    "CIRCLE(1 2)",
  ])("refuses %j", (text) => {
    expect(parseWkt(text)).toBeNull();
  });

  it("is not exhausted by brackets", () => {
    expect(parseWkt(`POLYGON${"(".repeat(100_000)}`)).toBeNull();
    expect(parseWkt("GEOMETRYCOLLECTION(".repeat(100_000))).toBeNull();
  });
});

describe("parseWkb", () => {
  it("reads every dialect, and the GeoPackage envelope", () => {
    fc.assert(
      fc.property(geometry, dialect, fc.constantFrom(0, 1, 2, 3, 4), (written, style, envelope) => {
        const srid = style.ewkb ? 4326 : null;
        expect(parseWkb(Uint8Array.from(wkbOf(written, style, srid)))).toEqual({ geometry: written, srid });
        const doubles = [0, 4, 6, 6, 8][envelope]!;
        const blob = [0x47, 0x50, 0, 1 | (envelope << 1), 0, 0, 0, 0, ...Array(8 * doubles).fill(0)];
        expect(parseGeoPackageBlob(Uint8Array.from([...blob, ...wkbOf(written, style)]))).toEqual(written);
      }),
    );
  });

  it("throws an Error on bytes cut anywhere, and on counts that cannot be", () => {
    fc.assert(
      fc.property(geometry, dialect, fc.nat(), (written, style, cut) => {
        const bytes = Uint8Array.from(wkbOf(written, style));
        expect(() => parseWkb(bytes.subarray(0, cut % bytes.length))).toThrow(Error);
      }),
    );
    expect(() => parseWkb(Uint8Array.of(1, 2, 0, 0, 0, 255, 255, 255, 255))).toThrow(
      "4294967295 members in 0 bytes",
    );
  });
});

describe("locateRows", () => {
  const rowsOf = (column: string, cells: readonly unknown[]) =>
    cells.map((cell, i) => ({ row: i + 1, properties: { 名称: `楼${i}`, [column]: cell }, geometry: null }));
  const located = (column: string, cells: readonly unknown[], more: string[] = []) =>
    locateRows(["名称", column, ...more], rowsOf(column, cells));
  const point = (x: number, y: number) => ({ type: "Point", coordinates: [x, y] });

  it("takes WKT, hexadecimal WKB and GeoJSON from a cell, and the datum they state", () => {
    const hex = wkbOf(point(113, 28), { little: true, z: false, ewkb: true }, 4490)
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("");
    for (const cell of ["SRID=4490;POINT(113 28)", hex, '{"type":"Point","coordinates":[113,28]}']) {
      const { columns, rows, datum } = located("geom", [cell, "", cell]);
      expect(columns).toEqual(["名称"]);
      expect(rows.map(({ geometry }) => geometry)).toEqual([point(113, 28), null, point(113, 28)]);
      expect(datum).toBe(cell.startsWith("{") ? null : "EPSG:4490");
    }
  });

  it.each(["113.1,28.2", "113.1，28.2", "113.1 28.2", "(113.1; 28.2)", "[113.1、28.2]"])(
    "takes a pair written %s where the header says that it is a place",
    (cell) => {
      expect(located("坐标", [cell, cell]).rows[0]!.geometry).toEqual(point(113.1, 28.2));
      expect(located("面积", [cell, cell]).rows[0]!.geometry).toBeNull();
    },
  );

  it("leaves pairs alone where there are two columns for them", () => {
    expect(located("坐标", ["1,2"], ["经度", "纬度"]).rows[0]!.geometry).toBeNull();
  });

  it("marks a cell that is no geometry among others that are", () => {
    const cells = [...Array(9).fill("POINT(1 2)"), "POINT(1"];
    expect(located("geom", cells).rows[9]!.geometry).toEqual({ type: "unreadable", text: "POINT(1" });
  });
});
