// What is wrong with the drawing of areas: boundaries that cross themselves, communities that overlap, ground between
// them that belongs to none. Each is measured and said; nothing is changed.

import type { Issue } from "../base/index.ts";
import type { Areas } from "../model/index.ts";
import { findSelfCrossing } from "./find-self-crossing.ts";
import type { ImportLog, RowFault } from "./import-log.ts";
import { logRows } from "./import-log.ts";
import { measureTiling } from "./measure-tiling.ts";
import type { PlacedLayer } from "./place-layer.ts";

/** `layers`: those that `areas` were built from, in the same order. */
export async function checkAreas(
  areas: Areas,
  layers: readonly PlacedLayer[],
  log: ImportLog,
): Promise<void> {
  let feature = 0;
  for (const { rows, table } of layers) {
    const faults: RowFault[] = [];
    for (const { source } of rows) {
      const at = findSelfCrossing(areas.polygons, feature++);
      if (at === null) continue;
      const values = { x: rounded(at[0]), y: rounded(at[1]) };
      faults.push({ row: source, code: "area.selfCrossing", severity: "warning", values });
    }
    logRows(log, table, faults);
  }
  if (areas.kind === "community") log.issues.push(...(await tilingIssues(areas, layers)));
}

async function tilingIssues(areas: Areas, layers: readonly PlacedLayer[]): Promise<Issue[]> {
  const files = layers.flatMap(({ rows, table }) => rows.map(() => table.file));
  const { overlaps, gaps } = await measureTiling(areas.polygons);
  return [
    ...overlaps.map(({ a, b, area }): Issue => {
      const [one, other] = [areas.records[a]!, areas.records[b]!];
      const values = { name: one.name, other: other.name, area: Math.round(area) };
      return { code: "area.overlap", severity: "warning", file: files[a]!, row: one.row, values };
    }),
    ...gaps.map(({ area, at }): Issue => {
      const values = { role: areas.kind, area: Math.round(area), x: rounded(at[0]), y: rounded(at[1]) };
      return { code: "area.gap", severity: "warning", file: files[0]!, values };
    }),
  ];
}

/** Degrees to about a decimetre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
