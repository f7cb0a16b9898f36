// The map of another option, as it would look in place of the one shown: its results, and the model made of them.

import type { ServiceAreas } from "../../../core/access/index.ts";
import type { Analysis } from "../../../core/engine/index.ts";
import type { CenterMark, MapModel, MapTheme } from "../../map/map-model.ts";
import { classifyResidences } from "../../map/residence-classes.ts";
import type { App } from "../../state/app.ts";
import { baselineOf, centerMarks, communityState } from "../../state/plan-selectors.ts";
import { areasOfOption, measureOption, stateWithOption } from "../meeting/measure-options.ts";
import { noteTrouble } from "../run-work.ts";

export interface OptionResults {
  readonly analysis: Analysis;
  readonly areas: ServiceAreas | null;
  readonly centers: readonly CenterMark[];
}

/** null when there is no such option, or it could not be computed and that was said. */
export async function resultsOfOption(app: App, id: string, theme: MapTheme): Promise<OptionResults | null> {
  const state = stateWithOption(app.store.getState(), id);
  const baseline = state === null ? null : baselineOf(state);
  if (state === null || baseline === null) return null;
  try {
    const [analysis, areas] = await Promise.all([
      measureOption(app, { id }),
      theme === "circles" ? areasOfOption(app, { id }) : null,
    ]);
    if (analysis === null) return null;
    const centers = centerMarks(state.history.plan.centers, baseline);
    return { analysis: analysis.value, areas: areas?.value ?? null, centers };
  } catch (error) {
    noteTrouble(app.store, error);
    return null;
  }
}

export function swipeModel({ analysis, areas, centers }: OptionResults, shown: MapModel): MapModel {
  const { access } = analysis;
  const { theme, walk, linked, gridHues, baseline } = shown;
  const { households } = baseline.residences;
  const hues =
    theme === "siting" && gridHues !== null
      ? { codes: classifyResidences({ theme, walk, access, linked, households }), colors: gridHues.colors }
      : null;
  return {
    ...shown,
    ...{ access, areas, centers },
    movingAreas: null,
    communityStates: analysis.communities.map(communityState),
    stale: false,
    selection: null,
    path: null,
    preview: null,
    tool: "select",
    grids: null,
    sites: null,
    gridHues: hues,
  };
}
