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
  const parts = layers.map((layer) => readLayer(layer, communities, grids, taken, log));
  const shapes = layers.flatMap(({ rows }) => rows.map(({ shape }) => shape));
  const hasFootprints = shapes.some(({ kind }) => kind === "polygon");
  return {
    count: shapes.length,
    id: parts.flatMap(({ id }) => id),
    name: parts.flatMap(({ name }) => name),
    compound: parts.flatMap(({ compound }) => compound),
    communityId: parts.flatMap(({ communityId }) => communityId),
    gridId: parts.flatMap(({ gridId }) => gridId),
    xy: joinFloats(parts.map(({ xy }) => xy)),
    households: joinFloats(parts.map(({ households }) => households)),
    footprints: hasFootprints ? polygonColumns(shapes) : NO_POLYGONS,
    row: Uint32Array.from(layers.flatMap(({ rows }) => rows.map(({ source }) => source.row))),
  };
}

function readLayer(
  { rows, spec, table }: PlacedLayer,
  communities: Areas,
  grids: Areas,
  taken: Map<string, number>,
  log: ImportLog,
) {
  const { fields } = spec;
  const faults: RowFault[] = [];
  const sources = rows.map(({ source }) => source);
  const text = (column: string | undefined): string[] =>
    sources.map((row) => (column === undefined ? "" : textOf(cellOf(row, column))));
  const footprints = rows.filter(({ shape }) => shape.kind === "polygon").length;
  if (footprints > 0) {
    log.issues.push({
      code: "layer.footprints",
      severity: "info",
      file: table.file,
      values: { rows: footprints },
    });
  }
  const columns = {
    id: assignIds(sources, fields.id, taken, faults),
    name: text(fields.name),
    compound: text(fields.compound),
    communityId: resolvePlaces(sources, fields.community, communities, faults),
    gridId: resolvePlaces(sources, fields.grid, grids, faults),
    xy: representativePoints(rows, false, faults),
    households: new Float64Array(
      sources.map((row) => {
        if (fields.households === undefined) return Number.NaN;
        const { value, issue } = parseHouseholds(cellOf(row, fields.households));
        if (issue !== null) faults.push({ row, field: fields.households, ...issue });
        return value;
      }),
    ),
  };
  logRows(log, table, faults);
  return columns;
}
