// Areas laid over the residences: micro-grids and responsibility areas that must tile a place, departments' nets
// against the base grid, renewal projects over the gaps of the service circle. Areas are met at the residences'
// points, so a strip of grass counts for nothing. Areas without a shape hold the residences and compounds that their
// rows name.

import { reachLimit } from "../../base/index.ts";
import { boxOf, contains, type PolygonColumns } from "../../geo/index.ts";
import { type Bilingual, MICRO_GRIDS, type RuleSubject } from "../../standards/index.ts";
import type { Ground } from "../ground.ts";
import { exactly, NO_DATA, type Span } from "../span.ts";
import { termValue } from "../term-value.ts";
import { membersOf } from "./chain-links.ts";
import { evidence } from "./metric.ts";
import { namesIn } from "./register-links.ts";
import { registerMetric, termEvidence, type UnitCase } from "./register-metric.ts";

export const placeTiling = registerMetric({
  flag: "notTiled",
  lacks: ({ of }, ground) => (coversOf(ground, of!) === null ? [untold(ground, of!)] : []),
  conclude: ({ rule, unit, ground }) => {
    const register = rule.of!.register!;
    const covers = coversOf(ground, rule.of!)!;
    const rows = residencesOf(ground, unit.kind, unit.index);
    const wrong = rows.filter((row) => covers[row] !== 1).length;
    const used = rows.some((row) => covers[row]! > 0);
    return {
      // A grid that nobody divided further has no micro-grids to tile it.
      span: rows.length === 0 ? NO_DATA : exactly(used ? wrong : 0),
      inputs: [
        evidence("parts", rows.length === 0 ? null : rows.length, "count", ground.files.residences),
        evidence(
          "counted",
          used ? wrong : 0,
          "count",
          ground.index.fileOf(register),
          ground.index.labelOf(register, register),
        ),
      ],
    };
  },
});

/** A department's net equals the base grid when both part the residences alike. */
export const districtMergedNets = registerMetric({
  flag: "netsDiffer",
  each: "district",
  missing: "nets",
  lacks: (_, { index }) => (index.records.nets.length === 0 ? [index.labelOf("nets", "")] : []),
  conclude: ({ rule, ground }) => {
    const { nets } = ground.index.records;
    const asked = Math.max(rule.parameters?.["departments"] ?? 0, nets.length);
    const same = nets.filter(({ areas }) =>
      partAlike(placesIn(ground, areas.polygons), ground.residenceGrid),
    ).length;
    const unseen = Math.max(0, asked - nets.length);
    return {
      span: { low: Math.min(1, same / asked), high: Math.min(1, (same + unseen) / asked) },
      inputs: [
        evidence("parts", nets.length, "count", nets[0]?.file, ground.index.labelOf("nets", "")),
        evidence("partsWith", same, "count"),
      ],
    };
  },
});

export const placeGapHouseholds = registerMetric({
  flag: "noCenter",
  followsCenters: true,
  lacks: ({ each = "" }, ground) =>
    areasOf(ground, each) === undefined ? [ground.index.labelOf(each, each)] : [],
  conclude: (unit) => {
    const number = unit.rule.of!.number!;
    const planned = termValue(number, unit.unit, unit.ground);
    const gap = gapHouseholds(unit);
    const inputs = [
      evidence(
        "uncovered",
        Number.isNaN(gap.low) ? null : gap.low,
        "households",
        unit.ground.files.residences,
      ),
      termEvidence("counted", planned, "count", number, unit),
    ];
    if (gap.high === 0 || planned.low > 0) return { span: exactly(0), inputs };
    return { span: Number.isNaN(planned.low) ? NO_DATA : gap, inputs };
  },
});

