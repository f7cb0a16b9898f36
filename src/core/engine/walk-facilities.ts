// Walks to facilities that the pack's rules ask about, and no others: from residences to the nearest row of a
// register, and from the rows of one to the nearest centre or row of another. What does not follow the centres is
// walked once and kept with the scene.

import { type AccessSolver, createAccessSolver, createEstimateSolver } from "../access/index.ts";
import type { FacilityWalks } from "../assess/index.ts";
import { isLinked, type Joins } from "../network/index.ts";
import { CENTERS, isJudged, type Rule, type RulePack } from "../standards/index.ts";
import type { Facilities, PlacedCenters, Scene } from "./scene.ts";

export function walkFacilities(scene: Scene, { rules }: RulePack, placed: PlacedCenters): FacilityWalks {
  const fromResidences: Record<string, Uint32Array> = {};
  const between: Record<string, Float64Array> = {};
  for (const rule of rules) {
    if (!isJudged(rule)) continue;
    for (const id of reachedBy(rule)) {
      const facilities = facilitiesOf(scene, id);
      if (facilities !== null) fromResidences[id] = facilities.fromResidences();
    }
    const way = wayOf(rule);
    if (way === null) continue;
    const walk = walkBetween(scene, placed, way);
    if (walk !== null) between[way.join(">")] = walk;
  }
  return { fromResidences, between };
}

function reachedBy({ metric, of }: Rule): readonly string[] {
  if (metric === "community.serviceKinds") return of?.kinds ?? [];
  return metric === "community.facilityCoverage" && of?.register !== undefined ? [of.register] : [];
}

const wayOf = ({ metric, each, of }: Rule): readonly [from: string, to: string] | null =>
  metric === "place.nearestMinutes" && each !== undefined && of?.register !== undefined
    ? [each, of.register]
    : null;

function walkBetween(
  scene: Scene,
  placed: PlacedCenters,
  [from, to]: readonly [string, string],
): Float64Array | null {
  if (from === "center") return fromCenters(scene, placed, to);
  const facilities = facilitiesOf(scene, from);
  if (facilities === null) return null;
  if (to === CENTERS) return distances(facilities, placed.joins);
  const kept = facilities.to.get(to);
  const target = kept === undefined ? facilitiesOf(scene, to) : null;
  if (target === null) return kept ?? null;
  const walk = distances(facilities, target.joins);
  facilities.to.set(to, walk);
  return walk;
}

/** Decimetres from each centre to the nearest row of a register; not kept, for centres move. */
function fromCenters(scene: Scene, placed: PlacedCenters, to: string): Float64Array | null {
  const target = facilitiesOf(scene, to);
  if (target === null) return null;
  const { distance } = solverOf(scene, placed).nearest(target.joins);
  return Float64Array.from(distance, (each, center) => (placed.linked[center] === 1 ? each : Number.NaN));
}

const solverOf = (scene: Scene, { metres, joins }: Pick<PlacedCenters, "metres" | "joins">): AccessSolver =>
  scene.network === null
    ? createEstimateSolver(metres, scene.settings.detourRatio)
    : createAccessSolver(scene.network, joins);

/** Decimetres from each row of the register; NaN for rows without a position or off the network. */
function distances({ joins, rows, rowCount, solver }: Facilities, to: Joins): Float64Array {
  const { distance } = solver().nearest(to);
  const walk = new Float64Array(rowCount).fill(Number.NaN);
  rows.forEach((row, point) => {
    if (isLinked(joins, point)) walk[row] = distance[point]!;
  });
  return walk;
}

/** null: the register was not given. */
function facilitiesOf(scene: Scene, id: string): Facilities | null {
  const kept = scene.walked.get(id);
  if (kept !== undefined) return kept;
  if (!(id in scene.records.registers)) return null;
  const all = scene.records.rows.filter(({ kind }) => kind === id);
  const rows = Uint32Array.from(all.flatMap(({ position }, row) => (position === null ? [] : [row])));
  const degrees = Float64Array.from(all.flatMap(({ position }) => position ?? []));
  const metres = scene.frame.toMetres(degrees);
  const joins = scene.joinCenters(metres);
  const made: Facilities = {
    joins,
    rows,
    rowCount: all.length,
    fromResidences: once(() => scene.solver.nearest(joins).distance),
    solver: once(() => solverOf(scene, { metres, joins })),
    to: new Map(),
  };
  scene.walked.set(id, made);
  return made;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
