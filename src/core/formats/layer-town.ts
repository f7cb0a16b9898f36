// The layers of an import whose datum has settled, as something to hold others against: the vertices of the layer that
// tells most about where others are, and the areas that others should lie in.

import type { DatumReference } from "../geo/index.ts";
import { toWgs84 } from "../geo/index.ts";
import type { LayerRole } from "../model/index.ts";
import type { DatumQuestion } from "./diagnose-layer.ts";
import { guessFields } from "./guess-fields.ts";
import { samplePlaces, samplePolygons } from "./sample-places.ts";

export interface Town {
  readonly add: (question: DatumQuestion, datum: string) => void;
  /** What there is to hold against, `without` one layer; null when nothing is. */
  readonly reference: (without?: DatumQuestion) => DatumReference | null;
}

/** `rows`: of each layer at most, evenly spread. */
export function createTown(rows: number): Town {
  const settled: Settled[] = [];
  return {
    add: (question, datum) => {
      const { table, spec } = question;
      const convert = toWgs84(datum);
      if (convert === null) return;
      const fields = guessFields(table, spec.role, spec.fields);
      const points = convert(samplePlaces(table, fields, rows)).filter(Number.isFinite);
      const drawn = AREAS.includes(spec.role) ? samplePolygons(table) : null;
      const polygons = drawn === null || drawn.count === 0 ? null : { ...drawn, xy: convert(drawn.xy) };
      settled.push({ question, role: spec.role, points, polygons });
    },
    reference: (without) => {
      const others = settled.filter(({ question }) => question !== without);
      const last = (role: LayerRole, has: (each: Settled) => boolean): Settled | undefined =>
        others.findLast((each) => each.role === role && has(each));
      const landmark = firstOf(LANDMARKS, (role) => last(role, ({ points }) => points.length > 0));
      const around = firstOf(AREAS, (role) => last(role, ({ polygons }) => polygons !== null));
      if (landmark === undefined) return null;
      return { points: landmark.points, ...(around === undefined ? {} : { polygons: around.polygons! }) };
    },
  };
}

interface Settled {
  readonly question: DatumQuestion;
  readonly role: LayerRole;
  /** WGS-84 degrees. */
  readonly points: Float64Array;
  readonly polygons: DatumReference["polygons"] | null;
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

function firstOf<K, V>(keys: readonly K[], find: (key: K) => V | undefined): V | undefined {
  for (const key of keys) {
    const found = find(key);
    if (found !== undefined) return found;
  }
  return undefined;
}
