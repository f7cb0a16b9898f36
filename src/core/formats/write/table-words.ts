// Names of tables and columns of an export, as keys: the sentences' room has a word for each in every language, so
// that headers are in the user's language without the core knowing any. Codes in cells (flags, verdicts, levels) are
// looked up in `values` and stay codes where there is no word.

export const TABLE_WORDS = [
  "residences",
  "footprints",
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
  "gridWorkers",
  "gridChiefs",
  "partyBranches",
  "partyGroups",
  "partyOrgs",
  "transit",
  "exercise",
  "renewal",
  "serviceAreas",
  "findings",
  "id",
  "name",
  "compound",
  "community",
  "grid",
  "parent",
  "households",
  "statedHouseholds",
  "level",
  "kind",
  "floorArea",
  "cost",
  "floor",
  "openHours",
  "department",
  "class",
  "open",
  "minutes",
  "meters",
  "nearestCenter",
  "nearestCenterName",
  "linked",
  "covered",
  "coveredHouseholds",
  "coverage",
  "reachHouseholds",
  "allocatedHouseholds",
  "requiredArea",
  "unlinked",
  "worstMinutes",
  "medianMinutes",
  "p90Minutes",
  "gridKind",
  "residenceCount",
  "unknownResidences",
  "flags",
  "center",
  "speed",
  "place",
  "placeId",
  "placeName",
  "rule",
  "force",
  "metric",
  "verdict",
  "actual",
  "required",
  "shortfall",
  "unit",
  "flag",
] as const;
export type TableWord = (typeof TABLE_WORDS)[number];

export const TABLE_UNITS = [
  "households",
  "minutes",
  "metres",
  "squareMetres",
  "metresPerSecond",
  "wanYuan",
] as const;
export type TableUnit = (typeof TABLE_UNITS)[number];

export interface ExportWords {
  readonly names: Readonly<Record<TableWord, string>>;
  readonly units: Readonly<Record<TableUnit, string>>;
  /** Words for codes, "list.code": "flag.tooFar", "level.community". */
  readonly values: Readonly<Record<string, string>>;
}

export const sayValue = ({ values }: ExportWords, list: string, code: string): string =>
  values[`${list}.${code}`] ?? code;
