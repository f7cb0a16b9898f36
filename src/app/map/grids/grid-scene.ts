// What the map draws on the grid step, and what a hand can do there: the seam between the application and the
// grid part of the map, as map-model.ts is for the rest.

import type { LineColumns, PolygonColumns } from "../../../core/geo/index.ts";
import type { StrokeTool } from "./grid-gesture.ts";
import type { GridTool } from "./grid-tools.ts";

/** How residences are coloured: a code each, and the colour of each code. */
export interface GridHues {
  readonly codes: Uint8Array;
  /** RGBA per code. */
  readonly colors: Uint8Array;
}

export interface GridMark {
  readonly id: string;
  /** Short name on the map: the serial of the code, or the name. */
  readonly label: string;
  /** Known households as written, with a sign where out of range. */
  readonly households: string;
  readonly hue: number;
  readonly state: "inRange" | "outside" | "unknown";
  /** In several pieces. */
  readonly broken: boolean;
  readonly locked: boolean;
}

/** Boundaries as drawn, degrees; the same object until they are drawn anew. Grids are indices into `marks`. */
export interface GridOutlines {
  readonly polygons: PolygonColumns;
  readonly grids: Int32Array;
  /** Each border once, with the grids beside it; -1 = outside the community. */
  readonly arcs: LineColumns;
  readonly left: Int32Array;
  readonly right: Int32Array;
}

export interface GridScene {
  readonly tool: GridTool;
  /** Radius of the brush, pixels. */
  readonly brush: number;
  readonly hues: GridHues;
  readonly marks: readonly GridMark[];
  readonly outlines: GridOutlines | null;
  /** The outlines are of an earlier net. */
  readonly stale: boolean;
  /** Index into `marks`; -1 = none. */
  readonly selected: number;
  /** Units that a stroke under way has moved, and the hue they get. */
  readonly stroke: readonly { readonly rows: readonly number[]; readonly hue: number }[];
  /** The border under the hand as it would run, degrees; null when none is held. */
  readonly pulled: LineColumns | null;
  /** Units that a repair would hand over. */
  readonly offered: readonly number[];
  /** Units that two nets put in different grids. */
  readonly disputed: readonly number[];
  /** The net is a draft that nobody has accepted. */
  readonly isDraft: boolean;
}

/** A place under the pointer: where, and how many degrees a pixel spans there. */
export interface GridPointer {
  readonly lon: number;
  readonly lat: number;
  readonly perPixel: readonly [number, number];
}

export interface GridEvents {
  readonly onStrokeStart: (tool: StrokeTool, at: GridPointer) => void;
  /** Points passed since the last call, the last of that call first; at most once per frame. */
  readonly onStrokeMove: (tool: StrokeTool, trail: readonly GridPointer[]) => void;
  readonly onStrokeEnd: (tool: StrokeTool) => void;
  readonly onStrokeCancel: (tool: StrokeTool) => void;
  /** A ring of degrees (lasso), or a line from end to end (split). */
  readonly onShape: (tool: "lasso" | "split", points: readonly GridPointer[]) => void;
}
