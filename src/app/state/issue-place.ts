// Where on the map an issue is: the place it names, or the row of the layer that its file became.

import type { Issue } from "../../core/base/index.ts";
import { boxOf } from "../../core/geo/index.ts";
import type { Baseline, LayerRole } from "../../core/model/index.ts";
import type { Bounds } from "./place-bounds.ts";

/** null when it has no place, or its row was set aside. */
export function issueBounds(baseline: Baseline, { code, file, row, values }: Issue): Bounds | null {
  if (code.startsWith("area.") && typeof values?.["x"] === "number" && typeof values["y"] === "number") {
    return around(values["x"], values["y"]);
  }
  const sources = baseline.sources.filter((source) => source.file === file);
  const [source] = sources;
  if (row === undefined || source === undefined || sources.length > 1) return null;
  return ROWS[source.role]?.(baseline, row) ?? null;
}

type RowBounds = (baseline: Baseline, row: number) => Bounds | null;

const ofAreas =
  (role: "communities" | "subdistricts" | "grids"): RowBounds =>
  (baseline, row) => {
    const { records, polygons } = baseline[role];
    const index = records.findIndex((record) => record.row === row);
    return index === -1 ? null : whole(boxOf(polygons, index));
  };

const ofLines =
  (role: "network" | "barriers"): RowBounds =>
  (baseline, row) => {
    const { lines, row: rows } = baseline[role];
    const index = rows.indexOf(row);
    const at = 2 * (lines.offsets[index] ?? 0);
    return index === -1 ? null : around(lines.xy[at]!, lines.xy[at + 1]!);
  };

const ofPoints = (xy: Float64Array, rows: Uint32Array, row: number): Bounds | null => {
  const index = rows.indexOf(row);
  return index === -1 ? null : around(xy[2 * index]!, xy[2 * index + 1]!);
};

const ROWS: Readonly<Partial<Record<LayerRole, RowBounds>>> = {
  residences: ({ residences }, row) => ofPoints(residences.xy, residences.row, row),
  gates: ({ gates }, row) => ofPoints(gates.xy, gates.row, row),
  centers: ({ centers }, row) => {
    const center = centers.find((each) => each.row === row);
    return center === undefined ? null : around(center.lon, center.lat);
  },
  communities: ofAreas("communities"),
  subdistricts: ofAreas("subdistricts"),
  grids: ofAreas("grids"),
  network: ofLines("network"),
  barriers: ofLines("barriers"),
};

/** Half of what is shown around a point, degrees of latitude: some 250 m. */
const AROUND = 0.00225;

function around(lon: number, lat: number): Bounds | null {
  if (!Number.isFinite(lon + lat)) return null;
  const wide = AROUND / Math.cos((lat * Math.PI) / 180);
  return [lon - wide, lat - AROUND, lon + wide, lat + AROUND];
}

const whole = ([west, south, east, north]: readonly [number, number, number, number]): Bounds | null =>
  west <= east ? [west, south, east, north] : null;
