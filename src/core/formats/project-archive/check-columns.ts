// Checks on geometry in columns read from outside: arrays of the right type, offsets that start at 0, never
// fall and end where the next level ends. What passes can be walked without looking again.

import * as z from "zod/mini";

const count = z.int().check(z.nonnegative());
const u32 = z.instanceof(Uint32Array);
const f64 = z.instanceof(Float64Array);

export const linesSchema = z
  .looseObject({ count, offsets: u32, xy: f64 })
  .check(z.refine((lines) => leads(lines.offsets, lines.count, lines.xy.length / 2), "offsets"));

export const polygonsSchema = z
  .looseObject({ count, featureOffsets: u32, partOffsets: u32, ringOffsets: u32, xy: f64 })
  .check(
    z.refine(
      (polygons) =>
        leads(polygons.featureOffsets, polygons.count, polygons.partOffsets.length - 1) &&
        leads(polygons.partOffsets, polygons.partOffsets.length - 1, polygons.ringOffsets.length - 1) &&
        leads(polygons.ringOffsets, polygons.ringOffsets.length - 1, polygons.xy.length / 2),
      "offsets",
    ),
  );

/** Do the offsets of `items` lead through all of `total`? */
function leads(offsets: Uint32Array, items: number, total: number): boolean {
  if (offsets.length !== items + 1 || offsets[0] !== 0 || offsets[items] !== total) return false;
  return offsets.every((offset, index) => index === 0 || offset >= offsets[index - 1]!);
}
