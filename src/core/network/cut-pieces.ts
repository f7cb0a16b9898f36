// Severs pieces on the ground where they cross a barrier: two dead ends remain, each drawn back a little to its
// own side, so that later an access leg to the far one is seen to cross. Bridges and tunnels pass, and so does
// a path through an open gate.

import type { BarrierIndex } from "./barrier-index.ts";
import { Pieces } from "./pieces.ts";
import { meetingFraction } from "./segment-geometry.ts";

/** Metres between a dead end and its barrier, measured along the path; less where the path has no such room. */
export const SETBACK = 0.05;

/** Pieces after cutting; open ends get new places from `firstPlace` on. */
export function cutPieces(
  pieces: Pieces,
  barriers: BarrierIndex,
  firstPlace: number,
): { pieces: Pieces; cuts: number } {
  if (barriers.segments.isEmpty) return { pieces, cuts: 0 };
  const out = new Pieces();
  const xy = pieces.shapeXY.data;
  let cuts = 0;
  for (let piece = 0; piece < pieces.count; piece++) {
    const level = pieces.level.data[piece]!;
    const line = pieces.line.data[piece]!;
    const first = pieces.shapeOffsets.data[piece]!;
    const last = pieces.shapeOffsets.data[piece + 1]! - 1;
    out.begin(pieces.from.data[piece]!, xy[2 * first]!, xy[2 * first + 1]!);
    for (let v = first; v < last; v++) {
      const [px, py, qx, qy] = [xy[2 * v]!, xy[2 * v + 1]!, xy[2 * v + 2]!, xy[2 * v + 3]!];
      const length = Math.hypot(qx - px, qy - py);
      const at = level === 0 ? crossingsOf(barriers, px, py, qx, qy) : [];
      for (let i = 0; i < at.length; i++) {
        const back = at[i]! - Math.min(SETBACK / length, (at[i]! - (at[i - 1] ?? 0)) / 2);
        const ahead = at[i]! + Math.min(SETBACK / length, ((at[i + 1] ?? 1) - at[i]!) / 2);
        const open = firstPlace + 2 * cuts;
        out.end(open, px + back * (qx - px), py + back * (qy - py), level, line);
        out.begin(open + 1, px + ahead * (qx - px), py + ahead * (qy - py));
        cuts++;
      }
      if (v + 1 < last) out.vertex(qx, qy);
    }
    out.end(pieces.to.data[piece]!, xy[2 * last]!, xy[2 * last + 1]!, level, line);
  }
  return { pieces: out, cuts };
}

/** Fractions along p→q at which it crosses barriers, ascending, each once. */
function crossingsOf(barriers: BarrierIndex, px: number, py: number, qx: number, qy: number): number[] {
  const { xy } = barriers;
  const at: number[] = [];
  barriers.segments.near(Math.min(px, qx), Math.min(py, qy), Math.max(px, qx), Math.max(py, qy), (v) => {
    if (!barriers.crosses(v, px, py, qx, qy)) return false;
    const t = meetingFraction(px, py, qx, qy, xy[2 * v]!, xy[2 * v + 1]!, xy[2 * v + 2]!, xy[2 * v + 3]!);
    if (!barriers.isOpen(px + t * (qx - px), py + t * (qy - py))) at.push(t);
    return false;
  });
  return at.sort((a, b) => a - b).filter((t, i) => i === 0 || t !== at[i - 1]);
}
