// Floor area of a community's own centres as it is, and the share of centres above a size. No own centre is an area
// of nought.

import { rollOf } from "../ground.ts";
import { atLeast, isNoData, NO_DATA, type Span } from "../span.ts";
import { termValue } from "../term-value.ts";
import { evidence } from "./metric.ts";
import { registerMetric, termEvidence, type UnitCase } from "./register-metric.ts";

export const communityFloorArea = registerMetric({
  flag: "roomsShort",
  followsCenters: true,
  conclude: (unit) => {
    const { rule, ground } = unit;
    const roll = rollOf(ground.community, ground.communities, unit.unit.index);
    const from = rule.parameters?.["householdsFrom"] ?? 0;
    const households = evidence(
      "households",
      isNoData(roll) ? null : roll.low,
      "households",
      ground.files.residences,
    );
    const inputs = [...areaEvidence(unit), households];
    if (from > 0 && roll.high < from)
      return { span: NO_DATA, verdict: "met", required: null, shortfall: null, inputs };
    const sure = from === 0 || roll.low >= from;
    return { span: sure ? ownArea(unit) : NO_DATA, flag: "tooSmall", inputs };
  },
});

/** The area asked for grows by bands of a number of the community: the first band whose end lies above it. */
export const communityBandArea = registerMetric({
  flag: "roomsShort",
  terms: ({ of }) => [of!.number!, of!.denominator!],
  conclude: (unit) => {
    const { number = "", denominator = "", bands = [] } = unit.rule.of ?? {};
    const area = termValue(number, unit.unit, unit.ground);
    const base = termValue(denominator, unit.unit, unit.ground);
    const inputs = [
      termEvidence("amount", area, "m2", number, unit),
      termEvidence("base", base, "m2", denominator, unit),
    ];
    if (isNoData(area) || isNoData(base)) return { span: NO_DATA, inputs };
    const need = bands.find(([end]) => base.low < end)?.[1] ?? (unit.rule.value as number);
    return {
      span: area,
      verdict: area.low >= need ? "met" : "unmet",
      required: need,
      shortfall: Math.max(0, need - area.low),
      inputs: [...inputs, evidence("limit", need, "m2")],
    };
  },
});

export const districtLargeCenters = registerMetric({
  flag: "shareShort",
  each: "district",
  missing: "centers",
  followsCenters: true,
  conclude: ({ plan, rule, ground }) => {
    const above = rule.parameters?.["area"] ?? 0;
    const areas = plan!.input.centers
      .filter(({ level }) => level === "community")
      .map(({ floorArea }) => floorArea);
    const large = areas.filter((area) => area !== null && area > above).length;
    const unknown = areas.filter((area) => area === null).length;
    const count = areas.length;
    return {
      span: count === 0 ? NO_DATA : { low: large / count, high: (large + unknown) / count },
      inputs: [
        evidence("centers", count === 0 ? null : count, "count", ground.files.centers),
        evidence("unknownAreas", unknown, "count", ground.files.centers),
      ],
    };
  },
});

function ownArea({ plan, unit }: UnitCase): Span {
  const { own } = plan!;
  return atLeast(own.floorArea[unit.index]!, own.unknownAreas[unit.index]!);
}

function areaEvidence({ plan, unit, ground }: UnitCase) {
  const { own } = plan!;
  const isKnown = own.unknownAreas[unit.index] === 0;
  return [evidence("floorArea", isKnown ? own.floorArea[unit.index]! : null, "m2", ground.files.centers)];
}
