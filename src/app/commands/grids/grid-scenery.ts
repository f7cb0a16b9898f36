// The work on grids as the map draws it. Parts keep their identity while what they show does.

import type { GridFacts } from "../../../core/gridding/index.ts";
import type { Grid } from "../../../core/model/index.ts";
import { buildingColors, GRID_HUES } from "../../map/grids/grid-hues.ts";
import type { GridHues, GridMark, GridOutlines, GridScene } from "../../map/grids/grid-scene.ts";
import type { MapSelection } from "../../map/map-model.ts";
import type { GridNet, GridWork } from "../../state/grid-work.ts";
import { formatCount } from "../../ui/format.ts";
import { gridLabel } from "./grid-label.ts";

/** Hue of a unit in no grid: the one after the last. */
const NO_HUE = GRID_HUES.length;
const NOTHING: readonly number[] = [];
const NO_STROKE: GridScene["stroke"] = [];

/** What the scene is made of. */
export type SceneInputs = Pick<
  GridWork,
  "net" | "draft" | "tool" | "brush" | "stroke" | "repair" | "ground" | "disputed" | "tab"
> & {
  readonly outlines: GridOutlines | null;
  readonly stale: boolean;
  readonly selection: MapSelection;
};

/** A maker remembers its last answer's parts. */
export function createSceneryMaker(): (inputs: SceneInputs) => GridScene {
  const hues = remembered(huesOf);
  const marks = remembered(marksOf);
  const stroke = remembered(strokeOf);
  const offered = remembered(offeredBy);
  let last: GridScene | null = null;
  return ({ outlines, stale, selection, ...work }) => {
    const net = work.draft?.net ?? work.net;
    const next: GridScene = {
      tool: work.tool,
      brush: work.brush,
      hues: hues(net),
      marks: marks(net),
      outlines,
      stale,
      selected: selection?.kind === "grid" ? net.grids.findIndex(({ id }) => id === selection.id) : -1,
      stroke: stroke(work.stroke, net),
      pulled: work.stroke?.pulled ?? null,
      offered: offered(work.repair),
      disputed: work.tab === "oneNet" ? work.disputed : NOTHING,
      isDraft: work.draft !== null,
    };
    if (last === null || !sameParts(last, next)) last = next;
    return last;
  };
}

const COLORS = buildingColors();

function huesOf({ gridOf, hues }: GridNet): GridHues {
  const codes = new Uint8Array(gridOf.length);
  for (let row = 0; row < codes.length; row++) codes[row] = hues[gridOf[row]!] ?? NO_HUE;
  return { codes, colors: COLORS };
}

const marksOf = (net: GridNet): readonly GridMark[] =>
  net.grids.map((grid, k) => markOf(grid, net.facts[k] ?? null, net.hues[k] ?? NO_HUE));

function markOf(grid: Grid, facts: GridFacts | null, hue: number): GridMark {
  const state = stateOf(grid, facts);
  const known = facts === null ? "0" : formatCount(facts.households);
  return {
    id: grid.id,
    label: gridLabel(grid),
    households: state === "unknown" ? `${known}+?` : known,
    hue,
    state,
    broken: (facts?.pieces ?? 1) > 1,
    locked: grid.locked,
  };
}

/** Grids set aside for one place have no range to keep. */
export function stateOf(grid: Pick<Grid, "kind">, facts: GridFacts | null): GridMark["state"] {
  if (grid.kind !== "base") return "inRange";
  if (facts === null) return "outside";
  if (facts.inRange === null) return "unknown";
  return facts.inRange ? "inRange" : "outside";
}

function strokeOf(stroke: GridWork["stroke"], net: GridNet): GridScene["stroke"] {
  if (stroke === null) return NO_STROKE;
  return stroke.moves.map(({ grid, rows }) => ({ rows, hue: net.hues[grid] ?? grid % GRID_HUES.length }));
}

const offeredBy = (repair: GridWork["repair"]): readonly number[] =>
  repair?.offers[repair.shown]?.changes.map(({ unit }) => unit) ?? NOTHING;

const sameParts = (a: GridScene, b: GridScene): boolean =>
  (Object.keys(b) as (keyof GridScene)[]).every((key) => a[key] === b[key]);

function remembered<A extends readonly unknown[], R>(compute: (...input: A) => R): (...input: A) => R {
  let last: { readonly input: A; readonly answer: R } | null = null;
  return (...input) => {
    if (last === null || !last.input.every((value, i) => value === input[i])) {
      last = { input, answer: compute(...input) };
    }
    return last.answer;
  };
}
