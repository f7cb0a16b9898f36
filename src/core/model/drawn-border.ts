// A border between two grids as a hand drew it. Members say who is in which grid; this says where the line between
// them runs, before roads and water have their say. A line that no longer parts two grids draws nothing.

export interface DrawnBorder {
  readonly id: string;
  /** The grids on either side, as they were called then. */
  readonly name: string;
  readonly communityId: string;
  /** Degrees, WGS-84: pairs of longitude and latitude. */
  readonly line: readonly number[];
}
