// Which pieces meet at each place, in compressed sparse rows.

import type { Pieces } from "./pieces.ts";

/** Pieces at each place: [offsets[place], offsets[place+1]) of `piece`; a loop is listed twice. */
export interface Arms {
  readonly offsets: Uint32Array;
  readonly piece: Int32Array;
}

export function armsOf(pieces: Pieces, placeCount: number): Arms {
  const offsets = new Uint32Array(placeCount + 2);
  const { from, to, count } = pieces;
  for (let i = 0; i < count; i++) {
    offsets[from.data[i]! + 2] = offsets[from.data[i]! + 2]! + 1;
    offsets[to.data[i]! + 2] = offsets[to.data[i]! + 2]! + 1;
  }
  for (let place = 2; place < offsets.length; place++) offsets[place] = offsets[place]! + offsets[place - 1]!;
  const piece = new Int32Array(offsets[placeCount + 1]!);
  for (let i = 0; i < count; i++) {
    for (const place of [from.data[i]!, to.data[i]!]) {
      piece[offsets[place + 1]!] = i;
      offsets[place + 1] = offsets[place + 1]! + 1;
    }
  }
  return { offsets: offsets.subarray(0, placeCount + 1), piece };
}
