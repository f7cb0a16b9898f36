// Ways as rows that stay in the columns of the extract: a quarter of a million buildings cost no object for each node.
// Vertices go straight from the nodes to the shape; GeoJSON is made only where somebody looks at it.

import { pathShape } from "../read-shape.ts";
import type { RecordSource } from "../row-access.ts";
import type { OsmData, OsmTags } from "./osm-data.ts";

export type Position = [number, number];

/** Longitude and latitude in degrees. */
export const positionOf = (node: number, { nodeXy }: OsmData): Position => [
  nodeXy[2 * node]! / 1e7,
  nodeXy[2 * node + 1]! / 1e7,
];

export const place = (path: Iterable<number>, data: OsmData): Position[] =>
  Array.from(path, (node) => positionOf(node, data));

/**
 * Records are places among `data.ways`, of which no node is missing; `nodes` is what wayNodes found, `tagsOf` what is
 * kept of the tags.
 */
export function waySource(
  data: OsmData,
  nodes: Int32Array,
  kind: "line" | "polygon",
  tagsOf: (tags: OsmTags) => OsmTags,
): RecordSource {
  const { ways, wayOffsets } = data;
  const slab = new Slab();
  const pathOf = (way: number): Int32Array => {
    const { index } = ways[way]!;
    return nodes.subarray(wayOffsets[index], wayOffsets[index + 1]);
  };
  const properties: RecordSource["properties"] = (way) => ({
    osm_id: `way/${ways[way]!.id}`,
    ...tagsOf(ways[way]!.tags),
  });
  return {
    properties,
    cell: (way, column) => (column === "osm_id" ? `way/${ways[way]!.id}` : tagsOf(ways[way]!.tags)[column]),
    geometry: (way) => {
      const coordinates = place(pathOf(way), data);
      return kind === "line"
        ? { type: "LineString", coordinates }
        : { type: "Polygon", coordinates: [coordinates] };
    },
    shape: (way) => {
      const path = pathOf(way);
      const { xy, start } = slab.take(2 * path.length);
      for (let i = 0; i < path.length; i++) {
        xy[start + 2 * i] = data.nodeXy[2 * path[i]!]! / 1e7;
        xy[start + 2 * i + 1] = data.nodeXy[2 * path[i]! + 1]! / 1e7;
      }
      return pathShape(kind, xy, start, path.length);
    },
  };
}

/** Room for coordinates, many shapes to one array. */
class Slab {
  #xy = new Float64Array(0);
  #used = 0;

  /** `count` numbers from `start` on. */
  take(count: number): { readonly xy: Float64Array; readonly start: number } {
    if (this.#used + count > this.#xy.length) {
      this.#xy = new Float64Array(Math.max(count, SLAB));
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += count;
    return { xy: this.#xy, start };
  }
}

/** Numbers: half a mebibyte. */
const SLAB = 1 << 16;
