// A stroke of the brush over the net: units pass from grid to grid while totals, unknown counts and broken grids
// are kept up to date in typed arrays, so that a view shows them at every step of the pointer. The net given is
// copied; at the end `changes` is the edit, both ends of each unit.

import { Contiguity } from "./contiguity.ts";
import type { GridUnits, UnitGraph } from "./grid-units.ts";

export interface UnitChange {
  readonly unit: number;
  readonly from: number;
  readonly to: number;
}

export class PaintStroke {
  /** Grid of each unit now; -1 = none. */
  readonly gridOf: Int32Array;
  /** Known households of each grid now. */
  readonly households: Float64Array;
  /** Units of each grid now, and how many of them have no figure. */
  readonly units: Uint32Array;
  readonly unknown: Uint32Array;
  private readonly source: GridUnits;
  private readonly before: Int32Array;
  private readonly contiguity: Contiguity;
  private readonly touched = new Set<number>();
  /** Grids that may be in pieces: looked at again when asked. */
  private readonly doubtful = new Set<number>();

  constructor(source: GridUnits, graph: UnitGraph, gridOf: Int32Array, gridCount: number) {
    this.source = source;
    this.before = gridOf;
    this.gridOf = Int32Array.from(gridOf);
    this.contiguity = new Contiguity(graph);
    this.households = new Float64Array(gridCount);
    this.units = new Uint32Array(gridCount);
    this.unknown = new Uint32Array(gridCount);
    for (let unit = 0; unit < source.count; unit++) this.count(unit, gridOf[unit]!, 1);
  }

  /** Gives a unit to a grid (-1 = to none); false when it has it already or lies in another community than `area`. */
  paint(unit: number, to: number, area: number | null = null): boolean {
    const from = this.gridOf[unit]!;
    if (from === to || (area !== null && this.source.area[unit] !== area)) return false;
    if (from >= 0 && !this.contiguity.mayLeave(this.gridOf, unit)) this.doubtful.add(from);
    if (to >= 0 && this.units[to]! > 0 && !this.contiguity.touches(this.gridOf, unit, to))
      this.doubtful.add(to);
    this.count(unit, from, -1);
    this.count(unit, to, 1);
    this.gridOf[unit] = to;
    this.touched.add(unit);
    return true;
  }

  /** Grids in more than one piece that this stroke may have broken, ascending. */
  broken(): number[] {
    const found: number[] = [];
    for (const grid of this.doubtful) {
      if (this.contiguity.piecesOf(this.gridOf, this.unitsOf(grid)).length > 1) found.push(grid);
      else this.doubtful.delete(grid);
    }
    return found.sort((a, b) => a - b);
  }

  unitsOf(grid: number): number[] {
    const found: number[] = [];
    for (let unit = 0; unit < this.gridOf.length; unit++) if (this.gridOf[unit] === grid) found.push(unit);
    return found;
  }

  /** What the stroke changed in all, ascending by unit; a unit painted there and back is not named. */
  changes(): UnitChange[] {
    return [...this.touched]
      .sort((a, b) => a - b)
      .filter((unit) => this.before[unit] !== this.gridOf[unit])
      .map((unit) => ({ unit, from: this.before[unit]!, to: this.gridOf[unit]! }));
  }

  private count(unit: number, grid: number, sign: 1 | -1): void {
    if (grid < 0) return;
    const own = this.source.households[unit]!;
    this.units[grid]! += sign;
    if (Number.isNaN(own)) this.unknown[grid]! += sign;
    else this.households[grid]! += sign * own;
  }
}
