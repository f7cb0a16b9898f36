// Tables to write: one small one with everything that is awkward, and a generator of tables at random.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { exportTables } from "../../../../src/core/formats/write/export-tables.ts";
import type {
  CellValue,
  ExportGeometry,
  ExportHost,
  ExportOptions,
  ExportResult,
  ExportTable,
  Position,
  Shape,
} from "../../../../src/core/formats/write/export-types.ts";
import type { WriterId } from "../../../../src/core/formats/write/writer-ids.ts";
import type { LineColumns, PolygonColumns } from "../../../../src/core/geo/index.ts";

export const HOST: ExportHost = {
  decode: (bytes, label, fatal) => new TextDecoder(label, { fatal }).decode(bytes),
  libraries: { sqlWasm: readFileSync(createRequire(import.meta.url).resolve("sql.js/dist/sql-wasm.wasm")) },
};

export const OPTIONS: ExportOptions = {
  name: "星河区",
  datum: "wgs84",
  encoding: "utf8",
  time: "2026-03-01T08:00:00Z",
};

export const write = (
  format: WriterId,
  tables: readonly ExportTable[],
  options: Partial<ExportOptions> = {},
): Promise<ExportResult> => exportTables(format, tables, { ...OPTIONS, ...options }, HOST);

/** Lines given as lists of positions; an empty list is a row without a line. */
export function linesOf(lines: readonly (readonly Position[])[]): LineColumns {
  const offsets = Uint32Array.from([0, ...running(lines.map(({ length }) => length))]);
  return { count: lines.length, offsets, xy: Float64Array.from(lines.flat(2)) };
}

/** Polygons given as parts of rings, rings open; no part is a row without a polygon. */
export function polygonsOf(
  features: readonly (readonly (readonly (readonly Position[])[])[])[],
): PolygonColumns {
  const parts = features.flat();
  const rings = parts.flat();
  return {
    count: features.length,
    featureOffsets: Uint32Array.from([0, ...running(features.map(({ length }) => length))]),
    partOffsets: Uint32Array.from([0, ...running(parts.map(({ length }) => length))]),
    ringOffsets: Uint32Array.from([0, ...running(rings.map(({ length }) => length))]),
    xy: Float64Array.from(rings.flat(2)),
  };
}

function running(sizes: readonly number[]): number[] {
  let sum = 0;
  return sizes.map((size) => {
    sum += size;
    return sum;
  });
}

/** A square with its lower left corner, drawn clockwise when `size` is negative. */
export const ring = (x: number, y: number, size: number): Position[] => {
  const s = Math.abs(size);
  const square: Position[] = [
    [x, y],
    [x + s, y],
    [x + s, y + s],
    [x, y + s],
  ];
  return size < 0 ? square.reverse() : square;
};

const COLUMNS: ExportTable["columns"] = [
  { name: "名称", type: "string" },
  { name: "户数", type: "integer", unit: "户" },
  { name: "步行分钟", type: "number", unit: "分钟" },
  { name: "接入路网", type: "boolean" },
  { name: "日期", type: "date" },
];

const ROWS: readonly (readonly CellValue[])[] = [
  ["绿地花园1栋 <img onerror>", 372, 0.1 + 0.2, true, "2024-02-29"],
  ["=cmd|' /C calc'!A0", -1, -1.5e-7, false, null],
  [null, null, Number.NaN, null, "1999-12-31"],
];

export const POINTS: ExportTable = {
  name: "住宅",
  columns: COLUMNS,
  rows: ROWS,
  geometry: {
    count: 3,
    xy: Float64Array.of(112.987654321987, 28.2, 113, 28.123456789012, Number.NaN, Number.NaN),
  },
};

export const LINES: ExportTable = {
  ...POINTS,
  name: "道路",
  geometry: linesOf([
    [
      [112.9, 28.1],
      [112.91, 28.123456789012],
      [112.92, 28.1],
    ],
    [],
    [
      [113, 28],
      [113.1, 28.1],
    ],
  ]),
};

export const POLYGONS: ExportTable = {
  ...POINTS,
  name: "社区",
  geometry: polygonsOf([
    [[ring(112.9, 28.1, -0.04), ring(112.91, 28.11, 0.01)], [ring(113, 28.1, 0.01)]],
    [[ring(112.8, 28, 0.01)]],
    [],
  ]),
};

export const BARE: ExportTable = { ...POINTS, name: "清单", geometry: null };

