import { describe, expect, it } from "vitest";
import {
  type AreaOptions,
  type AreaPolygons,
  createAreaMaker,
  type GroundOptions,
} from "../../../src/core/access/index.ts";
import { seededRandom } from "../../../src/core/base/index.ts";
import { areaOf, type LineColumns, NO_LINES } from "../../../src/core/geo/index.ts";
import type { Joins, PathNetwork } from "../../../src/core/network/index.ts";
import { bellmanFordWalks } from "../../helpers/bellman-ford.ts";
import { type TinyEdge, tinyJoins, tinyNetwork } from "../../helpers/tiny-network.ts";
import { inFeature, validatePolygons } from "../../helpers/validate-polygons.ts";

const GROUND = { barriers: NO_LINES, buffer: 30, cell: 10 } as const;
const serviceAreas = (
  network: PathNetwork,
  centers: Joins,
  { limits, view, only, ...ground }: AreaOptions & GroundOptions,
): AreaPolygons =>
  createAreaMaker(network, ground).areas(centers, { limits, view, ...(only ? { only } : {}) });

type Pair = readonly [number, number];

/** A town of `size` × `size` blocks, shaken by `noise` metres, some streets missing. */
function gridTown(size: number, block: number, noise: number, seed: number, turn = 0) {
  const random = seededRandom(seed);
  const nodes: Pair[] = [];
  for (let r = 0; r <= size; r++) {
    for (let c = 0; c <= size; c++) {
      nodes.push([c * block + noise * (random() - 0.5), r * block + noise * (random() - 0.5)]);
    }
  }
  const edges: TinyEdge[] = [];
  const node = (c: number, r: number): number => r * (size + 1) + c;
  for (let r = 0; r <= size; r++) {
    for (let c = 0; c <= size; c++) {
      if (c < size && random() < 0.85) edges.push({ from: node(c, r), to: node(c + 1, r) });
      if (r < size && random() < 0.85) edges.push({ from: node(c, r), to: node(c, r + 1) });
    }
  }
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const turned = nodes.map(([x, y]): Pair => [x * cos - y * sin, x * sin + y * cos]);
  // Lengths of the unturned town, so that rounding is the same at every angle.
  const lengths = tinyNetwork(nodes, edges).edgeLength;
  const network = tinyNetwork(
    turned,
    edges.map((edge, e) => ({ ...edge, length: lengths[e]! })),
  );
  const centers = tinyJoins(
    network,
    [0.3, 0.5, 0.7].map((share) => {
      const edge = Math.floor(share * edges.length);
      return [{ edge, along: Math.floor(lengths[edge]! / 3), leg: 40 }];
    }),
  );
  return { network, centers };
}

/** Points every few metres along every edge, with the walk from centre `center` to each, decimetres. */
function samplePaths(network: PathNetwork, centers: Joins, center: number, every = 2) {
  const samples = [];
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const length = network.edgeLength[edge]!;
    for (let along = 5; along < length; along += 10 * every) samples.push([{ edge, along }]);
  }
  const points = tinyJoins(network, samples);
  const walk = bellmanFordWalks(network, centers, points)[center]!;
  return walk.map((distance, i) => ({ distance, x: points.xy[2 * i]!, y: points.xy[2 * i + 1]! }));
}

function lineOf(...points: Pair[]): LineColumns {
  return { count: 1, offsets: Uint32Array.of(0, points.length), xy: Float64Array.from(points.flat()) };
}

const totalArea = ({ polygons }: AreaPolygons): number =>
  Array.from({ length: polygons.count }, (_, i) => areaOf(polygons, i)).reduce((a, b) => a + b, 0);

const ringsOf = ({ polygons }: AreaPolygons, feature: number): number =>
  polygons.partOffsets[polygons.featureOffsets[feature + 1]!]! -
  polygons.partOffsets[polygons.featureOffsets[feature]!]!;

