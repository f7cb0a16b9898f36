// Every pack on the demo district through the engine: each rule judged or silent with what is missing, registers taken
// up, walks to facilities measured on the real network.

import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { NO_RECORDS, VERDICTS } from "../../../src/core/assess/index.ts";
import { fromWgs84 } from "../../../src/core/geo/index.ts";
import type { RegisterRow } from "../../../src/core/standards/index.ts";
import { type OpenScene, openDemo, readPack } from "../../helpers/demo-scene.ts";

const WALK = { minutes: 15, speed: 1 };
const ids = readdirSync(new URL("../../../data/standards/", import.meta.url))
  .filter((name) => name.endsWith(".json") && name !== "coverage.json")
  .map((name) => name.slice(0, -".json".length));

let demo: OpenScene;
beforeAll(async () => {
  demo = await openDemo();
});

const analyse = (id: string) => {
  const { engine, baseline, summary } = demo;
  return engine.run("scene.analyse", {
    scene: summary.scene,
    centers: baseline.centers,
    walk: WALK,
    pack: readPack(id),
  });
};

describe("packs on the demo district", () => {
  it.each(ids)("%s judges every rule or says why not", async (id) => {
    const { findings, silentRules } = await analyse(id);
    const said = new Set([...findings, ...silentRules].map(({ ruleId }) => ruleId));
    expect([...said].sort()).toEqual(
      readPack(id)
        .rules.map((rule) => rule.id)
        .sort(),
    );
    for (const { verdict } of findings) expect(VERDICTS).toContain(verdict);
    for (const rule of silentRules)
      if (rule.missing === "records") expect(rule.needs?.length).toBeGreaterThan(0);
  });

  it("counts the demo's exercise points by subdistrict for Wuhan, as plain counting does", async () => {
    const { findings } = await analyse("wuhan-2015");
    const counts = findings.filter(({ ruleId }) => ruleId === "WH-05");
    expect(counts.length).toBe(demo.baseline.subdistricts.records.length);
    const counted = counts.reduce((sum, { actual }) => sum + (actual ?? 0), 0);
    expect(counted).toBe(demo.baseline.exercise.count);
    const shares = findings.filter(({ ruleId }) => ruleId === "WH-06");
    for (const { verdict, actual } of shares) expect(verdict === "met").toBe((actual ?? 0) >= 0.8);
  });

  it("walks to facilities when the plan's registers name them, and forgets nothing of the layers", async () => {
    const { engine, summary, baseline } = demo;
    const outlet = (id: string, residence: number): RegisterRow => ({
      id,
      kind: "courierOutlet",
      name: id,
      placeId: null,
      position: [baseline.residences.xy[2 * residence]!, baseline.residences.xy[2 * residence + 1]!],
      numbers: {},
      texts: {},
      dates: {},
    });
    await engine.run("scene.records", {
      scene: summary.scene,
      records: {
        ...NO_RECORDS,
        registers: { courierOutlet: "outlets.csv" },
        rows: [outlet("near", 0), outlet("other", 1000), { ...outlet("lost", 0), position: null }],
      },
    });
    const { findings, access } = await analyse("hunan-2022");
    const walks = findings.filter(({ ruleId }) => ruleId === "HN-50");
    expect(walks.map(({ place }) => place.id)).toEqual(["near", "other", "lost"]);
    expect(walks[2]!.verdict).toBe("unknown");
    for (const [index, residence] of [0, 1000].entries()) {
      // The outlet stands on the residence: its walk may differ only by how each joins the network (gates, doors).
      const minutes = access.distance[residence]! / 600;
      expect(Math.abs((walks[index]!.actual ?? 1e9) - minutes)).toBeLessThan(8);
    }
    const { findings: wuhan } = await analyse("wuhan-2015");
    expect(wuhan.some(({ ruleId, actual }) => ruleId === "WH-05" && (actual ?? 0) > 0)).toBe(true);
    await engine.run("scene.records", { scene: summary.scene, records: NO_RECORDS });
    const after = await analyse("hunan-2022");
    expect(after.silentRules.find(({ ruleId }) => ruleId === "HN-50")?.missing).toBe("walks");
  });

  it("judges outlets of a table whose positions are in the map sites' datum, as if they had been given in degrees", async () => {
    const { engine, summary, baseline } = demo;
    const home = baseline.residences.xy.subarray(0, 2);
    const shifted = [...fromWgs84("gcj02")!(Float64Array.from(home))].join(",");
    const lines = ["名称,经度,纬度,坐标系", `东门网点,${shifted},GCJ-02`, `西门网点,${shifted},`];
    const read = await engine.run("records.register", {
      file: { name: "outlets.csv", bytes: new TextEncoder().encode(lines.join("\n")) },
      register: readPack("hunan-2022").registers!.find(({ id }) => id === "courierOutlet")!,
      places: [],
    });
    expect(read.faults.map(({ code, row }) => [code, row])).toEqual([["badPosition", 1]]);
    const rows = [...read.rows, { ...read.rows[0]!, id: "given", position: [home[0]!, home[1]!] as const }];
    const records = { ...NO_RECORDS, registers: { courierOutlet: "outlets.csv" }, rows };
    await engine.run("scene.records", { scene: summary.scene, records });
    const { findings } = await analyse("hunan-2022");
    const [fromTable, given] = findings.filter(({ ruleId }) => ruleId === "HN-50");
    expect(fromTable!.verdict).not.toBe("unknown");
    expect(Math.abs(fromTable!.actual! - given!.actual!)).toBeLessThan(0.05);
    expect(findings.find(({ ruleId }) => ruleId === "HN-50-grid")).toMatchObject({
      verdict: "met",
      actual: 1,
    });
    await engine.run("scene.records", { scene: summary.scene, records: NO_RECORDS });
  });

  it("walks from each centre to its nearest stop, as far as that stop is from it", async () => {
    const { engine, summary, baseline } = demo;
    const hunan = readPack("hunan-2022");
    const [rule] = hunan.rules.filter(({ id }) => id === "HN-04");
    const run = (of: typeof baseline.centers, more: Partial<typeof rule>) => {
      const pack = { ...hunan, rules: [{ ...rule!, value: 10, ...more }] };
      return engine.run("scene.analyse", { scene: summary.scene, centers: of, walk: WALK, pack });
    };
    const some = baseline.centers.slice(0, 3);
    const { findings } = await run(some, {});
    expect(findings.map(({ place }) => place.id)).toEqual(some.map(({ id }) => id));
    for (const [index, center] of some.entries()) {
      const { findings: back } = await run([center], { each: "transitStop", of: { register: "centers" } });
      const minutes = back.flatMap(({ actual }) => (actual === null ? [] : [actual]));
      expect(findings[index]!.actual).toBeCloseTo(Math.min(...minutes), 1);
    }
  });

  it("finds areas that lists of buildings give without gap or overlap, and the one building left out", async () => {
    const { engine, summary, baseline } = demo;
    const { id } = baseline.residences;
    const placeId = baseline.communities.records[0]!.id;
    const area = (name: string, ids: readonly string[]): RegisterRow => ({
      ...{ id: name, kind: "responsibilityArea", name, placeId, position: null },
      ...{ numbers: {}, texts: { residences: ids.join("、") }, dates: {} },
    });
    const judge = async (...rows: RegisterRow[]) => {
      const records = { ...NO_RECORDS, registers: { responsibilityArea: null }, rows };
      await engine.run("scene.records", { scene: summary.scene, records });
      const { findings } = await analyse("suzhou-2011");
      return findings.filter(({ ruleId }) => ruleId === "SZ-18");
    };
    const half = id.length >> 1;
    const whole = await judge(area("east", id.slice(0, half)), area("west", id.slice(half)));
    expect(new Set(whole.map(({ verdict }) => verdict))).toEqual(new Set(["met"]));
    const holed = await judge(area("east", id.slice(0, half)), area("west", id.slice(half + 1)));
    const unmet = holed.filter(({ verdict }) => verdict === "unmet");
    expect(unmet.map(({ actual }) => actual)).toEqual([1]);
    await engine.run("scene.records", { scene: summary.scene, records: NO_RECORDS });
  });

  it("re-judges by another pack with the same minutes", async () => {
    const [hunan, suzhou] = [await analyse("hunan-2022"), await analyse("suzhou-2011")];
    expect(suzhou.access.distance).toEqual(hunan.access.distance);
    expect(suzhou.totals).toEqual(hunan.totals);
    expect(suzhou.packEdition).toBe("2011-06-24");
  });
});
