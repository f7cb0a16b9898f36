// FlatGeobuf 3, one file a table, named for it, with a packed R-tree where every row has a place; its features then stand
// in the tree's order, as in GDAL's files. The package's own serializer takes column types from the first feature, so a
// null there would spoil the column, and writes neither name nor index: header and features are built here from the
// declared types. A row without a geometry leaves that field out, which in FlatBuffers is an entry 0 in its vtable.

import { asMulti } from "./as-multi.ts";
import { epsgOf } from "./datum-wkt.ts";
import { createNotes } from "./export-notes.ts";
import type { CellValue, ColumnType, ExportTable, Position, Shape, Write } from "./export-types.ts";
import { noteUnstated } from "./note-unstated.ts";
import { NODE_SIZE, packTree } from "./pack-tree.ts";
import { isMulti, positionsOf, shapeAt, shapeKind } from "./shape-at.ts";
import { boundsOf } from "./shp.ts";

export const toFlatgeobuf: Write = async (tables, { datum }) => {
  const [buildHeader, { buildFeature }, { magicbytes }] = await Promise.all([
    headerBuilder(),
    import("flatgeobuf/lib/mjs/generic/feature.js"),
    import("flatgeobuf/lib/mjs/constants.js"),
  ]);
  const notes = createNotes();
  const files = tables.map((table) => {
    const header = headerOf(table);
    const epsg = epsgOf(datum);
    if (epsg === null) noteUnstated(table, datum, notes);
    const multi = table.geometry !== null && isMulti(table.geometry);
    const shapes = table.rows.map((_, i) => shapeAt(table.geometry, i));
    const features = table.rows.map((row, i) => {
      const shape = shapes[i] ?? null;
      const properties = Object.fromEntries(table.columns.map(({ name }, c) => [name, row[c] as CellValue]));
      const drawn = shape === null ? NOWHERE : parsed(multi ? asMulti(shape) : shape);
      const bytes = buildFeature(drawn, properties, header);
      return shape === null ? withoutGeometry(bytes) : bytes;
    });
    const tree = treeOf(shapes, features);
    const head = buildHeader(table.name, header, table.geometry === null ? 0 : (epsg ?? 0), tree !== null);
    const body = tree === null ? features : [tree.bytes, ...Array.from(tree.order, (i) => features[i]!)];
    return { name: `${table.name}.fgb`, bytes: joined([magicbytes, head, ...body]) };
  });
  return { files, notes: notes.list() };
};

/** The index; null where a row has no place, for which there is no leaf. */
function treeOf(shapes: readonly (Shape | null)[], features: readonly Uint8Array[]) {
  const placed = shapes.filter((shape) => shape !== null);
  if (placed.length === 0 || placed.length < shapes.length) return null;
  const boxes = new Float64Array(4 * placed.length);
  for (const [i, shape] of placed.entries()) boxes.set(boundsOf(positionsOf(shape)), 4 * i);
  return packTree(
    boxes,
    Uint32Array.from(features, ({ length }) => length),
  );
}

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

/** What the library wants to be told of a table, used or not. */
function headerOf({ columns, rows, geometry }: ExportTable) {
  const single = geometry === null ? null : SINGLE[shapeKind(geometry)];
  const multi = geometry !== null && isMulti(geometry);
  const geometryType =
    GEOMETRY_CODES[single === null ? "Unknown" : multi ? (`Multi${single}` as const) : single];
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

type BuildHeader = (
  name: string,
  header: ReturnType<typeof headerOf>,
  /** 0 for none. */
  epsg: number,
  indexed: boolean,
) => Uint8Array;

async function headerBuilder(): Promise<BuildHeader> {
  const [{ Builder }, { Header }, { Column }, { Crs }] = await Promise.all([
    import("flatbuffers"),
    import("flatgeobuf/lib/mjs/flat-geobuf/header.js"),
    import("flatgeobuf/lib/mjs/flat-geobuf/column.js"),
    import("flatgeobuf/lib/mjs/flat-geobuf/crs.js"),
  ]);
  return (name, { geometryType, columns, featuresCount }, epsg, indexed) => {
    const builder = new Builder();
    const columnOffsets = columns.map((column) => {
      const columnName = builder.createString(column.name);
      Column.startColumn(builder);
      Column.addName(builder, columnName);
      Column.addType(builder, column.type);
      return Column.endColumn(builder);
    });
    const columnList = Header.createColumnsVector(builder, columnOffsets);
    const nameOffset = builder.createString(name);
    Crs.startCrs(builder);
    Crs.addCode(builder, epsg);
    const crs = Crs.endCrs(builder);
    Header.startHeader(builder);
    Header.addName(builder, nameOffset);
    Header.addGeometryType(builder, geometryType);
    Header.addColumns(builder, columnList);
    Header.addFeaturesCount(builder, BigInt(featuresCount));
    Header.addIndexNodeSize(builder, indexed ? NODE_SIZE : 0);
    if (epsg > 0) Header.addCrs(builder, crs);
    builder.finishSizePrefixed(Header.endHeader(builder));
    return builder.asUint8Array();
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