describe("areas", () => {
  it("is valid in every view on shaken towns", () => {
    let vertices = 0;
    for (let seed = 1; seed <= 25; seed++) {
      const { network, centers } = gridTown(6, 40 + 8 * seed, 60, seed);
      for (const view of ["overlap", "dissolve", "nearest"] as const) {
        const { polygons } = serviceAreas(network, centers, { ...GROUND, limits: [1500, 3000, 4500], view });
        expect({ seed, view, faults: validatePolygons(polygons) }).toEqual({ seed, view, faults: [] });
        vertices += polygons.xy.length / 2;
      }
    }
    expect(vertices).toBeGreaterThan(10_000);
  });

  it("holds the reachable paths and little else", () => {
    let [reachable, held, inside] = [0, 0, 0];
    for (let seed = 1; seed <= 4; seed++) {
      const { network, centers } = gridTown(8, 120, 50, seed);
      const limit = 5000;
      const { polygons } = serviceAreas(network, centers, {
        ...GROUND,
        limits: [limit],
        view: "overlap",
        only: [1],
      });
      for (const { distance, x, y } of samplePaths(network, centers, 1)) {
        const isHeld = inFeature(polygons, 0, x, y);
        inside += Number(isHeld);
        reachable += Number(distance <= limit);
        held += Number(isHeld && distance <= limit);
      }
    }
    expect(reachable).toBeGreaterThan(5000);
    expect(held / reachable).toBeGreaterThan(0.99);
    expect(held / inside).toBeGreaterThan(0.99);
  });

  it("ends where the walk ends, and is as wide as the buffer before", () => {
    const network = tinyNetwork(
      [
        [0, 0],
        [400, 0],
      ],
      [{ from: 0, to: 1 }],
    );
    const centers = tinyJoins(network, [[{ edge: 0, along: 2000 }]]);
    const { polygons } = serviceAreas(network, centers, { ...GROUND, limits: [1500], view: "overlap" });
    const xs = polygons.xy.filter((_, i) => i % 2 === 0);
    const ys = polygons.xy.filter((_, i) => i % 2 === 1);
    expect(Math.max(...xs)).toBeGreaterThan(349);
    expect(Math.max(...xs)).toBeLessThan(350.5);
    expect(Math.max(...ys)).toBeCloseTo(30, 0);
    expect(Math.min(...ys)).toBeCloseTo(-30, 0);
  });

  it("leaves a hole in a block nobody walks into", () => {
    const square: Pair[] = [
      [0, 0],
      [200, 0],
      [200, 200],
      [0, 200],
    ];
    const network = tinyNetwork(
      square,
      [0, 1, 2, 3].map((i) => ({ from: i, to: (i + 1) % 4 })),
    );
    const centers = tinyJoins(network, [[{ edge: 0, along: 1000 }]]);
    const areas = serviceAreas(network, centers, { ...GROUND, limits: [9000], view: "overlap" });
    expect(ringsOf(areas, 0)).toBe(2);
    expect(inFeature(areas.polygons, 0, 100, 100)).toBe(false);
    expect(inFeature(areas.polygons, 0, 100, 25)).toBe(true);
    // Strip of 60 m around a square of 200 m, outer corners rounded.
    expect(totalArea(areas)).toBeCloseTo(260 ** 2 - (4 - Math.PI) * 900 - 140 ** 2, -3);
  });

  it("stays off the far bank, and goes over where a bridge does", () => {
    // A path along y = 10, a river along y = 18; the bridge at x = 300 leads to a path along y = 40.
    const nodes: Pair[] = [
      [0, 10],
      [300, 10],
      [300, 40],
      [0, 40],
    ];
    const banks: TinyEdge[] = [
      { from: 0, to: 1 },
      { from: 2, to: 3 },
    ];
    const river = lineOf([-100, 18], [400, 18]);
    for (const bridge of [false, true]) {
      const network = tinyNetwork(nodes, bridge ? [...banks, { from: 1, to: 2 }] : banks);
      const centers = tinyJoins(network, [[{ edge: 0, along: 1000 }]]);
      const { polygons } = serviceAreas(network, centers, {
        ...GROUND,
        barriers: river,
        limits: [9000],
        view: "overlap",
      });
      const ys = [...polygons.xy.filter((_, i) => i % 2 === 1)];
      if (!bridge) expect(Math.max(...ys)).toBeLessThan(18);
      expect(Math.max(...ys) > 60).toBe(bridge);
      expect(inFeature(polygons, 0, 100, 17)).toBe(true);
      expect(inFeature(polygons, 0, 100, 40)).toBe(bridge);
      expect(validatePolygons(polygons)).toEqual([]);
    }
  });

  it("turns with the town", () => {
    const options = { ...GROUND, limits: [3000, 6000], view: "overlap" } as const;
    const straight = gridTown(7, 130, 40, 3);
    const area = totalArea(serviceAreas(straight.network, straight.centers, options));
    for (const degrees of [17, 45, 90, 203]) {
      const turned = gridTown(7, 130, 40, 3, (degrees * Math.PI) / 180);
      const { polygons, center, limit } = serviceAreas(turned.network, turned.centers, options);
      expect(validatePolygons(polygons)).toEqual([]);
      expect(totalArea({ polygons, center, limit }) / area).toBeCloseTo(1, 2);
    }
  });

  it("nests its bands, joins in dissolve and tiles in nearest", () => {
    const { network, centers } = gridTown(8, 110, 40, 5);
    const limits = [2000, 4000, 6000];
    const overlap = serviceAreas(network, centers, { ...GROUND, limits, view: "overlap" });
    const dissolve = serviceAreas(network, centers, { ...GROUND, limits, view: "dissolve" });
    const nearest = serviceAreas(network, centers, { ...GROUND, limits, view: "nearest" });
    expect([...overlap.center]).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
    expect([...overlap.limit]).toEqual([...limits, ...limits, ...limits]);
    expect([...dissolve.center]).toEqual([-1, -1, -1]);
    const samples = samplePaths(network, centers, 0, 5);
    limits.forEach((limit, band) => {
      const of = (areas: AreaPolygons) => [...areas.limit.keys()].filter((i) => areas.limit[i] === limit);
      let split = 0;
      for (const { x, y } of samples) {
        const within = (areas: AreaPolygons) =>
          of(areas).filter((i) => inFeature(areas.polygons, i, x, y)).length;
        expect(within(nearest)).toBeLessThanOrEqual(1);
        split += Number(within(overlap) > 0 !== within(dissolve) > 0);
        if (band > 0 && inFeature(dissolve.polygons, band - 1, x, y)) expect(within(dissolve)).toBe(1);
      }
      expect(split / samples.length).toBeLessThan(0.005);
      const areaOfBand = (areas: AreaPolygons) =>
        of(areas).reduce((sum, i) => sum + areaOf(areas.polygons, i), 0);
      expect(areaOfBand(nearest) / areaOfBand(dissolve)).toBeCloseTo(1, 2);
    });
  });

  it("gives each nearest point to the centre whose walk is shortest", () => {
    const { network, centers } = gridTown(8, 110, 40, 6);
    const { polygons, center } = serviceAreas(network, centers, {
      ...GROUND,
      limits: [6000],
      view: "nearest",
    });
    const walks = [0, 1, 2].map((c) => samplePaths(network, centers, c, 5));
    let [right, wrong] = [0, 0];
    walks[0]!.forEach(({ x, y }, i) => {
      const best = Math.min(...walks.map((walk) => walk[i]!.distance));
      center.forEach((c, feature) => {
        if (!inFeature(polygons, feature, x, y)) return;
        if (walks[c]![i]!.distance === best) right++;
        else wrong++;
      });
    });
    expect(right).toBeGreaterThan(500);
    expect(wrong / right).toBeLessThan(0.02);
  });

  it("has nothing to draw for a centre that joins no path, nor without bands", () => {
    const network = tinyNetwork(
      [
        [0, 0],
        [400, 0],
      ],
      [{ from: 0, to: 1 }],
    );
    const centers = tinyJoins(network, [[], [{ edge: 0, along: 2000 }]]);
    const areas = serviceAreas(network, centers, { ...GROUND, limits: [500, 1500], view: "overlap" });
    expect([...areas.center]).toEqual([1, 1]);
    expect(serviceAreas(network, centers, { ...GROUND, limits: [], view: "nearest" }).polygons.count).toBe(0);
  });
});
