// Compounds of a grid that are cut between grids although small enough to stay whole. A compound is known by
// its name within one community, so namesakes elsewhere are others. A compound whose size is not known well
// enough may or may not be cut rightly.

import type { Rule } from "../../standards/index.ts";
import type { Ground } from "../ground.ts";
import { acceptable, isExact, judge, NO_DATA, type Span, threshold } from "../span.ts";
import { evidence, type MetricImplementation, toFinding } from "./metric.ts";

interface Compound {
  households: number;
  unknown: number;
  readonly grids: Set<number>;
}

export const gridCompounds: MetricImplementation = {
  place: "grid",
  missing: "compounds",
  from: "ground",
  findings: (rule, ground) => {
    const compounds = gatherCompounds(ground);
    if (compounds.length === 0) return [];
    const { cut, doubtful } = countCuts(compounds, ground.grids.records.length, splitAbove(rule));
    return ground.grids.records.map((record, grid) => {
      const empty = ground.grid.residences[grid] === 0;
      const span = empty ? NO_DATA : { low: cut[grid]!, high: cut[grid]! + doubtful[grid]! };
      return toFinding(rule, "grid", record, conclude(rule, span, ground));
    });
  },
};

const splitAbove = (rule: Rule): number => rule.parameters?.["splitAbove"] ?? Infinity;

function conclude(rule: Rule, span: Span, { files }: Ground) {
  const verdict = judge(span, rule);
  const file = files.residences;
  return {
    verdict,
    actual: isExact(span) ? span.low : null,
    required: threshold(rule),
    shortfall: Math.max(0, span.low - acceptable(rule)[1]),
    unit: "count" as const,
    flag: verdict === "unknown" ? ("unknownGrid" as const) : ("compoundSplit" as const),
    inputs: [
      evidence("compoundsCut", Number.isNaN(span.low) ? null : span.low, "count", file),
      evidence("compoundsDoubtful", Number.isNaN(span.low) ? null : span.high - span.low, "count", file),
      evidence("splitAbove", splitAbove(rule), "households"),
    ],
  };
}

function gatherCompounds({ residences, residenceCommunity, residenceGrid, grids }: Ground): Compound[] {
  if (grids.records.length === 0) return [];
  const compounds = new Map<string, Compound>();
  for (let i = 0; i < residences.count; i++) {
    const name = residences.compound[i]!;
    if (name === "") continue;
    const key = `${residenceCommunity[i]} ${name}`;
    let compound = compounds.get(key);
    if (compound === undefined) {
      compound = { households: 0, unknown: 0, grids: new Set() };
      compounds.set(key, compound);
    }
    const households = residences.households[i]!;
    if (Number.isNaN(households)) compound.unknown++;
    else compound.households += households;
    if (residenceGrid[i]! >= 0) compound.grids.add(residenceGrid[i]!);
  }
  return [...compounds.values()];
}

/** Per grid: compounds cut without need, and cut ones that may be large enough. */
function countCuts(compounds: readonly Compound[], gridCount: number, limit: number) {
  const cut = new Uint32Array(gridCount);
  const doubtful = new Uint32Array(gridCount);
  for (const { households, unknown, grids } of compounds) {
    if (grids.size < 2 || households > limit) continue;
    const column = unknown > 0 ? doubtful : cut;
    for (const grid of grids) column[grid]! += 1;
  }
  return { cut, doubtful };
}
