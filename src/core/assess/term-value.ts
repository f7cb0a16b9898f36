// The value of a term at a place: its own number, a register's rows counted or summed there. A number that a
// subdistrict or district does not state is the sum of its communities'; parts that are unknown leave it open.

import { type Ground, rollOf } from "./ground.ts";
import type { Unit } from "./record-index.ts";
import { atLeast, exactly, isExact, NO_DATA, type Span } from "./span.ts";

export function termValue(term: string, unit: Unit, ground: Ground): Span {
  if (term.endsWith("#")) {
    return ground.index.countAt(term.slice(0, -1), unit);
  }
  const [register, attribute] = term.split(".");
  if (attribute !== undefined) {
    const rows = ground.index.rowsAt(register!, unit) ?? [];
    const all = isExact(ground.index.countAt(register!, unit));
    return sum([...rows.map(({ numbers }) => own(numbers[attribute])), ...(all ? [] : [NO_DATA])]);
  }
  const stated = own(unit.numbers[term]);
  if (!Number.isNaN(stated.low)) return stated;
  if (term === "households") return householdsOf(unit, ground);
  if (unit.kind !== "subdistrict" && unit.kind !== "district") return NO_DATA;
  return sum(ground.index.partsOf(unit, "community").map(({ numbers }) => own(numbers[term])));
}

/** True when some unit of the kind has the term, so that the others lack it and the rule is not silent. */
export function isTermGiven(term: string, kind: string, ground: Ground): boolean {
  if (term.endsWith("#")) return ground.index.isGiven(term.slice(0, -1));
  const [register, attribute] = term.split(".");
  if (attribute !== undefined) return ground.index.isGiven(register!);
  if (term === "households") return ground.communities.records.length > 0;
  const kinds = kind === "subdistrict" || kind === "district" ? [kind, "community"] : [kind];
  return kinds.some((each) => ground.index.units(each).some(({ numbers }) => numbers[term] !== undefined));
}

function householdsOf(unit: Unit, ground: Ground): Span {
  if (unit.kind === "community") return rollOf(ground.community, ground.communities, unit.index);
  if (unit.kind === "grid") return rollOf(ground.grid, ground.grids, unit.index);
  if (unit.kind !== "subdistrict" && unit.kind !== "district") return NO_DATA;
  const parts = ground.index.partsOf(unit, "community");
  return sum(parts.map((part) => rollOf(ground.community, ground.communities, part.index)));
}

const own = (value: number | undefined): Span =>
  value === undefined || Number.isNaN(value) ? NO_DATA : exactly(value);

/** No parts, or none of them known, is no data. */
function sum(parts: readonly Span[]): Span {
  const known = parts.filter(({ low }) => !Number.isNaN(low));
  if (known.length === 0 && parts.length > 0) return NO_DATA;
  const low = known.reduce((total, part) => total + part.low, 0);
  const high = known.reduce((total, part) => total + part.high, 0);
  return known.length === parts.length ? { low, high } : atLeast(low, 1);
}
