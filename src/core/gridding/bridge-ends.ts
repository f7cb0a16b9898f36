// Bridges and tunnels as ways between neighbours: walking lines off the ground that cross a barrier, by their two
// ends. What stands at one end is next to what stands at the other, although the barrier parts them.

import type { LocalFrame } from "../geo/index.ts";
import type { RouteLines } from "../model/index.ts";
import type { BarrierIndex } from "../network/index.ts";

/** Metres, four numbers a bridge: x, y of one end and of the other. */
export function bridgeEnds(
  network: RouteLines,
  frame: LocalFrame,
  barriers: BarrierIndex | null,
): Float64Array {
  if (barriers === null) return new Float64Array(0);
  const { offsets } = network.lines;
  const xy = frame.toMetres(network.lines.xy);
  const ends: number[] = [];
  for (let line = 0; line < network.lines.count; line++) {
    const [first, last] = [offsets[line]!, offsets[line + 1]! - 1];
    if (network.level[line] === 0 || last <= first) continue;
    for (let v = first; v < last; v++) {
      if (!barriers.blocks(xy[2 * v]!, xy[2 * v + 1]!, xy[2 * v + 2]!, xy[2 * v + 3]!)) continue;
      ends.push(xy[2 * first]!, xy[2 * first + 1]!, xy[2 * last]!, xy[2 * last + 1]!);
      break;
    }
  }
  return Float64Array.from(ends);
}
