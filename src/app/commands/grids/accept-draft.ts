// Takes a draft into the plan: as a whole, for one community, or one grid of it; or lets it go.

import type { Grid } from "../../../core/model/index.ts";
import type { App } from "../../state/app.ts";
import type { GridDraft, GridWork } from "../../state/grid-work.ts";
import { type EditRefusal, editPlan } from "../edit-plan.ts";
import { changeGrids } from "./change-grids.ts";
import { sumHouseholds } from "./grid-stroke.ts";
import { describeNet, netOfPlan } from "./net-of-plan.ts";
import { rangeShown } from "./range-of.ts";

/** `areas`: places of the draft; all when absent. null when taken, else why not. */
export function acceptDraft(app: App, areas?: readonly number[]): EditRefusal | null {
  const work = app.store.getState().grids;
  const draft = work?.draft;
  if (work === null || draft === null || draft === undefined || draft.running) return null;
  const wanted = new Set(areas ?? draft.areas.map(({ area }) => area));
  const { net, places: divided } = draft;
  const rows = [...net.gridOf.keys()].filter((row) => wanted.has(divided.of[row] ?? -1));
  const taken = [...new Set(rows.map((row) => net.gridOf[row] ?? -1))].filter((grid) => grid >= 0);
  const places = new Map(taken.map((grid, k) => [grid, k]));
  const micro = draft.mode === "micro";
  const within = [...wanted].map((own) => divided.ids[own] ?? "");
  const refused = editPlan(
    app,
    "grids.adopt",
    {
      level: micro ? "micro" : "grid",
      within,
      grids: taken.flatMap((grid) => net.grids[grid] ?? []),
      rows,
      gridOf: rows.map((row) => places.get(net.gridOf[row] ?? -1) ?? -1),
    },
    { figures: { grids: taken.length, households: movedHouseholds(work, draft, rows) } },
  );
  if (refused !== null && refused !== "nothingChanged") return refused;
  const left = draft.areas.filter((own) => !wanted.has(own.area));
  keepRest(app, left.length === 0 ? null : { ...draft, areas: left });
  return null;
}

/** One grid of the draft: its residences come together in it, whatever they were in. */
export function acceptGrid(app: App, grid: number): void {
  const work = app.store.getState().grids;
  const draft = work?.draft;
  const wanted = draft?.net.grids[grid];
  if (work === null || draft === null || draft === undefined || wanted === undefined) return;
  const rows = [...draft.net.gridOf.keys()].filter((row) => draft.net.gridOf[row] === grid);
  const isNew = !work.net.grids.some(({ id }) => id === wanted.id);
  const figures = { households: sumHouseholds(work.ground.units, rows), residences: rows.length };
  const level = draft.mode === "micro" ? "micro" : "grid";
  const input = { level, rows, gridId: wanted.id, ...(isNew ? { create: wanted } : {}) } as const;
  const refused = editPlan(app, "grid.assign", input, { figures });
  if (refused === null || refused === "nothingChanged") keepRest(app, draft);
}

/** One grid of the draft is let go: its residences are where the plan has them, the rest of the draft stays. */
export function keepGrid(app: App, grid: number): void {
  const state = app.store.getState();
  const draft = state.grids?.draft;
  if (state.grids === null || draft === null || draft === undefined) return;
  const { ground } = state.grids;
  const range = rangeShown(state);
  const now = netOfPlan(state.history.plan, draft.mode === "micro" ? "micro" : "grid", ground, range);
  const grids = [...draft.net.grids];
  const placeOf = (own: Grid | undefined): number => {
    if (own === undefined) return -1;
    const known = grids.findIndex(({ id }) => id === own.id);
    return known >= 0 ? known : grids.push(own) - 1;
  };
  const gridOf = draft.net.gridOf.map((own, row) =>
    own === grid ? placeOf(now.grids[now.gridOf[row] ?? -1]) : own,
  );
  changeGrids(app, { draft: { ...draft, net: describeNet(grids, gridOf, ground, range, draft.net) } });
}

export function dropDraft(app: App): void {
  app.store.getState().work?.cancel();
  changeGrids(app, { draft: null });
}

/** What is left of the draft holds for the plan as it is now. */
function keepRest(app: App, draft: GridDraft | null): void {
  const { revision } = app.store.getState().history;
  changeGrids(app, { draft: draft === null ? null : { ...draft, revision } });
}

/** Households whose grid is another one than before. */
function movedHouseholds({ net, ground }: GridWork, draft: GridDraft, rows: readonly number[]): number {
  const moved = rows.filter(
    (row) =>
      (net.gridOf[row] ?? -1) >= 0 &&
      net.grids[net.gridOf[row] ?? -1]?.id !== draft.net.grids[draft.net.gridOf[row] ?? -1]?.id,
  );
  return sumHouseholds(ground.units, moved);
}
