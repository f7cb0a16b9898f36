// The same analysis for every plan option: taken from what was computed before, else computed now.

import type { ServiceAreas } from "../../../core/access/index.ts";
import type { Analysis, RunOptions } from "../../../core/engine/index.ts";
import type { OptionHistory } from "../../../core/model/index.ts";
import type { App } from "../../state/app.ts";
import type { AppState, Keyed } from "../../state/app-state.ts";
import { judgedNet } from "../../state/judged-net.ts";
import { optionSetOf } from "../../state/plan-options.ts";
import { packOf } from "../../state/plan-selectors.ts";
import { analysisKey, areasKey, bandsOf } from "../../state/result-keys.ts";
import { walkedOn } from "../follow-results.ts";

/** The state as it is while the option is shown, results not yet looked for. */
export function stateWithOption(state: AppState, id: string): AppState | null {
  const option = optionSetOf(state).options.find((one) => one.id === id);
  return option === undefined ? null : { ...state, history: option.history, currentOption: id, drag: null };
}

/** null while there is nothing to analyse. */
export async function measureOption(
  app: App,
  { id }: Pick<OptionHistory, "id">,
  options: RunOptions = {},
): Promise<Keyed<Analysis> | null> {
  const state = stateWithOption(app.store.getState(), id);
  const key = state === null ? null : analysisKey(state);
  const pack = state === null ? null : packOf(state);
  if (state === null || key === null || pack === null || state.scene === null) return null;
  const { scene, history, settings } = state;
  const net = judgedNet(history.plan);
  const input = { scene: scene.scene, ...walkedOn(history), ...net, walk: settings.walk, pack };
  const value = app.analyses.get(key) ?? (await app.engine.run("scene.analyse", input, options));
  app.analyses.set(key, value);
  return { key, value };
}

export async function areasOfOption(
  app: App,
  { id }: Pick<OptionHistory, "id">,
  options: RunOptions = {},
): Promise<Keyed<ServiceAreas> | null> {
  const state = stateWithOption(app.store.getState(), id);
  const key = state === null ? null : areasKey(state);
  if (state === null || key === null || state.scene === null) return null;
  const { scene, history, settings } = state;
  const { minutes, speed } = settings.walk;
  const view = settings.areaView;
  const input = {
    ...{ scene: scene.scene, ...walkedOn(history) },
    ...{ bands: bandsOf(minutes), speed, view },
  };
  const value = app.areas.get(key) ?? (await app.engine.run("scene.areas", input, options));
  app.areas.set(key, value);
  return { key, value };
}
