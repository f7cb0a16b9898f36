// One map of a report: ground, the theme's tints, residences, borders, marks and names, cut at its box. Says which
// names found no room, and beforehand what its legend must explain.

import { contains } from "../../geo/index.ts";
import type { DrawingItem, PathLines, Shape } from "../page.ts";
import { GROUND } from "../palette.ts";
import { boxPath, boxShape, fillOf, strokeOf } from "../shapes.ts";
import { drawGridNet, drawGridsOut, drawServiceAreas, drawVerdicts } from "./draw-areas.ts";
import { drawLand, drawTopography } from "./draw-ground.ts";
import { centerWishes, communityWishes, drawMarks } from "./draw-marks.ts";
import { gridWishes, householdWishes } from "./draw-numbers.ts";
import { drawResidences } from "./draw-residences.ts";
import type { MapFacts, MapTheme } from "./map-facts.ts";
import type { MapGround } from "./map-ground.ts";
import { type MapWindow, toGround } from "./map-window.ts";
import { type LabelWish, placeLabels } from "./place-labels.ts";
import { isEmptyPath, traceLines, tracePolygons } from "./trace.ts";

export interface MapOrder {
  readonly theme: MapTheme;
  readonly window: MapWindow;
  /** Row of the community or grid the map is about; -1 for the whole. */
  readonly focus: number;
  /** Multiplies the size of type. */
  readonly type: number;
}

export interface DrawnMap {
  readonly item: DrawingItem;
  readonly scale: number;
  /** Names for which there was no room. */
  readonly unnamed: readonly string[];
}

export function drawMap(facts: MapFacts, order: MapOrder): DrawnMap {
  const { ground, subject, words } = facts;
  const { theme, window, focus } = order;
  const marks = theme === "grid" ? NO_MARKS : drawMarks(ground, window, subject.centers, words);
  const wishes = wishesFor(facts, order, marks.rows);
  const names = placeLabels(wishes, window.box, marks.boxes);
  const inside: Shape[] = [
    ...drawLand(ground, window),
    ...drawTints(facts, order),
    ...drawTopography(ground, window),
    ...drawResidences(ground, window, facts.states, RESIDENCE_THEMES[theme]),
    ...drawBorders(facts, window, theme),
    ...drawFocus(ground, window, theme, focus),
    ...marks.shapes,
    ...names.labels,
  ];
  const clip: Shape = { kind: "clip", to: boxPath(window.box), shapes: inside };
  const frame = boxShape(window.box, null, strokeOf({ color: GROUND.ink, width: 0.25 }));
  return {
    item: { kind: "drawing", role: "map", box: window.box, shapes: [clip, frame] },
    scale: window.scale,
    unnamed: names.left.map((i) => wishes[i]!.text),
  };
}

const NO_MARKS = { shapes: [], boxes: [], rows: [] } as const;

export const RESIDENCE_THEMES = {
  overview: "plain",
  coverage: "bands",
  assess: "verdict",
  gridNet: "plain",
  community: "bands",
  grid: "plain",
} as const satisfies Record<MapTheme, string>;

/** What a theme lays over the land. */
export function drawTints(facts: MapFacts, { theme, window, focus }: MapOrder): readonly Shape[] {
  const { ground, subject } = facts;
  const { minutes } = subject.analysis.walk;
  if (theme === "coverage") return drawServiceAreas(ground, window, subject.together, minutes);
  if (theme === "assess") return drawVerdicts(ground, window, facts.communities);
  if (theme === "gridNet") return drawGridNet(ground, window, facts.gridHues);
  if (theme !== "community") return [];
  const own = new Set([...subject.centers.keys()].filter((row) => subject.centerCommunity[row] === focus));
  return drawServiceAreas(ground, window, subject.each, minutes, own);
}

export function drawBorders({ ground, gridsOut }: MapFacts, window: MapWindow, theme: MapTheme): Shape[] {
  const line = (lines: PathLines, color: string, width: number, dash: number[]): Shape[] =>
    isEmptyPath(lines)
      ? []
      : [{ kind: "path", lines, closed: false, fill: null, stroke: strokeOf({ color, width, dash }) }];
  const withGrids = theme === "gridNet" || theme === "grid" || theme === "community";
  return [
    ...(withGrids ? line(traceLines(ground.gridLines, window), GROUND.inkSoft, 0.16, [1.1, 0.7]) : []),
    ...(theme === "gridNet" ? drawGridsOut(ground, window, gridsOut) : []),
    ...line(traceLines(ground.communityLines, window), GROUND.community, 0.3, [2.6, 1]),
    ...line(traceLines(ground.subdistrictLines, window), GROUND.subdistrict, 0.55, [3, 0.9, 0.5, 0.9]),
  ];
}

/** The place the page is about keeps its colours; what lies around it is veiled. */
function drawFocus(ground: MapGround, window: MapWindow, theme: MapTheme, focus: number): Shape[] {
  const layer = theme === "grid" ? ground.grids : ground.communities;
  if (focus === -1 || (theme !== "grid" && theme !== "community")) return [];
  const outline = tracePolygons(layer, window, (row) => row === focus);
  if (isEmptyPath(outline)) return [];
  const veil = joinPaths(reversed(boxPath(window.box)), outline);
  return [
    { kind: "path", lines: veil, closed: true, fill: fillOf(GROUND.paper, 0.62), stroke: null },
    {
      kind: "path",
      lines: outline,
      closed: true,
      fill: null,
      stroke: strokeOf({ color: GROUND.accent, width: theme === "grid" ? 0.6 : 0.45 }),
    },
  ];
}

function reversed({ offsets, xy }: PathLines): PathLines {
  const pairs = Array.from({ length: xy.length / 2 }, (_, i) => [xy[2 * i]!, xy[2 * i + 1]!]).reverse();
  return { offsets, xy: Float32Array.from(pairs.flat()) };
}

const joinPaths = (a: PathLines, b: PathLines): PathLines => ({
  offsets: Uint32Array.from([...a.offsets, ...b.offsets.slice(1).map((end) => end + a.xy.length / 2)]),
  xy: Float32Array.from([...a.xy, ...b.xy]),
});

function wishesFor(
  facts: MapFacts,
  { theme, window, focus, type }: MapOrder,
  marks: readonly number[],
): LabelWish[] {
  const { ground, subject } = facts;
  const centers = (rows: readonly number[]) => centerWishes(ground, window, subject.centers, rows, type);
  const isOwn = (row: number): boolean => subject.centerCommunity[row] === focus;
  if (theme === "grid") {
    return [...householdWishes(facts, window, focus, type), ...gridWishes(facts, window, type, focus)];
  }
  if (theme === "gridNet")
    return [...gridWishes(facts, window, type), ...communityWishes(ground, window, type)];
  if (theme === "community") {
    return [
      ...centers(marks.filter(isOwn)),
      ...communityWishes(ground, window, type, focus),
      ...centers(marks.filter((row) => !isOwn(row))),
      ...gridWishes(facts, window, type).filter(({ x, y }) => isInFocus(facts, window, focus, x, y)),
    ];
  }
  const named = communityWishes(ground, window, type);
  return window.scale <= 8000 ? [...named, ...centers(marks)] : named;
}

function isInFocus({ ground }: MapFacts, window: MapWindow, focus: number, x: number, y: number): boolean {
  return contains(ground.communities.shapes, focus, ...toGround(window, x, y));
}
