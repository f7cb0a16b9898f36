// Which of the few drawn classes each residence is in: the same integer comparison of decimetres as the
// analysis makes, so a building on the map never contradicts the count beside it.

import type { ResidenceAccess, WalkSettings } from "../../core/access/index.ts";
import { reachLimit } from "../../core/base/index.ts";
import type { Baseline } from "../../core/model/index.ts";
import type { MapTheme } from "./map-model.ts";
import { RESIDENCE_CLASSES, type ResidenceClass } from "./palette.ts";

export interface ResidenceFacts {
  readonly theme: MapTheme;
  readonly walk: WalkSettings;
  readonly access: ResidenceAccess | null;
  readonly linked: Uint8Array | null;
  /** NaN = unknown. */
  readonly households: Float64Array;
}

const CODE = Object.fromEntries(RESIDENCE_CLASSES.map((name, code) => [name, code])) as Record<
  ResidenceClass,
  number
>;

/** One code per residence: an index into RESIDENCE_CLASSES. */
export function classifyResidences(facts: ResidenceFacts): Uint8Array {
  const { theme, access, linked, households } = facts;
  const count = households.length;
  const codes = new Uint8Array(count).fill(CODE.plain);
  if (theme === "data" || access === null) {
    for (let i = 0; i < count; i++) if (Number.isNaN(households[i]!)) codes[i] = CODE.unknown;
    return codes;
  }
  const { minutes, speed } = facts.walk;
  const near = reachLimit(minutes / 3, speed);
  const middle = reachLimit((2 * minutes) / 3, speed);
  const far = reachLimit(minutes, speed);
  for (let i = 0; i < count; i++) {
    const distance = access.distance[i]!;
    if (linked !== null && linked[i] === 0) codes[i] = CODE.unlinked;
    else if (distance > far) codes[i] = CODE.outside;
    else if (distance > middle) codes[i] = CODE.far;
    else codes[i] = distance > near ? CODE.middle : CODE.near;
  }
  return codes;
}

/** Residences whose households nobody knows. */
export function unknownResidences({ residences }: Pick<Baseline, "residences">): number[] {
  const rows: number[] = [];
  residences.households.forEach((households, row) => {
    if (Number.isNaN(households)) rows.push(row);
  });
  return rows;
}

/** Residences drawn with a hatch over them: nothing is known of their walk, or of their households. */
export function hatchedResidences(codes: Uint8Array, theme: MapTheme): number[] {
  const hatched = theme === "data" ? CODE.unknown : CODE.unlinked;
  const rows: number[] = [];
  for (let i = 0; i < codes.length; i++) if (codes[i] === hatched) rows.push(i);
  return rows;
}
