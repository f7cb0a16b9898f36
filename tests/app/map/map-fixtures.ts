// Small places to draw: polygons from rings of plain pairs, residences from points or rings.

import type { PolygonColumns } from "../../../src/core/geo/index.ts";
import type { Residences } from "../../../src/core/model/index.ts";

export type Ring = readonly (readonly [number, number])[];

/** Features → parts → rings. */
export function polygonsOf(features: readonly (readonly (readonly Ring[])[])[]): PolygonColumns {
  const featureOffsets = [0];
  const partOffsets = [0];
  const ringOffsets = [0];
  const xy: number[] = [];
  for (const parts of features) {
    for (const rings of parts) {
      for (const ring of rings) {
        xy.push(...ring.flat());
        ringOffsets.push(xy.length / 2);
      }
      partOffsets.push(ringOffsets.length - 1);
    }
    featureOffsets.push(partOffsets.length - 1);
  }
  return {
    count: features.length,
    featureOffsets: Uint32Array.from(featureOffsets),
    partOffsets: Uint32Array.from(partOffsets),
    ringOffsets: Uint32Array.from(ringOffsets),
    xy: Float64Array.from(xy),
  };
}

/** Corners of a box, counter-clockwise. */
export const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

export interface ResidenceSketch {
  readonly at: readonly [number, number];
  readonly parts?: readonly (readonly Ring[])[];
  readonly name?: string;
  readonly compound?: string;
  readonly households?: number;
}

export function residencesOf(sketches: readonly ResidenceSketch[]): Residences {
  const some = sketches.some(({ parts }) => parts !== undefined);
  return {
    count: sketches.length,
    id: sketches.map((_, i) => `R${i}`),
    name: sketches.map(({ name = "" }) => name),
    compound: sketches.map(({ compound = "" }) => compound),
    communityId: sketches.map(() => ""),
    gridId: sketches.map(() => ""),
    xy: Float64Array.from(sketches.flatMap(({ at }) => [...at])),
    households: Float64Array.from(sketches, ({ households = Number.NaN }) => households),
    footprints: polygonsOf(some ? sketches.map(({ parts = [] }) => parts) : []),
    row: Uint32Array.from(sketches, (_, i) => i + 1),
  };
}
