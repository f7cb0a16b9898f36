// Outlines of a net kept community by community: what one edit changes is drawn anew, the rest stays. Grids are named
// by id, because their places in the list shift.

import type { NetBoundaries } from "../../../core/engine/index.ts";
import type { LineColumns, PolygonColumns } from "../../../core/geo/index.ts";
import { joinLines, joinPolygons, takeLines, takePolygons } from "../../../core/gridding/index.ts";
import type { GridOutlines } from "../../map/grids/grid-scene.ts";

/** One community's part; "" = outside the community. */
interface AreaOutlines {
  readonly polygons: PolygonColumns;
  readonly grids: readonly string[];
  readonly arcs: LineColumns;
  readonly left: readonly string[];
  readonly right: readonly string[];
}
export type OutlineParts = ReadonlyMap<number, AreaOutlines>;

/** The parts with those of `drawn` in place of older ones; `areas` without an answer lose theirs. */
export function replaceParts(
  parts: OutlineParts,
  areas: readonly number[],
  drawn: NetBoundaries,
  idOf: (grid: number) => string,
): OutlineParts {
  const next = new Map(parts);
  for (const area of areas) next.delete(area);
  const areaOf = new Map(Array.from(drawn.grids, (grid, row) => [grid, drawn.areas[row]!]));
  const rows = groupRows(drawn.areas);
  const arcs = groupRows(
    Int32Array.from(drawn.left, (left, row) => areaOf.get(left < 0 ? drawn.right[row]! : left) ?? -1),
  );
  const named = (grid: number): string => (grid < 0 ? "" : idOf(grid));
  for (const [area, own] of rows) {
    const lines = arcs.get(area) ?? [];
    next.set(area, {
      polygons: takePolygons(
        drawn.polygons,
        own.map((row) => [row]),
      ),
      grids: own.map((row) => named(drawn.grids[row]!)),
      arcs: takeLines(drawn.arcs, lines),
      left: lines.map((row) => named(drawn.left[row]!)),
      right: lines.map((row) => named(drawn.right[row]!)),
    });
  }
  return next;
}

/** All parts as one, with grids as the indices `indexOf` gives (-1 = none). */
export function stitchParts(parts: OutlineParts, indexOf: ReadonlyMap<string, number>): GridOutlines {
  const all = [...parts.values()];
  const numbers = (ids: (part: AreaOutlines) => readonly string[]): Int32Array =>
    Int32Array.from(all.flatMap((part) => ids(part).map((id) => indexOf.get(id) ?? -1)));
  return {
    polygons: joinPolygons(all.map(({ polygons }) => polygons)),
    grids: numbers(({ grids }) => grids),
    arcs: joinLines(all.map(({ arcs }) => arcs)),
    left: numbers(({ left }) => left),
    right: numbers(({ right }) => right),
  };
}

function groupRows(areas: Int32Array): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  areas.forEach((area, row) => {
    const own = groups.get(area);
    if (own) own.push(row);
    else groups.set(area, [row]);
  });
  return groups;
}
