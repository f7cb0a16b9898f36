// Inputs and outputs of the tasks that draw grids. The ground stays in the engine under an id; units, neighbours and
// nets are columns, so that a view keeps them and paints on them without asking.

import type { Issue } from "../base/index.ts";
import type { LineColumns, PolygonColumns } from "../geo/index.ts";
import type {
  Adjacency,
  AreaOptions,
  BasePolygons,
  BoundaryReport,
  CodeRule,
  CourseLines,
  GridReport,
  GridUnits,
  HouseholdRange,
  NamedNet,
  NetDraft,
  OneNetReport,
  ReadCodeRule,
  UnitGraph,
} from "../gridding/index.ts";
import type { Areas, Baseline } from "../model/index.ts";

export interface GridGroundSummary {
  readonly ground: string;
  readonly unitIds: readonly string[];
  /** Metres in the ground's own frame; community per unit is an index into `areaIds`. */
  readonly units: GridUnits;
  readonly graph: UnitGraph;
  /** Units whose ground may touch on a drawing, across borders and barriers too: so that grids' hues differ. */
  readonly sight: Adjacency;
  readonly areaIds: readonly string[];
  readonly areaNames: readonly string[];
  readonly compounds: readonly string[];
  /** What borders snap to, metres; and the longitude and latitude that the frame is made around. */
  readonly courses: CourseLines;
  readonly origin: readonly [number, number];
  readonly issues: readonly Issue[];
}

/** Boundaries in degrees. */
export interface NetBoundaries {
  /** Grid and community of each polygon. */
  readonly grids: Int32Array;
  readonly areas: Int32Array;
  readonly polygons: PolygonColumns;
  /** Each border once, with the grids beside it; -1 = outside the community. */
  readonly arcs: LineColumns;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** The independent check, one for each community drawn. */
  readonly reports: readonly (BoundaryReport & { readonly area: number })[];
}

/** Last year's net as the user has it. */
export type PreviousNet =
  | { readonly kind: "codes"; readonly rows: readonly { readonly unit: string; readonly code: string }[] }
  | { readonly kind: "areas"; readonly areas: Areas };

export interface PreviousRead {
  /** Grid per unit, -1 = none, and the code of each grid. */
  readonly gridOf: Int32Array;
  readonly codes: readonly string[];
  readonly issues: readonly Issue[];
}

export interface GridTaskMap {
  /** Units, neighbours and outlines of a baseline or of a scene's; `pairs` in place of neighbours found on the ground. */
  "grids.open": {
    input: {
      readonly source: Baseline | string;
      readonly pairs?: readonly (readonly [string, string])[];
      readonly reach?: number;
    };
    output: GridGroundSummary;
  };
  "grids.close": { input: { readonly ground: string }; output: null };
  "grids.previous": {
    input: { readonly ground: string; readonly net: PreviousNet };
    output: PreviousRead;
  };
  /** Reports the best net so far as it goes (Progress.bestNet); after a cancel that is what is left. */
  "grids.draft": {
    input: {
      readonly ground: string;
      readonly range: HouseholdRange;
      readonly options?: Partial<AreaOptions>;
      readonly areas?: readonly number[];
      readonly parts?: number;
      readonly previous?: Int32Array;
      readonly keep?: Int32Array;
      /** A net whose grids are divided into micro-grids; its grids then take the place of communities. */
      readonly within?: Int32Array;
    };
    output: NetDraft & { readonly issues: readonly Issue[] };
  };
  /** The independent check of a net, whoever drew it. */
  "grids.check": {
    input: { readonly ground: string; readonly gridOf: Int32Array; readonly range: HouseholdRange };
    output: GridReport;
  };
  /** A code for each grid; `held`: codes that grids have and keep. */
  "grids.codes": {
    input: {
      readonly ground: string;
      readonly gridOf: Int32Array;
      readonly held: readonly { readonly grid: number; readonly code: string }[];
      readonly rule?: CodeRule;
    };
    output: {
      readonly grids: readonly number[];
      readonly codes: readonly string[];
      readonly areas: Int32Array;
      readonly retired: readonly string[];
    };
  };
  /** Rules for codes from their files (data/codes). */
  "grids.rules": {
    input: { readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[] };
    output: readonly (ReadCodeRule & { readonly file: string })[];
  };
  "grids.borders": {
    input: {
      readonly ground: string;
      readonly gridOf: Int32Array;
      readonly areas?: readonly number[];
      /** Borders drawn by hand, degrees: they go before roads and water. */
      readonly byHand?: LineColumns;
    };
    output: NetBoundaries;
  };
  /** Other departments' nets against ours: agreement, conflicts, and the net each would have if it joined. */
  "grids.compare": {
    input: {
      readonly ground: string;
      readonly gridOf: Int32Array;
      /** In degrees. */
      readonly nets: readonly NamedNet[];
      /** The base net's polygons where they are known, as grids.borders answers them; drawn where not. */
      readonly drawn?: BasePolygons;
    };
    output: OneNetReport;
  };
}
