// How well each hypothesis sits on the layers already placed, by three kinds of evidence. Inside one of the areas or not,
// pair by pair against the best (McNemar's z). Distance to the nearest point beyond 2 km, paired, which tells zones apart
// where one of them brings the layer here: a layer of another town is not drawn to the zone that lies least far off.
// And registration: two layers of one town know of each other (houses stand along roads, and off them), so at the true place
// their mean closeness stands out, up or down, from that of the same layer pushed 150–400 m in twelve directions; at a
// wrong place it is one of them. The pushes measure their own noise, so layers that say nothing decide nothing.

import Flatbush from "flatbush";
import { locate } from "../polygons.ts";
import type { DatumReason, DatumReference } from "./diagnosis.ts";

export interface Fit {
  /** Natural logarithm of a likelihood, to be compared between the fits of one call. */
  readonly logLikelihood: number;
  readonly reasons: readonly DatumReason[];
}

/** One fit for each placement of the same sample: pairs in WGS-84 degrees, NaN where there is no position. */
export function fitReference(placements: readonly Float64Array[], reference: DatumReference): Fit[] {
  const { polygons, points } = reference;
  const count = (placements[0]?.length ?? 0) / 2;
  const logs = placements.map(() => 0);
  const reasons = placements.map((): DatumReason[] => []);
  const add = (terms: readonly number[]): void => {
    terms.forEach((term, i) => {
      logs[i]! += term;
    });
  };
  if (polygons !== undefined && polygons.count > 0) {
    const inside = placements.map((xy) =>
      Float64Array.from(locate(polygons, xy), (at) => (at === -1 ? 0 : 1)),
    );
    add(againstBest(inside, mcNemar));
    inside.forEach((hits, i) => {
      reasons[i]!.push({ code: "insideReference", values: { share: meanOf(hits), count } });
    });
  }
  const isNear = points !== undefined && points.length > 0;
  const targets = isNear ? points : (polygons?.xy ?? NOTHING);
  if (targets.length > 0) {
    const plane = createPlane(targets);
    const distances = placements.map((xy) => plane.distances(xy, 0, 0));
    const medians = distances.map((each) => each.toSorted()[each.length >> 1] ?? Number.NaN);
    if (medians.some((metres) => metres <= FAR)) {
      const farness = distances.map((each) => each.map((metres) => -Math.log(Math.max(metres, BESIDE))));
      add(againstBest(farness, pairedZ));
    }
    medians.forEach((metres, i) => {
      if (metres > FAR) reasons[i]!.push({ code: "farFromReference", values: { metres } });
      else if (isNear) reasons[i]!.push({ code: "nearReference", values: { metres, count } });
    });
    if (isNear) add(placements.map((xy, i) => registration(plane, xy, distances[i]!)));
  }
  return logs.map((logLikelihood, i) => ({ logLikelihood, reasons: reasons[i]! }));
}

const NOTHING = new Float64Array(0);
/** Scales of neighbourhood, metres: drawn on each other, along a street, in a block. */
const SCALES = [8, 25, 80] as const;
/** Where closeness is lost at the largest scale, metres. */
const REACH = 400;
/** Within this a layer is here; beyond, distances tell one zone from another, metres. */
const BESIDE = 2000;
/** A median beyond this means that the layer is of another place, metres. */
const FAR = 20_000;
/** Distance taken for a pair without position, metres. */
const NOWHERE = 2e7;
/** One kind of evidence counts no more than this: its pairs are not wholly independent. */
const MOST = 12;
/** Pushes of the registration, metres: less than GCJ-02 shifts, more than a street is wide. */
const PUSHES = [150, 270, 400] as const;
const DIRECTIONS = 12;
/** How many deviations a true place is expected to stand out by; a wrong one by 1. */
const STANDS_OUT = 4;
/** Least that registration says: a layer that is not here at all stands out no more than one that is here by chance. */
const UNREGISTERED = -Math.log(STANDS_OUT * SCALES.length);
/** Pairs that may coincide by luck. */
const ONE_PAIR = 1.5;

/** For each hypothesis −z²/2 against the one of the best mean; scores are better when larger. */
function againstBest(
  scores: readonly Float64Array[],
  zOf: (best: Float64Array, other: Float64Array) => number,
): number[] {
  let best = scores[0] ?? NOTHING;
  for (const each of scores) if (meanOf(each) > meanOf(best)) best = each;
  return scores.map((each) => -Math.min(MOST, Math.max(0, zOf(best, each)) ** 2 / 2));
}

