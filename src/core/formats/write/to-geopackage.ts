// GeoPackage 1.3 (OGC 12-128r17), every table a layer of one SQLite file made by sql.js: features where there is a
// geometry, attributes where there is none. Geometries carry the standard header with an envelope. GCJ-02 and
// BD-09, which have no code, are stated as "undefined geographic" (srs_id 0) with the datum in the description.

import { asMulti } from "./as-multi.ts";
import { createByteWriter } from "./byte-writer.ts";
import { datumWkt, epsgOf } from "./datum-wkt.ts";
import { createNotes, type ExportNotes } from "./export-notes.ts";
import type { ColumnType, ExportOptions, ExportTable, Shape, Write } from "./export-types.ts";
import { CORE_TABLES } from "./gpkg-schema.ts";
import { noteUnstated } from "./note-unstated.ts";
import { isMulti, positionsOf, shapeAt, shapeKind } from "./shape-at.ts";
import { boundsOf, widen } from "./shp.ts";
import { openSql, type SqlDatabase } from "./sql-database.ts";
import { fileName, uniqueName } from "./unique-name.ts";
import { writeWkb } from "./wkb.ts";

export const toGeopackage: Write = async (tables, options, { libraries }) => {
  const notes = createNotes();
  const database = await openSql(libraries);
  try {
    database.run(CORE_TABLES);
    const srs = addSrs(database, options.datum);
    const taken = new Set<string>();
    for (const table of tables) {
      const name = uniqueName(
        /^(gpkg_|sqlite_|rtree_)/i.test(table.name) ? `_${table.name}` : table.name,
        taken,
      );
      if (srs === UNDEFINED_GEOGRAPHIC) noteUnstated(table, options.datum, notes);
      addLayer(database, { ...table, name }, srs, options, notes);
    }
    return {
      files: [{ name: `${fileName(options.name)}.gpkg`, bytes: database.export() }],
      notes: notes.list(),
    };
  } finally {
    database.close();
  }
};

const UNDEFINED_GEOGRAPHIC = 0;

/** The srs_id of the datum; its row is added where the standard ones do not have it. */
function addSrs(database: SqlDatabase, datum: string): number {
  const epsg = epsgOf(datum);
  if (epsg === null) return UNDEFINED_GEOGRAPHIC;
  const wkt = datumWkt(datum, "ogc");
  const name = /"([^"]+)"/.exec(wkt ?? "")?.[1] ?? `EPSG:${epsg}`;
  database.run("INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)", [
    name,
    epsg,
    epsg,
    wkt ?? "undefined",
  ]);
  return epsg;
}

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  string: "TEXT",
  integer: "INTEGER",
  number: "REAL",
  boolean: "BOOLEAN",
  date: "DATE",
};

const GEOMETRY_NAMES = { point: "POINT", line: "LINESTRING", polygon: "POLYGON" } as const;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function addLayer(
  database: SqlDatabase,
  table: ExportTable,
  srs: number,
  { datum, time }: ExportOptions,
  notes: ExportNotes,
): void {
  const { name, geometry, columns } = table;
  const multi = geometry !== null && isMulti(geometry);
  const geometryName =
    geometry === null ? null : `${multi ? "MULTI" : ""}${GEOMETRY_NAMES[shapeKind(geometry)]}`;
  const names = columnNames(table, notes);
  const definitions = [
    `${quoted("fid")} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL`,
    ...(geometryName === null ? [] : [`${quoted("geom")} ${geometryName}`]),
    ...columns.map(({ type }, c) => `${quoted(names[c]!)} ${SQL_TYPES[type]}`),
  ];
  database.run(`CREATE TABLE ${quoted(name)} (${definitions.join(", ")})`);
  const bounds = insertRows(database, table, srs, multi);
  const extent = bounds.every(Number.isFinite) ? bounds : [null, null, null, null];
  const kind = geometry === null ? "attributes" : "features";
  const description = geometry !== null && srs === UNDEFINED_GEOGRAPHIC ? `datum ${datum}` : "";
  const changed = `${time.slice(0, 19)}.000Z`;
  const contents = [name, kind, name, description, changed, ...extent, geometry === null ? null : srs];
  database.run(`INSERT INTO gpkg_contents VALUES (${contents.map(() => "?").join(", ")})`, contents);
  if (geometryName === null) return;
  database.run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)", [name, geometryName, srs]);
}

/** fid and geom are the layer's own. */
function columnNames({ name, columns }: ExportTable, notes: ExportNotes): string[] {
  const taken = new Set(["fid", "geom"]);
  return columns.map((column) => {
    const unique = uniqueName(column.name, taken);
    if (unique !== column.name) {
      notes.add("export.renamed", "info", { table: name, field: column.name, values: { name: unique } });
    }
    return unique;
  });
}

/** Returns the layer's bounds. */
function insertRows(database: SqlDatabase, table: ExportTable, srs: number, multi: boolean): number[] {
  const { name, columns, rows, geometry } = table;
  const bounds = [Infinity, Infinity, -Infinity, -Infinity];
  const slots = ["NULL", ...(geometry === null ? [] : ["?"]), ...columns.map(() => "?")];
  const insert = database.prepare(`INSERT INTO ${quoted(name)} VALUES (${slots.join(", ")})`);
  database.run("BEGIN");
  for (const [i, row] of rows.entries()) {
    const cells = row.map((cell) => (typeof cell === "boolean" ? Number(cell) : cell));
    const shape = shapeAt(geometry, i);
    const extent = shape === null ? bounds : boundsOf(positionsOf(shape));
    widen(bounds, extent);
    const drawn = shape === null ? null : geometryBlob(multi ? asMulti(shape) : shape, extent, srs);
    insert.run(geometry === null ? cells : [drawn, ...cells]);
  }
  database.run("COMMIT");
  insert.free();
  return bounds;
}

/** Clause 2.1.3: "GP", version 0, flags, srs_id, envelope [west, east, south, north] but for points, WKB. */
function geometryBlob(shape: Shape, [west, south, east, north]: readonly number[], srs: number): Uint8Array {
  const out = createByteWriter(256);
  const isPoint = shape.type === "Point";
  out.bytes([0x47, 0x50, 0, isPoint ? LITTLE_ENDIAN : LITTLE_ENDIAN | ENVELOPE_XY]);
  out.i32(srs);
  if (!isPoint) for (const value of [west, east, south, north]) out.f64(value!);
  writeWkb(out, shape);
  return out.done();
}

const LITTLE_ENDIAN = 1;
const ENVELOPE_XY = 1 << 1;