/** Row i's shape as every reader should give it back: outer rings counter-clockwise, closed. */
export const SHAPES: Readonly<Record<string, readonly (Shape | null)[]>> = {
  住宅: [
    { type: "Point", coordinates: [112.987654321987, 28.2] },
    { type: "Point", coordinates: [113, 28.123456789012] },
    null,
  ],
  社区: [
    {
      type: "MultiPolygon",
      coordinates: [
        [closed(ring(112.9, 28.1, 0.04)), closed(ring(112.91, 28.11, -0.01))],
        [closed(ring(113, 28.1, 0.01))],
      ],
    },
    { type: "Polygon", coordinates: [closed(ring(112.8, 28, 0.01))] },
    null,
  ],
};

function closed(open: readonly Position[]): Position[] {
  return [...open, open[0]!];
}

/** Geometry comparable whatever vertex a ring starts at, however single parts are stated. */
export function canonical(shape: unknown): unknown {
  const drawn = shape as (Shape | { type: "GeometryCollection"; geometries: Shape[] }) | null;
  if (drawn === null) return null;
  if (drawn.type === "GeometryCollection") {
    const singles = drawn.geometries.map(canonical) as { kind: string; parts: unknown[] }[];
    return { kind: singles[0]!.kind, parts: singles.flatMap(({ parts }) => parts) };
  }
  const kind = drawn.type.replace("Multi", "");
  const parts = drawn.type.startsWith("Multi")
    ? (drawn.coordinates as readonly unknown[])
    : [drawn.coordinates];
  if (kind !== "Polygon") return { kind, parts };
  return { kind, parts: (parts as readonly (readonly Position[])[][]).map((rings) => rings.map(rolled)) };
}

/** A closed ring, opened, smallest vertex first, its sense kept. */
function rolled(ringPositions: readonly Position[]): Position[] {
  const open = ringPositions.slice(0, -1).map(([x, y]): Position => [x, y]);
  const first = open.reduce(
    (best, [x, y], i) => (x < open[best]![0] || (x === open[best]![0] && y < open[best]![1]) ? i : best),
    0,
  );
  return [...open.slice(first), ...open.slice(0, first)];
}

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."绿地花园党群服务中心栋号０１aZ9-=+@'\"&<>,;| ") }),
  fc.string({ unit: "grapheme" }),
);
const lon = fc.double({ min: 73, max: 135, noNaN: true });
const lat = fc.double({ min: 18, max: 53, noNaN: true });
const place: fc.Arbitrary<Position> = fc.tuple(lon, lat);
const orNull = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { freq: 4 });
const twoDigits = (low: number, high: number): fc.Arbitrary<string> =>
  fc.integer({ min: low, max: high }).map((n) => String(n).padStart(2, "0"));
const day = fc
  .tuple(fc.integer({ min: 1901, max: 2099 }), twoDigits(1, 12), twoDigits(1, 28))
  .map((p) => p.join("-"));

const row = fc.tuple(
  orNull(text),
  orNull(fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })),
  orNull(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value))),
  orNull(fc.boolean()),
  orNull(day),
);
const box = fc
  .tuple(lon, lat, fc.double({ min: 1e-5, max: 0.5, noNaN: true }), fc.boolean())
  .map(([x, y, size, turned]) => ring(x, y, turned ? -size : size));

const geometryFor = (count: number): fc.Arbitrary<ExportGeometry | null> =>
  fc.oneof(
    fc.constant(null),
    many(orNull(place), count).map((places) => ({
      count,
      xy: Float64Array.from(places.flatMap((p) => p ?? [Number.NaN, Number.NaN])),
    })),
    many(orNull(fc.array(place, { minLength: 2, maxLength: 6 })), count).map((lines) =>
      linesOf(lines.map((line) => line ?? [])),
    ),
    many(fc.array(fc.tuple(box), { maxLength: 3 }), count).map(polygonsOf),
    many(
      orNull(fc.array(fc.array(place, { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 3 })),
      count,
    ).map(
      (lists): ExportGeometry => ({
        kind: "line",
        count,
        shapes: lists.map((coordinates) =>
          coordinates === null ? null : { type: "MultiLineString", coordinates },
        ),
      }),
    ),
    many(orNull(fc.array(place, { minLength: 1, maxLength: 4 })), count).map(
      (lists): ExportGeometry => ({
        kind: "point",
        count,
        shapes: lists.map((coordinates) =>
          coordinates === null ? null : { type: "MultiPoint", coordinates },
        ),
      }),
    ),
  );

const many = <T>(values: fc.Arbitrary<T>, count: number): fc.Arbitrary<T[]> =>
  fc.array(values, { minLength: count, maxLength: count });

/** Tables of one to eight rows: every column type, unknown cells, every kind of geometry or none. */
export const anyTable: fc.Arbitrary<ExportTable> = fc
  .array(row, { minLength: 1, maxLength: 8 })
  .chain((rows) =>
    geometryFor(rows.length).map((geometry) => ({ name: "图层", columns: COLUMNS, rows, geometry })),
  );
