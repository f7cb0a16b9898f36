// May a unit leave its grid without breaking it? Decided from the unit's neighbours in their cyclic order alone
// (geo-graphs: King, Jacobson, Sewell, Tam Cho, Operations Research 2012): where those of its own grid follow
// one another as neighbours of each other, all around or in one run, nothing is severed. Several runs may still
// be joined farther away; only then the grid is searched, from one run until the others are met.

import type { UnitGraph } from "./grid-units.ts";

export class Contiguity {
  private readonly graph: Omit<UnitGraph, "border">;
  /** Round in which each unit was last visited, so that nothing is cleared between searches. */
  private readonly visited: Uint32Array;
  private round = 0;
  private readonly stack: number[] = [];

  constructor(graph: Omit<UnitGraph, "border">) {
    this.graph = graph;
    this.visited = new Uint32Array(graph.offsets.length - 1);
  }

  /** True also for the last unit of a grid. O(degree) as a rule, O(grid) at worst. */
  mayLeave(gridOf: Int32Array, unit: number): boolean {
    return this.countRuns(gridOf, unit) <= 1 || this.areRunsJoined(gridOf, unit);
  }

  /** Does `unit` touch another unit of `grid`? */
  touches(gridOf: Int32Array, unit: number, grid: number): boolean {
    const { offsets, neighbours } = this.graph;
    for (let arc = offsets[unit]!; arc < offsets[unit + 1]!; arc++) {
      if (gridOf[neighbours[arc]!] === grid) return true;
    }
    return false;
  }

  /** The connected pieces of a grid's units, largest (in units) first. */
  piecesOf(gridOf: Int32Array, units: readonly number[]): number[][] {
    const round = ++this.round;
    const pieces: number[][] = [];
    for (const start of units) {
      if (this.visited[start] === round) continue;
      const piece: number[] = [];
      this.visit(start, round);
      for (let at = this.stack.pop(); at !== undefined; at = this.stack.pop()) {
        piece.push(at);
        this.spread(gridOf, at, -1, round);
      }
      pieces.push(piece);
    }
    return pieces.sort((a, b) => b.length - a.length);
  }

  /** Runs of neighbours of the unit's own grid, each joined around the unit without it; 0 when all around. */
  private countRuns(gridOf: Int32Array, unit: number): number {
    const { offsets, neighbours, closed } = this.graph;
    const first = offsets[unit]!;
    const end = offsets[unit + 1]!;
    const grid = gridOf[unit]!;
    let runs = 0;
    for (let arc = first; arc < end; arc++) {
      if (gridOf[neighbours[arc]!] !== grid) continue;
      const next = arc + 1 < end ? arc + 1 : first;
      if (closed[arc] === 0 || gridOf[neighbours[next]!] !== grid) runs++;
    }
    return runs;
  }

  private areRunsJoined(gridOf: Int32Array, unit: number): boolean {
    const { offsets, neighbours } = this.graph;
    const round = ++this.round;
    const own = neighbours
      .subarray(offsets[unit]!, offsets[unit + 1]!)
      .filter((other) => gridOf[other] === gridOf[unit]);
    this.visit(own[0]!, round);
    for (let at = this.stack.pop(); at !== undefined; at = this.stack.pop()) {
      this.spread(gridOf, at, unit, round);
    }
    return own.every((other) => this.visited[other] === round);
  }

  private spread(gridOf: Int32Array, at: number, without: number, round: number): void {
    const { offsets, neighbours } = this.graph;
    for (let arc = offsets[at]!; arc < offsets[at + 1]!; arc++) {
      const next = neighbours[arc]!;
      if (next !== without && gridOf[next] === gridOf[at] && this.visited[next] !== round)
        this.visit(next, round);
    }
  }

  private visit(unit: number, round: number): void {
    this.visited[unit] = round;
    this.stack.push(unit);
  }
}
