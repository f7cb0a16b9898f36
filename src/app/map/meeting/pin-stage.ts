// The meeting part of the map: a white plate with the list's letter (需 资 项) over each item's place, its name beside it
// where there is room; the chosen one in the accent. Several at one place stand in a row. A click picks one.

import type { FeatureCollection } from "geojson";
import type {
  ExpressionSpecification as Expression,
  GeoJSONSource,
  LayerSpecification,
  MapLayerMouseEvent,
  Map as MapLibre,
} from "maplibre-gl";
import { LIST_MATTERS, type ListMatter } from "../../../core/model/index.ts";
import { collection, feature, NO_FEATURES } from "../features.ts";
import type { MapModel } from "../map-model.ts";
import { FONT_STACK, imageOf } from "../mark-images.ts";
import { GROUND } from "../palette.ts";
import { byZoom } from "../style-terms.ts";
import type { MatterPin, PinEvents } from "./matter-pins.ts";

const SOURCE = "matter-pins";
const PLATES = "matter-plates";

export interface PinStage {
  /** null: another step is shown. */
  readonly show: (pins: readonly MatterPin[] | null, language: MapModel["language"]) => void;
  readonly remove: () => void;
}

export function createPinStage(map: MapLibre, events: PinEvents): PinStage {
  map.addSource(SOURCE, { type: "geojson", data: NO_FEATURES });
  for (const layer of pinLayers()) map.addLayer(layer);
  const paint = (language: MapModel["language"]): void => {
    for (const kind of LIST_MATTERS) {
      for (const chosen of [false, true])
        setImage(map, plateName(kind, chosen), drawPlate(LETTERS[language][kind], chosen));
    }
  };
  const onClick = ({ features }: MapLayerMouseEvent): void => {
    const id: unknown = features?.[0]?.properties["id"];
    if (typeof id === "string") events.onPick(id);
  };
  map.on("click", PLATES, onClick);
  let shown: readonly [readonly MatterPin[] | null, string] = [null, ""];
  return {
    show: (pins, language) => {
      if (shown[0] === pins && shown[1] === language) return;
      if (shown[1] !== language) paint(language);
      shown = [pins, language];
      void map.getSource<GeoJSONSource>(SOURCE)?.setData(pinFeatures(pins ?? []));
    },
    remove: () => map.off("click", PLATES, onClick),
  };
}

const LETTERS = {
  "zh-CN": { need: "需", resource: "资", project: "项" },
  en: { need: "N", resource: "R", project: "P" },
} as const;

export function pinFeatures(pins: readonly MatterPin[]): FeatureCollection {
  const at = new Map<string, number>();
  return collection(
    pins.map(({ id, kind, name, lon, lat, chosen }, row) => {
      const place = `${lon} ${lat}`;
      const nth = at.get(place) ?? 0;
      at.set(place, nth + 1);
      const properties = { id, name, plate: plateName(kind, chosen), chosen, nth };
      return feature(row, { type: "Point", coordinates: [lon, lat] }, properties);
    }),
  );
}

const plateName = (kind: ListMatter, chosen: boolean): string => `matter-${kind}${chosen ? "-chosen" : ""}`;

/** Picture pixels to one on screen: plates are shown more than twice as large before a room. */
const PIXEL_RATIO = 4;

/** CSS pixels: side of a plate, length of its foot, room around. */
const SIDE = 20;
const FOOT = 6;
const ROOM = 2;

/** A plate on a foot that points at the place; the foot's tip is the lower middle of the picture. */
function drawPlate(letter: string, chosen: boolean): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = (SIDE + 2 * ROOM) * PIXEL_RATIO;
  canvas.height = (SIDE + FOOT + 2 * ROOM) * PIXEL_RATIO;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("no 2d canvas for the pins of the map");
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  const [middle, bottom] = [ROOM + SIDE / 2, ROOM + SIDE];
  context.beginPath();
  context.moveTo(middle, bottom + FOOT);
  context.lineTo(middle - FOOT / 1.5, bottom);
  context.roundRect(ROOM, ROOM, SIDE, SIDE, 4);
  context.moveTo(middle, bottom + FOOT);
  context.lineTo(middle + FOOT / 1.5, bottom);
  context.lineTo(middle - FOOT / 1.5, bottom);
  context.fillStyle = chosen ? GROUND.accent : "#FFFFFF";
  context.strokeStyle = chosen ? GROUND.accent : GROUND.ink;
  context.lineWidth = 1.6;
  context.stroke();
  context.fill();
  context.fillStyle = chosen ? "#FFFFFF" : GROUND.ink;
  context.font = `600 13px ${FONT_STACK.map((name) => JSON.stringify(name)).join(",")}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(letter, middle, ROOM + SIDE / 2 + 0.5);
  return canvas;
}

function setImage(map: MapLibre, name: string, canvas: HTMLCanvasElement): void {
  const image = imageOf(canvas);
  if (map.hasImage(name)) map.updateImage(name, image);
  else map.addImage(name, image, { pixelRatio: PIXEL_RATIO });
}

/** Plates at one place stand beside each other; beyond the sixth they lie on it. */
const OFFSETS = [
  "match",
  ["get", "nth"],
  ...[0, 1, 2, 3, 4].flatMap((nth) => [nth, ["literal", [nth * (SIDE + 3), -8]]]),
  ["literal", [5 * (SIDE + 3), -8]],
] as unknown as Expression;

const pinLayers = (): LayerSpecification[] => [
  {
    id: PLATES,
    type: "symbol",
    source: SOURCE,
    layout: {
      "icon-image": ["get", "plate"],
      "icon-anchor": "bottom",
      "icon-offset": OFFSETS,
      "icon-allow-overlap": true,
      "icon-size": byZoom([11, 0.9], [15, 1.2]),
      "symbol-sort-key": ["case", ["get", "chosen"], 1, 0],
    },
  },
  {
    id: "matter-names",
    type: "symbol",
    source: SOURCE,
    filter: ["==", ["get", "nth"], 0],
    minzoom: 12.5,
    layout: {
      "text-field": ["get", "name"],
      "text-font": FONT_STACK,
      "text-size": byZoom([12, 11], [16, 13]),
      "text-max-width": 10,
      "text-variable-anchor": ["bottom", "left", "right"],
      "text-radial-offset": 3,
      "text-padding": 3,
    },
    paint: {
      "text-color": ["case", ["get", "chosen"], GROUND.accent, GROUND.ink],
      "text-halo-color": "#FFFFFF",
      "text-halo-width": 1.8,
    },
  },
];
