// Joins pieces end to end through every node where only two arms of one level meet, into edges that keep their
// whole shape: such nodes are shape, nothing a walker could choose at. Linear in pieces.

import { type Arms, armsOf } from "./arms.ts";
import { Pieces } from "./pieces.ts";

/** Edges between the remaining nodes; a closed chain becomes a loop at one of its nodes. */
export function contractChains(pieces: Pieces, placeCount: number): Pieces {
  const arms = armsOf(pieces, placeCount);
  const chains = new ChainWriter(pieces, arms);
  for (let place = 0; place < placeCount; place++) {
    if (chains.isPassedThrough(place)) continue;
    for (let i = arms.offsets[place]!; i < arms.offsets[place + 1]!; i++) chains.write(place, arms.piece[i]!);
  }
  for (let piece = 0; piece < pieces.count; piece++) chains.write(pieces.from.data[piece]!, piece);
  return chains.edges;
}

class ChainWriter {
  readonly edges = new Pieces();
  private readonly pieces: Pieces;
  private readonly arms: Arms;
  private readonly used: Uint8Array;

  constructor(pieces: Pieces, arms: Arms) {
    this.pieces = pieces;
    this.arms = arms;
    this.used = new Uint8Array(pieces.count);
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