/** Known households beyond the minutes in the project's area; open where some there are unknown. */
function gapHouseholds({ unit, ground, plan }: UnitCase): Span {
  const { polygons, records } = areasOf(ground, unit.kind)!;
  const feature = records.findIndex(({ id }) => id === unit.id);
  if (feature < 0) return NO_DATA;
  const { access, walk } = plan!.input;
  const limit = reachLimit(walk.minutes, walk.speed);
  let [low, unknown] = [0, 0];
  for (const row of residencesIn(ground, polygons, feature)) {
    if (access.distance[row]! <= limit) continue;
    const households = ground.residences.households[row]!;
    if (Number.isNaN(households)) unknown++;
    else low += households;
  }
  return { low, high: unknown > 0 ? Infinity : low };
}

const areasOf = (ground: Ground, register: string) => ground.index.records.areas[register];

/**
 * How many areas of a register hold each residence: by shape, or by the names in its rows, or as the plan's own net
 * says of micro-grids; null = nobody told.
 */
function coversOf(ground: Ground, { register = "", text }: RuleSubject): Uint8Array | null {
  const polygons = areasOf(ground, register)?.polygons;
  if (polygons === undefined) {
    const own = register === MICRO_GRIDS ? ground.residenceMicro : undefined;
    return namedCovers(ground, register, text) ?? (own === undefined ? null : ownCovers(own));
  }
  const covers = new Uint8Array(ground.residences.count);
  for (let feature = 0; feature < polygons.count; feature++) {
    for (const row of residencesIn(ground, polygons, feature)) covers[row]! += 1;
  }
  return covers;
}

const ownCovers = (places: Int32Array): Uint8Array => Uint8Array.from(places, (place) => (place < 0 ? 0 : 1));

/** What to ask for: the register, or what its rows do not say. */
const untold = ({ index }: Ground, { register = "", text }: RuleSubject): Bilingual =>
  index.labelOf(index.isGiven(register) ? (text ?? register) : register, register);

/** A residence is named by its id, or with its whole compound by the compound's name. */
function namedCovers(ground: Ground, register: string, text: string | undefined): Uint8Array | null {
  const lists = ground.index
    .units(register)
    .flatMap(({ texts }) => (text === undefined || texts[text] === undefined ? [] : [texts[text]]));
  if (lists.length === 0) return null;
  const times = new Map<string, number>();
  for (const name of lists.flatMap(namesIn)) times.set(name, (times.get(name) ?? 0) + 1);
  const { id, compound } = ground.residences;
  return Uint8Array.from(id, (each, row) => (times.get(each) ?? 0) + (times.get(compound[row]!) ?? 0));
}

function placesIn(ground: Ground, polygons: PolygonColumns): Int32Array {
  const places = new Int32Array(ground.residences.count).fill(-1);
  for (let feature = 0; feature < polygons.count; feature++) {
    for (const row of residencesIn(ground, polygons, feature)) places[row] = feature;
  }
  return places;
}

function* residencesIn({ residences }: Ground, polygons: PolygonColumns, feature: number): Generator<number> {
  const { xy, count } = residences;
  const [west, south, east, north] = boxOf(polygons, feature);
  for (let row = 0; row < count; row++) {
    const [x, y] = [xy[2 * row]!, xy[2 * row + 1]!];
    if (x >= west && x <= east && y >= south && y <= north && contains(polygons, feature, x, y)) yield row;
  }
}

function residencesOf(ground: Ground, kind: string, index: number): number[] | Uint32Array {
  if (kind === "community") return membersOf(ground, index);
  const rows: number[] = [];
  for (let row = 0; row < ground.residences.count; row++) {
    if (kind === "district" || (kind === "grid" && ground.residenceGrid[row] === index)) rows.push(row);
  }
  return rows;
}

/** True when two ways of parting the same things make the same parts, whatever they are called. */
export function partAlike(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  const [toB, toA] = [new Map<number, number>(), new Map<number, number>()];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!];
    if ((toB.get(x) ?? y) !== y || (toA.get(y) ?? x) !== x || x < 0 !== y < 0) return false;
    toB.set(x, y);
    toA.set(y, x);
  }
  return a.length > 0;
}
