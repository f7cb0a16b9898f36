import { describe, expect, it } from "vitest";
import { createFrame } from "../../../src/core/geo/index.ts";
import { collection, importTexts, TOWN } from "./fixtures.ts";

const frame = createFrame(112.98, 28.2);

/** A community from metres east and north of the town. */
function community(name: string, ...ring: readonly (readonly [number, number])[]) {
  const degrees = frame.toDegrees(Float64Array.from([...ring, ring[0]!].flat()));
  const coordinates = Array.from({ length: degrees.length / 2 }, (_, i) => [
    degrees[2 * i],
    degrees[2 * i + 1],
  ]);
  return {
    type: "Feature",
    properties: { 社区编码: name, 社区名称: name },
    geometry: { type: "Polygon", coordinates: [coordinates] },
  };
}
const box = (name: string, west: number, south: number, east: number, north: number) =>
  community(name, [west, south], [east, south], [east, north], [west, north]);

async function check(...communities: readonly unknown[]) {
  const { issues } = await importTexts({ ...TOWN, "communities.geojson": collection(communities) });
  return issues.filter(({ code }) => code.startsWith("area."));
}

describe("checkAreas", () => {
  it("has nothing to say of communities that tile", async () => {
    expect(await check(box("A", -500, -500, 0, 500), box("B", 0, -500, 500, 500))).toEqual([]);
  });

  it("measures what two communities share", async () => {
    const issues = await check(box("A", -500, -500, 20, 500), box("B", 0, -500, 500, 500));
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({
      code: "area.overlap",
      file: "communities.geojson",
      row: 1,
      values: { name: "A", other: "B" },
    });
    expect(Math.abs(Number(issues[0]!.values!["area"]) - 20_000)).toBeLessThan(20);
  });

  it("measures enclosed ground that belongs to none, islands in it left out", async () => {
    const around = [
      box("S", -500, -500, 500, -100),
      box("N", -500, 100, 500, 500),
      box("W", -500, -100, -100, 100),
      box("E", 100, -100, 500, 100),
    ];
    const [gap, ...others] = await check(...around);
    expect(others).toEqual([]);
    expect(gap!.code).toBe("area.gap");
    expect(Math.abs(Number(gap!.values!["area"]) - 40_000)).toBeLessThan(40);
    const [smaller] = await check(...around, box("I", -50, -50, 50, 50));
    expect(Math.abs(Number(smaller!.values!["area"]) - 30_000)).toBeLessThan(30);
  });

  it("takes no notice of borders that differ by rounding", async () => {
    expect(await check(box("A", -500, -500, 0.0005, 500), box("B", 0, -500, 500, 500))).toEqual([]);
  });

  it("finds where a boundary crosses itself", async () => {
    const [issue] = await check(community("X", [-100, -100], [100, 100], [100, -100], [-300, 300]));
    expect(issue).toMatchObject({ code: "area.selfCrossing", row: 1 });
    expect(Number(issue!.values!["x"])).toBeCloseTo(112.98, 5);
    expect(Number(issue!.values!["y"])).toBeCloseTo(28.2, 5);
  });

  it("lets a boundary touch itself in a point", async () => {
    const issues = await check(
      community("X", [0, 0], [100, 100], [200, 0], [200, 200], [100, 100], [0, 200]),
    );
    expect(issues).toEqual([]);
  });
});
