// Joins pieces end to end through every node where only two arms of one level meet, into edges that keep their
// whole shape: on street data more than half of the nodes go, and nothing a walker could choose. Of pieces that
// lie on top of each other one is kept (lines that overlap part of the way). Linear in pieces.

import { Pieces } from "./pieces.ts";
import { WELD } from "./segment-geometry.ts";

export interface Contracted {
  /** Edges between the remaining nodes; a closed chain becomes a loop at one of its nodes. */
  readonly edges: Pieces;
  /** Pieces left out because another one lies on the same stretch. */
  readonly twins: number;
}

export function contractChains(pieces: Pieces, placeCount: number): Contracted {
  const used = new Uint8Array(pieces.count);
  const twins = dropTwins(pieces, armsOf(pieces, placeCount, used), used);
  const arms = armsOf(pieces, placeCount, used);
  const chains = new ChainWriter(pieces, arms, used);
  for (let place = 0; place < placeCount; place++) {
    if (chains.isPassedThrough(place)) continue;
    for (let i = arms.offsets[place]!; i < arms.offsets[place + 1]!; i++) chains.write(place, arms.piece[i]!);
  }
  for (let piece = 0; piece < pieces.count; piece++) chains.write(pieces.from.data[piece]!, piece);
  return { edges: chains.edges, twins };
}

/** Pieces at each place: [offsets[place], offsets[place+1]) of `piece`; a loop is listed twice. */
interface Arms {
  readonly offsets: Uint32Array;
  readonly piece: Int32Array;
}

function armsOf(pieces: Pieces, placeCount: number, left: Uint8Array): Arms {
  const offsets = new Uint32Array(placeCount + 2);
  const { from, to, count } = pieces;
  for (let i = 0; i < count; i++) {
    if (left[i] === 1) continue;
    offsets[from.data[i]! + 2] = offsets[from.data[i]! + 2]! + 1;
    offsets[to.data[i]! + 2] = offsets[to.data[i]! + 2]! + 1;
  }
  for (let place = 2; place < offsets.length; place++) offsets[place] = offsets[place]! + offsets[place - 1]!;
  const piece = new Int32Array(offsets[placeCount + 1]!);
  for (let i = 0; i < count; i++) {
    if (left[i] === 1) continue;
    for (const place of [from.data[i]!, to.data[i]!]) {
      piece[offsets[place + 1]!] = i;
      offsets[place + 1] = offsets[place + 1]! + 1;
    }
  }
  return { offsets: offsets.subarray(0, placeCount + 1), piece };
}

/** Marks in `used` every piece that repeats an earlier one at its place; returns how many. */
function dropTwins(pieces: Pieces, arms: Arms, used: Uint8Array): number {
  let twins = 0;
  for (let place = 0; place + 1 < arms.offsets.length; place++) {
    for (let i = arms.offsets[place]!; i < arms.offsets[place + 1]!; i++) {
      for (let j = arms.offsets[place]!; j < i && used[arms.piece[i]!] === 0; j++) {
        const [a, b] = [arms.piece[j]!, arms.piece[i]!];
        if (a === b || used[a] === 1 || !areTwins(pieces, a, b)) continue;
        used[b] = 1;
        twins++;
      }
    }
  }
  return twins;
}

/** Same ends, same level and the same vertices within the weld distance, in one direction or the other. */
function areTwins(pieces: Pieces, a: number, b: number): boolean {
  const { from, to, level, shapeOffsets } = pieces;
  const sameWay = from.data[a] === from.data[b] && to.data[a] === to.data[b];
  const opposite = from.data[a] === to.data[b] && to.data[a] === from.data[b];
  if (!(sameWay || opposite) || level.data[a] !== level.data[b]) return false;
  const size = shapeOffsets.data[a + 1]! - shapeOffsets.data[a]!;
  if (size !== shapeOffsets.data[b + 1]! - shapeOffsets.data[b]!) return false;
  return (sameWay && runsAlong(pieces, a, b, false)) || (opposite && runsAlong(pieces, a, b, true));
}

function runsAlong(pieces: Pieces, a: number, b: number, reversed: boolean): boolean {
  const xy = pieces.shapeXY.data;
  const startA = pieces.shapeOffsets.data[a]!;
  const endA = pieces.shapeOffsets.data[a + 1]!;
  const startB = pieces.shapeOffsets.data[b]!;
  const endB = pieces.shapeOffsets.data[b + 1]!;
  for (let k = 0; startA + k < endA; k++) {
    const va = startA + k;
    const vb = reversed ? endB - 1 - k : startB + k;
    if (Math.hypot(xy[2 * va]! - xy[2 * vb]!, xy[2 * va + 1]! - xy[2 * vb + 1]!) > WELD) return false;
  }
  return true;
}

class ChainWriter {
  readonly edges = new Pieces();
  private readonly pieces: Pieces;
  private readonly arms: Arms;
  private readonly used: Uint8Array;

  constructor(pieces: Pieces, arms: Arms, used: Uint8Array) {
    this.pieces = pieces;
    this.arms = arms;
    this.used = used;
  }

  /** Do just two different pieces of one level meet here? */
  isPassedThrough(place: number): boolean {
    const { offsets, piece } = this.arms;
    const first = offsets[place]!;
    if (offsets[place + 1]! - first !== 2) return false;
    const [a, b] = [piece[first]!, piece[first + 1]!];
    return a !== b && this.pieces.level.data[a] === this.pieces.level.data[b];
  }

  /** Writes the chain that leaves `start` by `first`, unless it is written already. */
  write(start: number, first: number): void {
    const { pieces, arms, used, edges } = this;
    if (used[first] === 1) return;
    const level = pieces.level.data[first]!;
    let piece = first;
    let place = start;
    let line = pieces.line.data[first]!;
    let longest = 0;
    for (;;) {
      used[piece] = 1;
      const length = pieces.lengthOf(piece);
      if (length > longest) {
        longest = length;
        line = pieces.line.data[piece]!;
      }
      place = this.append(piece, place, piece === first);
      if (place === start || !this.isPassedThrough(place)) break;
      const at = arms.offsets[place]!;
      piece = arms.piece[at] === piece ? arms.piece[at + 1]! : arms.piece[at]!;
    }
    const { data, length } = edges.shapeXY;
    edges.end(place, data[length - 2]!, data[length - 1]!, level, line);
  }

  /** Copies the shape of a piece, starting from `place`; returns the place at its other end. */
  private append(piece: number, place: number, begins: boolean): number {
    const { pieces, edges } = this;
    const xy = pieces.shapeXY.data;
    const first = pieces.shapeOffsets.data[piece]!;
    const last = pieces.shapeOffsets.data[piece + 1]! - 1;
    const forward = pieces.from.data[piece] === place;
    const step = forward ? 1 : -1;
    let v = forward ? first : last;
    if (begins) edges.begin(place, xy[2 * v]!, xy[2 * v + 1]!);
    for (let k = first; k < last; k++) {
      v += step;
      edges.vertex(xy[2 * v]!, xy[2 * v + 1]!);
    }
    return forward ? pieces.to.data[piece]! : pieces.from.data[piece]!;
  }
}
