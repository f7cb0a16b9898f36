// How a community stands in the one thing a slide speaks of, reach or size. What is not known there is unknown, even where
// the other thing is certain, and never passes.

import type { CommunityResult } from "../../core/assess/index.ts";
import type { CommunityState } from "../map/map-model.ts";
import { communityState } from "./plan-selectors.ts";
import type { Slide } from "./talk.ts";

/** tooFar, unknown or met. */
export function reachState({
  flags,
  coverage,
}: Pick<CommunityResult, "flags" | "coverage">): "tooFar" | "unknown" | "met" {
  if (flags.includes("tooFar")) return "tooFar";
  const uncounted = flags.includes("unknownHouseholds") && coverage === null;
  return uncounted || flags.includes("unknownAccess") ? "unknown" : "met";
}

/** tooSmall, noCenter, unknown or met. */
export function sizeState({
  flags,
  requiredArea,
}: Pick<CommunityResult, "flags" | "requiredArea">): "tooSmall" | "noCenter" | "unknown" | "met" {
  if (flags.includes("noCenter")) return "noCenter";
  if (flags.includes("tooSmall")) return "tooSmall";
  const uncounted = flags.includes("unknownHouseholds") && requiredArea === null;
  return uncounted || flags.includes("unknownFloorArea") ? "unknown" : "met";
}

/** What the map shows of a community while a slide is shown; null: nobody speaks. */
export function spokenState(result: CommunityResult, slide: Slide | null): CommunityState {
  if (slide === "tooFar") return reachState(result);
  return slide === "tooSmall" ? sizeState(result) : communityState(result);
}
