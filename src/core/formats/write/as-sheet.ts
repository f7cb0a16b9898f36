// A table as people read it in a spreadsheet: units in the header, formulas neutralised, places as columns (lon and
// lat, or x and y in metres, for points; WKT for lines and polygons).

import { isGeographic } from "./datum-wkt.ts";
import type { ExportNotes } from "./export-notes.ts";
import type { CellValue, ColumnType, ExportTable } from "./export-types.ts";
import { neutralise } from "./neutralise.ts";
import { isMulti, shapeAt, shapeKind } from "./shape-at.ts";
import { uniqueName } from "./unique-name.ts";
import { wktOf } from "./wkt.ts";

export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly types: readonly ColumnType[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** Texts come out as they are; what neutralising will change is noted. */
export function asSheet(table: ExportTable, datum: string, notes: ExportNotes): Sheet {
  const taken = new Set(table.columns.map(({ name }) => name.toLowerCase()));
  const places = placeColumns(table, datum);
  for (const row of table.rows) {
    row.forEach((cell, i) => {
      if (typeof cell !== "string" || neutralise(cell) === cell) return;
      notes.add("export.formula", "info", { table: table.name, field: table.columns[i]!.name });
    });
  }
  return {
    name: table.name,
    header: [
      ...table.columns.map(({ name, unit }) => (unit === undefined ? name : `${name} (${unit})`)),
      ...places.names.map((name) => uniqueName(name, taken)),
    ],
    types: [...table.columns.map(({ type }) => type), ...places.types],
    rows: table.rows.map((row, i) => [...row, ...places.cells(i)]),
  };
}

interface PlaceColumns {
  readonly names: readonly string[];
  readonly types: readonly ColumnType[];
  readonly cells: (row: number) => readonly CellValue[];
}

function placeColumns({ geometry }: ExportTable, datum: string): PlaceColumns {
  if (geometry === null) return { names: [], types: [], cells: () => [] };
  if (shapeKind(geometry) === "point" && !isMulti(geometry)) {
    return {
      names: isGeographic(datum) ? ["lon", "lat"] : ["x", "y"],
      types: ["number", "number"],
      cells: (row) => {
        const shape = shapeAt(geometry, row);
        return shape?.type === "Point" ? shape.coordinates : [null, null];
      },
    };
  }
  const cells = (row: number): readonly CellValue[] => {
    const shape = shapeAt(geometry, row);
    return [shape === null ? null : wktOf(shape)];
  };
  return { names: ["wkt"], types: ["string"], cells };
}
