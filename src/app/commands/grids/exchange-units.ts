// Single buildings on the border of a grid, passed to and fro without a pointer.

import type { App } from "../../state/app.ts";
import type { GridWork } from "../../state/grid-work.ts";
import { assignUnits } from "./grid-stroke.ts";

export interface BorderUnit {
  readonly unit: number;
  /** The grid across: where it is now, or where it would go. Index into the net's grids. */
  readonly across: number;
}

/** Buildings of neighbours that touch a grid, and its own that touch a neighbour; grids that are locked take no part. */
export function borderUnits(
  { net, ground }: Pick<GridWork, "net" | "ground">,
  at: number,
): { readonly outside: readonly BorderUnit[]; readonly inside: readonly BorderUnit[] } {
  const { offsets, neighbours } = ground.graph;
  const own = net.grids[at];
  const outside = new Map<number, number>();
  const inside = new Map<number, Map<number, number>>();
  const canExchange = (grid: number): boolean => {
    const other = net.grids[grid];
    return other !== undefined && !other.locked && grid !== at && other.communityId === own?.communityId;
  };
  net.gridOf.forEach((grid, unit) => {
    if (grid !== at) return;
    for (let arc = offsets[unit]!; arc < offsets[unit + 1]!; arc++) {
      const beside = neighbours[arc]!;
      const across = net.gridOf[beside] ?? -1;
      if (!canExchange(across)) continue;
      outside.set(beside, across);
      const touched = inside.get(unit) ?? new Map<number, number>();
      inside.set(unit, touched.set(across, (touched.get(across) ?? 0) + 1));
    }
  });
  if (own === undefined || own.locked) return { outside: [], inside: [] };
  return {
    outside: [...outside].map(([unit, across]) => ({ unit, across })),
    inside: [...inside].map(([unit, touched]) => ({ unit, across: mostTouched(touched) })),
  };
}

/** Gives one building to a grid, and offers to mend what that breaks. */
export function passUnit(app: App, unit: number, to: number): void {
  const net = app.store.getState().grids?.net;
  if (net === undefined) return;
  const gridOf = Int32Array.from(net.gridOf);
  gridOf[unit] = to;
  assignUnits(app, [unit], to, gridOf);
}

const mostTouched = (touched: ReadonlyMap<number, number>): number =>
  [...touched].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0];
