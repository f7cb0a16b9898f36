// The coordinate doctor: which datum a file is in, from its numbers (list-candidates.ts), its .prj (weigh-prj.ts) and how it
// sits on the layers already placed (fit-reference.ts), combined as weights in Bayes' sense. Nothing is decided here: the
// hypotheses are ranked with their reasons, and `needsAsking` says when a person should choose.
// Not recognised: BD-09 in Baidu's Mercator metres, degrees and minutes written as one number, degrees times 100,000 (they
// read as Web Mercator), town systems with subtracted constants and no .prj ("localMetres"), Xian 1980 and Beijing 1954
// without a .prj (they read as CGCS2000).

import type {
  Candidate,
  DatumEvidence,
  DatumHypothesis,
  DatumReference,
  Diagnosis,
  UnplacedNumbers,
} from "./diagnosis.ts";
import { fitReference } from "./fit-reference.ts";
import { listCandidates } from "./list-candidates.ts";
import { turnDatum } from "./parse-datum.ts";
import { readPrj } from "./read-prj.ts";
import { toWgs84 } from "./transform-datum.ts";
import { weighPrj } from "./weigh-prj.ts";

/** Ranks the datums a file can be in. A "wkt:" datum of its .prj takes part once `prepareDatum` has loaded it. */
export function diagnoseDatum({ xy, prj, reference }: DatumEvidence): Diagnosis {
  const sample = samplePairs(xy);
  const sampled = sample.length / 2;
  const reading = prj ? readPrj(prj) : null;
  const numbers = sampled === 0 ? [] : listCandidates(sample);
  const named = reading === null || sampled === 0 ? numbers : weighPrj(numbers, reading, sample);
  const placed = withRunnerUp(named).flatMap((candidate): Placed[] => {
    const placement = toWgs84(candidate.datum)?.(sample);
    return placement === undefined ? [] : [{ candidate, placement: onEarth(placement) }];
  });
  if (placed.length === 0) {
    return {
      hypotheses: [],
      needsAsking: true,
      unplaced: recogniseUnplaced(sample),
      sampled,
      logEvidence: 0,
    };
  }
  const weighed = reference === undefined ? placed : weighFit(placed, reference);
  const hypotheses = rank(weighed);
  const [first, second] = hypotheses;
  const isClose = (first?.confidence ?? 0) - (second?.confidence ?? 0) < CLEAR_LEAD;
  return {
    hypotheses,
    needsAsking: isClose || reading?.fault === "needsParameters",
    unplaced: null,
    sampled,
    logEvidence: Math.log(weighed.reduce((sum, { candidate }) => sum + candidate.weight, 0)),
  };
}

interface Placed {
  readonly candidate: Candidate;
  /** The sample in WGS-84 degrees. */
  readonly placement: Float64Array;
}

/** Pairs looked at: enough to see 5 % apart, few enough to try forty datums at once. */
const SAMPLE = 400;
/** Lead of the first hypothesis over the second below which a person is asked. */
const CLEAR_LEAD = 0.7;
const MOST_CONFIDENT = 0.99;

/** Evenly spread pairs; not finite ones and (0, 0), which stands for "not known", are passed over. */
function samplePairs(xy: Float64Array): Float64Array {
  const good: number[] = [];
  for (let i = 0; i + 1 < xy.length; i += 2) {
    if (Number.isFinite(xy[i]! + xy[i + 1]!) && (xy[i] !== 0 || xy[i + 1] !== 0)) good.push(i);
  }
  const count = Math.min(SAMPLE, good.length);
  const sample = new Float64Array(2 * count);
  for (let k = 0; k < count; k++) {
    const i = good[Math.floor((k * good.length) / count)]!;
    sample[2 * k] = xy[i]!;
    sample[2 * k + 1] = xy[i + 1]!;
  }
  return sample;
}

/** A hypothesis alone gets its other axis order beside it, so that there is always one to compare with. */
function withRunnerUp(candidates: readonly Candidate[]): readonly Candidate[] {
  const [only] = candidates;
  if (only === undefined || candidates.length > 1) return candidates;
  return [only, { datum: turnDatum(only.datum), weight: only.weight * 1e-4, reasons: [] }];
}

/** Pairs that are no degrees become NaN: they have no position in this datum. */
function onEarth(placement: Float64Array): Float64Array {
  for (let i = 0; i < placement.length; i += 2) {
    if (Math.abs(placement[i]!) <= 180 && Math.abs(placement[i + 1]!) <= 90) continue;
    placement.fill(Number.NaN, i, i + 2);
  }
  return placement;
}

function weighFit(placed: readonly Placed[], reference: DatumReference): Placed[] {
  const fits = fitReference(
    placed.map(({ placement }) => placement),
    reference,
  );
  return placed.map(({ candidate, placement }, i) => {
    const { logLikelihood, reasons } = fits[i]!;
    const weight = candidate.weight * Math.exp(logLikelihood);
    return { candidate: { ...candidate, weight, reasons: [...candidate.reasons, ...reasons] }, placement };
  });
}

/** By weight, the order of listing among equals. */
function rank(placed: readonly Placed[]): DatumHypothesis[] {
  const sorted = placed.toSorted((a, b) => b.candidate.weight - a.candidate.weight);
  const total = sorted.reduce((sum, { candidate }) => sum + candidate.weight, 0);
  const best = sorted[0]?.placement ?? new Float64Array(0);
  const spare = Math.max(0, (sorted[0]?.candidate.weight ?? 0) / total - MOST_CONFIDENT);
  return sorted.map(({ candidate, placement }, i) => ({
    datum: candidate.datum,
    confidence: candidate.weight / total + (i === 0 ? -spare : spare / (sorted.length - 1)),
    reasons: candidate.reasons,
    medianShift: i === 0 ? null : medianShift(best, placement),
  }));
}

/** Median great-circle distance of corresponding pairs, metres; null where one of them has no position. */
function medianShift(a: Float64Array, b: Float64Array): number | null {
  const metres: number[] = [];
  const rad = Math.PI / 180;
  for (let i = 0; i < a.length; i += 2) {
    const [lon, lat, lon2, lat2] = [a[i]! * rad, a[i + 1]! * rad, b[i]! * rad, b[i + 1]! * rad];
    const h =
      Math.sin((lat2 - lat) / 2) ** 2 + Math.cos(lat) * Math.cos(lat2) * Math.sin((lon2 - lon) / 2) ** 2;
    const distance = 2 * 6_371_008 * Math.asin(Math.min(1, Math.sqrt(Math.max(0, h))));
    if (Number.isFinite(distance)) metres.push(distance);
  }
  return metres.sort((x, y) => x - y)[metres.length >> 1] ?? null;
}

/** Names numbers that no datum takes: degrees as scaled integers when all lie in China once divided. */
function recogniseUnplaced(sample: Float64Array): UnplacedNumbers {
  if (sample.length === 0) return { kind: "noNumbers" };
  for (const factor of [1e6, 1e7, 1e8, 3600]) {
    const found = listCandidates(sample.map((value) => value / factor));
    const inChina = found.some(({ reasons }) => reasons.some(({ code }) => code === "degreesInChina"));
    if (inChina) return { kind: "scaledDegrees", factor };
  }
  return { kind: "localMetres" };
}
