// First pass over the input lines: repeated vertices go, lines without length (or with a vertex that is not a
// number) go, and so does every line that repeats another one of its level vertex for vertex, in either
// direction: layers exported from routing graphs hold each street once per direction. One hash per line.

import type { RouteLinesInFrame } from "./route-lines.ts";
import { WELD } from "./segment-geometry.ts";

/** The lines that are kept; vertices of line i are pairs [offsets[i], offsets[i+1]) of `xy`, metres. */
export interface CleanLines {
  readonly count: number;
  readonly offsets: Uint32Array;
  readonly xy: Float64Array;
  readonly level: Int8Array;
  /** Index of the input line. */
  readonly source: Uint32Array;
  readonly degenerate: number;
  readonly duplicates: number;
}

export function cleanLines(routes: RouteLinesInFrame): CleanLines {
  const { lines } = routes;
  const offsets = new Uint32Array(lines.count + 1);
  const xy = new Float64Array(lines.xy.length);
  const level = new Int8Array(lines.count);
  const source = new Uint32Array(lines.count);
  const seen = new LineSet(lines.count, offsets, xy, level);
  let count = 0;
  let degenerate = 0;
  let duplicates = 0;
  for (let line = 0; line < lines.count; line++) {
    const start = offsets[count]!;
    const end = copyVertices(lines.xy, lines.offsets[line]!, lines.offsets[line + 1]!, xy, start);
    if (end - start < 2) {
      degenerate++;
      continue;
    }
    offsets[count + 1] = end;
    level[count] = routes.level[line]!;
    source[count] = line;
    if (seen.add(count)) count++;
    else duplicates++;
  }
  return {
    count,
    offsets: offsets.slice(0, count + 1),
    xy: xy.slice(0, 2 * offsets[count]!),
    level: level.slice(0, count),
    source: source.slice(0, count),
    degenerate,
    duplicates,
  };
}

/** Copies pairs [from, to) to `at`, without repeats; returns the end, or `at` when a coordinate is not finite. */
function copyVertices(xy: Float64Array, from: number, to: number, out: Float64Array, at: number): number {
  let end = at;
  for (let v = from; v < to; v++) {
    const x = xy[2 * v]!;
    const y = xy[2 * v + 1]!;
    if (!(Number.isFinite(x) && Number.isFinite(y))) return at;
    if (end > at && Math.hypot(x - out[2 * end - 2]!, y - out[2 * end - 1]!) < WELD) continue;
    out[2 * end] = x;
    out[2 * end + 1] = y;
    end++;
  }
  return end;
}

/** Open-addressing set of lines, equal when their millimetre-rounded vertices are, read in either direction. */
class LineSet {
  private readonly slots: Int32Array;
  private readonly offsets: Uint32Array;
  private readonly xy: Float64Array;
  private readonly level: Int8Array;
  constructor(capacity: number, offsets: Uint32Array, xy: Float64Array, level: Int8Array) {
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * capacity + 2))).fill(-1);
    this.offsets = offsets;
    this.xy = xy;
    this.level = level;
  }

  /** False when an equal line is in the set already. */
  add(line: number): boolean {
    const mask = this.slots.length - 1;
    let slot = this.hash(line) & mask;
    while (this.slots[slot]! !== -1) {
      if (this.equal(this.slots[slot]!, line)) return false;
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = line;
    return true;
  }

  private hash(line: number): number {
    const start = 2 * this.offsets[line]!;
    const end = 2 * this.offsets[line + 1]!;
    let forward = end - start;
    let backward = end - start;
    for (let k = start; k < end; k += 2) {
      forward = mix(mix(forward, this.xy[k]!), this.xy[k + 1]!);
      const back = start + end - k - 2;
      backward = mix(mix(backward, this.xy[back]!), this.xy[back + 1]!);
    }
    return (forward + backward) | 0;
  }

  private equal(a: number, b: number): boolean {
    const startA = 2 * this.offsets[a]!;
    const startB = 2 * this.offsets[b]!;
    const size = 2 * this.offsets[a + 1]! - startA;
    if (this.level[a] !== this.level[b] || size !== 2 * this.offsets[b + 1]! - startB) return false;
    let same = true;
    let reversed = true;
    for (let k = 0; k < size && (same || reversed); k += 2) {
      const x = millimetres(this.xy[startA + k]!);
      const y = millimetres(this.xy[startA + k + 1]!);
      const back = startB + size - 2 - k;
      if (x !== millimetres(this.xy[startB + k]!) || y !== millimetres(this.xy[startB + k + 1]!))
        same = false;
      if (x !== millimetres(this.xy[back]!) || y !== millimetres(this.xy[back + 1]!)) reversed = false;
    }
    return same || reversed;
  }
}

const millimetres = (metres: number): number => Math.round(metres * 1000);

const mix = (hash: number, metres: number): number => {
  const mixed = Math.imul(hash ^ millimetres(metres), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
};
