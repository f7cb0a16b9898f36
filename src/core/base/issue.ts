// What can be wrong with input, as a closed list of codes with figures. Sentences are made where the
// language is known (src/messages); a test holds that every code has one in each language.

export const ISSUE_CODES = [
  "file.missing",
  "file.empty",
  "file.unreadable",
  "file.notJson",
  "file.truncated",
  "file.notGeoJson",
  "file.noFeatures",
  "file.badProject",
  "file.unknownFormat",
  "file.roleUnknown",
  "file.encoding",
  "file.damaged",
  "file.libraryMissing",
  "file.tooManyColumns",
  "layer.wrongGeometry",
  "layer.fieldMissing",
  "layer.fieldGuessed",
  "layer.required",
  "layer.roleTaken",
  "layer.nothingUsable",
  "layer.footprints",
  "row.noGeometry",
  "row.badGeometry",
  "row.noLength",
  "row.wrongGeometry",
  "row.multiPoint",
  "row.columns",
  "row.polygonAsPoint",
  "households.withUnit",
  "households.approximate",
  "households.blank",
  "households.negative",
  "households.notNumber",
  "households.zero",
  "area.blank",
  "area.invalid",
  "area.withUnit",
  "area.approximate",
  "area.zero",
  "number.invalid",
  "id.duplicate",
  "id.missing",
  "coords.swapped",
  "coords.projected",
  "coords.notProjected",
  "coords.outOfRange",
  "coords.datumUnknown",
  "residence.unlinked",
  "residence.noCommunity",
  "center.unlinked",
  "center.noCommunity",
  "center.noArea",
  "center.levelGuessed",
  "center.levelUnknown",
  "place.unmatched",
  "community.noResidences",
  "osm.counts",
  "osm.incomplete",
  "dxf.left",
  "network.empty",
  "network.notWalkable",
  "network.apart",
  "network.components",
  "network.crossings",
  "network.estimate",
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

/** error: the row or file was set aside; warning: used, with a doubt; info: used, worth knowing. */
export type Severity = "error" | "warning" | "info";

export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** File name as the user gave it. */
  readonly file?: string;
  /** 1-based row (feature) in that file. */
  readonly row?: number;
  readonly field?: string;
  /** Figures and names the sentence needs, for example `{ value: "372户", used: 372 }`. */
  readonly values?: Readonly<Record<string, string | number>>;
}
