// Who is covered, too far or unlinked: by community, by centre and in all. Covered means linked and at most
// as many decimetres away as are walked in the minutes; households that are unknown are in no sum and counted
// as residences instead.

import { reachLimit, UNREACHED } from "../base/index.ts";
import type { AssessInput } from "./assess-input.ts";
import type { Totals } from "./results.ts";

/** Known households, and residences of unknown households, that stand alike; per community. */
export interface StandingTally {
  readonly households: Float64Array;
  readonly unknown: Uint32Array;
}

export interface WalkingTally {
  readonly covered: StandingTally;
  /** Linked, but too far or unreachable. */
  readonly far: StandingTally;
  readonly unlinked: StandingTally;
  /** Per centre: known households whose nearest it is, and those of them within the minutes. */
  readonly nearest: Float64Array;
  readonly nearestCovered: Float64Array;
  readonly totals: Totals;
}

/** How a residence stands: within a third, two thirds or all of the minutes, beyond, nowhere, off the network. */
const THIRD = 0;
const TWO_THIRDS = 1;
const COVERED = 2;
const FAR = 3;
const UNREACHABLE = 4;
const UNLINKED = 5;
const STANDINGS = 6;

export function tallyWalking(input: AssessInput): WalkingTally {
  const standing = standings(input);
  return {
    ...tallyCommunities(input, standing),
    ...tallyCenters(input, standing),
    totals: tallyAll(input, standing),
  };
}

function standings({ residences, linked, access, walk }: AssessInput): Uint8Array {
  const third = reachLimit(walk.minutes / 3, walk.speed);
  const twoThirds = reachLimit((2 * walk.minutes) / 3, walk.speed);
  const limit = reachLimit(walk.minutes, walk.speed);
  const standing = new Uint8Array(residences.count);
  for (let i = 0; i < standing.length; i++) {
    const distance = access.distance[i]!;
    if (linked[i] !== 1) standing[i] = UNLINKED;
    else if (distance <= third) standing[i] = THIRD;
    else if (distance <= twoThirds) standing[i] = TWO_THIRDS;
    else if (distance <= limit) standing[i] = COVERED;
    else standing[i] = distance === UNREACHED ? UNREACHABLE : FAR;
  }
  return standing;
}

function tallyCommunities(
  { residences, residenceCommunity, communities }: AssessInput,
  standing: Uint8Array,
): Pick<WalkingTally, "covered" | "far" | "unlinked"> {
  const places = communities.records.length;
  const [covered, far, unlinked] = [newTally(places), newTally(places), newTally(places)];
  const tallyOf = [covered, covered, covered, far, far, unlinked];
  for (let i = 0; i < standing.length; i++) {
    const place = residenceCommunity[i]!;
    if (place < 0) continue;
    const tally = tallyOf[standing[i]!]!;
    const households = residences.households[i]!;
    if (Number.isNaN(households)) tally.unknown[place]! += 1;
    else tally.households[place]! += households;
  }
  return { covered, far, unlinked };
}

function tallyCenters(
  { residences, access, centers }: AssessInput,
  standing: Uint8Array,
): Pick<WalkingTally, "nearest" | "nearestCovered"> {
  const nearest = new Float64Array(centers.length);
  const nearestCovered = new Float64Array(centers.length);
  for (let i = 0; i < standing.length; i++) {
    const center = access.nearest[i]!;
    const households = residences.households[i]!;
    if (center < 0 || standing[i] === UNLINKED || Number.isNaN(households)) continue;
    nearest[center]! += households;
    if (standing[i]! <= COVERED) nearestCovered[center]! += households;
  }
  return { nearest, nearestCovered };
}

function tallyAll({ residences }: AssessInput, standing: Uint8Array): Totals {
  const sums = new Float64Array(STANDINGS);
  const rows = new Uint32Array(STANDINGS);
  let unknownResidences = 0;
  for (let i = 0; i < standing.length; i++) {
    const households = residences.households[i]!;
    rows[standing[i]!]! += 1;
    if (Number.isNaN(households)) unknownResidences++;
    else sums[standing[i]!]! += households;
  }
  const twoThirds = sums[THIRD]! + sums[TWO_THIRDS]!;
  const covered = twoThirds + sums[COVERED]!;
  const households = covered + sums[FAR]! + sums[UNREACHABLE]! + sums[UNLINKED]!;
  return {
    households,
    covered,
    unlinked: sums[UNLINKED]!,
    unreachable: sums[UNREACHABLE]!,
    unlinkedResidences: rows[UNLINKED]!,
    unreachableResidences: rows[UNREACHABLE]!,
    coverage: households > 0 ? covered / households : null,
    unknownResidences,
    bands: [sums[THIRD]!, twoThirds, covered],
  };
}

const newTally = (places: number): StandingTally => ({
  households: new Float64Array(places),
  unknown: new Uint32Array(places),
});
