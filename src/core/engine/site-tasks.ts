// Inputs and outputs of the siting tasks.

import type { WalkSettings } from "../access/index.ts";
import type { Flag, PlaceKind } from "../assess/index.ts";
import type { Degrees, Metres, SquareMetres } from "../base/index.ts";
import type { PolygonColumns } from "../geo/index.ts";
import type { DrawnLink, RoadClass, ServiceCenter } from "../model/index.ts";
import type {
  AreaAnswer,
  CapacityAnswer,
  CapacityQuestion,
  CostTable,
  SitingAnswer,
  SitingQuestion,
  TableFault,
  WalkShares,
} from "../siting/index.ts";
import type { RulePack } from "../standards/index.ts";
import type { WalkedScene } from "./walked-scene.ts";

/** When a search ends: at a gap that is good enough, at a time, or when cancelled, always with the best so far. */
export interface SearchLimits {
  readonly timeLimit: number;
  readonly gap: number;
  /** 1 when absent. */
  readonly seed?: number;
}

export interface SiteTaskMap {
  /** Metres from every residence to every candidate within `limit` (null: however far), on the scene's network. */
  "siting.table": {
    input: WalkedScene & {
      readonly candidates: readonly ServiceCenter[];
      readonly limit: Metres | null;
    };
    output: CostTable;
  };
  /** A table made elsewhere in place of that: ids as its rows and columns name them, `perUnit` metres one of its units. */
  "siting.matrix": {
    input: {
      readonly bytes: Uint8Array;
      readonly demand: readonly string[];
      readonly sites: readonly string[];
      readonly perUnit: Metres;
    };
    output: {
      readonly table: CostTable;
      /** Where there are any, nothing of the table is to be used. */
      readonly faults: readonly TableFault[];
      /** Places in `demand` and `sites` of which the table says nothing. */
      readonly missingDemand: readonly number[];
      readonly missingSites: readonly number[];
      /** Ids of the table that are neither. */
      readonly strangers: number;
    };
  };
  /** The best sites, with their bound. */
  "siting.solve": {
    input: { readonly question: SitingQuestion } & SearchLimits;
    output: SitingAnswer;
  };
  /** What to build, enlarge, share or close, so that households are within reach and have room. */
  "siting.capacity": {
    input: { readonly question: CapacityQuestion } & SearchLimits;
    output: CapacityAnswer;
  };
  /**
   * Contiguous service areas: each building whole to one centre within the minutes, each area in one piece, fewest
   * households stranded, then least square metres short. `area`: of each centre, all known.
   */
  "siting.areas": {
    input: WalkedScene & {
      readonly centers: readonly ServiceCenter[];
      readonly area: Float64Array;
      readonly walk: WalkSettings;
      readonly areaPer100: number;
    } & SearchLimits;
    output: AreaAnswer;
  };
  /** What one more centre at a position would bring, beside these; made for every move of the pointer. */
  "siting.gain": {
    input: WalkedScene & {
      readonly centers: readonly ServiceCenter[];
      readonly walk: WalkSettings;
      readonly lon: Degrees;
      readonly lat: Degrees;
    };
    output: PlaceGain;
  };
  /**
   * Candidates with their score: those given, the renewal areas, and up to `most` on the network where households are
   * without a centre, at least `spacing` apart, none in water or in `excluded` (degrees).
   */
  "siting.candidates": {
    input: WalkedScene & {
      readonly centers: readonly ServiceCenter[];
      readonly walk: WalkSettings;
      readonly given: readonly Pick<ServiceCenter, "id" | "name" | "lon" | "lat">[];
      readonly most: number;
      readonly spacing: Metres;
      readonly excluded: readonly PolygonColumns[];
    };
    output: readonly ScoredSite[];
  };
  /** Options by the same measures; the first is what the others' flags are compared with. */
  "siting.compare": {
    input: {
      readonly scene: string;
      readonly options: readonly {
        readonly centers: readonly ServiceCenter[];
        readonly cost: number | null;
        readonly links?: readonly DrawnLink[];
      }[];
      readonly walk: WalkSettings;
      readonly pack: RulePack;
    };
    output: readonly OptionFigures[];
  };
}

/** One more centre here; households whose count is known. */
export interface PlaceGain {
  /** False: no path near enough, it would bring nobody. */
  readonly linked: boolean;
  /** Households newly within the minutes, the residences they are in, and those of them of unknown count. */
  readonly households: number;
  readonly residences: number;
  readonly unknownResidences: number;
  /** Households within the minutes of it, covered before or not. */
  readonly within: number;
  /** The same two at older people's pace, 0.8 m/s. */
  readonly elderly: number;
  readonly elderlyWithin: number;
  /** Households covered then, and their share; null: no household is known. */
  readonly covered: number;
  readonly coverage: number | null;
}

/** A place in parts, never one number (HN-04). */
export interface SiteScore extends PlaceGain {
  /** Households per hectare within 300 m, as the crow flies. */
  readonly density: number;
  /** Stops within 300 m and the nearest, as the crow flies; null: no stops were given. */
  readonly transitStops: number | null;
  readonly nearestStop: Metres | null;
  /** Kind of street it fronts and how far off; null: none near enough. */
  readonly street: RoadClass | null;
  readonly streetMeters: Metres | null;
}

export interface ScoredSite {
  readonly id: string;
  /** "" where a gap suggested it. */
  readonly name: string;
  readonly lon: Degrees;
  readonly lat: Degrees;
  readonly origin: "given" | "renewal" | "junction" | "block";
  readonly score: SiteScore;
}

export interface FlagOfPlace {
  readonly ruleId: string;
  readonly kind: PlaceKind;
  readonly id: string;
  readonly name: string;
  readonly flag: Flag;
}

export interface OptionFigures extends WalkShares {
  readonly households: number;
  readonly covered: number;
  readonly coverage: number | null;
  /** Known floor area of community centres, those of unknown area, and square metres per 100 households. */
  readonly floorArea: SquareMetres;
  readonly unknownAreas: number;
  readonly areaPer100: number | null;
  readonly cost: number | null;
  /** Flags raised in all; those of the first option that are gone, and those it did not have. */
  readonly flags: number;
  readonly resolved: readonly FlagOfPlace[];
  readonly raised: readonly FlagOfPlace[];
}
