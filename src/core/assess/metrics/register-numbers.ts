// Metrics that read, compare or divide numbers of a place and of registers: counts, numbers, differences, ratios
// per person, per ten thousand people, per member.

import type { Rule } from "../../standards/index.ts";
import type { FigureUnit, Flag } from "../finding.ts";
import { atLeast, exactly, isExact, isNoData, judge, NO_DATA, type Span, threshold } from "../span.ts";
import { termValue } from "../term-value.ts";
import { evidence } from "./metric.ts";
import { daysTo } from "./register-dates.ts";
import { registerMetric, termEvidence, type UnitCase } from "./register-metric.ts";

export const placeRecords = registerMetric({
  flag: "countOut",
  registers: ({ of }) => [of!.register!],
  conclude: (unit) => {
    const { register = "", date } = unit.rule.of ?? {};
    const days = unit.rule.parameters?.["days"];
    const { index } = unit.ground;
    const span = days === undefined ? index.countAt(register, unit.unit) : recent(unit, date ?? "date", days);
    return { span, inputs: [termEvidence("counted", span, "count", `${register}#`, unit)] };
  },
});

/** Rows of the last so many days; rows without a date may or may not be among them. */
function recent({ rule, unit, ground }: UnitCase, date: string, days: number): Span {
  const { index } = ground;
  const { asOf } = index.records;
  if (asOf === null) return NO_DATA;
  const ages = (index.rowsAt(rule.of!.register!, unit) ?? []).map(({ dates }) => daysTo(dates[date], asOf));
  const low = ages.filter((age) => age >= 0 && age <= days).length;
  const all = index.countAt(rule.of!.register!, unit);
  if (isNoData(all)) return NO_DATA;
  return { low, high: isExact(all) ? low + ages.filter((age) => Number.isNaN(age)).length : Infinity };
}

export const placeNumber = registerMetric({
  flag: "valueOut",
  terms: ({ of }) => [of!.number!],
  conclude: (unit) => {
    const term = unit.rule.of!.number!;
    const span = termValue(term, unit.unit, unit.ground);
    return { span, inputs: [termEvidence("counted", span, "count", term, unit)] };
  },
});

export const placeDifference = registerMetric({
  flag: "valueOut",
  terms: ({ of }) => [of!.number!, of!.less!],
  conclude: (unit) => {
    const { number = "", less = "" } = unit.rule.of ?? {};
    const [a, b] = [termValue(number, unit.unit, unit.ground), termValue(less, unit.unit, unit.ground)];
    const span = isExact(a) && isExact(b) ? exactly(a.low - b.low) : NO_DATA;
    return {
      span,
      inputs: [
        termEvidence("amount", a, "count", number, unit),
        termEvidence("base", b, "count", less, unit),
      ],
    };
  },
});

export const placeRatio = quotient({ flag: "shareShort", amount: "count", base: "count", scale: 1 });
export const placeAreaPerPerson = quotient({ flag: "roomsShort", amount: "m2", base: "count", scale: 1 });
/** What is asked for is people, so part of one is a whole one. */
export const placePer10000 = quotient({
  flag: "staffShort",
  amount: "count",
  base: "count",
  scale: 10_000,
  required: { unit: "count", of: (rule, base) => Math.ceil((threshold(rule) * base) / 10_000) },
});
export const placeYuanPerPerson = quotient({
  flag: "fundsShort",
  amount: "yuan",
  base: "count",
  scale: 1,
  required: { unit: "yuan", of: (rule, base) => threshold(rule) * base },
});
/** So many yuan a member, and at least so many in all. */
export const placePartyBudget = quotient({
  flag: "fundsShort",
  amount: "yuan",
  base: "count",
  scale: 1,
  required: { unit: "yuan", of: partyBudget },
});

export function partyBudget(rule: Pick<Rule, "value" | "parameters">, members: number): number {
  return Math.max(
    (typeof rule.value === "number" ? rule.value : 0) * members,
    rule.parameters?.["least"] ?? 0,
  );
}

interface Quotient {
  readonly flag: Flag;
  readonly amount: FigureUnit;
  readonly base: FigureUnit;
  readonly scale: number;
  /** What the base asks for, where that is judged and not the quotient. */
  readonly required?: { readonly unit: FigureUnit; readonly of: (rule: Rule, base: number) => number };
}

function quotient({ flag, amount, base, scale, required }: Quotient) {
  return registerMetric({
    flag,
    terms: ({ of }) => [of!.numerator!, of!.denominator!],
    conclude: (unit) => {
      const { rule } = unit;
      const { numerator = "", denominator = "" } = rule.of ?? {};
      const above = termValue(numerator, unit.unit, unit.ground);
      const below = termValue(denominator, unit.unit, unit.ground);
      const inputs = [
        termEvidence("amount", above, areaUnit(amount, numerator), numerator, unit),
        termEvidence("base", below, areaUnit(base, denominator), denominator, unit),
      ];
      const span = divide(above, below, scale);
      if (required === undefined || !isExact(below) || isNoData(span)) return { span, inputs };
      const need = required.of(rule, below.low);
      const verdict = judge(above, { ...rule, comparison: "atLeast", value: need });
      return {
        span,
        verdict,
        required: need,
        shortfall: Math.max(0, need - above.low),
        unit: required.unit,
        inputs: [...inputs, evidence("limit", need, required.unit)],
      };
    },
  });
}

/** A place of nobody, or of no floor, has no ratio. */
function divide(above: Span, below: Span, scale: number): Span {
  if (isNoData(above) || isNoData(below) || below.high <= 0) return NO_DATA;
  const low = (above.low * scale) / below.high;
  return below.low > 0 ? { low, high: (above.high * scale) / below.low } : atLeast(low, 1);
}

/** Terms that end in Area are square metres, whatever they are divided by. */
const areaUnit = (unit: FigureUnit, term: string): FigureUnit => (/area$/i.test(term) ? "m2" : unit);
