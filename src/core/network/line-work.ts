// The line work while it is being noded: cleaned lines, the place of every vertex, an R-tree over the segments,
// and the breaks found so far. A segment is named by its first vertex; a break lies on a segment.

import Flatbush from "flatbush";
import type { CleanLines } from "./clean-lines.ts";
import { GrowingFloat64, GrowingInt32 } from "./growing.ts";
import { Places } from "./places.ts";

/** Points at which segments are split, in columns: break i lies on segment `segment[i]` at fraction `at[i]`. */
export class Breaks {
  readonly segment = new GrowingInt32();
  readonly at = new GrowingFloat64();
  /** Place of the junction. */
  readonly place = new GrowingInt32();

  add(segment: number, at: number, place: number): void {
    this.segment.push(segment);
    this.at.push(at);
    this.place.push(place);
  }
}

export interface LineWork {
  readonly lines: CleanLines;
  readonly places: Places;
  readonly vertexPlace: Int32Array;
  readonly vertexLine: Int32Array;
  /** First vertex of each segment, in the order of the tree's items. */
  readonly segments: Int32Array;
  /** Boxes of `segments`; null when there are none. */
  readonly tree: Flatbush | null;
  readonly breaks: Breaks;
}

export function createLineWork(lines: CleanLines): LineWork {
  const vertexCount = lines.xy.length / 2;
  const places = new Places(vertexCount);
  const vertexPlace = new Int32Array(vertexCount);
  const vertexLine = new Int32Array(vertexCount);
  const segments = new Int32Array(vertexCount - lines.count);
  let segmentCount = 0;
  for (let line = 0; line < lines.count; line++) {
    const first = lines.offsets[line]!;
    const last = lines.offsets[line + 1]! - 1;
    for (let v = first; v <= last; v++) {
      const place = places.at(lines.xy[2 * v]!, lines.xy[2 * v + 1]!, lines.level[line]!);
      vertexPlace[v] = place;
      vertexLine[v] = line;
      const tally = v === first || v === last ? places.ends : places.passes;
      tally.data[place] = tally.data[place]! + 1;
      if (v < last) segments[segmentCount++] = v;
    }
  }
  const tree = boxTree(segments, lines.xy);
  return { lines, places, vertexPlace, vertexLine, segments, tree, breaks: new Breaks() };
}

/** Packed Hilbert R-tree over the boxes of the segments that start at the given vertices. */
export function boxTree(segments: Int32Array, xy: Float64Array): Flatbush | null {
  if (segments.length === 0) return null;
  const tree = new Flatbush(segments.length);
  for (const v of segments) {
    const ax = xy[2 * v]!;
    const ay = xy[2 * v + 1]!;
    const bx = xy[2 * v + 2]!;
    const by = xy[2 * v + 3]!;
    tree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  tree.finish();
  return tree;
}
