// A grid (网格) of the plan: who is in it is not here but in the plan's columns of members, so that a stroke
// over fifty thousand residences stays one copy of a column. Posts are counts, never persons.

/** Grids within communities, micro-grids (微网格) within grids. */
export const GRID_LEVELS = ["grid", "micro"] as const;
export type GridLevel = (typeof GRID_LEVELS)[number];

/** Base grids divide where people live; all others are set aside for one place (专属网格, 楼宇商圈市场网格). */
export const GRID_KINDS = [
  "base",
  "officeBuilding",
  "businessDistrict",
  "market",
  "businessPark",
  "campus",
  "exclusive",
] as const;
export type GridKind = (typeof GRID_KINDS)[number];

/** Posts and bodies the rules count in a grid; a register may add others. */
export const GRID_POSTS = [
  "gridChiefs",
  "gridWorkers",
  "partyBranches",
  "partyGroups",
  /** Of the leaders of its branch or group: who is grid chief too, comes from the community, from the subdistrict. */
  "leadersAsChief",
  "leadersFromCommunity",
  "leadersFromSubdistrict",
] as const;
export type GridPost = (typeof GRID_POSTS)[number];

export interface Grid {
  /** Within the program; never changes, unlike the code. */
  readonly id: string;
  /** The code people know it by; "" = not numbered yet. */
  readonly code: string;
  /** "" = known by its code alone. */
  readonly name: string;
  readonly kind: GridKind;
  readonly communityId: string;
  /** Id of the grid a micro-grid is in; null = a grid itself. */
  readonly parentId: string | null;
  /** Its members stay until it is unlocked. */
  readonly locked: boolean;
  /** Post → how many; null = unknown. */
  readonly posts: Readonly<Record<string, number | null>>;
  readonly note: string;
}

export const levelOf = ({ parentId }: Pick<Grid, "parentId">): GridLevel =>
  parentId === null ? "grid" : "micro";
