// How many households a grid should have, at the level that is worked on.

import type { HouseholdRange } from "../../../core/gridding/index.ts";
import type { GridLevel } from "../../../core/model/index.ts";
import type { AppState, Settings } from "../../state/app-state.ts";

export const rangeOf = (
  { gridRange, microRange }: Pick<Settings, "gridRange" | "microRange">,
  level: GridLevel,
): HouseholdRange => (level === "micro" ? microRange : gridRange);

/** Of the draft on the table, else of the plan. */
export const rangeShown = ({ settings, grids }: Pick<AppState, "settings" | "grids">): HouseholdRange =>
  rangeOf(settings, grids?.draft?.mode === "micro" ? "micro" : (grids?.level ?? "grid"));
