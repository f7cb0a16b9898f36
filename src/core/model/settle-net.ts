// What is left of a net when two people's edits meet in it: a micro-grid without its grid goes, a residence is in no
// grid that is not there, and in no micro-grid of another grid than its own.

import { levelOf } from "./grid.ts";
import type { NextNet } from "./patch-between.ts";

/** The very same net when it is sound. */
export function settleNet(net: NextNet): NextNet {
  const top = new Set(net.grids.filter(({ parentId }) => parentId === null).map(({ id }) => id));
  const grids = net.grids.filter(({ parentId }) => parentId === null || top.has(parentId));
  const parents = new Map(
    grids.filter((grid) => levelOf(grid) === "micro").map(({ id, parentId }) => [id, parentId]),
  );
  const grid = settleColumn(net.members.grid, (id) => top.has(id));
  const micro = settleColumn(net.members.micro, (id, row) => parents.get(id) === grid[row]);
  const same = grids.length === net.grids.length && grid === net.members.grid && micro === net.members.micro;
  return same ? net : { grids, members: { grid, micro } };
}

function settleColumn(
  column: readonly string[],
  stays: (id: string, row: number) => boolean,
): readonly string[] {
  const sound = column.every((id, row) => id === "" || stays(id, row));
  return sound ? column : column.map((id, row) => (id === "" || stays(id, row) ? id : ""));
}
