// Neighbours from a table of unit ids: pairs with an unknown id are left out, pairs given in one direction only
// are taken in both, pairs across a community's border never count; each is told.

import type { Issue } from "../base/index.ts";
import { sampleOf } from "./sample-of.ts";

export interface PairsRead {
  /** Units a, b of pair i at 2i and 2i+1. */
  readonly pairs: Uint32Array;
  readonly issues: readonly Issue[];
}

/**
 * One-way pairs are told only where some pair is given both ways: a table that lists every pair once is in order.
 */
export function readPairs(
  rows: readonly (readonly [string, string])[],
  unitIds: readonly string[],
  area: Int32Array,
): PairsRead {
  const rowOf = new Map(unitIds.map((id, unit) => [id, unit]));
  const unknown = new Set<string>();
  const pairs: number[] = [];
  const given = new Set<string>();
  for (const [from, to] of rows) {
    const [a, b] = [rowOf.get(from), rowOf.get(to)];
    if (a === undefined) unknown.add(from);
    if (b === undefined) unknown.add(to);
    if (a === undefined || b === undefined || a === b) continue;
    given.add(`${a} ${b}`);
    if (area[a] === area[b]) pairs.push(a, b);
  }
  const oneWay = [...given].filter((pair) => !given.has(pair.split(" ").reverse().join(" ")));
  const named = oneWay.map((pair) =>
    pair
      .split(" ")
      .map((unit) => unitIds[Number(unit)]!)
      .join("–"),
  );
  const issues: Issue[] = [];
  if (unknown.size > 0)
    issues.push({ code: "grids.pairUnknown", severity: "warning", values: sampleOf([...unknown]) });
  if (oneWay.length > 0 && oneWay.length < given.size)
    issues.push({ code: "grids.pairOneWay", severity: "info", values: sampleOf(named) });
  return { pairs: Uint32Array.from(pairs), issues };
}
