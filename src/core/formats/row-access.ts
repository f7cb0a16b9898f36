// Rows that stand for a record of their file and decode what they are asked for, cell by cell: a table of a quarter of a
// million rows costs no object per cell, and columns that nobody uses are never decoded. Such rows must not be spread
// (`{...row}`): overlayRow gives one with another geometry or without some columns.

import type { FeatureRow } from "./feature-table.ts";
import type { CoordinateColumns } from "./parse-position.ts";
import { readPosition } from "./parse-position.ts";
import type { Shape, ShapeFault } from "./read-shape.ts";
import { pointShape, readShape } from "./read-shape.ts";

/** What a reader knows about its records, by their 0-based number. */
export interface RecordSource {
  readonly cell: (record: number, column: string) => unknown;
  readonly properties: (record: number) => Readonly<Record<string, unknown>>;
  readonly geometry: (record: number) => unknown;
  /** The same as readShape makes of the geometry, without the way round by GeoJSON. */
  readonly shape?: (record: number) => Shape | ShapeFault;
}

export const recordRow = (row: number, source: RecordSource, record: number): FeatureRow =>
  source.shape === undefined ? new RecordRow(row, source, record) : new ShapedRow(row, source, record);

export interface Overlay {
  /** In place of the row's own geometry. */
  readonly geometry?: unknown;
  readonly without?: ReadonlySet<string>;
}

/** The row with something changed. */
export function overlayRow(row: FeatureRow, { geometry, without = NONE }: Overlay): FeatureRow {
  if (row.cell === undefined)
    return {
      row: row.row,
      properties: withoutKeys(row.properties, without),
      geometry: geometry ?? row.geometry,
    };
  const kept = without.size === 0 ? row : narrowRow(row, without);
  return geometry === undefined ? kept : new RelocatedRow(kept, geometry);
}

const NONE: ReadonlySet<string> = new Set();

const withoutKeys = (properties: FeatureRow["properties"], without: ReadonlySet<string>) =>
  without.size === 0
    ? properties
    : Object.fromEntries(Object.entries(properties).filter(([column]) => !without.has(column)));

const narrowRow = (row: FeatureRow, without: ReadonlySet<string>): FeatureRow =>
  row.shape === undefined ? new NarrowRow(row, without) : new NarrowShapedRow(row, without);

/** One cell of a row. */
export const cellOf = (row: FeatureRow, column: string): unknown =>
  row.cell === undefined ? row.properties[column] : row.cell(column);

/** The shape of a row: its geometry, else the point in its coordinate columns. */
export function shapeOf(row: FeatureRow, fields: CoordinateColumns): Shape | ShapeFault {
  if (row.shape !== undefined) {
    const shape = row.shape();
    if (shape !== "none") return shape;
  } else if (row.geometry !== null) return readShape(row.geometry);
  const { lon, lat } = fields;
  if (lon === undefined || lat === undefined) return "none";
  const position = readPosition(cellOf(row, lon), cellOf(row, lat));
  return position === null ? "none" : pointShape(position[0], position[1]);
}

class RecordRow implements FeatureRow {
  readonly row: number;
  protected readonly source: RecordSource;
  protected readonly record: number;

  constructor(row: number, source: RecordSource, record: number) {
    this.row = row;
    this.source = source;
    this.record = record;
  }

  get properties(): FeatureRow["properties"] {
    return this.source.properties(this.record);
  }

  get geometry(): unknown {
    return this.source.geometry(this.record);
  }

  cell(column: string): unknown {
    return this.source.cell(this.record, column);
  }
}

class ShapedRow extends RecordRow {
  shape(): Shape | ShapeFault {
    return this.source.shape!(this.record);
  }
}

class NarrowRow implements FeatureRow {
  protected readonly base: FeatureRow;
  private readonly without: ReadonlySet<string>;

  constructor(base: FeatureRow, without: ReadonlySet<string>) {
    this.base = base;
    this.without = without;
  }

  get row(): number {
    return this.base.row;
  }

  get properties(): FeatureRow["properties"] {
    return withoutKeys(this.base.properties, this.without);
  }

  get geometry(): unknown {
    return this.base.geometry;
  }

  cell(column: string): unknown {
    return this.without.has(column) ? undefined : cellOf(this.base, column);
  }
}

class NarrowShapedRow extends NarrowRow {
  shape(): Shape | ShapeFault {
    return this.base.shape!();
  }
}

class RelocatedRow implements FeatureRow {
  private readonly base: FeatureRow;
  readonly geometry: unknown;

  constructor(base: FeatureRow, geometry: unknown) {
    this.base = base;
    this.geometry = geometry;
  }

  get row(): number {
    return this.base.row;
  }

  get properties(): FeatureRow["properties"] {
    return this.base.properties;
  }

  cell(column: string): unknown {
    return cellOf(this.base, column);
  }
}
