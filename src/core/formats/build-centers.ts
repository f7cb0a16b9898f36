// Service centres from points, or from polygons by a point inside. Without a level in the file the name tells
// it, and a community centre is taken where it does not: both are said.

import type { Areas, ServiceCenter } from "../model/index.ts";
import { assignIds } from "./assign-ids.ts";
import type { FeatureRow } from "./feature-table.ts";
import type { ImportLog, RowFault } from "./import-log.ts";
import { logRows } from "./import-log.ts";
import type { FieldName } from "./import-types.ts";
import { parseArea } from "./parse-households.ts";
import { parseKind, parseLevel } from "./parse-level.ts";
import type { PlacedLayer } from "./place-layer.ts";
import { representativePoints } from "./representative-points.ts";
import { resolvePlaces } from "./resolve-places.ts";
import { textOf } from "./text-of.ts";

export function buildCenters(
  layers: readonly PlacedLayer[],
  communities: Areas,
  log: ImportLog,
): ServiceCenter[] {
  const taken = new Map<string, number>();
  return layers.flatMap((layer) => readLayer(layer, communities, taken, log));
}

function readLayer(
  { rows, spec, table }: PlacedLayer,
  communities: Areas,
  taken: Map<string, number>,
  log: ImportLog,
): ServiceCenter[] {
  const { fields } = spec;
  const faults: RowFault[] = [];
  const sources = rows.map(({ source }) => source);
  const text = ({ properties }: FeatureRow, field: FieldName): string =>
    fields[field] === undefined ? "" : textOf(properties[fields[field]]);
  const ids = assignIds(sources, fields.id, taken, faults);
  const xy = representativePoints(rows, true, faults);
  const communityIds = resolvePlaces(sources, fields.community, communities, faults);
  let assumed = 0;
  const centers = sources.map((row, i): ServiceCenter => {
    const name = text(row, "name") || ids[i]!;
    const stated = text(row, "level");
    const level = parseLevel(stated) ?? parseLevel(name);
    if (stated !== "" && parseLevel(stated) === null) {
      const values = { value: stated, used: level ?? "community" };
      faults.push({ row, code: "center.levelUnknown", severity: "warning", field: fields.level!, values });
    }
    if (stated === "" && level === null) assumed++;
    return {
      id: ids[i]!,
      name,
      level: level ?? "community",
      kind: parseKind(text(row, "kind"), name),
      lon: xy[2 * i]!,
      lat: xy[2 * i + 1]!,
      floorArea: floorAreaOf(row, fields.area, faults),
      communityId: communityIds[i] || null,
      row: row.row,
    };
  });
  if (assumed > 0) {
    const values = { rows: assumed };
    log.issues.push({ code: "center.levelGuessed", severity: "info", file: table.file, values });
  }
  logRows(log, table, faults);
  return centers;
}

function floorAreaOf(row: FeatureRow, column: string | undefined, faults: RowFault[]): number | null {
  if (column === undefined) return null;
  const { value, issue } = parseArea(row.properties[column]);
  if (issue !== null) faults.push({ row, field: column, ...issue });
  return Number.isNaN(value) ? null : value;
}
