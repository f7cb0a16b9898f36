// The map before a room: the same drawing with type, marks and lines as large as a wall needs. One unit is a CSS pixel
// on a 1080p screen and two on a 4K one; no letter is smaller than 28 of them. Zoom stops move with the unit, so that a
// 4K wall shows the picture of a 1080p one, finer. Names give way to each other as at the desk: there are fewer.

import type { ExpressionSpecification as Expression } from "maplibre-gl";
import { DOT } from "./wall-pictures.ts";

/** A number, or an expression that yields one. */
export type Size = number | Expression;

/** Smallest type before a room, units. */
export const LEAST_TYPE = 28;

/** How many times larger than at the desk. */
const TYPE = 2.2;
const STROKE = 1.6;
/** 13 px letters on the plates of matters, at 0.9 of their size, become 28. */
const PLATE = 2.4;

/** What of each kind of layer grows; of the others nothing does. */
export const ENLARGED = {
  line: { layout: [], paint: ["line-width", "line-offset"] },
  circle: { layout: [], paint: ["circle-radius", "circle-stroke-width"] },
  symbol: { layout: ["text-size", "text-padding", "icon-size"], paint: ["text-halo-width"] },
} as const;
export type EnlargedKind = keyof typeof ENLARGED;
export type EnlargedLayout = (typeof ENLARGED)[EnlargedKind]["layout"][number];
export type EnlargedPaint = (typeof ENLARGED)[EnlargedKind]["paint"][number];

export const isEnlarged = (kind: string): kind is EnlargedKind => kind in ENLARGED;

/** Layers of the ground: as wide as the streets are, not as loud as a result. */
const GROUND_LAYERS = ["paths", "road", "road-casing", "rail", "rail-gaps", "walls", "residence-hatch-line"];

/** From these zooms on a subdistrict's centre has room for its letter, then every centre. */
const LETTERS = { subdistrict: 12.6, all: 14 } as const;

/** Of what a layer may say otherwise before a room. */
export type WallWord = "icon-image" | "text-field" | "text-variable-anchor" | "text-radial-offset";

/**
 * What a layer says otherwise before a room: letters of marks where they have room, one line to a grid, names over and
 * under their place but not beside it (where the edge of the map would cut them), names of matters clear of the plates.
 */
export function saidOnWall(layer: string, unit: number): readonly [WallWord, unknown] | null {
  if (layer === "grid-names") return ["text-field", ["get", "households"]];
  if (layer === "matter-names") return ["text-radial-offset", 3.7];
  if (layer === "community-names" || layer === "subdistrict-names") {
    return ["text-variable-anchor", ["center", "top", "bottom"]];
  }
  if (layer !== "centers") return null;
  const shift = zoomShift(unit);
  const mark: Expression = ["get", "mark"];
  const dot: Expression = ["concat", mark, DOT];
  const first: Expression = ["case", ["in", "subdistrict", mark], mark, dot];
  return [
    "icon-image",
    ["step", ["zoom"], dot, LETTERS.subdistrict + shift, first, LETTERS.all + shift, mark],
  ];
}

/** Never before a room: a single building's name. */
export const KEPT_AT_DESK: readonly string[] = ["building-names"];

/** How far zoom stops move: what took a screen then takes as much of this one. */
export const zoomShift = (unit: number): number => Math.log2(unit);

export function enlarge(layer: string, key: EnlargedLayout | EnlargedPaint, size: Size, unit: number): Size {
  if (key === "icon-size" && layer === "centers") return 1;
  return overZoom(size, zoomShift(unit), (own) =>
    atLeast(key, times(own, factorOf(layer, key) * unit), unit),
  );
}

function factorOf(layer: string, key: EnlargedLayout | EnlargedPaint): number {
  if (key === "icon-size") return PLATE;
  if (key.startsWith("text")) return TYPE;
  return GROUND_LAYERS.includes(layer) ? 1 : STROKE;
}

function atLeast(key: EnlargedLayout | EnlargedPaint, size: Size, unit: number): Size {
  const least = LEAST_TYPE * unit;
  if (key !== "text-size") return size;
  return typeof size === "number" ? Math.max(least, size) : ["max", least, size];
}

/** Each value between the stops of a zoom, the stops moved; or the value itself. */
function overZoom(size: Size, shift: number, change: (size: Size) => Size): Size {
  if (typeof size === "number" || size[0] !== "interpolate") return change(size);
  const [name, curve, zoom, ...stops] = size;
  const moved = stops.map((stop, i) => (i % 2 === 0 ? (stop as number) + shift : change(stop as Size)));
  return [name, curve, zoom, ...moved] as unknown as Expression;
}

const times = (size: Size, by: number): Size => (typeof size === "number" ? size * by : ["*", by, size]);
