// Finds the segments of lines near a box: a packed Hilbert R-tree (flatbush) over runs of a few consecutive
// segments, as in monotone-chain noding (M. Davis, JTS): a third of the boxes to sort, and one look-up per run.

import Flatbush from "flatbush";

/** Segments in one box of the tree. More makes fewer but larger boxes; 4 measured best on street data. */
const RUN = 4;

export class SegmentTree {
  /** Run r holds the segments that start at vertices [runStart[r], runEnd[r]). */
  readonly runStart: Int32Array;
  readonly runEnd: Int32Array;
  private readonly xy: Float64Array;
  private readonly tree: Flatbush | null;

  /** Vertices of line i are pairs [offsets[i], offsets[i+1]) of `xy`; lines for which `has` is false are left out. */
  constructor(offsets: Uint32Array, xy: Float64Array, has: (line: number) => boolean = () => true) {
    const starts: number[] = [];
    const ends: number[] = [];
    for (let line = 0; line + 1 < offsets.length; line++) {
      if (!has(line)) continue;
      const last = offsets[line + 1]! - 1;
      for (let v = offsets[line]!; v < last; v += RUN) {
        starts.push(v);
        ends.push(Math.min(v + RUN, last));
      }
    }
    this.runStart = Int32Array.from(starts);
    this.runEnd = Int32Array.from(ends);
    this.xy = xy;
    this.tree = this.buildTree();
  }

  get isEmpty(): boolean {
    return this.tree === null;
  }

  /**
   * Calls `visit` with the first vertex of each segment whose box meets the given one, until it says true;
   * returns whether it did.
   */
  near(
    west: number,
    south: number,
    east: number,
    north: number,
    visit: (segment: number) => boolean,
  ): boolean {
    if (this.tree === null) return false;
    const { runStart, runEnd, xy } = this;
    return this.tree.collides(west, south, east, north, (run) => {
      for (let v = runStart[run]!; v < runEnd[run]!; v++) {
        const ax = xy[2 * v]!;
        const bx = xy[2 * v + 2]!;
        if ((ax < west && bx < west) || (ax > east && bx > east)) continue;
        const ay = xy[2 * v + 1]!;
        const by = xy[2 * v + 3]!;
        if ((ay < south && by < south) || (ay > north && by > north)) continue;
        if (visit(v)) return true;
      }
      return false;
    });
  }

  /** [west, south, east, north] of a run. */
  boxOf(run: number): [number, number, number, number] {
    const { xy } = this;
    let west = Number.POSITIVE_INFINITY;
    let south = Number.POSITIVE_INFINITY;
    let east = Number.NEGATIVE_INFINITY;
    let north = Number.NEGATIVE_INFINITY;
    for (let v = this.runStart[run]!; v <= this.runEnd[run]!; v++) {
      west = Math.min(west, xy[2 * v]!);
      east = Math.max(east, xy[2 * v]!);
      south = Math.min(south, xy[2 * v + 1]!);
      north = Math.max(north, xy[2 * v + 1]!);
    }
    return [west, south, east, north];
  }

  private buildTree(): Flatbush | null {
    if (this.runStart.length === 0) return null;
    const tree = new Flatbush(this.runStart.length);
    for (let run = 0; run < this.runStart.length; run++) tree.add(...this.boxOf(run));
    tree.finish();
    return tree;
  }
}
