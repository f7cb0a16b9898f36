// The seam between the application and its map: one record says everything the map draws, one set of
// callbacks says everything a hand can do on it. The map keeps no knowledge of its own beyond camera and pointer.

import type {
  AreaView,
  ResidenceAccess,
  ServiceAreas,
  WalkingPath,
  WalkSettings,
} from "../../core/access/index.ts";
import type { Baseline, CenterLevel } from "../../core/model/index.ts";
import type { GridEvents, GridHues, GridScene } from "./grids/grid-scene.ts";
import type { MatterPin, PinEvents } from "./meeting/matter-pins.ts";
import type { OverlayScene } from "./overlay/overlay-scene.ts";
import type { SiteEvents, SiteScene } from "./siting/site-scene.ts";

export const MAP_THEMES = ["data", "circles", "assess", "grids", "siting"] as const;
export type MapTheme = (typeof MAP_THEMES)[number];

export const COMMUNITY_STATES = ["met", "tooSmall", "tooFar", "both", "noCenter", "unknown"] as const;
/** How a community is filled on the assess theme. noCenter is drawn as too small (nothing of the need is met). */
export type CommunityState = (typeof COMMUNITY_STATES)[number];

export interface CenterMark {
  readonly id: string;
  readonly name: string;
  readonly level: CenterLevel;
  readonly lon: number;
  readonly lat: number;
  /** Differs from the baseline: moved, added or resized in this option. */
  readonly edited: boolean;
}

export type MapSelection =
  | { readonly kind: "center"; readonly id: string }
  | { readonly kind: "community"; readonly id: string }
  | { readonly kind: "residence"; readonly index: number }
  | { readonly kind: "grid"; readonly id: string }
  | null;

/** One layer at two positions: where it lies now, and where another datum would put it. */
export interface PlacePreview {
  /** Point pairs, WGS-84 degrees; NaN pairs are left out. */
  readonly here: Float64Array;
  readonly there: Float64Array;
}

export interface MapModel {
  /** Identity-stable while the same data is loaded; a new object means: rebuild the ground and fly to it. */
  readonly baseline: Baseline;
  readonly bounds: readonly [number, number, number, number];
  readonly theme: MapTheme;
  readonly walk: WalkSettings;
  /** null until analysed, or when not of this revision and nothing older is to be shown. */
  readonly access: ResidenceAccess | null;
  /** Index of each residence's state when it joins no path: 1 = linked. */
  readonly linked: Uint8Array | null;
  readonly areas: ServiceAreas | null;
  /**
   * Areas of the one centre being dragged, as "scene.drag" returns them: drawn in place of that centre's in
   * `areas`, which may then stay the same object for the whole gesture.
   */
  readonly movingAreas?: ServiceAreas | null;
  readonly areaView: AreaView;
  /** Straight circles of the same reach, for comparison. */
  readonly straightCircles: boolean;
  readonly centers: readonly CenterMark[];
  /** One per community record; empty until assessed. */
  readonly communityStates: readonly CommunityState[];
  /** Figures shown are of an older revision: draw them greyed. */
  readonly stale: boolean;
  readonly selection: MapSelection;
  readonly path: WalkingPath | null;
  /** A layer being held against another position; drawn over everything. */
  readonly preview?: PlacePreview | null;
  /** "select" drags centres and clicks things; "addCenter" places one at the next click. */
  readonly tool: "select" | "addCenter";
  readonly language: "zh-CN" | "en";
  /** Shown to a room: type, marks and lines as large as its wall needs. */
  readonly wall?: boolean;
  /** What the grid step draws; null on the other steps. */
  readonly grids: GridScene | null;
  /** What the siting step draws; null on the other steps. */
  readonly sites: SiteScene | null;
  /** Items of a meeting's lists; null on the other steps. */
  readonly pins: readonly MatterPin[] | null;
  /** Colours of residences where the step has its own (grids, siting); the same object while they are the same. */
  readonly gridHues: GridHues | null;
}

export interface MapEvents {
  /** What a hand with a grid tool does; loaded with the grid part of the map. */
  readonly loadGridEvents: () => Promise<GridEvents>;
  readonly loadSiteEvents: () => Promise<SiteEvents>;
  /** Absent where pins are only looked at. */
  readonly loadPinEvents?: () => Promise<PinEvents>;
  readonly onSelect: (selection: MapSelection) => void;
  /** Residence under the pointer, or null. */
  readonly onHover: (residence: number | null) => void;
  readonly onDragStart: (centerId: string) => void;
  /** At most once per animation frame. */
  readonly onDragMove: (centerId: string, lon: number, lat: number) => void;
  readonly onDragEnd: (centerId: string, lon: number, lat: number) => void;
  /** Escape during a drag: nothing is kept. */
  readonly onDragCancel: (centerId: string) => void;
  readonly onPlace: (lon: number, lat: number) => void;
}

/** Where the map looks: middle in degrees, and zoom. */
export interface MapCamera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

/** Things the application may ask of the map. */
export interface MapHandle {
  /** Where a place is on the map's own element, pixels from its top left; null before the map is there. */
  readonly project: (lon: number, lat: number) => readonly [number, number] | null;
  readonly flyTo: (bounds: readonly [number, number, number, number]) => void;
  readonly fitAll: () => void;
  /** Colours and dots of registers and matters over the step's theme; null takes them away. */
  readonly showOverlay: (scene: OverlayScene | null) => void;
  /** Calls back with where the map looks, now and whenever that changes; the function returned ends it. */
  readonly onCamera: (look: (camera: MapCamera) => void) => () => void;
  readonly jumpTo: (camera: MapCamera) => void;
}
