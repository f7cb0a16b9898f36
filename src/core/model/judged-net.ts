// The plan's grids as the rules judge them: records with code, name, community and the posts that are known, and the
// grid of each residence. A plan without grids is judged by those of the files.

import { type LineColumns, NO_POLYGONS } from "../geo/index.ts";
import type { Grid } from "./grid.ts";
import type { AreaRecord, Areas } from "./layers.ts";
import type { PlanState } from "./plan-state.ts";

type NetOfPlan = Pick<PlanState, "grids" | "members">;

const known = new WeakMap<readonly Grid[], Judged>();
interface Judged {
  readonly grids: Areas;
  readonly rows: ReadonlyMap<string, number>;
  readonly micro: ReadonlyMap<string, { readonly row: number; readonly parentId: string | null }>;
}

/** The part of an analysis' input that says which grids there are. */
export function judgedNet({ grids: all, members }: NetOfPlan): {
  readonly net?: {
    readonly grids: Areas;
    readonly residenceGrid: Int32Array;
    /** Micro-grid of each residence within its own grid, -1 for none; absent where no grid is divided further. */
    readonly residenceMicro?: Int32Array;
  };
} {
  const judged = known.get(all) ?? judgedGrids(all);
  known.set(all, judged);
  if (judged.rows.size === 0) return {};
  const residenceGrid = Int32Array.from(members.grid, (id) => judged.rows.get(id) ?? -1);
  const net = { grids: judged.grids, residenceGrid };
  return { net: judged.micro.size === 0 ? net : { ...net, residenceMicro: microOf(judged.micro, members) } };
}

/** A micro-grid beyond the residence's own grid is none. */
const microOf = (micro: Judged["micro"], { grid, micro: ids }: PlanState["members"]): Int32Array =>
  Int32Array.from(ids, (id, residence) => {
    const found = micro.get(id);
    return found === undefined || found.parentId !== grid[residence] ? -1 : found.row;
  });

/** Party bodies of a grid as files give them: branches and groups in one number. */
export const PARTY_ORGS = "partyOrgs";

/** Borders drawn by hand, as columns. */
export function linesByHand({ borders }: Pick<PlanState, "borders">): LineColumns {
  const offsets = [0];
  for (const { line } of borders) offsets.push(offsets.at(-1)! + line.length / 2);
  const xy = Float64Array.from(borders.flatMap(({ line }) => line));
  return { count: borders.length, offsets: Uint32Array.from(offsets), xy };
}

/** What findings call a grid: its code; without one, the id it has in the program. */
export const recordId = ({ code, id }: Pick<Grid, "code" | "id">): string => (code === "" ? id : code);

export const gridByRecord = ({ grids }: Pick<PlanState, "grids">, record: string): Grid | undefined =>
  grids.find((grid) => recordId(grid) === record);

/** Branches and groups together; where neither is registered, the number the files gave for both. */
function partyOrgs({ posts }: Grid): number | null {
  const [branches = null, groups = null] = [posts["partyBranches"], posts["partyGroups"]];
  if (branches === null && groups === null) return posts[PARTY_ORGS] ?? null;
  const sum = (branches ?? 0) + (groups ?? 0);
  return sum === 0 && (branches === null || groups === null) ? null : sum;
}

function judgedGrids(all: readonly Grid[]): Judged {
  const own = all.filter(({ parentId }) => parentId === null);
  return {
    grids: { kind: "grid", polygons: NO_POLYGONS, records: own.map(recordOf) },
    rows: new Map(own.map(({ id }, row) => [id, row])),
    micro: new Map(
      all
        .filter(({ parentId }) => parentId !== null)
        .map(({ id, parentId }, row) => [id, { row, parentId }] as const),
    ),
  };
}

function recordOf(grid: Grid): AreaRecord {
  const posts = { ...grid.posts, [PARTY_ORGS]: partyOrgs(grid) };
  const numbers = Object.entries(posts).filter((post): post is [string, number] => post[1] !== null);
  return {
    id: recordId(grid),
    name: grid.name === "" ? grid.code : grid.name,
    parentId: grid.communityId,
    statedHouseholds: null,
    numbers: Object.fromEntries(numbers),
    ...(grid.kind === "base" ? {} : { setAside: true }),
    gridKind: grid.kind,
    row: 0,
  };
}
