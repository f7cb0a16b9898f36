// What registers and matters show on the map: areas in colours, places as dots, and what the colours mean. No colour is
// "nothing recorded": a hatch on an area, an empty mark at a point.

import type { PolygonColumns } from "../../../core/geo/index.ts";

/** How much of its colour a tinted area has; marks have all of it. */
export const AREA_OPACITY = 0.55;

export interface OverlayDot {
  /** Of the matter, place or row. */
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly color: string | null;
  readonly label: string;
  /** How many dots stand at this point before it. */
  readonly nth: number;
  /** Around a centre's mark rather than in its place. */
  readonly ring: boolean;
}

export interface OverlayScene {
  readonly title: string;
  /** Areas with a colour a row. */
  readonly areas: { readonly polygons: PolygonColumns; readonly colors: readonly (string | null)[] };
  readonly dots: readonly OverlayDot[];
  readonly legend: readonly {
    readonly color: string | null;
    readonly label: string;
    readonly count: number;
  }[];
  /** Called with the id of a dot that is clicked; absent where there is nothing to open. */
  readonly onPick?: (dot: string) => void;
}
