// The mark under the hand: while a centre is dragged it is an element of the page on top of the map, moved
// in the same frame as the pointer. It stays a moment after the drop, until the map has drawn the centre
// in its new place, so that nothing blinks.

import { type Map as MapLibre, Marker } from "maplibre-gl";
import type { CenterMark } from "./map-model.ts";
import { drawMark, PIXEL_RATIO } from "./mark-images.ts";

export interface DragMark {
  readonly center: string;
  readonly move: (lon: number, lat: number) => void;
  readonly remove: () => void;
}

export function dragMark(map: MapLibre, center: CenterMark, language: "zh-CN" | "en"): DragMark {
  const canvas = drawMark({ level: center.level, selected: true, edited: center.edited }, language);
  canvas.style.width = `${canvas.width / PIXEL_RATIO}px`;
  canvas.style.height = `${canvas.height / PIXEL_RATIO}px`;
  canvas.className = "map-drag-mark";
  const marker = new Marker({ element: canvas }).setLngLat([center.lon, center.lat]).addTo(map);
  return {
    center: center.id,
    move: (lon, lat) => {
      marker.setLngLat([lon, lat]);
    },
    remove: () => {
      marker.remove();
    },
  };
}
