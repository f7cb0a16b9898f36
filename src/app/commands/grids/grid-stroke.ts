// The stroke of a brush over the net: units pass to the grid painted into (the selected one, else the one under the
// press) while totals and broken grids follow the pointer; letting go makes one entry in the history, and where a grid
// fell in pieces the ways to mend it are offered. A stroke selects nothing: a panel that opened would move the map.

import { contains } from "../../../core/geo/index.ts";
import type { GridUnits } from "../../../core/gridding/index.ts";
import { PaintStroke, repairStroke } from "../../../core/gridding/index.ts";
import type { AddGrid } from "../../../core/model/index.ts";
import type { GridPointer } from "../../map/grids/grid-scene.ts";
import type { App } from "../../state/app.ts";
import type { GridStroke, GridWork, LiveGrid } from "../../state/grid-work.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { baselineOf } from "../../state/plan-selectors.ts";
import { editPlan } from "../edit-plan.ts";
import { randomId } from "../fresh-identity.ts";
import { changeGrids } from "./change-grids.ts";
import { indexUnits, type UnitHits } from "./hit-units.ts";

interface Stroke {
  readonly tool: "brush" | "compound";
  readonly work: GridWork;
  readonly paint: PaintStroke;
  readonly hits: UnitHits;
  /** Index of the grid painted into; the number of grids for a new one. */
  readonly target: number;
  /** Community the stroke stays in; null = anywhere. */
  readonly area: number | null;
  /** A micro-grid stays in its grid: the grid's id, and the grid of each unit; null for grids. */
  readonly parents: { readonly id: string; readonly of: readonly string[] } | null;
}

const strokes = new WeakMap<App, Stroke>();
const indexes = new WeakMap<object, UnitHits>();

export function startStroke(app: App, tool: Stroke["tool"], at: GridPointer): void {
  const state = app.store.getState();
  const { grids: work, view } = state;
  const hits = hitsOf(app);
  if (work === null || hits === null || work.draft !== null || isReadOnly(state)) return;
  const { net, ground } = work;
  const under = hits.at(at, work.brush);
  const chosen = view.selection?.kind === "grid" ? view.selection.id : null;
  const selected = net.grids.findIndex(({ id }) => id === chosen);
  const target = work.paintsNew
    ? net.grids.length
    : selected >= 0
      ? selected
      : (net.gridOf[under] ?? gridAt(work, at));
  if (target < 0 || net.grids[target]?.locked) return;
  const grid = net.grids[target];
  const home = grid === undefined ? ground.units.area[under] : ground.areaIds.indexOf(grid.communityId);
  changeGrids(app, { repair: null });
  strokes.set(app, {
    tool,
    work,
    hits,
    target,
    parents: parentsOf(app, work, target, under),
    area: work.masked || grid === undefined ? (home ?? null) : null,
    paint: new PaintStroke(ground.units, ground.graph, net.gridOf, net.grids.length + 1),
  });
}

/** The grid whose ground holds the point; -1 = none. */
function gridAt({ scenery }: GridWork, { lon, lat }: GridPointer): number {
  if (scenery.outlines === null) return -1;
  const { polygons, grids } = scenery.outlines;
  return grids.find((_, row) => contains(polygons, row, lon, lat)) ?? -1;
}

export function moveStroke(app: App, trail: readonly GridPointer[]): void {
  const stroke = strokes.get(app);
  if (stroke === undefined) return;
  let changed = false;
  for (const unit of unitsUnder(stroke, trail)) changed = paintUnit(stroke, unit) || changed;
  if (changed) changeGrids(app, { stroke: strokeOf(stroke.paint, stroke.work, [stroke.target]) });
}

/** One entry in the history for the whole stroke. */
export function endStroke(app: App): void {
  const stroke = strokes.get(app);
  strokes.delete(app);
  if (stroke === undefined) return;
  const rows = stroke.paint.changes().map(({ unit }) => unit);
  changeGrids(app, { stroke: null });
  if (rows.length > 0) assignUnits(app, rows, stroke.target, stroke.paint.gridOf);
}

export function cancelStroke(app: App): void {
  strokes.delete(app);
  changeGrids(app, { stroke: null });
}

/** Units inside a ring pass to the selected grid, or become a new one. */
export function assignRing(app: App, ring: readonly GridPointer[]): void {
  const first = ring[0];
  if (first === undefined) return;
  const hits = hitsOf(app);
  const work = app.store.getState().grids;
  if (hits === null || work === null) return;
  const inside = hits.within(ring);
  if (inside.length === 0) return;
  const { selection } = app.store.getState().view;
  if (selection?.kind !== "grid") changeGrids(app, { paintsNew: true });
  const heart = heaviestArea(work.ground.units, inside);
  startStroke(app, "brush", first);
  const stroke = strokes.get(app);
  if (stroke === undefined) return;
  const own = { ...stroke, area: stroke.target === work.net.grids.length ? heart : stroke.area };
  strokes.set(app, own);
  for (const unit of inside) paintUnit(own, unit);
  endStroke(app);
}

