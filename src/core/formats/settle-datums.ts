// The datum of every layer of an import: as the user or the project says, else as the file says, else as the coordinate
// doctor finds. Layers settle in the order of how sure they are, each held against those before it (streets and other
// vertices, and the areas of communities). Where none is sure, the first is tried in each datum it may be in, and takes
// the one in which it and the next layers explain each other best. What a file states is kept, and put to a person with
// the other reading where all other layers contradict it.

import type { TaskControl } from "../base/index.ts";
import type { Diagnosis } from "../geo/index.ts";
import { prepareDatum, readPrj } from "../geo/index.ts";
import type { LayerRole } from "../model/index.ts";
import type { DatumQuestion } from "./diagnose-layer.ts";
import {
  diagnoseLayer,
  doubtStated,
  isSameDatum,
  MOST_CONFIDENT,
  ranked,
  straightened,
} from "./diagnose-layer.ts";
import { guessFields } from "./guess-fields.ts";
import type { LayerDatum } from "./import-types.ts";
import type { Town } from "./layer-town.ts";
import { createTown } from "./layer-town.ts";
import { samplePlaces } from "./sample-places.ts";

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
  const doubted = [...settled.keys()].filter(mayBeDoubted);
  const town = createTown(open.length > 0 ? ROWS.town : ROWS.doubt);
  if (open.length > 0 || (doubted.length > 0 && questions.length > 1)) {
    for (const [question, { chosen }] of settled) town.add(question, chosen);
  }
  const order = open.sort((a, b) => b.standing - a.standing || trustOf(a.question) - trustOf(b.question));
  for (const [i, patient] of order.entries()) {
    await control.pause();
    const isRoot = town.reference() === null && patient.standing < SURE_STANDING;
    const diagnosis = isRoot
      ? weighRoot(patient, order.slice(i + 1, i + 1 + WITNESSES))
      : diagnoseLayer(patient.question.table, patient.xy, town.reference());
    const found = foundDatum(patient, diagnosis);
    settled.set(patient.question, found);
    town.add(patient.question, found.chosen);
  }
  for (const question of doubted) {
    await control.pause();
    settled.set(question, secondOpinion(settled.get(question)!, question, town));
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
  "departments",
  "renewal",
  "transit",
  "exercise",
  "candidates",
  "centers",
];
const trustOf = ({ spec }: DatumQuestion): number => TRUST.indexOf(spec.role);

/** Rows looked at: for a diagnosis, and as streets or areas to hold others against. */
const ROWS = { sample: 2000, town: 60_000, doubt: 10_000 } as const;
/** Layers that bear witness when the first layer itself is not sure. */
const WITNESSES = 3;
/** Hypotheses of the first layer worth trying out, by confidence. */
const WORTH_TRYING = 0.01;
const SURE_STANDING = 2;

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
  const { hypotheses, needsAsking } = diagnoseLayer(table, xy, null);
  const isOneOfMany = (hypotheses[0]?.confidence ?? 0) < 0.3;
  const isByItself = !needsAsking && !(table.format === "geojson" && hypotheses[0]?.datum === "wgs84");
  return { question, xy, standing: isByItself ? SURE_STANDING : isOneOfMany ? 0 : 1 };
}

/** Bayes over what the first layer may be in: how well the witnesses fit it there, each in its own best datum. */
function weighRoot(root: Patient, witnesses: readonly Patient[]): Diagnosis {
  const alone = diagnoseLayer(root.question.table, root.xy, null);
  const tried = alone.hypotheses.filter(({ confidence }) => confidence > WORTH_TRYING);
  if (witnesses.length === 0 || tried.length < 2) return alone;
  const logs = tried.map(({ datum, confidence }) => {
    const town = createTown(ROWS.town);
    town.add(root.question, datum);
    const evidence = witnesses.map(
      ({ question, xy }) => diagnoseLayer(question.table, xy, town.reference()).logEvidence,
    );
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
  const { prj } = question.table;
  const stated = prj === null ? null : readPrj(prj).datum;
  const isOverruled =
    stated !== null &&
    best !== undefined &&
    !isSameDatum(stated, best.datum.replace(/\/yx$/, "")) &&
    !best.reasons.some(({ code }) => code === "prjNames" || code === "prjPrefixDiffers");
  return {
    ...answerOf(question, best?.datum ?? "wgs84", "found", xy),
    ...(isOverruled ? { overruled: stated } : {}),
    ...(unplaced?.kind === "scaledDegrees" ? { degreesTimes: unplaced.factor } : {}),
    confidence: best?.confidence ?? 0,
    hypotheses,
    needsAsking: (needsAsking || isOverruled) && xy.length > 0,
  };
}

/** Does the file state a datum that a program may have been told wrongly? OpenStreetMap's is WGS-84 by definition. */
const mayBeDoubted = ({ given, table }: DatumQuestion): boolean =>
  given === "" && table.datum !== null && !table.format.startsWith("osm");

/** The answer as it was, or with what all other layers speak for and the question which is right. */
function secondOpinion(answer: LayerDatum, question: DatumQuestion, town: Town): LayerDatum {
  const reference = town.reference(question);
  if (reference === null || answer.sample.length === 0) return answer;
  const hypotheses = doubtStated(answer.chosen, answer.sample, reference);
  if (hypotheses === null) return answer;
  return { ...answer, confidence: hypotheses[0]!.confidence, hypotheses, needsAsking: true };
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
