// Walks to facilities other than centres: which kinds of service every household of a community reaches, the share
// that reaches one kind, and the way from a row (a courier outlet, a firm) to the nearest centre or other row.
// Residences that join no path reach nothing; unknown households leave a share open.

import { reachLimit, UNREACHED, walkMinutes } from "../../base/index.ts";
import { CENTERS, type Rule } from "../../standards/index.ts";
import type { Ground } from "../ground.ts";
import { exactly, NO_DATA, type Span } from "../span.ts";
import { evidence, type PlanFacts } from "./metric.ts";
import { registerMetric, type UnitCase } from "./register-metric.ts";

export const communityFacilityCoverage = registerMetric({
  flag: "servicesMissing",
  missing: "walks",
  followsCenters: true,
  registers: ({ of }) => [of!.register!],
  lacks: ({ of }, ground, plan) => unwalked([of!.register!], ground, plan),
  conclude: (unit) => {
    const register = unit.rule.of!.register!;
    const { index } = unit.ground;
    return {
      span: reachedShare(unit, register),
      inputs: [
        evidence("households", known(unit), "households", unit.ground.files.residences),
        evidence(
          "counted",
          index.rowsAt(register, index.units("district")[0]!)!.length,
          "count",
          index.fileOf(register),
          index.labelOf(register, register),
        ),
        evidence("speed", speedOf(unit), "mps"),
      ],
    };
  },
});

/** A kind counts when nobody of known place is left out. */
export const communityServiceKinds = registerMetric({
  flag: "servicesMissing",
  missing: "walks",
  followsCenters: true,
  lacks: ({ of }, ground, plan) => unwalked(of!.kinds!, ground, plan),
  conclude: (unit) => {
    const { ground } = unit;
    const shares = unit.rule.of!.kinds!.map((kind) => [kind, reachedShare(unit, kind)] as const);
    const low = shares.filter(([, share]) => share.low >= 1).length;
    const high = shares.filter(([, share]) => Number.isNaN(share.low) || share.high >= 1).length;
    return {
      span: known(unit) === null ? NO_DATA : { low, high },
      inputs: [
        evidence("households", known(unit), "households", ground.files.residences),
        ...shares
          .filter(([, share]) => !(share.low >= 1))
          .map(([kind, { low: share }]) =>
            evidence(
              "walked",
              Number.isNaN(share) ? null : share,
              "ratio",
              ground.index.fileOf(kind),
              ground.index.labelOf(kind, kind),
            ),
          ),
      ],
    };
  },
});

export const placeNearestMinutes = registerMetric({
  flag: "tooFar",
  missing: "walks",
  followsCenters: true,
  byPlace: true,
  registers: ({ of }) => [of!.register!],
  lacks: (rule, { index }, plan) =>
    plan?.input.walks?.between[wayOf(rule)] === undefined
      ? [index.labelOf(rule.of!.register!, rule.each!)]
      : [],
  conclude: ({ rule, unit, ground, plan }) => {
    const distance = plan!.input.walks!.between[wayOf(rule)]![unit.index] ?? Number.NaN;
    const { speed } = plan!.input.walk;
    const far = distance === UNREACHED;
    const minutes = far ? Infinity : walkMinutes(distance, speed);
    return {
      span: exactly(minutes),
      ...(far ? { actual: null, shortfall: null } : {}),
      inputs: [
        evidence(
          "walked",
          Number.isFinite(minutes) ? minutes : null,
          "minutes",
          ground.index.fileOf(unit.kind),
          ground.index.labelOf(rule.of!.register!, unit.kind),
        ),
        evidence("speed", speed, "mps"),
      ],
    };
  },
});

const wayOf = ({ each = "", of }: Rule): string => `${each}>${of?.register ?? CENTERS}`;

const speedOf = ({ rule, plan }: UnitCase): number => rule.parameters?.["speed"] ?? plan!.input.walk.speed;

/** Registers to which nobody walked. */
const unwalked = (registers: readonly string[], { index }: Ground, plan: PlanFacts | null) =>
  registers
    .filter((id) => plan?.input.walks?.fromResidences[id] === undefined)
    .map((id) => index.labelOf(id, id));

function known({ unit, ground }: UnitCase): number | null {
  const households = ground.community.households[unit.index]!;
  return households > 0 ? households : null;
}

/** Share of a community's households within the minutes of a row of the register. */
function reachedShare(unit: UnitCase, register: string): Span {
  const { ground, plan, rule } = unit;
  const { residences, memberOffsets, memberRows } = ground;
  const distance = plan!.input.walks!.fromResidences[register]!;
  const limit = reachLimit(rule.parameters?.["minutes"] ?? plan!.input.walk.minutes, speedOf(unit));
  const tally = { near: 0, far: 0, unknownNear: 0, unknownFar: 0 };
  for (let i = memberOffsets[unit.unit.index]!; i < memberOffsets[unit.unit.index + 1]!; i++) {
    const row = memberRows[i]!;
    const households = residences.households[row]!;
    const near = distance[row]! <= limit;
    if (Number.isNaN(households)) tally[near ? "unknownNear" : "unknownFar"]++;
    else tally[near ? "near" : "far"] += households;
  }
  const total = tally.near + tally.far;
  if (total === 0) return NO_DATA;
  const share = tally.near / total;
  if (tally.unknownNear + tally.unknownFar === 0) return exactly(share);
  const high = tally.far > 0 ? 1 - Number.EPSILON / 2 : 1;
  return { low: tally.unknownFar > 0 ? 0 : share, high: tally.unknownNear > 0 ? high : share };
}
