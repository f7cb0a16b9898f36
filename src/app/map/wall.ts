// Puts a map before a room and back on the desk: sizes of all its layers, those of parts that load later too, its
// pictures and the scale bar. Every desk size is kept as it was found and returns.

import type { Map as MapLibre, ScaleControl } from "maplibre-gl";
import {
  ENLARGED,
  type EnlargedLayout,
  type EnlargedPaint,
  enlarge,
  isEnlarged,
  KEPT_AT_DESK,
  type Size,
  saidOnWall,
  zoomShift,
} from "./enlarge-style.ts";
import type { MapModel } from "./map-model.ts";
import { deskPictures, putPictures } from "./mark-images.ts";
import { wallPictures } from "./wall-pictures.ts";

export interface Wall {
  /** CSS pixels to a unit of the wall; null: at the desk. */
  readonly show: (unit: number | null, language: MapModel["language"]) => void;
  readonly remove: () => void;
}

/** Width of the scale bar, CSS pixels at the desk and units before a room. */
const BAR = { desk: 110, wall: 260 } as const;

/** Zoom past every map. */
const NEVER = 24;

interface DeskLook {
  readonly layout: readonly (readonly [EnlargedLayout, Size])[];
  readonly paint: readonly (readonly [EnlargedPaint, Size])[];
  readonly zooms: readonly [least: number, most: number];
  /** What it says at the desk, if it says something else before a room. */
  readonly said: unknown;
}

export function createWall(map: MapLibre, bar: ScaleControl): Wall {
  const desk = new Map<string, DeskLook>();
  let unit: number | null = null;
  let painted = "";
  const dress = (): void => {
    for (const id of map.getLayersOrder()) {
      if (desk.has(id) || map.getLayer(id)?.type === "custom") continue;
      const look = lookOf(map, id);
      desk.set(id, look);
      if (unit !== null) hang(map, id, look, unit);
    }
  };
  map.on("styledata", dress);
  dress();
  return {
    show: (next, language) => {
      const look = `${next} ${language}`;
      if (look === painted) return;
      painted = look;
      putPictures(map, next === null ? deskPictures(language) : wallPictures(language, next));
      if (next === unit) return;
      unit = next;
      for (const [id, look] of desk) hang(map, id, look, unit);
      bar.options.maxWidth = unit === null ? BAR.desk : BAR.wall * unit;
      map.fire("move");
    },
    remove: () => void map.off("styledata", dress),
  };
}

function lookOf(map: MapLibre, id: string): DeskLook {
  const { type = "", minzoom = 0, maxzoom = NEVER } = map.getLayer(id) ?? {};
  const { layout, paint } = isEnlarged(type) ? ENLARGED[type] : { layout: [], paint: [] };
  const other = saidOnWall(id, 1);
  const said: unknown = other === null ? undefined : map.getLayoutProperty(id, other[0]);
  return {
    layout: layout.flatMap((key) => sized(key, map.getLayoutProperty(id, key))),
    paint: paint.flatMap((key) => sized(key, map.getPaintProperty(id, key))),
    zooms: [minzoom, maxzoom],
    said,
  };
}

const sized = <K>(key: K, value: unknown): [K, Size][] =>
  typeof value === "number" || Array.isArray(value) ? [[key, value as Size]] : [];

/** `unit` null: back as it was. */
function hang(map: MapLibre, id: string, look: DeskLook, unit: number | null): void {
  const { layout, paint, zooms, said } = look;
  const other = saidOnWall(id, unit ?? 1);
  const size = (key: EnlargedLayout | EnlargedPaint, own: Size): Size =>
    unit === null ? own : enlarge(id, key, own, unit);
  for (const [key, own] of layout) map.setLayoutProperty(id, key, size(key, own));
  for (const [key, own] of paint) map.setPaintProperty(id, key, size(key, own));
  const shift = zoomShift(unit ?? 1);
  const moved = (zoom: number): number => (zoom === 0 || zoom === NEVER ? zoom : zoom + shift);
  const [least, most] = unit !== null && KEPT_AT_DESK.includes(id) ? [NEVER, NEVER] : zooms;
  map.setLayerZoomRange(id, moved(least), moved(most));
  if (other !== null) map.setLayoutProperty(id, other[0], (unit === null ? said : other[1]) as never);
}
