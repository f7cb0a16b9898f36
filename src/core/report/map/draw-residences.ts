// Residences in the colour of what walking says of them, by the same integer comparison as the analysis makes. On
// small scales a footprint that would be a speck is enlarged about its middle, as printed plans do.

import type { ResidenceAccess, WalkSettings } from "../../access/index.ts";
import { reachLimit } from "../../base/index.ts";
import type { Millimetres, PathLines, Shape } from "../page.ts";
import { GROUND, RESIDENCE_INKS, TOO_FAR, UNKNOWN } from "../palette.ts";
import { fillOf, strokeOf } from "../shapes.ts";
import { hatchLines } from "./hatch.ts";
import type { MapGround } from "./map-ground.ts";
import { type MapWindow, meets, toPage } from "./map-window.ts";
import { boxAt, isEmptyPath, PathBuilder } from "./trace.ts";

export const RESIDENCE_STATES = ["near", "middle", "far", "outside", "unlinked", "plain"] as const;
export type ResidenceState = (typeof RESIDENCE_STATES)[number];

export interface Walked {
  readonly access: ResidenceAccess;
  readonly walk: WalkSettings;
  readonly linked: Uint8Array;
}

/** State of every residence. */
export function residenceStates({ access, walk, linked }: Walked): ResidenceState[] {
  const { minutes, speed } = walk;
  const near = reachLimit(minutes / 3, speed);
  const middle = reachLimit((2 * minutes) / 3, speed);
  const far = reachLimit(minutes, speed);
  return Array.from(access.distance, (distance, i): ResidenceState => {
    if (linked[i] === 0) return "unlinked";
    if (distance > far) return "outside";
    if (distance > middle) return "far";
    return distance > near ? "middle" : "near";
  });
}

/** "bands": in steps of minutes; "verdict": only those too far stand out; "plain": where people live. */
export type ResidenceTheme = "bands" | "verdict" | "plain";

const VERDICT_INKS: Readonly<Record<ResidenceState, string>> = {
  near: RESIDENCE_INKS.plain,
  middle: RESIDENCE_INKS.plain,
  far: RESIDENCE_INKS.plain,
  outside: TOO_FAR,
  unlinked: RESIDENCE_INKS.unlinked,
  plain: RESIDENCE_INKS.plain,
};

/** Smallest side of a residence on paper; footprints grow to it by this factor at most. */
const LEAST_SIDE: Millimetres = 0.62;
const MOST_ENLARGED = 2.4;
/** Side of a residence known as a point only, in metres. */
const POINT_METRES = 13;

export function drawResidences(
  ground: MapGround,
  window: MapWindow,
  states: readonly ResidenceState[] | null,
  theme: ResidenceTheme,
): Shape[] {
  const { count } = ground.baseline.residences;
  const rows = Array.from({ length: count }, (_, row) => row).filter((row) => isNear(ground, window, row));
  const stateOf = (row: number): ResidenceState => (theme === "plain" ? "plain" : (states?.[row] ?? "plain"));
  const inks = theme === "verdict" ? VERDICT_INKS : RESIDENCE_INKS;
  const edge = window.scale <= 6000 ? strokeOf({ color: GROUND.inkSoft, width: 0.06, opacity: 0.6 }) : null;
  return RESIDENCE_STATES.flatMap((state): Shape[] => {
    const lines = traceResidences(
      ground,
      window,
      rows.filter((row) => stateOf(row) === state),
    );
    if (isEmptyPath(lines)) return [];
    const shape: Shape = { kind: "path", lines, closed: true, fill: fillOf(inks[state]), stroke: edge };
    return state === "unlinked"
      ? [shape, hatchLines(lines, window.box, { colors: [UNKNOWN], gap: 0.7, width: 0.12 })]
      : [shape];
  });
}

function isNear({ residences }: MapGround, { ground }: MapWindow, row: number): boolean {
  const [x, y] = [residences[2 * row]!, residences[2 * row + 1]!];
  return meets([x, y, x, y], ground);
}

function traceResidences(ground: MapGround, window: MapWindow, rows: readonly number[]): PathLines {
  const out = new PathBuilder(window);
  const least = (LEAST_SIDE * window.scale) / 1000;
  const { footprints, residences } = ground;
  const { featureOffsets, partOffsets } = footprints.shapes;
  for (const row of rows) {
    const has = footprints.shapes.count > row && featureOffsets[row]! < featureOffsets[row + 1]!;
    if (!has) {
      const half = Math.max(POINT_METRES, least) / 2;
      const [x, y] = [residences[2 * row]!, residences[2 * row + 1]!];
      out.addSquare(x, y, half);
      continue;
    }
    const [west, south, east, north] = boxAt(footprints, row);
    const side = Math.sqrt((east - west) * (north - south));
    const factor = Math.max(1, Math.min(MOST_ENLARGED, least / side));
    const middle = [(west + east) / 2, (south + north) / 2] as const;
    for (let part = featureOffsets[row]!; part < featureOffsets[row + 1]!; part++) {
      for (let ring = partOffsets[part]!; ring < partOffsets[part + 1]!; ring++) {
        out.addRing(footprints.shapes, ring, ring === partOffsets[part]!, { factor, middle });
      }
    }
  }
  return out.finish();
}

/** Where residence `row` stands on the page. */
export const residenceOnPage = (
  { residences }: MapGround,
  window: MapWindow,
  row: number,
): [number, number] => toPage(window, residences[2 * row]!, residences[2 * row + 1]!);
