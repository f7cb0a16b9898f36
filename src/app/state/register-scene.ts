// A register in colours on its places: one attribute, or how many rows there are. A place that nothing is recorded of is
// hatched, and never takes the colour of a value; rows at one place that say different things have a colour of their own.

import { NO_POLYGONS } from "../../core/geo/index.ts";
import type { Areas, RegisterRow } from "../../core/model/index.ts";
import type { Register, RegisterAttribute } from "../../core/standards/index.ts";
import { inLanguage } from "../../messages/findings.ts";
import type { Language } from "../../messages/language.ts";
import type { OverlayDot, OverlayScene } from "../map/overlay/overlay-scene.ts";
import { BAND_COLORS } from "../map/palette.ts";
import type { OverlayWords, Shown } from "./overlay-words.ts";
import { baselineOf } from "./plan-selectors.ts";
import { listingOf, nonesOf, placesOf, rowsOf } from "./record-places.ts";

/** Colours of options that name none; told apart by colour-blind eyes. */
const SERIES = ["#0B6E69", "#D98300", "#6A3D9A", "#4FA39A", "#8C6D1F", "#3A5FA0", "#B98BC9", "#5B6168"];
const YES_NO = { yes: SERIES[0]!, no: SERIES[1]! } as const;
const MIXED = "#B7AFA3";
/** From few to many: quarters of the range of a number, and counts, whose nought is a colour of another kind. */
const [INNER, MIDDLE, OUTER] = BAND_COLORS;
const STEPS = ["#D3EBE6", OUTER, MIDDLE, INNER] as const;
const NOUGHT = "#E0A95C";

const MAPPED = ["subdistrict", "community", "grid", "center"];

/** Whether a register's places are things of the map. */
export const isMapped = ({ place }: Pick<Register, "place">): boolean => MAPPED.includes(place);

/** Attributes that colours can show. */
export const themesOf = ({ attributes }: Register): readonly RegisterAttribute[] =>
  attributes.filter(({ type }) => type !== "text" && type !== "date");

interface Class {
  readonly label: string;
  readonly color: string;
  readonly holds: (value: string | number) => boolean;
}

/** `attribute` null: how many rows each place has. */
export function registerScene(
  state: Shown,
  register: Register,
  attribute: RegisterAttribute | null,
  language: Language,
  words: OverlayWords,
): OverlayScene {
  const places = placesOf(state, register.place);
  const rows = rowsOf(state.history.plan, register.id);
  const values = attribute === null ? countsAt(state, register) : valuesAt(rows, attribute.id);
  const classes =
    attribute === null
      ? countClasses(words)
      : classesOf(attribute, [...values.values()].flat(), language, words);
  const classOf = (said: readonly (string | number)[]): Class | null => {
    const found = new Set(said.flatMap((value) => classes.find(({ holds }) => holds(value)) ?? []));
    if (found.size > 1) return { label: words.mixed, color: MIXED, holds: () => false };
    return [...found][0] ?? null;
  };
  const byPlace = new Map(places.map(({ id }) => [id, classOf(values.get(id) ?? [])]));
  const drawn = [...byPlace.values()];
  const mixed = drawn.filter((one) => one?.color === MIXED).length;
  const unknown = drawn.filter((one) => one === null).length;
  const count = (label: string): number => drawn.filter((one) => one?.label === label).length;
  return {
    title: `${inLanguage(register.name, language)} · ${attribute === null ? words.count : inLanguage(attribute.name, language)}`,
    areas: areasOf(state, register.place, (id) => byPlace.get(id)?.color ?? null),
    dots: [
      ...centerRings(state, register.place, (id) => byPlace.get(id)?.color ?? null),
      ...rowDots(
        rows,
        (row) => classOf(attribute === null ? [1] : valuesIn(row, attribute.id))?.color ?? null,
      ),
    ],
    legend: [
      ...classes.map(({ label, color }) => ({ label, color, count: count(label) })),
      ...(mixed > 0 ? [{ label: words.mixed, color: MIXED, count: mixed }] : []),
      { label: words.noData, color: null, count: unknown },
    ],
  };
}

