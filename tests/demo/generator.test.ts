// The demo district is a function of its seed: made again it is the same byte for byte, and it holds together as
// a town: areas tile, codes are well formed, files stay small.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FeatureCollection, Polygon, Position } from "geojson";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const COMMITTED = join(import.meta.dirname, "../../data/demo");
const WRITTEN_BY_HAND = ["README.md"];

let made = "";
beforeAll(() => {
  made = mkdtempSync(join(tmpdir(), "quandian-demo-"));
  execFileSync(process.execPath, [join(import.meta.dirname, "../../scripts/demo.mjs"), made]);
});
afterAll(() => rmSync(made, { recursive: true }));

describe("the demo district", () => {
  it("is made again byte for byte", () => {
    const files = readdirSync(COMMITTED).filter((file) => !WRITTEN_BY_HAND.includes(file));
    expect(readdirSync(made)).toEqual(files);
    for (const file of files) {
      const same = readFileSync(join(made, file)).equals(readFileSync(join(COMMITTED, file)));
      expect(same, file).toBe(true);
    }
  });

  it("stays under 6 MB", () => {
    const bytes = readdirSync(COMMITTED).reduce((sum, file) => sum + statSync(join(COMMITTED, file)).size, 0);
    expect(bytes).toBeLessThan(6e6);
  });

  it("has the size of a town district", () => {
    const residences = layer("residences.geojson").features;
    const households = residences.map(({ properties }) => Number.parseInt(`${properties?.["户数"]}`, 10));
    const known = households.filter((count) => count > 0).reduce((sum, count) => sum + count, 0);
    expect(residences.length).toBeGreaterThan(3500);
    expect(known).toBeGreaterThan(85_000);
    expect(known).toBeLessThan(105_000);
    expect(layer("communities.geojson").features).toHaveLength(45);
    expect(layer("subdistricts.geojson").features).toHaveLength(6);
  });

  it.each([
    ["communities.geojson", "subdistricts.geojson"],
    ["grids.geojson", "communities.geojson"],
    ["departments-urban.geojson", "subdistricts.geojson"],
  ])("tiles: the borders of %s that no neighbour shares are the outline of %s", (small, large) => {
    expect(outline(small)).toEqual(outline(large));
  });

  it("codes grids by community, and communities by subdistrict", () => {
    const codes = new Set(
      layer("communities.geojson").features.map(({ properties }) => properties?.["社区代码"]),
    );
    const grids = layer("grids.geojson").features.map(({ properties }) => `${properties?.["网格编码"]}`);
    for (const code of grids) {
      expect(code).toMatch(/^990101\d{9}$/);
      expect(codes).toContain(code.slice(0, 12));
    }
    expect(new Set(grids).size).toBe(grids.length);
  });
});

function layer(file: string): FeatureCollection<Polygon> {
  return JSON.parse(readFileSync(join(COMMITTED, file), "utf8"));
}

/** Sides that appear once, in no direction; two areas that share a border give each of its sides twice. */
function outline(file: string): string[] {
  const seen = new Map<string, number>();
  for (const { geometry } of layer(file).features) {
    for (const ring of geometry.coordinates) {
      for (const key of sidesOf(ring)) seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  for (const [key, times] of seen) expect(times, key).toBeLessThanOrEqual(2);
  return [...seen]
    .filter(([, times]) => times === 1)
    .map(([key]) => key)
    .sort();
}

const sidesOf = (ring: readonly Position[]): string[] =>
  ring.slice(1).map((to, i) => [`${ring[i]}`, `${to}`].sort().join(" "));
