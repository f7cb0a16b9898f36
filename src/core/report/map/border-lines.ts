// Borders of areas, each stretch once: two areas with a common border would draw its dashes twice, out of step. A
// stretch is known by its two end points, to a tenth of a metre.

import type { LineColumns, PolygonColumns } from "../../geo/index.ts";

/** Lines along the rings; segments in `drawn` are left out, those drawn are added to it. */
export function borderLines(polygons: PolygonColumns, drawn: Set<string>): LineColumns {
  const { ringOffsets, xy } = polygons;
  const offsets = [0];
  const out: number[] = [];
  const name = (i: number): string => `${Math.round(xy[2 * i]! * 10)},${Math.round(xy[2 * i + 1]! * 10)}`;
  const end = (): void => {
    if (out.length / 2 > offsets.at(-1)!) offsets.push(out.length / 2);
  };
  for (let ring = 0; ring + 1 < ringOffsets.length; ring++) {
    const [start, stop] = [ringOffsets[ring]!, ringOffsets[ring + 1]!];
    let open = false;
    for (let i = start; i < stop; i++) {
      const j = i + 1 < stop ? i + 1 : start;
      const [a, b] = [name(i), name(j)];
      const key = a < b ? `${a} ${b}` : `${b} ${a}`;
      if (drawn.has(key)) {
        end();
        open = false;
        continue;
      }
      drawn.add(key);
      if (!open) out.push(xy[2 * i]!, xy[2 * i + 1]!);
      out.push(xy[2 * j]!, xy[2 * j + 1]!);
      open = true;
    }
    end();
  }
  return { count: offsets.length - 1, offsets: Uint32Array.from(offsets), xy: Float64Array.from(out) };
}
