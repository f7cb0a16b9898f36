// Whether an edition of a pack holds on a day, and whether a rule of it judges anything. Without the checker of packs, so
// that a page can ask before it loads that.

import type { Rule, RulePack } from "./rule-pack.ts";

/** Whether an edition holds on an ISO date. */
export function editionState(
  { validFrom, validTo }: Pick<RulePack, "validFrom" | "validTo">,
  date: string,
): "valid" | "notYet" | "expired" {
  if (date < validFrom) return "notYet";
  return validTo !== null && date > validTo ? "expired" : "valid";
}

/** Whether a rule judges anything: it names a value and is not turned off. */
export const isJudged = ({ value, off }: Rule): boolean => value !== null && off !== true;