/** Gives rows to a grid of the net (by index; the number of grids = a new one) and offers repairs. */
export function assignUnits(app: App, rows: readonly number[], target: number, gridOf: Int32Array): void {
  const work = app.store.getState().grids;
  if (work === null) return;
  const { net, ground, level } = work;
  const known = net.grids[target];
  const created = known === undefined ? newGrid(app, work, rows) : null;
  const gridId = known?.id ?? created?.id ?? "";
  const households = sumHouseholds(ground.units, rows);
  const from = [...new Set(rows.map((row) => net.gridOf[row] ?? -1))];
  const input = { level, rows, gridId, ...(created === null ? {} : { create: created }) };
  const figures = { households, residences: rows.length };
  const refused = editPlan(app, "grid.assign", input, { figures });
  if (refused !== null) return;
  changeGrids(app, { paintsNew: false });
  offerRepair(app, gridOf, [...from, target]);
}

/** Takes the shown way of mending: one more act, undone on its own. */
export function takeRepair(app: App, offer: number): void {
  const work = app.store.getState().grids;
  const changes = work?.repair?.offers[offer]?.changes;
  if (work === null || changes === undefined) return;
  const byGrid = new Map<number, number[]>();
  for (const { unit, to } of changes) byGrid.set(to, [...(byGrid.get(to) ?? []), unit]);
  changeGrids(app, { repair: null });
  const group = randomId();
  for (const [to, rows] of byGrid) {
    const gridId = work.net.grids[to]?.id ?? "";
    const figures = { households: sumHouseholds(work.ground.units, rows), residences: rows.length };
    editPlan(app, "grid.assign", { level: work.level, rows, gridId }, { figures, group });
  }
}

export function offerRepair(app: App, gridOf: Int32Array, suspects: readonly number[]): void {
  const work = app.store.getState().grids;
  if (work === null) return;
  const { ground, net } = work;
  const isLocked = (grid: number): boolean => net.grids[grid]?.locked === true;
  for (const grid of suspects) {
    if (grid < 0 || (net.facts[grid]?.pieces ?? 1) < 2) continue;
    const offers = repairStroke(ground.units, ground.graph, gridOf, grid, isLocked);
    changeGrids(app, { repair: { grid, offers, shown: 0 } });
    return;
  }
}

export const sumHouseholds = (
  { households }: Pick<GridUnits, "households">,
  rows: readonly number[],
): number => rows.reduce((sum, row) => sum + (households[row] || 0), 0);

function unitsUnder({ tool, hits, work }: Stroke, trail: readonly GridPointer[]): readonly number[] {
  if (tool === "brush") return hits.along(trail, work.brush);
  const { compound } = work.ground.units;
  const wanted = new Set(
    trail.map((at) => compound[hits.at(at, COMPOUND_REACH)] ?? -1).filter((own) => own >= 0),
  );
  if (wanted.size === 0) return hits.along(trail, COMPOUND_REACH / 2);
  const found: number[] = [];
  compound.forEach((own, unit) => {
    if (wanted.has(own)) found.push(unit);
  });
  return found;
}

/** Reach of the pointer around a building of a compound, pixels. */
const COMPOUND_REACH = 12;

function paintUnit({ work, paint, target, area, parents }: Stroke, unit: number): boolean {
  const from = paint.gridOf[unit] ?? -1;
  if (work.net.grids[from]?.locked || (work.ground.units.area[unit] ?? -1) < 0) return false;
  if (parents !== null && parents.of[unit] !== parents.id) return false;
  return paint.paint(unit, target, area);
}

/** What a stroke has done so far; `first` are told of first, those it takes from after them. */
export function strokeOf(paint: PaintStroke, work: GridWork, first: readonly number[]): GridStroke {
  const changes = paint.changes();
  const moves = new Map<number, number[]>();
  const touched = new Set(first);
  for (const { unit, from, to } of changes) {
    touched.add(from);
    const rows = moves.get(to);
    if (rows) rows.push(unit);
    else moves.set(to, [unit]);
  }
  return {
    grids: [...touched].filter((grid) => grid >= 0).map((grid) => liveGrid(paint, work, grid)),
    moves: [...moves].map(([grid, rows]) => ({ grid, rows })),
    broken: paint.broken(),
    pulled: null,
  };
}

function liveGrid(paint: PaintStroke, work: GridWork, grid: number): LiveGrid {
  const households = paint.households[grid] ?? 0;
  return {
    grid,
    households,
    unknown: paint.unknown[grid] ?? 0,
    units: paint.units[grid] ?? 0,
    gained: households - (work.net.facts[grid]?.households ?? 0),
  };
}

function parentsOf(app: App, { level, net }: GridWork, target: number, under: number): Stroke["parents"] {
  if (level === "grid") return null;
  const of = app.store.getState().history.plan.members.grid;
  return { id: net.grids[target]?.parentId ?? of[under] ?? "", of };
}

function newGrid(app: App, { ground, level }: GridWork, rows: readonly number[]): AddGrid {
  const area = heaviestArea(ground.units, rows);
  const { members } = app.store.getState().history.plan;
  const parent = level === "micro" ? (members.grid[rows[0] ?? -1] ?? null) : null;
  return {
    id: `grid-${randomId()}`,
    name: "",
    communityId: ground.areaIds[area] ?? "",
    parentId: parent,
  };
}

/** Community with most of the units. */
function heaviestArea({ area }: Pick<GridUnits, "area">, rows: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(area[row] ?? -1, (counts.get(area[row] ?? -1) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? -1;
}

/** The spatial index of the residences on screen; null without any. */
export function hitsOf(app: App): UnitHits | null {
  const residences = baselineOf(app.store.getState())?.residences;
  if (residences === undefined) return null;
  const known = indexes.get(residences) ?? indexUnits(residences);
  indexes.set(residences, known);
  return known;
}
