// Which look of the map a step of the work has: the meeting has that of the verdicts.

import type { MapTheme } from "../map/map-model.ts";
import type { AppState } from "./app-state.ts";

export const themeOf = ({ view }: Pick<AppState, "view">): MapTheme =>
  view.step === "meeting" ? "assess" : view.step;
