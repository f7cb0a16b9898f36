// A presentation under way, as the screen shows it.

/** Its steps in order; those without content are left out. */
export const SLIDES = ["present", "tooFar", "tooSmall", "options", "grids", "lists", "decisions"] as const;
export type Slide = (typeof SLIDES)[number];

export interface Talk {
  readonly slide: Slide;
  /** The screen is black. */
  readonly black: boolean;
  /** Option the talk is about: shown when it began, and its grids, lists and decisions. */
  readonly plan: string;
  /** Option held beside the present one; null = there is none. */
  readonly after: string | null;
  /** Share of the map, from the left, that shows the state before. */
  readonly swipe: number;
}
