// The line work while it is being noded: cleaned lines, the place of every vertex, a tree of the
// segments, and the breaks found so far. A segment is named by its first vertex; a break lies on a segment.

import type { CleanLines } from "./clean-lines.ts";
import { GrowingFloat64, GrowingInt32 } from "./growing.ts";
import { Places } from "./places.ts";
import { SegmentTree } from "./segment-tree.ts";

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
  readonly segments: SegmentTree;
  readonly breaks: Breaks;
}

export function createLineWork(lines: CleanLines): LineWork {
  const vertexCount = lines.xy.length / 2;
  const places = new Places(vertexCount);
  const vertexPlace = new Int32Array(vertexCount);
  const vertexLine = new Int32Array(vertexCount);
  for (let line = 0; line < lines.count; line++) {
    const first = lines.offsets[line]!;
    const last = lines.offsets[line + 1]! - 1;
    for (let v = first; v <= last; v++) {
      const place = places.at(lines.xy[2 * v]!, lines.xy[2 * v + 1]!, lines.level[line]!);
      vertexPlace[v] = place;
      vertexLine[v] = line;
      const tally = v === first || v === last ? places.ends : places.passes;
      tally.data[place] = tally.data[place]! + 1;
    }
  }
  const segments = new SegmentTree(lines.offsets, lines.xy);
  return { lines, places, vertexPlace, vertexLine, segments, breaks: new Breaks() };
}
