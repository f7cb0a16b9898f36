// Residences from points or footprints: every usable row is one residence, also when its households are unknown.

import { NO_POLYGONS } from "../geo/index.ts";
import type { Areas, Residences } from "../model/index.ts";
import { assignIds } from "./assign-ids.ts";
import type { ImportLog, RowFault } from "./import-log.ts";
import { logRows } from "./import-log.ts";
import { joinFloats } from "./join-floats.ts";
import { parseHouseholds } from "./parse-households.ts";
import type { PlacedLayer } from "./place-layer.ts";
import { polygonColumns } from "./polygon-builder.ts";
import { representativePoints } from "./representative-points.ts";
import { resolvePlaces } from "./resolve-places.ts";
import { cellOf } from "./row-access.ts";
import { textOf } from "./text-of.ts";

export function buildResidences(
  layers: readonly PlacedLayer[],
  communities: Areas,
  grids: Areas,
  log: ImportLog,
): Residences {
  const taken = new Map<string, number>();
  const one = createPool();
  const parts = layers.map((layer) => readLayer(layer, communities, grids, taken, one, log));
  const footprints =
    parts.length === 1
      ? parts[0]!.footprints
      : polygonColumns(layers.flatMap(({ rows }) => rows.map(({ shape }) => shape)));
  return {
    count: footprints.count,
    id: joined(parts.map(({ id }) => id)),
    name: joined(parts.map(({ name }) => name)),
    compound: joined(parts.map(({ compound }) => compound)),
    communityId: joined(parts.map(({ communityId }) => communityId)),
    gridId: joined(parts.map(({ gridId }) => gridId)),
    xy: joinFloats(parts.map(({ xy }) => xy)),
    households: joinFloats(parts.map(({ households }) => households)),
    footprints: footprints.xy.length > 0 ? footprints : NO_POLYGONS,
    row: Uint32Array.from(layers.flatMap(({ rows }) => rows.map(({ source }) => source.row))),
  };
}

const joined = (columns: readonly string[][]): string[] =>
  columns.length === 1 ? columns[0]! : columns.flat();

/** One string for equal ones, so that 250,000 rows hold the names of 300 communities once; unique ones pass. */
function createPool(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const first = known.get(text);
    if (first === undefined && known.size < POOLED) known.set(text, text);
    return first ?? text;
  };
}
const POOLED = 20_000;

function readLayer(
  { rows, spec, table }: PlacedLayer,
  communities: Areas,
  grids: Areas,
  taken: Map<string, number>,
  one: (text: string) => string,
  log: ImportLog,
) {
  const { fields } = spec;
  const faults: RowFault[] = [];
  const sources = rows.map(({ source }) => source);
  const text = (column: string | undefined): string[] =>
    column === undefined ? sources.map(() => "") : sources.map((row) => one(textOf(cellOf(row, column))));
  const footprints = polygonColumns(rows.map(({ shape }) => shape));
  const drawn = rows.reduce((sum, { shape }) => sum + (shape.kind === "polygon" ? 1 : 0), 0);
  if (drawn > 0) {
    log.issues.push({
      code: "layer.footprints",
      severity: "info",
      file: table.file,
      values: { rows: drawn },
    });
  }
  const columns = {
    footprints,
    id: assignIds(sources, fields.id, taken, faults),
    name: text(fields.name),
    compound: text(fields.compound),
    communityId: resolvePlaces(sources, fields.community, communities, faults).map(one),
    gridId: resolvePlaces(sources, fields.grid, grids, faults).map(one),
    xy: representativePoints(rows, false, faults, footprints),
    households: Float64Array.from(sources, (row) => {
      if (fields.households === undefined) return Number.NaN;
      const { value, issue } = parseHouseholds(cellOf(row, fields.households));
      if (issue !== null) faults.push({ row, field: fields.households, ...issue });
      return value;
    }),
  };
  logRows(log, table, faults);
  return columns;
}
