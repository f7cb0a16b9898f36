import { describe, expect, it } from "vitest";
import { createNodeFields, createWalkTable } from "../../../src/core/access/index.ts";
import { UNREACHED } from "../../../src/core/base/index.ts";
import { randomTown } from "../../helpers/random-town.ts";

const SEEDS = Array.from({ length: 300 }, (_, i) => i + 1);

/** Distances between all nodes by relaxing every arc until nothing changes. */
function allDistances({ offsets, targets, lengths, nodeCount }: ReturnType<typeof randomTown>["network"]) {
  return Array.from({ length: nodeCount }, (_, source) => {
    const distance = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY);
    distance[source] = 0;
    for (let changed = true; changed; ) {
      changed = false;
      for (let node = 0; node < nodeCount; node++) {
        for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
          const to = distance[node]! + lengths[k]!;
          if (to >= distance[targets[k]!]!) continue;
          distance[targets[k]!] = to;
          changed = true;
        }
      }
    }
    return distance;
  });
}

describe("node fields", () => {
  it("agree with relaxing every arc, cut at the limit, ties to the lower source", () => {
    for (const seed of SEEDS) {
      const { network } = randomTown(seed);
      const distances = allDistances(network);
      const sources = [network.nodeCount - 1, 0, seed % network.nodeCount];
      const limit = [3, 500, 20_000, 2 ** 29][seed % 4]!;
      const fields = createNodeFields(network);
      const { distance, source } = fields.nearest(sources, limit);
      for (let node = 0; node < network.nodeCount; node++) {
        const walks = sources.map((s) => distances[s]![node]!);
        const best = Math.min(...walks);
        expect(distance[node]).toBe(best <= limit ? best : UNREACHED);
        expect(source[node]).toBe(best <= limit ? walks.indexOf(best) : -1);
      }
      const { nodes, distance: near } = fields.within(0, limit);
      const expected = [...distances[0]!.keys()].filter((node) => distances[0]![node]! <= limit);
      expect([...nodes].sort((a, b) => a - b)).toEqual(expected);
      expect([...near]).toEqual(Array.from(nodes, (node) => distances[0]![node]));
    }
  });
});

describe("walk table", () => {
  it("agrees with relaxing every arc, for all pairs", () => {
    let reached = 0;
    for (const seed of SEEDS) {
      const { network } = randomTown(seed);
      const all = Uint32Array.from({ length: network.nodeCount }, (_, node) => node);
      const table = createWalkTable(network).between(all, all);
      const expected = allDistances(network).flatMap((row) =>
        [...row].map((d) => (d < Infinity ? d : UNREACHED)),
      );
      expect({ seed, table: [...table] }).toEqual({ seed, table: expected });
      reached += expected.filter((d) => d !== UNREACHED).length;
    }
    expect(reached).toBeGreaterThan(20_000);
  });

  it("keeps a core when every node has many neighbours", () => {
    // 40 nodes, each with a street to every other: none is eliminated.
    const size = 40;
    const offsets = Uint32Array.from({ length: size + 1 }, (_, i) => i * (size - 1));
    const targets: number[] = [];
    for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) if (a !== b) targets.push(b);
    const lengths = Uint32Array.from(targets, (b, k) => 10 + Math.abs(b - Math.floor(k / (size - 1))) ** 2);
    const [row] = [
      createWalkTable({ offsets, targets: Uint32Array.from(targets), lengths }).between([0], [1, 2, 3]),
    ];
    // 0 to 3 directly is 19; by 1 and 2 it is 33; by 1 alone 25.
    expect([...row]).toEqual([11, 14, 19]);
  });
});
