// The datum of every layer of an import: as the user or the project says, else as the file says, else as the coordinate
// doctor finds. Layers settle in the order of how sure they are, each held against those before it (streets and other
// vertices, and the areas of communities). Where none is sure, the first is tried in each datum it may be in, and takes
// the one in which it and the next layers explain each other best.

import type { TaskControl } from "../base/index.ts";
import type { DatumHypothesis, DatumReference, Diagnosis } from "../geo/index.ts";
import {
  diagnoseDatum,
  gaussKruger,
  parseDatum,
  prepareDatum,
  readPrj,
  toWgs84,
  turnDatum,
} from "../geo/index.ts";
import type { LayerRole } from "../model/index.ts";
import type { FeatureTable } from "./feature-table.ts";
import { guessFields } from "./guess-fields.ts";
import type { LayerDatum, LayerSpec } from "./import-types.ts";
import { samplePlaces, samplePolygons } from "./sample-places.ts";

export interface DatumQuestion {
  readonly spec: LayerSpec;
  readonly table: FeatureTable;
  /** "" when neither the user nor the project says. */
  readonly given: string;
}

/** One answer for each question, in the same order; every datum is ready for `toWgs84`, if it can be placed at all. */
export async function settleDatums(
  questions: readonly DatumQuestion[],
  control: TaskControl,
): Promise<LayerDatum[]> {
  const settled = new Map<DatumQuestion, LayerDatum>();
  const open: Patient[] = [];
  for (const question of questions) {
    const known = question.given || question.table.datum || "";
    if (known === "") open.push(await examine(question));
    else {
      await prepareDatum(known);
      settled.set(question, answerOf(question, known, question.given === "" ? "file" : "given"));
    }
  }
  const town = createTown();
  if (open.length > 0) for (const [question, { chosen }] of settled) town.add(question, chosen);
  const order = open.sort((a, b) => b.standing - a.standing || trustOf(a.question) - trustOf(b.question));
  for (const [i, patient] of order.entries()) {
    await control.pause();
    const isRoot = town.reference() === null && patient.standing < SURE_STANDING;
    const diagnosis = isRoot
      ? weighRoot(patient, order.slice(i + 1, i + 1 + WITNESSES))
      : diagnose(patient, town.reference());
    const found = foundDatum(patient, diagnosis);
    settled.set(patient.question, found);
    town.add(patient.question, found.chosen);
  }
  return questions.map((question) => settled.get(question)!);
}

/** Which layers are believed first: drawn by a GIS before typed by hand. */
export const TRUST: readonly LayerRole[] = [
  "network",
  "communities",
  "subdistricts",
  "grids",
  "buildings",
  "barriers",
  "water",
  "green",
  "residences",
  "gates",
  "centers",
];
const trustOf = ({ spec }: DatumQuestion): number => TRUST.indexOf(spec.role);

/** Rows looked at: for a diagnosis, and as streets or areas to hold others against. */
const ROWS = { sample: 2000, town: 60_000 } as const;
/** Layers that bear witness when the first layer itself is not sure. */
const WITNESSES = 3;
/** RFC 7946 wants GeoJSON in WGS-84, and programs mostly obey: this much likelier than the numbers alone say. */
const GEOJSON_OBEYS = 20;
/** Hypotheses of the first layer worth trying out, by confidence. */
const WORTH_TRYING = 0.01;
const SURE_STANDING = 2;
const CLEAR_LEAD = 0.7;
const MOST_CONFIDENT = 0.99;

/** A layer whose datum nobody stated. */
interface Patient {
  readonly question: DatumQuestion;
  readonly xy: Float64Array;
  /** 2: sure by itself; 1: one of a few; 0: one of many. */
  readonly standing: 0 | 1 | 2;
}

async function examine(question: DatumQuestion): Promise<Patient> {
  const { table, spec } = question;
  const stated = table.prj === null ? null : readPrj(table.prj).datum;
  if (stated !== null) await prepareDatum(stated);
  const xy = samplePlaces(table, guessFields(table, spec.role, spec.fields), ROWS.sample);
  const { hypotheses, needsAsking } = diagnose({ question, xy }, null);
  const isOneOfMany = (hypotheses[0]?.confidence ?? 0) < 0.3;
  const isByItself = !needsAsking && !(table.format === "geojson" && hypotheses[0]?.datum === "wgs84");
  return { question, xy, standing: isByItself ? SURE_STANDING : isOneOfMany ? 0 : 1 };
}

function diagnose(
  { question: { table }, xy }: Pick<Patient, "question" | "xy">,
  reference: DatumReference | null,
): Diagnosis {
  const { prj, format } = table;
  const diagnosis = diagnoseDatum({ xy, prj, ...(reference === null ? {} : { reference }) });
  return format === "geojson" ? favour(diagnosis, "wgs84", GEOJSON_OBEYS) : diagnosis;
}

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

function ranked(hypotheses: readonly DatumHypothesis[]): Pick<Diagnosis, "hypotheses" | "needsAsking"> {
  const sorted = hypotheses.toSorted((a, b) => b.confidence - a.confidence);
  const [first, second] = sorted;
  const needsAsking = (first?.confidence ?? 0) - (second?.confidence ?? 0) < CLEAR_LEAD;
  return { hypotheses: sorted, needsAsking };
}

