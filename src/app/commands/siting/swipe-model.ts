// The map of another option, as it would look in place of the one shown: its results, and the model made of them.

import type { ServiceAreas, WalkSettings } from "../../../core/access/index.ts";
import type { Analysis } from "../../../core/engine/index.ts";
import type { CenterMark, MapModel, MapTheme } from "../../map/map-model.ts";
import { classifyResidences } from "../../map/residence-classes.ts";
import type { App } from "../../state/app.ts";
import { findOption, optionSetOf } from "../../state/plan-options.ts";
import { baselineOf, centerMarks, communityState, packOf } from "../../state/plan-selectors.ts";
import { bandsOf } from "../../state/result-keys.ts";
import { noteTrouble } from "../run-work.ts";

export interface OptionResults {
  readonly analysis: Analysis;
  readonly areas: ServiceAreas | null;
  readonly centers: readonly CenterMark[];
}

/** null when there is no such option, or it could not be computed and that was said. */
export async function resultsOfOption(
  app: App,
  id: string,
  theme: MapTheme,
  walk: WalkSettings,
): Promise<OptionResults | null> {
  const state = app.store.getState();
  const option = findOption(optionSetOf(state), id);
  const [baseline, pack] = [baselineOf(state), packOf(state)];
  if (option === undefined || baseline === null || pack === null || state.scene === null) return null;
  const { centers, links } = option.history.plan;
  const plan = { scene: state.scene.scene, centers, links };
  const { minutes, speed } = walk;
  try {
    const analysis = await app.engine.run("scene.analyse", { ...plan, walk, pack });
    const areas =
      theme === "circles"
        ? await app.engine.run("scene.areas", {
            ...plan,
            bands: bandsOf(minutes),
            speed,
            view: state.settings.areaView,
          })
        : null;
    return { analysis, areas, centers: centerMarks(centers, baseline) };
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
