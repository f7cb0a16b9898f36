// Which look of the map a step of the work has: the meeting has that of the verdicts. Under a register's colours the map
// is plain, so that nothing else is read into them.

import type { MapTheme } from "../map/map-model.ts";
import type { AppState } from "./app-state.ts";

export function themeOf({ view }: Pick<AppState, "view">): MapTheme {
  if (view.overlay?.kind === "register") return "data";
  return view.step === "meeting" ? "assess" : view.step;
}
