// Metrics that look at several things of a place: a checklist's items, the share of its parts that have something,
// the kind of Party body its members call for.

import { locate } from "../../geo/index.ts";
import { CENTERS, type Rule } from "../../standards/index.ts";
import type { Ground } from "../ground.ts";
import type { Unit } from "../record-index.ts";
import { acceptable, exactly, isNoData, NO_DATA, type Span } from "../span.ts";
import { isTermGiven, termValue } from "../term-value.ts";
import { evidence, type PlanFacts } from "./metric.ts";
import { registerMetric, termEvidence, type UnitCase } from "./register-metric.ts";

/** Items present, from those known to those that may be; each missing one is named. */
export const placeChecklist = registerMetric({
  flag: "itemsMissing",
  lacks: ({ of, each = "" }, ground) => {
    const items = of?.items ?? [];
    if (each === "center" || items.some((item) => isTermGiven(item, each, ground))) return [];
    return items.map((item) => ground.index.labelOf(item, each));
  },
  conclude: (unit) => {
    const items = unit.rule.of?.items ?? [];
    const values = items.map((item) => [item, termValue(item, unit.unit, unit.ground)] as const);
    const have = values.filter(([, value]) => value.low > 0).length;
    const unknown = values.filter(([, value]) => isNoData(value)).length;
    return {
      span: { low: have, high: have + unknown },
      inputs: [
        evidence("items", items.length, "count"),
        ...values
          .filter(([, value]) => !(value.low > 0))
          .map(([item, value]) => termEvidence("counted", value, "count", item, unit)),
      ],
    };
  },
});

/** Parts with a row of a register, a number above nought, or (for "centers") a centre of their own level. */
export const placeShareWith = registerMetric({
  flag: "shareShort",
  registers: ({ of }) => (of?.register === undefined ? [] : [of.register]),
  lacks: (rule, ground) => {
    const { part = "", number } = rule.of ?? {};
    const parts = ground.index.units(part);
    if (parts.length === 0) return [ground.index.labelOf(part, part)];
    return number === undefined || isTermGiven(number, part, ground)
      ? []
      : [ground.index.labelOf(number, part)];
  },
  conclude: (unit) => {
    const { part = "", register, number = "", denominator } = unit.rule.of ?? {};
    const all = unit.ground.index.partsOf(unit.unit, part);
    const parts = all.filter((each) => counts(each, unit.ground, denominator) === true);
    const doubtful = all.some((each) => counts(each, unit.ground, denominator) === null);
    const values =
      register === CENTERS
        ? ownCenters(unit, part, parts)
        : parts.map((each) => has(each, unit.ground, register, number));
    const low = values.filter((value) => value.low > 0).length;
    const high = values.filter((value) => isNoData(value) || value.high > 0).length;
    const count = parts.length;
    const label = unit.ground.index.labelOf(register ?? number, part);
    return {
      span: count === 0 || doubtful ? NO_DATA : { low: low / count, high: high / count },
      // Nothing is asked of a place whose parts all lie outside the rule.
      ...(count === 0 && all.length > 0 && !doubtful ? { verdict: "met" as const } : {}),
      inputs: [
        evidence(
          "parts",
          count === 0 ? null : count,
          "count",
          undefined,
          unit.ground.index.labelOf(part, part),
        ),
        evidence(
          "partsWith",
          low === high ? low : null,
          "count",
          register === undefined ? undefined : unit.ground.index.fileOf(register),
          label,
        ),
      ],
    };
  },
});

/** Whether the members call for a committee, a general branch or a branch, and what there is. */
export const placePartyBody = registerMetric({
  flag: "bodyMismatch",
  terms: ({ of }) => [of!.number!],
  conclude: (unit) => {
    const { number = "", text = "" } = unit.rule.of ?? {};
    const members = termValue(number, unit.unit, unit.ground);
    const body = unit.unit.texts[text];
    const known = !isNoData(members) && body !== undefined;
    const fits = known && body === partyBody(members.low, unit.rule);
    return {
      span: known ? members : NO_DATA,
      verdict: known ? (fits ? "met" : "unmet") : "unknown",
      required: null,
      shortfall: null,
      inputs: [
        termEvidence("counted", members, "count", number, unit),
        ...(body === undefined
          ? [evidence("amount", null, "count", undefined, unit.ground.index.labelOf(text, unit.unit.kind))]
          : []),
      ],
    };
  },
});

/** Above the first number a general branch, above the second a committee, else a branch. */
export function partyBody(
  members: number,
  rule: Pick<Rule, "comparison" | "value">,
): "branch" | "generalBranch" | "committee" {
  const [generalBranch, committee] = acceptable(rule as Rule);
  if (members > committee) return "committee";
  return members > generalBranch ? "generalBranch" : "branch";
}

/** Whether a part is one of those asked about: all, or those whose number is above nought; null = not known. */
function counts(part: Unit, ground: Ground, denominator: string | undefined): boolean | null {
  if (denominator === undefined) return true;
  const { low } = termValue(denominator, part, ground);
  return Number.isNaN(low) ? null : low > 0;
}

function has(part: Unit, ground: Ground, register: string | undefined, number: string): Span {
  if (register === undefined) return termValue(number, part, ground);
  return ground.index.countAt(register, part);
}

/** Centres of the part's own level: 1 where it has one; open where one may stand anywhere, for nothing has a shape. */
function ownCenters({ ground, plan }: UnitCase, part: string, parts: readonly Unit[]): readonly Span[] {
  if (part === "grid") return gridCenters(ground, plan!, parts);
  const owners = centerOwners(part, ground, plan!);
  const { centers, centerCommunity } = plan!.input;
  const unplaced = centers.some(({ level }, center) => level === part && centerCommunity[center]! < 0);
  const without = unplaced && ground.communities.polygons.count === 0 ? { low: 0, high: 1 } : exactly(0);
  return parts.map(({ id }) => (owners.has(id) ? exactly(1) : without));
}

/** Centres of the level of grids stand in theirs; grids without a shape hold none that could be seen. */
function gridCenters({ grids }: Ground, { input }: PlanFacts, parts: readonly Unit[]): readonly Span[] {
  if (grids.polygons.count === 0) return parts.map(() => NO_DATA);
  const points = input.centers.filter(({ level }) => level === "grid").flatMap(({ lon, lat }) => [lon, lat]);
  const owners = new Set(locate(grids.polygons, Float64Array.from(points)));
  return parts.map(({ index }) => exactly(owners.has(index) ? 1 : 0));
}

function centerOwners(
  part: string,
  { index, communities }: Ground,
  { input }: PlanFacts,
): ReadonlySet<string> {
  const owners = new Set<string>();
  input.centers.forEach(({ level }, center) => {
    const community = communities.records[input.centerCommunity[center]!]?.id;
    if (level !== part || community === undefined) return;
    owners.add(part === "subdistrict" ? (index.subdistrictOf(community) ?? "") : community);
  });
  return owners;
}
