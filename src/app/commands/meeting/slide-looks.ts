// What the map tells while each slide is shown: one thing at a time.

import { communityState } from "../../state/plan-selectors.ts";
import { reachState, sizeState } from "../../state/spoken-state.ts";
import type { Slide, SlideLook } from "../../state/talk.ts";

const PLAIN: SlideLook = { stateOf: communityState, legend: null, homes: true };
const MEETING: SlideLook = { ...PLAIN, legend: ["tooSmall", "tooFar", "both", "unknown"] };

export const SLIDE_LOOKS: Readonly<Record<Slide, SlideLook>> = {
  present: PLAIN,
  tooFar: {
    stateOf: reachState,
    legend: ["tooFar", "unknown", "residenceOutside", "residenceInside"],
    homes: true,
  },
  tooSmall: { stateOf: sizeState, legend: ["tooSmall", "unknown"], homes: false },
  options: PLAIN,
  grids: PLAIN,
  lists: MEETING,
  decisions: MEETING,
};
