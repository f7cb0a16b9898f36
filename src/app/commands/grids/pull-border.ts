// A shared border under the hand: the stretch around the grip follows the pointer and clings to roads and water near
// it, buildings change sides with their totals live. Let go, the line and who changed sides are one act: the line is
// kept, so that the border runs along it from now on.

import { createFrame, type LineColumns, type LocalFrame } from "../../../core/geo/index.ts";
import {
  type BorderDrag,
  type BorderGrip,
  chainArcs,
  dragBorder,
  type GridBoundaries,
  gripBorder,
  PaintStroke,
  pickLines,
  type SideEdge,
  snapToCourse,
} from "../../../core/gridding/index.ts";
import type { GridOutlines, GridPointer } from "../../map/grids/grid-scene.ts";
import type { App } from "../../state/app.ts";
import type { GridNet, GridWork } from "../../state/grid-work.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { editPlan } from "../edit-plan.ts";
import { randomId } from "../fresh-identity.ts";
import { changeGrids } from "./change-grids.ts";
import { gridLabel } from "./grid-label.ts";
import { offerRepair, strokeOf, sumHouseholds } from "./grid-stroke.ts";

interface Pull {
  readonly work: GridWork;
  readonly frame: LocalFrame;
  /** Of one community, metres. */
  readonly boundaries: GridBoundaries;
  readonly grip: BorderGrip;
  readonly courses: LineColumns;
  readonly paint: PaintStroke;
  /** The last drag that was allowed. */
  readonly drag: BorderDrag | null;
}

const pulls = new WeakMap<App, Pull>();

/** Pixels around the pointer in which a border is taken hold of. */
const GRIP_REACH = 14;

/** Metres around a course in which a border clings to it. */
const SNAP_REACH = 9;

/** Metres around a border in which an earlier line by hand is taken for it. */
const SAME_LINE = 4;

export function startPull(app: App, at: GridPointer): void {
  const state = app.store.getState();
  const { grids: work } = state;
  const outlines = work?.scenery.outlines ?? null;
  if (work === null || outlines === null || work.draft !== null || isReadOnly(state)) return;
  const frame = createFrame(...work.ground.origin);
  const [x, y] = metresOf(frame, at);
  const reach = GRIP_REACH * metresPerPixel(frame, at);
  const boundaries = boundariesAround(outlines, work.net, frame, [x, y], reach);
  const grip = boundaries === null ? null : gripBorder(boundaries, x, y, reach);
  if (boundaries === null || grip === null) return;
  const { ground, net } = work;
  changeGrids(app, { repair: null });
  pulls.set(app, {
    work,
    frame,
    boundaries,
    grip,
    courses: coursesNear(ground.courses, boundaries.arcs.xy),
    paint: new PaintStroke(ground.units, ground.graph, net.gridOf, net.grids.length + 1),
    drag: null,
  });
}

export function movePull(app: App, trail: readonly GridPointer[]): void {
  const pull = pulls.get(app);
  const at = trail.at(-1);
  if (pull === undefined || at === undefined) return;
  const { boundaries, grip, courses, frame, work, paint } = pull;
  const { units } = work.ground;
  const snap = (x: number, y: number): [number, number] => snapToCourse(courses, x, y, SNAP_REACH);
  const drag = dragBorder(boundaries, grip, metresOf(frame, at), units, work.net.gridOf, snap);
  if (drag === null || touchesLocked(drag, work.net)) return;
  const wanted = new Map(drag.changes.map(({ unit, to }) => [unit, to]));
  for (const { unit, from } of paint.changes()) if (!wanted.has(unit)) paint.paint(unit, from);
  for (const [unit, to] of wanted) paint.paint(unit, to);
  pulls.set(app, { ...pull, drag });
  const lines = pickLines(drag.boundaries.arcs, (arc) => drag.arcs.includes(arc));
  const pulled = { ...lines, xy: frame.toDegrees(lines.xy) };
  changeGrids(app, { stroke: { ...strokeOf(paint, work, sidesOf(drag)), pulled } });
}

/** The new line, the lines it takes the place of, and the buildings that changed sides: undone together. */
export function endPull(app: App): void {
  const pull = pulls.get(app);
  pulls.delete(app);
  changeGrids(app, { stroke: null });
  if (pull === undefined || pull.drag === null) return;
  const { work, drag, paint } = pull;
  const { net, ground, level } = work;
  const group = randomId();
  for (const id of replacedLines(app, pull, drag)) editPlan(app, "border.remove", { id }, { group });
  for (const arc of drag.arcs) keepLine(app, pull, drag, arc, group);
  const moves = new Map<number, number[]>();
  for (const { unit, to } of drag.changes) moves.set(to, [...(moves.get(to) ?? []), unit]);
  for (const [to, rows] of moves) {
    const figures = { households: sumHouseholds(ground.units, rows), residences: rows.length };
    editPlan(app, "grid.assign", { level, rows, gridId: net.grids[to]?.id ?? "" }, { figures, group });
  }
  offerRepair(app, paint.gridOf, sidesOf(drag));
}

