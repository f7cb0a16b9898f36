// The work on siting as the screen shows it: what is asked, who the candidates are, what was found. The plan knows
// nothing of it until somebody takes an answer into an option.

import type { PlaceGain, ScoredSite } from "../../core/engine/index.ts";
import type { SiteActionKind, SitingReason, SitingStatus, TableFault } from "../../core/siting/index.ts";
import type { SiteScene, SiteTool } from "../map/siting/site-scene.ts";

export const SITE_GOALS = ["lscp", "mclp", "pmedian", "pcenter", "capacity"] as const;
export type SiteGoal = (typeof SITE_GOALS)[number];

/** What is asked; null = not said, which is asked for where it matters and is never 0. */
export interface SiteWish {
  readonly goal: SiteGoal;
  /** 0..1 of all households. */
  readonly share: number;
  /** Sites are counted or paid for. */
  readonly limit: "count" | "budget";
  /** New sites; all sites where those that stand may go. */
  readonly count: number | null;
  /** Ten thousand yuan. */
  readonly budget: number | null;
  readonly keepsCenters: boolean;
  readonly actions: Readonly<Record<SiteActionKind, boolean>>;
  /** Square metres that an enlargement adds, and ten thousand yuan a square metre. */
  readonly enlargeBy: number | null;
  readonly enlargePrice: number | null;
  /** Ten thousand yuan for closing one centre. */
  readonly closePrice: number | null;
  readonly areaPer100: number | null;
  /** Taken for every floor area that nobody knows. */
  readonly assumedArea: number | null;
}

export const FIRST_WISH: SiteWish = {
  goal: "mclp",
  share: 0.98,
  limit: "count",
  count: 3,
  budget: null,
  keepsCenters: true,
  actions: { build: true, enlarge: false, share: true, close: false },
  enlargeBy: null,
  enlargePrice: null,
  closePrice: null,
  areaPer100: 30,
  assumedArea: null,
};

/** One thing the answer says to do, in the order in which households are counted. */
export interface SiteItem {
  readonly kind: SiteActionKind;
  readonly id: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  /** Square metres afterwards and today; null = unknown. */
  readonly area: number | null;
  readonly areaBefore: number | null;
  /** Ten thousand yuan; null = unknown. */
  readonly cost: number | null;
  /** Households newly within the minutes that no item before it brought; below 0 where a centre closes. */
  readonly households: number;
}

export const SITE_MEASURES = ["sites", "households", "walking", "worst", "outside", "short", "cost"] as const;
/** What was made least or most; walking in household metres, worst in metres. */
export type SiteMeasure = (typeof SITE_MEASURES)[number];

export interface SiteProof {
  readonly measure: SiteMeasure;
  readonly value: number;
  readonly bound: number;
  readonly gap: number;
}

export interface SiteAnswer {
  /** What it is the answer to. */
  readonly key: string;
  readonly goal: SiteGoal;
  readonly status: SitingStatus;
  readonly reason: { readonly reason: SitingReason; readonly names: readonly string[] } | null;
  readonly proofs: readonly SiteProof[];
  readonly items: readonly SiteItem[];
  /** Households of known count, within the minutes before and after, and of no site. */
  readonly households: number;
  readonly coveredBefore: number;
  readonly covered: number;
  readonly unreachable: number;
  readonly unreachableResidences: number;
  /** Households without a walk to any site, and the residences they are in: left out where every walk is weighed. */
  readonly leftOut: number;
  readonly leftOutResidences: number;
  /** Per residence: 1 newly within, 2 no longer within the minutes. */
  readonly change: Uint8Array;
  /** Square metres short in all; null where floor area was not asked about. */
  readonly short: number | null;
  /** Ids of sites whose item was taken into the plan. */
  readonly taken: readonly string[];
  /** File the minutes are from; null = our own network. */
  readonly table: string | null;
  /** The search was stopped. */
  readonly stopped: boolean;
}

/** Minutes or metres made elsewhere, in place of our own. */
export interface TravelTable {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly unit: "minutes" | "metres";
}

export const SITE_LACKS = [
  "count",
  "budget",
  "share",
  "areaPer100",
  "enlargeBy",
  "enlargePrice",
  "closePrice",
  "areas",
  "costs",
  "candidates",
] as const;
/** What has to be said before the question can be asked. */
export type SiteLack = (typeof SITE_LACKS)[number];

export type SiteFault =
  | { readonly kind: "lack"; readonly lack: SiteLack; readonly names: readonly string[] }
  | { readonly kind: "table"; readonly file: string; readonly faults: readonly TableFault[] }
  | {
      readonly kind: "strangers";
      readonly file: string;
      readonly sites: readonly string[];
      readonly residences: number;
    };

/** Two options held against each other, residence by residence. */
export interface OptionDifference {
  readonly from: string;
  readonly to: string;
  /** As SiteAnswer's. */
  readonly change: Uint8Array;
  /** Households newly within and no longer within. */
  readonly won: number;
  readonly lost: number;
}

export interface SiteWork {
  readonly scene: string;
  readonly wish: SiteWish;
  readonly tool: SiteTool;
  readonly scores: { readonly key: string; readonly sites: readonly ScoredSite[] } | null;
  /** Candidates that are not asked about. */
  readonly excluded: ReadonlySet<string>;
  readonly picked: string | null;
  /** The search under way: best so far, and how far it can still be from the best. */
  readonly running: {
    /** null until there is any. */
    readonly best: Pick<SiteProof, "measure" | "value" | "bound"> | null;
    /** null until known; of the goal being proved where there are several. */
    readonly gap: number | null;
    readonly sites: readonly string[];
    readonly stopping: boolean;
    readonly stop: () => void;
  } | null;
  readonly answer: SiteAnswer | null;
  readonly fault: SiteFault | null;
  readonly pin: { readonly lon: number; readonly lat: number; readonly gain: PlaceGain | null } | null;
  /** Places clicked of a way under the hand, degrees, pairs. */
  readonly drawing: readonly number[] | null;
  readonly table: TravelTable | null;
  readonly difference: OptionDifference | null;
  /** What the map draws of all this. */
  readonly scenery: SiteScene;
}
