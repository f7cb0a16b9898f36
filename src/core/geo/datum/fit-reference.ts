// How well each hypothesis sits on the layers already placed. Pair by pair the hypotheses are compared with the one that
// fits best: inside one of the areas or not (McNemar's z), logarithm of the distance to the nearest point (paired z, spread
// taken as 0.5 at least); a hypothesis loses z²/2 of log-likelihood. Layers that say nothing thus give z near 0, and a
// layer that is far away under every hypothesis decides the zone but not between datums 500 m apart.

import Flatbush from "flatbush";
import { locate } from "../polygons.ts";
import type { DatumReason, DatumReference } from "./diagnosis.ts";

export interface Fit {
  /** Natural logarithm of the likelihood against the best, 0 or below. */
  readonly logLikelihood: number;
  readonly reasons: readonly DatumReason[];
}

/** One fit for each placement of the same sample: pairs in WGS-84 degrees, NaN where there is no position. */
export function fitReference(placements: readonly Float64Array[], reference: DatumReference): Fit[] {
  const { polygons, points } = reference;
  const fits = placements.map((): { logLikelihood: number; reasons: DatumReason[] } => ({
    logLikelihood: 0,
    reasons: [],
  }));
  const count = (placements[0]?.length ?? 0) / 2;
  if (polygons !== undefined && polygons.count > 0) {
    const inside = placements.map((xy) =>
      Float64Array.from(locate(polygons, xy), (at) => (at === -1 ? 0 : 1)),
    );
    weigh(fits, inside, mcNemar);
    inside.forEach((hits, i) => {
      const share = sum(hits) / count;
      fits[i]!.reasons.push({ code: "insideReference", values: { share, count } });
    });
  }
  const near = points !== undefined && points.length > 0;
  const targets = near ? points : (polygons?.xy ?? NOTHING);
  if (targets.length === 0) return fits;
  const distances = measureDistances(placements, targets);
  const floor = near ? NEAR_ENOUGH : BESIDE;
  weigh(
    fits,
    distances.map((each) => each.map((metres) => -Math.log(Math.max(metres, floor)))),
    pairedZ,
  );
  distances.forEach((each, i) => {
    const metres = each.toSorted()[each.length >> 1] ?? Number.NaN;
    if (metres > FAR) fits[i]!.reasons.push({ code: "farFromReference", values: { metres } });
    else if (near) fits[i]!.reasons.push({ code: "nearReference", values: { metres, count } });
  });
  return fits;
}

const NOTHING = new Float64Array(0);
/** Below this a distance is the drawing's own error, metres. */
const NEAR_ENOUGH = 3;
/** Corners of areas tell only whether a layer is here or in another zone, metres. */
const BESIDE = 2000;
/** A median beyond this means that the layer is of another place, metres. */
const FAR = 20_000;
/** Distance taken for a pair without position, metres. */
const NOWHERE = 2e7;
/** One kind of evidence counts no more than this: its pairs are not wholly independent. */
const MOST = 12;

/** Scores are better when larger; the best hypothesis by their mean keeps its likelihood. */
function weigh(
  fits: { logLikelihood: number }[],
  scores: readonly Float64Array[],
  zOf: (best: Float64Array, other: Float64Array) => number,
): void {
  let best = scores[0] ?? NOTHING;
  for (const each of scores) if (sum(each) > sum(best)) best = each;
  scores.forEach((each, i) => {
    const z = Math.max(0, zOf(best, each));
    fits[i]!.logLikelihood -= Math.min(MOST, (z * z) / 2);
  });
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

function pairedZ(best: Float64Array, other: Float64Array): number {
  const count = best.length;
  const mean = (sum(best) - sum(other)) / count;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (best[i]! - other[i]! - mean) ** 2;
  const spread = Math.max(0.5, Math.sqrt(squares / Math.max(1, count - 1)));
  return (mean / spread) * Math.sqrt(count);
}

/** Metres from each pair to the nearest target, on a plane about the targets' first: good to a percent in a city. */
function measureDistances(placements: readonly Float64Array[], targets: Float64Array): Float64Array[] {
  const latitude = targets[1]!;
  const scaleX = 111_320 * Math.cos((latitude * Math.PI) / 180);
  const scaleY = 110_950;
  const index = new Flatbush(targets.length / 2);
  for (let i = 0; i < targets.length; i += 2) {
    const [x, y] = [targets[i]! * scaleX, targets[i + 1]! * scaleY];
    index.add(x, y, x, y);
  }
  index.finish();
  return placements.map((xy) => {
    const out = new Float64Array(xy.length / 2).fill(NOWHERE);
    for (let i = 0; i < out.length; i++) {
      const x = xy[2 * i]! * scaleX;
      const y = xy[2 * i + 1]! * scaleY;
      const nearest = Number.isFinite(x + y) ? index.neighbors(x, y, 1)[0] : undefined;
      if (nearest === undefined) continue;
      out[i] = Math.hypot(targets[2 * nearest]! * scaleX - x, targets[2 * nearest + 1]! * scaleY - y);
    }
    return out;
  });
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