export function cancelPull(app: App): void {
  pulls.delete(app);
  changeGrids(app, { stroke: null });
}

function keepLine(app: App, { work, frame }: Pull, { boundaries }: BorderDrag, arc: number, group: string) {
  const { arcs, left, right } = boundaries;
  const sides = [work.net.grids[left[arc]!], work.net.grids[right[arc]!]];
  const line = frame.toDegrees(arcs.xy.slice(2 * arcs.offsets[arc]!, 2 * arcs.offsets[arc + 1]!));
  const name = sides.map((grid) => (grid === undefined ? "" : gridLabel(grid))).join("–");
  const communityId = sides[0]?.communityId ?? "";
  editPlan(app, "border.add", { id: `border-${randomId()}`, name, communityId, line: [...line] }, { group });
}

/** Lines by hand that ran along what was pulled, for the most part. */
function replacedLines(app: App, { boundaries, frame }: Pull, { arcs }: BorderDrag): string[] {
  const moved = new Set(arcs);
  const kept = { ...boundaries, left: boundaries.left.map((grid, arc) => (moved.has(arc) ? grid : -1)) };
  return app.store.getState().history.plan.borders.flatMap(({ id, line }) => {
    const xy = frame.toMetres(Float64Array.from(line));
    let near = 0;
    for (let i = 0; i < xy.length; i += 2) {
      if (gripBorder(kept, xy[i]!, xy[i + 1]!, SAME_LINE) !== null) near++;
    }
    return near > xy.length / 4 ? [id] : [];
  });
}

const sidesOf = ({ boundaries, arcs }: BorderDrag): number[] => [
  ...new Set(arcs.flatMap((arc) => [boundaries.left[arc]!, boundaries.right[arc]!])),
];

const touchesLocked = (drag: BorderDrag, net: GridNet): boolean =>
  sidesOf(drag).some((grid) => net.grids[grid]?.locked === true);

/** All borders of the community that has one within `reach` metres of a place; null where there is none. */
function boundariesAround(
  outlines: GridOutlines,
  net: GridNet,
  frame: LocalFrame,
  at: readonly [number, number],
  reach: number,
): GridBoundaries | null {
  const all = { ...outlines.arcs, xy: frame.toMetres(outlines.arcs.xy) };
  const { left, right } = outlines;
  const grip = gripBorder({ arcs: all, left, right }, ...at, reach);
  if (grip === null) return null;
  const home = (arc: number): string | undefined =>
    net.grids[left[arc]! < 0 ? right[arc]! : left[arc]!]?.communityId;
  const community = home(grip.arc);
  const points: number[] = [];
  const places = new Map<string, number>();
  const placeOf = (v: number): number => {
    const [x, y] = [all.xy[2 * v]!, all.xy[2 * v + 1]!];
    const key = `${x},${y}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, points.length / 2);
    return points.push(x, y) / 2 - 1;
  };
  const edges: SideEdge[] = [];
  for (let arc = 0; arc < all.count; arc++) {
    if (home(arc) !== community) continue;
    for (let v = all.offsets[arc]!; v + 1 < all.offsets[arc + 1]!; v++) {
      edges.push({ a: placeOf(v), b: placeOf(v + 1), left: left[arc]!, right: right[arc]! });
    }
  }
  return chainArcs(points, edges);
}

/** The courses that come near the box of some places. */
function coursesNear(courses: LineColumns, places: Float64Array): LineColumns {
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  const widen = (xy: Float64Array, start: number, end: number, into: typeof box): void => {
    for (let v = start; v < end; v++) {
      into[0] = Math.min(into[0], xy[2 * v]!);
      into[1] = Math.min(into[1], xy[2 * v + 1]!);
      into[2] = Math.max(into[2], xy[2 * v]!);
      into[3] = Math.max(into[3], xy[2 * v + 1]!);
    }
  };
  widen(places, 0, places.length / 2, box);
  return pickLines(courses, (line) => {
    const own: typeof box = [Infinity, Infinity, -Infinity, -Infinity];
    widen(courses.xy, courses.offsets[line]!, courses.offsets[line + 1]!, own);
    return own[0] <= box[2] && own[2] >= box[0] && own[1] <= box[3] && own[3] >= box[1];
  });
}

function metresOf(frame: LocalFrame, { lon, lat }: Pick<GridPointer, "lon" | "lat">): [number, number] {
  const [x, y] = frame.toMetres(Float64Array.of(lon, lat));
  return [x!, y!];
}

function metresPerPixel(frame: LocalFrame, { lon, lat, perPixel }: GridPointer): number {
  const [here, there] = [metresOf(frame, { lon, lat }), metresOf(frame, { lon: lon + perPixel[0], lat })];
  return Math.hypot(there[0] - here[0], there[1] - here[1]);
}
