// What an import says about the datums it settled by itself: which and why, and where a person should look, above all
// where a file says one thing and everything else another.

import type { Issue } from "../base/index.ts";
import type { DatumHypothesis, DatumReason } from "../geo/index.ts";
import type { ImportLog } from "./import-log.ts";
import type { LayerDatum } from "./import-types.ts";

export function logDatums(datums: readonly LayerDatum[], log: ImportLog): void {
  for (const settled of datums) {
    const { file, origin, chosen, confidence, hypotheses, needsAsking, degreesTimes: factor } = settled;
    if (factor !== undefined) {
      log.issues.push({ code: "coords.scaled", severity: "error", file, values: { factor } });
    }
    const [best, second] = hypotheses;
    const contradiction = contradictionOf(settled);
    if (contradiction !== null) {
      log.issues.push(contradiction);
      continue;
    }
    if (origin !== "found" || best === undefined) continue;
    const found = { datum: chosen, confidence };
    if (needsAsking && second !== undefined) {
      const other = { other: second.datum, metres: second.medianShift ?? best.medianShift ?? "" };
      log.issues.push({
        code: "coords.datumDoubt",
        severity: "warning",
        file,
        values: { ...found, ...other, ...reasonOf(best) },
      });
    } else if (chosen !== "wgs84") {
      log.issues.push({
        code: "coords.datumFound",
        severity: "info",
        file,
        values: { ...found, ...reasonOf(best) },
      });
    }
  }
}

/** A datum that the file states and that does not fit, whichever of the two is used for now; null for none. */
export function contradictionOf({
  file,
  origin,
  chosen,
  hypotheses: [best, second],
  overruled,
}: LayerDatum): Issue | null {
  const code = "coords.datumContradicted";
  if (origin === "file" && second !== undefined) {
    const { datum, confidence, medianShift } = second;
    const values = { stated: chosen, used: chosen, datum, confidence, metres: medianShift ?? "" };
    return { code, severity: "warning", file, values: { ...values, ...reasonOf(second) } };
  }
  if (overruled === undefined || best === undefined) return null;
  const values = { stated: overruled, used: chosen, datum: chosen, confidence: best.confidence };
  return { code, severity: "warning", file, values: { ...values, ...reasonOf(best) } };
}

/** Reasons by how much they tell a person, most first. */
const TELLING: readonly DatumReason["code"][] = [
  "prjNeedsParameters",
  "prjPrefixDiffers",
  "prjNames",
  "insideReference",
  "nearReference",
  "zonePrefix",
  "falseEasting",
  "utmRange",
  "mercatorRange",
  "offsetPossible",
  "degreesElsewhere",
];

/** The most telling reason with its figures, flat. */
function reasonOf({ reasons }: DatumHypothesis): Readonly<Record<string, string | number>> {
  const code = TELLING.find((each) => reasons.some((reason) => reason.code === each));
  const reason = reasons.find((each) => each.code === code);
  return reason === undefined ? {} : { ...reason.values, reason: reason.code };
}
