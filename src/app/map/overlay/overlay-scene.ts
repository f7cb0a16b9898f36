// What registers and matters show on the map: areas in colours, places as dots, and what the colours mean.

import type { PolygonColumns } from "../../../core/geo/index.ts";

export interface OverlayDot {
  readonly lon: number;
  readonly lat: number;
  readonly color: string;
  readonly label: string;
}

export interface OverlayScene {
  readonly title: string;
  /** Areas with a colour a row; null = no colour. */
  readonly areas: { readonly polygons: PolygonColumns; readonly colors: readonly (string | null)[] } | null;
  readonly dots: readonly OverlayDot[];
  readonly legend: readonly { readonly color: string; readonly label: string; readonly count: number }[];
}
