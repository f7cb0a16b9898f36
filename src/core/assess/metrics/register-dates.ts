// Days since something last happened at a place: a review, a talk, an inspection. Judged on the date the records
// speak of; a date that is missing everywhere is unknown, never "long ago".

import { daysBetween } from "../../standards/index.ts";
import { exactly, NO_DATA, type Span } from "../span.ts";
import { evidence } from "./metric.ts";
import { registerMetric, type UnitCase } from "./register-metric.ts";

export const placeDaysSince = registerMetric({
  flag: "overdue",
  registers: ({ of }) => (of?.register === undefined ? [] : [of.register]),
  lacks: (_, { index }) => (index.records.asOf === null ? [index.labelOf("asOf", "district")] : []),
  conclude: (unit) => {
    const span = sinceLatest(unit);
    const { of, each = "" } = unit.rule;
    const { index } = unit.ground;
    const term = of?.register ?? of?.date ?? "";
    const days = Number.isNaN(span.low) ? null : span.low;
    return {
      span,
      inputs: [
        evidence("daysSince", days, "days", index.fileOf(of?.register ?? each), index.labelOf(term, each)),
      ],
    };
  },
});

/** Days from an ISO date to another; NaN where there is none. */
export const daysTo = (from: string | undefined, to: string): number =>
  from === undefined ? Number.NaN : daysBetween(from, to);

function sinceLatest({ rule, unit, ground }: UnitCase): Span {
  const { asOf } = ground.index.records;
  const { register, date = "" } = rule.of ?? {};
  if (asOf === null) return NO_DATA;
  const dates =
    register === undefined
      ? [unit.dates[date]]
      : (ground.index.rowsAt(register, unit) ?? []).map((row) => row.dates[date]);
  const ages = dates.map((day) => daysTo(day, asOf)).filter((age) => age >= 0);
  return ages.length === 0 ? NO_DATA : exactly(Math.min(...ages));
}
