// May one walk along an OpenStreetMap way? The access hierarchy of the OSM wiki ("Key:access", "Key:foot"): the
// foot tag decides before the access tag, that before what its class of road usually allows.

import type { OsmTags } from "./osm-data.ts";

/** Is this way part of the walking network? False for ways without a `highway` tag. */
export function isWalkable(tags: OsmTags): boolean {
  const { highway, foot, access, area } = tags as Readonly<Record<Key, string | undefined>>;
  if (highway === undefined || NOT_BUILT.has(highway)) return false;
  if (area === "yes" && !PLAZAS.has(highway)) return false;
  if (foot !== undefined && foot !== "unknown") return !FOOT_CLOSED.has(foot);
  if (access !== undefined && CLOSED.has(access)) return false;
  if (tags["motorroad"] === "yes" || CARS_ONLY.has(highway)) return SIDEWALKS.test(tags["sidewalk"] ?? "");
  return true;
}

type Key = "highway" | "foot" | "access" | "area";

const NOT_BUILT: ReadonlySet<string> = new Set([
  "construction",
  "proposed",
  "planned",
  "abandoned",
  "razed",
  "disused",
  "demolished",
  "raceway",
  "bus_guideway",
  "escape",
  "services",
  "rest_area",
  "no",
]);
/** Squares are walked along their outline, which joins the paths that end on it. */
const PLAZAS: ReadonlySet<string> = new Set(["pedestrian", "footway", "path", "platform"]);
const CARS_ONLY: ReadonlySet<string> = new Set(["motorway", "motorway_link", "trunk_link"]);
const FOOT_CLOSED: ReadonlySet<string> = new Set(["no", "private", "use_sidepath", "discouraged"]);
const CLOSED: ReadonlySet<string> = new Set([
  "no",
  "private",
  "military",
  "forestry",
  "agricultural",
  "delivery",
]);
const SIDEWALKS = /^(?:yes|both|left|right)$/;
