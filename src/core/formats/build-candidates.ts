// Candidate sites: rooms and plots where a centre could be, from points, or from polygons by a point inside. One
// whose area or cost nobody wrote down is kept with that figure unknown, and said; it is never free and never empty.

import type { Areas, CandidateSite } from "../model/index.ts";
import { assignIds } from "./assign-ids.ts";
import type { FeatureRow } from "./feature-table.ts";
import type { ImportLog, RowFault } from "./import-log.ts";
import { logRows } from "./import-log.ts";
import type { FieldName } from "./import-types.ts";
import { costUnit, isBareCost, parseCost } from "./parse-cost.ts";
import { parseFloor } from "./parse-floor.ts";
import type { ParsedCell } from "./parse-households.ts";
import { parseArea } from "./parse-households.ts";
import type { PlacedLayer } from "./place-layer.ts";
import { representativePoints } from "./representative-points.ts";
import { resolvePlaces } from "./resolve-places.ts";
import { textOf } from "./text-of.ts";

export function buildCandidates(
  layers: readonly PlacedLayer[],
  communities: Areas,
  log: ImportLog,
): CandidateSite[] {
  const taken = new Map<string, number>();
  return layers.flatMap((layer) => readLayer(layer, communities, taken, log));
}

function readLayer(
  { rows, spec: { fields }, table }: PlacedLayer,
  communities: Areas,
  taken: Map<string, number>,
  log: ImportLog,
): CandidateSite[] {
  const faults: RowFault[] = [];
  const sources = rows.map(({ source }) => source);
  const text = ({ properties }: FeatureRow, field: FieldName): string =>
    fields[field] === undefined ? "" : textOf(properties[fields[field]]);
  const figure = (row: FeatureRow, field: FieldName, parse: (raw: unknown) => ParsedCell): number | null => {
    const column = fields[field];
    if (column === undefined) return null;
    const { value, issue } = parse(row.properties[column]);
    if (issue !== null) faults.push({ row, field: column, ...issue });
    return Number.isNaN(value) ? null : value;
  };
  const unit = costUnit(fields.cost ?? "");
  const ids = assignIds(sources, fields.id, taken, faults);
  const xy = representativePoints(rows, true, faults);
  const communityIds = resolvePlaces(sources, fields.community, communities, faults);
  const sites = sources.map(
    (row, i): CandidateSite => ({
      id: ids[i]!,
      name: text(row, "name") || ids[i]!,
      lon: xy[2 * i]!,
      lat: xy[2 * i + 1]!,
      kind: text(row, "kind") || null,
      floorArea: figure(row, "area", parseArea),
      cost: figure(row, "cost", (raw) => parseCost(raw, unit)),
      floor: floorOf(row, fields.floor, faults),
      openHours: text(row, "openHours") || null,
      communityId: communityIds[i] || null,
      row: row.row,
    }),
  );
  const { cost } = fields;
  if (unit === null && cost !== undefined && sources.some((row) => isBareCost(row.properties[cost]))) {
    log.issues.push({ code: "cost.unitAssumed", severity: "info", file: table.file, field: cost });
  }
  logRows(log, table, faults);
  return sites;
}

function floorOf(row: FeatureRow, column: string | undefined, faults: RowFault[]): number | null {
  if (column === undefined) return null;
  const value = textOf(row.properties[column]);
  const floor = parseFloor(value);
  if (value !== "" && floor === null) {
    faults.push({
      row,
      code: "candidate.floorUnknown",
      severity: "warning",
      field: column,
      values: { value },
    });
  }
  return floor;
}
