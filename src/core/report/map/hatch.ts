// Hatching as lines seen through the outline they fill, so that no renderer needs patterns of its own. The lines run
// through the origin of the page: two neighbours with one hatch join without a seam.

import { type Box, bottom, type ClipShape, type Millimetres, type PathLines, right } from "../page.ts";
import { strokeOf } from "../shapes.ts";

export interface Hatch {
  /** Colours of the stripes in turn. */
  readonly colors: readonly string[];
  /** Distance of one stripe to the next, measured along x. */
  readonly gap: Millimetres;
  readonly width: Millimetres;
  readonly opacity?: number;
}

/** Stripes at 45° inside `lines`, over their box within `frame`. */
export function hatchLines(
  lines: PathLines,
  frame: Box,
  { colors, gap, width, opacity = 1 }: Hatch,
): ClipShape {
  const box = boxOfPath(lines, frame);
  const first = Math.floor((box.x + box.y) / gap);
  const last = Math.ceil((right(box) + bottom(box)) / gap);
  const shapes = colors.map((color, k) => {
    const xy: number[] = [];
    const offsets = [0];
    for (let i = first; i <= last; i++) {
      if (((i % colors.length) + colors.length) % colors.length !== k) continue;
      const sum = i * gap;
      xy.push(sum - bottom(box), bottom(box), sum - box.y, box.y);
      offsets.push(xy.length / 2);
    }
    return {
      kind: "path" as const,
      lines: { offsets: Uint32Array.from(offsets), xy: Float32Array.from(xy) },
      closed: false,
      fill: null,
      stroke: strokeOf({ color, width, opacity }),
    };
  });
  return { kind: "clip", to: lines, shapes };
}

function boxOfPath({ xy }: PathLines, frame: Box): Box {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < xy.length; i += 2) {
    west = Math.min(west, xy[i]!);
    east = Math.max(east, xy[i]!);
    north = Math.min(north, xy[i + 1]!);
    south = Math.max(south, xy[i + 1]!);
  }
  const x = Math.max(west, frame.x);
  const y = Math.max(north, frame.y);
  return {
    x,
    y,
    width: Math.max(0, Math.min(east, right(frame)) - x),
    height: Math.max(0, Math.min(south, bottom(frame)) - y),
  };
}
