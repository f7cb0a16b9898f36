// Ways between neighbours across what parts them. Bridges and tunnels: walking lines off the ground that cross a
// barrier, by their two ends. Causeways: lines on the ground that cross water, by the last spot before it and the
// first behind. What stands at one end is next to what stands at the other, although the barrier parts them.

import type { LocalFrame } from "../geo/index.ts";
import type { RouteLines } from "../model/index.ts";
import type { BarrierIndex } from "../network/index.ts";

/** Metres, four numbers a way: x, y of one end and of the other. */
export function bridgeEnds(
  network: RouteLines,
  frame: LocalFrame,
  barriers: BarrierIndex | null,
  water: BarrierIndex | null = null,
): Float64Array {
  const { offsets } = network.lines;
  const xy = frame.toMetres(network.lines.xy);
  const ends: number[] = [];
  for (let line = 0; line < network.lines.count; line++) {
    const [first, last] = [offsets[line]!, offsets[line + 1]! - 1];
    const isGround = network.level[line] === 0;
    const index = isGround ? water : barriers;
    if (index === null) continue;
    const isBlocked = (v: number): boolean =>
      index.blocks(xy[2 * v]!, xy[2 * v + 1]!, xy[2 * v + 2]!, xy[2 * v + 3]!);
    let [from, to] = [first, last];
    while (from < last && !isBlocked(from)) from++;
    if (from >= last) continue;
    while (isGround && !isBlocked(to - 1)) to--;
    if (!isGround) from = first;
    ends.push(xy[2 * from]!, xy[2 * from + 1]!, xy[2 * to]!, xy[2 * to + 1]!);
  }
  return Float64Array.from(ends);
}
