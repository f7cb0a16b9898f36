// The patch that makes one state of the grids the other: records matched by id, members row by row. Removals come
// first, last place first, then changes in place, then additions at the end; kept records keep their order.

import { GRID_LEVELS, type Grid } from "./grid.ts";
import { membersBetween } from "./member-change.ts";
import { type Patch, patchOf, type RecordChange } from "./patch.ts";
import type { Members, PlanState } from "./plan-state.ts";
import { sameRecord } from "./same-record.ts";

/** Grids and members as a verb leaves them. */
export interface NextNet {
  readonly grids: readonly Grid[];
  readonly members: Members;
}

export function patchBetween({ grids, members }: PlanState, next: NextNet): Patch {
  return patchOf(
    grids === next.grids ? [] : [["grids", changesBetween(grids, next.grids)]],
    GRID_LEVELS.map((level) => membersBetween(level, members[level], next.members[level])),
  );
}

function changesBetween(before: readonly Grid[], after: readonly Grid[]): readonly RecordChange<Grid>[] {
  const [old, wanted] = [before, after].map((list) => new Map(list.map((grid) => [grid.id, grid])));
  const removed = [...before.entries()]
    .filter(([, { id }]) => !wanted!.has(id))
    .reverse()
    .map(([at, grid]) => ({ before: grid, after: null, at }));
  const changed = after.flatMap((grid) => {
    const was = old!.get(grid.id);
    return was === undefined || sameRecord(was, grid) ? [] : [{ before: was, after: grid, at: -1 }];
  });
  const kept = before.length - removed.length;
  const added = after
    .filter(({ id }) => !old!.has(id))
    .map((grid, index) => ({ before: null, after: grid, at: kept + index }));
  return [...removed, ...changed, ...added];
}
