// Communities on the assess theme: amber too small, violet too far, both in stripes, grey hatch where
// nothing is known, no colour where all is met. The verdict is a feature state, so that dragging a centre
// changes colours without sending a polygon again.

import type { ExpressionSpecification as Expression, LayerSpecification, Map as MapLibre } from "maplibre-gl";
import { COMMUNITY_STATES, type CommunityState, type MapModel } from "./map-model.ts";
import {
  COMMUNITY_FILL_OPACITY,
  COMMUNITY_FILLS,
  COMMUNITY_HATCHES,
  communityStateIndex,
  STALE_STRENGTH,
} from "./palette.ts";

const SOURCE = "communities";
const verdict: Expression = ["coalesce", ["feature-state", "verdict"], -1];
const strength: Expression = ["case", ["boolean", ["feature-state", "stale"], false], STALE_STRENGTH, 1];

/** Visible at `opacity` for the states of which `shown` holds, else not at all. */
const whenState = (shown: (state: CommunityState) => boolean, opacity: number): Expression =>
  [
    "match",
    verdict,
    COMMUNITY_STATES.filter(shown).map(communityStateIndex),
    ["*", opacity, strength],
    0,
  ] as unknown as Expression;

/** Shown on the assess theme only: unseen, they would still cost a frame three coats of paint. */
export const COMMUNITY_FILL_LAYERS = [
  "community-fill",
  "community-hatch-both",
  "community-hatch-unknown",
] as const;

export function communityFillLayers(): LayerSpecification[] {
  const colors = COMMUNITY_STATES.flatMap((state) => {
    const color = COMMUNITY_FILLS[state];
    return color === null ? [] : [communityStateIndex(state), color];
  });
  return [
    {
      id: "community-fill",
      type: "fill",
      source: SOURCE,
      paint: {
        "fill-color": ["match", verdict, ...colors, "#000000"] as unknown as Expression,
        "fill-opacity": whenState((state) => COMMUNITY_FILLS[state] !== null, COMMUNITY_FILL_OPACITY),
      },
    },
    ...(["hatch-both", "hatch-unknown"] as const).map(
      (image): LayerSpecification => ({
        id: `community-${image}`,
        type: "fill",
        source: SOURCE,
        paint: {
          "fill-pattern": image,
          "fill-opacity": whenState((state) => COMMUNITY_HATCHES[state] === image, 0.9),
        },
      }),
    ),
  ];
}

/** What each community's feature state should be; rows without a verdict get none. */
export const communityVerdicts = (model: MapModel): readonly number[] =>
  model.theme === "assess" ? model.communityStates.map(communityStateIndex) : [];

/** Sends the verdicts that changed. */
export function paintVerdicts(map: MapLibre, before: MapModel | null, now: MapModel): void {
  const fresh = before?.baseline !== now.baseline;
  const old = before === null || fresh ? [] : communityVerdicts(before);
  const wanted = communityVerdicts(now);
  const staleChanged = before?.stale !== now.stale;
  if (before?.theme !== now.theme) {
    for (const layer of COMMUNITY_FILL_LAYERS) {
      map.setLayoutProperty(layer, "visibility", now.theme === "assess" ? "visible" : "none");
    }
  }
  for (let row = 0; row < now.baseline.communities.records.length; row++) {
    const verdictNow = wanted[row] ?? -1;
    if (!fresh && !staleChanged && verdictNow === (old[row] ?? -1)) continue;
    map.setFeatureState({ source: SOURCE, id: row }, { verdict: verdictNow, stale: now.stale });
  }
}