const valuesIn = ({ numbers, texts }: RegisterRow, id: string): (string | number)[] => {
  const value = numbers[id] ?? texts[id];
  return value === undefined ? [] : [value];
};

type Values = ReadonlyMap<string, readonly (string | number)[]>;

function valuesAt(rows: readonly RegisterRow[], id: string): Values {
  const values = new Map<string, (string | number)[]>();
  for (const row of rows) {
    if (row.placeId === null) continue;
    values.set(row.placeId, [...(values.get(row.placeId) ?? []), ...valuesIn(row, id)]);
  }
  return values;
}

/** Rows by place; nought where there is said to be none, and nothing where nobody spoke. */
function countsAt(state: Shown, register: Register): Values {
  const { plan } = state.history;
  const counts = new Map<string, number>();
  if (listingOf(plan, register.id) === "whole") {
    for (const { id } of placesOf(state, register.place)) counts.set(id, 0);
  }
  for (const { placeId } of nonesOf(plan, register.id)) if (placeId !== null) counts.set(placeId, 0);
  for (const { placeId } of rowsOf(plan, register.id)) {
    if (placeId !== null) counts.set(placeId, (counts.get(placeId) ?? 0) + 1);
  }
  return new Map([...counts].map(([id, count]) => [id, [count]]));
}

const countClasses = ({ counted }: OverlayWords): readonly Class[] =>
  ["0", "1", "2", "3+"].map((label, step) => ({
    label: counted(label),
    color: step === 0 ? NOUGHT : STEPS[step]!,
    holds: (value) => (step === 3 ? Number(value) >= 3 : value === step),
  }));

function classesOf(
  { type, options = [] }: RegisterAttribute,
  values: readonly (string | number)[],
  language: Language,
  words: OverlayWords,
): readonly Class[] {
  if (type === "yes") {
    return [
      { label: words.yes, color: YES_NO.yes, holds: (value) => value === 1 },
      { label: words.no, color: YES_NO.no, holds: (value) => value === 0 },
    ];
  }
  if (type === "number") return numberClasses(values.filter((value) => typeof value === "number"));
  return options.map(({ id, name, colour }, i) => ({
    label: inLanguage(name, language),
    color: colour ?? SERIES[i % SERIES.length]!,
    holds: (value) => value === id,
  }));
}

/** Each number for itself where there are few, else quarters of those there are. */
function numberClasses(values: readonly number[]): readonly Class[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const groups = Math.min(STEPS.length, sorted.length);
  return Array.from({ length: groups }, (_, group) => {
    const low = sorted[Math.floor((group * sorted.length) / groups)]!;
    const high = sorted[Math.floor(((group + 1) * sorted.length) / groups) - 1]!;
    const color = STEPS[STEPS.length - groups + group]!;
    const label = low === high ? String(low) : `${low}–${high}`;
    return { label, color, holds: (value) => Number(value) >= low && Number(value) <= high };
  });
}

function areasOf(state: Shown, place: string, color: (id: string) => string | null): OverlayScene["areas"] {
  const { polygons, records } = layerOf(state, place) ?? { polygons: NO_POLYGONS, records: [] };
  return { polygons, colors: records.map(({ id }) => color(id)) };
}

const centerRings = (state: Shown, place: string, color: (id: string) => string | null): OverlayDot[] =>
  place !== "center"
    ? []
    : state.history.plan.centers.map(({ id, lon, lat }) => ({
        ...{ id, lon, lat, nth: 0, label: "", ring: true },
        color: color(id),
      }));

/** Rows that have a position of their own. */
const rowDots = (rows: readonly RegisterRow[], color: (row: RegisterRow) => string | null): OverlayDot[] =>
  rows.flatMap((row) =>
    row.position === null
      ? []
      : [
          {
            ...{ id: row.id, lon: row.position[0], lat: row.position[1], nth: 0 },
            ...{ label: row.name, ring: false, color: color(row) },
          },
        ],
  );

function layerOf(state: Shown, place: string): Areas | null {
  const baseline = baselineOf(state);
  if (baseline === null) return null;
  if (place === "subdistrict") return baseline.subdistricts;
  if (place === "community") return baseline.communities;
  if (place !== "grid") return null;
  return state.history.plan.grids.length === 0 ? baseline.grids : state.net;
}