function mcNemar(best: Float64Array, other: Float64Array): number {
  let won = 0;
  let lost = 0;
  for (let i = 0; i < best.length; i++) {
    if (best[i]! > other[i]!) won++;
    else if (best[i]! < other[i]!) lost++;
  }
  return (won - lost) / Math.sqrt(won + lost + 1);
}

/** Paired z of the means; the spread is taken as 0.5 at least. */
function pairedZ(best: Float64Array, other: Float64Array): number {
  const differences = best.map((score, i) => score - other[i]!);
  return (meanOf(differences) / Math.max(0.5, deviationOf(differences))) * Math.sqrt(best.length);
}

/**
 * Logarithm of the likelihood ratio "here" to "somewhere near here": normal laws of deviation `STANDS_OUT` and 1, at
 * the scale that tells most. A linear trend over the pushes, such as the edge of a town makes, is taken out.
 */
function registration(plane: Plane, xy: Float64Array, distances: Float64Array): number {
  if (distances.every((metres) => metres > BESIDE)) return UNREGISTERED;
  const pushes = PUSHES.flatMap((metres) =>
    Array.from({ length: DIRECTIONS }, (_, k): [number, number] => {
      const angle = (2 * Math.PI * k) / DIRECTIONS + metres;
      return [metres * Math.cos(angle), metres * Math.sin(angle)];
    }),
  );
  const pushed = pushes.map(([east, north]) => plane.distances(xy, east, north, REACH));
  let most = 0;
  for (const scale of SCALES) {
    const values = Float64Array.from(pushed, (each) => closeness(each, scale));
    const noise = Math.hypot(ONE_PAIR / distances.length, deviationOf(detrend(values, pushes)));
    most = Math.max(most, Math.abs(closeness(distances, scale) - meanOf(values)) / noise);
  }
  const log = (most * most * (1 - STANDS_OUT ** -2)) / 2 - Math.log(STANDS_OUT * SCALES.length);
  return Math.min(MOST, Math.max(UNREGISTERED, log));
}

/** Mean of exp(−d/scale): 1 on a target, nothing a few scales away. */
function closeness(distances: Float64Array, scale: number): number {
  return meanOf(distances.map((metres) => Math.exp(-metres / scale)));
}

/** What is left of the values without their linear trend; the pushes lie evenly round, so the terms are independent. */
function detrend(values: Float64Array, pushes: readonly (readonly [number, number])[]): Float64Array {
  const slope = (axis: 0 | 1): number => {
    let along = 0;
    let squares = 0;
    pushes.forEach((push, i) => {
      along += values[i]! * push[axis];
      squares += push[axis] ** 2;
    });
    return along / squares;
  };
  const [east, north] = [slope(0), slope(1)];
  return values.map((value, i) => value - east * pushes[i]![0] - north * pushes[i]![1]);
}

interface Plane {
  /**
   * Metres from each pair, moved by (east, north) metres, to the nearest target; beyond `reach` infinite, and beyond
   * `FAR` from the box of the targets the distance to that box.
   */
  readonly distances: (xy: Float64Array, east: number, north: number, reach?: number) => Float64Array;
}

/** Targets on a plane about the first of them, good to a percent within a city, in a packed R-tree. */
function createPlane(targets: Float64Array): Plane {
  const scaleX = 111_320 * Math.cos((targets[1]! * Math.PI) / 180);
  const scaleY = 110_950;
  const index = new Flatbush(targets.length / 2);
  for (let i = 0; i < targets.length; i += 2) {
    const [x, y] = [targets[i]! * scaleX, targets[i + 1]! * scaleY];
    index.add(x, y, x, y);
  }
  index.finish();
  const distanceAt = (x: number, y: number, reach: number): number => {
    if (!Number.isFinite(x + y)) return NOWHERE;
    const toBox = Math.hypot(
      Math.max(0, index.minX - x, x - index.maxX),
      Math.max(0, index.minY - y, y - index.maxY),
    );
    if (toBox > FAR) return toBox;
    const nearest = index.neighbors(x, y, 1, reach)[0];
    if (nearest === undefined) return Number.POSITIVE_INFINITY;
    return Math.hypot(targets[2 * nearest]! * scaleX - x, targets[2 * nearest + 1]! * scaleY - y);
  };
  return {
    distances: (xy, east, north, reach = Number.POSITIVE_INFINITY) => {
      const out = new Float64Array(xy.length / 2);
      for (let i = 0; i < out.length; i++) {
        out[i] = distanceAt(xy[2 * i]! * scaleX + east, xy[2 * i + 1]! * scaleY + north, reach);
      }
      return out;
    },
  };
}

function meanOf(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total / values.length;
}

function deviationOf(values: Float64Array): number {
  const mean = meanOf(values);
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return Math.sqrt(squares / Math.max(1, values.length - 1));
}
