// FlatGeobuf 3, one file a table, unindexed. The package's own serializer takes column types from the first feature,
// so a null there would spoil the column: header and features are built here from the declared types. A row without
// a geometry leaves that field out, which in FlatBuffers is an entry 0 in the record's vtable.

import { asMulti } from "./as-multi.ts";
import { epsgOf } from "./datum-wkt.ts";
import { createNotes } from "./export-notes.ts";
import type { CellValue, ColumnType, ExportTable, Position, Shape, Write } from "./export-types.ts";
import { noteUnstated } from "./note-unstated.ts";
import { isMulti, shapeAt, shapeKind } from "./shape-at.ts";

export const toFlatgeobuf: Write = async (tables, { datum }) => {
  const [{ buildHeader }, { buildFeature }, { magicbytes }] = await Promise.all([
    import("flatgeobuf/lib/mjs/generic/featurecollection.js"),
    import("flatgeobuf/lib/mjs/generic/feature.js"),
    import("flatgeobuf/lib/mjs/constants.js"),
  ]);
  const notes = createNotes();
  const files = tables.map((table) => {
    const header = headerOf(table);
    if (epsgOf(datum) === null) noteUnstated(table, datum, notes);
    const multi = table.geometry !== null && isMulti(table.geometry);
    const features = table.rows.map((row, i) => {
      const shape = shapeAt(table.geometry, i);
      const properties = Object.fromEntries(table.columns.map(({ name }, c) => [name, row[c] as CellValue]));
      const drawn = shape === null ? NOWHERE : parsed(multi ? asMulti(shape) : shape);
      const bytes = buildFeature(drawn, properties, header);
      return shape === null ? withoutGeometry(bytes) : bytes;
    });
    const head = buildHeader(header, table.geometry === null ? 0 : (epsgOf(datum) ?? 0));
    return { name: `${table.name}.fgb`, bytes: joined([magicbytes, head, ...features]) };
  });
  return { files, notes: notes.list() };
};

/** Codes of ColumnType in the FlatGeobuf schema. */
const COLUMN_CODES: Readonly<Record<ColumnType, number>> = {
  boolean: 2,
  integer: 7,
  number: 10,
  string: 11,
  date: 13,
};

/** Codes of GeometryType. */
const GEOMETRY_CODES = {
  Unknown: 0,
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
} as const;

const SINGLE = { point: "Point", line: "LineString", polygon: "Polygon" } as const;

function headerOf({ columns, rows, geometry }: ExportTable) {
  const type = geometry === null ? null : SINGLE[shapeKind(geometry)];
  const multi = geometry !== null && isMulti(geometry);
  const geometryType = GEOMETRY_CODES[type === null ? "Unknown" : multi ? (`Multi${type}` as const) : type];
  const column = { title: null, description: null, width: -1, precision: -1, scale: -1 };
  const rules = { nullable: true, unique: false, primary_key: false };
  return {
    geometryType,
    columns: columns.map(({ name, type }) => ({ name, type: COLUMN_CODES[type], ...column, ...rules })),
    envelope: null,
    featuresCount: rows.length,
    indexNodeSize: 0,
    crs: null,
    title: null,
    description: null,
    metadata: null,
  };
}

type Parsed = Parameters<typeof import("flatgeobuf/lib/mjs/generic/feature.js")["buildFeature"]>[0];

/** Flat coordinates; `ends` count vertices up to the end of each ring or line, left out where there is one. */
function parsed(shape: Shape): Parsed {
  const type = GEOMETRY_CODES[shape.type];
  if (shape.type === "Point") return simple(type, [shape.coordinates], []);
  if (shape.type === "LineString" || shape.type === "MultiPoint") return simple(type, shape.coordinates, []);
  if (shape.type === "MultiPolygon") {
    const parts = shape.coordinates.map((coordinates) => parsed({ type: "Polygon", coordinates }));
    return { type, parts } as Parsed;
  }
  let end = 0;
  const ends = shape.coordinates.map((list) => {
    end += list.length;
    return end;
  });
  return simple(type, shape.coordinates.flat(), ends);
}

const simple = (type: number, positions: readonly Position[], ends: readonly number[]): Parsed =>
  ({ type, xy: positions.flat(), ...(ends.length > 1 ? { ends } : {}) }) as Parsed;

const NOWHERE = simple(GEOMETRY_CODES.Point, [[0, 0]], []);

/** Size prefix, root offset, table, vtable: the geometry is field 0, its entry follows the vtable's two sizes. */
function withoutGeometry(feature: Uint8Array): Uint8Array {
  const bytes = feature.slice();
  const view = new DataView(bytes.buffer);
  const table = 4 + view.getUint32(4, true);
  const vtable = table - view.getInt32(table, true);
  view.setUint16(vtable + 4, 0, true);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
