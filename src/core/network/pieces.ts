// Pieces: stretches of line between two places, with their shape, written one vertex at a time.

import { GrowingFloat64, GrowingInt32 } from "./growing.ts";

/** Columns of pieces; shape of piece i: vertex pairs [shapeOffsets[i], shapeOffsets[i+1]) of `shapeXY`, metres. */
export class Pieces {
  readonly from = new GrowingInt32();
  readonly to = new GrowingInt32();
  readonly level = new GrowingInt32();
  /** Input line. */
  readonly line = new GrowingInt32();
  readonly shapeOffsets = new GrowingInt32();
  readonly shapeXY = new GrowingFloat64();

  constructor() {
    this.shapeOffsets.push(0);
  }

  get count(): number {
    return this.from.length;
  }

  /** Starts a piece at a place. */
  begin(place: number, x: number, y: number): void {
    this.from.push(place);
    this.vertex(x, y);
  }

  /** Adds a vertex to the piece begun last; one that repeats the vertex before it is left out. */
  vertex(x: number, y: number): void {
    const { data, length } = this.shapeXY;
    const isFirst = length / 2 === this.shapeOffsets.data[this.shapeOffsets.length - 1]!;
    if (!isFirst && data[length - 2] === x && data[length - 1] === y) return;
    this.shapeXY.push(x);
    this.shapeXY.push(y);
  }

  /** Ends the piece at a place; a piece without length is dropped. */
  end(place: number, x: number, y: number, level: number, line: number): void {
    this.vertex(x, y);
    const start = this.shapeOffsets.data[this.shapeOffsets.length - 1]!;
    if (this.shapeXY.length / 2 - start < 2) {
      this.shapeXY.length = 2 * start;
      this.from.length--;
      return;
    }
    this.to.push(place);
    this.level.push(level);
    this.line.push(line);
    this.shapeOffsets.push(this.shapeXY.length / 2);
  }

  /** Metres along the shape of a piece. */
  lengthOf(piece: number): number {
    const xy = this.shapeXY.data;
    let length = 0;
    for (let v = this.shapeOffsets.data[piece]! + 1; v < this.shapeOffsets.data[piece + 1]!; v++) {
      length += Math.hypot(xy[2 * v]! - xy[2 * v - 2]!, xy[2 * v + 1]! - xy[2 * v - 1]!);
    }
    return length;
  }
}
