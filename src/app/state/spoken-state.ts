// How a community stands in the one thing a slide speaks of, reach or size. What is not known there is unknown, even where
// the other thing is certain, and never passes.

import type { CommunityResult } from "../../core/assess/index.ts";

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
