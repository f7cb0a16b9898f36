// How a .prj moves the weights. It is written by a program that was told a datum, and people tell wrong ones: GCJ-02 saved
// as WGS-84 is common, as CGCS2000 rare; a zone number is dropped from the eastings and kept in the title. So a .prj
// multiplies what the numbers allow and never brings back what they exclude.

import type { Candidate, DatumReason } from "./diagnosis.ts";
import { gaussKruger } from "./gauss-kruger.ts";
import type { DatumName } from "./parse-datum.ts";
import { parseDatum } from "./parse-datum.ts";
import type { PrjReading } from "./read-prj.ts";
import { toWgs84 } from "./transform-datum.ts";

/** The candidates with the .prj's word counted. */
export function weighPrj(
  candidates: readonly Candidate[],
  reading: PrjReading,
  sample: Float64Array,
): Candidate[] {
  const { name, datum, fault } = reading;
  if (fault === "unreadable") return [...candidates];
  const because = (code: DatumReason["code"]): DatumReason => ({ code, values: { name } });
  if (datum === null) return candidates.map((each) => add(each, because("prjNeedsParameters"), 1));
  const said = parseDatum(datum);
  if (said === null || toWgs84(datum) === null) return [...candidates];
  const weighed = candidates.map((each) => {
    const agreement = compare(parseDatum(each.datum), said);
    if (agreement === "other") return each;
    const code = agreement === "prefixDiffers" ? "prjPrefixDiffers" : "prjNames";
    const named = agreement === "same" && !/\/yx$/.test(each.datum) ? datum : each.datum;
    return { ...add(each, because(code), TRUST[trustOf(reading)]), datum: named };
  });
  if (weighed.some((each, i) => each !== candidates[i])) return weighed;
  const own = said.kind === "wkt" ? placeBy(datum, sample, because("prjNames")) : null;
  if (own !== null) return [...weighed, own];
  return weighed.map((each) => add(each, because("prjContradicts"), 1));
}

/** How many times likelier a datum becomes when a .prj names it. */
const TRUST = { wgs84: 5, cgcs2000: 20, projected: 3000 } as const;
/** Weight of a system that no numbers of China suggest but the .prj defines and that has positions for the numbers. */
const OWN_WEIGHT = 20;

const trustOf = ({ how, family }: PrjReading): keyof typeof TRUST =>
  how !== "geographic" ? "projected" : family === "cgcs2000" ? "cgcs2000" : "wgs84";

function compare(one: DatumName | null, said: DatumName): "same" | "prefixDiffers" | "other" {
  if (one === null || one.kind !== said.kind) return "other";
  if (one.kind === "wgs84") return "same";
  if (one.epsg === null || said.epsg === null) return "other";
  if (one.epsg === said.epsg) return "same";
  const [a, b] = [gaussKruger(one.epsg), gaussKruger(said.epsg)];
  if (a === null || b === null || a.centralMeridian !== b.centralMeridian) return "other";
  return a.falseEasting === b.falseEasting ? "same" : "prefixDiffers";
}

function add(candidate: Candidate, reason: DatumReason, times: number): Candidate {
  return { ...candidate, weight: candidate.weight * times, reasons: [...candidate.reasons, reason] };
}

/** A system of its own, when most of the sample has a position in it. */
function placeBy(datum: string, sample: Float64Array, reason: DatumReason): Candidate | null {
  const placed = toWgs84(datum)?.(sample);
  if (placed === undefined) return null;
  let count = 0;
  for (let i = 0; i < placed.length; i += 2) {
    if (Math.abs(placed[i]!) <= 180 && Math.abs(placed[i + 1]!) <= 90) count++;
  }
  const share = (2 * count) / sample.length;
  return share < 0.5 ? null : { datum, weight: OWN_WEIGHT * share ** 2, reasons: [reason] };
}
