// Of pieces that lie on top of each other keeps the first: lines that run together part of the way, or a street drawn
// twice with different ends. Compares the pieces of each place; places have few.

import { armsOf } from "./arms.ts";
import { Pieces } from "./pieces.ts";
import { WELD } from "./segment-geometry.ts";

export function dropTwins(pieces: Pieces, placeCount: number): { pieces: Pieces; twins: number } {
  const arms = armsOf(pieces, placeCount);
  const isTwin = new Uint8Array(pieces.count);
  let twins = 0;
  for (let place = 0; place < placeCount; place++) {
    for (let i = arms.offsets[place]!; i < arms.offsets[place + 1]!; i++) {
      for (let j = arms.offsets[place]!; j < i && isTwin[arms.piece[i]!] === 0; j++) {
        const [a, b] = [arms.piece[j]!, arms.piece[i]!];
        if (a === b || isTwin[a] === 1 || !areTwins(pieces, a, b)) continue;
        isTwin[b] = 1;
        twins++;
      }
    }
  }
  return { pieces: twins === 0 ? pieces : copyWithout(pieces, isTwin), twins };
}

function copyWithout(pieces: Pieces, isTwin: Uint8Array): Pieces {
  const out = new Pieces();
  const xy = pieces.shapeXY.data;
  for (let i = 0; i < pieces.count; i++) {
    if (isTwin[i] === 1) continue;
    const first = pieces.shapeOffsets.data[i]!;
    const last = pieces.shapeOffsets.data[i + 1]! - 1;
    out.begin(pieces.from.data[i]!, xy[2 * first]!, xy[2 * first + 1]!);
    for (let v = first + 1; v < last; v++) out.vertex(xy[2 * v]!, xy[2 * v + 1]!);
    out.end(
      pieces.to.data[i]!,
      xy[2 * last]!,
      xy[2 * last + 1]!,
      pieces.level.data[i]!,
      pieces.line.data[i]!,
    );
  }
  return out;
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
