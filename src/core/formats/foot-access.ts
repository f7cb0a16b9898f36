// May one walk along a way? One rule for OpenStreetMap extracts and for road layers of any other format, by the access
// hierarchy of the OSM wiki ("Key:access", "Key:foot"): what is not there is not walked; else the foot tag decides, else
// the access tag, else what its class of road usually allows. Private ways are closed unless foot opens them: a gated
// compound is entered by its gates, and the way from a house to the nearest open road is its access leg.

/** What tells; "" or absent: not said. `highway` is OpenStreetMap's value or the road class of the file. */
export type WayTags = Readonly<Partial<Record<(typeof WAY_TAGS)[number], string>>>;
export const WAY_TAGS = ["highway", "foot", "access", "area", "motorroad", "sidewalk"] as const;

export function isWalkable({
  highway = "",
  foot = "",
  access = "",
  area,
  motorroad,
  sidewalk = "",
}: WayTags): boolean {
  if (NOT_BUILT.has(highway) || NOT_BUILT_ZH.test(highway)) return false;
  if (area === "yes" && !PLAZAS.has(highway)) return false;
  if (foot !== "" && foot !== "unknown") return !FOOT_CLOSED.has(foot);
  if (CLOSED.has(access)) return false;
  const isCarsOnly = motorroad === "yes" || CARS_ONLY.has(highway) || CARS_ONLY_ZH.test(highway);
  return !isCarsOnly || SIDEWALKS.test(sidewalk);
}

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
const NOT_BUILT_ZH = /在建|规划|废弃/;
/** Squares are walked along their outline, which joins the paths that end on it. */
const PLAZAS: ReadonlySet<string> = new Set(["pedestrian", "footway", "path", "platform"]);
const CARS_ONLY: ReadonlySet<string> = new Set(["motorway", "motorway_link", "trunk_link"]);
const CARS_ONLY_ZH = /高速公路/;
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
