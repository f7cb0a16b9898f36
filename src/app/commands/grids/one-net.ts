// One net for all departments: their nets laid over the plan's, what does not fit shown on the map, taken over on either
// side: ours by an edit, theirs by the list of changes each department is handed.

import type { ExportTable, WriterId } from "../../../core/formats/index.ts";
import type { NetConflict } from "../../../core/gridding/index.ts";
import { GRIDS_DICTIONARIES } from "../../i18n/use-grids-text.ts";
import type { App } from "../../state/app.ts";
import { boundsOfRows } from "../../state/place-bounds.ts";
import { baselineOf } from "../../state/plan-selectors.ts";
import { type EditRefusal, editPlan } from "../edit-plan.ts";
import { runWork } from "../run-work.ts";
import { saveTables } from "../save-tables.ts";
import { changeGrids } from "./change-grids.ts";
import { sumHouseholds } from "./grid-stroke.ts";

/** Compares the net as it stands; nothing while its borders are still being drawn, or when that is done already. */
export async function compareNets(app: App): Promise<void> {
  const { grids: work } = app.store.getState();
  const baseline = baselineOf(app.store.getState());
  const outlines = work?.scenery.outlines ?? null;
  if (work === null || baseline === null || outlines === null || work.scenery.stale) return;
  if (baseline.departmentNets.length === 0 || work.oneNet?.net === work.net) return;
  const input = {
    ground: work.ground.ground,
    gridOf: work.net.gridOf,
    nets: baseline.departmentNets.map(({ department, areas }) => ({ name: department, areas })),
    drawn: { polygons: outlines.polygons, grids: outlines.grids },
  };
  const report = await runWork(app, { stage: "grids" }, (options) =>
    app.engine.run("grids.compare", input, options),
  );
  if (report !== null && app.store.getState().grids?.net === work.net) {
    changeGrids(app, { oneNet: { net: work.net, report }, disputed: [] });
  }
}

/** Brings the disputed buildings into view. */
export function showConflict(app: App, { units }: Pick<NetConflict, "units">): void {
  changeGrids(app, { disputed: units });
  const bounds = boundsOfRows(app.store.getState(), units);
  if (bounds !== null) app.map.current?.flyTo(bounds);
}

/** Settles a conflict as the department has it. */
export function yieldTo(app: App, target: number, { units }: NetConflict): EditRefusal | null {
  const work = app.store.getState().grids;
  if (work === null) return "grid.unknown";
  const { net, ground, level } = work;
  const figures = { households: sumHouseholds(ground.units, units), residences: units.length };
  const gridId = net.grids[target]?.id ?? "";
  return editPlan(app, "grid.assign", { level, rows: units, gridId }, { figures });
}

/** What each department has to change, one table a department. */
export async function exportChanges(app: App, format: Extract<WriterId, "xlsx" | "csv">): Promise<void> {
  const { grids: work, settings } = app.store.getState();
  const residences = baselineOf(app.store.getState())?.residences;
  if (work?.oneNet == null || residences === undefined) return;
  const words = GRIDS_DICTIONARIES[settings.language].oneNet;
  const { net, report } = work.oneNet;
  const { columns } = words;
  const tables = report.departments.map(({ name, codes, gridOf, merged }): ExportTable => {
    const rows = [...merged.keys()].filter((row) => merged[row] !== gridOf[row]);
    return {
      name,
      columns: [
        ...[columns.unit, columns.name, columns.compound].map((each) => ({
          name: each,
          type: "string" as const,
        })),
        { name: columns.households, type: "number", unit: words.householdUnit },
        ...[columns.from, columns.to, columns.base].map((each) => ({ name: each, type: "string" as const })),
      ],
      rows: rows.map((row) => [
        residences.id[row] ?? "",
        residences.name[row] ?? "",
        residences.compound[row] ?? "",
        residences.households[row] ?? Number.NaN,
        codes[gridOf[row] ?? -1] ?? words.nowhere,
        codes[merged[row] ?? -1] ?? words.nowhere,
        net.grids[net.gridOf[row] ?? -1]?.code ?? "",
      ]),
      geometry: null,
    };
  });
  await saveTables(app, tables, format, words.file);
}