/** Bayes over what the first layer may be in: how well the witnesses fit it there, each in its own best datum. */
function weighRoot(root: Patient, witnesses: readonly Patient[]): Diagnosis {
  const alone = diagnose(root, null);
  const tried = alone.hypotheses.filter(({ confidence }) => confidence > WORTH_TRYING);
  if (witnesses.length === 0 || tried.length < 2) return alone;
  const logs = tried.map(({ datum, confidence }) => {
    const town = createTown();
    town.add(root.question, datum);
    const evidence = witnesses.map((witness) => diagnose(witness, town.reference()).logEvidence);
    return Math.log(confidence) + evidence.reduce((sum, log) => sum + log, 0);
  });
  const most = Math.max(...logs);
  const total = logs.reduce((sum, log) => sum + Math.exp(log - most), 0);
  const weighed = tried.map((each, i) => ({
    ...each,
    confidence: Math.min(MOST_CONFIDENT, Math.exp(logs[i]! - most) / total),
  }));
  return { ...alone, ...ranked(weighed) };
}

function foundDatum({ question, xy }: Patient, diagnosis: Diagnosis): LayerDatum {
  const { hypotheses, needsAsking } = straightened(diagnosis);
  const { unplaced } = diagnosis;
  const best = hypotheses[0];
  return {
    ...answerOf(question, best?.datum ?? "wgs84", "found", xy),
    ...(unplaced?.kind === "scaledDegrees" ? { degreesTimes: unplaced.factor } : {}),
    confidence: best?.confidence ?? 0,
    hypotheses,
    needsAsking: needsAsking && xy.length > 0,
  };
}

/**
 * The diagnosis without axis orders that place-layer.ts finds by itself, row by row (degrees, Gauss–Krüger zones): both
 * orders are one hypothesis.
 */
function straightened(diagnosis: Diagnosis): Pick<Diagnosis, "hypotheses" | "needsAsking"> {
  const merged = new Map<string, DatumHypothesis>();
  for (const each of diagnosis.hypotheses) {
    const datum = isTurnedLater(each.datum) ? turnDatum(each.datum) : each.datum;
    const first = merged.get(datum);
    const confidence = Math.min(MOST_CONFIDENT, each.confidence + (first?.confidence ?? 0));
    merged.set(datum, { ...(first ?? each), datum, confidence });
  }
  const { hypotheses, needsAsking } = ranked([...merged.values()]);
  const isElsewhere = hypotheses[0]?.reasons.some(({ code }) => code === "farFromReference") === true;
  const isTold = diagnosis.needsAsking && !isClose(diagnosis);
  return { hypotheses, needsAsking: needsAsking || isTold || isElsewhere };
}

/** Are the first two close, which is why a diagnosis asks as a rule? */
const isClose = ({ hypotheses: [first, second] }: Diagnosis): boolean =>
  (first?.confidence ?? 0) - (second?.confidence ?? 0) < CLEAR_LEAD;

function isTurnedLater(datum: string): boolean {
  const { kind, epsg, turned } = parseDatum(datum) ?? {};
  if (turned !== true || kind === "wkt") return false;
  return kind !== "epsg" || gaussKruger(epsg!) !== null;
}

const answerOf = (
  { spec, table }: DatumQuestion,
  chosen: string,
  origin: LayerDatum["origin"],
  xy = samplePlaces(table, guessFields(table, spec.role, spec.fields), ROWS.sample),
): LayerDatum => ({
  file: spec.file,
  role: spec.role,
  chosen,
  origin,
  confidence: 1,
  hypotheses: [],
  needsAsking: false,
  sample: thinned(xy),
});

/** Pairs of a sample that go out to be shown. */
const SHOWN = 1500;

function thinned(xy: Float64Array): Float64Array {
  const count = Math.min(SHOWN, xy.length / 2);
  const out = new Float64Array(2 * count);
  for (let k = 0; k < count; k++) {
    const i = Math.floor((k * xy.length) / 2 / count);
    out.set(xy.subarray(2 * i, 2 * i + 2), 2 * k);
  }
  return out;
}

/** The layers that have settled, as something to hold others against. */
interface Town {
  readonly add: (question: DatumQuestion, datum: string) => void;
  readonly reference: () => DatumReference | null;
}

const AREAS: readonly LayerRole[] = ["communities", "subdistricts", "grids"];
/** Whose vertices tell most about where others are. */
const LANDMARKS: readonly LayerRole[] = [
  "network",
  "buildings",
  "residences",
  "gates",
  "communities",
  "grids",
  "subdistricts",
  "centers",
];

function createTown(): Town {
  const points = new Map<LayerRole, Float64Array>();
  const polygons = new Map<LayerRole, NonNullable<DatumReference["polygons"]>>();
  return {
    add: ({ table, spec }, datum) => {
      const convert = toWgs84(datum);
      if (convert === null) return;
      const fields = guessFields(table, spec.role, spec.fields);
      const xy = convert(samplePlaces(table, fields, ROWS.town)).filter(Number.isFinite);
      if (xy.length > 0 && LANDMARKS.includes(spec.role)) points.set(spec.role, xy);
      if (!AREAS.includes(spec.role)) return;
      const drawn = samplePolygons(table);
      if (drawn.count > 0) polygons.set(spec.role, { ...drawn, xy: convert(drawn.xy) });
    },
    reference: () => {
      const landmark = LANDMARKS.find((role) => points.has(role));
      const area = AREAS.find((role) => polygons.has(role));
      if (landmark === undefined) return null;
      const around = area === undefined ? {} : { polygons: polygons.get(area)! };
      return { points: points.get(landmark)!, ...around };
    },
  };
}
