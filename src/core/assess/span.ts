// Judging by intervals: a figure of which only bounds are known meets a rule when every value it may have
// does, fails when none does, and is unknown in between. So missing data decides nothing, and certainty that
// survives missing data is not lost (an area too small for the households we know of is too small).

import type { Rule } from "../standards/index.ts";
import type { Verdict } from "./finding.ts";

/** Least and greatest value a figure may have; NaN when there is nothing to judge ("no data"). */
export interface Span {
  readonly low: number;
  readonly high: number;
}

export const NO_DATA: Span = { low: Number.NaN, high: Number.NaN };

export const exactly = (value: number): Span => ({ low: value, high: value });

/** A sum of known parts, with more to come when anything is unknown. */
export const atLeast = (known: number, unknownParts: number): Span => ({
  low: known,
  high: unknownParts > 0 ? Infinity : known,
});

export const isExact = ({ low, high }: Span): boolean => low === high;

export const isNoData = ({ low }: Span): boolean => Number.isNaN(low);

export function judge({ low, high }: Span, rule: Rule): Verdict {
  if (Number.isNaN(low)) return "unknown";
  const [least, most] = acceptable(rule);
  const open = rule.comparison === "above";
  if ((open ? low > least : low >= least) && high <= most) return "met";
  if ((open ? high <= least : high < least) || low > most) return "unmet";
  return "unknown";
}

/** The end of the rule's range nearest to `value`, and how far outside it is (0 inside). */
export function distanceTo(rule: Rule, value: number): { required: number; shortfall: number } {
  const [least, most] = acceptable(rule);
  if (value > most) return { required: most, shortfall: value - most };
  return { required: Number.isFinite(least) ? least : most, shortfall: Math.max(0, least - value) };
}

/** Values the rule accepts, from least to most (the least itself excluded for "above"); any where it names none. */
export function acceptable({ comparison, value }: Rule): readonly [number, number] {
  if (value === null) return [-Infinity, Infinity];
  if (typeof value !== "number") return value;
  if (comparison === "equal") return [value, value];
  return comparison === "atMost" ? [-Infinity, value] : [value, Infinity];
}

/** The rule's one number; NaN where it names none. */
export const threshold = ({ value }: Rule): number =>
  typeof value === "number" ? value : (value?.[0] ?? Number.NaN);
