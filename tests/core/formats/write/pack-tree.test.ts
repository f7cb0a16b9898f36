// The index of a FlatGeobuf against every box looked at one by one, through the package's own search; and the layer's
// name in the header.

import fc from "fast-check";
import { ByteBuffer } from "flatbuffers";
import { ArrayReader } from "flatgeobuf/lib/mjs/array-reader.js";
import { Header } from "flatgeobuf/lib/mjs/flat-geobuf/header.js";
import { streamSearch } from "flatgeobuf/lib/mjs/packedrtree.js";
import { describe, expect, it, vi } from "vitest";
import { NODE_SIZE, packTree } from "../../../../src/core/formats/write/pack-tree.ts";
import { only } from "./readers.ts";
import { BARE, POINTS, POLYGONS, write } from "./samples.ts";

type Box = readonly [number, number, number, number];
const overlap = (a: Box, b: Box): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

const anyBox = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }), fc.nat(50), fc.nat(50))
  .map(([x, y, width, height]): Box => [x / 10, y / 10, (x + width) / 10, (y + height) / 10]);

async function search(boxes: readonly Box[], asked: Box): Promise<{ found: number[]; order: number[] }> {
  const sizes = Uint32Array.from(boxes, (_, i) => 10 + i);
  const { order, bytes } = packTree(Float64Array.from(boxes.flat()), sizes);
  const rect = { minX: asked[0], minY: asked[1], maxX: asked[2], maxY: asked[3] };
  const read = (at: number, size: number): Promise<ArrayBuffer> =>
    Promise.resolve(bytes.slice(at, at + size).buffer);
  const starts = Array.from(order, (_, k) => order.subarray(0, k).reduce((sum, i) => sum + sizes[i]!, 0));
  const found: number[] = [];
  for await (const [at, k] of streamSearch(boxes.length, NODE_SIZE, rect, read)) {
    expect(at).toBe(starts[k]);
    found.push(order[k]!);
  }
  return { found: found.sort((a, b) => a - b), order: [...order] };
}

describe("the packed tree", () => {
  vi.spyOn(console, "debug").mockImplementation(() => undefined);

  it("finds what every box looked at one by one gives", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyBox, { minLength: 1, maxLength: 700 }), anyBox, async (boxes, asked) => {
        const { found, order } = await search(boxes, asked);
        expect(found).toEqual(boxes.flatMap((box, i) => (overlap(box, asked) ? [i] : [])));
        expect(order.toSorted((a, b) => a - b)).toEqual(boxes.map((_, i) => i));
      }),
      { numRuns: 60 },
    );
  });

  it("goes along a Hilbert curve: on a full square each item is beside the one before", async () => {
    const side = 32;
    const boxes = Array.from({ length: side * side }, (_, i): Box => {
      const [x, y] = [i % side, Math.floor(i / side)];
      return [x, y, x, y];
    });
    const { order } = packTree(Float64Array.from(boxes.flat()), new Uint32Array(boxes.length));
    const steps = Array.from(order.subarray(1), (item, k) => {
      const [a, b] = [boxes[order[k]!]!, boxes[item]!];
      return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
    });
    expect(new Set(steps)).toEqual(new Set([1]));
  });
});

describe("a FlatGeobuf", () => {
  const headerOf = (bytes: Uint8Array): Header =>
    Header.getSizePrefixedRootAsHeader(new ByteBuffer(bytes.slice(8)));

  it("is called what its table is called", async () => {
    expect(headerOf(only(await write("flatgeobuf", [BARE]))).name()).toBe(BARE.name);
  });

  it("has an index when every row has a place, which the package's reader searches", async () => {
    const rows = POLYGONS.rows.slice(0, 1);
    const bytes = only(await write("flatgeobuf", [{ ...POINTS, rows }]));
    expect(headerOf(bytes).indexNodeSize()).toBe(NODE_SIZE);
    const everywhere = { minX: -180, minY: -90, maxX: 180, maxY: 90 };
    let found = 0;
    for await (const _ of ArrayReader.open(bytes).selectBbox(everywhere)) found++;
    expect(found).toBe(1);
  });

  it("has none when a row has no place", async () => {
    const bytes = only(await write("flatgeobuf", [BARE]));
    expect(headerOf(bytes).indexNodeSize()).toBe(0);
  });
});
