// Places: spots where vertices coincide within the weld distance, one per spot and vertical level, found by a
// hash grid. How many vertices and breaks meet at a place decides whether it becomes a junction.

import { GrowingFloat64, GrowingInt32 } from "./growing.ts";
import { WELD } from "./segment-geometry.ts";

/** Grid cell in metres: much wider than the weld distance, so that nearly every look-up reads one cell. */
const CELL = 0.064;

export class Places {
  /** Positions, metres. */
  readonly x: GrowingFloat64;
  readonly y: GrowingFloat64;
  readonly level: GrowingInt32;
  /** Line ends here. */
  readonly ends: GrowingInt32;
  /** Places where a line passes through here: vertices inside a line, and breaks made in a segment. */
  readonly passes: GrowingInt32;
  private readonly next: GrowingInt32;
  private readonly heads: Int32Array;

  constructor(expected: number) {
    this.x = new GrowingFloat64(expected);
    this.y = new GrowingFloat64(expected);
    this.level = new GrowingInt32(expected);
    this.ends = new GrowingInt32(expected);
    this.passes = new GrowingInt32(expected);
    this.next = new GrowingInt32(expected);
    this.heads = new Int32Array(2 ** Math.ceil(Math.log2(expected + 2))).fill(-1);
  }

  get count(): number {
    return this.x.length;
  }

  /** The place of that level within the weld distance of (x, y); a new one when there is none. */
  at(x: number, y: number, level: number): number {
    const west = Math.floor((x - WELD) / CELL);
    const east = Math.floor((x + WELD) / CELL);
    const south = Math.floor((y - WELD) / CELL);
    const north = Math.floor((y + WELD) / CELL);
    for (let column = west; column <= east; column++) {
      for (let row = south; row <= north; row++) {
        const found = this.inCell(column, row, x, y, level);
        if (found !== -1) return found;
      }
    }
    return this.add(x, y, level);
  }

  /** A new place that no look-up finds: the open end at a cut. */
  addApart(x: number, y: number, level: number): number {
    this.x.push(x);
    this.y.push(y);
    this.level.push(level);
    this.ends.push(0);
    this.passes.push(0);
    this.next.push(-1);
    return this.x.length - 1;
  }

  /** Does a line that passes through this place have to be split here? */
  isJoint(place: number): boolean {
    return this.ends.data[place]! + this.passes.data[place]! >= 2;
  }

  /** One line ends here and nothing else meets it. */
  isLoose(place: number): boolean {
    return this.ends.data[place]! === 1 && this.passes.data[place]! === 0;
  }

  private add(x: number, y: number, level: number): number {
    const place = this.addApart(x, y, level);
    const slot = this.slot(Math.floor(x / CELL), Math.floor(y / CELL));
    this.next.data[place] = this.heads[slot]!;
    this.heads[slot] = place;
    return place;
  }

  private inCell(column: number, row: number, x: number, y: number, level: number): number {
    let place = this.heads[this.slot(column, row)]!;
    while (place !== -1) {
      const dx = this.x.data[place]! - x;
      const dy = this.y.data[place]! - y;
      if (dx * dx + dy * dy <= WELD * WELD && this.level.data[place]! === level) return place;
      place = this.next.data[place]!;
    }
    return -1;
  }

  private slot(column: number, row: number): number {
    const mixed = Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & (this.heads.length - 1);
  }
}
