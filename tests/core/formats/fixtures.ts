// Small files built in code, and the import of them.

import type { ImportInput } from "../../../src/core/formats/index.ts";
import { importFiles } from "../../../src/core/formats/index.ts";

export const decode = (bytes: Uint8Array, label: string, fatal: boolean): string =>
  new TextDecoder(label, { fatal }).decode(bytes);

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export type Properties = Readonly<Record<string, unknown>>;

export const point = (x: unknown, y: unknown, properties: Properties = {}) => ({
  type: "Feature",
  properties,
  geometry: { type: "Point", coordinates: [x, y] },
});

export const line = (coordinates: readonly (readonly number[])[], properties: Properties = {}) => ({
  type: "Feature",
  properties,
  geometry: { type: "LineString", coordinates },
});

/** A square with its lower left corner at (x, y). */
export const square = (x: number, y: number, size: number, properties: Properties = {}) => ({
  type: "Feature",
  properties,
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [x, y],
        [x + size, y],
        [x + size, y + size],
        [x, y + size],
        [x, y],
      ],
    ],
  },
});

export const collection = (features: readonly unknown[], more: Properties = {}): string =>
  JSON.stringify({ type: "FeatureCollection", ...more, features });

/** Imports texts by file name. */
export const importTexts = (
  texts: Readonly<Record<string, string | Uint8Array>>,
  more: Partial<ImportInput> = {},
) =>
  importFiles(
    {
      name: "test",
      files: Object.entries(texts).map(([name, text]) => ({
        name,
        bytes: typeof text === "string" ? bytesOf(text) : text,
      })),
      ...more,
    },
    decode,
  );

/** A town by Changsha that imports without a word but for its guessed columns. */
export const TOWN = {
  "residences.geojson": collection([
    point(112.981, 28.201, { id: "R1", name: "1栋", households: 100 }),
    point(112.982, 28.201, { id: "R2", name: "2栋", households: 200 }),
    point(112.983, 28.201, { id: "R3", name: "3栋", households: 300 }),
  ]),
  "centers.geojson": collection([
    point(112.9815, 28.2012, { id: "C1", name: "星河社区党群服务中心", area: 410 }),
  ]),
  "network.geojson": collection([
    line(
      [
        [112.979, 28.2011],
        [112.985, 28.2011],
      ],
      { highway: "residential" },
    ),
  ]),
} as const;
