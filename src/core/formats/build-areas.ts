// Communities, subdistricts and grids from their polygons: code, name, the place one level up, households by
// the place's own roll, and the counts that rules may ask for.

import type { AreaKind, AreaRecord, Areas } from "../model/index.ts";
import { assignIds } from "./assign-ids.ts";
import type { FeatureRow } from "./feature-table.ts";
import type { ImportLog, RowFault } from "./import-log.ts";
import { logRows } from "./import-log.ts";
import type { FieldName } from "./import-types.ts";
import type { ParsedCell } from "./parse-households.ts";
import { parseHouseholds, parseNumber } from "./parse-households.ts";
import type { PlacedLayer } from "./place-layer.ts";
import { polygonColumns } from "./polygon-builder.ts";
import { resolvePlaces } from "./resolve-places.ts";
import { textOf } from "./text-of.ts";

/** `parents`: the areas one level up, by whose codes or names the file may refer to them; null where none are kept. */
export function buildAreas(
  kind: AreaKind,
  layers: readonly PlacedLayer[],
  parents: Areas | null,
  log: ImportLog,
): Areas {
  const taken = new Map<string, number>();
  const records = layers.flatMap((layer) => recordsOf(layer, parents, taken, log));
  return {
    kind,
    records,
    polygons: polygonColumns(layers.flatMap(({ rows }) => rows.map(({ shape }) => shape))),
  };
}

const COUNTS = ["partyOrgs", "gridWorkers"] as const satisfies readonly FieldName[];

function recordsOf(
  { rows, spec, table }: PlacedLayer,
  parents: Areas | null,
  taken: Map<string, number>,
  log: ImportLog,
): AreaRecord[] {
  const { fields } = spec;
  const faults: RowFault[] = [];
  const sources = rows.map(({ source }) => source);
  const ids = assignIds(sources, fields.id, taken, faults);
  const parentIds = parents === null ? [] : resolvePlaces(sources, fields.parent, parents, faults);
  const cell = (row: FeatureRow, field: FieldName, parse: (raw: unknown) => ParsedCell): number => {
    const column = fields[field];
    if (column === undefined) return Number.NaN;
    const { value, issue } = parse(row.properties[column]);
    if (issue !== null) faults.push({ row, field: column, ...issue });
    return value;
  };
  const records = sources.map((row, i): AreaRecord => {
    const stated = cell(row, "households", parseHouseholds);
    const counts = COUNTS.map((field) => [field, cell(row, field, parseNumber)] as const);
    return {
      id: ids[i]!,
      name: (fields.name === undefined ? "" : textOf(row.properties[fields.name])) || ids[i]!,
      parentId: parentIds[i] || null,
      statedHouseholds: Number.isNaN(stated) ? null : stated,
      numbers: Object.fromEntries(counts.filter(([, value]) => !Number.isNaN(value))),
      row: row.row,
    };
  });
  logRows(log, table, faults);
  return records;
}
