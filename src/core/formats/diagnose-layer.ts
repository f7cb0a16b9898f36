// One layer before the coordinate doctor: its numbers, its .prj, what its format promises, and how it sits on the layers
// that have settled; and a second opinion on a layer whose file states a datum that others contradict.

import type { DatumHypothesis, DatumReference, Diagnosis } from "../geo/index.ts";
import { diagnoseDatum, gaussKruger, parseDatum, turnDatum } from "../geo/index.ts";
import type { FeatureTable } from "./feature-table.ts";
import type { LayerSpec } from "./import-types.ts";

export interface DatumQuestion {
  readonly spec: LayerSpec;
  readonly table: FeatureTable;
  /** "" when neither the user nor the project says. */
  readonly given: string;
}

type Ranking = Pick<Diagnosis, "hypotheses" | "needsAsking">;

export const MOST_CONFIDENT = 0.99;

/** `xy`: pairs of the layer as its file has them. */
export function diagnoseLayer(
  { prj, format }: Pick<FeatureTable, "prj" | "format">,
  xy: Float64Array,
  reference: DatumReference | null,
): Diagnosis {
  const diagnosis = diagnoseDatum({ xy, prj, ...(reference === null ? {} : { reference }) });
  return format === "geojson" ? favour(diagnosis, "wgs84", GEOJSON_OBEYS) : diagnosis;
}

/**
 * What the other layers make of a datum that the file states: hypotheses with the stated one first and the one that
 * fits clearly better second; null when the statement stands.
 */
export function doubtStated(
  stated: string,
  xy: Float64Array,
  reference: DatumReference,
): readonly DatumHypothesis[] | null {
  const { hypotheses } = straightened(diagnoseDatum({ xy, reference }));
  const own = hypotheses.find(({ datum }) => isSameDatum(datum, stated));
  if (own === undefined) return null;
  const [best] = favour({ hypotheses, ...NO_MORE }, own.datum, STATED_RIGHT).hypotheses;
  if (best === undefined || best.datum === own.datum || best.confidence < CLEAR_LEAD) return null;
  const { medianShift } = own;
  const others = hypotheses.filter((each) => each !== own && each.datum !== best.datum);
  const [first] = hypotheses;
  const shift = first?.datum === best.datum ? medianShift : best.medianShift;
  return [
    { ...own, datum: stated, medianShift: null },
    { ...best, medianShift: shift },
    ...others.map((each) => ({ ...each, medianShift: null })),
  ];
}

/** Do both names put a pair in the same place? */
export function isSameDatum(one: string, other: string): boolean {
  const [a, b] = [parseDatum(one), parseDatum(other)];
  if (a === null || b === null || a.kind !== b.kind || a.turned !== b.turned) return one === other;
  return a.kind === "wgs84" || (a.epsg === b.epsg && a.wkt === b.wkt);
}

/** By confidence, best first. */
export function ranked(hypotheses: readonly DatumHypothesis[]): Ranking {
  const sorted = hypotheses.toSorted((a, b) => b.confidence - a.confidence);
  return { hypotheses: sorted, needsAsking: isClose(sorted) };
}

/**
 * The diagnosis without axis orders that place-layer.ts finds by itself, row by row (degrees, Gauss–Krüger zones): both
 * orders are one hypothesis.
 */
export function straightened(diagnosis: Ranking): Ranking {
  const merged = new Map<string, DatumHypothesis>();
  for (const each of diagnosis.hypotheses) {
    const datum = isTurnedLater(each.datum) ? turnDatum(each.datum) : each.datum;
    const first = merged.get(datum);
    const confidence = Math.min(MOST_CONFIDENT, each.confidence + (first?.confidence ?? 0));
    merged.set(datum, { ...(first ?? each), datum, confidence });
  }
  const { hypotheses, needsAsking } = ranked([...merged.values()]);
  const isElsewhere = hypotheses[0]?.reasons.some(({ code }) => code === "farFromReference") === true;
  const isTold = diagnosis.needsAsking && !isClose(diagnosis.hypotheses);
  return { hypotheses, needsAsking: needsAsking || isTold || isElsewhere };
}

/** RFC 7946 wants GeoJSON in WGS-84, and programs mostly obey: this much likelier than the numbers alone say. */
const GEOJSON_OBEYS = 20;
/** Files that state a datum are mostly right: this much likelier than the numbers and the other layers say. */
const STATED_RIGHT = 20;
const CLEAR_LEAD = 0.7;
const NO_MORE = { needsAsking: false, unplaced: null, sampled: 0, logEvidence: 0 } as const;

/** The diagnosis as if `datum` had been `times` likelier before the numbers were seen. */
function favour(diagnosis: Diagnosis, datum: string, times: number): Diagnosis {
  const weigh = (each: DatumHypothesis): number => each.confidence * (each.datum === datum ? times : 1);
  const total = diagnosis.hypotheses.reduce((sum, each) => sum + weigh(each), 0);
  if (total === 0 || !diagnosis.hypotheses.some((each) => each.datum === datum)) return diagnosis;
  return {
    ...diagnosis,
    ...ranked(diagnosis.hypotheses.map((each) => ({ ...each, confidence: weigh(each) / total }))),
    logEvidence: diagnosis.logEvidence + Math.log(total),
  };
}

/** Are the first two close, which is why a diagnosis asks as a rule? */
const isClose = ([first, second]: readonly DatumHypothesis[]): boolean =>
  (first?.confidence ?? 0) - (second?.confidence ?? 0) < CLEAR_LEAD;

function isTurnedLater(datum: string): boolean {
  const { kind, epsg, turned } = parseDatum(datum) ?? {};
  if (turned !== true || kind === "wkt") return false;
  return kind !== "epsg" || gaussKruger(epsg!) !== null;
}
