// What an overlay of registers or matters is made of: the state it looks at, and its words.

import type { Areas } from "../../core/model/index.ts";
import type { AppState } from "./app-state.ts";

export interface OverlayWords {
  readonly yes: string;
  readonly no: string;
  readonly noData: string;
  /** Rows at one place that say different things. */
  readonly mixed: string;
  /** Name of the theme that counts rows. */
  readonly count: string;
  readonly counted: (count: string) => string;
  readonly matters: string;
  readonly overdue: string;
  readonly open: string;
  readonly closed: string;
  readonly nowhere: string;
}

export interface Shown extends Pick<AppState, "project" | "history"> {
  /** The plan's own grids with their outlines; null where it has none, or they are not drawn yet. */
  readonly net: Areas | null;
}
