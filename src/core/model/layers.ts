// The layers of a plan as imported: the baseline. Immutable; coordinates are WGS-84 degrees
// (longitude, latitude); unknown numbers are NaN in columns and null in records, never zero.

import { type LineColumns, NO_POLYGONS, type PolygonColumns } from "../geo/index.ts";
import type { GridKind } from "./grid.ts";

export const LAYER_ROLES = [
  "residences",
  "centers",
  "network",
  "barriers",
  "gates",
  "communities",
  "subdistricts",
  "grids",
  "water",
  "green",
  "buildings",
  "candidates",
  "departments",
  "transit",
  "exercise",
  "renewal",
] as const;
export type LayerRole = (typeof LAYER_ROLES)[number];

/** Where a layer came from; every figure on screen can name it. */
export interface LayerSource {
  readonly role: LayerRole;
  readonly file: string;
  /** Datum the file was read in: "wgs84", "gcj02", "bd09" or "EPSG:n". */
  readonly datum: string;
  /** ISO date the data speaks of; null when nobody said. */
  readonly asOf: string | null;
  readonly rowsRead: number;
  readonly rowsUsed: number;
  /** Which source field feeds which of ours, for example `{ households: "units" }`. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Residential buildings (or compounds where only those are known), in columns; row i everywhere is one residence. */
export interface Residences {
  readonly count: number;
  readonly id: readonly string[];
  readonly name: readonly string[];
  /** Compound (小区) the building belongs to; "" when not given. */
  readonly compound: readonly string[];
  /** Community code given by the file; "" when not given (then judged by position). */
  readonly communityId: readonly string[];
  /** Grid code given by the file; "" when not given. */
  readonly gridId: readonly string[];
  /** Representative points: pair i. */
  readonly xy: Float64Array;
  /** Resident households; NaN = unknown. */
  readonly households: Float64Array;
  /** Footprints where the file has them; `count` is 0 when it has points only. */
  readonly footprints: PolygonColumns;
  /** 1-based row in the source file. */
  readonly row: Uint32Array;
}

export const CENTER_LEVELS = ["subdistrict", "community", "area", "grid", "station"] as const;
export type CenterLevel = (typeof CENTER_LEVELS)[number];

/** A Party-mass service centre (党群服务中心). */
export interface ServiceCenter {
  readonly id: string;
  readonly name: string;
  readonly level: CenterLevel;
  /** "complex", "neighbourhood", … as the file says; null when not given. */
  readonly kind: string | null;
  readonly lon: number;
  readonly lat: number;
  /** Gross floor area in square metres; null = unknown. */
  readonly floorArea: number | null;
  /** Community it serves when the file says so; null = judged by position. */
  readonly communityId: string | null;
  readonly row: number;
}

/** A room or plot where a centre could be (候选点). */
export interface CandidateSite {
  readonly id: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  /** What is there, as the file says; null when not given. */
  readonly kind: string | null;
  /** Gross floor area in square metres; null = unknown. */
  readonly floorArea: number | null;
  /** Ten thousand yuan; null = unknown. */
  readonly cost: number | null;
  /** Storey it is on, 1 = ground, below 0 = underground; null = unknown. */
  readonly floor: number | null;
  /** As the file words them; null when not given. */
  readonly openHours: string | null;
  /** Community the file says it is in; null = judged by position. */
  readonly communityId: string | null;
  readonly row: number;
}

export const AREA_KINDS = ["community", "subdistrict", "grid", "renewal"] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/** Polygonal places of one kind, in columns with their records. */
export interface Areas {
  readonly kind: AreaKind;
  readonly polygons: PolygonColumns;
  readonly records: readonly AreaRecord[];
}

export interface AreaRecord {
  readonly id: string;
  readonly name: string;
  /** Code of the place one level up (community → subdistrict, grid → community); null = judged by position. */
  readonly parentId: string | null;
  /** Households by the community's own roll, when the file states them; null = not stated. */
  readonly statedHouseholds: number | null;
  /** Other numbers the packs may ask for (partyOrgs, gridWorkers, …); absent = unknown. */
  readonly numbers: Readonly<Record<string, number>>;
  /** A grid set aside for one place (专属网格): it has no range of households to keep. */
  readonly setAside?: boolean;
  /** What kind of grid it is; absent: nobody said, or it is none. */
  readonly gridKind?: GridKind;
  readonly row: number;
}

/** Road or path lines, or barriers. */
export interface RouteLines {
  readonly lines: LineColumns;
  /** Vertical level: 0 ground, > 0 bridge, < 0 tunnel. Only lines of one level meet at crossings. */
  readonly level: Int8Array;
  /** Road class for drawing: see ROAD_CLASSES; barriers: see BARRIER_CLASSES. Index into the list. */
  readonly class: Uint8Array;
  readonly row: Uint32Array;
}
export const ROAD_CLASSES = ["arterial", "collector", "local", "path", "steps"] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];
export const BARRIER_CLASSES = ["river", "rail", "wall", "road", "other"] as const;
export type BarrierClass = (typeof BARRIER_CLASSES)[number];

/** Gates (小区出入口) through which the residences of a compound reach the network. */
export interface Gates {
  readonly xy: Float64Array;
  readonly compound: readonly string[];
  /** Closed gates are kept, listed and not walked through. */
  readonly open: Uint8Array;
  readonly row: Uint32Array;
}

/** Places that are points and no more, in columns: transit stops, exercise points. */
export interface PointPlaces {
  readonly count: number;
  readonly id: readonly string[];
  readonly name: readonly string[];
  /** As the file says; "" when not given. */
  readonly kind: readonly string[];
  /** Degrees: pair i. */
  readonly xy: Float64Array;
  readonly row: Uint32Array;
}

/** The grids another department works by (条线网格): one net, one file. */
export interface DepartmentNet {
  readonly department: string;
  readonly file: string;
  readonly areas: Areas;
}

export const NO_POINTS: PointPlaces = {
  count: 0,
  id: [],
  name: [],
  kind: [],
  xy: new Float64Array(0),
  row: new Uint32Array(0),
};

export const noAreas = (kind: AreaKind): Areas => ({ kind, polygons: NO_POLYGONS, records: [] });

export interface Baseline {
  readonly name: string;
  readonly residences: Residences;
  readonly centers: readonly ServiceCenter[];
  readonly network: RouteLines;
  readonly barriers: RouteLines;
  readonly gates: Gates;
  readonly communities: Areas;
  readonly subdistricts: Areas;
  readonly grids: Areas;
  /** For drawing only. */
  readonly water: PolygonColumns;
  readonly green: PolygonColumns;
  readonly buildings: PolygonColumns;
  readonly candidates: readonly CandidateSite[];
  readonly departmentNets: readonly DepartmentNet[];
  readonly transit: PointPlaces;
  /** 晨晚练点. */
  readonly exercise: PointPlaces;
  /** 城市更新范围. */
  readonly renewal: Areas;
  readonly sources: readonly LayerSource[];
}
