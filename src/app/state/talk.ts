// A presentation under way, as the screen shows it.

import type { CommunityResult } from "../../core/assess/index.ts";
import type { CommunityState } from "../map/map-model.ts";
import type { LegendKey } from "../map/palette.ts";

/** Its steps in order; those without content are left out. */
export const SLIDES = ["present", "tooFar", "tooSmall", "options", "grids", "lists", "decisions"] as const;
export type Slide = (typeof SLIDES)[number];

/** What the map tells while a slide is shown. */
export interface SlideLook {
  /** How a community stands in what is spoken of. */
  readonly stateOf: (result: CommunityResult) => CommunityState;
  /** Entries of the legend that are on the map and spoken of; null = all. */
  readonly legend: readonly LegendKey[] | null;
  /** Homes are coloured by their walk. */
  readonly homes: boolean;
}

export interface Talk {
  readonly slide: Slide;
  readonly look: SlideLook;
  /** The screen is black. */
  readonly black: boolean;
  /** Option the talk is about: shown when it began, and its grids, lists and decisions. */
  readonly plan: string;
  /** Option held beside the present one; null = there is none. */
  readonly after: string | null;
  /** Share of the map, from the left, that shows the state before. */
  readonly swipe: number;
}
