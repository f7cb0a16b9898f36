// The state as the map draws it. Arrays keep their identity while what they show does, so that the map
// rebuilds only what changed.

import type { CommunityResult } from "../../core/assess/index.ts";
import type { CommunityState, MapModel } from "../map/map-model.ts";
import type { AppState } from "./app-state.ts";
import { analysisOf, baselineOf, centerMarks, centersOf, communityState } from "./plan-selectors.ts";
import { isStale } from "./result-keys.ts";
import type { SlideLook } from "./talk.ts";
import { themeOf } from "./theme-of.ts";

export interface MapModelMaker {
  /** null while no project stands. */
  readonly make: (state: AppState) => MapModel | null;
}

const NO_STATES: readonly CommunityState[] = [];

/** A maker remembers its last answer's parts. */
export function createMapModelMaker(): MapModelMaker {
  const centers = remembered(centerMarks);
  const states = remembered((communities: readonly CommunityResult[], stateOf: SlideLook["stateOf"]) =>
    communities.map(stateOf),
  );
  return {
    make: (state) => {
      const baseline = baselineOf(state);
      const { scene, settings, view, drag, areas, path, talk } = state;
      if (baseline === null || scene === null) return null;
      const analysis = analysisOf(state);
      return {
        baseline,
        bounds: scene.bounds,
        theme: themeOf(state),
        walk: settings.walk,
        access: talk?.look.homes === false ? null : (analysis?.access ?? null),
        linked: scene.linked,
        areas: areas?.value ?? null,
        movingAreas: drag?.areas ?? null,
        areaView: settings.areaView,
        straightCircles: settings.straightCircles,
        centers: centers(centersOf(state), baseline),
        communityStates:
          analysis === null ? NO_STATES : states(analysis.communities, talk?.look.stateOf ?? communityState),
        stale: isStale(state),
        selection: view.selection,
        path: path?.walk ?? null,
        preview: view.step === "data" ? (view.preview ?? null) : null,
        tool: view.tool === "select" ? "select" : "addCenter",
        language: settings.language,
        wall: talk !== null,
        pins: view.step === "meeting" ? (state.meeting?.pins ?? null) : null,
        ...stepScenes(state),
      };
    },
  };
}

/** What the step that is shown draws of its own; a hand with a siting tool in it drags no centres. */
function stepScenes({ view, grids, sites }: AppState): Partial<Pick<MapModel, "tool">> & StepScenes {
  if (view.step === "siting" && sites !== null) {
    const { scenery } = sites;
    const held = scenery.tool === "select" ? {} : { tool: "addCenter" as const };
    return { ...held, grids: null, sites: scenery, gridHues: scenery.hues };
  }
  const scenery = view.step === "grids" ? (grids?.scenery ?? null) : null;
  return { grids: scenery, sites: null, gridHues: scenery?.hues ?? null };
}

type StepScenes = Pick<MapModel, "grids" | "sites" | "gridHues">;

/** The function with its last answer kept for the same arguments. */
function remembered<A extends readonly unknown[], R>(compute: (...input: A) => R): (...input: A) => R {
  let last: { readonly input: A; readonly answer: R } | null = null;
  return (...input) => {
    if (last === null || !last.input.every((value, i) => value === input[i])) {
      last = { input, answer: compute(...input) };
    }
    return last.answer;
  };
}
