// An attribute of a register in colours on the places that have it, or open matters as dots on theirs. Places without
// a value stay uncoloured and are counted.

import { interiorPoint, NO_POLYGONS, type PolygonColumns } from "../../core/geo/index.ts";
import type { Areas, Matter, RegisterRow } from "../../core/model/index.ts";
import {
  daysOverdue,
  type MatterKind,
  type Register,
  type RegisterAttribute,
  type RulePack,
} from "../../core/standards/index.ts";
import { inLanguage } from "../../messages/findings.ts";
import type { Language } from "../../messages/language.ts";
import type { OverlayDot, OverlayScene } from "../map/overlay/overlay-scene.ts";
import type { AppState, MapOverlay } from "./app-state.ts";
import { baselineOf } from "./plan-selectors.ts";
import { placesOf } from "./record-places.ts";

export interface OverlayWords {
  readonly yes: string;
  readonly no: string;
  readonly noData: string;
  readonly matters: string;
  readonly overdue: string;
  readonly open: string;
  readonly closed: string;
}

type Shown = Pick<AppState, "project" | "history">;

/** Colours of options that name none, and of yes and no; told apart by colour-blind eyes. */
const SERIES = ["#0B6E69", "#D98300", "#6A3D9A", "#4FA39A", "#8C6D1F", "#5B6168"];
const MATTER_COLORS = { overdue: "#6A3D9A", open: "#D98300", closed: "#4FA39A" } as const;

export function overlayOf(
  overlay: MapOverlay,
  state: Shown,
  pack: RulePack,
  language: Language,
  words: OverlayWords,
  today: string,
): OverlayScene | null {
  if (overlay.kind === "matters") return mattersScene(state, pack.matters ?? [], words, today);
  const register = pack.registers?.find(({ id }) => id === overlay.register);
  const attribute = register?.attributes.find(({ id }) => id === overlay.attribute);
  if (register === undefined || attribute === undefined) return null;
  return registerScene(state, register, attribute, language, words);
}

function registerScene(
  state: Shown,
  register: Register,
  attribute: RegisterAttribute,
  language: Language,
  words: OverlayWords,
): OverlayScene {
  const values =
    attribute.type === "yes"
      ? [
          { value: 1, label: words.yes, color: SERIES[0]! },
          { value: 0, label: words.no, color: SERIES[1]! },
        ]
      : (attribute.options ?? []).map(({ id, name, colour }, i) => ({
          ...{ value: id, label: inLanguage(name, language) },
          color: colour ?? SERIES[i % SERIES.length]!,
        }));
  const rows = state.history.plan.registers.filter(({ kind }) => kind === register.id);
  const of = (row: RegisterRow) =>
    values.find(({ value }) => value === (row.numbers[attribute.id] ?? row.texts[attribute.id]));
  const colors = new Map(rows.map((row) => [row.placeId, of(row)?.color ?? null]));
  const places = placesOf(state, register.place);
  const known = rows.filter((row) => of(row) !== undefined).length;
  return {
    title: `${inLanguage(register.name, language)} · ${inLanguage(attribute.name, language)}`,
    areas: areasOf(state, register.place, colors),
    dots: dotsOf(state, register.place, colors),
    legend: [
      ...values.map(({ color, label, value }) => ({
        ...{ color, label },
        count: rows.filter((row) => of(row)?.value === value).length,
      })),
      { color: "transparent", label: words.noData, count: Math.max(0, places.length - known) },
    ],
  };
}

type Colors = ReadonlyMap<string | null, string | null>;

function areasOf(state: Shown, place: string, colors: Colors): OverlayScene["areas"] {
  const areas = layerOf(state, place);
  if (areas === null) return null;
  return { polygons: areas.polygons, colors: areas.records.map(({ id }) => colors.get(id) ?? null) };
}

function dotsOf(state: Shown, place: string, colors: Colors): readonly OverlayDot[] {
  if (place !== "center") return [];
  return state.history.plan.centers.flatMap(({ id, name, lon, lat }) => {
    const color = colors.get(id) ?? null;
    return color === null ? [] : [{ lon, lat, color, label: name }];
  });
}

function layerOf(state: Shown, place: string): Areas | null {
  const baseline = baselineOf(state);
  if (baseline === null) return null;
  if (place === "subdistrict") return baseline.subdistricts;
  if (place === "community") return baseline.communities;
  return place === "grid" ? baseline.grids : null;
}

function mattersScene(
  state: Shown,
  kinds: readonly MatterKind[],
  words: OverlayWords,
  today: string,
): OverlayScene {
  const { matters } = state.history.plan;
  const standing = (matter: Matter): keyof typeof MATTER_COLORS => {
    const kind = kinds.find(({ id }) => id === matter.kind);
    if (kind?.states.find(({ id }) => id === matter.state)?.closed === true) return "closed";
    return daysOverdue(matter, kinds, today) > 0 ? "overdue" : "open";
  };
  const at = positions(state);
  const crowd = new Map<string, number>();
  const dots = matters.flatMap((matter) => {
    const place = matter.placeId === null ? undefined : at(matter.placeId);
    if (place === undefined) return [];
    const before = crowd.get(matter.placeId ?? "") ?? 0;
    crowd.set(matter.placeId ?? "", before + 1);
    const lat = place[1] - before * BESIDE;
    return [{ lon: place[0], lat, color: MATTER_COLORS[standing(matter)], label: matter.name }];
  });
  return {
    title: words.matters,
    areas: { polygons: NO_POLYGONS, colors: [] },
    dots,
    legend: (["overdue", "open", "closed"] as const).map((key) => ({
      ...{ color: MATTER_COLORS[key], label: words[key] },
      count: matters.filter((matter) => standing(matter) === key).length,
    })),
  };
}

/** Degrees of latitude between matters of one place: about 70 m. */
const BESIDE = 0.0006;

/** Where a place is: a centre's position, a point inside an area. */
function positions(state: Shown): (id: string) => readonly [number, number] | undefined {
  return (id) => {
    const center = state.history.plan.centers.find((one) => one.id === id);
    if (center !== undefined) return [center.lon, center.lat];
    for (const kind of ["community", "subdistrict", "grid"]) {
      const areas = layerOf(state, kind);
      const row = areas?.records.findIndex((record) => record.id === id) ?? -1;
      if (areas !== null && row >= 0 && hasShape(areas.polygons, row))
        return interiorPoint(areas.polygons, row);
    }
    return undefined;
  };
}

const hasShape = ({ count, featureOffsets }: PolygonColumns, row: number): boolean =>
  row < count && featureOffsets[row]! < featureOffsets[row + 1]!;
