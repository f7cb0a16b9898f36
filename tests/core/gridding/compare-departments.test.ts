import { describe, expect, it } from "vitest";
import { openDemo } from "../../helpers/demo-scene.ts";

describe("departments' nets of the demo district against last year's grids", async () => {
  const { engine, baseline } = await openDemo();
  const { ground, unitIds, units } = await engine.run("grids.open", { source: baseline });
  const net = { kind: "areas", areas: baseline.grids } as const;
  const { gridOf } = await engine.run("grids.previous", { ground, net });
  const nets = baseline.departmentNets.map(({ department, areas }) => ({ name: department, areas }));
  const drawn = { polygons: baseline.grids.polygons, grids: [...baseline.grids.records.keys()] };
  const { departments, joined } = await engine.run("grids.compare", { ground, gridOf, nets, drawn });
  const [police, urban] = ["警务", "城"].map((word) => departments.find(({ name }) => name.includes(word))!);

  it("finds the police net joined: it cuts no grid, by households and by area", () => {
    expect([joined, departments.length]).toEqual([1, 2]);
    expect(police).toMatchObject({ hasJoined: true, share: 1, conflicts: [], missing: [] });
    expect(police!.areaShare).toBeCloseTo(1, 4);
    expect(police!.isEqual).toBe(false);
  });

  it("lists what the other must hand over, and the net it would then have", async () => {
    expect(urban!.hasJoined).toBe(false);
    expect(urban!.areaShare).toBeLessThan(0.95);
    for (const { base, belongs, lies, units: held, households } of urban!.conflicts) {
      expect(belongs).not.toBe(lies);
      expect(held.every((unit) => gridOf[unit] === base && urban!.gridOf[unit] === lies)).toBe(true);
      expect(households).toBe(held.reduce((sum, unit) => sum + (units.households[unit]! || 0), 0));
      expect(held.every((unit) => urban!.merged[unit] === belongs && unitIds[unit] !== undefined)).toBe(true);
    }
    const disputed = urban!.conflicts.reduce((sum, { households }) => sum + households, 0);
    expect(urban!.compared - urban!.agreed).toBe(disputed);
    expect(disputed).toBeGreaterThan(1000);
  });

  it("ends when it is cancelled", async () => {
    const stopped = new AbortController();
    const answer = engine.run(
      "grids.compare",
      { ground, gridOf, nets, drawn },
      { signal: stopped.signal, onProgress: () => stopped.abort() },
    );
    await expect(answer).rejects.toMatchObject({ code: "cancelled" });
  });
});
