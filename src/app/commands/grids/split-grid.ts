// Divides the selected grid, or the one the line begins in, along a line drawn by hand.

import { splitByLine } from "../../../core/gridding/index.ts";
import type { GridPointer } from "../../map/grids/grid-scene.ts";
import { degreesPerMetre } from "../../map/ground-metres.ts";
import type { App } from "../../state/app.ts";
import { baselineOf } from "../../state/plan-selectors.ts";
import { changeView } from "../change-view.ts";
import { editPlan } from "../edit-plan.ts";
import { randomId } from "../fresh-identity.ts";
import { hitsOf, offerRepair, sumHouseholds } from "./grid-stroke.ts";

export function splitGridAlong(app: App, line: readonly GridPointer[]): void {
  const { grids: work, view } = app.store.getState();
  const baseline = baselineOf(app.store.getState());
  if (work === null || baseline === null || work.draft !== null) return;
  const { net, ground, level } = work;
  const chosen = view.selection?.kind === "grid" ? view.selection.id : null;
  const at = net.grids.findIndex(({ id }) => id === chosen);
  const grid = at >= 0 ? at : gridUnder(app, line);
  const old = net.grids[grid];
  if (old === undefined || old.locked) return;
  const [perX, perY] = degreesPerMetre(line[0]?.lat ?? 0);
  const xy = baseline.residences.xy.map((value, i) => value / (i % 2 === 0 ? perX : perY));
  const cut = Float64Array.from(line.flatMap(({ lon, lat }) => [lon / perX, lat / perY]));
  const { changes } = splitByLine({ xy }, ground.graph, net.gridOf, grid, cut, net.grids.length);
  if (changes.length === 0) return;
  const rows = changes.map(({ unit }) => unit);
  const id = `grid-${randomId()}`;
  const figures = { households: sumHouseholds(ground.units, rows), residences: rows.length };
  if (editPlan(app, "grid.split", { id: old.id, rows, created: { id, name: "" } }, { figures }) !== null)
    return;
  if (chosen !== null) changeView(app, { selection: { kind: "grid", id } });
  const now = app.store.getState().grids?.net;
  if (now !== undefined && level === work.level) {
    offerRepair(
      app,
      now.gridOf,
      [old.id, id].map((own) => now.grids.findIndex((other) => other.id === own)),
    );
  }
}

/** The first grid that the line meets. */
function gridUnder(app: App, line: readonly GridPointer[]): number {
  const hits = hitsOf(app);
  const work = app.store.getState().grids;
  const [from, to] = [line[0], line.at(-1)];
  if (hits === null || work === null || from === undefined || to === undefined) return -1;
  const middle = { ...to, lon: (from.lon + to.lon) / 2, lat: (from.lat + to.lat) / 2 };
  return work.net.gridOf[hits.at(middle, LINE_REACH)] ?? -1;
}

/** Pixels around the middle of the line in which a building tells the grid. */
const LINE_REACH = 80;
