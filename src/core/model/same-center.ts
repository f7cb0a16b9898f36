// Are two records of a centre alike in every field? Also those written by a later edition, which this one
// does not know by name.

import type { ServiceCenter } from "./layers.ts";

export function sameCenter(a: ServiceCenter, b: ServiceCenter): boolean {
  if (a === b) return true;
  const keys = Object.keys(a) as (keyof ServiceCenter)[];
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}

/** The same centres in the same order: lists of edits on them can be merged. */
export const sameCenters = (a: readonly ServiceCenter[], b: readonly ServiceCenter[]): boolean =>
  a.length === b.length && a.every((center, index) => sameCenter(center, b[index] as ServiceCenter));
