// GeoPackage (OGC 12-128r19): every table of features or attributes in gpkg_contents is a layer, its coordinate
// system from gpkg_spatial_ref_sys. Only true tables are read: a view could be made to run without an end.

import type { Database, SqlValue } from "sql.js";
import type { Issue } from "../base/index.ts";
import { Failure } from "../base/index.ts";
import type { FeatureRow, TableRead } from "./feature-table.ts";
import { unread } from "./feature-table.ts";
import type { FileGroup, ReadContext } from "./format.ts";
import { guardRead, makeTable, readOf } from "./make-table.ts";
import { parseGeoPackageBlob } from "./parse-wkb.ts";

export function readGeopackage(
  { main }: FileGroup,
  { libraries, control }: ReadContext,
): Promise<readonly TableRead[]> {
  const { sqlWasm } = libraries;
  if (sqlWasm === undefined) {
    const values = { format: "GeoPackage" };
    const issue = { code: "file.libraryMissing", severity: "error", file: main.name, values } as const;
    return Promise.resolve([unread(issue)]);
  }
  return guardRead(main.name, "GeoPackage", async () => {
    const { default: initSqlJs } = await import("sql.js");
    const sql = await initSqlJs(
      typeof sqlWasm === "string" ? { locateFile: () => sqlWasm } : { wasmBinary: exactBuffer(sqlWasm) },
    );
    const database = new sql.Database(main.bytes);
    try {
      const layers = listLayers(database);
      const reads: TableRead[] = [];
      for (const layer of layers) {
        if (control.cancelled()) throw new Failure("cancelled");
        await control.pause();
        reads.push(readLayer(database, layer, main.name, layers.length > 1));
      }
      return reads;
    } finally {
      database.close();
    }
  });
}

const exactBuffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

interface Layer {
  readonly table: string;
  /** "" in tables of attributes. */
  readonly geometryColumn: string;
  readonly datum: string | null;
  readonly prj: string | null;
}

/** Tables in the order of the contents; names compared without case, as SQLite does. */
function listLayers(database: Database): Layer[] {
  const geometry = has(database, "gpkg_geometry_columns")
    ? "LEFT JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)"
    : "LEFT JOIN (SELECT NULL AS column_name, NULL AS srs_id) g";
  const [found] = database.exec(
    `SELECT m.name, coalesce(g.column_name, ''), r.organization, r.organization_coordsys_id, r.definition
     FROM gpkg_contents c
     JOIN sqlite_master m ON m.type = 'table' AND lower(m.name) = lower(c.table_name)
     ${geometry}
     LEFT JOIN gpkg_spatial_ref_sys r ON r.srs_id = g.srs_id
     WHERE c.data_type IN ('features', 'attributes', 'aspatial')
     ORDER BY c.rowid`,
  );
  return (found?.values ?? []).map(
    ([table, geometryColumn, organization, code, definition]): Layer => ({
      table: String(table),
      geometryColumn: String(geometryColumn),
      datum: /^epsg$/i.test(String(organization)) && Number(code) > 0 ? `EPSG:${code}` : null,
      prj: typeof definition === "string" && /^\s*\w+\s*\[/.test(definition) ? definition : null,
    }),
  );
}

const has = (database: Database, table: string): boolean =>
  database.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [table]).length > 0;

function readLayer(database: Database, layer: Layer, file: string, several: boolean): TableRead {
  const statement = database.prepare(`SELECT * FROM "${layer.table.replaceAll('"', '""')}"`);
  try {
    const names = statement.getColumnNames();
    const shape = names.findIndex((name) => name.toLowerCase() === layer.geometryColumn.toLowerCase());
    const rows: FeatureRow[] = [];
    const bad: number[] = [];
    while (statement.step()) {
      const values = statement.get();
      const row = rows.length + 1;
      const properties: Record<string, unknown> = {};
      names.forEach((name, i) => {
        if (i !== shape) properties[name] = plainValue(values[i]);
      });
      const geometry = shape < 0 ? null : geometryOf(values[shape]);
      if (geometry === UNREADABLE) bad.push(row);
      rows.push({ row, properties, geometry });
    }
    const known = {
      layer: several ? layer.table : "",
      columns: names.filter((_, i) => i !== shape),
      datum: layer.datum,
      prj: layer.prj,
    };
    return readOf(makeTable(file, "gpkg", rows, known), emptyIssues(file, rows.length));
  } finally {
    statement.free();
  }
}

const emptyIssues = (file: string, rows: number): Issue[] =>
  rows > 0 ? [] : [{ code: "file.noFeatures", severity: "warning", file }];

/** Pictures and other binary values are no attributes. */
const plainValue = (value: SqlValue | undefined): string | number | null =>
  typeof value === "string" || typeof value === "number" ? value : null;

/** Stands for bytes that are no geometry; the importer sets the row aside. */
const UNREADABLE = { type: "unreadable" } as const;

function geometryOf(value: SqlValue | undefined): unknown {
  if (value === null || value === undefined) return null;
  if (!(value instanceof Uint8Array)) return UNREADABLE;
  try {
    return parseGeoPackageBlob(value);
  } catch {
    return UNREADABLE;
  }
}
