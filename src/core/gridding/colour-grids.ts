// Hues for grids so that neighbours differ: grids keep the hue they had where no neighbour has it too, so that one edit
// does not recolour a whole net; the others are coloured by DSATUR (Brélaz 1979: next is whoever sees most hues, then
// has most neighbours). Where all hues are seen, neighbours of one hue give way if each has another to go to; only
// then two neighbours are alike.

import type { UnitGraph } from "./grid-units.ts";

export type Adjacency = Pick<UnitGraph, "offsets" | "neighbours">;

export interface HueWish {
  /** Hue per grid that it had before; -1 = none. The lower number keeps it where two neighbours have one hue. */
  readonly held: ArrayLike<number>;
  /** Units that have moved since neighbours' hues held differed; all may have when absent. */
  readonly moved: ArrayLike<number>;
  /** Per grid any whole number from 0: the hue it takes (by remainder) where it is free. */
  readonly wished: ArrayLike<number>;
}

/** Hue 0 … hues - 1 per grid; grids are neighbours where units of theirs are by any of `graphs`. O(arcs + grids²). */
export function colourGrids(
  graphs: readonly Adjacency[],
  gridOf: Int32Array,
  gridCount: number,
  hues: number,
  wish: Partial<HueWish> = {},
): Uint8Array {
  const { held, wished, moved } = wish;
  if (held !== undefined && moved !== undefined && stillDiffer(graphs, gridOf, { held, moved })) {
    const isComplete = Array.from(held).every((hue) => hue >= 0 && hue < hues);
    if (isComplete) return Uint8Array.from(held);
  }
  const colouring = new Colouring(neighboursOf(graphs, gridOf, gridCount), hues);
  for (let grid = 0; held !== undefined && grid < gridCount; grid++) {
    const hue = held[grid]!;
    if (hue >= 0 && hue < hues && colouring.seen(grid, hue) === 0) colouring.paint(grid, hue);
  }
  for (let grid = colouring.next(); grid >= 0; grid = colouring.next()) {
    colouring.paint(grid, colouring.choose(grid, wished === undefined ? -1 : wished[grid]! % hues));
  }
  return Uint8Array.from(colouring.hue);
}

/** Has no unit that moved a neighbour in another grid of the same hue? After most edits nothing is to be coloured anew. */
function stillDiffer(
  graphs: readonly Adjacency[],
  gridOf: Int32Array,
  { held, moved }: Pick<HueWish, "held" | "moved">,
): boolean {
  for (let i = 0; i < moved.length; i++) {
    const unit = moved[i]!;
    const own = gridOf[unit]!;
    if (own < 0) continue;
    for (const { offsets, neighbours } of graphs) {
      for (let arc = offsets[unit]!; arc < offsets[unit + 1]!; arc++) {
        const other = gridOf[neighbours[arc]!]!;
        if (other >= 0 && other !== own && held[other] === held[own]) return false;
      }
    }
  }
  return true;
}

function neighboursOf(graphs: readonly Adjacency[], gridOf: Int32Array, gridCount: number): Set<number>[] {
  const beside = Array.from({ length: gridCount }, () => new Set<number>());
  for (const { offsets, neighbours } of graphs) {
    for (let unit = 0; unit < gridOf.length; unit++) {
      const own = gridOf[unit]!;
      if (own < 0) continue;
      for (let arc = offsets[unit]!; arc < offsets[unit + 1]!; arc++) {
        const other = gridOf[neighbours[arc]!]!;
        if (other < 0 || other === own) continue;
        beside[own]!.add(other);
        beside[other]!.add(own);
      }
    }
  }
  return beside;
}

class Colouring {
  /** -1 = not yet. */
  readonly hue: Int16Array;
  readonly #beside: readonly ReadonlySet<number>[];
  readonly #hues: number;
  /** Neighbours of each grid that have each hue: grids × hues; and hues seen by each. */
  readonly #counts: Uint16Array;
  readonly #saturation: Uint8Array;
  readonly #used: Uint32Array;

  constructor(beside: readonly ReadonlySet<number>[], hues: number) {
    this.hue = new Int16Array(beside.length).fill(-1);
    this.#beside = beside;
    this.#hues = hues;
    this.#counts = new Uint16Array(beside.length * hues);
    this.#saturation = new Uint8Array(beside.length);
    this.#used = new Uint32Array(hues);
  }

  /** Neighbours of a grid that have a hue. */
  seen(grid: number, hue: number): number {
    return this.#counts[grid * this.#hues + hue]!;
  }

  /** The grid to colour next; -1 when all are. */
  next(): number {
    let best = -1;
    for (let grid = 0; grid < this.hue.length; grid++) {
      if (this.hue[grid]! < 0 && (best < 0 || this.#isHarder(grid, best))) best = grid;
    }
    return best;
  }

  /** The wish where it is free, else the free hue used least, else one that its neighbours give up, else the rarest. */
  choose(grid: number, wish: number): number {
    if (wish >= 0 && this.seen(grid, wish) === 0) return wish;
    const order = Array.from({ length: this.#hues }, (_, hue) => hue).sort(
      (a, b) => this.seen(grid, a) - this.seen(grid, b) || this.#used[a]! - this.#used[b]! || a - b,
    );
    if (this.seen(grid, order[0]!) === 0) return order[0]!;
    return order.find((hue) => this.#clear(grid, hue)) ?? order[0]!;
  }

  paint(grid: number, hue: number): void {
    const old = this.hue[grid]!;
    this.hue[grid] = hue;
    this.#used[hue]!++;
    if (old >= 0) this.#used[old]!--;
    for (const other of this.#beside[grid]!) {
      if (old >= 0 && --this.#counts[other * this.#hues + old]! === 0) this.#saturation[other]!--;
      if (this.#counts[other * this.#hues + hue]!++ === 0) this.#saturation[other]!++;
    }
  }

  #isHarder(grid: number, than: number): boolean {
    const seen = this.#saturation[grid]! - this.#saturation[than]!;
    return seen > 0 || (seen === 0 && this.#beside[grid]!.size > this.#beside[than]!.size);
  }

  /** Do all neighbours of a hue have another to go to? They go there if so. */
  #clear(grid: number, hue: number): boolean {
    const moves: (readonly [grid: number, hue: number])[] = [];
    for (const other of this.#beside[grid]!) {
      if (this.hue[other] !== hue) continue;
      const free = Array.from({ length: this.#hues }, (_, k) => k).find(
        (k) => k !== hue && this.seen(other, k) === 0,
      );
      const isApart = moves.every(([moved, to]) => to !== free || !this.#beside[other]!.has(moved));
      if (free === undefined || !isApart) return false;
      moves.push([other, free]);
    }
    for (const [other, to] of moves) this.paint(other, to);
    return true;
  }
}
