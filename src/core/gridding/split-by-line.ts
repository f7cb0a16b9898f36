// Hand edits of whole grids. A line drawn through a grid parts its units: those to the right of it become a new
// grid. Several grids that touch become one. Both give the change and leave the net alone.

import { Contiguity } from "./contiguity.ts";
import type { GridUnits, UnitGraph } from "./grid-units.ts";
import type { UnitChange } from "./paint-stroke.ts";

export interface LineSplit {
  /** Empty when the line leaves all units on one side. */
  readonly changes: readonly UnitChange[];
  /** Connected pieces of what stays and of the new grid; more than one on either side needs a repair. */
  readonly pieces: readonly [left: number, right: number];
}

/** `line`: pairs, metres, two or more; units stand on the side of the nearest stretch. `fresh`: the new grid's number. */
export function splitByLine(
  { xy }: Pick<GridUnits, "xy">,
  graph: UnitGraph,
  gridOf: Int32Array,
  grid: number,
  line: Float64Array,
  fresh: number,
): LineSplit {
  const own = [...gridOf.keys()].filter((unit) => gridOf[unit] === grid);
  const right = own.filter((unit) => isRightOf(line, xy[2 * unit]!, xy[2 * unit + 1]!));
  if (right.length === 0 || right.length === own.length) return { changes: [], pieces: [1, 1] };
  const next = Int32Array.from(gridOf);
  for (const unit of right) next[unit] = fresh;
  const contiguity = new Contiguity(graph);
  const left = own.filter((unit) => next[unit] === grid);
  return {
    changes: right.map((unit) => ({ unit, from: grid, to: fresh })),
    pieces: [contiguity.piecesOf(next, left).length, contiguity.piecesOf(next, right).length],
  };
}

/** All units of `grids` pass to the first of them; null where they are not connected together or not of one community. */
export function mergeGrids(
  { area }: Pick<GridUnits, "area">,
  graph: UnitGraph,
  gridOf: Int32Array,
  grids: readonly number[],
): UnitChange[] | null {
  const [into] = grids;
  if (into === undefined) return null;
  const units = [...gridOf.keys()].filter((unit) => grids.includes(gridOf[unit]!));
  const next = Int32Array.from(gridOf);
  for (const unit of units) next[unit] = into;
  const isOne = new Contiguity(graph).piecesOf(next, units).length === 1;
  if (!isOne || units.some((unit) => area[unit] !== area[units[0]!])) return null;
  return units
    .filter((unit) => gridOf[unit] !== into)
    .map((unit) => ({ unit, from: gridOf[unit]!, to: into }));
}

/** Right of the stretch nearest to the point; at a bend, of the line through the point's view of both stretches. */
function isRightOf(line: Float64Array, x: number, y: number): boolean {
  let [least, side] = [Infinity, 0];
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [ax, ay] = [line[i]!, line[i + 1]!];
    const [dx, dy] = [line[i + 2]! - ax, line[i + 3]! - ay];
    const square = dx * dx + dy * dy;
    if (square === 0) continue;
    const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
    const far = Math.hypot(ax + t * dx - x, ay + t * dy - y);
    const turn = (dx * (y - ay) - dy * (x - ax)) / Math.sqrt(square);
    const isNearer = far < least - 1e-9;
    if (isNearer || (far < least + 1e-9 && Math.abs(turn) > Math.abs(side))) side = turn;
    least = Math.min(least, far);
  }
  return side < 0;
}
