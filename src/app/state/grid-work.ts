// The work on grids as the screen shows it. The net itself is in the plan; here is what was found out about it (facts
// from the independent check, hues, outlines), what the hand is doing, and a draft nobody has accepted yet.

import type { ProgressPart } from "../../core/base/index.ts";
import type { GridGroundSummary } from "../../core/engine/index.ts";
import type { LineColumns } from "../../core/geo/index.ts";
import type { AreaNet, GridFacts, MergedNet, OneNetReport, StrokeRepair } from "../../core/gridding/index.ts";
import type { Grid, GridLevel } from "../../core/model/index.ts";
import type { GridScene } from "../map/grids/grid-scene.ts";
import type { GridTool } from "../map/grids/grid-tools.ts";

/** A net over the ground, with what is known of each of its grids. */
export interface GridNet {
  /** Index into `grids` per residence; -1 = none. */
  readonly gridOf: Int32Array;
  readonly grids: readonly Grid[];
  /** One per grid; null for a grid without members. */
  readonly facts: readonly (GridFacts | null)[];
  /** Hue per grid. */
  readonly hues: Uint8Array;
  /** Residences in a community and in no grid. */
  readonly without: readonly number[];
  /** Compounds that are in several grids though they would fit in one. */
  readonly splitCompounds: readonly { readonly compound: number; readonly households: number }[];
}

/** A grid as the brush finds it now. */
export interface LiveGrid {
  /** Index into the net's grids; their number for the new one. */
  readonly grid: number;
  readonly households: number;
  readonly unknown: number;
  readonly units: number;
  /** Households won or lost since the stroke began. */
  readonly gained: number;
}

export interface GridStroke {
  /** The grid painted into, first; then those it takes from. */
  readonly grids: readonly LiveGrid[];
  /** Residences that would change grids, by the grid they would come into. */
  readonly moves: readonly { readonly grid: number; readonly rows: readonly number[] }[];
  /** The border under the hand, degrees; null for a brush. */
  readonly pulled: LineColumns | null;
  /** Grids that fell in pieces. */
  readonly broken: readonly number[];
}

/** A grid in pieces and the ways to make it whole; none where the ground offers none. */
export interface GridRepair {
  readonly grid: number;
  readonly offers: readonly StrokeRepair[];
  /** The offer shown on the map. */
  readonly shown: number;
}

export const DRAFT_MODES = ["fresh", "leastChange", "micro"] as const;
export type DraftMode = (typeof DRAFT_MODES)[number];

/** What a draft divides: communities, or for micro-grids the grids; `areas` of the draft count in these. */
export interface DraftPlaces {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Place of each residence, -1 = none. */
  readonly of: Int32Array;
}

/** What is said of each place of a draft. */
export type DraftArea = Pick<AreaNet, "area" | "households" | "grids" | "feasible" | "proven" | "reasons">;

/** A proposed net, over some communities or all; merge: of all departments' nets. */
export interface GridDraft {
  readonly mode: DraftMode | "merge";
  readonly net: GridNet;
  readonly areas: readonly DraftArea[];
  readonly places: DraftPlaces;
  readonly movedHouseholds: number;
  /** Codes of grids that are no more. */
  readonly retired: readonly string[];
  /** Conflicts with departments: how many are settled, and those that cannot be; null for other drafts. */
  readonly merge: { readonly settled: number; readonly open: MergedNet["open"] } | null;
  /** Still being searched: the best so far. */
  readonly running: boolean;
  /** The place at hand, and which of how many it is; null when none is. */
  readonly part: ProgressPart | null;
  /** Revision of the plan it was drawn for. */
  readonly revision: number;
}

export const PANEL_TABS = ["divide", "register", "oneNet"] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

export interface GridWork {
  /** Scene the ground was opened for. */
  readonly scene: string;
  readonly ground: GridGroundSummary;
  readonly net: GridNet;
  /** Grids of communities, or micro-grids of grids. */
  readonly level: GridLevel;
  readonly tool: GridTool;
  /** Radius of the brush, pixels. */
  readonly brush: number;
  /** The brush stays in one community. */
  readonly masked: boolean;
  /** The next stroke makes a new grid. */
  readonly paintsNew: boolean;
  readonly stroke: GridStroke | null;
  readonly repair: GridRepair | null;
  readonly draft: GridDraft | null;
  readonly tab: PanelTab;
  /** Communities whose drawn borders did not pass the independent check. */
  readonly faulty: readonly number[];
  /** Other departments' nets against a net of the plan; null until it is asked for. */
  readonly oneNet: { readonly net: GridNet; readonly report: OneNetReport } | null;
  /** Residences of the conflict that is looked at. */
  readonly disputed: readonly number[];
  /** What the map draws of all this. */
  readonly scenery: GridScene;
}
