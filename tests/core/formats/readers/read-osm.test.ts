// OpenStreetMap extracts written by an independent writer, in every way the format allows: the same town must come
// out of each, with the counts that went in.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assembleRings, nestRings } from "../../../../src/core/formats/osm/assemble-rings.ts";
import type { PbfNode, PbfRelation, PbfStyle, PbfWay } from "../osm/write-pbf.ts";
import { writePbf } from "../osm/write-pbf.ts";
import { codesOf, readBytes, tablesOf, utf8 } from "./reading.ts";

/*   y=3   10───11           a lake with an island (20…23 in it), its outline in two ways
 *         │    │
 *   y=0   13───12
 *
 *   y=-1  1────2────3       a street; the railway 4─2─5 crosses it at node 2
 */
const NODES: PbfNode[] = [
  { id: 1, lon: 113, lat: 27.99 },
  { id: 2, lon: 113.001, lat: 27.99 },
  { id: 3, lon: 113.002, lat: 27.99 },
  { id: 4, lon: 113.001, lat: 27.989 },
  { id: 5, lon: 113.001, lat: 27.991 },
  { id: 10, lon: 113, lat: 28.003 },
  { id: 11, lon: 113.003, lat: 28.003 },
  { id: 12, lon: 113.003, lat: 28 },
  { id: 13, lon: 113, lat: 28 },
  { id: 20, lon: 113.001, lat: 28.001 },
  { id: 21, lon: 113.002, lat: 28.001 },
  { id: 22, lon: 113.002, lat: 28.002 },
  { id: 23, lon: 113.001, lat: 28.002 },
];
const WAYS: PbfWay[] = [
  { id: 100, refs: [1, 2, 3], tags: { highway: "residential", name: "芙蓉路", bridge: "no" } },
  { id: 101, refs: [4, 2, 5], tags: { railway: "rail" } },
  { id: 102, refs: [1, 3], tags: { highway: "motorway" } },
  { id: 103, refs: [3, 4], tags: { highway: "footway", access: "private", foot: "yes" } },
  { id: 104, refs: [4, 5], tags: { highway: "steps" } },
  { id: 105, refs: [20, 21, 22, 23, 20], tags: { building: "yes" } },
  { id: 106, refs: [10, 11, 12], tags: {} },
  { id: 107, refs: [10, 13, 12], tags: {} },
  { id: 108, refs: [20, 21, 999, 20], tags: { building: "house" } },
];
const RELATIONS: PbfRelation[] = [
  {
    id: 200,
    members: [
      ["way", 106],
      ["way", 105],
      ["way", 107],
    ],
    tags: { type: "multipolygon", natural: "water" },
  },
  {
    id: 201,
    members: [
      ["way", 106],
      ["way", 555],
    ],
    tags: { type: "boundary", boundary: "administrative", admin_level: "8" },
  },
  { id: 202, members: [["node", 1]], tags: { type: "route" } },
];
const TOWN = { nodes: NODES, ways: WAYS, relations: RELATIONS };

const STYLES: [string, PbfStyle][] = [
  ["zlib, dense nodes", {}],
  ["raw, dense nodes", { zlib: false }],
  ["zlib, plain nodes", { dense: false }],
  ["raw, plain nodes, coarse", { zlib: false, dense: false, granularity: 1000 }],
];

const xmlOf = ({ nodes, ways, relations }: typeof TOWN): string => {
  const tagsOf = (tags: Readonly<Record<string, string>>): string =>
    Object.entries(tags)
      .map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
      .join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">${[
    ...ways.map(
      ({ id, refs, tags }) =>
        `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join("")}${tagsOf(tags)}</way>`,
    ),
    ...nodes.toReversed().map(({ id, lon, lat }) => `<node id="${id}" lon="${lon}" lat="${lat}"/>`),
    ...relations.map(
      ({ id, members, tags }) =>
        `<relation id="${id}">${members.map(([type, ref]) => `<member type="${type}" ref="${ref}" role=""/>`).join("")}${tagsOf(tags)}</relation>`,
    ),
  ].join("\n")}</osm>`;
};

const factsOf = async (name: string, bytes: Uint8Array) => {
  const reads = await readBytes(name, bytes);
  return {
    issues: reads.flatMap(({ issues }) => issues.map(({ code, values }) => ({ code, values }))),
    layers: Object.fromEntries(
      reads.map(({ table }) => [
        table?.layer,
        table?.rows.map(({ properties, geometry }) => [properties["osm_id"], geometry]),
      ]),
    ),
  };
};

describe("an OpenStreetMap extract", () => {
  it.each(STYLES)("is read from PBF with %s", async (_, style) => {
    const { issues, layers } = await factsOf("town.osm.pbf", writePbf(TOWN, style));
    const counts = {
      nodes: 13,
      ways: 9,
      relations: 3,
      highways: 4,
      footways: 1,
      steps: 1,
      buildings: 2,
      walkable: 3,
    };
    expect(issues).toEqual([
      { code: "osm.counts", values: counts },
      { code: "osm.incomplete", values: { count: 2 } },
    ]);
    expect(Object.keys(layers)).toEqual(["network", "barriers", "buildings", "water"]);
    expect(layers["network"]?.map((row: readonly unknown[]) => row[0])).toEqual([
      "way/100",
      "way/103",
      "way/104",
    ]);
    expect(layers["network"]![0]![1]).toEqual({
      type: "LineString",
      coordinates: [
        [113, 27.99],
        [113.001, 27.99],
        [113.002, 27.99],
      ],
    });
  });

  it("is the same from XML, whatever the order of its elements", async () => {
    const pbf = await factsOf("town.osm.pbf", writePbf(TOWN));
    expect(await factsOf("town.osm", utf8(xmlOf(TOWN)))).toEqual(pbf);
  });

  it("nests the rings of a relation whose ways lie in any order, whatever their roles", async () => {
    const water = (await tablesOf("town.osm.pbf", writePbf(TOWN))).get("water")!.rows[0]!.geometry as {
      coordinates: number[][][][];
    };
    expect(water.coordinates).toHaveLength(1);
    expect(water.coordinates[0]!.map((ring) => ring.length)).toEqual([5, 5]);
  });

  it("opens a railway where a street crosses it at a shared node, two metres either side", async () => {
    const [row] = (await tablesOf("town.osm.pbf", writePbf(TOWN))).get("barriers")!.rows;
    const { coordinates } = row!.geometry as { coordinates: [number, number][][] };
    const gap = (coordinates[1]![0]![1] - coordinates[0]!.at(-1)![1]) * 111_320;
    expect(coordinates).toHaveLength(2);
    expect(gap).toBeCloseTo(4, 3);
    expect(row!.properties["class"]).toBe("rail");
  });

  it("says which compression or feature it does not know, and that a file breaks off", async () => {
    const damaged = async (bytes: Uint8Array) => (await readBytes("town.osm.pbf", bytes))[0]!.issues[0];
    const bytes = writePbf(TOWN);
    expect(await damaged(bytes.subarray(0, bytes.length - 5))).toMatchObject({
      code: "file.damaged",
      values: { reason: "blob cut off" },
    });
    expect(await damaged(writePbf(TOWN, { features: ["HistoricalInformation"] }))).toMatchObject({
      values: { reason: "feature HistoricalInformation" },
    });
    expect(codesOf(await readBytes("town.osm", utf8("<html><p>404</p></html>")))).toEqual(["file.damaged"]);
  });

  it("never throws, whatever byte is wrong", async () => {
    const bytes = writePbf(TOWN, { zlib: false });
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, value) => {
        const reads = await readBytes("town.osm.pbf", bytes.with(at, value));
        expect(reads.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe("rings", () => {
  const areaOf = (ring: readonly (readonly number[])[]): number =>
    Math.abs(ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]![0]! * y! - x! * ring[i]![1]!), 0) / 2);

  it("come back from pieces in any order and direction, with the area they had", () => {
    const cases = fc.record({
      corners: fc.integer({ min: 4, max: 40 }),
      rings: fc.integer({ min: 1, max: 5 }),
      seed: fc.array(fc.tuple(fc.nat(1000), fc.boolean(), fc.boolean()), { minLength: 200, maxLength: 200 }),
    });
    fc.assert(
      fc.property(cases, ({ corners, rings, seed }) => {
        const pieces = Array.from({ length: rings }, (_, r) =>
          Array.from({ length: corners }, (_, i) => [r * 100 + i, r * 100 + ((i + 1) % corners)]),
        )
          .flat()
          .map((piece, i) => ({ piece: seed[i]![1] ? piece.toReversed() : piece, order: seed[i]![0] }))
          .sort((a, b) => a.order - b.order)
          .map(({ piece }) => piece);
        const { rings: found, open } = assembleRings(pieces);
        expect(open).toBe(0);
        expect(found.map((ring) => new Set(ring).size)).toEqual(Array(rings).fill(corners));
      }),
    );
  });

  it("are told when they do not close", () => {
    expect(
      assembleRings([
        [1, 2],
        [2, 3],
        [3, 4],
      ]),
    ).toEqual({ rings: [], open: 1 });
  });

  it("nest by containment: islands in lakes on islands", () => {
    const square = (half: number): [number, number][] => [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
      [-half, -half],
    ];
    const polygons = nestRings([square(1), square(4), square(2), square(3)]);
    expect(polygons.map((rings) => rings.map(areaOf))).toEqual([
      [64, 36],
      [16, 4],
    ]);
  });
});
